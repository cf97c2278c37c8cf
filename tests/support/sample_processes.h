// Processes as present/ would hand them to view/: made-up months with every kind of cause, a
// recalculation, a gap, a break, a ghost and a provisional end.
#pragma once

#include <cmath>
#include <string>

#include "support/sample_details.h"

namespace support {

inline present::ControlLines sample_lines(int points, int sections = 2) {
  using Cause = present::ControlLines::Cause;
  present::ControlLines lines;
  for (int i = 0; i < points; ++i) {
    present::ControlLines::Point point;
    point.value = 1500 + 400 * std::sin(i * 0.7) + (i % 5) * 40;
    point.cause = static_cast<Cause>(1 + i / 3 % 4);
    lines.points.push_back(point);
  }
  const auto at = [&](int index) -> present::ControlLines::Point& {
    return lines.points[static_cast<size_t>(index)];
  };
  if (points > 20) {
    at(7).value.reset();
    at(8).value.reset();
    at(12).joined = false;
    at(15).ghost = true;
    at(points - 1).hollow = true;
  }
  for (int s = 0; s < sections; ++s) {
    const int first = points * s / sections;
    const double mean = 1600 - 40.0 * s;
    lines.sections.push_back({first, points * (s + 1) / sections - 1, mean, mean - 430, mean + 430,
                              std::to_string(static_cast<int>(mean)) + " calls",
                              std::to_string(static_cast<int>(mean - 430)),
                              std::to_string(static_cast<int>(mean + 430))});
  }
  lines.targets = {{0, points - 1, 1292, "Target 1,292"}};
  lines.low = 1000;
  lines.high = 2200;
  return lines;
}

inline present::ProcessIcons sample_icons() {
  using Varied = present::VariationIcon::Is;
  using Assured = present::AssuranceIcon::Is;
  return {present::VariationIcon{Varied::concern, model::Direction::up,
                                 "Special cause of concerning nature",
                                 "7 months rising, two above limit"},
          present::AssuranceIcon{Assured::hit_or_miss, false, "Will not consistently pass or fail",
                                 "Target within limits"}};
}

inline present::ControlChart sample_control_chart(int points = 72, int sections = 2) {
  present::ControlChart chart;
  chart.lines = sample_lines(points, sections);
  chart.target_texts = {"1,292"};
  chart.axis = {1000, 2200, {{1000, "1,000"}, {1500, "1,500"}, {2000, "2,000"}}};
  for (int year = 0; year * 12 < points && year < 40; ++year) {
    chart.years.push_back(
        {year * 12, std::min(year * 12 + 11, points - 1), std::to_string(1979 + year)});
  }
  if (sections > 1) {
    chart.events = {{points / 2.0, "Seat belts compulsory", "new limits, Feb 1983"}};
  }
  chart.key = {"Hollow: provisional", "Cross: left out of the limits"};
  chart.notes = {"1 gap: missing points are skipped, their neighbours count as consecutive"};
  chart.last_value = "1,763";
  chart.last_when = "December 1984";
  chart.icons = sample_icons();
  return chart;
}

inline present::ControlCharts sample_control_charts(int rows, int times = 1) {
  using Varied = present::VariationIcon::Is;
  using Assured = present::AssuranceIcon::Is;
  present::ControlCharts sheet;
  sheet.chart_head = "Last 36 months";
  for (int i = 0; i < rows; ++i) {
    present::ControlCharts::Row row;
    row.id = std::to_string(i);
    for (int t = 0; t < times; ++t)
      row.title += (t ? " " : "") + std::string("Violence with injury");
    row.value = std::to_string(1200 + i * 37) + (i % 3 ? "" : " days");
    row.lines = sample_lines(36, 1 + i % 2);
    row.icons = sample_icons();
    row.icons.variation->is = static_cast<Varied>(i % 4);
    if (i % 2) row.icons.variation->towards = model::Direction::down;
    row.icons.assurance->is = static_cast<Assured>(i % 3);
    if (i % 5 == 4) {
      row.icons = {};
      row.note = "Fewer than 13 points";
    }
    if (i % 7 == 6) {
      row.lines = {};
      row.icons = {};
      row.note = "No series";
    }
    row.rag.now = i % 2 ? model::Rating::green : i % 4 ? model::Rating::amber : model::Rating::red;
    sheet.rows.push_back(row);
  }
  return sheet;
}

}  // namespace support
