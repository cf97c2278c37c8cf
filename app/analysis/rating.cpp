#include "analysis/rating.h"

#include <algorithm>
#include <cmath>

#include "analysis/change.h"

namespace analysis {
namespace {

using model::Direction;
using model::Rating;
using model::Unit;
using Is = model::Target::Is;

bool meets(double value, Is is, double target) {
  switch (is) {
    case Is::at_least:
      return value >= target;
    case Is::at_most:
      return value <= target;
    case Is::above:
      return value > target;
    case Is::below:
      return value < target;
    case Is::equal:
      return value == target;
    default:
      return false;
  }
}

// A better place is a smaller number, whichever way the target is written.
Is of_place(Is is) {
  if (is == Is::at_least) return Is::at_most;
  return is == Is::above ? Is::below : is;
}

// Decimal figures are not exact in binary: what misses by the tolerance to the digit is amber.
bool is_within(double miss, double allowed, double scale) {
  return miss <= allowed + 1e-12 * std::max(std::abs(scale), allowed);
}

bool is_comparison(Is is) {
  switch (is) {
    case Is::at_least:
    case Is::at_most:
    case Is::above:
    case Is::below:
    case Is::equal:
      return true;
    case Is::up:
    case Is::down:
    case Is::level:
    case Is::text:
      break;
  }
  return false;
}

Direction sign_of(double change) {
  if (change == 0) return Direction::level;
  return change > 0 ? Direction::up : Direction::down;
}

// `change` in its own unit; `before` is the figure that it is a change of, where that is known.
Direction sign_outside_band(double change, Unit unit, std::optional<double> before,
                            const RatingRule& rule) {
  double band = 0;
  if (unit == Unit::points) {
    band = rule.dead_band_points;
  } else if (unit == Unit::percent) {
    band = rule.dead_band_percent;
  } else if (before) {
    band = std::abs(*before) * rule.dead_band_percent / 100;
  }
  return is_within(std::abs(change), band, band) ? Direction::level : sign_of(change);
}

// Which way the figure went, from the best evidence that there is.
std::optional<Direction> went(const model::Kpi& kpi, const RatingRule& rule) {
  const double* number = std::get_if<double>(&kpi.quantity.value);
  const double* previous =
      kpi.previous ? std::get_if<double>(&kpi.previous->quantity.value) : nullptr;
  const auto before = previous ? std::optional(*previous) : std::nullopt;
  if (number && kpi.quantity.is_signed) {
    return sign_outside_band(*number, kpi.quantity.unit, std::nullopt, rule);
  }
  if (kpi.direction.now) return kpi.direction.now;
  if (kpi.change) {
    if (const double* change = std::get_if<double>(&kpi.change->value)) {
      return sign_outside_band(*change, kpi.change->unit, before, rule);
    }
  }
  if (kpi.previous) {
    if (const auto change = change_between(kpi.quantity, kpi.previous->quantity)) {
      return sign_outside_band(change->amount, change->unit, before, rule);
    }
  }
  return std::nullopt;
}

Rating rate_direction(std::optional<Direction> actual, Direction wanted) {
  if (!actual) return Rating::none;
  if (*actual == wanted) return Rating::green;
  // A wish to hold is missed either way; a wish to move is half missed by standing still.
  return *actual == Direction::level || wanted == Direction::level ? Rating::amber : Rating::red;
}

}  // namespace

double tolerance(double target, const RatingRule& rule, Unit unit) {
  if (unit == Unit::rank) return rule.amber_within_places;
  const bool in_points = unit == Unit::percent || unit == Unit::points;
  if (in_points && rule.amber_within_points) return *rule.amber_within_points;
  if (target == 0) return rule.amber_within_absolute;
  return std::abs(target) * rule.amber_within_percent / 100;
}

Rating rate(double value, Is is, double target, const RatingRule& rule, Unit unit) {
  if (meets(value, unit == Unit::rank ? of_place(is) : is, target)) return Rating::green;
  const double miss = std::abs(value - target);
  return is_within(miss, tolerance(target, rule, unit), target) ? Rating::amber : Rating::red;
}

Rating rate_rank(const model::Rank& rank, const RatingRule& rule) {
  if (!rank.place || !rank.target) return Rating::none;
  return rate(*rank.place, Is::at_most, *rank.target, rule, Unit::rank);
}

std::optional<bool> meets_target(const model::Kpi& kpi) {
  const double* number = std::get_if<double>(&kpi.quantity.value);
  if (!number || !kpi.target || !is_comparison(kpi.target->is)) return std::nullopt;
  const Is is = kpi.quantity.unit == Unit::rank ? of_place(kpi.target->is) : kpi.target->is;
  return meets(*number, is, kpi.target->value);
}

Rated rate(const model::Kpi& kpi, const RatingRule& rule) {
  if (kpi.rag.now) return {*kpi.rag.now, Rated::From::feed};
  if (!kpi.target || kpi.target->is == Is::text) return {};
  Rating rating = Rating::none;
  if (is_comparison(kpi.target->is)) {
    if (const double* number = std::get_if<double>(&kpi.quantity.value)) {
      rating = rate(*number, kpi.target->is, kpi.target->value, rule, kpi.quantity.unit);
    }
  } else {
    const Direction wanted = kpi.target->is == Is::up     ? Direction::up
                             : kpi.target->is == Is::down ? Direction::down
                                                          : Direction::level;
    rating = rate_direction(went(kpi, rule), wanted);
  }
  if (rating == Rating::none) return {};
  return {rating, Rated::From::rule};
}

int rank(Rating rating) {
  return static_cast<int>(rating) - 1;
}

const std::vector<Rating>& all_ratings() {
  static const std::vector<Rating> ratings{Rating::red,   Rating::amber_red,
                                           Rating::amber, Rating::amber_green,
                                           Rating::green, Rating::complete};
  return ratings;
}

}  // namespace analysis
