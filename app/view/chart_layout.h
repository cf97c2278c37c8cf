// Where the panels of a chart with several series stand, and how many share a page.
#pragma once

#include <string>
#include <vector>

#include "view/chart_key.h"

namespace view {

// What names the series of a panel.
enum class Naming {
  none,      // its title does
  key,       // a key above it
  at_right,  // each name beside the end of its line, or its part of the last stack
};

struct PanelLayout {
  const present::Chart::Panel* content = nullptr;
  Naming naming = Naming::none;
  std::vector<KeyEntry> entries;
  std::vector<KeyLine> key;  // its first line stands on the title's, if `key_on_title`
  bool key_on_title = false;
  const present::Trend::Target* target_at_end = nullptr;  // named at the panel's right
  bool bars_as_lines = false;  // so many bars that lines show them better
  bool with_values = false;    // each bar, or stack, has its number above it
  bool with_ticks = true;      // numbers and lines of the axis
  float title_baseline = 0;
  float key_baseline = 0;  // of the first key line
  Panel panel = {};
};

struct ChartLayout {
  Box box;
  std::vector<PanelLayout> panels;
  float left = 0;   // of all panels
  float right = 0;  // names and last values stand beyond
  float tick_room = 0;
  bool names_intervals = false;
  bool names_years = false;
  float axis = 0;  // foot of the lowest panel
};

// The pages of a chart in `box`; every panel stands on one of them. With letters so large that a
// panel has no room even alone, it gives up names of intervals, a row of its key's own, years, the
// key's last lines, and at last itself: its figures remain.
std::vector<ChartLayout> lay_out(const present::Chart& content, const Layout& layout,
                                 const Box& box);

// Of a line's last value, a part of the last stack or a target: what stands at the panel's right.
struct EndLabel {
  float y;            // where it belongs
  std::string value;  // may be empty
  std::string name;   // below the value; may be empty
  float height;
  float top = 0;  // where it stands, clear of the others
};
std::vector<EndLabel> end_labels(const PanelLayout& panel, const Layout& layout);

// Names of intervals are set if every one has room.
float name_row(const Layout& layout);

}  // namespace view
