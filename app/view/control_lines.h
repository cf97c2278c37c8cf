// A process in a panel: its sections' lines and its points. Large on a chart, small in a row.
//
// Where points stand closer than their marks are wide only what is special keeps its mark, one to
// a mark's width and the most extreme first, and the line becomes what each column of pixels spans:
// no extreme is lost, and the number of vertices is bounded by the width of the glass.
#pragma once

#include <optional>

#include "view/chart.h"
#include "view/process_icons.h"

namespace view {

struct ControlLook {
  float radius = 8;  // of a point
  float stroke = 3;  // of what joins the points
  Color band;        // between the limits
};

Panel make_panel(const Box& box, const present::ControlLines& lines, const Metrics& metrics);

void draw_control_lines(Canvas& canvas, const Panel& panel, const present::ControlLines& lines,
                        const ControlLook& look, const ProcessColors& colors);

// What the points and what joins them take between two x; nothing if there are none.
std::optional<Span> taken(const Panel& panel, const present::ControlLines& lines, float from,
                          float to);

}  // namespace view
