#include "analysis/xmr_rules.h"

#include <algorithm>

namespace analysis {

using model::Direction;

namespace {

constexpr size_t kThree = 3;

// How a point lies to the one before it, as decimals say: no slack, equal is equal.
Direction step(double before, double now) {
  if (now > before) return Direction::up;
  return now < before ? Direction::down : Direction::level;
}

bool is_two_sigma(const XmrJudged& point, Direction side, bool counts_beyond_limit) {
  if (point.beyond_two_sigma != side) return false;
  return counts_beyond_limit || point.beyond_limit == Direction::level;
}

void mark_triple(std::span<XmrJudged> triple, Direction side, bool counts_beyond_limit) {
  const auto is_beyond = [&](const XmrJudged& point) {
    return is_two_sigma(point, side, counts_beyond_limit);
  };
  const auto is_on_side = [&](const XmrJudged& point) { return point.side == side; };
  if (!std::all_of(triple.begin(), triple.end(), is_on_side)) return;
  if (std::count_if(triple.begin(), triple.end(), is_beyond) < 2) return;
  for (XmrJudged& point : triple) {
    if (!is_beyond(point)) continue;
    (side == Direction::up ? point.flags.two_sigma_high : point.flags.two_sigma_low) = true;
  }
}

}  // namespace

Direction side_of(double value, double line, double slack) {
  return beyond(value, line, line, slack);
}

Direction beyond(double value, double lower, double upper, double slack) {
  if (value - upper > slack) return Direction::up;
  return lower - value > slack ? Direction::down : Direction::level;
}

void mark_single_points(std::span<XmrJudged> chain) {
  for (XmrJudged& point : chain) {
    point.flags.single_high = point.beyond_limit == Direction::up;
    point.flags.single_low = point.beyond_limit == Direction::down;
  }
}

void mark_shifts(std::span<XmrJudged> chain, size_t length) {
  for (size_t first = 0, next = 0; first < chain.size(); first = next) {
    const Direction side = chain[first].side;
    while (next < chain.size() && chain[next].side == side) ++next;
    if (side == Direction::level || next - first < length) continue;
    for (XmrJudged& point : chain.subspan(first, next - first))
      (side == Direction::up ? point.flags.shift_high : point.flags.shift_low) = true;
  }
}

void mark_trends(std::span<XmrJudged> chain, size_t length) {
  for (size_t first = 0; first + 1 < chain.size();) {
    const Direction way = step(chain[first].value, chain[first + 1].value);
    size_t last = first + 1;
    while (last + 1 < chain.size() && step(chain[last].value, chain[last + 1].value) == way) ++last;
    if (way != Direction::level && last - first + 1 >= length) {
      for (XmrJudged& point : chain.subspan(first, last - first + 1)) {
        (way == Direction::up ? point.flags.trend_up : point.flags.trend_down) = true;
        point.later_trend = way;
      }
    }
    first = last;
  }
}

void mark_two_of_three(std::span<XmrJudged> chain, bool counts_beyond_limit) {
  for (size_t first = 0; first + kThree <= chain.size(); ++first) {
    const auto triple = chain.subspan(first, kThree);
    mark_triple(triple, Direction::up, counts_beyond_limit);
    mark_triple(triple, Direction::down, counts_beyond_limit);
  }
}

}  // namespace analysis
