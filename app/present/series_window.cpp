#include "present/series_window.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "analysis/rolling.h"
#include "present/dates.h"

namespace present {
namespace {

using model::Date;
using model::Interval;
using std::chrono::sys_days;

constexpr int kMostIntervals = 10'000;

Date later(Date date, int intervals, Interval every) {
  switch (every) {
    case Interval::day:
      return Date{sys_days{date} + std::chrono::days{intervals}};
    case Interval::week:
      return Date{sys_days{date} + std::chrono::days{7 * intervals}};
    case Interval::month:
      return date + std::chrono::months{intervals};
    case Interval::quarter:
      return date + std::chrono::months{3 * intervals};
    case Interval::year:
      return date + std::chrono::months{12 * intervals};
  }
  return date;
}

bool before(Date a, Date b) {
  return sys_days{a} < sys_days{b};
}

const char* word_of(Interval every, bool one) {
  switch (every) {
    case Interval::day:
      return one ? "day" : "days";
    case Interval::week:
      return one ? "week" : "weeks";
    case Interval::month:
      return one ? "month" : "months";
    case Interval::quarter:
      return one ? "quarter" : "quarters";
    case Interval::year:
      return one ? "year" : "years";
  }
  return "";
}

// Intervals after the window's first; none for a point outside it.
std::optional<std::size_t> index_of(const SeriesWindow& window, Date date) {
  if (before(date, window.first)) return std::nullopt;
  const int at = analysis::intervals_between(window.first, date, window.every);
  if (at < 0 || static_cast<std::size_t>(at) >= window.count) return std::nullopt;
  return static_cast<std::size_t>(at);
}

SeriesWindow from_to(Date first, Date last, Interval every) {
  const int count = analysis::intervals_between(first, last, every) + 1;
  if (count > kMostIntervals) {
    return {every, later(first, count - kMostIntervals, every), kMostIntervals};
  }
  return {every, first, static_cast<std::size_t>(std::max(count, 1))};
}

}  // namespace

Date SeriesWindow::at(std::size_t index) const {
  return later(first, static_cast<int>(index), every);
}

Date SeriesWindow::end() const {
  return last_day(at(count - 1), every);
}

base::Result<SeriesWindow, std::string> window_of(const SeriesList& series,
                                                  const settings::Slide& wanted) {
  const model::Series& leader = *series.front();
  std::optional<Date> last;
  for (const auto* one : series) {
    if (one->points.empty()) return base::Failure{"series " + one->id + " has no points"};
    if (one->every != leader.every) {
      return base::Failure{"series " + one->id + " is by " + word_of(one->every, true) + " and " +
                           leader.id + " by " + word_of(leader.every, true)};
    }
    if (!last || before(*last, one->points.back().at)) last = one->points.back().at;
  }
  std::optional<Date> first;
  for (const auto* one : series) {
    for (const auto& point : one->points) {
      const bool shown =
          wanted.from ? !before(point.at, *wanted.from)
                      : analysis::intervals_between(point.at, *last, leader.every) < wanted.months;
      if (!shown) continue;
      if (!first || before(point.at, *first)) first = point.at;
      break;
    }
  }
  if (!first) return base::Failure{"series " + leader.id + " has no values in the time shown"};
  const SeriesWindow window = from_to(*first, *last, leader.every);
  for (const auto* one : series) {
    for (const auto& point : one->points) {
      const auto index = index_of(window, point.at);
      if (index && window.at(*index) != point.at) {
        return base::Failure{"the " + std::string(word_of(leader.every, false)) +
                             " of its series begin on different days"};
      }
    }
  }
  return window;
}

SeriesWindow whole_window(const SeriesList& series, const SeriesWindow& shown) {
  Date first = shown.first;
  for (const auto* one : series) {
    // A whole number of intervals earlier, so that both windows have the same days.
    while (before(one->points.front().at, first)) {
      const int back = analysis::intervals_between(one->points.front().at, first, shown.every);
      first = later(first, -std::max(back, 1), shown.every);
    }
  }
  return from_to(first, shown.at(shown.count - 1), shown.every);
}

std::vector<model::Point> points_in(const SeriesWindow& window, const model::Series& series) {
  std::vector<model::Point> points;
  for (std::size_t i = 0; i < window.count; ++i) {
    points.push_back({window.at(i), std::nullopt, {}});
  }
  for (const auto& point : series.points) {
    if (const auto index = index_of(window, point.at)) points[*index] = point;
  }
  return points;
}

Values totals_in(const SeriesWindow& window, const model::Series& series, int length) {
  const auto totals = analysis::rolling_totals(series, length);
  Values values(window.count);
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    if (const auto index = index_of(window, series.points[i].at)) values[*index] = totals[i];
  }
  return values;
}

double place_in(const SeriesWindow& window, Date date) {
  int whole = analysis::intervals_between(window.first, date, window.every);
  if (window.every == Interval::day) return whole;
  // A date before the first interval is counted towards it.
  Date begins = later(window.first, whole, window.every);
  if (before(date, begins)) begins = later(window.first, --whole, window.every);
  const auto days = [](Date from, Date to) {
    return static_cast<double>((sys_days{to} - sys_days{from}).count());
  };
  return whole + days(begins, date) / (days(begins, last_day(begins, window.every)) + 1);
}

bool has_flag(const model::Point& point, model::Flag flag) {
  return std::find(point.flags.begin(), point.flags.end(), flag) != point.flags.end();
}

bool is_uncertain(const model::Point& point) {
  return has_flag(point, model::Flag::provisional) || has_flag(point, model::Flag::estimated);
}

bool can_be_added(model::Unit unit) {
  return unit == model::Unit::count || unit == model::Unit::pounds ||
         unit == model::Unit::pounds_thousands || unit == model::Unit::pounds_millions;
}

model::Quantity quantity_of(const model::Series& series, double value) {
  return {.value = value, .unit = series.unit, .decimals = series.decimals, .is_signed = false};
}

std::string caption_of(Date at, Interval every) {
  switch (every) {
    case Interval::day:
      return long_date(at);
    case Interval::week:
      return "Week of " + short_date(at);
    case Interval::month:
      return month_year(at);
    case Interval::quarter:
      return range({"", at, last_day(at, every)});
    case Interval::year:
      break;
  }
  const int year = static_cast<int>(at.year());
  if (at.month() == std::chrono::January) return std::to_string(year);
  std::array<char, 8> next{};
  std::snprintf(next.data(), next.size(), "/%02d", (year + 1) % 100);
  return std::to_string(year) + next.data();
}

std::string counted(int number, Interval every) {
  return std::to_string(number) + " " + word_of(every, number == 1);
}

std::string each(Interval every) {
  return std::string("Each ") + word_of(every, true);
}

std::string rolling(int length, Interval every) {
  return "Rolling " + counted(length, every);
}

}  // namespace present
