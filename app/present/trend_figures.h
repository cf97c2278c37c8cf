// What a trend says in numbers beside its chart.
#pragma once

#include "present/context.h"
#include "present/trend_points.h"

namespace present {

// The newest value and the newest total over a year, each with its change on the year before; the
// financial year so far against the same part of the year before; and the same month of the years
// before. Nothing is compared over a break in series.
void add_figures(Trend& trend, const Context& context, const TrendPoints& points);

// "Year to Dec 1984 up 6.1% on the year before": a true title where the feed gives none; else the
// series' own. After add_figures.
std::string message_of(const Trend& trend, const model::Series& series);

}  // namespace present
