// Several series over time: bars from zero on top, lines and totals below on axes of their own, and
// the figures that matter beside them.
#include <algorithm>

#include "view/chart_layout.h"
#include "view/figure_places.h"
#include "view/whole_tile.h"

namespace view {
namespace {

constexpr Type kStrong{Role::foot, Weight::semibold};
constexpr Type kName{Role::foot, Weight::regular};
constexpr float kBesideEnd = 18;
constexpr float kAboveBar = 9;

// Below each other a month may be larger than a longer year; what is compared is of one size.
FigureWishes wishes_of(const present::Chart& content, const Layout& layout) {
  bool one_size = layout.metrics.portrait || !content.figures_title.empty();
  return {content.figures, content.figures_title, Keep::first, one_size, {}};
}

FigurePlaces places_of(const present::Chart& content, const Layout& layout) {
  return view::places_of(wishes_of(content, layout), layout, whole_tile_room(layout, content.age));
}

ChartFrame frame_of(const present::Chart& content, const Layout& layout, const ChartLayout& chart) {
  ChartFrame frame{
      layout,        chart_colors(layout.theme, content.age), chart.box, {}, content.events,
      content.years, chart.panels.front().title_baseline,     chart.axis};
  for (const auto& panel : chart.panels) {
    const auto* inside = panel.content;
    Panel plot = panel.panel;
    frame.panels.push_back(
        {plot, inside->axis, inside->targets,
         [inside, plot](float from, float to) { return taken(plot, *inside, from, to); },
         !inside->bars.empty(), panel.target_at_end});
  }
  return frame;
}

void draw_data(Canvas& canvas, const PanelLayout& panel, const Layout& layout,
               const ChartColors& colors, float tick_room) {
  const auto& content = *panel.content;
  const Panel& plot = panel.panel;
  if (panel.with_ticks) {
    draw_grid(canvas, layout.metrics, layout.type, plot, content.axis, colors, tick_room);
  }
  BarSlots slots = BarSlots::of(plot, content.bars.size(), content.stacked);
  if (content.stacked) {
    draw_stacked(canvas, plot, content.bars, slots, colors);
  } else if (!panel.bars_as_lines) {
    draw_grouped(canvas, plot, content.bars, slots, colors);
  }
  float zero = content.bars.empty() ? plot.box.bottom : plot.y(0);
  for (float y : {zero, plot.box.bottom}) {
    canvas.line({plot.box.left, y}, {plot.box.right, y}, colors.axis, 2);
  }
  std::size_t look = 0;
  if (panel.bars_as_lines) {
    for (const auto& bars : content.bars) {
      draw_series_line(canvas, plot, bars, {look++, true}, colors, Behind::nothing);
    }
  }
  Behind behind = content.bars.empty() || panel.bars_as_lines ? Behind::nothing : Behind::bars;
  for (const auto& line : content.lines) {
    draw_series_line(canvas, plot, line, {look++, content.lines_follow_bars}, colors, behind);
  }
  draw_targets(canvas, plot, content.targets, colors);
  draw_axis_break(canvas, plot, colors);
}

// Set over a bar's end; noted, so that other words keep clear of it.
void set_value(Canvas& canvas, ChartFrame& frame, float x, float y, const std::string& text) {
  if (text.empty()) return;
  float width = frame.layout.type.width(text, kStrong);
  canvas.text({x, y}, text, kStrong, frame.colors.strong, width + 1, Align::centre);
  frame.occupied.push_back(line_box(frame, x - width / 2, y, width));
}

void draw_bar_values(Canvas& canvas, ChartFrame& frame, const PanelLayout& panel) {
  const auto& content = *panel.content;
  const Panel& plot = panel.panel;
  float g = frame.layout.growth();
  float cap = frame.layout.metrics.cap(Role::foot);
  BarSlots slots = BarSlots::of(plot, content.bars.size(), false);
  for (std::size_t look = 0; look < content.bars.size(); ++look) {
    const auto& points = content.bars[look].points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!points[i].value) continue;
      float x = plot.x(static_cast<double>(i)) + slots.first + slots.width / 2 +
                slots.pitch * static_cast<float>(look);
      float end = plot.y(*points[i].value);
      bool down = *points[i].value < 0;
      set_value(canvas, frame, x, down ? end + kAboveBar * g + cap : end - kAboveBar * g,
                points[i].text);
    }
  }
}

// The total above each stack, and in each part its own number where it has room.
void draw_stack_values(Canvas& canvas, ChartFrame& frame, const PanelLayout& panel) {
  const auto& content = *panel.content;
  const Panel& plot = panel.panel;
  float g = frame.layout.growth();
  float cap = frame.layout.metrics.cap(Role::foot);
  BarSlots slots = BarSlots::of(plot, content.bars.size(), true);
  for (std::size_t i = 0; i < content.totals.size(); ++i) {
    float x = plot.x(static_cast<double>(i) + 0.5);
    float top = plot.y(0);
    for (std::size_t look = 0; look < content.bars.size(); ++look) {
      auto part = part_of_stack(plot, content.bars, look, i);
      if (!part) continue;
      top = std::min(top, part->top);
      const auto& point = content.bars[look].points[i];
      float width = frame.layout.type.width(point.text, kName);
      auto color = point.hollow ? frame.colors.strong : letters_on(look, frame.colors);
      if (!color || width + 12 > slots.width || part->bottom - part->top < cap + 16 * g) continue;
      float y = (part->top + part->bottom + cap) / 2;
      canvas.text({x, y}, point.text, kName, *color, width + 1, Align::centre);
    }
    set_value(canvas, frame, x, top - kAboveBar * g, content.totals[i]);
  }
}

void draw_end_labels(Canvas& canvas, ChartFrame& frame, const PanelLayout& panel, float right) {
  const Layout& layout = frame.layout;
  float cap = layout.metrics.cap(Role::foot);
  float pitch = layout.metrics.pitch(Role::foot);
  float x = panel.panel.box.right + kBesideEnd;
  for (const auto& label : end_labels(panel, layout)) {
    float baseline = label.top + cap;
    if (!label.value.empty()) {
      canvas.text({x, baseline}, label.value, kStrong, frame.colors.strong, right - x + 0.5f);
      baseline += pitch;
    }
    if (label.name.empty()) continue;
    canvas.text({x, baseline}, label.name, kName, frame.colors.context, right - x + 0.5f);
  }
}

void draw_head(Canvas& canvas, ChartFrame& frame, const PanelLayout& panel) {
  float pitch = frame.layout.metrics.pitch(Role::foot) + 6 * frame.layout.growth();
  const std::string& title = panel.content->title;
  if (!title.empty()) draw_panel_title(canvas, frame, title, panel.title_baseline);
  float baseline = panel.key_baseline;
  for (const auto& line : panel.key) {
    draw_key_line(canvas, frame, line, panel.panel.box.left + 6, baseline);
    baseline += pitch;
  }
}

void draw_interval_names(Canvas& canvas, const ChartFrame& frame, const present::Chart& content) {
  const Layout& layout = frame.layout;
  float y = frame.axis + 14 * layout.growth() + layout.metrics.cap(Role::foot);
  for (std::size_t i = 0; i < content.intervals.size(); ++i) {
    float step = frame.first().step();
    canvas.text({frame.first().x(static_cast<double>(i) + 0.5), y}, content.intervals[i], kName,
                frame.colors.context, step, Align::centre);
  }
}

void draw_chart(const present::Chart& content, const Layout& layout, const ChartLayout& chart) {
  if (chart.panels.empty()) return;
  Box bounds = text_bounds(chart.box, layout);
  ChartFrame frame = frame_of(content, layout, chart);
  for (std::size_t i = 0; i < chart.panels.size(); ++i) {
    Canvas& canvas = layout.region("panel " + std::to_string(i + 1), bounds);
    draw_data(canvas, chart.panels[i], layout, frame.colors, chart.tick_room);
  }
  Canvas& canvas = layout.region("chart", bounds);
  if (chart.names_years) draw_years(canvas, frame, chart.names_intervals ? name_row(layout) : 0);
  if (chart.names_intervals) draw_interval_names(canvas, frame, content);
  draw_event_lines(canvas, frame);
  draw_break_lines(canvas, frame, content.breaks);
  for (const auto& panel : chart.panels) draw_head(canvas, frame, panel);
  for (const auto& panel : chart.panels) {
    if (panel.with_values && panel.content->stacked) draw_stack_values(canvas, frame, panel);
    if (panel.with_values && !panel.content->stacked) draw_bar_values(canvas, frame, panel);
    draw_end_labels(canvas, frame, panel, chart.box.right);
  }
  std::vector<present::Trend::Event> marked = content.breaks;
  marked.insert(marked.end(), content.events.begin(), content.events.end());
  frame.events = marked;
  draw_event_words(canvas, frame);
  draw_target_labels(canvas, frame);
}

}  // namespace

int page_count(const present::Chart& content, const Layout& layout) {
  auto pages = lay_out(content, layout, places_of(content, layout).chart).size();
  return std::max(1, static_cast<int>(pages));
}

void draw(const present::Chart& content, int page, const Layout& layout) {
  draw_whole_tile(layout, content.age);
  FigurePlaces places = places_of(content, layout);
  auto pages = lay_out(content, layout, places.chart);
  if (static_cast<std::size_t>(page) < pages.size()) {
    draw_chart(content, layout, pages[static_cast<std::size_t>(page)]);
  }
  draw_figures(places, layout, content.age);
}

}  // namespace view
