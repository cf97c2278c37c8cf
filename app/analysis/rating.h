// RAG: from the feed where it gives one, else by rule from the target.
#pragma once

#include <vector>

#include "model/board.h"

namespace analysis {

struct RatingRule {
  // Amber misses its target by at most this share of it; red by more. In per cent.
  double amber_within_percent = 5;
};

struct Rated {
  enum class From { nothing, feed, rule };

  model::Rating rating = model::Rating::none;
  From from = From::nothing;

  bool operator==(const Rated&) const = default;
};

// Compares unrounded figures. A direction alone as target is met by a change that way: of a figure
// that is itself a change, else of the reported direction, else against the previous figure; no
// change is amber.
Rated rate(const model::Kpi& kpi, const RatingRule& rule);

// A number against a target: green meets it, amber misses by no more than the tolerance.
model::Rating rate(double value, model::Target::Is is, double target, const RatingRule& rule);

// How far from red: none -1, red 0 ... green 4, complete 5.
int rank(model::Rating rating);

// Ratings from worst to best, without none.
const std::vector<model::Rating>& all_ratings();

}  // namespace analysis
