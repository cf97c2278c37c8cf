// The four rules by which a point is of special cause, each over one chain: points that follow one
// another without a break.
#pragma once

#include <cstddef>
#include <span>

#include "analysis/xmr_flags.h"
#include "model/values.h"

namespace analysis {

// A point that counts, as the rules see it.
struct XmrJudged {
  double value = 0;
  // Where it lies against the lines of its section; level is on the line or within.
  model::Direction side = model::Direction::level;  // of the mean
  model::Direction beyond_two_sigma = model::Direction::level;
  model::Direction beyond_limit = model::Direction::level;
  model::Direction later_trend = model::Direction::level;  // set by mark_trends
  XmrFlags flags;
};

// Up above the line, down below it, level within `slack` of it.
model::Direction side_of(double value, double line, double slack);

// Up above the upper line, down below the lower one.
model::Direction beyond(double value, double lower, double upper, double slack);

void mark_single_points(std::span<XmrJudged> chain);

// At least `length` in a row on one side of the mean; a point on the mean breaks it.
void mark_shifts(std::span<XmrJudged> chain, size_t length);

// At least `length` in a row, each higher (lower) than the one before; a tie breaks it. Where two
// trends meet, the point is part of both.
void mark_trends(std::span<XmrJudged> chain, size_t length);

// Two or three of three in a row beyond two sigma, and all three on that side of the mean: those
// beyond are marked. A point beyond its limit is one of the three, but is not one of those beyond
// unless it counts.
void mark_two_of_three(std::span<XmrJudged> chain, bool counts_beyond_limit);

}  // namespace analysis
