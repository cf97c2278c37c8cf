// Control charts for single values (XmR), as NHS England's Making Data Count draws them: what of a
// series is common cause, what is special, and whether the process can meet its target.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "analysis/xmr_flags.h"
#include "model/board.h"

namespace analysis {

// Every switch of the method. As it stands it is profile `mdc`.
struct XmrRule {
  // What a moving range above 3.267 times the average takes with it; looked for once. `ranges`
  // leaves the range out of the average; `points` the point that ends it out of the mean, too.
  enum class Screening { none, ranges, points };

  double limit_factor = 2.66;  // limits lie this many average moving ranges from the mean
  Screening screening = Screening::none;

  size_t min_points = 13;               // of the first section, for limits, flags and icons
  size_t min_points_after_rebase = 12;  // of each further one
  size_t warn_below = 0;                // a section with limits that is too short to rely on
  size_t min_baseline = 12;

  size_t shift_points = 6;  // 6 to 8
  size_t trend_points = 6;
  bool rules_cross_rebase = true;  // a point is judged by the lines of its own section
  bool two_sigma_counts_beyond_limit = false;

  // A trend gives meaning only to points that lie on the side of the mean to which it leads, as NHS
  // England's design system has it; its chart tool does not. Flags are the same either way.
  bool trend_needs_side = false;

  Conflict conflict = Conflict::improvement;
  Edge target_on_limit = Edge::inclusive;
  // What a target is worth against limits that screening has left undefined.
  Assurance without_limits = Assurance::none;

  bool operator==(const XmrRule&) const = default;
};

XmrRule mdc();   // NHS England's Making Data Count, Single Chart Tool v5.0
XmrRule nhsr();  // the R package NHSRplotthedots 0.2.2

struct XmrPoint {
  model::Date at;  // first day of its interval
  std::optional<double> value;
  bool is_ghost = false;  // shown, but no part of any calculation
  bool breaks = false;    // not comparable with the points before it: [b]

  bool operator==(const XmrPoint&) const = default;
};

struct XmrQuestion {
  model::Good good = model::Good::neither;
  std::optional<double> target;
  std::vector<model::Date> rebase;  // first point of each new section, in any order
  std::optional<size_t> baseline;   // the first points of the first section set its lines
  model::Interval every = model::Interval::month;

  bool operator==(const XmrQuestion&) const = default;
};

// From one recalculation to the next.
struct XmrSection {
  size_t first = 0;  // point
  size_t last = 0;   // inclusive
  size_t count = 0;  // points that count: neither missing nor ghosts
  bool is_short = false;
  bool is_judged = false;               // has enough points for limits, flags and icons
  std::optional<double> mean;           // none if nothing counts
  std::optional<double> average_range;  // of the moving ranges that were kept
  std::optional<XmrLimits> limits;      // none under the minimum of points, or without ranges

  bool operator==(const XmrSection&) const = default;
};

struct XmrMark {
  size_t section = 0;
  bool counts = false;
  bool after_gap = false;    // intervals without a value lie between this value and the last one
  bool after_break = false;  // not joined to the last one
  std::optional<double> moving_range;
  XmrFlags flags;
  Cause cause = Cause::not_judged;
  model::Direction towards = model::Direction::level;  // of a special cause: up or down

  bool operator==(const XmrMark&) const = default;
};

struct XmrDoubt {
  enum class Is {
    rebase_matches_no_point,
    baseline_too_short,  // not applied
    baseline_too_long,   // longer than its section; not applied
  };

  Is is = Is::rebase_matches_no_point;
  std::optional<model::Date> at;

  bool operator==(const XmrDoubt&) const = default;
};

struct Xmr {
  std::vector<XmrSection> sections;
  std::vector<XmrMark> marks;  // one for each point
  Variation variation = Variation::none;
  Assurance assurance = Assurance::none;
  std::vector<XmrDoubt> doubts;

  bool operator==(const Xmr&) const = default;
};

// Points are in order of date. A missing, infinite or ghosted point is skipped: its neighbours are
// consecutive. Over a break there is no moving range and no run, but the mean stays: only a
// recalculation starts anew. A value within a part in 10^12 of a line is on it, so that what is
// equal in decimals is equal here. Pure.
Xmr analyse(std::span<const XmrPoint> points, const XmrQuestion& question, const XmrRule& rule);

// The points of a series, with its flags of breaks and ghosts.
std::vector<XmrPoint> points_of(const model::Series& series);

}  // namespace analysis
