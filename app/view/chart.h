// One panel of a chart with a time axis of equal steps: its place, axes, grid and targets.
#pragma once

#include <span>
#include <string>

#include "present/slides.h"
#include "view/canvas.h"

namespace view {

struct ChartColors {
  Color bar;
  Color bar_in_focus;
  Color line;
  Color dim_line;  // of one that belongs to the darker bars
  Color strong;    // dot, target, event, bold labels
  Color context;   // tick labels, details
  Color grid;
  Color axis;
  Color ground;
};

ChartColors chart_colors(const Theme& theme, const present::TileAge& age);

// Heights between two x of a chart, design pixels; top above bottom.
struct Span {
  float top;
  float bottom;
};

struct Panel {
  Box box;  // of what is drawn; labels of ticks stand left of it
  double low = 0;
  double high = 1;
  int points = 1;    // at least 1
  float pixels = 1;  // of the glass in a design pixel

  float step() const { return box.width() / static_cast<float>(points); }
  // Left edge of a point's place; a whole number and a half is its middle.
  float x(double at) const { return box.left + static_cast<float>(at) * step(); }
  // Never outside the box.
  float y(double value) const;
};

Panel make_panel(const Box& box, const present::Axis& axis, std::size_t points,
                 const Metrics& metrics);

// The widest label of the axis.
float tick_width(const present::Axis& axis, const Typesetter& type);

// Lines at the round numbers and their labels, left of the panel; labels too close to each other or
// too wide for `room` are left out.
void draw_grid(Canvas& canvas, const Metrics& metrics, const Typesetter& type, const Panel& panel,
               const present::Axis& axis, const ChartColors& colors, float room);

// The numbers of a second axis, right of the panel, with short ticks: round ones need not stand at
// the lines of the first. `last` is the newest value on it, bold at its height; numbers make way.
struct LastValue {
  double at = 0;
  std::string text;  // may be empty
};
float right_tick_width(const present::Axis& axis, const LastValue& last, const Typesetter& type);
void draw_right_ticks(Canvas& canvas, const Metrics& metrics, const Typesetter& type,
                      const Panel& panel, const present::Axis& axis, const LastValue& last,
                      Color color, float room);

// The sign of an axis that does not reach zero, at the end that is nearer to it.
void draw_axis_break(Canvas& canvas, const Panel& panel, const ChartColors& colors);

// Targets that are drawn at all: a dashed line across the chart costs 200 vertices, and a feed may
// bring one for every year.
std::span<const present::Trend::Target> newest(std::span<const present::Trend::Target> targets);

// A year's target that follows another's is joined to it: a line of steps.
void draw_targets(Canvas& canvas, const Panel& panel,
                  std::span<const present::Trend::Target> targets, const ChartColors& colors);

}  // namespace view
