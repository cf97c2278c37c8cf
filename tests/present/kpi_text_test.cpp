#include "present/kpi_text.h"

#include <gtest/gtest.h>

#include <set>

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

TEST(CardOf, GoesOnUntilTheMissShows) {
  Kpi kpi = support::answering_999();
  kpi.quantity = {.value = 89.996, .unit = Unit::percent, .decimals = 1};
  EXPECT_EQ(card(kpi).figure.number, "89.996");
  EXPECT_EQ(value_cell(kpi).text, "89.996%");
  kpi.quantity.value = 89.9996;  // three are enough for a wall
  EXPECT_EQ(card(kpi).figure.number, "90.000");
  kpi.quantity = {.value = 89.96, .unit = Unit::percent, .decimals = 1};
  kpi.rag.now = model::Rating::green;  // whoever rated it so knows why
  EXPECT_EQ(card(kpi).figure.number, "90.0");
}

TEST(ChangeOf, IsOfTheKindOfItsFigure) {
  const struct {
    Quantity now;
    Quantity before;
    Direction direction;
    std::string_view amount;
  } rows[] = {
      {{.value = 19581.0}, {.value = 21012.0}, Direction::down, "6.8%"},
      {{.value = 25.2, .unit = Unit::percent},
       {.value = 21.1, .unit = Unit::percent},
       Direction::up,
       "4.1 points"},
      {{.value = 3.0, .unit = Unit::rank},
       {.value = 5.0, .unit = Unit::rank},
       Direction::down,
       "2 places"},
      {{.value = 4.0, .unit = Unit::rank},
       {.value = 3.0, .unit = Unit::rank},
       Direction::up,
       "1 place"},
      {{.value = 7.0}, {.value = 0.0}, Direction::up, "n/a, from 0"},
      {{.value = 0.0}, {.value = 0.0}, Direction::level, "no change"},
      {{.value = 0.0}, {.value = 7.0}, Direction::down, "100.0%"},
  };
  for (const auto& row : rows) {
    Kpi kpi;
    kpi.quantity = row.now;
    kpi.previous = model::Comparator{row.before, "last year"};
    const auto change = change_of(kpi);
    EXPECT_EQ(change.direction, row.direction) << row.amount;
    EXPECT_EQ(change.amount, row.amount);
  }
}

TEST(ToleranceWords, NameTheToleranceOfEachKind) {
  EXPECT_EQ(tolerance_words({}), "Amber: misses its target by up to 5%");
  EXPECT_EQ(tolerance_words(
                {.amber_within_percent = 7.5, .amber_within_points = 2, .amber_within_places = 1}),
            "Amber: misses its target by up to 7.5%, a percentage by 2 points, a rank by 1 place");
}

TEST(ToleranceOf, IsWhatHoldsForTheFigure) {
  const analysis::RatingRule rule{
      .amber_within_points = 1, .amber_within_places = 2, .amber_within_absolute = 3};
  const struct {
    Unit unit;
    double target;
    analysis::RatingRule rule;
    std::string_view text;
  } rows[] = {
      {Unit::count, 90, rule, "5%"},
      {Unit::percent, 90, rule, "1 point"},
      {Unit::rank, 3, rule, "2 places"},
      {Unit::count, 0, rule, "3"},
      {Unit::minutes, 0, rule, "3 min"},
      {Unit::percent, 90, {}, "5%"},
      {Unit::rank, 3, {}, ""},
      {Unit::count, 0, {}, ""},
      {Unit::count, 90, {.amber_within_percent = 0}, ""},
  };
  for (const auto& row : rows) {
    Kpi kpi;
    kpi.quantity = {.value = 1.0, .unit = row.unit};
    kpi.target = model::Target{.is = Is::at_least, .value = row.target};
    EXPECT_EQ(tolerance_of(kpi, row.rule), row.text);
  }
  EXPECT_EQ(tolerance_of({}, rule), "");
}

TEST(MoveWords, SayHowARatingMoved) {
  EXPECT_EQ(move_words(Move::improved), "improved");
  EXPECT_EQ(move_words(Move::worsened), "worsened");
  EXPECT_EQ(move_words(Move::same), "no change");
  EXPECT_EQ(move_words(Move::unknown), "new");
}

TEST(RatingWords, AreThereForEveryRating) {
  std::set<std::string> words;
  for (const auto rating : analysis::all_ratings()) words.insert(rating_words(rating, true));
  words.insert(rating_words(model::Rating::none, true));
  words.insert(rating_words(model::Rating::none, false));
  EXPECT_EQ(words.size(), 8u);
  EXPECT_FALSE(words.contains(""));
}

TEST(FlagsKey, ExplainsEachFlagOnce) {
  using model::Flag;
  EXPECT_TRUE(flags_key({}).empty());
  EXPECT_EQ(flags_key({Flag::revised, Flag::provisional, Flag::revised}),
            (std::vector<std::string>{"[p] provisional", "[r] revised"}));
  EXPECT_EQ(
      flags_key({Flag::estimated, Flag::break_in_series, Flag::confidential, Flag::low,
                 Flag::not_available, Flag::not_applicable}),
      (std::vector<std::string>{"[e] estimated", "[b] break in series", "[c] confidential",
                                "[low] low number", "[x] not available", "[z] not applicable"}));
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
