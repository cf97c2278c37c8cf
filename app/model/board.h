// What a board is: the content of one feed document, as values without behaviour.
//
// Everything is optional except identity: a feed that leaves a thing out leaves it empty here, and
// nothing is ever filled in with a guess. Texts are clean UTF-8 on one line (base::clean_line).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/values.h"

namespace model {

// A place among others: "3rd of 8 in the most similar group".
struct Rank {
  std::optional<int> place;   // 1 is best
  std::optional<int> before;  // in the period before
  std::optional<int> of;      // how many are compared
  std::string group;          // "in the most similar group", as it follows the place
  std::optional<int> target;  // met by this place and better

  bool operator==(const Rank&) const = default;
};

struct Kpi {
  enum class Role { measure, indicator, figure };  // figure: belongs to no list of the plan

  Id id;
  Id priority;  // empty: none
  Id theme;     // empty: none
  std::string title;
  std::string short_title;  // empty: the title serves
  Role role = Role::figure;
  Quantity quantity;
  std::optional<Quantity> also;  // printed with it in brackets: "-5% (+45)"
  std::optional<Good> good;
  std::optional<Target> target;
  std::optional<Comparator> previous;
  std::optional<Quantity> change;  // the change as the feed prints it, when it does
  std::optional<Rank> rank;        // of the same figure
  Period period;
  std::string baseline;  // "2019"
  NowBefore<Rating> rag;
  NowBefore<Direction> direction;
  Id parent;  // empty: none
  Id series;  // empty: none
  std::vector<Flag> flags;
  std::string note;
  std::string source;
  std::string marking;

  bool operator==(const Kpi&) const = default;
};

struct Spotlight {
  std::string text;
  std::string by;
  std::optional<Date> on;

  bool operator==(const Spotlight&) const = default;
};

// What happened, in few words; the detail is read second and may be empty.
struct Headline {
  std::string text;
  std::string detail;

  bool operator==(const Headline&) const = default;
};

struct Theme {
  Id id;
  std::string title;
  std::string short_title;
  NowBefore<Rating> rag;
  std::string detail;
  std::vector<Headline> headlines;
  std::vector<std::string> activities;
  std::vector<std::string> indicators;
  std::vector<std::string> risks;
  std::vector<std::string> commitments;

  bool operator==(const Theme&) const = default;
};

struct Priority {
  Id id;
  std::optional<int> number;
  std::string title;
  std::string short_title;
  std::string lead;
  std::string message;  // the slide's title, if the feed gives one
  std::vector<Headline> headlines;
  std::optional<Spotlight> spotlight;
  std::vector<std::string> outcomes;
  std::vector<std::string> risks;
  std::vector<Theme> themes;

  bool operator==(const Priority&) const = default;
};

enum class Interval { day, week, month, quarter, year };

struct Point {
  Date at;  // first day of its interval
  std::optional<double> value;
  std::vector<Flag> flags;

  bool operator==(const Point&) const = default;
};

// A yearly target line holds from the first to the last day, both inclusive.
struct TargetSpan {
  std::optional<Date> from;
  std::optional<Date> to;
  double value = 0;
  bool rolling = false;  // for the rolling total, not for one point
  std::string note;      // "illustrative"

  bool operator==(const TargetSpan&) const = default;
};

struct Event {
  Date at;
  std::string label;
  std::string detail;

  bool operator==(const Event&) const = default;
};

// A process that was changed: mean and limits of a control chart are calculated anew from here on.
struct Rebase {
  Date at;             // first point of the new section
  std::string reason;  // "Seat belts compulsory"; may be empty

  bool operator==(const Rebase&) const = default;
};

struct Series {
  Id id;
  std::string title;
  std::string message;
  std::string detail;  // what exactly is counted, where
  Unit unit = Unit::count;
  std::optional<int> decimals;
  std::optional<Good> good;
  Interval every = Interval::month;
  std::vector<Point> points;  // in order of date, each date once
  std::vector<TargetSpan> targets;
  std::vector<Event> events;
  std::vector<Rebase> rebase;
  std::optional<int> baseline;  // so many first points set mean and limits of the first section
  std::vector<Id> with;         // series drawn together with this one
  std::string source;
  std::string marking;

  bool operator==(const Series&) const = default;
};

struct Commitment {
  std::string number;  // "072"
  Id priority;
  Id theme;
  std::string title;
  NowBefore<Rating> rag;
  bool done = false;

  bool operator==(const Commitment&) const = default;
};

struct Area {
  enum class Limits { unknown, within, near, above, below };

  std::string title;
  Id kpi;
  std::optional<double> change;
  std::optional<double> percent;
  Limits limits = Limits::unknown;
  NowBefore<Rating> rag;
  Id series;  // its months; empty: not known
  // Control limits of that series as the feed states them; none: not known.
  std::optional<double> lower, mean, upper;
  std::string note;

  bool operator==(const Area&) const = default;
};

// The areas of one KPI as a whole. "Three of eleven rose" needs the eleven, though a feed may list
// no more than the three.
struct AreaGroup {
  Id kpi;             // the areas with this KPI
  std::string title;  // "neighbourhood sections"
  std::optional<int> total;
  std::string message;
  std::string detail;

  bool operator==(const AreaGroup&) const = default;
};

struct Column {
  // What stands in brackets: negative numbers, or adverse variances.
  enum class Brackets { negative, adverse };
  enum class Kind { other, budget, actual, forecast, variance, opening, closing, transfer };

  std::string title;
  Kind kind = Kind::other;
  Brackets brackets = Brackets::negative;
  std::string group;  // stands above neighbouring columns of the same group: "Year to date"

  bool operator==(const Column&) const = default;
};

struct Row {
  enum class Weight { line, subtotal, total };

  std::string title;
  std::vector<Value> cells;  // one for each column; missing ones are empty
  Weight weight = Weight::line;
  std::string ref;  // points to a note: "R1"

  bool operator==(const Row&) const = default;
};

struct TableNote {
  std::string ref;
  std::string text;

  bool operator==(const TableNote&) const = default;
};

// What a table comes to, below its last row.
struct Callout {
  Rating rating = Rating::none;
  std::string text;
  std::string detail;

  bool operator==(const Callout&) const = default;
};

struct Table {
  // What a positive variance means; it differs between reports.
  enum class Variance { none, favourable_positive, adverse_positive };

  Id id;
  std::string title;
  std::string message;
  Unit unit = Unit::count;
  Variance variance = Variance::none;
  bool lines_left_out = false;    // the rows shown need not add up to the totals
  bool zero_in_brackets = false;  // a negative that rounds to nothing prints "(0)", else "0"
  std::string detail;             // "Year to date and year end"
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<TableNote> notes;
  std::optional<Callout> callout;
  std::string marking;

  bool operator==(const Table&) const = default;
};

struct AgendaItem {
  enum class Status { unknown, proposed, confirmed };

  std::string title;
  Id priority;
  Status status = Status::unknown;
  std::string lead;

  bool operator==(const AgendaItem&) const = default;
};

struct Meeting {
  std::optional<Date> on;  // none: no date yet
  std::string title;
  std::vector<AgendaItem> items;

  bool operator==(const Meeting&) const = default;
};

// A label and what belongs to it.
struct Line {
  std::string label;
  std::string text;

  bool operator==(const Line&) const = default;
};

struct Notice {
  enum class Level { information, warning, urgent };
  enum class Style { banner, full };

  Id id;
  Level level = Level::information;
  Style style = Style::banner;
  std::string text;
  std::string detail;
  std::vector<Line> lines;  // "Not urgent": "Call 101"
  std::string by;
  std::optional<Timestamp> from;
  Timestamp until{};

  bool operator==(const Notice&) const = default;
};

struct Board {
  std::string organisation;
  std::string title;
  std::string message;
  Period period;
  Period previous_period;
  std::optional<Timestamp> generated_at;
  std::optional<Date> next_due;  // the day by which the next edition is expected
  std::string marking;
  std::vector<Priority> priorities;
  std::vector<Kpi> kpis;
  std::vector<Series> series;
  std::vector<Commitment> commitments;
  std::optional<int> commitments_total;  // more than are listed: "36 of 113 in focus"
  std::vector<Area> areas;
  std::vector<AreaGroup> area_groups;
  std::vector<Table> tables;
  std::vector<Meeting> agenda;
  std::vector<Notice> notices;
  std::vector<Line> contacts;  // on public screens: "Emergency?": "Call 999"

  bool operator==(const Board&) const = default;
};

}  // namespace model
