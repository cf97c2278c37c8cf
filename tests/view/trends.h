// Trends to draw, and what a test can hold against their shapes.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "view/chart.h"
#include "view/staged.h"

namespace view {

using present::Certainty;
using present::Trend;
using support::plan_with;
using support::sample_trend;

inline ImU32 packed(Color color) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

// Corners of shapes of one colour in a region.
inline std::vector<ImVec2> corners(Staged& staged, Color color,
                                   const std::string& region = "chart") {
  std::vector<ImVec2> corners;
  const ImDrawList* list = staged.list_of(staged.show(0), region);
  if (!list) return corners;
  for (const ImDrawVert& vertex : list->VtxBuffer) {
    if (vertex.col == packed(color)) corners.push_back(vertex.pos);
  }
  return corners;
}

inline float highest(const std::vector<ImVec2>& corners) {
  float y = std::numeric_limits<float>::max();
  for (ImVec2 corner : corners) y = std::min(y, corner.y);
  return y;
}

inline float lowest(const std::vector<ImVec2>& corners) {
  float y = 0;
  for (ImVec2 corner : corners) y = std::max(y, corner.y);
  return y;
}

inline const Theme& dark() {
  return theme_of(settings::Theme::dark);
}

// So many points with one value, and nothing else.
inline Trend even(int points, double value, double high) {
  Trend trend;
  trend.bars_title = "Each day";
  for (int i = 0; i < points; ++i) trend.bars.push_back({value, false});
  trend.bars_axis = support::sample_axis(0, high, {{0, "0"}});
  return trend;
}

inline Trend with_many_points(int points) {
  Trend trend = sample_trend();
  trend.bars.clear();
  trend.line.clear();
  trend.years.clear();
  for (int i = 0; i < points; ++i) {
    auto certainty = static_cast<Certainty>(i % 3);
    trend.bars.push_back({900 + 700 * std::sin(i * 2.3), i > points / 2, certainty});
    certainty = static_cast<Certainty>(i / 40 % 3);
    trend.line.push_back({16500 + 3000 * std::sin(i * 1.9), i % 50 != 0, certainty});
    std::string year = std::to_string(1200 + i / 12);
    if (i % 12 == 0) trend.years.push_back({i, i, year});
    trend.years.back().last = i;
  }
  trend.line_targets = {{0, points - 1, 14900, "Target 14,900"}};
  trend.events.clear();
  for (int i = 0; i < points; i += 20) trend.events.push_back({double(i), "Event", "of a year"});
  return trend;
}

inline Trend crowded() {
  Trend trend = sample_trend();
  for (size_t i = 60; i < 72; ++i) {
    const Certainty certainty = i < 68 ? Certainty::provisional : Certainty::estimated;
    trend.bars[i].certainty = trend.line[i].certainty = certainty;
  }
  trend.bars_key = {{Certainty::provisional, "Provisional"}, {Certainty::estimated, "Estimated"}};
  trend.line_key = {{Certainty::provisional, "With provisional months"},
                    {Certainty::estimated, "With estimated months"}};
  trend.breaks = {{30, "Break in series", "from July 1981"}};
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

// As the reports have it: the line over the bars, on an axis twelve times as long.
inline Trend dual(Trend trend) {
  trend.dual = true;
  trend.line_axis =
      support::sample_axis(0, trend.bars_axis.high * 12,
                           {{0, "0"}, {5000, "5,000"}, {10000, "10,000"}, {20000, "20,000"}});
  for (auto& target : trend.line_targets) target.text += " a year";
  for (auto& target : trend.bar_targets) target.text += " a month";
  return trend;
}

}  // namespace view
