// What single values of a board are: numbers with units, ratings, directions, periods, targets.
#pragma once

#include <optional>
#include <string>
#include <variant>

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

// Shorthand of the Government Statistical Service, and one of control charts.
enum class Flag {
  provisional,
  revised,
  estimated,
  break_in_series,
  confidential,
  low,
  not_available,
  not_applicable,
  ghost,  // shown, but no part of mean, limits and rules
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

}  // namespace model
