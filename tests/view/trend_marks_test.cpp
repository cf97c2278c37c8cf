#include "view/trends.h"

namespace view {
namespace {

TEST(TrendMarks, BarsStartAtZeroAndOneMissingIsAGap) {
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

TEST(TrendMarks, AZeroIsSeenAndAMissingValueIsNot) {
  Trend trend = even(40, 50, 100);
  trend.bars[7].value = 0;
  Staged staged(plan_with(trend));
  EXPECT_EQ(corners(staged, dark().bar).size(), 40u * 4);
}

TEST(TrendMarks, WhatIsInFocusAndWhatIsProvisionalLooksOther) {
  Trend trend = even(40, 50, 100);
  for (size_t i = 30; i < 40; ++i) trend.bars[i].in_focus = true;
  Staged focus(plan_with(trend));
  EXPECT_EQ(corners(focus, dark().bar).size(), 30u * 4);
  EXPECT_EQ(corners(focus, dark().bar_in_focus).size(), 10u * 4);
  for (size_t i = 30; i < 40; ++i) trend.bars[i].certainty = Certainty::provisional;
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

TEST(TrendMarks, EachCertaintyHasALookOfItsOwn) {
  std::vector<size_t> counts;
  for (Certainty certainty : {Certainty::settled, Certainty::provisional, Certainty::estimated}) {
    Trend trend = even(40, 50, 100);
    for (auto& bar : trend.bars) bar.certainty = certainty;
    trend.line_title = "Rolling 12 months";
    trend.line.assign(40, {60, true, certainty});
    trend.line_axis = support::sample_axis(0, 100, {{0, "0"}});
    Staged staged(plan_with(trend));
    counts.push_back(corners(staged, dark().bar).size());
    counts.push_back(corners(staged, chart_colors(dark(), {}).line).size());
  }
  EXPECT_NE(counts[0], counts[2]);  // bars
  EXPECT_NE(counts[0], counts[4]);
  EXPECT_NE(counts[2], counts[4]);
  EXPECT_LT(counts[1], counts[3]);  // dashes, then more and shorter ones
  EXPECT_LT(counts[3], counts[5]);
}

TEST(TrendMarks, NegativeBarsHangFromZero) {
  Trend trend = even(40, -50, 100);
  trend.bars_axis = support::sample_axis(-100, 100, {{-100, "−100"}, {0, "0"}, {100, "100"}});
  Staged down(plan_with(trend));
  for (auto& bar : trend.bars) bar.value = 50;
  Staged up(plan_with(trend));
  EXPECT_EQ(highest(corners(down, dark().bar)), lowest(corners(up, dark().bar)));
}

TEST(TrendMarks, AGapOrABreakInTheLineIsNotJoined) {
  Staged whole(plan_with(sample_trend()));
  Trend trend = sample_trend();
  trend.line[30].joined = false;
  Staged broken(plan_with(trend));
  // A stroke that starts anew brings two more round ends.
  int whole_size = whole.list_of(whole.show(0), "chart")->VtxBuffer.Size;
  int broken_size = broken.list_of(broken.show(0), "chart")->VtxBuffer.Size;
  EXPECT_GT(broken_size, whole_size);
}

TEST(TrendMarks, NoExtremeIsLostAmongTenThousandBars) {
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

// A line alone matters here: the bars above it have none of its colour.
Trend with_line(int points, double value) {
  Trend trend = even(points, 10, 1000);
  trend.line_title = "Rolling 12 months";
  trend.line.assign(size_t(points), {value});
  trend.line_axis = support::sample_axis(0, 1000, {{0, "0"}});
  return trend;
}

Color line_color() {
  return chart_colors(dark(), {}).line;
}

TEST(TrendMarks, NoExtremeIsLostOnALineOfTenThousandPoints) {
  for (double value : {1000.0, 0.0}) {
    Trend trend = with_line(10'000, 500);
    Staged flat(plan_with(trend));
    trend.line[4321].value = value;
    Staged spike(plan_with(trend));
    trend.line.assign(10'000, {value});
    Staged full(plan_with(trend));
    auto reach = [&](Staged& staged) {
      auto points = corners(staged, line_color());
      return value > 500 ? highest(points) : lowest(points);
    };
    EXPECT_NEAR(reach(spike), reach(full), 1) << value;
    EXPECT_GT(std::abs(reach(flat) - reach(full)), 50) << value;
  }
}

TEST(TrendMarks, AGapAmongTenThousandPointsIsNotDrawnOver) {
  Trend trend = with_line(10'000, 500);
  for (size_t i = 4000; i < 6000; ++i) {
    trend.line[i].value.reset();
    trend.bars[i].value.reset();
  }
  Staged staged(plan_with(trend));
  float left = 10'000;
  float right = 0;
  auto all = corners(staged, line_color());
  for (ImVec2 corner : all) {
    left = std::min(left, corner.x);
    right = std::max(right, corner.x);
  }
  for (Color color : {line_color(), dark().bar}) {
    auto points = corners(staged, color);
    ASSERT_FALSE(points.empty());
    for (ImVec2 corner : points) {
      float share = (corner.x - left) / (right - left);
      EXPECT_FALSE(share > 0.41f && share < 0.59f) << share;
    }
  }
}

TEST(TrendMarks, ABreakAmongTenThousandPointsIsNotJoined) {
  Trend trend = with_line(10'000, 100);
  for (size_t i = 5000; i < 10'000; ++i) trend.line[i].value = 900;
  // Neither level is near the middle: only a stroke from one to the other reaches it.
  auto reaches_middle = [](Staged& staged) {
    auto points = corners(staged, line_color());
    float middle = (highest(points) + lowest(points)) / 2;
    const ImDrawList* list = staged.list_of(staged.show(0), "chart");
    for (int i = 0; i + 2 < list->IdxBuffer.Size; i += 3) {
      float top = 1e9f;
      float bottom = 0;
      bool of_line = true;
      for (int corner = 0; corner < 3; ++corner) {
        const ImDrawVert& vertex = list->VtxBuffer[list->IdxBuffer[i + corner]];
        of_line = of_line && vertex.col == packed(line_color());
        top = std::min(top, vertex.pos.y);
        bottom = std::max(bottom, vertex.pos.y);
      }
      if (of_line && top < middle && bottom > middle) return true;
    }
    return false;
  };
  Staged joined(plan_with(trend));
  EXPECT_TRUE(reaches_middle(joined));
  trend.line[5000].joined = false;
  Staged broken(plan_with(trend));
  EXPECT_FALSE(reaches_middle(broken));
}

TEST(TrendMarks, VerticesStayFarBelowWhatShortIndicesReach) {
  for (settings::PixelSize size :
       {settings::PixelSize{1920, 1080}, settings::PixelSize{3840, 2160},
        settings::PixelSize{8000, 1200}, settings::PixelSize{1080, 1920}}) {
    for (int points : {12, 72, 240, 500, 600, 601, 900, 1500, 3000, 10'000}) {
      Trend trend = with_many_points(points);
      for (int year = 0; year + 12 <= points; year += 12) {
        trend.bar_targets.push_back({year, year + 11, 800.0 + year, "Target"});
      }
      for (const Trend& one : {trend, dual(trend)}) {
        Staged staged(plan_with(one), {size});
        const ImDrawData& data = staged.show(0);
        for (int i = 0; i < data.CmdListsCount; ++i) {
          EXPECT_LT(data.CmdLists[i]->VtxBuffer.Size, 60'000)
              << points << " on " << size.width << (one.dual ? " dual" : "");
        }
      }
    }
  }
}

}  // namespace
}  // namespace view
