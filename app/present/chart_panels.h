// The panels of a chart with several series: which series stands in which, and on what axis.
#pragma once

#include <optional>
#include <vector>

#include "present/series_window.h"
#include "present/slides.h"

namespace present {

// What a chart is made of. Borrows the settings and the series.
struct ChartParts {
  const settings::Slide& wanted;
  SeriesList all;  // bars, then lines
  SeriesList bars;
  SeriesList lines;
  SeriesWindow window;
  std::optional<model::Series> sum;   // of stacked bars; missing where a part is missing
  std::optional<model::Period> part;  // what the last interval covers, if it is not complete
};

ChartParts parts_of(const settings::Slide& wanted, const SeriesList& all,
                    const SeriesWindow& window, const model::Period& figures_for);

// Bars in the first, on an axis from zero, with the lines that can be read on it; rolling totals in
// the second; lines of another unit or size in panels of their own. Never two axes in one panel.
//
// Stacked bars are parts of a whole and have the totals of their sum. Grouped ones stand for
// themselves, and so does each one's total; then only so many lengths are kept, longest first, as
// make four lines.
std::vector<Chart::Panel> panels_of(const ChartParts& parts);

}  // namespace present
