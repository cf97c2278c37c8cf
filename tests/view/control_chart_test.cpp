#include <gtest/gtest.h>

#include <set>

#include "support/sample_processes.h"
#include "view/control_lines.h"
#include "view/staged.h"

namespace view {
namespace {

using present::ControlChart;
using present::ControlCharts;
using support::plan_with;
using support::sample_control_chart;
using support::sample_control_charts;
using Cause = present::ControlLines::Cause;
using State = present::TileAge::State;

ImU32 packed(Color color) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

const Theme& dark() {
  return theme_of(settings::Theme::dark);
}

// Corners of one colour in a region.
std::vector<ImVec2> corners(Staged& staged, Color color, const std::string& region) {
  std::vector<ImVec2> corners;
  const ImDrawList* list = staged.list_of(staged.show(0), region);
  if (!list) return corners;
  for (const ImDrawVert& vertex : list->VtxBuffer) {
    if (vertex.col == packed(color)) corners.push_back(vertex.pos);
  }
  return corners;
}

present::TileAge late() {
  return {State::late, "As at 31 March 2023", "6 weeks late, next try 14:47"};
}

std::vector<present::Content> samples() {
  ControlChart without_icons = sample_control_chart(8, 1);
  without_icons.icons = {};
  without_icons.lines.sections[0].lower.reset();
  without_icons.lines.sections[0].upper.reset();
  without_icons.notes = {"Fewer than 13 points: mean and target only"};
  ControlChart only_late = sample_control_chart();
  only_late.age = late();
  ControlCharts all_late = sample_control_charts(12);
  all_late.age = late();
  for (auto& row : all_late.rows) row.age = late();
  ControlCharts one_late = sample_control_charts(7);
  one_late.rows[2].age = late();
  one_late.rows[3].age = {State::waiting, "No data yet", "Awaiting the contact feed"};
  return {sample_control_chart(),
          sample_control_chart(192, 1),
          sample_control_chart(30, 5),
          without_icons,
          only_late,
          sample_control_charts(1),
          sample_control_charts(12),
          sample_control_charts(30, 3),
          all_late,
          one_late};
}

TEST(ControlChartView, KeepsTextsInTheirBoxesAndApart) {
  for (const Look& look : all_looks()) {
    for (std::size_t i = 0; i < samples().size(); ++i) {
      SCOPED_TRACE(name_of(look) + ", sample " + std::to_string(i));
      Staged staged(plan_with(samples()[i]), look);
      expect_texts_apart(staged);
    }
  }
}

TEST(ControlChartView, NamesItsLinesInTheGuttersAndItsCausesBesideThem) {
  Staged staged(plan_with(sample_control_chart()));
  for (const char* text :
       {"Upper", "Mean", "Lower", "upper", "mean", "lower", "target", "1600 calls", "1560 calls",
        "1,292", "Seat belts compulsory", "new limits, Feb 1983", "Special cause of",
        "concerning nature", "1981"}) {
    EXPECT_TRUE(staged.says(text)) << text;
  }
  // No axis beside named limits.
  EXPECT_FALSE(staged.says("1,500"));
  // The older section stands left of the newer one.
  EXPECT_LT(staged.ink_of("1600 calls").right, staged.ink_of("1560 calls").left);
}

TEST(ControlChartView, WithoutLimitsHasAnAxis) {
  ControlChart chart = sample_control_chart(8, 1);
  chart.icons = {};
  chart.lines.sections[0].lower.reset();
  chart.lines.sections[0].upper.reset();
  Staged staged(plan_with(chart));
  EXPECT_TRUE(staged.says("1,500"));
  EXPECT_TRUE(staged.says("mean"));
  EXPECT_FALSE(staged.says("upper"));
}

// What survives greyscale: each kind of cause is another outline.
TEST(ControlChartView, EachCauseHasAShapeOfItsOwn) {
  std::set<std::string> outlines;
  for (const Cause cause : {Cause::common, Cause::improvement, Cause::concern, Cause::neither}) {
    ControlChart chart = sample_control_chart(3, 1);
    chart.icons = {};
    chart.notes.clear();
    chart.key.clear();
    chart.last_value.clear();
    for (auto& point : chart.lines.points) point.cause = cause;
    const Color color = color_of(process_colors(dark(), {}), cause);
    chart.lines.points[0].value.reset();
    chart.lines.points[1].value = 1500;
    chart.lines.points[2].value.reset();
    Staged staged(plan_with(chart));
    std::string outline;
    const auto marks = corners(staged, color, "chart");
    ASSERT_FALSE(marks.empty());
    for (const ImVec2 corner : marks) {
      outline += std::to_string(std::lround(corner.x - marks[0].x)) + "," +
                 std::to_string(std::lround(corner.y - marks[0].y)) + " ";
    }
    outlines.insert(outline);
  }
  EXPECT_EQ(outlines.size(), 4u);
}

TEST(ControlChartView, TenThousandPointsStayBelowWhatShortIndicesReachAndLoseNoExtreme) {
  for (const settings::PixelSize size : {settings::PixelSize{1920, 1080}, {3840, 2160}}) {
    ControlChart chart = sample_control_chart(10'000, 1);
    for (auto& point : chart.lines.points) point.value = 1500;
    // One point of common cause far up, one special far down: neither may be thinned away.
    chart.lines.points[5'003].value = 2150;
    chart.lines.points[5'003].cause = Cause::common;
    chart.lines.points[7'001].value = 1050;
    chart.lines.points[7'001].cause = Cause::improvement;
    Staged staged(plan_with(chart), {size});
    const ImDrawList* list = staged.list_of(staged.show(0), "chart");
    ASSERT_TRUE(list);
    EXPECT_LT(list->VtxBuffer.Size, 60'000);
    float top = 1e9f;
    for (const ImVec2 corner : corners(staged, dark().common_cause, "chart")) {
      top = std::min(top, corner.y);
    }
    float bottom = 0;
    for (const ImVec2 corner : corners(staged, dark().improvement, "chart")) {
      bottom = std::max(bottom, corner.y);
    }
    const Box bounds = staged.bounds_of("chart");
    const float scale = staged.stage().metrics().scale;
    EXPECT_LT(top, (bounds.top + bounds.height() * 0.2f) * scale);
    EXPECT_GT(bottom, (bounds.top + bounds.height() * 0.7f) * scale);
  }
}

TEST(ControlChartView, ManyRecalculationsStayBounded) {
  Staged staged(plan_with(sample_control_chart(10'000, 2'000)));
  const ImDrawList* list = staged.list_of(staged.show(0), "chart");
  ASSERT_TRUE(list);
  EXPECT_LT(list->VtxBuffer.Size, 60'000);
}

TEST(ControlChartView, LateOnesHaveNoColour) {
  ControlChart chart = sample_control_chart();
  Staged fresh(plan_with(chart));
  EXPECT_FALSE(corners(fresh, dark().concern, "chart").empty());
  EXPECT_FALSE(corners(fresh, dark().concern, "icon 1").empty());
  chart.age = late();
  Staged staged(plan_with(chart));
  EXPECT_TRUE(corners(staged, dark().concern, "chart").empty());
  EXPECT_TRUE(corners(staged, dark().concern, "icon 1").empty());
  EXPECT_TRUE(staged.says("As at 31 March 2023"));
}

TEST(ControlChartSheetView, HoldsTwelveOnAPage) {
  Staged staged(plan_with(sample_control_charts(12)));
  EXPECT_EQ(staged.pages(), 1);
  Staged more(plan_with(sample_control_charts(13)));
  EXPECT_EQ(more.pages(), 2);
}

}  // namespace
}  // namespace view
