// Slides of large figures: contact and response, places among others.
#include "present/figure_slides.h"

#include <gtest/gtest.h>

#include "analysis/rating.h"
#include "present/plan.h"
#include "support/boards.h"

namespace present {
namespace {

using Is = model::Target::Is;
using Kind = settings::Slide::Kind;
using model::Direction;
using model::Good;
using model::Kpi;
using model::Quantity;
using model::Rating;
using model::Unit;
using support::date;
using support::fetched;
using support::noon;

Kpi kpi(model::Id id, std::string title, double value, Unit unit) {
  Kpi made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.quantity = {.value = value, .unit = unit, .decimals = {}};
  made.period = {"", date(2023, 4, 1), date(2023, 7, 31)};
  return made;
}

// "Contact handling and response", quarter 1 of 2023/24.
std::vector<Kpi> contact() {
  Kpi average = kpi("101", "101 average answer", 13.1, Unit::minutes);
  average.good = Good::down;
  average.change = Quantity{.value = -4.4, .unit = Unit::minutes, .decimals = {}};
  average.previous = model::Comparator{{}, "last year"};
  Kpi dispatched = kpi("dispatched", "Grade 1 dispatched in 5 min", 87, Unit::percent);
  dispatched.good = Good::up;
  dispatched.previous = model::Comparator{{.value = 81.0, .unit = Unit::percent, .decimals = {}},
                                          "the earlier figure"};
  Kpi calls = kpi("999-calls", "999 calls", 53623, Unit::count);
  calls.good = Good::neither;
  calls.change = Quantity{.value = 13.8, .unit = Unit::percent, .decimals = {}};
  calls.previous = model::Comparator{{}, "last year"};
  calls.period = {"July 2023", date(2023, 7, 1), date(2023, 7, 31)};
  return {support::answering_999(), average, dispatched, calls};
}

struct Made {
  Plan plan;

  const Slide& slide() const { return plan.slides.front(); }
  template <class Content>
  Content content() const {
    return std::get<Content>(slide().content);
  }
};

Made make(Kind kind, std::vector<Kpi> kpis, std::vector<model::Id> named = {},
          const settings::Rules& rules = {}) {
  model::Board board = support::plan_board();
  board.kpis = std::move(kpis);
  model::Snapshot snapshot;
  snapshot.feeds.push_back(fetched("plan", board));
  settings::Settings settings;
  settings.rules = rules;
  settings.slides = {support::slide(kind, "figures")};
  settings.slides[0].kpis = std::move(named);
  return {make_plan(settings, snapshot, {noon(), true})};
}

std::vector<model::Id> names_of(const std::vector<Kpi>& kpis) {
  std::vector<model::Id> names;
  for (const auto& one : kpis) names.push_back(one.id);
  return names;
}

TEST(MakeResponse, SaysWhatTheReportSays) {
  const Made made = make(Kind::response, contact(), names_of(contact()));
  EXPECT_EQ(made.slide().title, "999 answered in 10 s misses its target");
  EXPECT_EQ(made.slide().subtitle, "Ratings from targets. Amber: within 5%. Thin mark: before.");
  EXPECT_EQ(made.slide().period, "Quarter 1 2023/24 (Apr to Jun 2023)");
  EXPECT_EQ(made.slide().marking, "OFFICIAL");
  EXPECT_GT(made.slide().load.numbers, 0);
  const auto& tiles = made.content<Response>().tiles;
  ASSERT_EQ(tiles.size(), 4u);
  EXPECT_EQ(tiles[0].card.id, "plan/999-10s");
  EXPECT_EQ(tiles[0].card.figure, (Figure{"86.9", "%", false}));
  EXPECT_EQ(tiles[0].card.target, "Target ≥ 90%");
  EXPECT_EQ(tiles[0].card.rating, Rating::amber);
  EXPECT_EQ(tiles[0].compared, "on last year");
  EXPECT_EQ(tiles[0].when, "Apr to Jul 2023");
  EXPECT_EQ(tiles[1].card.figure, (Figure{"13.1", "min", false}));
  EXPECT_EQ(tiles[1].card.change, (KpiCard::Change{Direction::down, "4.4 min", "better"}));
  EXPECT_EQ(tiles[2].compared, "on the earlier figure");
  EXPECT_EQ(tiles[3].card.figure.number, "53,623");
  EXPECT_EQ(tiles[3].card.change, (KpiCard::Change{Direction::up, "13.8%", ""}));
  EXPECT_EQ(tiles[3].when, "July 2023");
}

TEST(MakeResponse, SaysAPeriodOnlyWhereItIsNotTheSlides) {
  auto kpis = contact();
  kpis.pop_back();
  const Made made = make(Kind::response, kpis, names_of(kpis));
  EXPECT_EQ(made.slide().period, "Apr to Jul 2023");
  for (const auto& tile : made.content<Response>().tiles) EXPECT_EQ(tile.when, "");
}

TEST(MakeResponse, WithoutNamesItShowsWhatHasANumberForATarget) {
  auto kpis = contact();
  kpis[1].target = model::Target{.is = Is::down, .text = "", .decimals = {}};
  const auto& tiles = make(Kind::response, kpis).content<Response>().tiles;
  ASSERT_EQ(tiles.size(), 1u);
  EXPECT_EQ(tiles[0].card.id, "plan/999-10s");
}

TEST(MakeResponse, IsSkippedWithAReason) {
  auto kpis = contact();
  kpis.erase(kpis.begin());
  Plan plan = make(Kind::response, kpis).plan;
  ASSERT_EQ(plan.skipped.size(), 1u);
  EXPECT_EQ(plan.skipped[0].reason, "no figure has a target by number");
  plan = make(Kind::response, kpis, {"elsewhere/999"}).plan;
  ASSERT_EQ(plan.skipped.size(), 1u);
  EXPECT_EQ(plan.skipped[0].reason, "no feed has any of its figures");
}

TEST(MakeResponse, AFigureThatNoFeedHasKeepsItsPlace) {
  const auto made = make(Kind::response, contact(), {"plan/nothing", "plan/999-10s"});
  const auto& tiles = made.content<Response>().tiles;
  ASSERT_EQ(tiles.size(), 2u);
  EXPECT_EQ(tiles[0].card.age.state, TileAge::State::waiting);
  EXPECT_EQ(tiles[0].bullet, std::nullopt);
  EXPECT_EQ(made.slide().footer,
            (std::vector<std::string>{"1 of 2 figures up to date", "1 not given"}));
}

TEST(MakeResponse, CountsTargetsWhereSeveralAreRated) {
  auto kpis = contact();
  kpis[2].target = model::Target{.is = Is::at_least, .value = 80, .text = "", .decimals = {}};
  EXPECT_EQ(make(Kind::response, kpis).slide().title, "1 of 2 meets its target");
}

Bullet bullet_of(double value, Is is, double target, Unit unit, const settings::Rules& rules = {}) {
  Kpi one = kpi("one", "One", value, unit);
  one.target = model::Target{.is = is, .value = target, .text = "", .decimals = {}};
  const auto made = make(Kind::response, {one}, {}, rules);
  return made.content<Response>().tiles[0].bullet.value_or(Bullet{});
}

TEST(Bullets, StandOnAnAxisFromZeroToARoundEnd) {
  struct Row {
    double value;
    double target;
    Unit unit;
    double end;
    const char* text;
  };
  for (const Row& row :
       {Row{86.9, 90, Unit::percent, 100, "100%"}, Row{0.3, 2, Unit::percent, 2.5, "2.5%"},
        Row{8.4, 5, Unit::percent, 10, "10%"}, Row{25.2, 25.5, Unit::percent, 30, "30%"},
        Row{62.6, 75, Unit::percent, 100, "100%"}, Row{104, 90, Unit::percent, 150, "150%"},
        Row{13.1, 20, Unit::minutes, 25, "25 min"}, Row{53623, 50000, Unit::count, 60000, "60,000"},
        Row{0, 0, Unit::count, 1, "1"}}) {
    const Bullet bullet = bullet_of(row.value, Is::at_least, row.target, row.unit);
    EXPECT_EQ(bullet.axis.low, 0);
    EXPECT_DOUBLE_EQ(bullet.axis.high, row.end) << row.value;
    ASSERT_EQ(bullet.axis.ticks.size(), 2u);
    EXPECT_EQ(bullet.axis.ticks[0].text, "0");
    EXPECT_EQ(bullet.axis.ticks[1].text, row.text);
  }
}

// Whatever the tolerance: a value inside a band would be rated as the band is.
TEST(Bullets, BandsFollowTheRuleOfRatings) {
  settings::Rules in_points;
  in_points.amber_within_points = 2;
  for (const settings::Rules& rules : {settings::Rules{}, in_points}) {
    for (Is is : {Is::at_least, Is::at_most, Is::above, Is::below, Is::equal}) {
      for (double target : {0.5, 5.0, 90.0}) {
        const Bullet bullet = bullet_of(40, is, target, Unit::percent, rules);
        ASSERT_FALSE(bullet.bands.empty());
        EXPECT_EQ(bullet.bands.front().from, 0);
        EXPECT_EQ(bullet.bands.back().to, bullet.axis.high);
        for (size_t i = 0; i < bullet.bands.size(); ++i) {
          const auto& band = bullet.bands[i];
          if (i > 0) {
            EXPECT_EQ(band.from, bullet.bands[i - 1].to);
          }
          const double middle = (band.from + band.to) / 2;
          if (is == Is::equal && middle == target) continue;  // green is a line there
          analysis::RatingRule rule;
          rule.amber_within_points = rules.amber_within_points;
          EXPECT_EQ(band.rating, analysis::rate(middle, is, target, rule, Unit::percent))
              << middle << " against " << target;
        }
      }
    }
  }
}

TEST(Bullets, OfARatingFromTheFeedTellOnlyMetFromMissed) {
  Kpi one = support::answering_999();
  one.rag.now = Rating::red;
  const auto made = make(Kind::response, {one});
  const auto bullet = made.content<Response>().tiles[0].bullet;
  ASSERT_TRUE(bullet);
  EXPECT_EQ(bullet->bands,
            (std::vector<Bullet::Band>{{0, 90, Rating::none}, {90, 100, Rating::green}}));
}

TEST(Bullets, NeedSomethingToStandAgainst) {
  const auto made = make(Kind::response, contact(), names_of(contact()));
  const auto& tiles = made.content<Response>().tiles;
  EXPECT_EQ(tiles[1].bullet, std::nullopt) << "minutes without target or figure before";
  EXPECT_EQ(tiles[3].bullet, std::nullopt);
  ASSERT_TRUE(tiles[2].bullet) << "a share stands against the whole";
  EXPECT_EQ(tiles[2].bullet->before, 81);
  EXPECT_TRUE(tiles[2].bullet->bands.empty());
  EXPECT_EQ(tiles[2].bullet->axis.high, 100);

  Kpi text = support::answering_999();
  text.quantity.value = "TBC";
  EXPECT_EQ(make(Kind::response, {text}).content<Response>().tiles[0].bullet, std::nullopt);
  Kpi change = support::answering_999();
  change.quantity.is_signed = true;
  EXPECT_EQ(make(Kind::response, {change}).content<Response>().tiles[0].bullet, std::nullopt);
}

// Priority 5 of quarter 2 of 2013/14, where one place is printed and two targets.
std::vector<Kpi> satisfaction() {
  const auto satisfied = [](model::Id id, std::string title, double now, double before) {
    Kpi made = kpi(std::move(id), std::move(title), now, Unit::percent);
    made.quantity.decimals = 1;
    made.good = Good::up;
    made.previous =
        model::Comparator{{.value = before, .unit = Unit::percent, .decimals = 1}, "2012/13"};
    return made;
  };
  Kpi priorities = satisfied("priorities", "Police deal with priorities", 69.6, 68.5);
  priorities.rank = model::Rank{3, {}, {}, "nationally", {}};
  Kpi progress = satisfied("progress", "Satisfied with progress updates", 70.0, 68.8);
  progress.rank = model::Rank{{}, {}, {}, "in the most similar group", 3};
  Kpi service = satisfied("service", "Satisfied with the overall service", 84.0, 81.3);
  service.rank = model::Rank{{}, {}, 8, "in the most similar group", 3};
  return {priorities, progress, service};
}

TEST(MakeRanks, SaysWhatTheReportSays) {
  const Made made = make(Kind::rank, satisfaction());
  EXPECT_EQ(made.slide().title, "1 of 3 places reported");
  EXPECT_EQ(made.slide().subtitle, "1st is best.");
  const auto& cards = made.content<Ranks>().cards;
  ASSERT_EQ(cards.size(), 3u);
  EXPECT_EQ(cards[0].place, "3rd");
  EXPECT_EQ(cards[0].among, "nationally");
  EXPECT_EQ(cards[0].value, "69.6%");
  EXPECT_EQ(cards[0].detail, "1.1 points better on 2012/13");
  EXPECT_EQ(cards[0].target, "No target");
  EXPECT_EQ(cards[0].move, KpiCard::Change{});
  EXPECT_EQ(cards[0].ladder, std::nullopt) << "unknown among how many";
  EXPECT_FALSE(cards[1].place_known);
  EXPECT_EQ(cards[1].place, "Place not reported");
  EXPECT_EQ(cards[1].target, "Target ≥ 3rd");
  EXPECT_EQ(cards[1].met_by, "met by 1st to 3rd");
  EXPECT_EQ(cards[1].rating, Rating::none);
  EXPECT_EQ(cards[1].age.state, TileAge::State::fresh);
  EXPECT_EQ(cards[2].among, "of 8 in the most similar group");
  EXPECT_EQ(cards[2].ladder, (Ranks::Ladder{8, {}, {}, 3, "1st", "8th"}));
}

TEST(MakeRanks, RatesPlacesAndSaysHowTheyMoved) {
  struct Row {
    int place;
    int before;
    Rating rating;
    Direction direction;
    const char* words;
  };
  settings::Rules rules;
  rules.amber_within_places = 1;
  for (const Row& row : {Row{3, 5, Rating::green, Direction::up, "up 2 places"},
                         Row{4, 3, Rating::amber, Direction::down, "down 1 place"},
                         Row{5, 5, Rating::red, Direction::level, "same place"}}) {
    Kpi one = satisfaction()[2];
    one.rank->place = row.place;
    one.rank->before = row.before;
    const Made made = make(Kind::rank, {one}, {}, rules);
    const auto card = made.content<Ranks>().cards[0];
    EXPECT_EQ(card.rating, row.rating) << row.place;
    EXPECT_EQ(card.move, (KpiCard::Change{row.direction, row.words, ""}));
    EXPECT_EQ(made.slide().subtitle, "Ratings from targets. Amber: within 1 place. 1st is best.");
  }
  Kpi by_feed = satisfaction()[2];
  by_feed.rank->place = 8;
  by_feed.rag.now = Rating::green;
  EXPECT_EQ(make(Kind::rank, {by_feed}).content<Ranks>().cards[0].rating, Rating::green);
}

TEST(MakeRanks, TakesAFigureThatIsItselfAPlace) {
  Kpi one = kpi("place", "Place of the force", 3, Unit::rank);
  one.previous = model::Comparator{{.value = 4.0, .unit = Unit::rank, .decimals = {}}, "before"};
  for (Is is : {Is::at_least, Is::at_most}) {
    one.target = model::Target{.is = is, .value = 3, .text = "", .decimals = {}};
    const Made made = make(Kind::rank, {one});
    const auto card = made.content<Ranks>().cards[0];
    EXPECT_EQ(card.place, "3rd");
    EXPECT_EQ(card.target, "Target ≥ 3rd");
    EXPECT_EQ(card.rating, Rating::green);
    EXPECT_EQ(card.move.amount, "up 1 place");
    EXPECT_EQ(card.value, "");
  }
}

TEST(MakeRanks, ALadderIsDrawnOnlyWhereItsStepsCanBeTold) {
  for (auto [place, of, drawn] : {std::tuple{3, 43, true}, {3, 44, false}, {9, 8, false}}) {
    Kpi one = satisfaction()[0];
    one.rank->place = place;
    one.rank->of = of;
    EXPECT_EQ(make(Kind::rank, {one}).content<Ranks>().cards[0].ladder.has_value(), drawn) << of;
  }
}

TEST(MakeRanks, IsSkippedWithAReason) {
  const Plan plan = make(Kind::rank, contact()).plan;
  ASSERT_EQ(plan.skipped.size(), 1u);
  EXPECT_EQ(plan.skipped[0].reason, "no figure has a rank");
}

}  // namespace
}  // namespace present
