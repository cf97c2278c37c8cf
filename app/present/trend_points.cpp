#include "present/trend_points.h"

#include <algorithm>

#include "analysis/rolling.h"

namespace present {

bool TrendPoints::has_break(std::size_t after, std::size_t to) const {
  const auto begin = points.begin() + static_cast<std::ptrdiff_t>(after) + 1;
  const auto end = points.begin() + static_cast<std::ptrdiff_t>(to) + 1;
  return begin < end && std::any_of(begin, end, analysis::begins_anew);
}

Certainty certainty_of(const model::Point& point) {
  if (has_flag(point, model::Flag::estimated)) return Certainty::estimated;
  if (has_flag(point, model::Flag::provisional)) return Certainty::provisional;
  return Certainty::settled;
}

TrendPoints trend_points(const model::Series& series, const SeriesWindow& shown) {
  const SeriesWindow whole = whole_window({&series}, shown);
  TrendPoints trend{.series = series,
                    .shown = shown,
                    .whole = whole,
                    .first = whole.count - shown.count,
                    .year = analysis::intervals_in_year(series.every),
                    .points = points_in(whole, series),
                    .totals = {},
                    .certainties = {}};
  if (trend.year <= 1 || !can_be_added(series.unit)) return trend;
  trend.totals = totals_in(whole, series, trend.year);
  const auto shown_totals = trend.totals.begin() + static_cast<std::ptrdiff_t>(trend.first);
  if (std::none_of(shown_totals, trend.totals.end(),
                   [](const auto& at) { return at.has_value(); })) {
    trend.totals.clear();
    return trend;
  }
  const auto year = static_cast<std::size_t>(trend.year);
  for (std::size_t i = 0; i < trend.points.size(); ++i) {
    Certainty least = Certainty::settled;
    for (std::size_t j = i + 1 - std::min(year, i + 1); j <= i; ++j) {
      least = std::max(least, certainty_of(trend.points[j]));
    }
    trend.certainties.push_back(least);
  }
  return trend;
}

}  // namespace present
