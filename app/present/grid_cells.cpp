#include "present/grid_cells.h"

#include <algorithm>
#include <utility>

#include "present/grid_counts.h"
#include "present/grid_things.h"
#include "present/make_slides.h"
#include "present/rated_things.h"
#include "present/wanted_kpis.h"

namespace present {
namespace {

using Dimension = settings::Slide::Dimension;
using model::Rating;
using Rag = model::NowBefore<Rating>;
using GridCell = RagGrid::Cell;

std::string note_on_kpis(const Context& context) {
  return how_rated(context, all_kpis(context));
}

// Themes and the like stand under their priorities, in the order of the plan, the rest below.
std::vector<RagGrid::Group> by_priority(const Context& context, const std::vector<Thing>& things,
                                        const std::string& rest_title, auto row_of) {
  std::vector<RagGrid::Group> groups;
  const auto add = [&](RagGrid::Head head, const model::Priority* priority) {
    RagGrid::Group group{std::move(head), {}};
    for (const auto& thing : things) {
      if (thing.priority == priority) group.rows.push_back(row_of(thing));
    }
    if (!group.rows.empty()) groups.push_back(std::move(group));
  };
  for (const auto& priority : all_priorities(context)) {
    add({badge_of(*priority), short_name(priority->short_title, priority->title)}, priority.thing);
  }
  add({"", groups.empty() ? "" : rest_title}, nullptr);
  return groups;
}

RatingPair earlier(RatingPair pair, const Rag& rag) {
  pair.before = rag.before.value_or(Rating::none);
  return pair;
}

Gathered in_time(const Context& context, const std::vector<Thing>& things, std::string corner,
                 std::string noun, const std::string& rest_title) {
  Gathered gathered;
  gathered.noun = std::move(noun);
  gathered.corner_if_turned = "Period";
  note_ratings(context, gathered, things);
  if (gathered.ratings.empty()) return gathered;
  const model::Board& board = *context.snapshot.feeds[gathered.feed].board;
  gathered.grid.corner = std::move(corner);
  const bool any_before = std::any_of(things.begin(), things.end(), [](const Thing& thing) {
    return thing.rag.before.has_value();
  });
  gathered.grid.columns = {head_of_now(board)};
  if (any_before)
    gathered.grid.columns.insert(gathered.grid.columns.begin(), head_of_before(board));
  const auto row_of = [any_before](const Thing& thing) {
    const RatingPair pair = earlier(rating_pair(thing.rag), thing.rag);
    RagGrid::Row row{thing.head, {}, pair.now};
    if (any_before) {
      row.cells.push_back(thing.rag.before ? GridCell{GridCell::Is::before, pair, 0, ""}
                                           : GridCell{});
    }
    row.cells.push_back({GridCell::Is::now, pair, 0, ""});
    return row;
  };
  gathered.grid.groups = by_priority(context, things, rest_title, row_of);
  return gathered;
}

// Every member in the row of its owner, under its own name.
Gathered members(const Context& context, const std::vector<Thing>& things, std::string noun,
                 Dimension owners) {
  Gathered gathered;
  gathered.noun = std::move(noun);
  gathered.named_members = true;
  note_ratings(context, gathered, things);
  std::vector<RagGrid::Row> rows;
  size_t widest = 0;
  const auto add = [&](RagGrid::Head head, auto belongs) {
    RagGrid::Row row{std::move(head), {}, Rating::none};
    for (const auto& thing : things) {
      if (belongs(thing)) {
        row.cells.push_back({GridCell::Is::member, rating_pair(thing.rag), 0, thing.label});
      }
    }
    if (row.cells.empty()) return;
    widest = std::max(widest, row.cells.size());
    rows.push_back(std::move(row));
  };
  for (const auto& priority : all_priorities(context)) {
    if (owners == Dimension::priorities) {
      add({badge_of(*priority), short_name(priority->short_title, priority->title)},
          [&](const Thing& thing) { return thing.priority == priority.thing; });
      continue;
    }
    for (const auto& theme : priority->themes) {
      add({"", short_name(theme.short_title, theme.title)},
          [&](const Thing& thing) { return thing.theme == &theme; });
    }
  }
  for (auto& row : rows) row.cells.resize(widest);
  if (rows.empty()) gathered.ratings.clear();
  gathered.grid.corner = owners == Dimension::priorities ? "Priority" : "Theme";
  gathered.grid.columns.resize(widest);
  gathered.grid.groups.push_back({{}, std::move(rows)});
  return gathered;
}

}  // namespace

std::optional<Gathered> gather(const Context& context, Dimension rows, Dimension columns) {
  const auto is = [&](Dimension row, Dimension column) { return rows == row && columns == column; };
  if (is(Dimension::themes, Dimension::periods)) {
    return in_time(context, rated_themes(context), "Theme", "theme", "");
  }
  if (is(Dimension::commitments, Dimension::periods)) {
    return in_time(context, rated_commitments(context), "Commitment", "commitment",
                   "Other commitments");
  }
  if (is(Dimension::kpis, Dimension::periods)) {
    Gathered gathered = in_time(context, rated_kpis(context), "KPI", "KPI", "Other figures");
    gathered.note = note_on_kpis(context);
    return gathered;
  }
  if (is(Dimension::priorities, Dimension::ratings)) return themes_counted(context);
  if (is(Dimension::periods, Dimension::ratings)) return periods_counted(context);
  if (is(Dimension::areas, Dimension::ratings)) return areas_counted_by_kpis(context);
  if (is(Dimension::kpis, Dimension::ratings)) return kpis_counted_by_areas(context);
  if (is(Dimension::areas, Dimension::kpis)) return areas_by_kpis(context);
  const bool owned = rows == Dimension::priorities || rows == Dimension::themes;
  if (is(Dimension::priorities, Dimension::themes)) {
    return members(context, rated_themes(context), "theme", rows);
  }
  if (owned && columns == Dimension::commitments) {
    return members(context, rated_commitments(context), "commitment", rows);
  }
  if (owned && columns == Dimension::kpis) {
    Gathered gathered = members(context, rated_kpis(context), "KPI", rows);
    gathered.note = note_on_kpis(context);
    return gathered;
  }
  return std::nullopt;
}

}  // namespace present
