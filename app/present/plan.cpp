#include "present/plan.h"

#include <algorithm>

#include "present/context.h"
#include "present/dates.h"
#include "present/make_slides.h"
#include "present/withheld.h"

namespace present {
namespace {

void skip(Plan& plan, const Context& context, const settings::Slide& wanted,
          const std::string& reason) {
  const std::string withheld = why_withheld(context, wanted);
  plan.skipped.push_back({wanted.id, withheld.empty() ? reason : withheld});
}

void add(Plan& plan, const Context& context, const settings::Slide& wanted, const Made& made) {
  if (!made) return skip(plan, context, wanted, made.error());
  plan.slides.push_back(made.value());
  plan.slides.back().dwell = wanted.dwell;
  complete_marking(context, plan.slides.back());
}

void add_priorities(Plan& plan, const Context& context, const settings::Slide& wanted) {
  if (!wanted.priority.empty()) {
    if (const auto priority = find_priority(context, wanted.priority)) {
      add(plan, context, wanted, make_priority(context, wanted, priority));
    } else {
      skip(plan, context, wanted, "no feed has priority " + wanted.priority);
    }
    return;
  }
  const auto priorities = all_priorities(context);
  if (priorities.empty()) skip(plan, context, wanted, "no feed has priorities");
  for (const auto& priority : priorities) {
    settings::Slide one = wanted;
    one.id = wanted.id + "/" + priority->id;
    add(plan, context, one, make_priority(context, one, priority));
  }
}

void add(Plan& plan, const Context& context, const settings::Slide& wanted, ManyMade many) {
  for (auto& made : many) {
    settings::Slide one = wanted;
    one.id = made.id;
    add(plan, context, one, made.made);
  }
}

void add_slides(Plan& plan, const Context& context, const settings::Slide& wanted) {
  using Kind = settings::Slide::Kind;
  switch (wanted.kind) {
    case Kind::overview:
      return add(plan, context, wanted, make_overview(context, wanted));
    case Kind::kpis:
      return add(plan, context, wanted, make_kpis(context, wanted));
    case Kind::priority:
      return add_priorities(plan, context, wanted);
    case Kind::trend:
      return add(plan, context, wanted, make_trend(context, wanted));
    case Kind::theme:
      return add(plan, context, wanted, make_themes(context, wanted));
    case Kind::headlines:
      return add(plan, context, wanted, make_headlines(context, wanted));
    case Kind::spotlight:
      return add(plan, context, wanted, make_spotlights(context, wanted));
    case Kind::kpi_table:
      return add(plan, context, wanted, make_kpi_table(context, wanted));
    case Kind::commitments:
      return add(plan, context, wanted, make_commitments(context, wanted));
    case Kind::rag_grid:
      return add(plan, context, wanted, make_rag_grid(context, wanted));
    case Kind::exceptions:
      return add(plan, context, wanted, make_exceptions(context, wanted));
    case Kind::finance:
      return add(plan, context, wanted, make_finance(context, wanted));
    case Kind::response:
      return add(plan, context, wanted, make_response(context, wanted));
    case Kind::chart:
      return add(plan, context, wanted, make_chart(context, wanted));
    case Kind::rank:
      return add(plan, context, wanted, make_ranks(context, wanted));
    case Kind::forward_plan:
      return add(plan, context, wanted, make_forward_plan(context, wanted));
    case Kind::control_chart:
      return add(plan, context, wanted, make_control_chart(context, wanted));
    case Kind::control_charts:
      return add(plan, context, wanted, make_control_charts(context, wanted));
  }
}

}  // namespace

bool is_believable(model::Timestamp time) {
  using namespace std::chrono;
  return time >= sys_days{year{2026} / January / 1} && time < sys_days{year{2100} / January / 1};
}

Now now_of(const base::Clock& clock) {
  const model::Timestamp now = clock.now();
  return {now, is_believable(now), clock.ran_without_power()};
}

Plan make_plan(const settings::Settings& settings, const model::Snapshot& snapshot, Now now) {
  const Context context(settings, snapshot, now);
  const model::Board* board = first_board(context);
  Plan plan;
  plan.board_name = !settings.title.empty() ? settings.title : board ? board->title : "";
  plan.clock = now.clock_trusted ? clock_time(now.time) : "Clock not set";
  plan.next_change = context.next_lateness;
  NoticeNow notice = notice_now(context);
  plan.notice = std::move(notice.notice);
  if (notice.next_change && (!plan.next_change || *notice.next_change < *plan.next_change)) {
    plan.next_change = notice.next_change;
  }
  plan.contacts = contacts_of(context);
  for (const auto& wanted : settings.slides) add_slides(plan, context, wanted);
  if (plan.slides.empty()) plan.slides.push_back(make_waiting(context));
  return plan;
}

std::chrono::milliseconds reading_time(const ReadingLoad& load, int pages) {
  constexpr double kOnAWall = 1.5;
  const double share = 1.0 / std::max(pages, 1);
  const double seconds = 3 + share * (0.375 * load.words + 0.75 * load.numbers + 4 * load.charts +
                                      0.5 * load.rag_cells);
  return std::chrono::milliseconds(
      static_cast<long long>(std::clamp(seconds * kOnAWall, 8.0, 60.0) * 1000));
}

}  // namespace present
