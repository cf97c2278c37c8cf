#include "analysis/xmr.h"

#include <gtest/gtest.h>

#include <limits>

namespace analysis {
namespace {

using std::chrono::year;

TEST(XmrLimits, AreClampedForDrawingOnly) {
  const XmrLimits limits{-4, 106, 2, 101};
  EXPECT_EQ(clamped(limits, 0, 100), (XmrLimits{0, 100, 2, 100}));
  EXPECT_EQ(clamped(limits, 0, std::nullopt), (XmrLimits{0, 106, 2, 101}));
  EXPECT_EQ(clamped(limits, std::nullopt, std::nullopt), limits);
}

TEST(XmrPoints, OfASeriesKnowItsBreaks) {
  model::Series series;
  series.points.push_back({year{2024} / 4 / 1, 12.5, {}});
  series.points.push_back({year{2024} / 5 / 1, std::nullopt, {model::Flag::not_available}});
  series.points.push_back(
      {year{2024} / 6 / 1, 14.0, {model::Flag::provisional, model::Flag::break_in_series}});
  const std::vector<XmrPoint> expected = {{year{2024} / 4 / 1, 12.5, false, false},
                                          {year{2024} / 5 / 1, std::nullopt, false, false},
                                          {year{2024} / 6 / 1, 14.0, false, true}};
  EXPECT_EQ(points_of(series), expected);
}

TEST(XmrPoints, WithoutANumberAreMissing) {
  std::vector<XmrPoint> points;
  for (int i = 0; i < 14; ++i)
    points.push_back({std::chrono::sys_days{year{2024} / 1 / 1} + std::chrono::days{i}, i % 3});
  auto with_gap = points;
  points[5].value = std::numeric_limits<double>::quiet_NaN();
  points[6].value = std::numeric_limits<double>::infinity();
  with_gap[5].value = with_gap[6].value = std::nullopt;
  XmrQuestion question;
  question.every = model::Interval::day;
  EXPECT_EQ(analyse(points, question, mdc()), analyse(with_gap, question, mdc()));
  EXPECT_TRUE(analyse(points, question, mdc()).marks[7].after_gap);
}

TEST(XmrGaps, AreCountedInTheSeriesOwnSteps) {
  const std::vector<XmrPoint> points = {{year{2023} / 1 / 1, 1.0}, {year{2023} / 4 / 1, 2.0}};
  XmrQuestion question;
  EXPECT_TRUE(analyse(points, question, mdc()).marks[1].after_gap);
  question.every = model::Interval::quarter;
  EXPECT_FALSE(analyse(points, question, mdc()).marks[1].after_gap);
}

}  // namespace
}  // namespace analysis
