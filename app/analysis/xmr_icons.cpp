#include <algorithm>

#include "analysis/xmr_flags.h"

namespace analysis {

using model::Direction;
using model::Good;

namespace {

Direction ranked_direction(const XmrFlags& flags, Direction later_trend) {
  if (flags.single_high) return Direction::up;
  if (flags.single_low) return Direction::down;
  if (flags.trend_up && flags.trend_down) return later_trend;
  if (flags.trend_up) return Direction::up;
  if (flags.trend_down) return Direction::down;
  if (flags.two_sigma_high) return Direction::up;
  if (flags.two_sigma_low) return Direction::down;
  return flags.shift_high ? Direction::up : Direction::down;
}

}  // namespace

Direction direction_of(const XmrFlags& flags, Good good, Conflict conflict, Direction later_trend) {
  if (!flags.any()) return Direction::level;
  if (!flags.low()) return Direction::up;
  if (!flags.high()) return Direction::down;
  if (conflict == Conflict::ranked || good == Good::neither)
    return ranked_direction(flags, later_trend);
  const bool up_wins = (good == Good::up) == (conflict == Conflict::improvement);
  return up_wins ? Direction::up : Direction::down;
}

Cause cause_of(Direction towards, Good good) {
  if (towards == Direction::level) return Cause::common;
  if (good == Good::neither) return Cause::neither;
  return (towards == Direction::up) == (good == Good::up) ? Cause::improvement : Cause::concern;
}

Variation variation_of(Cause cause, Direction towards) {
  const bool high = towards == Direction::up;
  switch (cause) {
    case Cause::not_judged:
      return Variation::none;
    case Cause::common:
      return Variation::common;
    case Cause::improvement:
      return high ? Variation::improvement_high : Variation::improvement_low;
    case Cause::concern:
      return high ? Variation::concern_high : Variation::concern_low;
    case Cause::neither:
      return high ? Variation::neither_high : Variation::neither_low;
  }
  return Variation::none;
}

Assurance assurance_of(const XmrLimits& limits, std::optional<double> target, Good good,
                       Edge on_limit, double slack) {
  if (!target || good == Good::neither) return Assurance::none;
  const double nearest = on_limit == Edge::inclusive ? -slack : slack;
  const auto is_beyond = [&](double how_far) {
    return on_limit == Edge::inclusive ? how_far >= nearest : how_far > nearest;
  };
  const bool below = is_beyond(limits.lower - *target);
  const bool above = is_beyond(*target - limits.upper);
  if (good == Good::up ? below : above) return Assurance::pass;
  if (good == Good::up ? above : below) return Assurance::fail;
  return Assurance::hit_or_miss;
}

XmrLimits clamped(XmrLimits limits, std::optional<double> lowest, std::optional<double> highest) {
  for (double* line :
       {&limits.lower, &limits.upper, &limits.lower_two_sigma, &limits.upper_two_sigma}) {
    if (lowest) *line = std::max(*line, *lowest);
    if (highest) *line = std::min(*line, *highest);
  }
  return limits;
}

}  // namespace analysis
