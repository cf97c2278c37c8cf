// Texts inside a chart, put where they hide nothing and nothing hides them.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "view/chart.h"
#include "view/slide_kinds.h"

namespace view {

// One panel of a chart and what stands in it. Borrows the content.
struct FramePanel {
  Panel panel;
  const present::Axis& axis;
  std::span<const present::Trend::Target> targets;
  // What its data take between two x; nothing if there are none.
  std::function<std::optional<Span>(float from, float to)> taken;
  bool has_bars = false;                          // words may hide a part of a bar, never of a line
  const present::Trend::Target* named = nullptr;  // a target whose words stand elsewhere
  bool on_bars = false;  // bars stand behind all of it: words have a ground of their own
};

// A chart of panels that share the time axis, and what is already taken in it.
struct ChartFrame {
  const Layout& layout;
  ChartColors colors;
  Box box;                         // of the whole chart
  std::vector<FramePanel> panels;  // from top to bottom, at least one
  std::span<const present::Trend::Event> events;
  std::span<const present::Trend::Year> years;
  float title_baseline = 0;  // of the upper panel
  float axis = 0;            // y of the lowest panel's foot
  std::vector<Box> occupied = {};
  std::vector<float> event_lines = {};  // x

  const Panel& first() const { return panels.front().panel; }
};

// Dotted lines through all panels where something happened, thin ones where a series is not what it
// was before. Before any words are set.
void draw_event_lines(Canvas& canvas, ChartFrame& frame);
void draw_break_lines(Canvas& canvas, ChartFrame& frame,
                      std::span<const present::Trend::Event> breaks);

// The box of one line of text on a baseline, as tall as letters get.
Box line_box(const ChartFrame& frame, float left, float baseline, float width);

// On the panel's upper left; an event's line makes way. Returns its right end.
float draw_panel_title(Canvas& canvas, ChartFrame& frame, const std::string& text, float baseline);

// The words of each event at its line: label and detail in two lines, in one, the label alone, the
// label one line lower, or nothing; the newest chooses first.
void draw_event_words(Canvas& canvas, ChartFrame& frame);

// The newest value of a panel at its point; nothing where it would hide something or be hidden.
struct LastPoint {
  Point at;
  std::string text;
  bool below = false;  // of a bar that hangs from zero
};
void draw_last_value(Canvas& canvas, ChartFrame& frame, const FramePanel& in,
                     const LastPoint& last);

// The words of each target, at its line but clear of what is drawn; the newest chooses first and,
// if no place is clear, stands on a ground of its own.
void draw_target_labels(Canvas& canvas, ChartFrame& frame);

// Ticks between years under each panel and the years under the lowest, thinned out evenly; `drop`
// lower than usual, where something else stands between.
void draw_years(Canvas& canvas, const ChartFrame& frame, float drop = 0);

}  // namespace view
