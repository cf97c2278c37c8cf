#include "present/table_slides.h"

#include <gtest/gtest.h>

#include "present/kpi_rows.h"
#include "present/make_slides.h"
#include "support/report_2013.h"

namespace present {
namespace {

using model::Good;
using model::Kpi;
using model::Quantity;
using model::Rating;
using model::Unit;
using Kind = settings::Slide::Kind;
using support::compared;
using support::date;
using support::fetched;
using support::Making;
using support::report_2013;
using support::slide;

Slide kpi_slide(const Making& making, settings::Slide wanted = slide(Kind::kpi_table, "t")) {
  const Made made = make_kpi_table(making.context(), wanted);
  EXPECT_TRUE(made) << (made ? "" : made.error());
  return made ? made.value() : Slide{};
}

std::vector<std::string> texts_of(const KpiTable::Row& row) {
  std::vector<std::string> texts;
  for (const Cell& cell : row.cells) texts.push_back(cell.text);
  return texts;
}

std::vector<std::string> heads_of(const KpiTable& table) {
  std::vector<std::string> heads;
  for (const auto& column : table.columns) heads.push_back(column.head);
  return heads;
}

using Texts = std::vector<std::string>;

TEST(MakeKpiTable, SaysWhatTheReportPrints) {
  auto wanted = slide(Kind::kpi_table, "t");
  wanted.priority = "p1";
  const Slide made = kpi_slide(Making(report_2013()), wanted);
  EXPECT_EQ(made.badge, "1");
  EXPECT_EQ(made.title, "All 4 figures better than before");
  EXPECT_EQ(made.subtitle,
            "Reduce the number of victims. Apr to Sep 2013. Ratings from targets. Amber: within "
            "5%.");
  EXPECT_EQ(made.marking, "OFFICIAL");
  const auto& table = std::get<KpiTable>(made.content);
  EXPECT_EQ(heads_of(table), (Texts{"Target", "2012/13", "2013/14", "Change", "%"}));
  ASSERT_EQ(table.rows.size(), 4u);
  EXPECT_EQ(texts_of(table.rows[0]), (Texts{"≥ 1% cut", "21,012", "19,581", "−1,431", "−6.8%"}));
  EXPECT_EQ(texts_of(table.rows[1]), (Texts{"≥ 25.5%", "21.1%", "25.2%", "", "+4.1 points"}));
  EXPECT_EQ(texts_of(table.rows[2]), (Texts{"", "2,539", "2,157", "−382", "−15.0%"}));
  EXPECT_EQ(texts_of(table.rows[3]), (Texts{"", "3.9%", "4.0%", "", "+0.1 points"}));
  EXPECT_EQ(table.rows[1].rating, Rating::amber);
  EXPECT_TRUE(table.rows[1].rated_by_rule);
  EXPECT_EQ(table.rows[1].notes, (std::vector<std::size_t>{0}));
  EXPECT_EQ(table.notes[0], (KpiTable::Note{"1", "Rises to 33%.", false}));
}

TEST(MakeKpiTable, PutsAChildBelowItsParent) {
  const auto table = std::get<KpiTable>(kpi_slide(Making(report_2013())).content);
  EXPECT_EQ(table.rows[2].title, "Vehicle crime");
  EXPECT_EQ(table.rows[3].title, "Sanction detection rate");
  EXPECT_FALSE(table.rows[2].is_child);
  EXPECT_TRUE(table.rows[3].is_child);
}

TEST(MakeKpiTable, KeepsTheOrderOfTheSettingsAndNamesAChildAfterItsParent) {
  auto wanted = slide(Kind::kpi_table, "t");
  wanted.kpis = {"veh-sd", "plan/crime", "gone"};
  const Slide made = kpi_slide(Making(report_2013()), wanted);
  const auto& table = std::get<KpiTable>(made.content);
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[0].title, "Vehicle crime: Sanction detection rate");
  EXPECT_FALSE(table.rows[0].is_child);
  EXPECT_EQ(table.rows[1].id, "plan/crime");
  EXPECT_EQ(table.rows[2].age.state, TileAge::State::waiting);
  EXPECT_EQ(made.footer, (Texts{"2 of 3 figures up to date", "1 not given"}));
}

TEST(MakeKpiTable, DropsWhatIsEmptyInAllRows) {
  model::Board board = report_2013();
  for (auto& each : board.kpis) {
    each.previous.reset();
    each.target.reset();
  }
  auto wanted = slide(Kind::kpi_table, "t");
  wanted.priority = "p1";
  const auto table = std::get<KpiTable>(kpi_slide(Making(board), wanted).content);
  EXPECT_EQ(heads_of(table), (Texts{"2013/14"}));
  EXPECT_FALSE(table.rated);
}

TEST(MakeKpiTable, APeriodOfItsOwnStandsInTheTitleOfItsRow) {
  model::Board board = report_2013();
  const std::string once = std::get<KpiTable>(kpi_slide(Making(board)).content).rows[0].title;
  board.kpis[1].period = {"Year to Jun 2013", date(2012, 7, 1), date(2013, 6, 30)};
  const auto table = std::get<KpiTable>(kpi_slide(Making(board)).content);
  EXPECT_EQ(heads_of(table).front(), "Target") << "one of many needs no column";
  EXPECT_EQ(table.rows[0].title, once + " (Year to Jun 2013)");
  board.kpis[1].short_title = once + ", year to June 2013";
  const auto told = std::get<KpiTable>(kpi_slide(Making(board)).content);
  EXPECT_EQ(told.rows[0].title, once + ", year to June 2013") << "its title says it";
}

TEST(MakeKpiTable, PeriodsStandInTheRowsWhereTheyDiffer) {
  model::Board board = report_2013();
  int month = 0;
  for (auto& kpi : board.kpis) {
    if (++month > 1) kpi.period = {"Year to " + std::to_string(month) + " Jun 2013", {}, {}};
  }
  board.kpis[1].period = {"Year to Jun 2013", date(2012, 7, 1), date(2013, 6, 30)};
  board.kpis[2].period = {"2013/14", date(2013, 4, 1), date(2013, 9, 30)};
  board.kpis[3].previous->label = "last year";
  const Slide made = kpi_slide(Making(board));
  const auto& table = std::get<KpiTable>(made.content);
  EXPECT_EQ(heads_of(table), (Texts{"Period", "Target", "Previous", "Current", "Change", "%"}));
  EXPECT_EQ(table.rows[0].cells[0].text, "Year to Jun 2013");
  EXPECT_EQ(table.rows[1].cells[0].text, "2013/14");
  EXPECT_EQ(made.subtitle, "Ratings from targets. Amber: within 5%.");
}

TEST(MakeKpiTable, ShowsRankTargetsTextsFlagsAndWhatIsMissing) {
  model::Board board = report_2013();
  board.kpis = {board.kpis[1], board.kpis[1], board.kpis[1]};
  board.kpis[0].target.reset();
  board.kpis[0].rank = model::Rank{.place = 4, .group = "in MSG", .target = 3};
  board.kpis[1].id = "survey";
  board.kpis[1].quantity.value = "TBC";
  board.kpis[1].previous->quantity.value = {};
  board.kpis[2].id = "both";
  board.kpis[2].flags = {model::Flag::provisional};
  board.kpis[2].source = "national survey";
  board.kpis[2].quantity.value = std::monostate{};
  const auto table = std::get<KpiTable>(kpi_slide(Making(board)).content);
  EXPECT_EQ(table.rows[0].cells[0].text, "≥ 3rd in MSG");
  EXPECT_EQ(table.rows[1].cells[1].text, "–");
  EXPECT_EQ(table.rows[1].cells[2].text, "TBC");
  EXPECT_EQ(table.rows[2].cells[2].text, "– [p]");
  ASSERT_EQ(table.notes.size(), 2u);
  EXPECT_EQ(table.notes[0], (KpiTable::Note{"1", "Source: national survey", false}));
  EXPECT_EQ(table.notes[1], (KpiTable::Note{"[p]", "provisional", true}));
}

TEST(MakeKpiTable, IsLateAsAWholeOrRowByRow) {
  const auto late =
      std::get<KpiTable>(kpi_slide(Making(report_2013(), std::chrono::hours{26})).content);
  EXPECT_EQ(late.age.state, TileAge::State::late);
  Making two(report_2013());
  model::Board calls = report_2013();
  calls.kpis = {support::answering_999()};
  two.snapshot.feeds.push_back(fetched("calls", calls, std::chrono::hours{26}));
  const auto mixed = std::get<KpiTable>(kpi_slide(two).content);
  EXPECT_EQ(mixed.age.state, TileAge::State::fresh);
  EXPECT_EQ(mixed.rows[0].age.state, TileAge::State::fresh);
  EXPECT_EQ(mixed.rows.back().age.state, TileAge::State::late);
  EXPECT_EQ(mixed.rows.back().age.as_at, "As at 31 July 2023");
}

TEST(MakeKpiTable, SaysWhyThereIsNone) {
  const Making empty{model::Board{}};
  auto wanted = slide(Kind::kpi_table, "t");
  EXPECT_EQ(make_kpi_table(empty.context(), wanted).error(), "no feed has any of its figures");
  wanted.priority = "p9";
  EXPECT_EQ(make_kpi_table(empty.context(), wanted).error(), "no feed has priority p9");
  wanted.priority = "p2";
  const Making full(report_2013());
  EXPECT_EQ(make_kpi_table(full.context(), wanted).error(), "the priority has no KPIs");
}

TEST(ChangeCellsOf, TakesWhatIsPrintedAndComputesTheRest) {
  Kpi each = compared("crime", "Total crime", 21012, 19581, Unit::count, Good::down);
  each.change = Quantity{.value = -6.9, .unit = Unit::percent, .decimals = 1};
  EXPECT_EQ(change_cells(each).amount, "−1,431");
  EXPECT_EQ(change_cells(each).share, "−6.9%");  // as printed, though it is −6.8%
  each.change = Quantity{.value = 45.0};
  each.also = Quantity{.value = -5.0, .unit = Unit::percent};
  EXPECT_EQ(change_cells(each).amount, "+45");
  EXPECT_EQ(change_cells(each).share, "−5%");
  EXPECT_EQ(change_cells(each).word, "worse");
}

TEST(ChangeCellsOf, NeverTakesGoodFromTheSign) {
  Kpi each = compared("da", "Domestic abuse incidents", 4309, 4437, Unit::count, Good::neither);
  EXPECT_EQ(change_cells(each).share, "+3.0%");
  EXPECT_EQ(change_cells(each).word, "");
  each.good.reset();
  EXPECT_EQ(change_cells(each).word, "");
  each.good = Good::up;
  EXPECT_EQ(change_cells(each).word, "better");
}

TEST(ChangeCellsOf, KnowsSharesOfNothingTimesAndRanks) {
  const auto cells = [](double before, double now, Unit unit) {
    return change_cells(compared("k", "K", before, now, unit, Good::down));
  };
  EXPECT_EQ(cells(0, 7, Unit::count).amount, "+7");
  EXPECT_EQ(cells(0, 7, Unit::count).share, "n/a");
  EXPECT_EQ(cells(17.5, 13.1, Unit::minutes).amount, "−4.4 min");
  EXPECT_EQ(cells(17.5, 13.1, Unit::minutes).share, "");
  EXPECT_EQ(cells(5, 3, Unit::rank).amount, "2 places up");
  EXPECT_EQ(cells(3, 3, Unit::rank).amount, "same");
  EXPECT_EQ(cells(96, 96, Unit::percent).word, "");
}

model::Commitment commitment(std::string number, Rating now, Rating before,
                             std::string priority = "p1") {
  return {.number = std::move(number),
          .priority = std::move(priority),
          .title = "Do it",
          .rag = {now, before}};
}

Slide commitments_slide(const Making& making, std::string priority = "") {
  auto wanted = slide(Kind::commitments, "c");
  wanted.priority = std::move(priority);
  const Made made = make_commitments(making.context(), wanted);
  EXPECT_TRUE(made) << (made ? "" : made.error());
  return made ? made.value() : Slide{};
}

model::Board board_with(std::vector<model::Commitment> commitments) {
  model::Board board = report_2013();
  board.commitments = std::move(commitments);
  return board;
}

TEST(MakeCommitments, CountsByRatingInWords) {
  constexpr Rating A = Rating::amber;
  constexpr Rating G = Rating::green;
  model::Board board =
      board_with({commitment("068", G, G), commitment("069", A, A), commitment("070", G, A),
                  commitment("071", G, G), commitment("072", A, G),
                  commitment("073", Rating::red, A), commitment("074", G, G)});
  board.commitments_total = 113;
  const Slide made = commitments_slide(Making(board));
  EXPECT_EQ(made.title, "Four commitments on track, two at risk, one late");
  EXPECT_EQ(made.subtitle, "Commitments 068 to 074. 7 of 113 in focus.");
  const auto& content = std::get<Commitments>(made.content);
  ASSERT_EQ(content.groups.size(), 1u);
  EXPECT_EQ(content.groups[0].title, "");
  EXPECT_EQ(content.before_label, "Q1");
  EXPECT_EQ(content.now_label, "Q2");
  EXPECT_EQ(content.groups[0].rows[2].rag.move, Move::improved);
  EXPECT_EQ(content.groups[0].rows[2].word, "On track");
  EXPECT_EQ(content.groups[0].rows[5].word, "Late");
}

TEST(MakeCommitments, UsesDigitsForManyAndDoneIsComplete) {
  std::vector<model::Commitment> many(13, commitment("", Rating::green, Rating::green));
  many.push_back(commitment("", Rating::red, Rating::red));
  many.back().done = true;
  many.push_back({.priority = "p1", .title = "New"});
  const Slide made = commitments_slide(Making(board_with(many)));
  EXPECT_EQ(made.title, "13 commitments on track, 1 complete");
  EXPECT_EQ(made.subtitle, "15 commitments.");
  const auto& rows = std::get<Commitments>(made.content).groups[0].rows;
  EXPECT_EQ(rows[13].rag.now, Rating::complete);
  EXPECT_EQ(rows[13].word, "Complete");
  EXPECT_EQ(rows[14].word, "Not rated");
}

TEST(MakeCommitments, StandsUnderPrioritiesWhereThereAreSeveral) {
  model::Commitment by_theme = commitment("3", Rating::green, Rating::green, "");
  by_theme.theme = "road";
  const model::Board board = board_with({commitment("1", Rating::green, Rating::green), by_theme,
                                         commitment("9", Rating::green, Rating::green, "")});
  const auto groups = std::get<Commitments>(commitments_slide(Making(board)).content).groups;
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_EQ(groups[0].badge, "1");
  EXPECT_EQ(groups[1].title, "Reduce harm");
  EXPECT_EQ(groups[2].title, "Other commitments");
  const Slide one = commitments_slide(Making(board), "p2");
  EXPECT_EQ(one.badge, "2");
  EXPECT_EQ(one.subtitle, "Reduce harm. Commitment 3.");
  EXPECT_EQ(std::get<Commitments>(one.content).groups.size(), 1u);
}

TEST(MakeCommitments, SaysWhyThereAreNone) {
  auto wanted = slide(Kind::commitments, "c");
  const Making none(report_2013());
  EXPECT_EQ(make_commitments(none.context(), wanted).error(), "no feed has commitments");
  wanted.priority = "p1";
  EXPECT_EQ(make_commitments(none.context(), wanted).error(), "the priority has no commitments");
}

}  // namespace
}  // namespace present
