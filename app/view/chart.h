// Bars, lines and their grid in one panel with a time axis of equal steps.
//
// A panel may have more points than pixels. Then the points that share a column of pixels are drawn
// as what they span, so that no extreme is lost and the number of vertices stays bounded by the
// width of the glass: far below what 16-bit indices reach.
#pragma once

#include <optional>
#include <span>

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

// From zero, a gap where a value is missing, hollow where it is provisional.
void draw_bars(Canvas& canvas, const Panel& panel, std::span<const present::Trend::Bar> bars,
               const ChartColors& colors);

// With gaps and breaks, and a dot on the last value.
void draw_line(Canvas& canvas, const Panel& panel, std::span<const present::Trend::Line> line,
               const ChartColors& colors);

void draw_target(Canvas& canvas, const Panel& panel, const present::Trend::Target& target,
                 const ChartColors& colors);

// What bars or the line take between two x; nothing if there are none.
std::optional<Span> taken(const Panel& panel, std::span<const present::Trend::Bar> bars, float from,
                          float to);
std::optional<Span> taken(const Panel& panel, std::span<const present::Trend::Line> line,
                          float from, float to);

}  // namespace view
