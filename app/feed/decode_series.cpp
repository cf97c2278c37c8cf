#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "feed/decode_parts.h"
#include "feed/decode_values.h"

namespace feed {
namespace {

using base::Date;
using model::Interval;
using model::Point;
using model::Series;

constexpr Word<Interval> kIntervals[] = {
    {"day", Interval::day},         {"week", Interval::week}, {"month", Interval::month},
    {"quarter", Interval::quarter}, {"year", Interval::year},
};

// A month may be written with any day of it; a point stands on the first.
Date first_of_interval(Date date, Interval every) {
  const bool by_day = every == Interval::day || every == Interval::week;
  return by_day ? date : date.year() / date.month() / std::chrono::day{1};
}

// [key, number or null, flag …]
std::optional<Point> read_point(const Node& node, Interval every) {
  if (!node.value().is_array() || node.value().empty()) {
    node.wrong(R"(a list such as ["2013-04", 33]; the point is left out)");
    return std::nullopt;
  }
  const auto at = Node(node.value()[0], node, 0).series_key();
  if (!at) return std::nullopt;
  Point point;
  point.at = first_of_interval(*at, every);
  if (node.value().size() > 1 && !node.value()[1].is_null()) {
    point.value = Node(node.value()[1], node, 1).number();
  }
  point.flags = read_flags(node, 2);
  return point;
}

std::vector<Point> read_points(Fields& series, Interval every) {
  Findings& findings = series.node().findings();
  std::vector<Point> given =
      series.list<Point>("points", findings.limits().points,
                         [&](const Node& node) { return read_point(node, every); });
  const auto earlier = [](const Point& a, const Point& b) { return a.at < b.at; };
  const std::string pointer = series.node().pointer() + "/points";
  if (!std::is_sorted(given.begin(), given.end(), earlier)) {
    findings.add(base::Severity::note, pointer, "points out of order",
                 "points in order of date; they were sorted");
    std::stable_sort(given.begin(), given.end(), earlier);
  }
  std::vector<Point> points;
  PointerList repeated;
  for (Point& candidate : given) {
    if (points.empty() || points.back().at < candidate.at) {
      points.push_back(std::move(candidate));
    } else {
      repeated.add(base::format_date(candidate.at));
    }
  }
  if (!repeated.empty()) {
    findings.add(base::Severity::note, pointer, repeated.to_text() + " again",
                 "each date once; the first one counts");
  }
  return points;
}

// "2013-12" as an end means 31 December, "2013" too.
Date last_day(Date first, size_t key_length) {
  constexpr size_t kYear = 4, kYearAndMonth = 7;
  if (key_length == kYear) return first.year() / std::chrono::December / std::chrono::day{31};
  if (key_length == kYearAndMonth) {
    return Date{first.year() / first.month() / std::chrono::last};
  }
  return first;
}

std::optional<model::TargetSpan> read_target_span(const Node& node) {
  Fields fields(node);
  model::TargetSpan span;
  span.from = fields.series_key("from");
  if (const auto to = fields.find("to")) {
    if (const auto date = to->series_key()) {
      span.to = last_day(*date, to->value().get_ref<const std::string&>().size());
    }
  }
  const auto value = fields.number("value");
  fields.require(value.has_value(), "value", "a number");
  span.value = value.value_or(0);
  span.rolling = fields.truth("rolling");
  span.note = fields.text("note");
  return fields.finish() ? std::optional(span) : std::nullopt;
}

std::optional<model::Event> read_event(const Node& node) {
  Fields fields(node);
  model::Event event;
  const auto at = fields.series_key("at");
  fields.require(at.has_value(), "at", "a day, month or year");
  event.at = at.value_or(Date{});
  event.label = fields.required_text("label");
  event.detail = fields.text("detail");
  return fields.finish() ? std::optional(event) : std::nullopt;
}

// A date, or an object with its reason.
std::optional<model::Rebase> read_rebase(const Node& node, Interval every) {
  model::Rebase rebase;
  if (!node.value().is_object()) {
    const auto at = node.series_key();
    if (!at) return std::nullopt;
    rebase.at = first_of_interval(*at, every);
    return rebase;
  }
  Fields fields(node);
  const auto at = fields.series_key("at");
  fields.require(at.has_value(), "at", "a day, month or year");
  rebase.at = first_of_interval(at.value_or(Date{}), every);
  rebase.reason = fields.text("reason");
  return fields.finish() ? std::optional(rebase) : std::nullopt;
}

std::optional<Series> read_series(const Node& node, UniqueIds& ids) {
  const size_t items = node.findings().limits().items;
  Fields fields(node);
  Series series;
  series.id = fields.required_text("id");
  series.title = fields.required_text("title");
  series.message = fields.text("message");
  series.detail = fields.text("detail");
  series.unit = read_unit(fields, model::Unit::count);
  series.decimals = read_decimals(fields);
  series.good = read_good(fields);
  series.every = fields.word("every", kIntervals).value_or(Interval::month);
  series.points = read_points(fields, series.every);
  series.targets = fields.list<model::TargetSpan>("targets", items, read_target_span);
  series.events = fields.list<model::Event>("events", items, read_event);
  series.rebase = fields.list<model::Rebase>(
      "rebase", items, [&](const Node& item) { return read_rebase(item, series.every); });
  constexpr int kMostBaseline = 10'000;
  series.baseline = fields.whole("baseline", 1, kMostBaseline);
  series.with = fields.texts("with");
  series.source = fields.text("source");
  series.marking = fields.text("marking");
  if (!fields.finish() || !ids.add(node, series.id)) return std::nullopt;
  return series;
}

}  // namespace

std::vector<Series> read_all_series(Fields& fields) {
  UniqueIds ids;
  return fields.list<Series>("series", fields.node().findings().limits().items,
                             [&](const Node& node) { return read_series(node, ids); });
}

}  // namespace feed
