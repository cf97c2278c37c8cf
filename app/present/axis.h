// Round numbers along an axis.
#pragma once

#include <optional>
#include <span>

#include "present/slides.h"

namespace present {

// The steps people count in: 1, 2 or 5 times a power of ten, so that about `wanted` fit the range.
double round_step(double range, int wanted);

// For bars: from zero, or from below it if some value is negative. Every value fits.
Axis axis_from_zero(std::span<const std::optional<double>> values);

// The same range, so many times as large, with round numbers of its own: for what is read on a
// second axis of the same panel. Exact: every height means `times` as much.
Axis axis_times(const Axis& axis, int times);

// The numbers as they are printed with this unit, where it is short: "60%", "£200k".
void set_unit(Axis& axis, model::Unit unit);

// For a line that need not start at zero: from half a step below the lowest round number.
Axis axis_around(std::span<const std::optional<double>> values);

// Round numbers within a range that others have chosen.
Axis axis_within(double low, double high);

}  // namespace present
