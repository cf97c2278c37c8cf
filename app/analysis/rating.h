// RAG: from the feed where it gives one, else by rule from the target.
#pragma once

#include <optional>
#include <vector>

#include "model/board.h"

namespace analysis {

// How far amber may miss a target; red misses by more. Which tolerance counts follows from the unit
// of the figure: places for ranks, points for percentages where they are set, else a share of the
// target, which for a target of 0 is nothing and so has its own.
struct RatingRule {
  double amber_within_percent = 5;            // of the target
  std::optional<double> amber_within_points;  // of a percentage, instead of a share
  int amber_within_places = 0;                // of a rank
  double amber_within_absolute = 0;           // of a target of 0, in the unit of the figure
  // A change no larger than this counts as none where only a direction is the target: per cent of
  // the previous figure, or points for percentages.
  double dead_band_percent = 0;
  double dead_band_points = 0;

  bool operator==(const RatingRule&) const = default;
};

struct Rated {
  enum class From { nothing, feed, rule };

  model::Rating rating = model::Rating::none;
  From from = From::nothing;

  bool operator==(const Rated&) const = default;
};

// Compares unrounded figures. A direction alone as target is met by a change that way: of a figure
// that is itself a change, else of the reported direction, else against the previous figure; no
// change, or one within the dead band, is amber.
Rated rate(const model::Kpi& kpi, const RatingRule& rule);

// A number against a target: green meets it, amber misses by no more than the tolerance. Of a rank
// a target of either way, "≥ 3rd" or "≤ 3rd", means that place or better.
model::Rating rate(double value, model::Target::Is is, double target, const RatingRule& rule,
                   model::Unit unit = model::Unit::count);

// How far amber may miss this target, in the unit of the figure; for a rank in places.
double tolerance(double target, const RatingRule& rule, model::Unit unit);

// A place against its target place; none if either is missing.
model::Rating rate_rank(const model::Rank& rank, const RatingRule& rule);

// Whether the number itself reaches its target, whoever rated it; none without both numbers.
std::optional<bool> meets_target(const model::Kpi& kpi);

// How far from red: none -1, red 0 ... green 4, complete 5.
int rank(model::Rating rating);

// Ratings from worst to best, without none.
const std::vector<model::Rating>& all_ratings();

}  // namespace analysis
