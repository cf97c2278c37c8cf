#include "analysis/years.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

using std::chrono::year;

// From April 2022: 1, 2, 3 ...
model::Series months(int count) {
  model::Series series;
  model::Date at = year{2022} / 4 / 1;
  for (int i = 1; i <= count; ++i, at += std::chrono::months{1})
    series.points.push_back({at, i, {}});
  return series;
}

model::Series quarters(int count) {
  model::Series series;
  series.every = model::Interval::quarter;
  model::Date at = year{2022} / 1 / 1;
  for (int i = 1; i <= count; ++i, at += std::chrono::months{3})
    series.points.push_back({at, i, {}});
  return series;
}

TEST(Year, BeginsInApril) {
  EXPECT_EQ(year_of(year{2024} / 3 / 31), (year{2023} / 4 / 1));
  EXPECT_EQ(year_of(year{2024} / 4 / 1), (year{2024} / 4 / 1));
  EXPECT_EQ(year_of(year{2024} / 3 / 31, std::chrono::January), (year{2024} / 1 / 1));
}

TEST(YearToDate, IsComparedWithTheSamePartOfTheYearBefore) {
  const auto years = years_to_date(months(15));
  ASSERT_EQ(years.size(), 15u);
  EXPECT_EQ(years[11], (YearToDate{year{2022} / 4 / 1, 12, 78, std::nullopt}));
  EXPECT_EQ(years[12], (YearToDate{year{2023} / 4 / 1, 1, 13, 1}));
  EXPECT_EQ(years[14], (YearToDate{year{2023} / 4 / 1, 3, 13 + 14 + 15, 1 + 2 + 3}));
}

TEST(YearToDate, IsMissingIfAMonthIs) {
  auto series = months(16);
  series.points[13].value.reset();                 // May 2023
  series.points.erase(series.points.begin() + 2);  // June 2022
  const auto years = years_to_date(series);
  EXPECT_EQ(years[11].now, 13);
  EXPECT_FALSE(years[12].now);  // May
  EXPECT_EQ(years[12].before, 3);
  EXPECT_FALSE(years[13].now);  // June
  EXPECT_FALSE(years[13].before);
}

TEST(YearToDate, IsMissingOverABreakInSeries) {
  auto series = months(30);
  series.points[14].flags = {model::Flag::break_in_series};  // June 2023
  const auto years = years_to_date(series);
  EXPECT_EQ(years[13].now, 13 + 14);
  EXPECT_FALSE(years[14].now);
  EXPECT_FALSE(years[26].before);
  EXPECT_EQ(years[26].now, 25 + 26 + 27);
}

TEST(YearToDate, OfQuarters) {
  const auto years = years_to_date(quarters(7));
  EXPECT_EQ(years[0], (YearToDate{year{2021} / 4 / 1, 4, std::nullopt, std::nullopt}));
  EXPECT_EQ(years[6], (YearToDate{year{2023} / 4 / 1, 2, 6 + 7, 2 + 3}));
}

TEST(YearToDate, IsNothingWhereAYearBeginsWithinAnInterval) {
  for (const auto& found : years_to_date(quarters(4), std::chrono::March))
    EXPECT_EQ(found.intervals, 0);
  auto days = months(3);
  days.every = model::Interval::day;
  for (const auto& found : years_to_date(days)) EXPECT_FALSE(found.now);
}

TEST(Target, IsTheFirstThatHolds) {
  model::Series series;
  series.targets = {{year{2023} / 4 / 1, year{2024} / 3 / 31, 120, true, {}},
                    {std::nullopt, std::nullopt, 100, true, {}},
                    {std::nullopt, std::nullopt, 9, false, {}}};
  EXPECT_EQ(target_on(series, year{2023} / 3 / 31, true)->value, 100);
  EXPECT_EQ(target_on(series, year{2023} / 4 / 1, true)->value, 120);
  EXPECT_EQ(target_on(series, year{2024} / 3 / 31, true)->value, 120);
  EXPECT_EQ(target_on(series, year{2024} / 4 / 1, true)->value, 100);
  EXPECT_EQ(target_on(series, year{2024} / 4 / 1, false)->value, 9);
  series.targets.clear();
  EXPECT_EQ(target_on(series, year{2024} / 4 / 1, false), nullptr);
}

TEST(PathToYearEnd, DividesTheYearsTarget) {
  auto series = months(14);
  series.targets = {{year{2022} / 4 / 1, year{2023} / 3 / 31, 120, true, {}}};
  const auto path = paths_to_year_end(series);
  EXPECT_EQ(path[0], 10);
  EXPECT_EQ(path[11], 120);
  EXPECT_FALSE(path[12]);
  auto by_quarter = quarters(3);
  by_quarter.targets = {{std::nullopt, std::nullopt, 120, true, {}}};
  EXPECT_EQ(paths_to_year_end(by_quarter)[1], 30);
}

TEST(Season, IsTheSameMonthOfTheYearsBefore) {
  auto series = months(38);
  series.points[13].value.reset();
  const Season season = season_of(series, 37, 4);  // May 2025
  EXPECT_EQ(season.before, (std::vector<std::optional<double>>{26, std::nullopt, 2, std::nullopt}));
  EXPECT_EQ(season.mean, 14);
  EXPECT_EQ(season.lowest, 2);
  EXPECT_EQ(season.highest, 26);
  EXPECT_FALSE(season_of(series, 0, 2).mean);
  series.every = model::Interval::week;
  EXPECT_EQ(season_of(series, 37, 4), Season{});
}

}  // namespace
}  // namespace analysis
