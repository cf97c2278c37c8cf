#include "present/kpi_text.h"

#include <gtest/gtest.h>

#include "support/boards.h"

namespace present {
namespace {

using model::Direction;
using model::Good;
using model::Kpi;
using model::Quantity;
using model::Unit;
using Is = model::Target::Is;

KpiCard card(const Kpi& kpi) {
  model::Snapshot snapshot;
  model::Board board = support::plan_board();
  board.kpis = {kpi};
  snapshot.feeds.push_back(support::fetched("plan", board));
  const settings::Settings settings;
  const Context context(settings, snapshot, {support::noon(), true});
  return card_of(context, find_kpi(context, kpi.id));
}

TEST(CardOf, SaysWhatTheReportSays) {
  const KpiCard made = card(support::answering_999());
  EXPECT_EQ(made.id, "plan/999-10s");
  EXPECT_EQ(made.title, "999 answered in 10 s");
  EXPECT_EQ(made.period, "Apr to Jul 2023, on last year");
  EXPECT_EQ(made.figure, (Figure{"86.9", "%", false}));
  EXPECT_EQ(made.change, (KpiCard::Change{Direction::up, "6.3 points", "better"}));
  EXPECT_EQ(made.target, "Target ≥ 90%");
  EXPECT_EQ(made.direction_words, "higher is better");
  EXPECT_EQ(made.wanted, Direction::up);
  EXPECT_EQ(made.rating, model::Rating::amber);
  EXPECT_EQ(made.rating_words, "Near target");
  EXPECT_EQ(made.age.state, TileAge::State::fresh);
}

TEST(CardOf, SpellsTheTitleOutForThePublic) {
  model::Snapshot snapshot;
  snapshot.feeds.push_back(support::fetched("plan", support::plan_board()));
  settings::Settings settings;
  settings.screen.audience = settings::Audience::public_screen;
  const Context context(settings, snapshot, {support::noon(), true});
  EXPECT_EQ(card_of(context, find_kpi(context, "999-10s")).title,
            "999 calls answered within 10 seconds");
}

TEST(CardOf, ShowsASelfContradictionAsPrinted) {
  Kpi kpi;
  kpi.id = "domestic-abuse-crimes";
  kpi.quantity = {.value = -5.0, .unit = Unit::percent, .is_signed = true};
  kpi.also = Quantity{.value = 45.0, .is_signed = true};
  kpi.good = Good::down;
  const KpiCard made = card(kpi);
  EXPECT_EQ(made.figure.number, "−5");
  EXPECT_EQ(made.change, (KpiCard::Change{Direction::down, "+45", "better"}));
}

TEST(CardOf, TurnsNeitherTextNorNothingIntoANumber) {
  Kpi text;
  text.id = "public-opinion";
  text.quantity.value = "TBC";
  EXPECT_EQ(card(text).figure, (Figure{"TBC", "", true}));

  Kpi arrow;
  arrow.id = "victims-supported";
  arrow.direction.now = Direction::up;
  EXPECT_EQ(card(arrow).figure, (Figure{"Up", "", true}));

  Kpi nothing;
  nothing.id = "nothing";
  const KpiCard made = card(nothing);
  EXPECT_EQ(made.age.state, TileAge::State::waiting);
  EXPECT_EQ(made.age.as_at, "Unknown");
  EXPECT_EQ(made.age.detail, "Not given by Plan board");
  EXPECT_EQ(made.rating, model::Rating::none);
}

TEST(CardOf, OneMoreDecimalTellsAMissFromItsTarget) {
  Kpi kpi = support::answering_999();
  kpi.quantity = {.value = 89.96, .unit = Unit::percent, .decimals = 1};
  EXPECT_EQ(card(kpi).figure.number, "89.96");
  kpi.quantity.value = 90.04;
  EXPECT_EQ(card(kpi).figure.number, "90.0");
}

TEST(CardOf, LateTilesSayWhatTheyAreForAndWhenTheyAreTriedAgain) {
  model::Snapshot snapshot;
  snapshot.feeds.push_back(support::fetched("plan", support::plan_board(), std::chrono::hours{26}));
  const settings::Settings settings;
  const Context context(settings, snapshot, {support::noon(), true});
  const KpiCard made = card_of(context, find_kpi(context, "plan/999-10s"));
  EXPECT_EQ(made.age.state, TileAge::State::late);
  EXPECT_EQ(made.age.as_at, "As at 31 July 2023");
  EXPECT_EQ(made.age.detail, "25 h late, next try 12:15");
}

TEST(ChangeOf, PrefersThePrintedChange) {
  Kpi kpi = support::answering_999();
  kpi.previous = model::Comparator{{.value = 80.0, .unit = Unit::percent}, "last year"};
  EXPECT_EQ(change_of(kpi).amount, "6.3 points");
  kpi.change.reset();
  EXPECT_EQ(change_of(kpi).amount, "6.9 points");
  kpi.quantity.value = 80.0;
  EXPECT_EQ(change_of(kpi), (KpiCard::Change{Direction::level, "no change", ""}));
  kpi.previous.reset();
  EXPECT_EQ(change_of(kpi), (KpiCard::Change{{}, "No earlier figure", ""}));
}

TEST(ChangeOf, AFigureThatIsItselfAChangeSaysSinceWhen) {
  Kpi kpi;
  kpi.quantity = {.value = -26.0, .unit = Unit::percent, .is_signed = true};
  kpi.baseline = "2019";
  kpi.good = Good::down;
  EXPECT_EQ(change_of(kpi), (KpiCard::Change{Direction::down, "better than in 2019", ""}));
  kpi.good = Good::neither;
  EXPECT_EQ(change_of(kpi), (KpiCard::Change{Direction::down, "lower than in 2019", ""}));
}

TEST(ChangeOf, HasNoWordWhereNeitherDirectionIsGood) {
  Kpi kpi;
  kpi.change = Quantity{.value = 13.8, .unit = Unit::percent};
  kpi.good = Good::neither;
  EXPECT_EQ(change_of(kpi), (KpiCard::Change{Direction::up, "13.8%", ""}));
}

TEST(Targets, AreSaidAsTheyAreMeant) {
  Kpi kpi;
  EXPECT_EQ(target_of(kpi), "No target");
  EXPECT_EQ(target_cell(kpi), Cell{});
  const struct {
    Is is;
    double value;
    Unit unit;
    std::string_view words;
    Cell cell;
  } rows[] = {
      {Is::at_least, 90, Unit::percent, "Target ≥ 90%", {{}, "≥ 90%"}},
      {Is::at_most, 2, Unit::percent, "Target ≤ 2%", {{}, "≤ 2%"}},
      {Is::at_most, 3, Unit::rank, "Target ≤ 3rd", {{}, "≤ 3rd"}},
      {Is::down, 0, Unit::count, "Target: fall", {Direction::down, ""}},
      {Is::up, 0, Unit::count, "Target: rise", {Direction::up, ""}},
      {Is::level, 0, Unit::count, "Target: hold", {Direction::level, ""}},
      {Is::text, 0, Unit::count, "Target: ADQ.", {{}, "ADQ."}},
  };
  for (const auto& row : rows) {
    kpi.quantity.unit = row.unit;
    kpi.target = model::Target{.is = row.is, .value = row.value, .text = "ADQ."};
    EXPECT_EQ(target_of(kpi), row.words);
    EXPECT_EQ(target_cell(kpi), row.cell);
  }
}

TEST(ValueCell, KeepsArrowValueAndFlags) {
  Kpi kpi;
  kpi.direction.now = Direction::level;
  kpi.quantity = {.value = 65.0, .unit = Unit::percent};
  kpi.flags = {model::Flag::provisional, model::Flag::revised};
  EXPECT_EQ(value_cell(kpi), (Cell{Direction::level, "65% [p][r]"}));
}

}  // namespace
}  // namespace present
