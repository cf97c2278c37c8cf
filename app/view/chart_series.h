// Bars and lines of several series in one panel. Each has a look that tells it from the others
// without colour: lightness and hatch for bars, strokes and lightness for lines.
#pragma once

#include <optional>
#include <span>

#include "present/slides.h"
#include "view/chart.h"

namespace view {

using ChartSeries = std::span<const present::Chart::Series>;

struct LineLook {
  std::size_t number = 0;
  bool like_bars = false;  // in the lightness of the bars with this number
};

// Where the bars of a panel stand within each interval's place.
struct BarSlots {
  float pitch;  // from one bar of a group to the next
  float width;  // of a bar
  float first;  // from the left edge of the interval's place to the first bar

  // Whole pixels of the glass, or neighbours would look unequal. Without any width: so many bars
  // that they would run into each other.
  static BarSlots of(const Panel& panel, std::size_t series, bool stacked);
};

// Each beside the other; or one upon the other, negative ones below zero.
void draw_grouped(Canvas& canvas, const Panel& panel, ChartSeries bars, const BarSlots& slots,
                  const ChartColors& colors);
void draw_stacked(Canvas& canvas, const Panel& panel, ChartSeries bars, const BarSlots& slots,
                  const ChartColors& colors);

// The part of a stack that is one series' own; none where it has no value.
std::optional<Span> part_of_stack(const Panel& panel, ChartSeries bars, std::size_t series,
                                  std::size_t point);

// With gaps and breaks and a dot on the last value; points drawn apart are rings. On a ground of
// its own where bars stand behind.
enum class Behind { nothing, bars };
void draw_series_line(Canvas& canvas, const Panel& panel, const present::Chart::Series& line,
                      const LineLook& look, const ChartColors& colors, Behind behind);

// One bar or a short stroke in the look of a series, for a key.
void draw_bar_sample(Canvas& canvas, const Box& box, std::size_t look, bool hollow,
                     const ChartColors& colors);
void draw_line_sample(Canvas& canvas, const Box& box, const LineLook& look,
                      const ChartColors& colors);

// A colour in which letters can be read on a bar of this look; none on a hatch.
std::optional<Color> letters_on(std::size_t look, const ChartColors& colors);

// What bars and lines take between two x; nothing if there are none.
std::optional<Span> taken(const Panel& panel, const present::Chart::Panel& content, float from,
                          float to);

}  // namespace view
