// Slides of rows as present/ would hand them to view/: KPIs of Dorset's quarter 2 of 2013/14,
// commitments of quarter 2 of 2017/18 with made-up ratings, and grids of made-up ratings.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "support/sample_details.h"

namespace support {

inline present::KpiTable::Row sample_kpi_row(std::string title,
                                             std::initializer_list<const char*> cells,
                                             std::string word) {
  present::KpiTable::Row row;
  row.title = std::move(title);
  for (const char* text : cells) row.cells.push_back({std::nullopt, text});
  row.word = std::move(word);
  return row;
}

inline present::KpiTable sample_kpi_table() {
  using Kind = present::KpiTable::Kind;
  present::KpiTable table;
  table.columns = {{Kind::target, "Target"},
                   {Kind::before, "2012/13"},
                   {Kind::now, "2013/14"},
                   {Kind::change, "Change"},
                   {Kind::share, "%"}};
  table.rows = {
      sample_kpi_row("Total crime", {"≥ 1% cut", "21,012", "19,581", "−1,431", "−6.8%"}, "better"),
      sample_kpi_row("Positive outcome rate", {"≥ 25.5%", "21.1%", "25.2%", "", "+4.1 points"},
                     "better"),
      sample_kpi_row("Dwelling burglary", {"", "936", "888", "−48", "−5.1%"}, "better"),
      sample_kpi_row("Sanction detection rate", {"", "12.9%", "21.6%", "", "+8.7 points"},
                     "better"),
      sample_kpi_row("Serious sexual offences", {"", "214", "228 [p]", "+14", "+6.5%"}, "worse"),
      sample_kpi_row("Victim survey", {"", "–", "TBC", "", ""}, "")};
  table.rows[1].rating = Rating::amber;
  table.rows[1].has_target = true;
  table.rows[1].rated_by_rule = true;
  table.rows[1].notes = {0};
  table.rows[3].is_child = true;
  table.rows[4].notes = {1};
  table.notes = {{"1", "The target rises to 33% over the four years of the plan.", false},
                 {"[p]", "provisional", true}};
  table.rated = true;
  return table;
}

inline present::Commitments sample_commitments() {
  constexpr Rating A = Rating::amber;
  constexpr Rating G = Rating::green;
  constexpr Rating R = Rating::red;
  const auto row = [](std::string number, std::string title, Rating before, Move move, Rating now,
                      std::string word) {
    return present::Commitments::Row{
        std::move(number), std::move(title), {now, before, move}, std::move(word)};
  };
  present::Commitments commitments;
  commitments.before_label = "Q1";
  commitments.now_label = "Q2";
  commitments.groups = {
      {"",
       "",
       {row("068", "Grow the online safety and safer-schools teams", G, Move::same, G, "On track"),
        row("069", "Lobby for a lower drink-drive limit", A, Move::same, A, "At risk"),
        row("070", "Set up a rural crime team", A, Move::improved, G, "On track"),
        row("071", "Add a marine policing post", G, Move::same, G, "On track"),
        row("072", "Start neighbourhood justice panels county-wide", G, Move::worsened, A,
            "At risk"),
        row("073", "Introduce tagging of offenders", A, Move::worsened, R, "Late"),
        row("074", "Open webchat to the public", G, Move::same, G, "On track")}}};
  return commitments;
}

// Themes by periods.
inline present::RagGrid sample_grid_in_time() {
  using Is = present::RagGrid::Cell::Is;
  present::RagGrid grid;
  grid.corner = "Theme";
  grid.columns = {{"", "Q4"}, {"", "Q1"}};
  const auto row = [](std::string title, Rating before, Move move, Rating now) {
    const present::RatingPair pair{now, before, move};
    return present::RagGrid::Row{
        {"", std::move(title)}, {{Is::before, pair, 0, ""}, {Is::now, pair, 0, ""}}, now};
  };
  grid.groups = {{{"4", "Rural crime"},
                  {row("Fly-tipping", Rating::red, Move::improved, Rating::amber),
                   row("Country Watch", Rating::green, Move::same, Rating::green)}},
                 {{"5", "Victims and communities"},
                  {row("CJS & RJ", Rating::amber, Move::same, Rating::amber),
                   row("Hate Crime", Rating::green, Move::same, Rating::green)}}};
  return grid;
}

// Areas by KPIs; every cell rated.
inline present::RagGrid sample_grid_of_areas(std::size_t areas, std::size_t kpis) {
  using Is = present::RagGrid::Cell::Is;
  present::RagGrid grid;
  grid.corner = "Area";
  for (std::size_t i = 0; i < kpis; ++i) {
    grid.columns.push_back({"", "Burglary " + std::to_string(i + 1)});
  }
  auto& rows = grid.groups.emplace_back().rows;
  for (std::size_t i = 0; i < areas; ++i) {
    present::RagGrid::Row row{{"", "Section " + std::to_string(i + 1)}, {}, Rating::none};
    for (std::size_t j = 0; j < kpis; ++j) {
      const Rating now = (i + j) % 3 == 0 ? Rating::amber : Rating::green;
      row.cells.push_back({Is::now, {now, Rating::amber, Move::improved}, 0, ""});
    }
    rows.push_back(std::move(row));
  }
  return grid;
}

// Priorities by ratings.
inline present::RagGrid sample_grid_of_counts() {
  using Is = present::RagGrid::Cell::Is;
  present::RagGrid grid;
  grid.corner = "Priority";
  grid.columns = {{"", "Red"}, {"", "Amber"}, {"", "Green"}};
  const auto row = [](std::string number, std::string title, int amber, int green) {
    return present::RagGrid::Row{{std::move(number), std::move(title)},
                                 {{Is::count, {Rating::red}, 0, ""},
                                  {Is::count, {Rating::amber}, amber, ""},
                                  {Is::count, {Rating::green}, green, ""}},
                                 Rating::none};
  };
  grid.groups = {{{}, {row("1", "Cut crime and ASB", 3, 12), row("4", "Rural crime", 2, 2)}}};
  return grid;
}

// Priorities by themes.
inline present::RagGrid sample_grid_of_members() {
  using Is = present::RagGrid::Cell::Is;
  present::RagGrid grid;
  grid.corner = "Priority";
  grid.columns.resize(6);
  present::RagGrid::Row row{{"1", "Cut crime and ASB"}, {}, Rating::none};
  for (const char* name :
       {"Crime & ASB", "Burglary", "Fraud & Cyber", "Road Safety", "Young People", "Pet Theft"}) {
    row.cells.push_back({Is::member, {Rating::amber, Rating::green, Move::worsened}, 0, name});
  }
  present::RagGrid::Row shorter{{"4", "Rural crime"}, {row.cells[0], row.cells[1]}, Rating::none};
  shorter.cells.resize(6);
  grid.groups = {{{}, {row, shorter}}};
  return grid;
}

namespace lengthening {

inline void lengthen(present::KpiTable& table, int times) {
  for (auto& column : table.columns) lengthen(column.head, times);
  for (auto& row : table.rows) {
    lengthen(row.title, times);
    for (auto& cell : row.cells) lengthen(cell.text, times);
    lengthen(row.age, times);
  }
  for (auto& note : table.notes) lengthen(note.text, times);
  lengthen(table.age, times);
}

inline void lengthen(present::Commitments& commitments, int times) {
  lengthen(commitments.before_label, times);
  lengthen(commitments.now_label, times);
  for (auto& group : commitments.groups) {
    lengthen(group.title, times);
    for (auto& row : group.rows) {
      lengthen(row.number, times);
      lengthen(row.title, times);
      lengthen(row.word, times);
    }
  }
  lengthen(commitments.age, times);
}

inline void lengthen(present::RagGrid& grid, int times) {
  lengthen(grid.corner, times);
  for (auto& column : grid.columns) lengthen(column.title, times);
  for (auto& group : grid.groups) {
    lengthen(group.head.title, times);
    for (auto& row : group.rows) {
      lengthen(row.head.title, times);
      for (auto& cell : row.cells) lengthen(cell.label, times);
    }
  }
  lengthen(grid.age, times);
}

}  // namespace lengthening

// A plan of one slide with all its texts so many times as long.
template <class Table>
present::Plan lengthened_table(Table table, int times) {
  lengthening::lengthen(table, times);
  return lengthened(plan_with(std::move(table)), times);
}

}  // namespace support
