#include "analysis/rating.h"

#include <cmath>

#include "analysis/change.h"

namespace analysis {
namespace {

using model::Direction;
using model::Rating;
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

std::optional<Direction> sign_of(double change) {
  if (change == 0) return Direction::level;
  return change > 0 ? Direction::up : Direction::down;
}

// Which way the figure went, from the best evidence that there is.
std::optional<Direction> went(const model::Kpi& kpi) {
  const double* number = std::get_if<double>(&kpi.quantity.value);
  if (number && kpi.quantity.is_signed) return sign_of(*number);
  if (kpi.direction.now) return kpi.direction.now;
  if (kpi.change) {
    if (const double* change = std::get_if<double>(&kpi.change->value)) return sign_of(*change);
  }
  if (kpi.previous) {
    if (const auto change = change_between(kpi.quantity, kpi.previous->quantity)) {
      return sign_of(change->amount);
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

Rating rate(double value, Is is, double target, const RatingRule& rule) {
  if (meets(value, is, target)) return Rating::green;
  const double miss = std::abs(value - target);
  return miss <= std::abs(target) * rule.amber_within_percent / 100 ? Rating::amber : Rating::red;
}

Rated rate(const model::Kpi& kpi, const RatingRule& rule) {
  if (kpi.rag.now) return {*kpi.rag.now, Rated::From::feed};
  if (!kpi.target || kpi.target->is == Is::text) return {};
  Rating rating = Rating::none;
  switch (kpi.target->is) {
    case Is::up:
      rating = rate_direction(went(kpi), Direction::up);
      break;
    case Is::down:
      rating = rate_direction(went(kpi), Direction::down);
      break;
    case Is::level:
      rating = rate_direction(went(kpi), Direction::level);
      break;
    default:
      if (const double* number = std::get_if<double>(&kpi.quantity.value)) {
        rating = rate(*number, kpi.target->is, kpi.target->value, rule);
      }
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
