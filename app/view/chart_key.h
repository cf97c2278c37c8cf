// The key of a chart's panel: each series' name beside a sample of its look, in lines.
#pragma once

#include <string>
#include <vector>

#include "view/chart_labels.h"
#include "view/chart_series.h"

namespace view {

struct KeyEntry {
  // The last two are of a single series and drawn by their certainty.
  enum class Sample { bar, line, hollow, ring, single_bar, single_line };

  Sample sample = Sample::bar;
  LineLook look;  // of bars its number alone
  std::string text;
  present::Certainty certainty = present::Certainty::settled;
};

struct KeyLine {
  struct Place {
    KeyEntry entry;
    float x;      // of the sample, from the left of the key
    float width;  // of sample and text
  };
  std::vector<Place> places;
};

float entry_width(const KeyEntry& entry, const Layout& layout);

// In order; the first line begins at `indent`. An entry wider than a line has one of its own, and
// its text ends in an ellipsis.
std::vector<KeyLine> break_key(const std::vector<KeyEntry>& entries, const Layout& layout,
                               float width, float indent);

// On the frame's baseline, and noted there as taken.
void draw_key_line(Canvas& canvas, ChartFrame& frame, const KeyLine& line, float left,
                   float baseline);

}  // namespace view
