// The icons of Making Data Count, which sum a process up.
//
// RAG, variation and assurance answer three questions: how this figure stands, whether anything
// changed, whether the target can be relied on. None follows from another.
#pragma once

#include <optional>
#include <string>

#include "model/board.h"

namespace present {

// Whether the last point shows that something changed.
struct VariationIcon {
  enum class Is { common, improvement, concern, neither };

  Is is = Is::common;
  std::optional<model::Direction> towards;  // of a special cause: up is H, down is L
  std::string words;                        // "Special cause of concerning nature"
  std::string why;                          // "7 months rising, two above limit"

  bool operator==(const VariationIcon&) const = default;
};

// Whether the target will be met while the process stays as it is.
struct AssuranceIcon {
  enum class Is { pass, fail, hit_or_miss };

  Is is = Is::hit_or_miss;
  bool target_is_low = true;  // where the target stands from the limits; nothing for hit or miss
  std::string words;          // "Will not consistently pass or fail"
  std::string why;            // "Target within limits"

  bool operator==(const AssuranceIcon&) const = default;
};

struct ProcessIcons {
  std::optional<VariationIcon> variation;  // none: too few points to judge
  std::optional<AssuranceIcon> assurance;  // none besides: no target, or no direction of good

  bool any() const { return variation || assurance; }

  bool operator==(const ProcessIcons&) const = default;
};

}  // namespace present
