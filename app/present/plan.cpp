#include "present/plan.h"

#include <algorithm>

#include "present/context.h"
#include "present/dates.h"
#include "present/make_slides.h"

namespace present {
namespace {

void add(Plan& plan, const settings::Slide& wanted, const Made& made) {
  if (!made) {
    plan.skipped.push_back({wanted.id, made.error()});
    return;
  }
  plan.slides.push_back(made.value());
  plan.slides.back().dwell = wanted.dwell;
}

void add_priorities(Plan& plan, const Context& context, const settings::Slide& wanted) {
  if (!wanted.priority.empty()) {
    if (const auto priority = find_priority(context, wanted.priority)) {
      add(plan, wanted, make_priority(context, wanted, priority));
    } else {
      plan.skipped.push_back({wanted.id, "no feed has priority " + wanted.priority});
    }
    return;
  }
  const auto priorities = all_priorities(context);
  if (priorities.empty()) plan.skipped.push_back({wanted.id, "no feed has priorities"});
  for (const auto& priority : priorities) {
    settings::Slide one = wanted;
    one.id = wanted.id + "/" + priority->id;
    add(plan, one, make_priority(context, one, priority));
  }
}

}  // namespace

bool is_believable(model::Timestamp time) {
  using namespace std::chrono;
  return time >= sys_days{year{2026} / January / 1} && time < sys_days{year{2100} / January / 1};
}

Plan make_plan(const settings::Settings& settings, const model::Snapshot& snapshot, Now now) {
  const Context context(settings, snapshot, now);
  const model::Board* board = first_board(context);
  Plan plan;
  plan.board_name = !settings.title.empty() ? settings.title : board ? board->title : "";
  plan.clock = now.clock_trusted ? clock_time(now.time) : "Clock not set";
  if (now.clock_trusted) plan.next_lateness = context.next_lateness;
  for (const auto& wanted : settings.slides) {
    switch (wanted.kind) {
      case settings::Slide::Kind::overview:
        add(plan, wanted, make_overview(context, wanted));
        break;
      case settings::Slide::Kind::kpis:
        add(plan, wanted, make_kpis(context, wanted));
        break;
      case settings::Slide::Kind::priority:
        add_priorities(plan, context, wanted);
        break;
      case settings::Slide::Kind::trend:
        add(plan, wanted, make_trend(context, wanted));
        break;
    }
  }
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
