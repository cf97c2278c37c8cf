#include "analysis/rating.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

using model::Direction;
using model::Rating;
using model::Unit;
using Is = model::Target::Is;

TEST(RateNumber, GreenMeetsAmberMissesByLittleRedByMore) {
  const RatingRule rule{5};
  const struct {
    double value;
    Is is;
    double target;
    Rating rating;
  } rows[] = {
      {86.9, Is::at_least, 90, Rating::amber},  // 999 calls in 10 s
      {90, Is::at_least, 90, Rating::green},
      {85.5, Is::at_least, 90, Rating::amber},  // exactly 5% short
      {85.49, Is::at_least, 90, Rating::red},
      {70, Is::at_least, 80, Rating::red},
      {90, Is::above, 90, Rating::amber},
      {8.4, Is::at_most, 5, Rating::red},
      {5.2, Is::at_most, 5, Rating::amber},
      {0.3, Is::at_most, 2, Rating::green},
      {2, Is::below, 2, Rating::amber},
      {3, Is::at_most, 3, Rating::green},  // a rank: 3rd meets "3rd or better"
      {1, Is::equal, 1, Rating::green},
      {1.2, Is::equal, 1, Rating::red},
      {0, Is::at_most, 0, Rating::green},
      {0.1, Is::at_most, 0, Rating::red},  // no share of nothing
      {-2.4, Is::at_most, -2.5, Rating::amber},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(rate(row.value, row.is, row.target, rule), row.rating)
        << row.value << " against " << row.target;
  }
  EXPECT_EQ(rate(70, Is::at_least, 80, RatingRule{12.5}), Rating::amber);
}

model::Kpi kpi_with(Is is, double target = 0) {
  model::Kpi kpi;
  kpi.target = model::Target{.is = is, .value = target, .text = "ADQ.", .decimals = {}};
  return kpi;
}

TEST(RateKpi, TheFeedsRatingWins) {
  auto kpi = kpi_with(Is::at_least, 90);
  kpi.quantity.value = 95.0;
  kpi.rag.now = Rating::red;
  EXPECT_EQ(rate(kpi, {}), (Rated{Rating::red, Rated::From::feed}));
  kpi.rag.now.reset();
  EXPECT_EQ(rate(kpi, {}), (Rated{Rating::green, Rated::From::rule}));
}

TEST(RateKpi, IsNothingWithoutTargetOrNumber) {
  model::Kpi bare;
  bare.quantity.value = 1.0;
  EXPECT_EQ(rate(bare, {}), Rated{});
  auto text = kpi_with(Is::text);
  text.quantity.value = "ADQ.";
  EXPECT_EQ(rate(text, {}), Rated{});
  auto missing = kpi_with(Is::at_least, 90);
  EXPECT_EQ(rate(missing, {}), Rated{});
  missing.quantity.value = "TBC";
  EXPECT_EQ(rate(missing, {}), Rated{});
}

TEST(RateKpi, ADirectionIsMetByGoingThere) {
  auto fall = kpi_with(Is::down);
  fall.quantity = {.value = -26.0, .unit = model::Unit::percent, .decimals = {}, .is_signed = true};
  fall.direction.now = Direction::up;  // the figure is itself a change, and speaks first
  EXPECT_EQ(rate(fall, {}).rating, Rating::green);

  auto rise = kpi_with(Is::up);
  EXPECT_EQ(rate(rise, {}).rating, Rating::none);
  rise.direction.now = Direction::up;
  EXPECT_EQ(rate(rise, {}).rating, Rating::green);
  rise.direction.now = Direction::level;
  EXPECT_EQ(rate(rise, {}).rating, Rating::amber);
  rise.direction.now = Direction::down;
  EXPECT_EQ(rate(rise, {}).rating, Rating::red);

  auto hold = kpi_with(Is::level);
  hold.quantity.value = 10.0;
  hold.previous = model::Comparator{{.value = 10.0}, "last year"};
  EXPECT_EQ(rate(hold, {}).rating, Rating::green);
  hold.change = model::Quantity{.value = 2.0};  // the printed change is better evidence
  EXPECT_EQ(rate(hold, {}).rating, Rating::amber);
}

TEST(RateNumber, ToleranceIsASharePointsPlacesOrAnAmount) {
  const RatingRule points{.amber_within_points = 2};
  const RatingRule places{.amber_within_places = 1};
  const RatingRule absolute{.amber_within_absolute = 3};
  const struct {
    RatingRule rule;
    Unit unit;
    double value;
    Is is;
    double target;
    Rating rating;
  } rows[] = {
      {points, Unit::percent, 88, Is::at_least, 90, Rating::amber},
      {points, Unit::percent, 87.99, Is::at_least, 90, Rating::red},
      {points, Unit::percent, 2, Is::at_most, 0, Rating::amber},  // points know no share of nothing
      {points, Unit::count, 88, Is::at_least, 90, Rating::amber},  // 5% of a count
      {points, Unit::count, 85, Is::at_least, 90, Rating::red},
      {{}, Unit::rank, 4, Is::at_most, 3, Rating::red},
      {places, Unit::rank, 4, Is::at_most, 3, Rating::amber},
      {places, Unit::rank, 5, Is::at_most, 3, Rating::red},
      {absolute, Unit::count, 3, Is::at_most, 0, Rating::amber},
      {absolute, Unit::count, 4, Is::at_most, 0, Rating::red},
      {absolute, Unit::count, 4, Is::at_most, 1, Rating::red},  // only for a target of 0
      // Exactly 5% short, though not in binary.
      {{}, Unit::count, 3.135, Is::at_least, 3.3, Rating::amber},
      {{}, Unit::percent, 0.285, Is::at_least, 0.3, Rating::amber},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(rate(row.value, row.is, row.target, row.rule, row.unit), row.rating)
        << row.value << " against " << row.target;
  }
}

TEST(RateNumber, APlaceIsBetterTheSmallerHoweverTheTargetIsWritten) {
  for (const Is is : {Is::at_least, Is::at_most}) {
    for (const int place : {1, 2, 3}) EXPECT_EQ(rate(place, is, 3, {}, Unit::rank), Rating::green);
    EXPECT_EQ(rate(4, is, 3, {}, Unit::rank), Rating::red);
  }
  for (const Is is : {Is::above, Is::below}) {
    EXPECT_EQ(rate(2, is, 3, {}, Unit::rank), Rating::green);
    EXPECT_EQ(rate(3, is, 3, {}, Unit::rank), Rating::amber);
    EXPECT_EQ(rate(4, is, 3, {}, Unit::rank), Rating::red);
  }
}

TEST(RateRank, ThirdOrBetterIsMetByFirstToThird) {
  const RatingRule rule{.amber_within_places = 1};
  const Rating expected[] = {Rating::green, Rating::green, Rating::green, Rating::amber,
                             Rating::red};
  for (int place = 1; place <= 5; ++place) {
    EXPECT_EQ(rate_rank({.place = place, .target = 3}, rule), expected[place - 1]) << place;
  }
  EXPECT_EQ(rate_rank({.place = 3}, rule), Rating::none);
  EXPECT_EQ(rate_rank({.target = 3}, rule), Rating::none);
}

TEST(MeetsTarget, ComparesUnroundedWhoeverRatedIt) {
  auto kpi = kpi_with(Is::at_least, 90);
  kpi.quantity = {.value = 89.96, .unit = Unit::percent, .decimals = 1};
  EXPECT_EQ(meets_target(kpi), false);
  kpi.quantity.value = 90.0;
  kpi.rag.now = Rating::red;
  EXPECT_EQ(meets_target(kpi), true);
  EXPECT_FALSE(meets_target(kpi_with(Is::at_least, 90)));
  EXPECT_FALSE(meets_target(kpi_with(Is::text)));
  EXPECT_FALSE(meets_target(kpi_with(Is::up)));
}

TEST(RateKpi, AMoveWithinTheDeadBandIsNoMove) {
  const RatingRule rule{.dead_band_percent = 2, .dead_band_points = 0.5};
  const struct {
    model::Quantity now;
    model::Quantity before;
    Rating rating;  // where a rise is wanted
  } rows[] = {
      {{.value = 1020.0}, {.value = 1000.0}, Rating::amber},  // exactly 2%
      {{.value = 1021.0}, {.value = 1000.0}, Rating::green},
      {{.value = 980.0}, {.value = 1000.0}, Rating::amber},
      {{.value = 979.0}, {.value = 1000.0}, Rating::red},
      {{.value = 65.5, .unit = Unit::percent},
       {.value = 65.0, .unit = Unit::percent},
       Rating::amber},
      {{.value = 65.6, .unit = Unit::percent},
       {.value = 65.0, .unit = Unit::percent},
       Rating::green},
      {{.value = 12.2, .unit = Unit::minutes},
       {.value = 12.0, .unit = Unit::minutes},
       Rating::amber},
      {{.value = 12.3, .unit = Unit::minutes},
       {.value = 12.0, .unit = Unit::minutes},
       Rating::green},
  };
  for (const auto& row : rows) {
    auto kpi = kpi_with(Is::up);
    kpi.quantity = row.now;
    kpi.previous = model::Comparator{row.before, "last year"};
    EXPECT_EQ(rate(kpi, rule).rating, row.rating) << std::get<double>(row.now.value);
  }
  auto change = kpi_with(Is::up);
  change.quantity = {.value = 1.9, .unit = Unit::percent, .is_signed = true};
  EXPECT_EQ(rate(change, rule).rating, Rating::amber);
  change.direction.now = Direction::up;
  change.quantity.value = 70.0;
  change.quantity.is_signed = false;
  EXPECT_EQ(rate(change, rule).rating, Rating::green);  // what the feed says is not put in doubt
}

TEST(Rank, OrdersFromRedToComplete) {
  int last = rank(Rating::none);
  for (const Rating rating : all_ratings()) {
    EXPECT_GT(rank(rating), last);
    last = rank(rating);
  }
}

}  // namespace
}  // namespace analysis
