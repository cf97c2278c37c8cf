#include "present/grid_things.h"

#include "present/dates.h"
#include "present/kpi_text.h"
#include "present/rated_things.h"

namespace present {
namespace {

using model::Rating;
using Rag = model::NowBefore<Rating>;

const model::Theme* theme_of(const Context& context, size_t from, const model::Id& reference) {
  for (const auto& priority : all_priorities(context)) {
    for (const auto& theme : priority->themes) {
      if (refers_to(context, reference, from, priority.feed, theme.id)) return &theme;
    }
  }
  return nullptr;
}

}  // namespace

std::string short_name(const std::string& short_title, const std::string& title) {
  return short_title.empty() ? title : short_title;
}

Rating now_of(const Rag& rag) {
  return rag.now.value_or(Rating::none);
}

std::vector<Thing> rated_themes(const Context& context) {
  std::vector<Thing> things;
  for (const auto& priority : all_priorities(context)) {
    for (const auto& theme : priority->themes) {
      const std::string name = short_name(theme.short_title, theme.title);
      things.push_back({{"", name}, name, theme.rag, priority.thing, &theme, priority.feed});
    }
  }
  return things;
}

std::vector<Thing> rated_commitments(const Context& context) {
  std::vector<Thing> things;
  for (const auto& commitment : all_commitments(context)) {
    const std::string& number = commitment->number;
    things.push_back({{number, commitment->title},
                      number.empty() ? commitment->title : number,
                      rag_of(*commitment),
                      priority_of(context, commitment).thing,
                      theme_of(context, commitment.feed, commitment->theme),
                      commitment.feed});
  }
  return things;
}

std::vector<Thing> rated_kpis(const Context& context) {
  std::vector<Thing> things;
  for (const auto& kpi : all_kpis(context)) {
    Rag rag{std::nullopt, kpi->rag.before};
    const auto rated = analysis::rate(*kpi, context.rule);
    if (rated.rating != Rating::none) rag.now = rated.rating;
    if (!rag.now && !rag.before) continue;
    things.push_back({{"", title_of(*kpi)},
                      title_of(*kpi),
                      rag,
                      priority_of(context, kpi).thing,
                      theme_of(context, kpi.feed, kpi->theme),
                      kpi.feed});
  }
  return things;
}

void note_ratings(const Context& context, Gathered& gathered, const std::vector<Thing>& things) {
  if (things.empty()) return;
  gathered.feed = things.front().feed;
  bool late = false;
  bool any = false;
  for (const auto& thing : things) {
    gathered.ratings.push_back(now_of(thing.rag));
    any = any || thing.rag.now || thing.rag.before;
    if (late || !context.freshness[thing.feed].looks_late()) continue;
    gathered.feed = thing.feed;
    late = true;
  }
  if (!any) gathered.ratings.clear();
}

RagGrid::Head head_of_before(const model::Board& board) {
  const std::string label = quarter_of(board.previous_period);
  return {"", label.empty() ? "Before" : label};
}

RagGrid::Head head_of_now(const model::Board& board) {
  const std::string label = quarter_of(board.period);
  return {"", label.empty() ? "Now" : label};
}

}  // namespace present
