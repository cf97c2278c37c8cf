// The words of a control chart: its lines, its flags, and what they mean for who reads it.
#pragma once

#include <optional>

#include "model/values.h"

namespace analysis {

struct XmrLimits {
  double lower = 0;
  double upper = 0;
  double lower_two_sigma = 0;
  double upper_two_sigma = 0;

  bool operator==(const XmrLimits&) const = default;
};

// The rules that a point is part of.
struct XmrFlags {
  bool single_high = false;
  bool single_low = false;
  bool shift_high = false;
  bool shift_low = false;
  bool trend_up = false;
  bool trend_down = false;
  bool two_sigma_high = false;
  bool two_sigma_low = false;

  bool high() const { return single_high || shift_high || trend_up || two_sigma_high; }
  bool low() const { return single_low || shift_low || trend_down || two_sigma_low; }
  bool any() const { return high() || low(); }

  bool operator==(const XmrFlags&) const = default;
};

enum class Cause { not_judged, common, improvement, concern, neither };

// Which meaning a point has whose flags mean both. `ranked`: that of the first of single point,
// trend, two of three, shift.
enum class Conflict { improvement, concern, ranked };

enum class Variation {
  none,
  common,
  improvement_high,
  improvement_low,
  concern_high,
  concern_low,
  neither_high,
  neither_low,
};

enum class Assurance { none, pass, fail, hit_or_miss };

// Whether a target that lies on a limit is met, or missed, by every point of common cause.
enum class Edge { inclusive, strict };

// The direction of a special cause; level without flags. `later_trend` is the direction of the
// trend that begins where two trends meet; only a ranked conflict asks for it.
model::Direction direction_of(const XmrFlags& flags, model::Good good, Conflict conflict,
                              model::Direction later_trend = model::Direction::level);

// What a special cause of that direction means.
Cause cause_of(model::Direction towards, model::Good good);

Variation variation_of(Cause cause, model::Direction towards);

// Pass is tested before fail: limits of no width can be both. None without target or without a
// direction of good. `slack`: how far from a limit still counts as on it.
Assurance assurance_of(const XmrLimits& limits, std::optional<double> target, model::Good good,
                       Edge on_limit, double slack = 0);

// For drawing only: a share ends at 0 and at 100 per cent. Never judge by clamped limits.
XmrLimits clamped(XmrLimits limits, std::optional<double> lowest, std::optional<double> highest);

}  // namespace analysis
