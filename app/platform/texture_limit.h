// The one text about an atlas that the graphics driver cannot take.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "platform/window.h"

namespace platform {

// Nothing where the atlas fits; `limit` is the largest side in texels, 0 for none.
inline std::optional<std::string> over_limit(const Coverage& coverage, int limit) {
  if (limit == 0 || std::max(coverage.width, coverage.height) <= limit) return std::nullopt;
  return "the glyph atlas is " + std::to_string(coverage.width) + " x " +
         std::to_string(coverage.height) + " texels, and the graphics driver takes at most " +
         std::to_string(limit) + " a side";
}

}  // namespace platform
