// The numbers beside a chart with several series.
#pragma once

#include "present/chart_panels.h"
#include "present/context.h"

namespace present {

// Of one bar series the newest value and, where totals over a year are asked for, the newest of
// those. Of several the newest total, or else value, of each, under one title that says for when.
// Lines follow with their newest values. Each with its change on the year before.
void add_figures(Chart& chart, const Context& context, const ChartParts& parts);

}  // namespace present
