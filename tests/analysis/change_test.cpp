#include "analysis/change.h"

#include <gtest/gtest.h>

#include <cmath>

namespace analysis {
namespace {

using model::Good;
using model::Quantity;
using model::Unit;

Quantity quantity(double value, Unit unit) {
  return {.value = value, .unit = unit};
}

TEST(ChangeBetween, SpeaksTheUnitOfItsFigure) {
  const struct {
    Unit unit;
    double now;
    double before;
    double amount;
    Unit in;
  } rows[] = {
      {Unit::count, 19581, 21012, -6.810394, Unit::percent},  // total crime, Q2 2013/14
      {Unit::percent, 25.2, 21.1, 4.1, Unit::points},         // positive outcome rate
      {Unit::count, 228, 214, 6.542056, Unit::percent},
      {Unit::rank, 3, 5, -2, Unit::rank},
      {Unit::minutes, 13.1, 17.5, -4.4, Unit::minutes},
      {Unit::count, -5, -10, 50, Unit::percent},
      {Unit::pounds_thousands, 612, 594, 3.030303, Unit::percent},
  };
  for (const auto& row : rows) {
    const auto change = change_between(quantity(row.now, row.unit), quantity(row.before, row.unit));
    ASSERT_TRUE(change);
    EXPECT_NEAR(change->amount, row.amount, 1e-5);
    EXPECT_EQ(change->unit, row.in);
  }
}

TEST(ChangeBetween, IsNothingWithoutTwoNumbersOfAKind) {
  const Quantity ten = quantity(10, Unit::count);
  EXPECT_FALSE(change_between(ten, quantity(0, Unit::count)));
  EXPECT_FALSE(change_between(ten, quantity(10, Unit::percent)));
  EXPECT_FALSE(change_between(ten, {}));
  EXPECT_FALSE(change_between({.value = "TBC"}, ten));
}

TEST(EffectOf, DirectionOfGoodIsDataNeverTheSign) {
  EXPECT_EQ(effect_of(-6.8, Good::down), Effect::better);
  EXPECT_EQ(effect_of(-6.8, Good::up), Effect::worse);
  EXPECT_EQ(effect_of(6.8, Good::down), Effect::worse);
  EXPECT_EQ(effect_of(6.8, Good::neither), Effect::neither);
  EXPECT_EQ(effect_of(6.8, std::nullopt), Effect::neither);
  EXPECT_EQ(effect_of(0, Good::up), Effect::neither);
}

}  // namespace
}  // namespace analysis
