// Where the panels of a trend stand, and the keys above them.
#pragma once

#include <vector>

#include "view/chart_key.h"

namespace view {

struct TrendLayout {
  Box box;                        // of the whole chart
  float tick_room = 0;            // for the numbers left of the panels
  float right_room = 0;           // for those of a second axis
  float left = 0;                 // of all panels
  float right = 0;                // of all panels
  float title_baseline = 0;       // of the upper panel, or of the key that stands for its title
  std::vector<KeyLine> bars_key;  // the first line on `key_baseline`
  float key_baseline = 0;
  float event_baseline = 0;  // of the words of events
  float bars_top = 0;
  float bars_bottom = 0;
  bool has_line_panel = false;
  float line_title_baseline = 0;
  std::vector<KeyLine> line_key;  // the first line on the title's
  float line_top = 0;
  float axis = 0;  // foot of the lowest panel
};

// With letters so large that two panels have no room there is only the upper one; then its key
// makes way, from its last line on.
TrendLayout lay_out(const present::Trend& content, const Layout& layout, const Box& box);

}  // namespace view
