// What stands below a chart's time axis.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "present/series_window.h"
#include "present/slides.h"

namespace present {

// What the interval with this index covers so far, when the figures end within it: the report of a
// first quarter has three months of its year. Of quarters and years only.
std::optional<model::Period> part_of_interval(const SeriesWindow& window, std::size_t index,
                                              const model::Period& figures_for);

// A name for each interval: "Q1" of the financial year, "9 Mar" of few days or weeks, "Apr" of one
// year's months; else none.
std::vector<std::string> interval_names(const SeriesWindow& window);

// Years, financial years for quarters, each interval for years, months for days and weeks that are
// too few for years. `part` stands for the last interval if that is not complete.
std::vector<Trend::Year> time_spans(const SeriesWindow& window,
                                    const std::optional<model::Period>& part);

}  // namespace present
