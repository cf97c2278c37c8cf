// The change between two figures, and whether it is for the better.
#pragma once

#include <optional>

#include "model/board.h"

namespace analysis {

struct Change {
  double amount = 0;  // signed, unrounded
  // points for a percentage, places (rank) for a rank, the unit itself for a time, per cent of the
  // previous figure for everything else.
  model::Unit unit = model::Unit::percent;

  bool operator==(const Change&) const = default;
};

// From unrounded figures. Nothing if either is no number, the units differ, or the change would be
// a share of nothing.
std::optional<Change> change_between(const model::Quantity& now, const model::Quantity& previous);

enum class Effect { better, worse, neither };

// Good is a fact of the data: no direction given, or "neither", makes no change better or worse.
Effect effect_of(double change, std::optional<model::Good> good);

}  // namespace analysis
