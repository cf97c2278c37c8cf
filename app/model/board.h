// What a board is: the content of one feed document, as values without behaviour.
//
// Everything is optional except identity: a feed that leaves a thing out leaves it empty here, and
// nothing is ever filled in with a guess. Texts are clean UTF-8 on one line (base::clean_line).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/time.h"

namespace model {

using base::Date;
using base::Timestamp;
using Id = std::string;  // unique within its kind and feed

// RAG and its relatives, worst first. `none` is "not rated".
enum class Rating { none, red, amber_red, amber, amber_green, green, complete };

// The direction of a number, or of a wish. `level` is the report's dash: neither up nor down.
enum class Direction { up, down, level };

// Which direction is good; a fact of the data, never derived from a sign.
enum class Good { up, down, neither };

enum class Unit {
  count,
  percent,
  points,  // percentage points
  pounds,
  pounds_thousands,  // 594 is £594k
  pounds_millions,   // 3.2 is £3.2m
  seconds,
  minutes,
  hours,
  days,
  per_1000,
  per_100000,
  rank,  // 3 is 3rd
  ratio,
};

// Shorthand of the Government Statistical Service.
enum class Flag {
  provisional,
  revised,
  estimated,
  break_in_series,
  confidential,
  low,
  not_available,
  not_applicable,
};

template <class T>
struct NowBefore {
  std::optional<T> now;     // this period
  std::optional<T> before;  // the period before

  bool operator==(const NowBefore&) const = default;
};

struct Period {
  std::string label;  // as people say it: "Q1 2023/24"
  std::optional<Date> from;
  std::optional<Date> to;  // last day, inclusive

  bool operator==(const Period&) const = default;
};

// A number, a text that stands where a number would ("TBC"), or nothing.
using Value = std::variant<std::monostate, double, std::string>;

// A value with all that is needed to print it.
struct Quantity {
  Value value;
  Unit unit = Unit::count;
  std::optional<int> decimals;  // none: as many as the number has
  bool is_signed = false;       // a plus is printed: the number is itself a change

  bool operator==(const Quantity&) const = default;
};

struct Target {
  enum class Is { at_least, at_most, above, below, equal, up, down, level, text };

  Is is = Is::at_least;
  double value = 0;             // for the five comparisons; in the unit of the KPI
  std::string text;             // for Is::text: "ADQ."
  std::optional<int> decimals;  // as for Quantity

  bool operator==(const Target&) const = default;
};

struct Comparator {
  Quantity quantity;
  std::string label;  // "last year"

  bool operator==(const Comparator&) const = default;
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

struct Theme {
  Id id;
  std::string title;
  std::string short_title;
  NowBefore<Rating> rag;
  std::string detail;
  std::vector<std::string> headlines;
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
  std::vector<std::string> headlines;
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
  std::vector<Date> rebase;  // first point of each new section
  std::vector<Id> with;      // series drawn together with this one
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
  std::string note;

  bool operator==(const Area&) const = default;
};

struct Column {
  enum class Kind { other, budget, actual, forecast, variance, opening, closing, transfer };

  std::string title;
  Kind kind = Kind::other;

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

struct Table {
  // What a positive variance means; it differs between reports.
  enum class Variance { none, favourable_positive, adverse_positive };

  Id id;
  std::string title;
  std::string message;
  Unit unit = Unit::count;
  Variance variance = Variance::none;
  bool lines_left_out = false;  // the rows shown need not add up to the totals
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<TableNote> notes;
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

struct Notice {
  enum class Level { information, warning, urgent };
  enum class Style { banner, full };

  Id id;
  Level level = Level::information;
  Style style = Style::banner;
  std::string text;
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
  std::vector<Area> areas;
  std::vector<Table> tables;
  std::vector<Meeting> agenda;
  std::vector<Notice> notices;

  bool operator==(const Board&) const = default;
};

}  // namespace model
