#include <algorithm>
#include <utility>

#include "present/dates.h"
#include "present/grid_cells.h"
#include "present/make_slides.h"
#include "present/messages.h"

namespace present {
namespace {

using Dimension = settings::Slide::Dimension;

std::string name_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::priorities:
      return "priorities";
    case Dimension::themes:
      return "themes";
    case Dimension::commitments:
      return "commitments";
    case Dimension::kpis:
      return "KPIs";
    case Dimension::areas:
      return "areas";
    case Dimension::periods:
      return "periods";
    case Dimension::ratings:
      return "ratings";
  }
  return "";
}

// Columns become rows. Groups are of rows only, and so go.
RagGrid turned(RagGrid grid, std::string corner) {
  RagGrid other;
  other.corner = std::move(corner);
  other.groups.emplace_back();
  for (size_t column = 0; column < grid.columns.size(); ++column) {
    RagGrid::Row row{grid.columns[column], {}, model::Rating::none};
    for (const auto& group : grid.groups) {
      for (const auto& from : group.rows) row.cells.push_back(from.cells[column]);
    }
    other.groups.front().rows.push_back(std::move(row));
  }
  for (auto& group : grid.groups) {
    for (auto& row : group.rows) other.columns.push_back(std::move(row.head));
  }
  return other;
}

struct Crossed {
  Gathered gathered;
  std::string subtitle;
};

base::Result<Crossed, std::string> cross(const Context& context, Dimension rows,
                                         Dimension columns) {
  const std::string what = name_of(rows) + " by " + name_of(columns);
  const auto nothing = [&](const std::string& lacking) {
    return base::Failure{"a grid of " + what + " has nothing to cross" + lacking};
  };
  if (rows == columns) return nothing("");
  std::string subtitle = what + ".";
  subtitle[0] = static_cast<char>(subtitle[0] >= 'a' ? subtitle[0] - 'a' + 'A' : subtitle[0]);
  if (auto gathered = gather(context, rows, columns)) {
    if (gathered->ratings.empty()) return nothing(": no feed rates any");
    return Crossed{std::move(*gathered), subtitle};
  }
  auto gathered = gather(context, columns, rows);
  if (!gathered) {
    const bool of_priorities = rows == Dimension::priorities || columns == Dimension::priorities;
    const bool in_time = rows == Dimension::periods || columns == Dimension::periods;
    return nothing(of_priorities && in_time ? ": a priority has no rating of its own" : "");
  }
  if (gathered->ratings.empty()) return nothing(": no feed rates any");
  if (gathered->named_members) return nothing(": give " + name_of(columns) + " as rows");
  gathered->grid = turned(std::move(gathered->grid), gathered->corner_if_turned);
  return Crossed{std::move(*gathered), subtitle};
}

ReadingLoad load_of(const RagGrid& grid) {
  ReadingLoad load;
  for (const auto& column : grid.columns) load.words += words_in(column.title);
  for (const auto& group : grid.groups) {
    load.words += words_in(group.head.title);
    for (const auto& row : group.rows) {
      load.words += words_in(row.head.title);
      for (const auto& cell : row.cells) {
        load.words += words_in(cell.label);
        load.rag_cells += cell.is != RagGrid::Cell::Is::empty;
      }
    }
  }
  return load;
}

// Of every document, for any of them may have a member of the grid; of the figures where these are
// its members.
std::vector<std::string> markings_of(const Context& context, const settings::Slide& wanted) {
  std::vector<std::string> markings;
  for (const auto& feed : context.snapshot.feeds) {
    if (feed.board) markings.push_back(feed.board->marking);
  }
  const auto is_of_figures = [](Dimension dimension) {
    return dimension == Dimension::kpis || dimension == Dimension::areas;
  };
  if (is_of_figures(wanted.rows) || is_of_figures(wanted.columns)) {
    markings.push_back(marking_of(context, all_kpis(context)));
  }
  return markings;
}

}  // namespace

Made make_rag_grid(const Context& context, const settings::Slide& wanted) {
  auto crossed = cross(context, wanted.rows, wanted.columns);
  if (!crossed) return base::Failure{crossed.error()};
  Gathered& gathered = crossed.value().gathered;
  RagGrid& grid = gathered.grid;
  const model::Board& board = *context.snapshot.feeds[gathered.feed].board;
  grid.age = tile_age(context, gathered.feed, board.period);

  Slide slide;
  slide.id = wanted.id;
  slide.title =
      !wanted.title.empty() ? wanted.title : count_ratings(gathered.ratings, gathered.noun);
  if (slide.title.empty()) slide.title = "No ratings yet";
  slide.subtitle = crossed.value().subtitle;
  if (!gathered.note.empty()) slide.subtitle += " " + gathered.note;
  slide.period = whole_period(board.period);
  slide.footer = footer_of(context, gathered.feed, board.period);
  set_marking(slide, highest_marking(context, markings_of(context, wanted)));
  slide.load = load_of(grid);
  slide.content = std::move(grid);
  return slide;
}

}  // namespace present
