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

// For a line that need not start at zero: from half a step below the lowest round number.
Axis axis_around(std::span<const std::optional<double>> values);

// Round numbers within a range that others have chosen.
Axis axis_within(double low, double high);

}  // namespace present
