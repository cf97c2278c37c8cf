#include <algorithm>
#include <chrono>
#include <cmath>

#include "analysis/suppression.h"
#include "base/time.h"

namespace analysis {

using model::Unit;

namespace {

// A year of days. Longer periods are not tied to their points: no report has them, and a feed could
// make them very long.
constexpr size_t kMostTied = 366;

bool is_between(model::Date date, model::Date from, model::Date to) {
  return std::chrono::sys_days{date} >= std::chrono::sys_days{from} &&
         std::chrono::sys_days{date} <= std::chrono::sys_days{to};
}

model::Date years_before(model::Date date, int years) {
  date -= std::chrono::years{years};
  return date.ok() ? date : date.year() / date.month() / std::chrono::last;
}

}  // namespace

void Suppression::add_series() {
  of_series_.resize(board_.series.size());
  for (size_t i = 0; i < board_.series.size(); ++i) {
    const model::Series& series = board_.series[i];
    if (series.unit != Unit::count) continue;
    of_series_[i].resize(series.points.size());
    for (size_t point = 0; point < series.points.size(); ++point) {
      const auto& value = series.points[point].value;
      if (value) of_series_[i][point] = add({Thing::series, i, point}, *value, is_small(*value));
    }
  }
}

std::optional<size_t> Suppression::series_called(const std::string& reference) const {
  for (size_t i = 0; i < board_.series.size(); ++i) {
    if (names(reference, board_.series[i].id)) return i;
  }
  return std::nullopt;
}

std::vector<size_t> Suppression::numbers_within(size_t series, const model::Period& period,
                                                int years_ago) const {
  std::vector<size_t> numbers;
  if (!period.from || !period.to || of_series_[series].empty()) return numbers;
  const model::Date from = years_before(*period.from, years_ago);
  const model::Date to = years_before(*period.to, years_ago);
  const auto& points = board_.series[series].points;
  for (size_t i = 0; i < points.size(); ++i) {
    if (of_series_[series][i] && is_between(points[i].at, from, to)) {
      numbers.push_back(*of_series_[series][i]);
    }
  }
  if (numbers.size() > kMostTied) numbers.clear();
  return numbers;
}

double Suppression::sum_of(const std::vector<size_t>& numbers) const {
  double sum = 0;
  for (const size_t number : numbers) sum += values_[number];
  return sum;
}

// A figure for a period is the sum of the points within it, and so is the earlier one; a change in
// per cent is made of both sums.
void Suppression::tie_period(size_t index, size_t series) {
  const model::Kpi& kpi = board_.kpis[index];
  std::vector<size_t> now = numbers_within(series, kpi.period, 0);
  std::vector<size_t> before = numbers_within(series, kpi.period, 1);
  const double sum_now = sum_of(now);
  const double sum_before = sum_of(before);
  const double* value = std::get_if<double>(&kpi.quantity.value);
  if (value && kpi.quantity.is_signed && kpi.quantity.unit == Unit::percent && sum_before != 0) {
    constexpr double kRounding = 1;  // of a printed percentage, at its coarsest
    const double change = (sum_now - sum_before) / sum_before * 100;
    if (std::abs(change - *value) > kRounding) return;
    // The percentage is given up only when nothing else is left.
    of_kpi_[index].now = add({Thing::kpi, index, kNow}, 1e300, false);
    now.insert(now.end(), before.begin(), before.end());
    now.push_back(*of_kpi_[index].now);
    ties_.tie(std::move(now));
    return;
  }
  const auto tie = [&](std::vector<size_t>& points, double sum, std::optional<size_t> figure) {
    if (points.empty() || !figure || !is_same(sum, values_[*figure])) return;
    points.push_back(*figure);
    ties_.tie(std::move(points));
  };
  tie(now, sum_now, of_kpi_[index].now);
  tie(before, sum_before, of_kpi_[index].before);
}

void Suppression::tie_periods() {
  for (size_t i = 0; i < board_.kpis.size(); ++i) {
    if (board_.kpis[i].series.empty()) continue;
    if (const auto series = series_called(board_.kpis[i].series)) tie_period(i, *series);
  }
}

bool Suppression::lacks_points(const model::Id& reference) const {
  if (reference.empty()) return false;
  const auto series = series_called(reference);
  if (!series) return false;
  const auto& points = board_.series[*series].points;
  return std::any_of(points.begin(), points.end(), [](const model::Point& point) {
    return std::find(point.flags.begin(), point.flags.end(), model::Flag::confidential) !=
           point.flags.end();
  });
}

void Suppression::hide_point(size_t series, size_t point, const std::string& gives_away) {
  model::Series& changed = board_.series[series];
  if (!changed.points[point].value) return;
  withhold(Thing::series, changed.id, base::format_date(changed.points[point].at),
           would_give_away(gives_away));
  hide({Thing::series, series, point}, false);
}

// The points that a figure is for, where the figure itself is withheld and is no count; the last
// one where it names no period.
void Suppression::hide_points_of(const model::Kpi& kpi) {
  if (kpi.series.empty()) return;
  const auto series = series_called(kpi.series);
  if (!series || board_.series[*series].unit == Unit::count) return;
  const auto& points = board_.series[*series].points;
  for (size_t i = 0; i < points.size(); ++i) {
    const bool is_for = kpi.period.from && kpi.period.to
                            ? is_between(points[i].at, *kpi.period.from, *kpi.period.to)
                            : i + 1 == points.size();
    if (is_for) hide_point(*series, i, "kpi " + kpi.id + ", value");
  }
}

// Month by month, the rate of a count that is withheld.
void Suppression::hide_rates_of_points(const model::Kpi& rate, const model::Kpi& parent) {
  if (rate.series.empty() || parent.series.empty()) return;
  const auto of_rate = series_called(rate.series);
  const auto of_parent = series_called(parent.series);
  if (!of_rate || !of_parent || of_series_[*of_parent].empty()) return;
  if (board_.series[*of_rate].unit == Unit::count) return;
  const auto& rates = board_.series[*of_rate].points;
  const model::Series& counts = board_.series[*of_parent];
  size_t at = 0;  // both are in order of date
  for (size_t i = 0; i < counts.points.size(); ++i) {
    const auto& number = of_series_[*of_parent][i];
    if (!number || !ties_.is_hidden(*number)) continue;
    while (at < rates.size() && rates[at].at < counts.points[i].at) ++at;
    if (at < rates.size() && rates[at].at == counts.points[i].at) {
      hide_point(*of_rate, at, name_of(where_[*number]));
    }
  }
}

}  // namespace analysis
