// A series over time: each interval as a bar from zero, the rolling total below on an axis of its
// own, and the figures that matter beside it.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "view/chart_labels.h"
#include "view/side_figures.h"
#include "view/whole_tile.h"

namespace view {
namespace {

constexpr float kFiguresWidth = 364;
constexpr float kMostFiguresShare = 0.34f;  // of the width
constexpr float kFiguresGap = 46;
constexpr float kMostFiguresHeight = 0.42f;  // of the height, where they stand below the chart
constexpr float kBetweenFigures = 34;
constexpr float kTickGap = 20;
constexpr float kMostTickShare = 0.25f;  // of the chart's width
constexpr float kUpperShare = 0.59f;     // of two panels
constexpr float kLeastPanels = 160;      // height of two panels that can still be read

using Figures = std::span<const present::SideFigure>;

struct Places {
  Box chart;
  Figures shown = {};
  std::vector<Box> figures = {};  // one for each that is shown
  Thrift thrift = Thrift::none;
};

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

// Side by side below the chart; none if they do not fit.
std::optional<Places> places_below(Figures figures, const Layout& layout, const Box& room) {
  auto count = static_cast<int>(figures.size());
  float gaps = kFiguresGap * static_cast<float>(count - 1);
  float width = (room.width() - gaps) / static_cast<float>(count);
  auto thrift = thrift_beside(figures, layout, width, room.height() * kMostFiguresHeight);
  if (!thrift) return std::nullopt;
  Places places{room, figures, {}, *thrift};
  float height = 0;
  for (const auto& figure : figures) {
    height = std::max(height, figure_height(figure, layout, width, *thrift));
  }
  Box row{room.left, room.bottom - height, room.right, room.bottom};
  for (int i = 0; i < count; ++i) {
    places.figures.push_back(grid_cell(row, count, 1, kFiguresGap, i));
  }
  places.chart.bottom = row.top - 36 * layout.growth();
  return places;
}

// Below each other, each beside its panel as far as the others leave it room.
std::optional<Places> places_beside(const present::Trend& content, Figures figures,
                                    const Layout& layout, const Box& room) {
  float g = layout.growth();
  float width = std::min(kFiguresWidth * g, room.width() * kMostFiguresShare);
  float gap = kBetweenFigures * g;
  auto thrift = thrift_below(figures, layout, width, gap, room.height());
  if (!thrift) return std::nullopt;
  Places places{room, figures, {}, *thrift};
  places.chart.right = room.right - width - kFiguresGap;
  Rows rows = rows_of(content, places.chart, layout);
  float second = rows.has_line ? rows.line_title_baseline - layout.metrics.cap(Role::foot) : 0;
  float top = room.top + 49 * g;
  for (const auto& figure : figures) {
    float height = figure_height(figure, layout, width, *thrift);
    places.figures.push_back({room.right - width, top, room.right, top + height});
    top = std::max(places.figures.back().bottom + gap, second);
    second = 0;
  }
  // From the bottom up what stands too low moves up; the thrift has seen to it that all fit.
  float bottom = room.bottom;
  for (auto box = places.figures.rbegin(); box != places.figures.rend(); ++box) {
    float by = std::max(0.0f, box->bottom - bottom);
    *box = {box->left, box->top - by, box->right, box->bottom - by};
    bottom = box->top - gap;
  }
  return places;
}

// With very large letters not all figures fit: the last ones stay, they sum up most.
Places places_of(const present::Trend& content, const Layout& layout, const Box& room) {
  for (Figures figures = content.figures; !figures.empty(); figures = figures.subspan(1)) {
    auto places = layout.metrics.portrait ? places_below(figures, layout, room)
                                          : places_beside(content, figures, layout, room);
    if (places) return *places;
  }
  return {room};
}

ChartFrame frame_of(const present::Trend& content, const Layout& layout, const Box& chart,
                    const Rows& rows, float gutter) {
  const Metrics& metrics = layout.metrics;
  float left = chart.left + gutter;
  Box upper{left, rows.bars_top, chart.right, rows.bars_bottom};
  std::size_t points = content.bars.size();
  ChartFrame frame{content,
                   layout,
                   chart_colors(layout.theme, content.age),
                   chart,
                   make_panel(upper, content.bars_axis, points, metrics),
                   std::nullopt,
                   rows.title_baseline,
                   rows.axis};
  if (rows.has_line) {
    Box lower{left, rows.line_top, chart.right, rows.axis};
    frame.line = make_panel(lower, content.line_axis, points, metrics);
  }
  return frame;
}

// Boxes begin at the capitals of their first line; some letters reach above them.
Box text_bounds(const Box& box, const Layout& layout) {
  return {box.left, box.top - 8 * layout.growth(), box.right, box.bottom};
}

void draw_chart(const present::Trend& content, const Layout& layout, const Box& chart) {
  Canvas& canvas = layout.region("chart", text_bounds(chart, layout));
  Rows rows = rows_of(content, chart, layout);
  float room = std::max(tick_width(content.bars_axis, layout.type),
                        rows.has_line ? tick_width(content.line_axis, layout.type) : 0);
  room = std::min(room, chart.width() * kMostTickShare);
  ChartFrame frame = frame_of(content, layout, chart, rows, room > 0 ? room + kTickGap : 0);
  const ChartColors& colors = frame.colors;

  draw_grid(canvas, layout.metrics, layout.type, frame.bars, content.bars_axis, colors, room);
  draw_bars(canvas, frame.bars, content.bars, colors);
  for (const auto& target : newest(content.bar_targets)) {
    draw_target(canvas, frame.bars, target, colors);
  }
  if (frame.line) {
    draw_grid(canvas, layout.metrics, layout.type, *frame.line, content.line_axis, colors, room);
    const Box& box = frame.line->box;
    canvas.line({box.left, box.bottom}, {box.right, box.bottom}, colors.axis, 2);
    draw_line(canvas, *frame.line, content.line, colors);
    for (const auto& target : newest(content.line_targets)) {
      draw_target(canvas, *frame.line, target, colors);
    }
  }
  draw_years(canvas, frame);
  draw_event_lines(canvas, frame);
  draw_panel_title(canvas, frame, content.bars_title, rows.title_baseline);
  if (frame.line) draw_panel_title(canvas, frame, content.line_title, rows.line_title_baseline);
  draw_event_words(canvas, frame);
  draw_target_labels(canvas, frame);
}

}  // namespace

int page_count(const present::Trend& /*content*/, const Layout& /*layout*/) {
  return 1;
}

void draw(const present::Trend& content, int /*page*/, const Layout& layout) {
  draw_whole_tile(layout, content.age);
  Places places = places_of(content, layout, whole_tile_room(layout, content.age));
  if (!content.bars.empty()) draw_chart(content, layout, places.chart);
  for (std::size_t i = 0; i < places.figures.size(); ++i) {
    const Box& box = places.figures[i];
    Canvas& canvas = layout.region("figure " + std::to_string(i + 1), text_bounds(box, layout));
    draw_figure(canvas, places.shown[i], layout, content.age, box, places.thrift);
  }
}

}  // namespace view
