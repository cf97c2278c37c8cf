// Words and numbers of a control chart: its lines are named in the gutters instead of an axis, and
// each kind of special cause beside the run that shows it best.
#pragma once

#include <string>
#include <vector>

#include "view/chart_labels.h"
#include "view/control_lines.h"

namespace view {

// "Upper 2,056" left of the oldest section, "1,620 upper" right of the newest.
struct GutterLabel {
  double value = 0;  // of its line
  std::string number;
  std::string word;
  float middle = 0;  // where it stands, clear of the others
};

struct Gutters {
  std::vector<GutterLabel> left;  // only of a section that is not the newest
  std::vector<GutterLabel> right;
  float left_width = 0;
  float right_width = 0;
};

Gutters gutters_of(const present::ControlChart& content, const Layout& layout);

// Once the panel is known.
void draw_gutters(Canvas& canvas, Gutters gutters, const Panel& panel, const Layout& layout,
                  const ChartColors& colors);

// "Concern", "Improvement" and the newest value, where nothing crosses them.
void draw_cause_words(Canvas& canvas, ChartFrame& frame, const present::ControlChart& content,
                      const Panel& panel, float radius, const ProcessColors& colors);

}  // namespace view
