#include "analysis/rolling.h"

#include <algorithm>
#include <chrono>

namespace analysis {

using model::Interval;

bool begins_anew(const model::Point& point) {
  return std::ranges::find(point.flags, model::Flag::break_in_series) != point.flags.end();
}

int intervals_in_year(Interval every) {
  switch (every) {
    case Interval::month:
      return 12;
    case Interval::quarter:
      return 4;
    case Interval::year:
      return 1;
    case Interval::day:
    case Interval::week:
      return 0;
  }
  return 0;
}

int intervals_between(model::Date from, model::Date to, Interval every) {
  const int months = (static_cast<int>(to.year()) - static_cast<int>(from.year())) * 12 +
                     static_cast<int>(static_cast<unsigned>(to.month())) -
                     static_cast<int>(static_cast<unsigned>(from.month()));
  const auto days = (std::chrono::sys_days{to} - std::chrono::sys_days{from}).count();
  switch (every) {
    case Interval::day:
      return static_cast<int>(days);
    case Interval::week:
      return static_cast<int>(days / 7);
    case Interval::month:
      return months;
    case Interval::quarter:
      return months / 3;
    case Interval::year:
      return months / 12;
  }
  return 0;
}

std::vector<std::optional<double>> rolling_totals(const model::Series& series, int length) {
  const auto& points = series.points;
  std::vector<std::optional<double>> totals(points.size());
  int run = 0;  // consecutive intervals with a value, up to and including this one
  for (size_t i = 0; i < points.size(); ++i) {
    const bool follows = i > 0 && !begins_anew(points[i]) &&
                         intervals_between(points[i - 1].at, points[i].at, series.every) == 1;
    if (!points[i].value) {
      run = 0;
      continue;
    }
    run = follows ? run + 1 : 1;
    if (run < length) continue;
    double sum = 0;  // afresh each time: a running difference would gather rounding errors
    for (size_t j = i + 1 - static_cast<size_t>(length); j <= i; ++j) sum += *points[j].value;
    totals[i] = sum;
  }
  return totals;
}

}  // namespace analysis
