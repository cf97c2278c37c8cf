// How a number looks. Rounded once, here, half away from zero on the decimal value.
#pragma once

#include <optional>
#include <string>

#include "model/board.h"
#include "present/slides.h"

namespace present {

enum class Sign { only_minus, always };

// Thousands comma from four digits, U+2212 for minus. Without decimals as many as the number has,
// three at most. A number that rounds to zero has no sign. 25.45 at one decimal is 25.5.
std::string format_number(double value, std::optional<int> decimals = std::nullopt,
                          Sign sign = Sign::only_minus);

// The two parts that are set in two sizes; a text or a missing value gives one or none.
Figure figure_of(const model::Quantity& quantity);

// The same on one line: "86.9%", "13.1 min", "£594k", "3rd", "TBC"; nothing when missing.
std::string text_of(const model::Quantity& quantity);

// An amount without its sign, as it is said after an arrow: "6.3 points", "13.7%", "4.4 min",
// "2 places".
std::string amount_of(double change, model::Unit unit, std::optional<int> decimals);

// Decimals that a person would give a change of this kind: one for points, per cent and times.
std::optional<int> change_decimals(model::Unit unit);

std::string ordinal(int number);  // "3rd"

}  // namespace present
