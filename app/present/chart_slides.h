// Several series in one chart.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/first_slides.h"
#include "present/parts.h"

namespace present {

struct Chart {
  struct Point {
    std::optional<double> value;  // missing: no bar, and a gap in a line
    std::string text;             // as it is printed at its place
    bool hollow = false;          // other than the rest, in the way of Chart::hollow
    bool joined = true;           // false: not joined to the point before (break in series)

    bool operator==(const Point&) const = default;
  };
  struct Series {
    std::string title;
    std::vector<Point> points;  // as many as in every other series of the chart

    bool operator==(const Series&) const = default;
  };
  struct Panel {
    std::string title;         // may be empty: the titles of its series say it
    std::vector<Series> bars;  // at most four; with any the axis starts at zero
    bool stacked = false;
    std::vector<std::string> totals;  // above each stack; none where a part is missing
    std::vector<Series> lines;        // at most four
    // Each line is of the bar series with its index in the chart's first panel, and looks like it.
    bool lines_follow_bars = false;
    Axis axis;
    std::vector<Trend::Target> targets;

    bool operator==(const Panel&) const = default;
  };

  std::vector<Panel> panels;           // share the time axis; what does not fit has its own page
  std::vector<std::string> intervals;  // "Q1", below each interval; or none
  std::vector<Trend::Year> years;      // or other spans of time, below them
  std::vector<Trend::Event> events;
  std::vector<Trend::Event> breaks;  // where a series is not what it was before
  std::string hollow;                // what hollow points are: "Provisional"; empty: there are none
  std::string figures_title;         // over all figures: "Year to Sep 2013"; may be empty
  std::vector<SideFigure> figures;
  TileAge age;

  bool operator==(const Chart&) const = default;
};

}  // namespace present
