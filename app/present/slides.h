// What every slide says, as texts, marks and numbers ready to be drawn. No geometry: what fits, and
// on how many pages, only the room that knows the fonts can tell.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/board.h"

namespace present {

// How a rating moved since the period before. `unknown`: there was none, nothing is drawn.
enum class Move { unknown, improved, worsened, same };

struct RatingPair {
  model::Rating now = model::Rating::none;
  model::Rating before = model::Rating::none;  // drawn only if move is not unknown
  Move move = Move::unknown;

  bool operator==(const RatingPair&) const = default;
};

// Red and amber, and their neighbours, ask for attention; green, complete and none do not.
bool needs_attention(model::Rating rating);

// How a tile stands in time. Drawn by the tile itself.
struct TileAge {
  enum class State { fresh, late, waiting };

  State state = State::fresh;
  std::string as_at;   // late: "As at 31 March 2023"; waiting: "No data yet" or "Unknown"
  std::string detail;  // late: "6 weeks late, next try 14:47"; waiting: "Awaiting the contact feed"

  bool operator==(const TileAge&) const = default;
};

// A figure in the two sizes it is set in: "86.9" and "%", "13.1" and "min", "£594k" and nothing.
struct Figure {
  std::string number;
  std::string unit;
  bool is_text = false;  // "TBC": a text stands where a number would

  bool operator==(const Figure&) const = default;
};

// What stands in a table's cell: an arrow, a text, or both; empty is nothing.
struct Cell {
  std::optional<model::Direction> arrow;
  std::string text;

  bool operator==(const Cell&) const = default;
};

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
    bool in_focus = false;     // since the last event or recalculation
    bool provisional = false;  // provisional or estimated: drawn hollow

    bool operator==(const Bar&) const = default;
  };
  struct Line {
    std::optional<double> value;  // missing: the line has a gap
    bool joined = true;           // false: not joined to the point before (break in series)

    bool operator==(const Line&) const = default;
  };

  std::string bars_title;  // "Each month"
  std::vector<Bar> bars;
  Axis bars_axis;  // from zero
  std::vector<Target> bar_targets;
  std::string line_title;  // "Rolling 12 months"; empty: no second panel
  std::vector<Line> line;  // as many as bars, or none
  Axis line_axis;          // may start above zero
  std::vector<Target> line_targets;
  std::vector<Year> years;
  std::vector<Event> events;
  std::vector<SideFigure> figures;
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

using Content = std::variant<Overview, Kpis, PriorityPage, Trend, Waiting>;

// What must be read, for the dwell by reading time.
struct ReadingLoad {
  int words = 0;
  int numbers = 0;
  int charts = 0;
  int rag_cells = 0;

  bool operator==(const ReadingLoad&) const = default;
};

struct Slide {
  model::Id id;
  std::string badge;  // number of the priority, before the title; may be empty
  std::string title;
  std::string subtitle;  // may be empty
  std::string period;    // in the header
  std::string marking;   // in capitals; may be empty
  bool marking_in_header = false;
  std::vector<std::string> footer;  // parts of the age line; what is dropped first stands last
  std::optional<std::chrono::seconds> dwell;  // none: by reading time of what is on the page
  ReadingLoad load;                           // of all pages together
  Content content;

  bool operator==(const Slide&) const = default;
};

struct Skipped {
  model::Id id;
  std::string reason;

  bool operator==(const Skipped&) const = default;
};

// Everything that the screen would say at one moment. Never without a slide: with nothing to show
// there is one that says what is awaited.
struct Plan {
  std::string board_name;
  std::string clock;  // "14:32"; "Clock not set" while the time is not believable
  std::vector<Slide> slides;
  std::vector<Skipped> skipped;
  // When some tile becomes late by itself; before the minute turns, a new plan is due then.
  std::optional<model::Timestamp> next_lateness;

  bool operator==(const Plan&) const = default;
};

}  // namespace present
