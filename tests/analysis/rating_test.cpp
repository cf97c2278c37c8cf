#include "analysis/rating.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

using model::Direction;
using model::Rating;
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

TEST(Rank, OrdersFromRedToComplete) {
  int last = rank(Rating::none);
  for (const Rating rating : all_ratings()) {
    EXPECT_GT(rank(rating), last);
    last = rank(rating);
  }
}

}  // namespace
}  // namespace analysis
