// The bars of a series and the line of its totals in one panel.
//
// A panel may have more points than pixels. Then the points that share a column of pixels are drawn
// as what they span, so that no extreme is lost and the number of vertices stays bounded by the
// width of the glass: far below what 16-bit indices reach.
#pragma once

#include <optional>
#include <span>

#include "view/chart_series.h"

namespace view {

// From zero, a gap where a value is missing; hollow where it is provisional, in stripes where it is
// estimated.
void draw_bars(Canvas& canvas, const Panel& panel, std::span<const present::Trend::Bar> bars,
               const ChartColors& colors);

// With gaps and breaks; in dashes where it is provisional, in dots where it is estimated. The last
// value is a dot, or a ring where it is not settled.
void draw_line(Canvas& canvas, const Panel& panel, std::span<const present::Trend::Line> line,
               const ChartColors& colors, Behind behind);

// One bar or a short stroke, for a key. `pixels` of the glass in a design pixel.
void draw_bar_sample(Canvas& canvas, const Box& box, present::Certainty certainty, float pixels,
                     const ChartColors& colors);
void draw_line_sample(Canvas& canvas, const Box& box, present::Certainty certainty,
                      const ChartColors& colors);

// What bars or the line take between two x; nothing if there are none.
std::optional<Span> taken(const Panel& panel, std::span<const present::Trend::Bar> bars, float from,
                          float to);
std::optional<Span> taken(const Panel& panel, std::span<const present::Trend::Line> line,
                          float from, float to);

}  // namespace view
