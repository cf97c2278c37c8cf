// A series over time: each interval as a bar from zero, the rolling total below on an axis of its
// own, and the figures that matter beside it.
#include <algorithm>

#include "view/chart_labels.h"
#include "view/figure_places.h"
#include "view/whole_tile.h"

namespace view {
namespace {

constexpr float kTickGap = 20;
constexpr float kMostTickShare = 0.25f;  // of the chart's width
constexpr float kUpperShare = 0.59f;     // of two panels
constexpr float kLeastPanels = 160;      // height of two panels that can still be read

// The chart's own measures that the places of figures follow.
struct Rows {
  float title_baseline;
  float bars_top;
  float bars_bottom;
  float line_title_baseline;
  float line_top;
  float axis;
  bool has_line;
};

Rows rows_of(const present::Trend& content, const Box& chart, const Layout& layout) {
  float g = layout.growth();
  float cap = layout.metrics.cap(Role::foot);
  Rows rows{};
  rows.title_baseline = chart.top + cap + 5 * g;
  rows.bars_top = rows.title_baseline + 26 * g;
  rows.axis = chart.bottom - 4 - (content.years.empty() ? 0 : cap + 21 * g);
  rows.axis = std::max(rows.axis, rows.bars_top + 1);
  float between = 70 * g + cap;
  float panels = rows.axis - rows.bars_top - between;
  rows.has_line = !content.line.empty() && panels >= kLeastPanels;
  rows.bars_bottom = rows.has_line ? rows.bars_top + panels * kUpperShare : rows.axis;
  rows.line_title_baseline = rows.bars_bottom + 30 * g + cap;
  rows.line_top = rows.line_title_baseline + 40 * g;
  return rows;
}

// The second figure stands beside the line that it is the end of. With very large letters not all
// fit: the last ones stay, they sum up most.
FigurePlaces places_of(const present::Trend& content, const Layout& layout, const Box& room) {
  FigureWishes wishes{content.figures, "", Keep::last, false, [&](const Box& chart) {
                        Rows rows = rows_of(content, chart, layout);
                        float cap = layout.metrics.cap(Role::foot);
                        return rows.has_line ? rows.line_title_baseline - cap : 0;
                      }};
  return view::places_of(wishes, layout, room);
}

ChartFrame frame_of(const present::Trend& content, const Layout& layout, const Box& chart,
                    const Rows& rows, float gutter) {
  const Metrics& metrics = layout.metrics;
  float left = chart.left + gutter;
  std::size_t points = content.bars.size();
  ChartFrame frame{layout,
                   chart_colors(layout.theme, content.age),
                   chart,
                   {},
                   content.events,
                   content.years,
                   rows.title_baseline,
                   rows.axis};
  Panel bars = make_panel({left, rows.bars_top, chart.right, rows.bars_bottom}, content.bars_axis,
                          points, metrics);
  frame.panels.push_back(
      {bars, content.bars_axis, content.bar_targets,
       [&content, bars](float from, float to) { return taken(bars, content.bars, from, to); },
       true});
  if (!rows.has_line) return frame;
  Panel line =
      make_panel({left, rows.line_top, chart.right, rows.axis}, content.line_axis, points, metrics);
  frame.panels.push_back(
      {line, content.line_axis, content.line_targets,
       [&content, line](float from, float to) { return taken(line, content.line, from, to); }});
  return frame;
}

void draw_chart(const present::Trend& content, const Layout& layout, const Box& chart) {
  Canvas& canvas = layout.region("chart", text_bounds(chart, layout));
  Rows rows = rows_of(content, chart, layout);
  float room = std::max(tick_width(content.bars_axis, layout.type),
                        rows.has_line ? tick_width(content.line_axis, layout.type) : 0);
  room = std::min(room, chart.width() * kMostTickShare);
  ChartFrame frame = frame_of(content, layout, chart, rows, room > 0 ? room + kTickGap : 0);
  const ChartColors& colors = frame.colors;
  const Panel& bars = frame.first();

  draw_grid(canvas, layout.metrics, layout.type, bars, content.bars_axis, colors, room);
  draw_bars(canvas, bars, content.bars, colors);
  for (const auto& target : newest(content.bar_targets)) draw_target(canvas, bars, target, colors);
  if (rows.has_line) {
    const Panel& line = frame.panels.back().panel;
    draw_grid(canvas, layout.metrics, layout.type, line, content.line_axis, colors, room);
    const Box& box = line.box;
    canvas.line({box.left, box.bottom}, {box.right, box.bottom}, colors.axis, 2);
    draw_line(canvas, line, content.line, colors);
    for (const auto& target : newest(content.line_targets)) {
      draw_target(canvas, line, target, colors);
    }
  }
  draw_years(canvas, frame);
  draw_event_lines(canvas, frame);
  draw_panel_title(canvas, frame, content.bars_title, rows.title_baseline);
  if (rows.has_line) draw_panel_title(canvas, frame, content.line_title, rows.line_title_baseline);
  draw_event_words(canvas, frame);
  draw_target_labels(canvas, frame);
}

}  // namespace

int page_count(const present::Trend& /*content*/, const Layout& /*layout*/) {
  return 1;
}

void draw(const present::Trend& content, int /*page*/, const Layout& layout) {
  draw_whole_tile(layout, content.age);
  FigurePlaces places = places_of(content, layout, whole_tile_room(layout, content.age));
  if (!content.bars.empty()) draw_chart(content, layout, places.chart);
  draw_figures(places, layout, content.age);
}

}  // namespace view
