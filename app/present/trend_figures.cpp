#include "present/trend_figures.h"

#include <algorithm>
#include <cmath>

#include "analysis/rolling.h"
#include "analysis/years.h"
#include "present/dates.h"
#include "present/numbers.h"
#include "present/series_figures.h"

namespace present {
namespace {

using model::Direction;

constexpr int kYearsBefore = 5;
constexpr const char* kNoComparison = "no comparison over a break in series";

// After a caption, a comma between: the feed's shorthand in words.
std::string words_for(Certainty certainty) {
  switch (certainty) {
    case Certainty::provisional:
      return ", provisional";
    case Certainty::estimated:
      return ", estimated";
    case Certainty::settled:
      break;
  }
  return "";
}

std::string words_for(const model::Point& point) {
  const bool both =
      has_flag(point, model::Flag::provisional) && certainty_of(point) != Certainty::provisional;
  return (both ? words_for(Certainty::provisional) : "") + words_for(certainty_of(point)) +
         (has_flag(point, model::Flag::revised) ? ", revised" : "");
}

// "up 5.2%"; empty without a change.
std::string move_of(const SideFigure& figure) {
  if (!figure.direction || figure.change.empty()) return "";
  switch (*figure.direction) {
    case Direction::up:
      return "up " + figure.change;
    case Direction::down:
      return "down " + figure.change;
    case Direction::level:
      break;
  }
  return figure.change;
}

void add_value(Trend& trend, const Context& context, const TrendPoints& points, std::size_t at) {
  const model::Series& series = points.series;
  const model::Point& point = points.points[at];
  const auto year = static_cast<std::size_t>(std::max(points.year, 1));
  const bool known = at >= year && points.points[at - year].value;
  const bool comparable = known && !points.has_break(at - year, at);
  const std::string words = points.year > 0 && at >= year
                                ? caption_of(points.points[at - year].at, series.every)
                                : "the one before";
  SideFigure figure =
      figure_for(series, caption_of(point.at, series.every) + words_for(point), *point.value,
                 comparable ? points.points[at - year].value : std::nullopt, words);
  if (known && !comparable) figure.change_on = kNoComparison;
  rate(figure, context, series, false, *point.value);
  trend.figures.push_back(std::move(figure));
}

void add_total(Trend& trend, const Context& context, const TrendPoints& points, std::size_t at) {
  if (points.totals.empty() || !points.totals[at]) return;
  const model::Series& series = points.series;
  const auto year = static_cast<std::size_t>(points.year);
  const bool known = at >= year && points.totals[at - year];
  const bool comparable = known && !points.has_break(at + 1 - 2 * year, at);
  const double total = *points.totals[at];
  SideFigure figure =
      figure_for(series,
                 "Year to " + short_month_year(last_day(points.points[at].at, series.every)) +
                     words_for(points.certainties[at]),
                 total, comparable ? points.totals[at - year] : std::nullopt, "the year before");
  if (known && !comparable) figure.change_on = kNoComparison;
  rate(figure, context, series, true, total);
  trend.figures.push_back(std::move(figure));
}

// How far the year so far is from the part of the year-end target that is due by now.
std::string path_words(const model::Series& series, std::size_t point, double now) {
  const auto due = analysis::paths_to_year_end(series)[point];
  if (!due || *due == 0) return "";
  const model::Date next = analysis::year_of(series.points[point].at) + std::chrono::years{1};
  const model::Date last = std::chrono::sys_days{next} - std::chrono::days{1};
  const double target = analysis::target_on(series, last, true)->value;
  const double miss = now - *due;
  const std::string words = " the path to target " + text_of(quantity_of(series, target));
  if (miss == 0) return "exactly on" + words;
  return amount_of(miss / std::abs(*due) * 100, model::Unit::percent, 1) +
         (miss > 0 ? " over" : " under") + words;
}

// A whole year is what the total already says, and one month what the newest value does.
void add_to_date(Trend& trend, const TrendPoints& points, std::size_t point) {
  const model::Series& series = points.series;
  if (!can_be_added(series.unit)) return;
  const analysis::YearToDate year = analysis::years_to_date(series)[point];
  if (!year.now || year.intervals < 2 || year.intervals >= points.year) return;
  const model::Date from_before = year.from - std::chrono::years{1};
  Certainty least = Certainty::settled;
  bool comparable = year.before.has_value();
  for (const auto& one : series.points) {
    if (one.at > series.points[point].at) break;
    if (one.at >= year.from) least = std::max(least, certainty_of(one));
    if (one.at > from_before && analysis::begins_anew(one)) comparable = false;
  }
  const SideFigure figure =
      figure_for(series, "", *year.now, comparable ? year.before : std::nullopt, "");
  const std::string move = move_of(figure);
  trend.to_date.text = caption_of(year.from, model::Interval::year) + " to date " + figure.number +
                       words_for(least) + (move.empty() ? "" : ", " + move);
  if (!move.empty()) {
    trend.to_date.on = "on the same part of " + caption_of(from_before, model::Interval::year);
  }
  trend.to_date.target = path_words(series, point, *year.now);
}

void add_years_before(Trend& trend, const model::Series& series, std::size_t point) {
  const auto season = analysis::season_of(series, point, kYearsBefore);
  for (std::size_t i = 0; i < season.before.size(); ++i) {
    if (!season.before[i]) continue;
    const model::Date at = series.points[point].at - std::chrono::years{static_cast<int>(i) + 1};
    trend.years_before.push_back(
        {caption_of(at, series.every), text_of(quantity_of(series, *season.before[i]))});
  }
}

}  // namespace

void add_figures(Trend& trend, const Context& context, const TrendPoints& points) {
  std::size_t at = points.points.size();
  while (at > points.first && !points.points[at - 1].value) --at;
  if (at-- == points.first) return;
  add_value(trend, context, points, at);
  add_total(trend, context, points, at);
  trend.last_bar = text_of(quantity_of(points.series, *points.points[at].value));
  const auto& own = points.series.points;
  const auto found = std::ranges::find(own, points.points[at].at, &model::Point::at);
  if (found == own.end()) return;
  const auto point = static_cast<std::size_t>(found - own.begin());
  add_to_date(trend, points, point);
  add_years_before(trend, points.series, point);
}

std::string message_of(const Trend& trend, const model::Series& series) {
  const std::string move = trend.figures.empty() ? "" : move_of(trend.figures.back());
  if (move.empty()) return series.title;
  const SideFigure& figure = trend.figures.back();
  const std::size_t comma = std::min(figure.caption.find(','), figure.caption.size());
  const bool moved = figure.direction != Direction::level;
  return figure.caption.substr(0, comma) + (moved ? " " : ": ") + move + " " + figure.change_on +
         figure.caption.substr(comma);
}

}  // namespace present
