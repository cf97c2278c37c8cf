#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "view/staged.h"

namespace view {
namespace {

using present::Trend;
using support::plan_with;
using support::sample_trend;

ImU32 packed(Color color) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

// Corners of shapes of one colour in a region.
std::vector<ImVec2> corners(Staged& staged, Color color, const std::string& region = "chart") {
  std::vector<ImVec2> corners;
  const ImDrawList* list = staged.list_of(staged.show(0), region);
  if (!list) return corners;
  for (const ImDrawVert& vertex : list->VtxBuffer) {
    if (vertex.col == packed(color)) corners.push_back(vertex.pos);
  }
  return corners;
}

float highest(const std::vector<ImVec2>& corners) {
  float y = std::numeric_limits<float>::max();
  for (ImVec2 corner : corners) y = std::min(y, corner.y);
  return y;
}

float lowest(const std::vector<ImVec2>& corners) {
  float y = 0;
  for (ImVec2 corner : corners) y = std::max(y, corner.y);
  return y;
}

const Theme& dark() {
  return theme_of(settings::Theme::dark);
}

// So many points with one value, and nothing else.
Trend even(int points, double value, double high) {
  Trend trend;
  trend.bars_title = "Each day";
  for (int i = 0; i < points; ++i) trend.bars.push_back({value, false, false});
  trend.bars_axis = support::sample_axis(0, high, {{0, "0"}});
  return trend;
}

Trend with_many_points(int points) {
  Trend trend = sample_trend();
  trend.bars.clear();
  trend.line.clear();
  trend.years.clear();
  for (int i = 0; i < points; ++i) {
    trend.bars.push_back({900 + 700 * std::sin(i * 2.3), i > points / 2, i % 3 == 0});
    trend.line.push_back({16500 + 3000 * std::sin(i * 1.9), i % 50 != 0});
    std::string year = std::to_string(1200 + i / 12);
    if (i % 12 == 0) trend.years.push_back({i, i, year});
    trend.years.back().last = i;
  }
  trend.line_targets = {{0, points - 1, 14900, "Target 14,900"}};
  trend.events.clear();
  for (int i = 0; i < points; i += 20) trend.events.push_back({double(i), "Event", "of a year"});
  return trend;
}

Trend crowded() {
  Trend trend = sample_trend();
  for (int i = 60; i < 72; ++i) trend.bars[size_t(i)].provisional = true;
  trend.bars[20].value.reset();
  trend.line[40].value.reset();
  trend.line[30].joined = false;
  trend.bar_targets = {{0, 47, 1500, "Target 1,500"}, {48, 71, 1300, "Target 1,300"}};
  trend.line_targets.insert(trend.line_targets.begin(), {0, 30, 18000, "Target 18,000"});
  trend.events = {{3, "Oil crisis", "second wave"},
                  {49, "Seat belts", "compulsory, 31 Jan 1983"},
                  {52, "Breath tests", "used widely"},
                  {71.5, "Speed limits", "lowered in towns, December 1984"}};
  for (auto& figure : trend.figures) figure.rated = true;
  return trend;
}

TEST(Trend, SaysWhatTheFiguresAre) {
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, settings::PixelSize{1280, 720},
                                   settings::PixelSize{1080, 1920}}) {
    Staged staged(plan_with(sample_trend()), {size});
    EXPECT_EQ(staged.pages(), 1);
    for (const char* text :
         {"Each month", "Rolling 12 months", "1,500", "14,000", "1979", "1984", "Seat belts",
          "Target 14,900", "December 1984", "1,763", "16.5% worse", "on December 1983", "16,421",
          "5.9% over target", "(illustrative target)"}) {
      EXPECT_TRUE(staged.says(text)) << text << " " << size.width;
    }
  }
}

TEST(Trend, FiguresStandBesideTheChartAndBelowItInPortrait) {
  Staged wide(plan_with(sample_trend()));
  EXPECT_GE(wide.bounds_of("figure 1").left, wide.bounds_of("chart").right);
  EXPECT_GE(wide.bounds_of("figure 2").top, wide.bounds_of("figure 1").bottom);
  Staged tall(plan_with(sample_trend()), {{1080, 1920}});
  EXPECT_GE(tall.bounds_of("figure 1").top, tall.bounds_of("chart").bottom);
  EXPECT_GE(tall.bounds_of("figure 2").left, tall.bounds_of("figure 1").right);
}

TEST(Trend, ALongFigureGivesUpWordsNotItsNumber) {
  Trend trend = sample_trend();
  trend.figures[0].change_on = "on the month of December in the year 1983, as published then";
  trend.figures[1].target_note = "(an illustrative target that nobody has agreed to so far)";
  trend.figures[0].number = trend.figures[1].number = "1,234,567,890";
  Staged staged(plan_with(trend), {{1920, 1080}, settings::Theme::dark, 4.6});
  EXPECT_EQ(std::ranges::count(staged.texts(), "1,234,567,890"), 2);
  for (const auto& text : staged.texts()) {
    EXPECT_FALSE(text.starts_with("(an ill") || text.starts_with("on the month")) << text;
  }
}

TEST(Trend, BarsStartAtZeroAndOneMissingIsAGap) {
  Staged whole(plan_with(even(40, 50, 100)));
  auto bars = corners(whole, dark().bar);
  ASSERT_EQ(bars.size(), 40u * 4);
  Trend trend = even(40, 50, 100);
  trend.bars[7].value.reset();
  Staged gap(plan_with(trend));
  EXPECT_EQ(corners(gap, dark().bar).size(), 39u * 4);
  Staged twice(plan_with(even(40, 100, 100)));
  auto taller = corners(twice, dark().bar);
  EXPECT_EQ(lowest(taller), lowest(bars));
  EXPECT_NEAR(lowest(taller) - highest(taller), 2 * (lowest(bars) - highest(bars)), 1);
}

TEST(Trend, AZeroIsSeenAndAMissingValueIsNot) {
  Trend trend = even(40, 50, 100);
  trend.bars[7].value = 0;
  Staged staged(plan_with(trend));
  EXPECT_EQ(corners(staged, dark().bar).size(), 40u * 4);
}

TEST(Trend, WhatIsInFocusAndWhatIsProvisionalLooksOther) {
  Trend trend = even(40, 50, 100);
  for (size_t i = 30; i < 40; ++i) trend.bars[i].in_focus = true;
  Staged focus(plan_with(trend));
  EXPECT_EQ(corners(focus, dark().bar).size(), 30u * 4);
  EXPECT_EQ(corners(focus, dark().bar_in_focus).size(), 10u * 4);
  for (size_t i = 30; i < 40; ++i) trend.bars[i].provisional = true;
  Staged hollow(plan_with(trend));
  EXPECT_GT(corners(hollow, dark().bar_in_focus).size(), 10u * 4);  // outlines
  // Nothing of the bar's colour lies inside the first hollow one.
  auto edges = corners(hollow, dark().bar_in_focus);
  float left = edges.front().x;
  for (ImVec2 edge : edges) left = std::min(left, edge.x);
  float middle = highest(edges) + (lowest(edges) - highest(edges)) / 2;
  for (ImVec2 edge : edges) EXPECT_GT(std::abs(edge.y - middle), 20);
  EXPECT_GT(left, 1000);
}

TEST(Trend, NegativeBarsHangFromZero) {
  Trend trend = even(40, -50, 100);
  trend.bars_axis = support::sample_axis(-100, 100, {{-100, "−100"}, {0, "0"}, {100, "100"}});
  Staged down(plan_with(trend));
  for (auto& bar : trend.bars) bar.value = 50;
  Staged up(plan_with(trend));
  EXPECT_EQ(highest(corners(down, dark().bar)), lowest(corners(up, dark().bar)));
}

TEST(Trend, WithoutALineTheBarsTakeItsRoom) {
  Trend trend = sample_trend();
  Staged both(plan_with(trend));
  trend.line.clear();
  trend.line_title.clear();
  Staged alone(plan_with(trend));
  EXPECT_FALSE(alone.says("14,000"));
  auto with_line = corners(both, dark().bar);
  auto without = corners(alone, dark().bar);
  EXPECT_FLOAT_EQ(highest(without), highest(with_line));
  EXPECT_GT(lowest(without), lowest(with_line) + 200);
}

TEST(Trend, AGapOrABreakInTheLineIsNotJoined) {
  Staged whole(plan_with(sample_trend()));
  Trend trend = sample_trend();
  trend.line[30].joined = false;
  Staged broken(plan_with(trend));
  // A stroke that starts anew brings two more round ends.
  int whole_size = whole.list_of(whole.show(0), "chart")->VtxBuffer.Size;
  int broken_size = broken.list_of(broken.show(0), "chart")->VtxBuffer.Size;
  EXPECT_GT(broken_size, whole_size);
}

TEST(Trend, WordsOfAnEventAtTheEdgeStandLeftOfItsLine) {
  Trend trend = sample_trend();
  trend.events = {{70, "Speed limits", ""}};
  Staged staged(plan_with(trend));
  Box chart = staged.bounds_of("chart");
  Box words = staged.ink_of("Speed limits");
  EXPECT_LT(words.right, chart.right - chart.width() / 72);
  EXPECT_GT(words.right, chart.right - chart.width() / 12);
  trend.events = {{20, "Speed limits", ""}};
  Staged early(plan_with(trend));
  EXPECT_GT(early.ink_of("Speed limits").left, chart.left + chart.width() / 4);
}

TEST(Trend, OlderEventsGiveUpTheirWords) {
  Trend trend = sample_trend();
  trend.events = {{20, "First", "detail of the first"},
                  {59, "Between", "its detail"},
                  {60, "Hemmed in", "its detail"},
                  {61, "Newest", "detail of the newest"}};
  Staged staged(plan_with(trend));
  EXPECT_TRUE(staged.says("Newest"));
  EXPECT_FALSE(staged.says("detail of the newest"));
  EXPECT_FALSE(staged.says("Hemmed in"));
  EXPECT_TRUE(staged.says("Between"));
  EXPECT_TRUE(staged.says("First"));
  EXPECT_TRUE(staged.says("detail of the first"));
  expect_texts_apart(staged);
}

TEST(Trend, YearsAreThinnedOutEvenly) {
  Trend trend = with_many_points(12 * 60);
  trend.events.clear();
  Staged staged(plan_with(trend), {{1080, 1920}});
  std::vector<int> years;
  for (const auto& text : staged.texts()) {
    if (text.size() == 4 && text.starts_with("12")) years.push_back(std::stoi(text));
  }
  std::ranges::sort(years);
  ASSERT_GT(years.size(), 3u);
  EXPECT_EQ(years.back(), 1259);
  for (size_t i = 2; i < years.size(); ++i) {
    EXPECT_EQ(years[i] - years[i - 1], years[1] - years[0]);
  }
}

TEST(Trend, NoExtremeIsLostAmongTenThousandBars) {
  Trend trend = even(10'000, 10, 1000);
  Staged flat(plan_with(trend));
  float low = highest(corners(flat, dark().bar));
  trend.bars[4321].value = 1000;
  Staged spike(plan_with(trend));
  Color thin = dark().bar;
  thin.alpha = 130;
  float top = highest(corners(spike, thin));
  Staged full(plan_with(even(40, 1000, 1000)));
  EXPECT_NEAR(top, highest(corners(full, dark().bar)), 1);
  EXPECT_GT(low, top + 100);
  trend.bars[4321].value = 10;
  trend.bars[7000].value = 0;
  Staged dip(plan_with(trend));
  EXPECT_LT(corners(dip, dark().bar).size(), corners(flat, dark().bar).size());
}

TEST(Trend, VerticesStayFarBelowWhatShortIndicesReach) {
  for (settings::PixelSize size :
       {settings::PixelSize{1920, 1080}, settings::PixelSize{3840, 2160},
        settings::PixelSize{8000, 1200}, settings::PixelSize{1080, 1920}}) {
    for (int points : {12, 72, 240, 500, 600, 601, 900, 1500, 3000, 10'000}) {
      Trend trend = with_many_points(points);
      for (int year = 0; year + 12 <= points; year += 12) {
        trend.bar_targets.push_back({year, year + 11, 800.0 + year, "Target"});
      }
      Staged staged(plan_with(trend), {size});
      const ImDrawData& data = staged.show(0);
      for (int i = 0; i < data.CmdListsCount; ++i) {
        EXPECT_LT(data.CmdLists[i]->VtxBuffer.Size, 60'000) << points << " on " << size.width;
      }
    }
  }
}

TEST(Trend, LateFiguresLoseTheirColourAndSaySince) {
  Trend trend = sample_trend();
  trend.age = support::sample_late_age();
  Staged staged(plan_with(trend));
  EXPECT_TRUE(staged.says("As at 31 March 2023"));
  EXPECT_TRUE(corners(staged, dark().bar_in_focus).empty());
  EXPECT_TRUE(corners(staged, dark().red, "figure 2").empty());
}

TEST(Trend, NoTextLeavesItsBoxOrCoversAnother) {
  for (const Look& look : all_looks()) {
    for (int times : {1, 3}) {
      for (bool late : {false, true}) {
        for (Trend trend : {sample_trend(), crowded()}) {
          SCOPED_TRACE(name_of(look) + " times " + std::to_string(times) + (late ? " late" : "") +
                       " events " + std::to_string(trend.events.size()));
          if (late) trend.age = support::sample_late_age();
          Staged staged(support::lengthened(plan_with(trend), times), look);
          expect_texts_apart(staged);
        }
      }
    }
  }
}

TEST(Trend, TextsOfManyPointsStayApart) {
  for (const Look& look : all_looks()) {
    for (int points : {1, 2, 240, 10'000}) {
      SCOPED_TRACE(name_of(look) + " points " + std::to_string(points));
      Staged staged(plan_with(with_many_points(points)), look);
      expect_texts_apart(staged);
    }
  }
}

}  // namespace
}  // namespace view
