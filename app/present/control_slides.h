// Series as processes: a control chart, and a sheet of many.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/first_slides.h"
#include "present/parts.h"
#include "present/process_icons.h"

namespace present {

// What is drawn of a process: its points and, per section, its lines.
struct ControlLines {
  enum class Cause { not_judged, common, improvement, concern, neither };

  struct Point {
    std::optional<double> value;
    Cause cause = Cause::not_judged;
    bool ghost = false;   // shown, but no part of mean, limits and rules
    bool joined = true;   // false: not joined to the point before (break in series)
    bool hollow = false;  // provisional or estimated

    bool operator==(const Point&) const = default;
  };
  // From one recalculation to the next, in points.
  struct Section {
    int first = 0;
    int last = 0;
    std::optional<double> mean;
    std::optional<double> lower, upper;  // cut at 0 and at 100 per cent, where values end there
    std::string mean_text;               // "1,612"; empty without the line
    std::string lower_text, upper_text;

    bool operator==(const Section&) const = default;
  };

  std::vector<Point> points;  // one for each interval
  std::vector<Section> sections;
  std::vector<Trend::Target> targets;  // "Target 1,200"
  double low = 0;                      // of everything that is drawn
  double high = 1;

  bool operator==(const ControlLines&) const = default;
};

struct ControlChart {
  ControlLines lines;
  std::vector<std::string> target_texts;  // "1,200": one for each target
  Axis axis;                              // round numbers, for a chart without lines to label
  std::vector<Trend::Year> years;
  std::vector<Trend::Event> events;  // a recalculation is one: "Seat belts", "new limits, Feb 1983"
  std::vector<std::string> key;      // "Hollow: provisional"; what marks mean beyond the causes
  std::vector<std::string> notes;    // "Fewer than 13 points: mean and target only"
  std::string last_value;            // "1,763"
  std::string last_when;             // "December 1984"
  ProcessIcons icons;
  TileAge age;

  bool operator==(const ControlChart&) const = default;
};

// The sheet that a performance board reads first: a process a row.
struct ControlCharts {
  struct Row {
    model::Id id;
    std::string title;
    std::string period;  // of the figure, where it is not the slide's; may be empty
    std::string value;   // "86.3%"
    std::string target;  // "≥ 90%"; may be empty
    ControlLines lines;  // without points: the series has none
    ProcessIcons icons;
    std::string note;  // in place of icons: "Fewer than 13 points"
    RatingPair rag;
    TileAge age;

    bool operator==(const Row&) const = default;
  };

  std::string chart_head;  // "Last 36 months"
  std::vector<Row> rows;
  TileAge age;  // late if all rows are late together; else each row says its own

  bool operator==(const ControlCharts&) const = default;
};

}  // namespace present
