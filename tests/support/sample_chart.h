// Charts of several series as present/ would hand them to view/: offences, disposals and young
// people by year, and made-up months with all that a chart can hold.
#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "support/sample_details.h"

namespace support {

inline present::Chart::Series sample_series(std::string title, const std::vector<double>& values) {
  present::Chart::Series series{std::move(title), {}};
  for (double value : values) {
    series.points.push_back({value, std::to_string(static_cast<int>(value)), false, true});
  }
  return series;
}

// Young people of the report of 2023/24.
inline present::Chart sample_years() {
  present::Chart chart;
  chart.panels.resize(1);
  auto& panel = chart.panels[0];
  panel.title = "Each year";
  panel.bars = {sample_series("Offences", {493, 531, 137}),
                sample_series("Disposals", {481, 510, 131}),
                sample_series("Young people", {135, 135, 106})};
  for (auto& bars : panel.bars) bars.points.back().hollow = true;
  panel.axis = sample_axis(0, 531, {{0, "0"}, {200, "200"}, {400, "400"}});
  chart.years = {{0, 0, "2021/22"}, {1, 1, "2022/23"}, {2, 2, "Apr to Jun 2023"}};
  chart.hollow = "Not a whole year";
  chart.figures_title = "Apr to Jun 2023";
  for (const auto& bars : panel.bars) {
    present::SideFigure figure;
    figure.caption = bars.title;
    figure.number = bars.points.back().text;
    chart.figures.push_back(figure);
  }
  return chart;
}

// Bars, a line on them, totals with a target in steps, an event, a break, gaps and hollow points.
inline present::Chart sample_months(int months, int series, bool stacked = false) {
  constexpr std::array kTitles = {"Aggravated crime", "Hate-flagged crime", "Hate incidents",
                                  "Other reports"};
  present::Chart chart;
  chart.panels.resize(2);
  auto& upper = chart.panels[0];
  auto& lower = chart.panels[1];
  upper.title = "Each month";
  upper.stacked = stacked;
  lower.title = "Rolling 12 months";
  for (int s = 0; s < series; ++s) {
    std::vector<double> bars;
    std::vector<double> totals;
    for (int i = 0; i < months; ++i) {
      bars.push_back(std::round(30 + 8 * s + 15 * std::sin(i * 1.9 + s)));
      totals.push_back(std::round(300 + 90 * s + 20 * std::sin(i * 0.4 + s)));
    }
    upper.bars.push_back(sample_series(kTitles[static_cast<size_t>(s)], bars));
    lower.lines.push_back(sample_series(kTitles[static_cast<size_t>(s)], totals));
    for (int i = 0; i < 11 && i < months; ++i) lower.lines.back().points[size_t(i)].value.reset();
  }
  if (stacked) {
    for (int i = 0; i < months; ++i) upper.totals.push_back("120");
    lower.lines.resize(1);
  }
  lower.lines_follow_bars = series > 1 && !stacked;
  upper.bars[0].points.back().hollow = true;
  if (months > 20) {
    upper.bars[0].points[6].value.reset();
    lower.lines[0].points[17].joined = false;
    lower.targets = {{0, 11, 420, "Target 420"}, {12, months - 1, 390, "Target 390"}};
    chart.breaks = {{17, "Break in series", ""}};
  }
  chart.hollow = "Provisional";
  const double top = stacked ? 60.0 * series : 70;
  upper.axis = sample_axis(0, top, {{0, "0"}, {20, "20"}, {40, "40"}, {60, "60"}});
  lower.axis = sample_axis(250, 650, {{300, "300"}, {400, "400"}, {500, "500"}, {600, "600"}});
  for (int i = 0; i < months; ++i) {
    if (i % 12 == 0) chart.years.push_back({i, i, std::to_string(2001 + i / 12)});
    chart.years.back().last = i;
  }
  chart.events = {{months * 0.6, "National inquiry", "report published, February 2013"}};
  chart.figures_title = "Year to Sep 2013, on the year before";
  for (int s = 0; s < series; ++s) {
    present::SideFigure figure;
    figure.caption = kTitles[static_cast<size_t>(s)];
    figure.number = std::to_string(327 - s);
    figure.direction = model::Direction::up;
    figure.change = "12.5%";
    figure.word = "worse";
    chart.figures.push_back(figure);
  }
  return chart;
}

// A third panel of another unit, on which one line stands.
inline present::Chart sample_three_panels() {
  present::Chart chart = sample_months(30, 1);
  present::Chart::Panel satisfied;
  satisfied.title = "Victims satisfied";
  std::vector<double> values;
  for (int i = 0; i < 30; ++i) values.push_back(70 + 3 * std::sin(i * 0.3));
  satisfied.lines = {sample_series("Victims satisfied", values)};
  satisfied.axis = sample_axis(65, 74, {{66, "66%"}, {70, "70%"}, {74, "74%"}});
  chart.panels.push_back(satisfied);
  return chart;
}

namespace lengthening {

inline void lengthen(present::Chart& content, int times) {
  for (auto& panel : content.panels) {
    lengthen(panel.title, times);
    for (auto* list : {&panel.bars, &panel.lines}) {
      for (auto& series : *list) {
        lengthen(series.title, times);
        for (auto& point : series.points) lengthen(point.text, times);
      }
    }
    for (auto& target : panel.targets) lengthen(target.text, times);
  }
  for (auto* events : {&content.events, &content.breaks}) {
    for (auto& event : *events) {
      lengthen(event.label, times);
      lengthen(event.detail, times);
    }
  }
  lengthen(content.hollow, times);
  lengthen(content.figures_title, times);
  for (auto& figure : content.figures) {
    for (std::string* text : {&figure.caption, &figure.number, &figure.change, &figure.word}) {
      lengthen(*text, times);
    }
  }
  lengthen(content.age, times);
}

}  // namespace lengthening

}  // namespace support
