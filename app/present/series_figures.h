// The numbers that stand beside a chart: a value, its change and how it stands against its target.
#pragma once

#include <optional>
#include <string>

#include "present/context.h"
#include "present/series_window.h"
#include "present/slides.h"

namespace present {

// "December 1984: 1,763, up 16.5%, worse, on December 1983"; without an earlier value no change.
SideFigure figure_for(const model::Series& series, const std::string& caption, double value,
                      std::optional<double> before, const std::string& before_words);

// Against the target in force at the last point, for a total or for one point; nothing without such
// a target, or for a series that has no good direction.
void rate(SideFigure& figure, const Context& context, const model::Series& series, bool rolling,
          double value);

// The part of a target that falls into the window, said as "Target 348"; none outside it.
std::optional<Trend::Target> target_in(const SeriesWindow& window, const model::Series& series,
                                       const model::TargetSpan& span);

}  // namespace present
