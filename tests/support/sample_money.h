// Tables of money and areas with the figures of two real reports: Dorset's quarter 1 of 2023/24 and
// quarter 2 of 2013/14. Monthly points and control limits are made up.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "model/board.h"
#include "support/boards.h"

namespace support {

using model::Column;
using model::Row;

inline model::Row money_row(std::string title, std::initializer_list<double> cells,
                            Row::Weight weight = Row::Weight::line, std::string ref = "") {
  Row row{.title = std::move(title), .weight = weight, .ref = std::move(ref)};
  for (const double cell : cells) row.cells.emplace_back(cell);
  return row;
}

// A positive variance is favourable.
inline model::Table revenue_table() {
  constexpr auto kSubtotal = Row::Weight::subtotal;
  model::Table table;
  table.id = "revenue";
  table.title = "Revenue 2023/24";
  table.unit = model::Unit::pounds_thousands;
  table.variance = model::Table::Variance::favourable_positive;
  table.columns = {{"Original", Column::Kind::budget, {}, ""},
                   {"Revised", Column::Kind::budget, {}, ""},
                   {"Actual to date", Column::Kind::actual, {}, ""},
                   {"Forecast", Column::Kind::forecast, {}, ""},
                   {"Variance", Column::Kind::variance, Column::Brackets::adverse, ""}};
  table.rows = {
      money_row("Income", {-24895, -24885, -2605, -26594, 1709}, {}, "R1"),
      money_row("Pay & employment costs", {135821, 135859, 34747, 139270, -3411}, {}, "R2"),
      money_row("Overheads", {44738, 44859, 9528, 45281, -422}, {}, "R3"),
      money_row("Capital financing", {4649, 4649, 73, 4649, 0}),
      money_row("Total Chief Constable", {160312, 160482, 41743, 162606, -2124}, kSubtotal),
      money_row("Commissioner’s office", {2968, 3054, 395, 3054, 0}),
      money_row("Total net revenue expenditure", {163280, 163536, 42138, 165660, -2124}, kSubtotal),
      money_row("Reserves", {-406, -662, -256, -662, 0}),
      money_row("Net budget", {162874, 162874, 41882, 164998, -2124}, Row::Weight::total, "R4")};
  table.notes = {{"R1", "More uplift income and interest."},
                 {"R2", "17 more officers, undelivered savings of £1.2m, overtime."},
                 {"R3", "Business rates, equipment and body armour."},
                 {"R4", "1.3% of the net budget."}};
  table.callout =
      model::Callout{model::Rating::red, "General fund would fall to 2.36% of net revenue",
                     "below the 3% minimum"};
  return table;
}

inline model::Table capital_table() {
  model::Table table = revenue_table();
  table.id = "capital";
  table.title = "Capital 2023/24";
  table.notes.clear();
  table.callout.reset();
  table.rows = {money_row("Vehicles", {924, 1121, -15, 1026, 95}),
                money_row("Estates works", {15123, 18046, 1118, 14347, 3699}),
                money_row("ICT", {3537, 4763, 377, 2998, 1765}),
                money_row("Equipment", {637, 1365, 47, 1340, 25}),
                money_row("Slippage", {-500, -500, 0, 0, -500}),
                money_row("Total", {19721, 24795, 1527, 19711, 5084}, Row::Weight::total)};
  return table;
}

inline model::Table reserves_table() {
  constexpr auto kSubtotal = Row::Weight::subtotal;
  model::Table table;
  table.id = "reserves";
  table.title = "Reserves 2023/24";
  table.unit = model::Unit::pounds_thousands;
  table.lines_left_out = true;
  table.columns = {{"Opening 1/4/23", Column::Kind::opening, {}, ""},
                   {"Budgeted", Column::Kind::transfer, {}, ""},
                   {"Committed", Column::Kind::transfer, {}, ""},
                   {"Actual", Column::Kind::transfer, {}, ""},
                   {"Closing 31/3/24", Column::Kind::closing, {}, ""}};
  table.rows = {
      money_row("Budget Management Fund", {1616, -562, -306, -256, 1054}),
      money_row("Police and Crime Plan Reserve", {1028, 0, 0, 0, 1028}),
      money_row("Network Reserve", {643, 0, 0, 0, 643}),
      money_row("Workforce Change Reserve", {549, -200, -200, 0, 349}),
      money_row("Total earmarked", {5144, -762, -506, -256, 4382}, kSubtotal),
      money_row("General Fund Balance", {5860, 100, 100, 0, 5960}),
      money_row("Total revenue reserves", {11004, -662, -406, -256, 10342}, kSubtotal),
      money_row("Capital Receipts Reserve", {379, 0, 3033, 0, 3412}),
      money_row("Total usable reserves", {11383, -662, 2627, -256, 13754}, Row::Weight::total)};
  return table;
}

// A positive variance is an overspend; year to date and year end beside each other.
inline model::Table quarter_2_table() {
  constexpr auto kSubtotal = Row::Weight::subtotal;
  model::Table table;
  table.id = "quarter-2";
  table.title = "Finance at the end of quarter 2";
  table.unit = model::Unit::pounds_thousands;
  table.variance = model::Table::Variance::adverse_positive;
  table.lines_left_out = true;
  table.zero_in_brackets = true;
  for (const char* group : {"Year to date", "Year end"}) {
    const bool at_end = std::string(group) == "Year end";
    table.columns.push_back({"Budget", Column::Kind::budget, {}, group});
    table.columns.push_back({at_end ? "Projection" : "Actual",
                             at_end ? Column::Kind::forecast : Column::Kind::actual,
                             {},
                             group});
    table.columns.push_back({"Variance", Column::Kind::variance, {}, group});
  }
  table.rows = {
      money_row("Operational Commands Total", {2751, 2595, -156, 6405, 6191, -214}, kSubtotal),
      money_row("Territorial Policing", {391, 346, -45, 784, 694, -90}),
      money_row("Crime & Criminal Justice", {797, 758, -39, 2061, 1891, -169}),
      money_row("Operational Support", {1563, 1490, -72, 3560, 3605, 45}),
      money_row("Support Services Total", {50727, 51747, 1021, 107017, 107219, 202}, kSubtotal),
      money_row("Estates", {3668, 3676, 8, 6861, 6738, -123}),
      money_row("Transport", {584, 584, -0.0, 1612, 1601, -11}),
      money_row("Information Systems", {1887, 1771, -117, 3803, 3831, 27}),
      money_row("Governance", {1066, 1213, 147, 1232, 1270, 38}),
      money_row("Procurement", {1566, 1493, -74, 3762, 3662, -102}),
      money_row("Central Employees", {48961, 47900, -1061, 97963, 96171, -1792}),
      money_row("Capital Financing", {6, 1285, 1279, 2130, 3649, 1519}),
      money_row("Grant and other income", {-7766, -8083, -318, -13552, -14263, -711}),
      money_row("Office of the Commissioner", {256, 136, -120, 870, 870, 0}, kSubtotal),
      money_row("Total", {53733, 54478, 745, 114291, 114280, -11}, Row::Weight::total)};
  return table;
}

// The eleven neighbourhood sections, of which the report names the three that rose.
inline model::Board areas_board() {
  using Limits = model::Area::Limits;
  model::Board board;
  board.title = "Dorset Police and Crime Plan";
  board.period = {"Quarter 2 2013/14", date(2013, 4, 1), date(2013, 9, 30)};
  board.marking = "Official";
  model::Kpi crime;
  crime.id = "total-crime";
  crime.title = "Total crime";
  crime.quantity = {.value = 19581.0};
  crime.good = model::Good::down;
  crime.previous = model::Comparator{{.value = 21012.0}, "last year"};
  board.kpis = {crime};
  model::Series months;
  months.id = "central";
  months.title = "Crime in Bournemouth Central";
  for (unsigned i = 0; i < 8; ++i) {
    months.points.push_back({date(2013, 2 + i, 1), 420.0 + 10 * (i % 3) + (i == 6 ? 60 : 0), {}});
  }
  board.series = {months};
  board.areas = {{.title = "Bournemouth Central",
                  .kpi = "total-crime",
                  .change = 114,
                  .percent = 4.5,
                  .limits = Limits::near,
                  .series = "central",
                  .lower = 340,
                  .mean = 422,
                  .upper = 504,
                  .note = "August near the upper limit, September back"},
                 {.title = "Dorchester and Sherborne",
                  .kpi = "total-crime",
                  .change = 75,
                  .percent = 7.3,
                  .limits = Limits::within,
                  .note = "Within limits every month"},
                 {.title = "Purbeck",
                  .kpi = "total-crime",
                  .change = 95,
                  .percent = 12.3,
                  .limits = Limits::within,
                  .note = "Rise in April and May only"}};
  board.area_groups = {{"total-crime", "Neighbourhood sections", 11, "", ""}};
  return board;
}

}  // namespace support
