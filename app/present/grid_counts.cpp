#include "present/grid_counts.h"

#include <algorithm>
#include <utility>

#include "present/grid_things.h"
#include "present/kpi_text.h"
#include "present/make_slides.h"
#include "present/rated_things.h"

namespace present {
namespace {

using model::Rating;
using Rag = model::NowBefore<Rating>;
using GridCell = RagGrid::Cell;

// The scale as far as it is used; red, amber and green always.
std::vector<Rating> used_ratings(const std::vector<Rating>& ratings) {
  std::vector<Rating> used;
  for (const Rating rating : {Rating::red, Rating::amber_red, Rating::amber, Rating::amber_green,
                              Rating::green, Rating::complete, Rating::none}) {
    const bool always = rating == Rating::red || rating == Rating::amber || rating == Rating::green;
    if (always || std::find(ratings.begin(), ratings.end(), rating) != ratings.end()) {
      used.push_back(rating);
    }
  }
  return used;
}

std::string word_of(Rating rating) {
  switch (rating) {
    case Rating::none:
      return "Not rated";
    case Rating::red:
      return "Red";
    case Rating::amber_red:
      return "Amber/red";
    case Rating::amber:
      return "Amber";
    case Rating::amber_green:
      return "Amber/green";
    case Rating::green:
      return "Green";
    case Rating::complete:
      return "Complete";
  }
  return "";
}

RagGrid::Row counts_of(RagGrid::Head head, const std::vector<Rating>& of,
                       const std::vector<Rating>& scale) {
  RagGrid::Row row{std::move(head), {}, Rating::none};
  for (const Rating rating : scale) {
    RatingPair pair;
    pair.now = rating;
    const auto count = std::count(of.begin(), of.end(), rating);
    row.cells.push_back({GridCell::Is::count, pair, static_cast<int>(count), ""});
  }
  return row;
}

void head_ratings(RagGrid& grid, const std::vector<Rating>& scale) {
  for (const Rating rating : scale) grid.columns.push_back({"", word_of(rating)});
}

struct RatedArea {
  std::string area;
  std::string kpi;  // its title
  Rag rag;
  size_t feed = 0;
};

std::vector<RatedArea> rated_areas(const Context& context) {
  std::vector<RatedArea> found;
  for (size_t feed = 0; feed < context.snapshot.feeds.size(); ++feed) {
    const auto& board = context.snapshot.feeds[feed].board;
    if (!board) continue;
    for (const auto& area : board->areas) {
      if (!area.rag.now && !area.rag.before) continue;
      std::string name = area.kpi;
      for (const auto& kpi : all_kpis(context)) {
        if (refers_to(context, area.kpi, feed, kpi.feed, kpi->id)) name = title_of(*kpi);
      }
      found.push_back({area.title, name, area.rag, feed});
    }
  }
  return found;
}

std::vector<std::string> names_in_order(const std::vector<RatedArea>& areas,
                                        std::string RatedArea::*name) {
  std::vector<std::string> names;
  for (const auto& area : areas) {
    if (std::find(names.begin(), names.end(), area.*name) == names.end()) {
      names.push_back(area.*name);
    }
  }
  return names;
}

Gathered gathered_areas(const Context& context, const std::vector<RatedArea>& areas) {
  Gathered gathered;
  std::vector<Thing> things;
  for (const auto& area : areas) things.push_back({{}, "", area.rag, nullptr, nullptr, area.feed});
  note_ratings(context, gathered, things);
  gathered.noun = "rating";
  return gathered;
}

Gathered counted(const Context& context, std::string RatedArea::*of, const std::string& corner) {
  const auto areas = rated_areas(context);
  Gathered gathered = gathered_areas(context, areas);
  gathered.corner_if_turned = "Rating";
  gathered.note = of == &RatedArea::kpi ? "Number of areas." : "Number of KPIs.";
  const auto scale = used_ratings(gathered.ratings);
  head_ratings(gathered.grid, scale);
  gathered.grid.corner = corner;
  auto& rows = gathered.grid.groups.emplace_back().rows;
  for (const auto& name : names_in_order(areas, of)) {
    std::vector<Rating> ratings;
    for (const auto& area : areas) {
      if (area.*of == name) ratings.push_back(now_of(area.rag));
    }
    rows.push_back(counts_of({"", name}, ratings, scale));
  }
  return gathered;
}

}  // namespace

Gathered themes_counted(const Context& context) {
  Gathered gathered;
  const auto themes = rated_themes(context);
  gathered.noun = "theme";
  gathered.note = "Number of themes.";
  gathered.corner_if_turned = "Rating";
  note_ratings(context, gathered, themes);
  if (gathered.ratings.empty()) return gathered;
  const auto scale = used_ratings(gathered.ratings);
  head_ratings(gathered.grid, scale);
  gathered.grid.corner = "Priority";
  auto& rows = gathered.grid.groups.emplace_back().rows;
  for (const auto& priority : all_priorities(context)) {
    std::vector<Rating> of;
    for (const auto& theme : themes) {
      if (theme.priority == priority.thing) of.push_back(now_of(theme.rag));
    }
    if (of.empty()) continue;
    const RagGrid::Head head{badge_of(*priority),
                             short_name(priority->short_title, priority->title)};
    rows.push_back(counts_of(head, of, scale));
  }
  return gathered;
}

Gathered periods_counted(const Context& context) {
  Gathered gathered;
  const auto themes = rated_themes(context);
  gathered.noun = "theme";
  gathered.note = "Number of themes.";
  gathered.corner_if_turned = "Rating";
  note_ratings(context, gathered, themes);
  if (gathered.ratings.empty()) return gathered;
  std::vector<Rating> before;
  for (const auto& theme : themes) {
    if (theme.rag.before) before.push_back(*theme.rag.before);
  }
  auto used = gathered.ratings;
  used.insert(used.end(), before.begin(), before.end());
  const auto scale = used_ratings(used);
  const model::Board& board = *context.snapshot.feeds[gathered.feed].board;
  gathered.grid.corner = "Period";
  head_ratings(gathered.grid, scale);
  auto& rows = gathered.grid.groups.emplace_back().rows;
  if (!before.empty()) rows.push_back(counts_of(head_of_before(board), before, scale));
  rows.push_back(counts_of(head_of_now(board), gathered.ratings, scale));
  return gathered;
}

Gathered areas_by_kpis(const Context& context) {
  const auto areas = rated_areas(context);
  Gathered gathered = gathered_areas(context, areas);
  gathered.grid.corner = "Area";
  gathered.corner_if_turned = "KPI";
  const auto kpis = names_in_order(areas, &RatedArea::kpi);
  for (const auto& kpi : kpis) gathered.grid.columns.push_back({"", kpi});
  auto& rows = gathered.grid.groups.emplace_back().rows;
  for (const auto& name : names_in_order(areas, &RatedArea::area)) {
    RagGrid::Row row{{"", name}, std::vector<GridCell>(kpis.size()), Rating::none};
    for (const auto& area : areas) {
      const auto kpi = std::find(kpis.begin(), kpis.end(), area.kpi);
      if (area.area != name) continue;
      row.cells[static_cast<size_t>(kpi - kpis.begin())] = {GridCell::Is::now,
                                                            rating_pair(area.rag), 0, ""};
    }
    rows.push_back(std::move(row));
  }
  return gathered;
}

Gathered kpis_counted_by_areas(const Context& context) {
  return counted(context, &RatedArea::kpi, "KPI");
}

Gathered areas_counted_by_kpis(const Context& context) {
  return counted(context, &RatedArea::area, "Area");
}

}  // namespace present
