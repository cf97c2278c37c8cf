// What a careful analyst would see in a board.
#include "analysis/consistency.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/boards.h"

namespace analysis {
namespace {

using model::Board;
using model::Kpi;
using model::Quantity;
using model::Row;
using model::Target;
using model::Unit;
using support::date;

std::vector<std::string> found(const Board& board) {
  std::vector<std::string> found;
  for (const auto& doubt : doubts_about(board)) found.push_back(doubt.found);
  return found;
}

using Found = std::vector<std::string>;

Board with(Kpi kpi) {
  Board board;
  kpi.id = "k";
  kpi.good = kpi.good.value_or(model::Good::down);
  board.kpis.push_back(std::move(kpi));
  return board;
}

Kpi compared(double now, double before, Unit unit, Quantity change) {
  Kpi kpi;
  kpi.quantity = {.value = now, .unit = unit};
  kpi.previous = model::Comparator{{.value = before, .unit = unit}, "last year"};
  kpi.change = std::move(change);
  return kpi;
}

TEST(Consistency, SeesAPercentageAndACountOfOppositeSign) {
  Kpi kpi;
  kpi.quantity = {.value = -5.0, .unit = Unit::percent, .is_signed = true};
  kpi.also = Quantity{.value = 45.0, .unit = Unit::count, .is_signed = true};
  EXPECT_EQ(found(with(kpi)), Found{"kpi k: -5 beside 45"});
  kpi.also->value = -45.0;
  EXPECT_EQ(found(with(kpi)), Found{});

  Board board;
  board.areas.push_back({.title = "Purbeck", .change = 95, .percent = -12.3});
  EXPECT_EQ(found(board), Found{"area Purbeck: -12.3 per cent beside a change of 95"});
}

// Printed changes of the 2013/14 report, and the slip of the 2023/24 one.
TEST(Consistency, SeesAChangeThatDoesNotFollow) {
  EXPECT_EQ(found(with(compared(19581, 21012, Unit::count, {-6.8, Unit::percent}))), Found{});
  EXPECT_EQ(found(with(compared(19581, 21012, Unit::count, {-1431.0, Unit::count}))), Found{});
  EXPECT_EQ(found(with(compared(25.2, 21.1, Unit::percent, {4.1, Unit::points}))), Found{});
  EXPECT_EQ(found(with(compared(531, 493, Unit::count, {7.2, Unit::percent}))),
            Found{"kpi k: a printed change of 7.2, though 531 against 493 makes 7.7079"});
  EXPECT_EQ(found(with(compared(25.2, 21.1, Unit::percent, {4.4, Unit::points}))),
            Found{"kpi k: a printed change of 4.4, though 25.2 against 21.1 makes 4.1"});
}

TEST(Consistency, ForgivesRoundingOfWhatIsPrinted) {
  // 25.15 against 21.05 would print the same figures and make 4.1 to 4.2.
  EXPECT_EQ(found(with(compared(25.2, 21.1, Unit::percent, {4.2, Unit::points}))), Found{});
  EXPECT_EQ(found(with(compared(0, 0, Unit::count, {0.0, Unit::percent}))), Found{});
}

TEST(Consistency, SeesATargetWithoutADirection) {
  Board board = with({});
  board.kpis[0].target = Target{.is = Target::Is::at_least, .value = 90};
  board.kpis[0].good.reset();
  EXPECT_EQ(found(board), Found{"kpi k: a target without a direction"});
  board.kpis[0].good = model::Good::down;
  EXPECT_EQ(found(board), Found{"kpi k: a target against what is said to be good"});
  board.kpis[0].good = model::Good::up;
  EXPECT_EQ(found(board), Found{});
}

model::Table table_of(std::vector<Row> rows) {
  return {.id = "t", .title = "Table", .columns = {{"Forecast"}}, .rows = std::move(rows)};
}

constexpr auto kLine = Row::Weight::line;
constexpr auto kSubtotal = Row::Weight::subtotal;
constexpr auto kTotal = Row::Weight::total;

TEST(Consistency, AddsUpTotalsAsTablesArePrinted) {
  const std::vector<std::vector<Row>> right = {
      // Revenue 2023/24: each total goes on from the one before it.
      {{"Income", {-26594.0}, kLine},
       {"Pay", {139270.0}, kLine},
       {"Overheads", {45281.0}, kLine},
       {"Financing", {4649.0}, kLine},
       {"Chief Constable", {162606.0}, kSubtotal},
       {"Office", {3054.0}, kLine},
       {"Net expenditure", {165660.0}, kSubtotal},
       {"Reserves", {-662.0}, kLine},
       {"Net budget", {164998.0}, kTotal}},
      // The total above its lines, and one unit of rounding.
      {{"Commands", {2595.0}, kSubtotal},
       {"Territorial", {346.0}, kLine},
       {"Justice", {758.0}, kLine},
       {"Support", {1490.0}, kLine}},
      // A total of subtotals.
      {{"A", {2.0}, kLine},
       {"All A", {2.0}, kSubtotal},
       {"B", {3.0}, kLine},
       {"All B", {3.0}, kSubtotal},
       {"All", {5.0}, kTotal}},
      // Nothing to add: text and missing cells.
      {{"A", {model::Value("TBC")}, kLine}, {"All", {5.0}, kTotal}},
  };
  for (const auto& rows : right) {
    Board board;
    board.tables.push_back(table_of(rows));
    EXPECT_EQ(found(board), Found{}) << rows.front().title;
  }
}

TEST(Consistency, SeesATotalThatIsWrong) {
  Board board;
  board.tables.push_back(
      table_of({{"A", {10.0}, kLine}, {"B", {20.0}, kLine}, {"All", {33.0}, kTotal}}));
  EXPECT_EQ(found(board), Found{"table t: All, Forecast: 33, though its lines make 30"});
  board.tables[0].lines_left_out = true;
  EXPECT_EQ(found(board), Found{});
}

TEST(Consistency, SeesNamesThatDoNotMeet) {
  Board board = support::plan_board();
  board.previous_period = {};
  EXPECT_EQ(found(board), Found{});
  board.priorities[0].themes.push_back({.id = "fly", .title = "Fly-tipping"});
  board.kpis[0].theme = "Fly-tipping";
  board.kpis[0].priority = "calls/p1";
  board.commitments.push_back({.number = "072", .priority = "p9", .title = "Answer"});
  EXPECT_EQ(found(board), (Found{"themes fly-tipping and fly are both called \"Fly-tipping\"",
                                 "kpi 999-10s: theme Fly-tipping, which the board does not have",
                                 "commitment 072: priority p9, which the board does not have"}));
}

TEST(Consistency, SeesRatingsWithoutAWordForTheMove) {
  EXPECT_EQ(found(support::plan_board()),
            Found{"1 of 2 ratings without the one of the period before: no word for the move"});
}

TEST(Consistency, SeesDatesOutOfOrder) {
  Board board;
  board.generated_at = base::parse_timestamp("2023-09-20T09:00:00Z");
  board.period = {"", date(2023, 4, 1), date(2023, 12, 31)};
  board.previous_period = {"", {}, date(2023, 6, 30)};
  board.next_due = date(2023, 9, 1);
  board.kpis.push_back({.id = "k", .period = {"", date(2023, 6, 30), date(2023, 4, 1)}});
  board.agenda = {
      {date(2024, 2, 1), "Later", {}}, {{}, "One day", {}}, {date(2023, 12, 14), "", {}}};
  board.notices.push_back({.id = "n",
                           .from = base::parse_timestamp("2023-09-20T10:00:00Z"),
                           .until = *base::parse_timestamp("2023-09-20T09:00:00Z")});
  EXPECT_EQ(found(board),
            (Found{"the board: its period ends on 2023-12-31, after the feed was generated",
                   "the period before and this one from 2023-06-30 to 2023-04-01",
                   "generation and next edition from 2023-09-20 to 2023-09-01",
                   "kpi k: its period from 2023-06-30 to 2023-04-01",
                   "meetings that follow each other from 2024-02-01 to 2023-12-14",
                   "notice n: it ends before it begins"}));
}

TEST(Consistency, StopsCountingOutLoud) {
  Board board;
  for (int i = 0; i < 1000; ++i) {
    board.areas.push_back({.title = std::to_string(i), .change = 1, .percent = -1});
  }
  const auto doubts = doubts_about(board);
  EXPECT_EQ(doubts.size(), 301u);
  EXPECT_EQ(doubts.back().found, "700 more doubts");
}

model::Series series_at(std::vector<model::Date> dates, model::Interval every) {
  model::Series series;
  series.id = "s";
  series.every = every;
  for (const model::Date at : dates) series.points.push_back({at, 5.0, {}});
  return series;
}

TEST(Consistency, SeesPointsThatKeepNoStep) {
  struct Case {
    model::Interval every;
    std::vector<model::Date> dates;
    Found found;
  };
  const Case cases[] = {
      {model::Interval::month, {date(2024, 1, 1), date(2024, 4, 1)}, {}},
      {model::Interval::week, {date(2024, 1, 1), date(2024, 1, 15)}, {}},
      {model::Interval::week,
       {date(2024, 1, 1), date(2024, 1, 9)},
       {"series s: a point at 2024-01-09 after 2024-01-01"}},
      {model::Interval::quarter,
       {date(2024, 1, 1), date(2024, 4, 1), date(2024, 6, 1)},
       {"series s: a point at 2024-06-01 after 2024-04-01"}},
      {model::Interval::year,
       {date(2023, 4, 1), date(2024, 1, 1)},
       {"series s: a point at 2024-01-01 after 2023-04-01"}},
  };
  for (const auto& tested : cases) {
    Board board;
    board.series = {series_at(tested.dates, tested.every)};
    EXPECT_EQ(found(board), tested.found);
  }
}

TEST(Consistency, SeesRecalculationsWithoutAPointAndShortBaselines) {
  Board board;
  board.series = {series_at({date(2024, 1, 1), date(2024, 2, 1)}, model::Interval::month)};
  board.series[0].rebase = {{date(2024, 2, 1), ""}, {date(2024, 3, 1), "New beats"}};
  board.series[0].baseline = 11;
  EXPECT_EQ(found(board), (Found{"series s: recalculated at 2024-03-01, where it has no point",
                                 "series s: a baseline of 11 points"}));
  board.series[0].rebase.pop_back();
  board.series[0].baseline = 12;
  EXPECT_EQ(found(board), Found{});
}

}  // namespace
}  // namespace analysis
