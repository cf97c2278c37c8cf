#include "analysis/rolling.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

model::Series months(std::vector<std::optional<double>> values) {
  model::Series series;
  model::Date at{year{2022}, month{11}, day{1}};
  for (const auto& value : values) {
    series.points.push_back({at, value, {}});
    at += std::chrono::months{1};
  }
  return series;
}

TEST(RollingTotals, StartWithTheFirstWholeSpan) {
  const auto totals = rolling_totals(months({1, 2, 3, 4}), 3);
  ASSERT_EQ(totals.size(), 4u);
  EXPECT_FALSE(totals[1]);
  EXPECT_EQ(totals[2], 6);
  EXPECT_EQ(totals[3], 9);
}

TEST(RollingTotals, AMissingValueMakesTheTotalMissing) {
  const auto totals = rolling_totals(months({1, 2, std::nullopt, 4, 5, 6}), 3);
  EXPECT_FALSE(totals[2]);
  EXPECT_FALSE(totals[3]);
  EXPECT_FALSE(totals[4]);
  EXPECT_EQ(totals[5], 15);
}

TEST(RollingTotals, AMonthLeftOutMakesTheTotalMissing) {
  auto series = months({1, 2, 3, 4, 5});
  series.points.erase(series.points.begin() + 2);
  const auto totals = rolling_totals(series, 2);
  EXPECT_EQ(totals[1], 3);
  EXPECT_FALSE(totals[2]);
  EXPECT_EQ(totals[3], 9);
}

TEST(RollingTotals, NothingIsAddedUpOverABreakInSeries) {
  auto series = months({1, 2, 3, 4, 5, 6});
  series.points[3].flags = {model::Flag::break_in_series};
  const auto totals = rolling_totals(series, 3);
  EXPECT_EQ(totals[2], 6);
  EXPECT_FALSE(totals[3]);
  EXPECT_FALSE(totals[4]);
  EXPECT_EQ(totals[5], 15);
}

TEST(RollingTotals, ManyDecimalsGatherNoError) {
  std::vector<std::optional<double>> values(1000, 0.1);
  const auto totals = rolling_totals(months(values), 12);
  EXPECT_EQ(totals[11], totals[999]);
}

TEST(RollingTotals, OfNothingAreNothing) {
  EXPECT_TRUE(rolling_totals({}, 12).empty());
}

TEST(IntervalsBetween, CountsInItsOwnSteps) {
  const model::Date from{year{2022}, month{11}, day{1}};
  const model::Date to{year{2023}, month{2}, day{1}};
  EXPECT_EQ(intervals_between(from, to, model::Interval::month), 3);
  EXPECT_EQ(intervals_between(from, to, model::Interval::quarter), 1);
  EXPECT_EQ(intervals_between(from, to, model::Interval::day), 92);
  EXPECT_EQ(intervals_between(to, from, model::Interval::month), -3);
}

}  // namespace
}  // namespace analysis
