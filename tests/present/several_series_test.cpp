#include <gtest/gtest.h>

#include "present/plan.h"
#include "support/boards.h"

namespace present {
namespace {

using Kind = settings::Slide::Kind;
using model::Flag;
using model::Interval;
using support::date;
using support::fetched;
using support::noon;
using support::slide;

model::Series series_of(model::Id id, std::string title, Interval every, model::Date first,
                        const std::vector<double>& values) {
  model::Series series;
  series.id = std::move(id);
  series.title = std::move(title);
  series.every = every;
  series.good = model::Good::down;
  const int months = every == Interval::month ? 1 : every == Interval::quarter ? 3 : 12;
  for (const double value : values) {
    series.points.push_back({first, value, {}});
    first += std::chrono::months{months};
  }
  return series;
}

model::Series monthly(model::Id id, std::string title, double value, int months = 30) {
  return series_of(std::move(id), std::move(title), Interval::month, date(2011, 4, 1),
                   std::vector<double>(static_cast<size_t>(months), value));
}

Plan plan_of(std::vector<model::Series> series, const settings::Slide& wanted,
             model::Id feed = "plan") {
  model::Board board;
  board.title = "Dorset Police and Crime Plan";
  board.period = {"Quarter 1 2023/24", date(2023, 4, 1), date(2023, 6, 30)};
  board.marking = "Official";
  board.series = std::move(series);
  settings::Settings settings;
  settings.slides = {wanted};
  model::Snapshot snapshot;
  snapshot.feeds.push_back(fetched(std::move(feed), std::move(board)));
  return make_plan(settings, snapshot, {noon(), true});
}

settings::Slide chart(std::vector<model::Id> bars, std::vector<model::Id> lines = {},
                      std::vector<int> rolling = {}) {
  settings::Slide wanted = slide(Kind::chart, "chart");
  wanted.series_as_bars = std::move(bars);
  wanted.series_as_lines = std::move(lines);
  wanted.rolling = std::move(rolling);
  return wanted;
}

const Chart& chart_in(const Plan& plan) {
  return std::get<Chart>(plan.slides.at(0).content);
}

// Young people of the report of 2023/24: two whole years and the first quarter of a third.
std::vector<model::Series> young_people() {
  const auto first = date(2021, 4, 1);
  return {series_of("offences", "Offences", Interval::year, first, {493, 531, 137}),
          series_of("disposals", "Disposals", Interval::year, first, {481, 510, 131}),
          series_of("people", "Young people", Interval::year, first, {135, 135, 106})};
}

TEST(SeveralSeries, AYearThatIsNotOverIsDrawnApartAndComparedWithNothing) {
  const Plan plan = plan_of(young_people(), chart({"offences", "disposals", "people"}));
  const Chart& content = chart_in(plan);
  ASSERT_EQ(content.panels.size(), 1u);
  const auto& panel = content.panels[0];
  EXPECT_EQ(panel.title, "Each year");
  ASSERT_EQ(panel.bars.size(), 3u);
  EXPECT_EQ(panel.bars[0].title, "Offences");
  EXPECT_EQ(panel.bars[0].points[1].text, "531");
  EXPECT_FALSE(panel.bars[0].points[1].hollow);
  EXPECT_TRUE(panel.bars[0].points[2].hollow);
  EXPECT_EQ(content.hollow, "Not a whole year");
  EXPECT_EQ(content.years, (std::vector<Trend::Year>{
                               {0, 0, "2021/22"}, {1, 1, "2022/23"}, {2, 2, "Apr to Jun 2023"}}));
  EXPECT_EQ(content.figures_title, "Apr to Jun 2023");
  ASSERT_EQ(content.figures.size(), 3u);
  EXPECT_EQ(content.figures[2].number, "106");
  EXPECT_TRUE(content.figures[2].change.empty());
  EXPECT_EQ(plan.slides[0].title, "Offences, Disposals and Young people");
  EXPECT_EQ(plan.slides[0].period, "April 2021 to June 2023");
  EXPECT_EQ(plan.slides[0].marking, "OFFICIAL");
}

TEST(SeveralSeries, QuartersAreOfTheFinancialYear) {
  const Plan plan =
      plan_of({series_of("q", "Offences", Interval::quarter, date(2021, 10, 1), {1, 2, 3, 4})},
              chart({"q"}));
  const Chart& content = chart_in(plan);
  EXPECT_EQ(content.intervals, (std::vector<std::string>{"Q3", "Q4", "Q1", "Q2"}));
  EXPECT_EQ(content.years, (std::vector<Trend::Year>{{0, 1, "2021/22"}, {2, 3, "2022/23"}}));
}

TEST(SeveralSeries, GroupedBarsHaveATotalEachAndStackedOnesOneTogether) {
  const std::vector<model::Series> hate = {monthly("aggravated", "Aggravated crime", 12),
                                           monthly("flagged", "Hate-flagged crime", 27),
                                           monthly("incidents", "Hate incidents", 21)};
  settings::Slide wanted = chart({"aggravated", "flagged", "incidents"}, {}, {12});
  const Plan grouped = plan_of(hate, wanted);
  ASSERT_EQ(chart_in(grouped).panels.size(), 2u);
  const auto& each = chart_in(grouped).panels[1];
  EXPECT_EQ(each.title, "Rolling 12 months");
  EXPECT_TRUE(each.lines_follow_bars);
  ASSERT_EQ(each.lines.size(), 3u);
  EXPECT_EQ(each.lines[1].title, "Hate-flagged crime");
  EXPECT_FALSE(each.lines[1].points[10].value);
  EXPECT_EQ(each.lines[1].points[11].value, 324);

  wanted.bars = settings::Slide::Bars::stacked;
  const Plan stacked = plan_of(hate, wanted);
  const Chart& content = chart_in(stacked);
  EXPECT_EQ(content.panels[0].totals[0], "60");
  EXPECT_GE(content.panels[0].axis.high, 60);
  EXPECT_EQ(content.panels[1].title, "All together, rolling 12 months");
  ASSERT_EQ(content.panels[1].lines.size(), 1u);
  EXPECT_EQ(content.panels[1].lines[0].points[29].text, "720");
  EXPECT_EQ(content.figures_title, "Year to Sep 2013, on the year before");
  ASSERT_EQ(content.figures.size(), 4u);
  EXPECT_EQ(content.figures[0].caption, "All together");
  EXPECT_EQ(content.figures[0].change, "no change");
  EXPECT_EQ(stacked.slides[0].title, "All together unchanged, year to Sep 2013");
}

TEST(SeveralSeries, AStackWithAMissingPartHasNoTotal) {
  auto first = monthly("a", "First", 5);
  first.points[3].value.reset();
  settings::Slide wanted = chart({"a", "b"}, {}, {12});
  wanted.bars = settings::Slide::Bars::stacked;
  const Plan plan = plan_of({first, monthly("b", "Second", 7)}, wanted);
  const Chart& content = chart_in(plan);
  EXPECT_EQ(content.panels[0].totals[3], "");
  EXPECT_EQ(content.panels[0].totals[4], "12");
  EXPECT_FALSE(content.panels[1].lines[0].points[14].value);
  EXPECT_EQ(content.panels[1].lines[0].points[15].value, 144);
}

TEST(SeveralSeries, SoManyLengthsAreKeptAsMakeFourLines) {
  const std::vector<model::Series> three = {monthly("a", "A", 1), monthly("b", "B", 2),
                                            monthly("c", "C", 3)};
  const Plan plan = plan_of(three, chart({"a", "b", "c"}, {}, {6, 12}));
  EXPECT_EQ(chart_in(plan).panels[1].title, "Rolling 12 months");
  const Plan two = plan_of(three, chart({"a", "b"}, {}, {12, 6}));
  ASSERT_EQ(chart_in(two).panels[1].lines.size(), 4u);
  EXPECT_EQ(chart_in(two).panels[1].title, "Rolling totals");
  EXPECT_EQ(chart_in(two).panels[1].lines[0].title, "A, 6 months");
  const Plan one = plan_of(three, chart({"a"}, {}, {6, 12}));
  EXPECT_EQ(chart_in(one).panels[1].lines[1].title, "12 months");
}

TEST(SeveralSeries, ALineStandsWhereItCanBeRead) {
  const std::vector<model::Series> series = {
      monthly("incidents", "Incidents", 730), monthly("repeat", "Repeat incidents", 200),
      monthly("year", "Historic, rolling 12 months", 2000), monthly("few", "Few", 3)};
  const Plan beside_bars = plan_of(series, chart({"incidents"}, {"repeat"}, {12}));
  ASSERT_EQ(chart_in(beside_bars).panels.size(), 2u);
  EXPECT_EQ(chart_in(beside_bars).panels[0].lines[0].title, "Repeat incidents");
  EXPECT_EQ(chart_in(beside_bars).panels[1].title, "Rolling 12 months");

  const Plan with_totals = plan_of(series, chart({"incidents"}, {"year"}, {12}));
  const auto& totals = chart_in(with_totals).panels[1];
  EXPECT_EQ(totals.title, "");
  ASSERT_EQ(totals.lines.size(), 2u);
  EXPECT_EQ(totals.lines[0].title, "Rolling 12 months");

  const Plan alone = plan_of(series, chart({"incidents"}, {"few"}, {12}));
  ASSERT_EQ(chart_in(alone).panels.size(), 3u);
  EXPECT_EQ(chart_in(alone).panels[2].title, "Few");

  auto satisfied = monthly("satisfied", "Victims satisfied", 70);
  satisfied.unit = model::Unit::percent;
  const Plan percent = plan_of({monthly("incidents", "Incidents", 73), satisfied},
                               chart({"incidents"}, {"satisfied"}));
  ASSERT_EQ(chart_in(percent).panels.size(), 2u);
  EXPECT_TRUE(chart_in(percent).panels[1].axis.ticks[0].text.ends_with("%"));
}

// KSI of 2013/14: the yearly target falls from 362 to 348.
TEST(SeveralSeries, ATargetOfEachYearIsAStep) {
  auto ksi = monthly("ksi", "Killed or seriously injured", 28, 33);
  for (auto& point : ksi.points) point.at -= std::chrono::months{3};
  ksi.targets = {{date(2012, 1, 1), date(2012, 12, 31), 362, true, ""},
                 {date(2013, 1, 1), date(2013, 12, 31), 348, true, ""}};
  const Plan plan = plan_of({ksi}, chart({"ksi"}, {}, {12}));
  const Chart& content = chart_in(plan);
  EXPECT_TRUE(content.panels[0].targets.empty());
  EXPECT_EQ(content.panels[1].targets,
            (std::vector<Trend::Target>{{12, 23, 362, "Target 362"}, {24, 32, 348, "Target 348"}}));
  ASSERT_EQ(content.figures.size(), 2u);
  EXPECT_EQ(content.figures[1].caption, "Year to Sep 2013");
  EXPECT_EQ(content.figures[1].number, "336");
  EXPECT_EQ(content.figures[1].rating, model::Rating::green);
}

TEST(SeveralSeries, FlagsAreSaidAndDrawn) {
  auto crimes = monthly("crimes", "Crimes", 10);
  crimes.points[12].flags = {Flag::break_in_series};
  crimes.points[28].flags = {Flag::estimated};
  crimes.points[29].flags = {Flag::provisional};
  crimes.events = {{date(2013, 2, 15), "Inquiry", "published"}};
  crimes.detail = "Sums are the report's";
  const Plan plan = plan_of({crimes}, chart({"crimes"}, {}, {12}));
  const Chart& content = chart_in(plan);
  EXPECT_EQ(content.hollow, "Provisional or estimated");
  EXPECT_TRUE(content.panels[0].bars[0].points[28].hollow);
  EXPECT_FALSE(content.panels[1].lines[0].points[12].joined);
  EXPECT_TRUE(content.panels[1].lines[0].points[29].hollow);
  EXPECT_EQ(content.breaks, (std::vector<Trend::Event>{{12, "Break in series", ""}}));
  ASSERT_EQ(content.events.size(), 1u);
  EXPECT_NEAR(content.events[0].at, 22.5, 1e-9);
  // No change over a break, so that the title is the series' own name.
  EXPECT_EQ(plan.slides[0].title, "Crimes");
  EXPECT_EQ(plan.slides[0].subtitle, "Sums are the report's");
}

TEST(SeveralSeries, TheTitleSaysWhatMovedUnlessTheFeedHasAMessage) {
  auto crimes = monthly("crimes", "Alcohol related violence", 10);
  for (size_t i = 18; i < 30; ++i) crimes.points[i].value = 9;
  settings::Slide wanted = chart({"crimes"}, {}, {12});
  EXPECT_EQ(plan_of({crimes}, wanted).slides[0].title,
            "Alcohol related violence down 10.0% in a year");
  crimes.message = "Fewer crimes on summer nights";
  EXPECT_EQ(plan_of({crimes}, wanted).slides[0].title, "Fewer crimes on summer nights");
  wanted.title = "Summer";
  EXPECT_EQ(plan_of({crimes}, wanted).slides[0].title, "Summer");
  crimes.message.clear();
  const Plan two = plan_of({crimes, monthly("b", "B", 3)}, chart({"crimes", "b"}, {}, {12}));
  EXPECT_EQ(two.slides[0].title, "1 of 2 series fell, year to Sep 2013");
}

TEST(SeveralSeries, SaysWhyItIsSkipped) {
  auto empty = monthly("empty", "Empty", 1, 0);
  auto nothing = monthly("nothing", "Nothing", 1);
  for (auto& point : nothing.points) point.value.reset();
  auto percent = monthly("percent", "Per cent", 1);
  percent.unit = model::Unit::percent;
  const std::vector<model::Series> all = {
      monthly("a", "A", 1),
      empty,
      nothing,
      percent,
      series_of("year", "Year", Interval::year, date(2011, 4, 1), {1, 2}),
      series_of("other", "Other year", Interval::year, date(2011, 1, 1), {1, 2})};
  const auto reason = [&](const settings::Slide& wanted) {
    const Plan plan = plan_of(all, wanted);
    return plan.skipped.empty() ? std::string() : plan.skipped[0].reason;
  };
  EXPECT_EQ(reason(chart({"unknown"})), "no feed has series unknown");
  EXPECT_EQ(reason(chart({})), "it names no series");
  EXPECT_EQ(reason(chart({"a", "empty"})), "series empty has no points");
  EXPECT_EQ(reason(chart({"nothing"})), "series nothing has no values in the time shown");
  EXPECT_EQ(reason(chart({"a", "year"})), "series year is by year and a by month");
  EXPECT_EQ(reason(chart({"year", "other"})), "the years of its series begin on different days");
  EXPECT_EQ(reason(chart({"a", "percent"})), "series percent has another unit than a");
  EXPECT_EQ(reason(chart({"percent"}, {}, {12})), "series percent has a unit that makes no totals");
}

TEST(SeveralSeries, TakesItsSeriesFromAnyFeed) {
  const Plan plan = plan_of(young_people(), chart({"youth/offences"}), "youth");
  EXPECT_TRUE(plan.skipped.empty());
  EXPECT_EQ(chart_in(plan).panels[0].bars[0].title, "Offences");
}

}  // namespace
}  // namespace present
