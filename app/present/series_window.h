// The part of one or several series that a chart shows, with one place for every interval: a month
// that the feed leaves out is a gap, not a shorter axis.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/board.h"
#include "settings/settings.h"

namespace present {

using Values = std::vector<std::optional<double>>;
using SeriesList = std::vector<const model::Series*>;

struct SeriesWindow {
  model::Interval every = model::Interval::month;
  model::Date first{};    // first day of the first interval
  std::size_t count = 0;  // of intervals, at least 1

  model::Date at(std::size_t index) const;  // first day of an interval
  model::Date end() const;                  // last day of the last one
};

// From `wanted.from`, or the last `wanted.months` intervals, to the newest point of all series. The
// error is a reason to show none: no points, different intervals, or intervals that begin on
// different days. Longer than 10,000 intervals it begins later.
base::Result<SeriesWindow, std::string> window_of(const SeriesList& series,
                                                  const settings::Slide& wanted);

// All that there is of the same series.
SeriesWindow whole_window(const SeriesList& series, const SeriesWindow& shown);

// As many as the window has intervals; one that the series leaves out has no value.
std::vector<model::Point> points_in(const SeriesWindow& window, const model::Series& series);

// Totals over so many intervals up to each; what came before the window counts, too.
Values totals_in(const SeriesWindow& window, const model::Series& series, int length);

// Where a date stands among the intervals: 49 is the beginning of the one with index 49.
double place_in(const SeriesWindow& window, model::Date date);

bool has_flag(const model::Point& point, model::Flag flag);

// Provisional and estimated points are drawn apart from the others.
bool is_uncertain(const model::Point& point);

// Totals make sense for what can be added up, not for percentages, rates, ranks or times.
bool can_be_added(model::Unit unit);

model::Quantity quantity_of(const model::Series& series, double value);

// An interval as a caption: "December 1984", "Week of 6 Jan 2025", "2023/24" for a year from April.
std::string caption_of(model::Date at, model::Interval every);

// "7 months", "1 quarter".
std::string counted(int number, model::Interval every);

// Over the bars: "Each month".
std::string each(model::Interval every);

// Over a line of totals: "Rolling 12 months".
std::string rolling(int length, model::Interval every);

}  // namespace present
