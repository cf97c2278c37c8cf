#include <gtest/gtest.h>

#include "present/plan.h"
#include "support/boards.h"

namespace present {
namespace {

using Kind = settings::Slide::Kind;
using Axes = settings::Slide::Axes;
using model::Flag;
using model::Interval;
using support::date;
using support::slide;

// Months from January 2021, so many, each of 100 but where a test says otherwise.
model::Series months(int count, double value = 100) {
  model::Series series;
  series.id = "ksi";
  series.title = "Car drivers killed or seriously injured";
  series.good = model::Good::down;
  model::Date at = date(2021, 1, 1);
  for (int i = 0; i < count; ++i, at += std::chrono::months{1}) {
    series.points.push_back({at, value, {}});
  }
  return series;
}

Slide slide_of(const model::Series& series, Axes axes = Axes::two_panels, int shown = 240) {
  model::Board board;
  board.title = "Dorset Police and Crime Plan";
  board.marking = "Official";
  board.series = {series};
  settings::Settings settings;
  settings.slides = {slide(Kind::trend, "trend")};
  settings.slides[0].series = "ksi";
  settings.slides[0].axes = axes;
  settings.slides[0].months = shown;
  model::Snapshot snapshot;
  snapshot.feeds.push_back(support::fetched("plan", board));
  return make_plan(settings, snapshot, {support::noon(), true}).slides.at(0);
}

Trend trend_of(const model::Series& series, Axes axes = Axes::two_panels, int shown = 240) {
  return std::get<Trend>(slide_of(series, axes, shown).content);
}

std::vector<std::string> texts(const Axis& axis) {
  std::vector<std::string> all;
  for (const auto& tick : axis.ticks) all.push_back(tick.text);
  return all;
}

struct DualCase {
  Interval every;
  int months;
  int times;
  const char* of_line;
  const char* of_bars;
};

TEST(TrendAxes, OfTwoTheSecondIsAsManyTimesTheFirstAsAYearHasPoints) {
  for (const DualCase& tested :
       {DualCase{Interval::month, 1, 12, "Target 900 a year", "Target 80 a month"},
        DualCase{Interval::quarter, 3, 4, "Target 900 a year", "Target 80 a quarter"}}) {
    model::Series series = months(0);
    series.every = tested.every;
    for (int i = 0; i < 30; ++i) {
      series.points.push_back(
          {date(2021, 1, 1) + std::chrono::months{i * tested.months}, 70.0 + i, {}});
    }
    series.targets = {{.value = 900, .rolling = true}, {.value = 80}};
    const Trend trend = trend_of(series, Axes::dual);
    EXPECT_TRUE(trend.dual);
    EXPECT_EQ(trend.bars_axis.low, 0);
    EXPECT_EQ(trend.line_axis.low, 0);
    EXPECT_EQ(trend.line_axis.high, trend.bars_axis.high * tested.times);
    for (const auto& point : trend.line) EXPECT_LE(point.value.value_or(0), trend.line_axis.high);
    ASSERT_EQ(trend.line_targets.size(), 1u);
    ASSERT_EQ(trend.bar_targets.size(), 1u);
    EXPECT_EQ(trend.line_targets[0].text, tested.of_line);
    EXPECT_EQ(trend.bar_targets[0].text, tested.of_bars);
    EXPECT_LE(900, trend.line_axis.high);
  }
}

TEST(TrendAxes, TheSecondHasRoundNumbersOfItsOwn) {
  const Trend trend = trend_of(months(36, 1763), Axes::dual);
  EXPECT_EQ(texts(trend.bars_axis), (std::vector<std::string>{"0", "500", "1,000", "1,500"}));
  EXPECT_EQ(texts(trend.line_axis),
            (std::vector<std::string>{"0", "5,000", "10,000", "15,000", "20,000"}));
}

TEST(TrendAxes, WithoutTotalsThereIsOneAxisWhateverIsAskedFor) {
  model::Series series = months(36, 65);
  series.unit = model::Unit::percent;
  const Trend trend = trend_of(series, Axes::dual);
  EXPECT_FALSE(trend.dual);
  EXPECT_TRUE(trend.line.empty());
  EXPECT_EQ(texts(trend.bars_axis), (std::vector<std::string>{"0%", "20%", "40%", "60%"}));
}

TEST(TrendAxes, ByDefaultEachPanelHasItsOwn) {
  const Trend trend = trend_of(months(36, 1763));
  EXPECT_FALSE(trend.dual);
  EXPECT_EQ(trend.bars_axis.low, 0);
  EXPECT_GT(trend.line_axis.low, 0);
}

struct FlagCase {
  std::vector<Flag> flags;
  Certainty certainty;
  const char* caption;
  const char* key;  // empty: none
};

TEST(TrendCertainty, IsDrawnSaidAndKeyed) {
  const FlagCase cases[] = {
      {{}, Certainty::settled, "December 2022", ""},
      {{Flag::revised}, Certainty::settled, "December 2022, revised", ""},
      {{Flag::provisional}, Certainty::provisional, "December 2022, provisional", "Provisional"},
      {{Flag::estimated}, Certainty::estimated, "December 2022, estimated", "Estimated"},
      {{Flag::estimated, Flag::provisional},
       Certainty::estimated,
       "December 2022, provisional, estimated",
       "Estimated"},
  };
  for (const FlagCase& tested : cases) {
    SCOPED_TRACE(tested.caption);
    model::Series series = months(24);
    series.points.back().flags = tested.flags;
    const Trend trend = trend_of(series);
    EXPECT_EQ(trend.bars.back().certainty, tested.certainty);
    EXPECT_EQ(trend.line.back().certainty, tested.certainty);
    EXPECT_EQ(trend.bars[22].certainty, Certainty::settled);
    EXPECT_EQ(trend.figures.at(0).caption, tested.caption);
    ASSERT_EQ(trend.bars_key.size(), *tested.key ? 1u : 0u);
    if (*tested.key) {
      EXPECT_EQ(trend.bars_key[0].text, tested.key);
      EXPECT_EQ(trend.bars_key[0].certainty, tested.certainty);
      EXPECT_TRUE(trend.line_key.at(0).text.starts_with("With ")) << trend.line_key[0].text;
    }
  }
}

TEST(TrendCertainty, OfATotalIsThatOfItsLeastSettledMonth) {
  model::Series series = months(36);
  series.points[14].flags = {Flag::provisional};
  series.points[20].flags = {Flag::estimated};
  const Trend trend = trend_of(series, Axes::two_panels, 18);  // from July 2022: index 18 is 0
  EXPECT_EQ(trend.line[0].certainty, Certainty::provisional);  // 14 stands before what is shown
  EXPECT_EQ(trend.line[1].certainty, Certainty::provisional);
  EXPECT_EQ(trend.line[2].certainty, Certainty::estimated);
  EXPECT_EQ(trend.line[13].certainty, Certainty::estimated);
  EXPECT_EQ(trend.line[14].certainty, Certainty::settled);
  EXPECT_EQ(trend.line_key.size(), 2u);
  EXPECT_EQ(trend.line_key[1].text, "With estimated months");
  EXPECT_EQ(trend.bars_key.size(), 1u);
}

TEST(TrendBreak, IsMarkedAndNothingIsAddedUpOrComparedOverIt) {
  model::Series series = months(48);
  series.points[30].flags = {Flag::break_in_series};  // July 2023
  const Slide made = slide_of(series);
  const Trend& trend = std::get<Trend>(made.content);
  ASSERT_EQ(trend.breaks.size(), 1u);
  EXPECT_EQ(trend.breaks[0], (Trend::Event{30, "Break in series", "from July 2023"}));
  EXPECT_TRUE(trend.line[29].value);
  EXPECT_FALSE(trend.line[30].value);
  EXPECT_FALSE(trend.line[40].value);
  EXPECT_TRUE(trend.line[41].value);
  EXPECT_TRUE(trend.bars[30].value);
  EXPECT_FALSE(trend.bars[29].in_focus);
  EXPECT_TRUE(trend.bars[30].in_focus);
  // December 2024 is like December 2023, but the year to it is not like the year before.
  EXPECT_EQ(trend.figures[0].change, "no change");
  EXPECT_EQ(trend.figures[1].number, "1,200");
  EXPECT_EQ(trend.figures[1].change, "");
  EXPECT_EQ(made.title, series.title);
}

TEST(TrendBreak, NoMonthIsComparedWithOneBeforeIt) {
  model::Series series = months(36);
  series.points[30].flags = {Flag::break_in_series};
  const Trend trend = trend_of(series);
  ASSERT_EQ(trend.figures.size(), 1u);  // no total yet
  EXPECT_EQ(trend.figures[0].change, "");
  EXPECT_EQ(trend.figures[0].change_on, "no comparison over a break in series");
}

TEST(TrendFigures, KnowTheYearBeforeWhereItIsNotShown) {
  model::Series series = months(36);
  series.points.back().value = 110;
  const Trend trend = trend_of(series, Axes::two_panels, 12);
  ASSERT_EQ(trend.bars.size(), 12u);
  EXPECT_EQ(trend.figures[0].change, "10.0%");
  EXPECT_EQ(trend.figures[0].change_on, "on December 2022");
  EXPECT_EQ(trend.figures[1].number, "1,210");
  EXPECT_EQ(trend.figures[1].change, "0.8%");
  EXPECT_EQ(trend.last_bar, "110");
  EXPECT_EQ(trend.last_line, "1,210");
}

TEST(TrendFigures, AMissingMonthMakesTheTotalMissingAndTheNewestValueOlder) {
  model::Series series = months(30);
  series.points.back().value.reset();
  const Trend trend = trend_of(series);
  EXPECT_FALSE(trend.bars.back().value);
  EXPECT_FALSE(trend.line.back().value);
  EXPECT_EQ(trend.figures[0].caption, "May 2023");
  EXPECT_EQ(trend.figures[1].caption, "Year to May 2023");
}

struct ToDateCase {
  int count;  // months from January 2021
  Trend::ToDate expected;
};

TEST(TrendToDate, IsTheFinancialYearAgainstTheSamePartOfTheYearBefore) {
  const ToDateCase cases[] = {
      {36, {"2023/24 to date 900, no change", "on the same part of 2022/23", ""}},
      {29, {"2023/24 to date 200, no change", "on the same part of 2022/23", ""}},
      {28, {}},                                 // April alone is what the newest value says
      {27, {}},                                 // a whole year is what the total says
      {14, {"2021/22 to date 1,100", "", ""}},  // nothing known of 2020/21
  };
  for (const ToDateCase& tested : cases) {
    EXPECT_EQ(trend_of(months(tested.count)).to_date, tested.expected) << tested.count;
  }
}

TEST(TrendToDate, SaysHowFarItIsFromThePathToTheYearsTarget) {
  model::Series series = months(36);
  series.targets = {{date(2023, 4, 1), date(2024, 3, 31), 1000, true, ""}};
  series.points.back().flags = {Flag::provisional};
  series.points.back().value = 150;
  const Trend trend = trend_of(series);
  EXPECT_EQ(trend.to_date.text, "2023/24 to date 950, provisional, up 5.6%");
  EXPECT_EQ(trend.to_date.target, "26.7% over the path to target 1,000");
}

TEST(TrendToDate, IsNothingForWhatMakesNoTotals) {
  model::Series series = months(36, 65);
  series.unit = model::Unit::percent;
  EXPECT_EQ(trend_of(series).to_date, Trend::ToDate{});
}

TEST(TrendYearsBefore, AreTheSameMonthOfEach) {
  model::Series series = months(36);
  series.points[23].value = 120;
  series.points[11].value.reset();
  EXPECT_EQ(trend_of(series).years_before, (std::vector<Trend::Before>{{"December 2022", "120"}}));
}

}  // namespace
}  // namespace present
