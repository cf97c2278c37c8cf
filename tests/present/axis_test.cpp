#include "present/axis.h"

#include <gtest/gtest.h>

#include <vector>

namespace present {
namespace {

using Values = std::vector<std::optional<double>>;

std::vector<std::string> texts(const Axis& axis) {
  std::vector<std::string> all;
  for (const auto& tick : axis.ticks) all.push_back(tick.text);
  return all;
}

TEST(AxisFromZero, EndsAtRoundNumbers) {
  const Axis axis = axis_from_zero(Values{1687, 2212, std::nullopt});
  EXPECT_EQ(axis.low, 0);
  EXPECT_GE(axis.high, 2212);
  EXPECT_EQ(texts(axis), (std::vector<std::string>{"0", "500", "1,000", "1,500", "2,000"}));
}

TEST(AxisFromZero, ReachesBelowForNegatives) {
  const Axis axis = axis_from_zero(Values{-3, 8});
  EXPECT_LE(axis.low, -3);
  EXPECT_GE(axis.high, 8);
}

TEST(AxisTimes, IsExactlySoManyTimesAsLong) {
  for (const Values& values : {Values{2212}, Values{0.1, 0.7}, Values{-3, 8}, Values{1e9 / 7}}) {
    const Axis axis = axis_from_zero(values);
    for (const int times : {4, 12}) {
      const Axis other = axis_times(axis, times);
      EXPECT_EQ(other.low, axis.low * times);
      EXPECT_EQ(other.high, axis.high * times);
      EXPECT_GE(other.ticks.size(), 3u);
      for (const auto& tick : other.ticks) {
        EXPECT_GE(tick.at, other.low);
        EXPECT_LE(tick.at, other.high * (1 + 1e-9));
      }
    }
  }
}

TEST(AxisUnit, StandsBesideTheNumbersWhereItIsShort) {
  Axis percent = axis_from_zero(Values{65});
  set_unit(percent, model::Unit::percent);
  EXPECT_EQ(texts(percent), (std::vector<std::string>{"0%", "20%", "40%", "60%"}));
  Axis minutes = axis_from_zero(Values{65});
  set_unit(minutes, model::Unit::minutes);
  EXPECT_EQ(texts(minutes), (std::vector<std::string>{"0", "20", "40", "60"}));
}

TEST(AxisAround, MayStartAboveZero) {
  const Axis axis = axis_around(Values{19992, 15353, 16421, 15500});
  EXPECT_EQ(texts(axis), (std::vector<std::string>{"14,000", "16,000", "18,000", "20,000"}));
  EXPECT_EQ(axis.low, 13000);
}

TEST(Axes, HoldEveryValueAndFewTicks) {
  unsigned state = 7;
  for (int round = 0; round < 5000; ++round) {
    Values values;
    for (int i = 0; i < 3; ++i) {
      state = state * 1664525u + 1013904223u;
      const int power = static_cast<int>(state >> 28) - 7;
      double scale = 1;
      for (int p = 0; p < std::abs(power); ++p) scale *= power < 0 ? 0.1 : 10;
      values.push_back((static_cast<double>((state >> 8) & 0xFFFF) - 20000) * scale);
    }
    for (const Axis& axis : {axis_from_zero(values), axis_around(values)}) {
      for (const auto& value : values) {
        EXPECT_LE(axis.low, *value);
        EXPECT_GE(axis.high, *value);
      }
      EXPECT_GE(axis.ticks.size(), 2u);
      EXPECT_LE(axis.ticks.size(), 8u);
      EXPECT_LE(axis.ticks.back().at, axis.high * (1 + 1e-9) + 1e-9);
      for (const auto& tick : axis.ticks) {
        EXPECT_GE(tick.at, axis.low);
      }
    }
  }
}

TEST(Axes, SurviveNothingAndConstants) {
  for (const Values& values : {Values{}, Values{std::nullopt}, Values{0.0}, Values{7, 7, 7}}) {
    for (const Axis& axis : {axis_from_zero(values), axis_around(values)}) {
      EXPECT_LT(axis.low, axis.high);
      EXPECT_FALSE(axis.ticks.empty());
    }
  }
}

}  // namespace
}  // namespace present
