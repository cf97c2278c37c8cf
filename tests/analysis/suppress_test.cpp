#include "analysis/suppress.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/rating.h"
#include "analysis/rolling.h"

namespace analysis {
namespace {

using model::Flag;
using model::Kpi;
using model::Quantity;
using model::Unit;
using model::Value;
using model::Withheld;
using Thing = model::Withheld::Thing;

model::Date month(int year, unsigned month_of_year) {
  return std::chrono::year{year} / std::chrono::month{month_of_year} / 1;
}

Kpi count(const std::string& id, double value) {
  return {.id = id, .title = id, .quantity = {.value = value}};
}

Quantity change(double value, Unit unit = Unit::count) {
  return {.value = value, .unit = unit, .is_signed = true};
}

model::Series months(const std::string& id, const std::vector<double>& values, int year = 2023,
                     unsigned first = 4) {
  model::Series series;
  series.id = id;
  model::Date at = month(year, first);
  for (const double value : values) {
    series.points.push_back({at, value, {}});
    at += std::chrono::months{1};
  }
  return series;
}

// What was withheld, as "kpi a, value: count below 5".
std::vector<std::string> lines(const std::vector<Withheld>& withheld) {
  const char* const names[] = {"document", "kpi", "series", "table", "area"};
  std::vector<std::string> lines;
  for (const auto& one : withheld) {
    lines.push_back(std::string(names[static_cast<int>(one.thing)]) + " " + one.id + ", " +
                    one.part + ": " + one.why);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(SuppressSmall, TakesCountsFromOneToFour) {
  const struct {
    Quantity quantity;
    Value shown;
  } rows[] = {
      {{.value = 0.0}, 0.0},
      {{.value = 1.0}, "<5"},
      {{.value = 4.0}, "<5"},
      {{.value = 5.0}, 5.0},
      {{.value = 4.5}, "<5"},
      {{.value = -3.0}, "<5"},
      {change(-3), -3.0},  // a change is no count
      {{.value = 3.0, .unit = Unit::percent}, 3.0},
      {{.value = 3.0, .unit = Unit::minutes}, 3.0},
      {{.value = 3.0, .unit = Unit::rank}, 3.0},
      {{.value = "TBC"}, "TBC"},
      {{}, Value()},
  };
  for (const auto& row : rows) {
    model::Board board;
    board.kpis.push_back({.id = "a", .quantity = row.quantity});
    const bool taken = row.shown == Value("<5");
    EXPECT_EQ(suppress_small(board, 5).size(), taken ? 1u : 0u);
    EXPECT_EQ(board.kpis[0].quantity.value, row.shown);
    EXPECT_EQ(board.kpis[0].flags, taken ? std::vector{Flag::low} : std::vector<Flag>{});
  }
}

TEST(SuppressSmall, IsOffUnlessAsked) {
  for (const int off : {0, 1}) {
    model::Board board;
    board.kpis = {count("a", 1)};
    const model::Board before = board;
    EXPECT_TRUE(suppress_small(board, off).empty());
    EXPECT_EQ(board, before);
  }
  model::Board board;
  board.kpis = {count("a", 9), count("b", 10)};
  suppress_small(board, 10);
  EXPECT_EQ(board.kpis[0].quantity.value, Value("<10"));
  EXPECT_EQ(board.kpis[1].quantity.value, Value(10.0));
}

TEST(SuppressSmall, AFigureTakesItsChangesAndNoteWithIt) {
  Kpi kpi = count("hate", 3);
  kpi.change = change(-40, Unit::percent);
  kpi.also = change(-2);
  kpi.previous = model::Comparator{{.value = 5.0}, "last year"};
  kpi.note = "three in one street";
  kpi.direction.now = model::Direction::down;
  kpi.rag.now = model::Rating::green;
  kpi.rank = model::Rank{.place = 1, .of = 8};
  model::Board board;
  board.kpis = {kpi};
  EXPECT_EQ(
      lines(suppress_small(board, 5)),
      (Lines{"kpi hate, value: count below 5", "kpi hate, change: would give away kpi hate, value",
             "kpi hate, also: would give away kpi hate, value",
             "kpi hate, note: may say a number withheld"}));
  const Kpi& shown = board.kpis[0];
  EXPECT_FALSE(shown.change);
  EXPECT_FALSE(shown.also);
  EXPECT_EQ(shown.note, "");
  EXPECT_EQ(shown.previous->quantity.value, Value(5.0));
  EXPECT_EQ(shown.rank->place, 1);  // a place tells no count
  EXPECT_EQ(rate(shown, {}), (Rated{model::Rating::green, Rated::From::feed}));
}

TEST(SuppressSmall, ARatingByRuleGoesWithItsFigure) {
  model::Board board;
  board.kpis = {count("deaths", 3)};
  board.kpis[0].target = model::Target{.is = model::Target::Is::at_most, .value = 10};
  ASSERT_EQ(rate(board.kpis[0], {}).from, Rated::From::rule);
  suppress_small(board, 5);
  EXPECT_EQ(rate(board.kpis[0], {}), Rated{});
}

TEST(SuppressSmall, ASmallEarlierFigureGoesByEveryWay) {
  Kpi given = count("given", 20);
  given.previous = model::Comparator{{.value = 4.0}, "last year"};
  given.change = change(400, Unit::percent);
  Kpi in_count = count("in-count", 20);
  in_count.change = Quantity{.value = 16.0};  // 20 less 16 are 4
  Kpi in_percent = count("in-percent", 20);
  in_percent.also = change(900, Unit::percent);  // a tenth of 20
  Kpi harmless = count("harmless", 20);
  harmless.change = change(100, Unit::percent);
  Kpi both{.id = "both", .quantity = change(-50, Unit::percent)};
  both.also = change(-2);  // from 4 to 2
  Kpi large{.id = "large", .quantity = change(-5.8, Unit::percent)};
  large.also = change(-14);
  model::Board board;
  board.kpis = {given, in_count, in_percent, harmless, both, large};
  suppress_small(board, 5);
  EXPECT_EQ(board.kpis[0].previous->quantity.value, Value("<5"));
  EXPECT_FALSE(board.kpis[0].change);
  EXPECT_EQ(board.kpis[0].quantity.value, Value(20.0));
  EXPECT_FALSE(board.kpis[1].change);
  EXPECT_FALSE(board.kpis[2].also);
  EXPECT_TRUE(board.kpis[3].change);
  EXPECT_EQ(board.kpis[4].quantity.value, Value("[c]"));
  EXPECT_FALSE(board.kpis[4].also);
  EXPECT_EQ(board.kpis[5].quantity.value, Value(-5.8));
  EXPECT_TRUE(board.kpis[5].also);
}

TEST(SuppressSmall, ASmallCountBesideARateTakesTheRateWithIt) {
  model::Board board;
  board.kpis.push_back({.id = "rate", .quantity = {.value = 12.5, .unit = Unit::percent}});
  board.kpis[0].also = Quantity{.value = 2.0};
  suppress_small(board, 5);
  EXPECT_EQ(board.kpis[0].quantity.value, Value("[c]"));
  EXPECT_FALSE(board.kpis[0].also);
}

TEST(SuppressSmall, RatesGoWithTheirCount) {
  model::Board board;
  board.kpis = {count("robbery", 3), count("burglary", 200)};
  board.kpis.push_back({.id = "robbery-rate",
                        .quantity = {.value = 33.3, .unit = Unit::percent},
                        .change = change(4.1, Unit::points),
                        .parent = "plan/robbery",
                        .series = "robbery-rate"});
  board.kpis.push_back({.id = "burglary-rate",
                        .quantity = {.value = 1.5, .unit = Unit::percent},  // 3 of 200
                        .parent = "burglary"});
  board.kpis.push_back({.id = "burglary-other",
                        .quantity = {.value = 15.0, .unit = Unit::percent},
                        .parent = "burglary"});
  board.series = {months("robbery-rate", {20, 33.3})};
  board.series[0].unit = Unit::percent;
  const auto withheld = lines(suppress_small(board, 5));
  EXPECT_EQ(board.kpis[2].quantity.value, Value("[c]"));
  EXPECT_FALSE(board.kpis[2].change);
  EXPECT_EQ(board.kpis[3].quantity.value, Value("[c]"));
  EXPECT_EQ(board.kpis[4].quantity.value, Value(15.0));
  EXPECT_TRUE(board.series[0].points[0].value);
  EXPECT_FALSE(board.series[0].points[1].value);  // the last: the rate names no period
  EXPECT_EQ(withheld[1], "kpi robbery-rate, value: would give away kpi robbery, value");
  EXPECT_TRUE(std::count(withheld.begin(), withheld.end(),
                         "kpi burglary-rate, value: would give away a count below 5"));
}

TEST(SuppressSmall, MonthsOfARateGoWithTheMonthsOfTheirCount) {
  model::Board board;
  board.kpis = {count("robbery", 30)};
  board.kpis[0].series = "robbery";
  board.kpis.push_back({.id = "rate",
                        .quantity = {.value = 30.0, .unit = Unit::percent},
                        .parent = "robbery",
                        .series = "rate"});
  board.series = {months("robbery", {12, 3, 15}), months("rate", {25, 66.7, 20})};
  board.series[1].unit = Unit::percent;
  suppress_small(board, 5);
  EXPECT_TRUE(board.series[1].points[0].value);
  EXPECT_FALSE(board.series[1].points[1].value);
  EXPECT_TRUE(board.series[1].points[2].value);
}

TEST(SuppressSmall, PointsLoseTheirValueAndTotalsOverThemAreMissing) {
  model::Board board;
  board.series = {months("ksi", {12, 3, 0, 9})};
  board.series[0].message = "Down to 3 in May";
  const auto withheld = lines(suppress_small(board, 5));
  const auto& points = board.series[0].points;
  EXPECT_EQ(points[0].value, 12);
  EXPECT_FALSE(points[1].value);
  EXPECT_EQ(points[1].flags, std::vector{Flag::confidential});
  EXPECT_EQ(points[2].value, 0);
  EXPECT_EQ(board.series[0].message, "");
  EXPECT_EQ(withheld, (Lines{"series ksi, 2023-05-01: count below 5",
                             "series ksi, message: may say a number withheld"}));
  const auto totals = rolling_totals(board.series[0], 3);
  EXPECT_FALSE(totals[2]);
  EXPECT_FALSE(totals[3]);
}

TEST(SuppressSmall, AMonthIsNotTheFigureLessTheOtherMonths) {
  Kpi quarter = count("quarter", 20);
  quarter.series = "ksi";
  quarter.period = {"Q1", month(2023, 4), std::chrono::year{2023} / 6 / 30};
  quarter.previous = model::Comparator{{.value = 28.0}, "last year"};
  model::Board board;
  board.kpis = {quarter};
  board.series = {months("ksi", {9, 4, 15}, 2022)};
  for (const auto& point : months("ksi", {10, 3, 7, 30}).points) {
    board.series[0].points.push_back(point);
  }
  const auto withheld = lines(suppress_small(board, 5));
  const auto& points = board.series[0].points;
  EXPECT_EQ(board.kpis[0].quantity.value, Value(20.0));
  EXPECT_FALSE(points[4].value);
  EXPECT_FALSE(points[5].value);  // the next smallest of April to June 2023
  EXPECT_EQ(points[3].value, 10);
  EXPECT_EQ(points[6].value, 30);
  EXPECT_FALSE(points[0].value);  // and of the year before
  EXPECT_FALSE(points[1].value);
  EXPECT_TRUE(std::count(withheld.begin(), withheld.end(),
                         "series ksi, 2023-06-01: would give away series ksi, 2023-05-01"));
}

TEST(SuppressSmall, NorIsItWhatAPercentageLeaves) {
  Kpi fall{.id = "fall", .quantity = change(-28.6, Unit::percent), .series = "ksi"};
  fall.period = {"Q1", month(2023, 4), std::chrono::year{2023} / 6 / 30};
  model::Board board;
  board.kpis = {fall};
  board.series = {months("ksi", {9, 6, 13}, 2022)};
  for (const auto& point : months("ksi", {10, 3, 7}).points) {
    board.series[0].points.push_back(point);
  }
  suppress_small(board, 5);
  const auto& points = board.series[0].points;
  EXPECT_FALSE(points[4].value);
  EXPECT_FALSE(points[1].value);  // the next smallest of both quarters
  EXPECT_EQ(board.kpis[0].quantity.value, Value(-28.6));
}

TEST(SuppressSmall, ATotalIsNotToldByItsChildren) {
  const auto family = [](double a, double b, double c, double total) {
    model::Board board;
    board.kpis = {count("all", total), count("a", a), count("b", b), count("c", c)};
    for (size_t i = 1; i < 4; ++i) board.kpis[i].parent = "all";
    suppress_small(board, 5);
    std::vector<Value> shown;
    for (const auto& kpi : board.kpis) shown.push_back(kpi.quantity.value);
    return shown;
  };
  EXPECT_EQ(family(3, 40, 7, 50), (std::vector<Value>{50.0, "<5", 40.0, "[c]"}));
  EXPECT_EQ(family(3, 4, 43, 50), (std::vector<Value>{50.0, "<5", "<5", 43.0}));
  // Children that are only some of it tell nothing.
  EXPECT_EQ(family(3, 40, 7, 60), (std::vector<Value>{60.0, "<5", 40.0, 7.0}));
}

model::Table table(std::vector<std::pair<model::Row::Weight, std::vector<Value>>> rows) {
  model::Table table;
  table.id = "t";
  for (auto& [weight, cells] : rows) {
    table.columns.resize(cells.size());
    model::Row row;
    row.title = "row " + std::to_string(table.rows.size());
    row.weight = weight;
    row.cells = std::move(cells);
    table.rows.push_back(row);
  }
  for (size_t i = 0; i < table.columns.size(); ++i)
    table.columns[i].title = std::string(1, "ABCDEF"[i]);
  return table;
}

constexpr auto kLine = model::Row::Weight::line;
constexpr auto kSubtotal = model::Row::Weight::subtotal;
constexpr auto kTotal = model::Row::Weight::total;

std::vector<std::vector<Value>> shown(model::Table given) {
  model::Board board;
  board.tables = {std::move(given)};
  suppress_small(board, 5);
  std::vector<std::vector<Value>> cells;
  for (const auto& row : board.tables[0].rows) cells.push_back(row.cells);
  return cells;
}

using Cells = std::vector<std::vector<Value>>;

TEST(SuppressTable, ATotalLessItsVisibleLinesIsNotTheHiddenOne) {
  EXPECT_EQ(shown(table({{kLine, {12.0}}, {kLine, {3.0}}, {kLine, {7.0}}, {kTotal, {22.0}}})),
            (Cells{{12.0}, {"<5"}, {"[c]"}, {22.0}}));
  EXPECT_EQ(shown(table({{kLine, {12.0}}, {kLine, {3.0}}, {kLine, {2.0}}, {kTotal, {17.0}}})),
            (Cells{{12.0}, {"<5"}, {"<5"}, {17.0}}));
  EXPECT_EQ(shown(table({{kLine, {12.0}}, {kLine, {3.0}}, {kLine, {7.0}}})),
            (Cells{{12.0}, {"<5"}, {7.0}}));
}

TEST(SuppressTable, SubtotalsAreTotalsAndParts) {
  const auto cells = shown(table({{kLine, {3.0}},
                                  {kSubtotal, {3.0}},
                                  {kLine, {12.0}},
                                  {kLine, {20.0}},
                                  {kSubtotal, {32.0}},
                                  {kLine, {9.0}},
                                  {kTotal, {44.0}}}));
  // The first subtotal is its only line; the total must not give that away, so the line of 9 goes.
  EXPECT_EQ(cells, (Cells{{"<5"}, {"<5"}, {12.0}, {20.0}, {32.0}, {"[c]"}, {44.0}}));
}

TEST(SuppressTable, RowsThatAddUpAreTiedToo) {
  const auto cells = shown(table({{kLine, {3.0, 20.0, 23.0}},
                                  {kLine, {30.0, 40.0, 70.0}},
                                  {kLine, {50.0, 60.0, 110.0}},
                                  {kTotal, {83.0, 120.0, 203.0}}}));
  EXPECT_EQ(
      cells,
      (Cells{
          {"<5", "[c]", 23.0}, {"[c]", "[c]", 70.0}, {50.0, 60.0, 110.0}, {83.0, 120.0, 203.0}}));
}

TEST(SuppressTable, AVarianceIsNoCountButTellsOne) {
  auto given = table({{kLine, {10.0, 3.0, 7.0}}, {kLine, {50.0, 48.0, 2.0}}});
  given.columns[0].kind = model::Column::Kind::budget;
  given.columns[1].kind = model::Column::Kind::actual;
  given.columns[2].kind = model::Column::Kind::variance;
  EXPECT_EQ(shown(given), (Cells{{10.0, "<5", "[c]"}, {50.0, 48.0, 2.0}}));
}

TEST(SuppressTable, LinesLeftOutProtectThemselves) {
  auto given = table({{kLine, {3.0}}, {kLine, {7.0}}, {kTotal, {22.0}}});
  given.lines_left_out = true;
  EXPECT_EQ(shown(given), (Cells{{"<5"}, {7.0}, {22.0}}));
}

TEST(SuppressTable, OtherUnitsStay) {
  auto given = table({{kLine, {3.0}}, {kTotal, {3.0}}});
  given.unit = Unit::pounds_thousands;
  EXPECT_EQ(shown(given), (Cells{{3.0}, {3.0}}));
}

TEST(SuppressTable, ItsMessageMaySayTheNumber) {
  model::Board board;
  board.tables = {table({{kLine, {3.0}}})};
  board.tables[0].message = "Only 3 left";
  board.tables[0].callout = model::Callout{model::Rating::red, "3 vacancies", ""};
  EXPECT_EQ(
      lines(suppress_small(board, 5)),
      (Lines{"table t, row 0 / A: count below 5", "table t, message: may say a number withheld",
             "table t, callout: may say a number withheld"}));
  EXPECT_EQ(board.tables[0].message, "");
  EXPECT_FALSE(board.tables[0].callout);
}

TEST(SuppressAreas, AChangeThatTellsASmallCountGoes) {
  model::Board board;
  board.kpis = {count("asb", 3), count("crime", 900)};
  board.areas = {
      {.title = "of a small total", .kpi = "asb", .change = 40, .percent = 20},
      {.title = "from 2 to 4", .kpi = "crime", .change = 2, .percent = 100},
      {.title = "large", .kpi = "crime", .change = 40, .percent = 20},
      {.title = "months", .kpi = "crime", .series = "m", .lower = 1, .mean = 6, .upper = 11}};
  board.series = {months("m", {6, 2, 9})};
  suppress_small(board, 5);
  EXPECT_FALSE(board.areas[0].change);
  EXPECT_FALSE(board.areas[1].change);
  EXPECT_FALSE(board.areas[1].percent);
  EXPECT_TRUE(board.areas[2].change);
  EXPECT_FALSE(board.areas[3].mean);
}

}  // namespace
}  // namespace analysis
