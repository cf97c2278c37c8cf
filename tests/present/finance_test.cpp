// Tables of money: both sign conventions, both reports.
#include <gtest/gtest.h>

#include "present/finance_parts.h"
#include "present/make_slides.h"
#include "support/sample_money.h"

namespace present {
namespace {

using model::Column;
using support::capital_table;
using support::quarter_2_table;
using support::reserves_table;
using support::revenue_table;
using Form = settings::Slide::Form;
using Effect = Finance::Effect;

class FinanceSlides : public testing::Test {
 protected:
  ManyMade make_all(std::vector<model::Table> tables, settings::Slide wanted) {
    model::Board board = support::plan_board();
    board.tables = std::move(tables);
    snapshot_.feeds = {support::fetched("plan", std::move(board))};
    const Context context(settings_, snapshot_, {support::noon()});
    return make_finance(context, wanted);
  }
  Slide make(const model::Table& table, Form form = Form::automatic) {
    settings::Slide wanted = support::slide(settings::Slide::Kind::finance, "money");
    wanted.table = table.id;
    wanted.form = form;
    const auto made = make_all({table}, wanted);
    EXPECT_TRUE(made.at(0).made) << (made.at(0).made ? "" : made.at(0).made.error());
    return made.at(0).made ? made.at(0).made.value() : Slide{};
  }
  static const Finance& content(const Slide& slide) { return std::get<Finance>(slide.content); }
  static const Finance::Row& row(const Finance::Sheet& sheet, const std::string& title) {
    for (const auto& row : sheet.rows) {
      if (row.title == title) return row;
    }
    ADD_FAILURE() << "no row " << title;
    return sheet.rows.at(0);
  }

  settings::Settings settings_;
  model::Snapshot snapshot_;
};

using Texts = std::vector<std::string>;

TEST_F(FinanceSlides, FavourablePositiveAsInTheReportOf2023) {
  const Slide slide = make(revenue_table());
  EXPECT_EQ(slide.id, "money");
  EXPECT_EQ(slide.title, "Forecast overspend of £2.1m");
  EXPECT_EQ(slide.subtitle, "Revenue 2023/24, £000s. Variance in brackets: adverse.");
  EXPECT_EQ(slide.marking, "OFFICIAL");
  const Finance& finance = content(slide);
  ASSERT_EQ(finance.form, Finance::Form::variance);
  EXPECT_EQ(finance.below_zero, "(Adverse)");
  EXPECT_EQ(finance.above_zero, "Fav.");
  ASSERT_EQ(finance.sheets.size(), 1u);
  const auto& sheet = finance.sheets[0];
  ASSERT_EQ(sheet.columns.size(), 3u);
  EXPECT_EQ(sheet.columns[0].title, "Revised");
  EXPECT_EQ(sheet.columns[0].dropped, 1);
  EXPECT_EQ(sheet.columns[1].title, "Forecast");
  EXPECT_EQ(sheet.columns[2].dropped, 0);
  EXPECT_EQ(row(sheet, "Income").cells, (Texts{"(24,885)", "(26,594)", "1,709"}));
  EXPECT_EQ(row(sheet, "Income").effect, Effect::favourable);
  EXPECT_EQ(row(sheet, "Overheads").cells, (Texts{"44,859", "45,281", "(422)"}));
  EXPECT_EQ(row(sheet, "Overheads").effect, Effect::adverse);
  EXPECT_EQ(row(sheet, "Capital financing").cells, (Texts{"4,649", "4,649", "–"}));
  EXPECT_EQ(row(sheet, "Capital financing").effect, Effect::none);
  EXPECT_EQ(row(sheet, "Net budget").ref, "R4");
  ASSERT_TRUE(finance.callout);
  EXPECT_EQ(finance.callout->text, "General fund would fall to 2.36% of net revenue,");
  EXPECT_EQ(finance.callout->detail, "below the 3% minimum");
  EXPECT_EQ(finance.notes.size(), 4u);
}

TEST_F(FinanceSlides, AdversePositiveAsInTheReportOf2013) {
  const Slide slide = make(quarter_2_table());
  EXPECT_EQ(slide.title, "Forecast £11k below budget");
  const Finance& finance = content(slide);
  EXPECT_EQ(finance.below_zero, "(Under)");
  EXPECT_EQ(finance.above_zero, "Over");
  EXPECT_EQ(finance.remark, "Some lines are not shown; totals include them.");
  // Each group has a sheet of its own, in the feed's order: nothing of the report is lost.
  ASSERT_EQ(finance.sheets.size(), 2u);
  const auto& to_date = finance.sheets[0];
  EXPECT_EQ(to_date.columns[1].title, "Actual");
  EXPECT_EQ(to_date.columns[1].group, "Year to date");
  EXPECT_EQ(row(to_date, "Transport").cells, (Texts{"584", "584", "(0)"}));
  EXPECT_EQ(row(to_date, "Transport").effect, Effect::none);
  EXPECT_EQ(row(to_date, "Capital Financing").cells, (Texts{"6", "1,285", "1,279"}));
  EXPECT_EQ(row(to_date, "Capital Financing").effect, Effect::adverse);
  const auto& at_end = finance.sheets[1];
  EXPECT_EQ(at_end.columns[1].title, "Projection");
  EXPECT_EQ(row(at_end, "Central Employees").cells, (Texts{"97,963", "96,171", "(1,792)"}));
  EXPECT_EQ(row(at_end, "Central Employees").effect, Effect::favourable);
  EXPECT_EQ(row(at_end, "Office of the Commissioner").cells, (Texts{"870", "870", "–"}));
}

TEST_F(FinanceSlides, BracketsFollowTheColumn) {
  struct Case {
    model::Table::Variance variance;
    Column::Brackets brackets;
    double value;
    bool zero_in_brackets;
    const char* text;
    Effect effect;
  };
  constexpr auto kFav = model::Table::Variance::favourable_positive;
  constexpr auto kAdv = model::Table::Variance::adverse_positive;
  constexpr auto kNone = model::Table::Variance::none;
  constexpr auto kNegative = Column::Brackets::negative;
  constexpr auto kAdverse = Column::Brackets::adverse;
  for (const Case& one : {Case{kFav, kNegative, -5, false, "(5)", Effect::adverse},
                          Case{kFav, kAdverse, -5, false, "(5)", Effect::adverse},
                          Case{kAdv, kNegative, -5, false, "(5)", Effect::favourable},
                          Case{kAdv, kAdverse, -5, false, "5", Effect::favourable},
                          Case{kAdv, kAdverse, 5, false, "(5)", Effect::adverse},
                          Case{kNone, kAdverse, -5, false, "(5)", Effect::none},
                          Case{kAdv, kNegative, -0.4, false, "0", Effect::none},
                          Case{kAdv, kNegative, -0.4, true, "(0)", Effect::none},
                          Case{kAdv, kNegative, -0.5, false, "(1)", Effect::favourable},
                          Case{kAdv, kNegative, 0, true, "–", Effect::none},
                          Case{kAdv, kNegative, -0.0, false, "0", Effect::none}}) {
    model::Table table;
    table.unit = model::Unit::pounds_thousands;
    table.variance = one.variance;
    table.zero_in_brackets = one.zero_in_brackets;
    table.columns = {{"Variance", Column::Kind::variance, one.brackets, ""}};
    table.rows = {support::money_row("Line", {one.value})};
    EXPECT_EQ(cell_text(table, 0, one.value), one.text) << one.value;
    EXPECT_EQ(effect_of(table, 0, one.value), one.effect) << one.value;
  }
}

TEST_F(FinanceSlides, TextsAndMissingCellsAreNeverNumbers) {
  model::Table table = capital_table();
  table.rows[0].cells[3] = std::string("TBC");
  table.rows[0].cells[4] = std::monostate{};
  const Slide slide = make(table);
  const auto& line = content(slide).sheets[0].rows[0];
  EXPECT_EQ(line.cells, (Texts{"1,121", "TBC", ""}));
  EXPECT_FALSE(line.variance);
}

TEST_F(FinanceSlides, TheTitleSaysOnlyWhatTheTotalSays) {
  struct Case {
    double budget, forecast, variance;
    const char* title;
  };
  for (const Case& one : {Case{162874, 164998, -2124, "Forecast overspend of £2.1m"},
                          Case{24795, 19711, 5084, "Forecast £5.1m below budget"},
                          Case{100, 100, 0, "Forecast on budget"},
                          Case{1000, 1745, -745, "Forecast overspend of £745k"},
                          Case{1000, 1999.6, -999.6, "Forecast overspend of £1.0m"},
                          // Income: more is better, and no overspend is claimed.
                          Case{-24885, -26594, 1709, "Forecast £1.7m better than budget"},
                          Case{100, 90, -10, "Forecast £10k worse than budget"}}) {
    model::Table table = capital_table();
    table.rows.back().cells[1] = one.budget;
    table.rows.back().cells[3] = one.forecast;
    table.rows.back().cells[4] = one.variance;
    EXPECT_EQ(make(table).title, one.title);
  }
  model::Table table = capital_table();
  table.rows.pop_back();
  EXPECT_EQ(make(table).title, "Capital 2023/24");
  EXPECT_EQ(make(table).subtitle, "£000s. Variance in brackets: adverse.");
  table.message = "Capital slips";
  EXPECT_EQ(make(table).title, "Capital slips");
}

TEST_F(FinanceSlides, MovementGoesFromOpeningToClosing) {
  const Slide slide = make(reserves_table());
  EXPECT_EQ(slide.title, "Usable reserves rise from £11.4m to £13.8m");
  EXPECT_EQ(slide.subtitle, "Reserves 2023/24, £000s. Brackets: negative.");
  const Finance& finance = content(slide);
  ASSERT_EQ(finance.form, Finance::Form::movement);
  const auto& sheet = finance.sheets.at(0);
  EXPECT_EQ(row(sheet, "Total usable reserves").cells,
            (Texts{"11,383", "(662)", "2,627", "(256)", "13,754", "2,371"}));
  EXPECT_EQ(row(sheet, "Budget Management Fund").cells.back(), "(562)");
  EXPECT_EQ(row(sheet, "Network Reserve").cells.back(), "–");
  EXPECT_EQ(row(sheet, "General Fund Balance").opening, 5860);
  EXPECT_EQ(row(sheet, "General Fund Balance").closing, 5960);
}

TEST_F(FinanceSlides, SharesOfTheForecast) {
  const Slide slide = make(capital_table(), Form::shares);
  EXPECT_EQ(slide.title, "Estates works: 73% of £19.7m");
  const Finance& finance = content(slide);
  ASSERT_EQ(finance.shares.size(), 4u);
  EXPECT_EQ(finance.shares[0].title, "Estates works");
  EXPECT_EQ(finance.shares[0].amount, "14,347");
  EXPECT_EQ(finance.shares[0].percent, "73%");
  EXPECT_EQ(finance.shares[3].title, "Vehicles");
  EXPECT_EQ(finance.whole, "Total");
  EXPECT_EQ(finance.whole_amount, "19,711");
  EXPECT_EQ(finance.remark, "Not in the bar: Slippage 0.");
}

TEST_F(FinanceSlides, SharesAreMergedAndWhatIsNotShownSaysSo) {
  model::Table table = capital_table();
  table.rows[4].cells[3] = 300.0;
  table.rows.insert(table.rows.begin(), support::money_row("Vans", {0, 0, 0, 200, 0}));
  table.lines_left_out = true;
  table.rows.back().cells[3] = 25000.0;
  const Slide slide = make(table, Form::shares);
  const auto& shares = content(slide).shares;
  ASSERT_EQ(shares.size(), 5u);
  EXPECT_EQ(shares[3].title, "3 other lines");
  EXPECT_EQ(shares[3].detail, "Vehicles 1,026, Slippage 300, Vans 200");
  EXPECT_EQ(shares[4].title, "Lines not shown");
  EXPECT_EQ(shares[4].amount, "4,789");
  double sum = 0;
  for (const auto& share : shares) sum += share.share;
  EXPECT_NEAR(sum, 1, 1e-9);
}

TEST_F(FinanceSlides, SharesWithANegativeLineAreOfTheRest) {
  model::Table table = capital_table();
  table.rows[4].cells[3] = -500.0;
  table.rows.back().cells[3] = 19211.0;
  const Slide slide = make(table, Form::shares);
  EXPECT_EQ(content(slide).whole, "Sum of these lines");
  EXPECT_EQ(content(slide).whole_amount, "19,711");
  EXPECT_EQ(content(slide).remark, "Not in the bar: Slippage (500). Total: 19,211.");
}

TEST_F(FinanceSlides, RowsShowEveryColumn) {
  const Slide slide = make(quarter_2_table(), Form::rows);
  const auto& sheet = content(slide).sheets.at(0);
  EXPECT_EQ(sheet.columns.size(), 6u);
  EXPECT_EQ(row(sheet, "Total").cells,
            (Texts{"53,733", "54,478", "745", "114,291", "114,280", "(11)"}));
  EXPECT_EQ(slide.subtitle,
            "Finance at the end of quarter 2, £000s. "
            "Variance in brackets: under budget.");
}

TEST_F(FinanceSlides, OneSlideForEachTable) {
  const auto wanted = support::slide(settings::Slide::Kind::finance, "money");
  const auto made = make_all({revenue_table(), capital_table()}, wanted);
  ASSERT_EQ(made.size(), 2u);
  EXPECT_EQ(made[0].id, "money/revenue");
  EXPECT_EQ(made[1].id, "money/capital");
  EXPECT_EQ(made[1].made.value().id, "money/capital");
}

TEST_F(FinanceSlides, AReasonWhereThereIsNothingToShow) {
  auto wanted = support::slide(settings::Slide::Kind::finance, "money");
  auto reason = [&](std::vector<model::Table> tables) {
    const auto made = make_all(std::move(tables), wanted);
    return made.at(0).made ? "made" : made.at(0).made.error();
  };
  EXPECT_EQ(reason({}), "no feed has tables");
  wanted.form = Form::variance;
  EXPECT_EQ(reason({reserves_table()}), "table reserves has no variance column");
  wanted.form = Form::movement;
  EXPECT_EQ(reason({revenue_table()}), "table revenue has no opening or no closing column");
  wanted.form = Form::shares;
  model::Table nothing = capital_table();
  for (auto& row : nothing.rows) row.cells.assign(5, 0.0);
  EXPECT_EQ(reason({nothing}), "table capital has no amounts above zero to share out");
  for (auto& row : nothing.rows) row.cells.assign(5, std::monostate{});
  EXPECT_EQ(reason({nothing}), "table capital has no figures");
  nothing.rows.clear();
  EXPECT_EQ(reason({nothing}), "table capital has no rows or no columns");
  wanted.table = "plan/capital";
  wanted.form = Form::automatic;
  EXPECT_EQ(reason({capital_table()}), "made");
  wanted.table = "other/capital";
  EXPECT_EQ(reason({capital_table()}), "no feed has table other/capital");
}

TEST_F(FinanceSlides, ATableMayBeMarkedHigherThanItsBoard) {
  model::Table table = capital_table();
  table.marking = "Official-Sensitive";
  const Slide slide = make(table);
  EXPECT_EQ(slide.marking, "OFFICIAL-SENSITIVE");
  EXPECT_TRUE(slide.marking_in_header);
}

TEST_F(FinanceSlides, PlainCountsAreNoMoney) {
  model::Table table = capital_table();
  table.unit = model::Unit::count;
  table.rows.back().cells[4] = 5084.5;
  EXPECT_EQ(make(table).title, "Forecast 5,084.5 better than budget");
  EXPECT_EQ(content(make(table)).sheets[0].rows.back().cells.back(), "5,084.5");
  EXPECT_EQ(content(make(table)).sheets[0].rows.front().cells.back(), "95.0");
  EXPECT_EQ(make(table).subtitle, "Capital 2023/24. Variance in brackets: adverse.");
}

}  // namespace
}  // namespace present
