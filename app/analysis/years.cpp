#include "analysis/years.h"

#include <algorithm>

#include "analysis/rolling.h"

namespace analysis {

using model::Date;

namespace {

int months_of(model::Interval every) {
  const int in_year = intervals_in_year(every);
  return in_year == 0 ? 0 : 12 / in_year;
}

int months_between(Date from, Date to) {
  return intervals_between(from, to, model::Interval::month);
}

const model::Point* point_on(const model::Series& series, Date date) {
  const auto found = std::lower_bound(
      series.points.begin(), series.points.end(), date,
      [](const model::Point& point, const Date& wanted) { return point.at < wanted; });
  return found == series.points.end() || found->at != date ? nullptr : &*found;
}

std::optional<double> value_on(const model::Series& series, Date date) {
  const model::Point* point = point_on(series, date);
  return point ? point->value : std::nullopt;
}

std::optional<double> sum_from(const model::Series& series, Date first, int intervals) {
  double sum = 0;
  for (int i = 0; i < intervals; ++i) {
    const auto* point = point_on(series, first + std::chrono::months{i * months_of(series.every)});
    if (!point || !point->value || (i > 0 && begins_anew(*point))) return std::nullopt;
    sum += *point->value;
  }
  return sum;
}

// How many intervals of the year there are up to and including this one; 0 if the year begins
// within an interval.
int intervals_into(Date year, Date at, model::Interval every) {
  const int length = months_of(every);
  const int months = months_between(year, at);
  if (length == 0 || months % length != 0 || at.day() != year.day()) return 0;
  return months / length + 1;
}

}  // namespace

Date year_of(Date date, std::chrono::month begins) {
  const auto year = date.month() < begins ? date.year() - std::chrono::years{1} : date.year();
  return year / begins / 1;
}

std::vector<YearToDate> years_to_date(const model::Series& series, std::chrono::month begins) {
  std::vector<YearToDate> years;
  years.reserve(series.points.size());
  for (const model::Point& point : series.points) {
    YearToDate year;
    year.from = year_of(point.at, begins);
    year.intervals = intervals_into(year.from, point.at, series.every);
    if (year.intervals > 0) {
      year.now = sum_from(series, year.from, year.intervals);
      year.before = sum_from(series, year.from - std::chrono::years{1}, year.intervals);
    }
    years.push_back(year);
  }
  return years;
}

const model::TargetSpan* target_on(const model::Series& series, Date day, bool rolling) {
  const auto holds = [&](const model::TargetSpan& span) {
    return span.rolling == rolling && (!span.from || *span.from <= day) &&
           (!span.to || day <= *span.to);
  };
  const auto found = std::find_if(series.targets.begin(), series.targets.end(), holds);
  return found == series.targets.end() ? nullptr : &*found;
}

std::vector<std::optional<double>> paths_to_year_end(const model::Series& series,
                                                     std::chrono::month begins) {
  std::vector<std::optional<double>> path(series.points.size());
  for (size_t i = 0; i < path.size(); ++i) {
    const Date year = year_of(series.points[i].at, begins);
    const int intervals = intervals_into(year, series.points[i].at, series.every);
    const Date last_day =
        std::chrono::sys_days{year + std::chrono::years{1}} - std::chrono::days{1};
    const auto* target = target_on(series, last_day, true);
    if (intervals > 0 && target != nullptr)
      path[i] = target->value * intervals / intervals_in_year(series.every);
  }
  return path;
}

Season season_of(const model::Series& series, size_t point, int years) {
  Season season;
  if (intervals_in_year(series.every) == 0) return season;
  double sum = 0;
  int known = 0;
  for (int i = 1; i <= years; ++i) {
    const auto value = value_on(series, series.points[point].at - std::chrono::years{i});
    season.before.push_back(value);
    if (!value) continue;
    season.lowest = std::min(season.lowest.value_or(*value), *value);
    season.highest = std::max(season.highest.value_or(*value), *value);
    sum += *value;
    ++known;
  }
  if (known > 0) season.mean = sum / known;
  return season;
}

}  // namespace analysis
