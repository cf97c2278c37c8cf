// Mean and limits of one section. Private to the files xmr*.cpp.
#pragma once

#include <optional>
#include <span>

#include "analysis/xmr.h"

namespace analysis {

// A point that counts, and its distance to the one before it in the section.
struct XmrCounted {
  size_t point = 0;
  size_t section = 0;
  double value = 0;
  std::optional<double> range;  // none for the first of a section and after a break
  bool starts_chain = false;    // no rule reaches back over it
};

struct XmrLines {
  double mean = 0;
  std::optional<double> average_range;
  std::optional<XmrLimits> limits;
};

// From points of one section, of which there is at least one.
XmrLines lines_of(std::span<const XmrCounted> points, const XmrRule& rule, double slack);

}  // namespace analysis
