// The board at a glance: overview, headline figures, priorities, one series, and the wait for a
// feed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"
#include "present/process_icons.h"

namespace present {

struct OverviewCard {
  struct Theme {
    std::string title;
    RatingPair rag;

    bool operator==(const Theme&) const = default;
  };

  std::string number;  // "1"; may be empty
  std::string title;
  std::vector<Theme> themes;
  std::vector<std::string> headlines;
  TileAge age;

  bool operator==(const OverviewCard&) const = default;
};

struct Overview {
  std::vector<OverviewCard> cards;
  std::string before_label;  // "rating in Q4"; empty when no theme has an earlier rating

  bool operator==(const Overview&) const = default;
};

struct Sparkline {
  std::vector<std::optional<double>> values;  // fewer than two numbers: none is drawn
  std::optional<double> target;

  bool operator==(const Sparkline&) const = default;
};

struct KpiCard {
  struct Change {
    std::optional<model::Direction> direction;
    std::string
        amount;        // "6.3 points"; with no direction it may be a sentence: "No earlier figure"
    std::string word;  // "better", "worse" or empty

    bool operator==(const Change&) const = default;
  };

  model::Id id;
  std::string title;
  std::string period;  // "Apr to Jul 2023, on last year"
  Figure figure;
  Change change;
  std::string target;                      // "Target ≥ 90%", "Target: fall", "No target"
  std::string direction_words;             // "higher is better", "neither good nor bad", or empty
  std::optional<model::Direction> wanted;  // the arrow that stands for those words in portrait
  model::Rating rating = model::Rating::none;
  std::string rating_words;  // "Near target": beside the mark on public screens
  Sparkline sparkline;
  ProcessIcons icons;  // of its series; none unless the slide is to show them
  TileAge age;

  bool operator==(const KpiCard&) const = default;
};

struct Kpis {
  std::vector<KpiCard> cards;

  bool operator==(const Kpis&) const = default;
};

struct Quote {
  std::string text;
  std::string attribution;  // "Commissioner, June 2023"

  bool operator==(const Quote&) const = default;
};

struct PriorityPage {
  struct Measure {
    std::string title;
    Cell target;
    Cell current;

    bool operator==(const Measure&) const = default;
  };
  struct Indicator {
    std::string title;
    std::string value;
    std::string also;  // printed smaller after it: "−14"
    std::optional<model::Direction> direction;
    std::optional<model::Direction> direction_before;  // in the period before
    model::Rating rating = model::Rating::none;

    bool operator==(const Indicator&) const = default;
  };

  std::optional<Quote> quote;
  std::string now_label;     // "Q1"
  std::string before_label;  // "Q4"
  std::vector<OverviewCard::Theme> themes;
  std::vector<Measure> measures;
  std::vector<Indicator> indicators;
  bool indicators_rated = false;  // no: the RAG column is not drawn
  TileAge age;

  bool operator==(const PriorityPage&) const = default;
};

// A number beside the chart.
struct SideFigure {
  std::string caption;  // "Year to Dec 1984"
  std::string number;
  model::Rating rating = model::Rating::none;
  bool rated = false;
  std::optional<model::Direction> direction;
  std::string change;       // "6.1%"
  std::string word;         // "worse", "better" or empty
  std::string change_on;    // "on the year before"
  std::string target;       // "5.9% over target"
  std::string target_note;  // "(illustrative target)"

  bool operator==(const SideFigure&) const = default;
};

struct Axis {
  struct Tick {
    double at = 0;
    std::string text;

    bool operator==(const Tick&) const = default;
  };

  double low = 0;
  double high = 1;
  std::vector<Tick> ticks;  // from low to high, round numbers

  bool operator==(const Axis&) const = default;
};

// How settled a value is. What is not is drawn apart, each in its own way, with a key.
enum class Certainty { settled, provisional, estimated };

struct Trend {
  struct Year {
    int first = 0;  // index of its first point
    int last = 0;   // index of its last point
    std::string text;

    bool operator==(const Year&) const = default;
  };
  struct Event {
    double at = 0;  // in points; 49 stands before point 49
    std::string label;
    std::string detail;

    bool operator==(const Event&) const = default;
  };
  struct Target {
    int first = 0;
    int last = 0;
    double value = 0;
    std::string text;  // "Target 15,500"

    bool operator==(const Target&) const = default;
  };
  struct Bar {
    std::optional<double> value;
    bool in_focus = false;  // since the last event, recalculation or break in series
    Certainty certainty = Certainty::settled;

    bool operator==(const Bar&) const = default;
  };
  struct Line {
    std::optional<double> value;  // missing: the line has a gap
    bool joined = true;           // false: not joined to the point before (break in series)
    Certainty certainty = Certainty::settled;  // as that of its least settled point

    bool operator==(const Line&) const = default;
  };
  struct Key {
    Certainty certainty = Certainty::provisional;
    std::string text;  // "Provisional"; of the line "with provisional months"

    bool operator==(const Key&) const = default;
  };
  // The year so far, in three parts of one line; the later ones make way first.
  struct ToDate {
    std::string text;    // "2023/24 to date 12,345, up 5.2%"; empty: nothing to say
    std::string on;      // "on the same part of 2022/23"
    std::string target;  // "6.2% over the path to target 15,500"

    bool operator==(const ToDate&) const = default;
  };
  // The same month of a year before.
  struct Before {
    std::string caption;  // "December 1983"
    std::string text;

    bool operator==(const Before&) const = default;
  };

  std::string bars_title;  // "Each month"
  std::vector<Bar> bars;
  Axis bars_axis;  // from zero
  std::vector<Target> bar_targets;
  std::string last_bar;       // the newest value, as printed
  std::vector<Key> bars_key;  // of what is not settled
  std::string line_title;     // "Rolling 12 months"; empty: no line
  std::vector<Line> line;     // as many as bars, or none
  Axis line_axis;             // may start above zero, unless dual
  std::vector<Target> line_targets;
  std::string last_line;
  std::vector<Key> line_key;
  // One panel with two axes: the line's is the bars' times the intervals of a year, from zero, so
  // that a total stands as high as the average of its bars.
  bool dual = false;
  std::vector<Year> years;
  std::vector<Event> events;
  std::vector<Event> breaks;  // where the series is not what it was before
  std::vector<SideFigure> figures;
  ToDate to_date;
  std::vector<Before> years_before;  // of the newest value, the latest first; not drawn
  TileAge age;

  bool operator==(const Trend&) const = default;
};

// Nothing to show from any feed.
struct Waiting {
  struct Feed {
    std::string title;
    std::string last_answer;
    std::string next_try;

    bool operator==(const Feed&) const = default;
  };

  std::vector<Feed> feeds;
  std::string where;  // "Front office, left screen"; may be empty

  bool operator==(const Waiting&) const = default;
};

}  // namespace present
