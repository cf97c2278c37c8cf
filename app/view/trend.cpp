// A series over time: each interval as a bar from zero, the rolling total below on an axis of its
// own, and the figures that matter beside it. Or, as the reports have it, the total as a line over
// the bars, on a second axis.
#include <algorithm>

#include "view/figure_places.h"
#include "view/trend_layout.h"
#include "view/trend_marks.h"
#include "view/whole_tile.h"

namespace view {
namespace {

constexpr Type kWords{Role::foot, Weight::regular};
constexpr float kIndent = 6;  // of titles from the panel's edge
constexpr float kBetween = 34;

// The second figure stands beside the line that it is the end of. With very large letters not all
// fit: the last ones stay, they sum up most.
FigurePlaces places_of(const present::Trend& content, const Layout& layout, const Box& room) {
  FigureWishes wishes{content.figures, "", Keep::last, false, [&](const Box& box) {
                        TrendLayout chart = lay_out(content, layout, box);
                        float cap = layout.metrics.cap(Role::foot);
                        return chart.has_line_panel ? chart.line_title_baseline - cap : 0;
                      }};
  return view::places_of(wishes, layout, room);
}

std::optional<Span> both(const std::optional<Span>& a, const std::optional<Span>& b) {
  if (!a || !b) return a ? a : b;
  return Span{std::min(a->top, b->top), std::max(a->bottom, b->bottom)};
}

// The last point that has a value.
struct Last {
  double place = 0;  // middle of its interval, in points
  double value = 0;
};
std::optional<Last> last_of(const auto& points) {
  for (std::size_t i = points.size(); i-- > 0;) {
    if (points[i].value) return Last{static_cast<double>(i) + 0.5, *points[i].value};
  }
  return std::nullopt;
}

// First the bars' panel, then the line's; of two axes both have the same place.
ChartFrame frame_of(const present::Trend& content, const Layout& layout, const TrendLayout& chart) {
  const Metrics& metrics = layout.metrics;
  std::size_t points = content.bars.size();
  ChartFrame frame{layout,
                   chart_colors(layout.theme, content.age),
                   chart.box,
                   {},
                   content.events,
                   content.years,
                   chart.event_baseline,
                   chart.axis};
  Panel bars = make_panel({chart.left, chart.bars_top, chart.right, chart.bars_bottom},
                          content.bars_axis, points, metrics);
  Panel line =
      make_panel(content.dual ? bars.box : Box{chart.left, chart.line_top, chart.right, chart.axis},
                 content.line_axis, points, metrics);
  auto of_line = [&content, line](float from, float to) {
    return taken(line, content.line, from, to);
  };
  bool dual = content.dual;
  frame.panels.push_back({bars, content.bars_axis, content.bar_targets,
                          [&content, bars, of_line, dual](float from, float to) {
                            auto span = taken(bars, content.bars, from, to);
                            return dual ? both(span, of_line(from, to)) : span;
                          },
                          !dual, nullptr, dual});
  if (dual || chart.has_line_panel) {
    frame.panels.push_back(
        {line, content.line_axis, content.line_targets, of_line, false, nullptr, dual});
  }
  return frame;
}

void draw_bars_panel(Canvas& canvas, const present::Trend& content, const ChartFrame& frame,
                     const TrendLayout& chart) {
  const Layout& layout = frame.layout;
  const Panel& panel = frame.first();
  // Beside two axes each number is in the colour of what is read on it.
  ChartColors of_axis = frame.colors;
  if (content.dual) of_axis.context = frame.colors.bar_in_focus;
  draw_grid(canvas, layout.metrics, layout.type, panel, content.bars_axis, of_axis,
            chart.tick_room);
  draw_bars(canvas, panel, content.bars, frame.colors);
  draw_targets(canvas, panel, content.bar_targets, frame.colors);
}

void draw_line_panel(Canvas& canvas, const present::Trend& content, const ChartFrame& frame,
                     const TrendLayout& chart) {
  const Layout& layout = frame.layout;
  const ChartColors& colors = frame.colors;
  const Panel& panel = frame.panels.back().panel;
  const Box& box = panel.box;
  if (content.dual) {
    draw_line(canvas, panel, content.line, colors, Behind::bars);
    auto last = last_of(content.line);
    LastValue value{last ? last->value : 0, content.last_line};
    draw_right_ticks(canvas, layout.metrics, layout.type, panel, content.line_axis, value,
                     colors.line, chart.right_room);
  } else {
    draw_grid(canvas, layout.metrics, layout.type, panel, content.line_axis, colors,
              chart.tick_room);
    canvas.line({box.left, box.bottom}, {box.right, box.bottom}, colors.axis, 2);
    draw_line(canvas, panel, content.line, colors, Behind::nothing);
  }
  draw_targets(canvas, panel, content.line_targets, colors);
}

void draw_key(Canvas& canvas, ChartFrame& frame, const std::vector<KeyLine>& key, float baseline) {
  for (const KeyLine& line : key) {
    draw_key_line(canvas, frame, line, frame.first().box.left + kIndent, baseline);
    baseline += frame.layout.metrics.pitch(Role::foot) + 6 * frame.layout.growth();
  }
}

// The year so far, at the right of the line's title: as much of it as has room.
void draw_to_date(Canvas& canvas, ChartFrame& frame, const present::Trend::ToDate& words,
                  float baseline) {
  if (words.text.empty()) return;
  const Typesetter& type = frame.layout.type;
  const Box& panel = frame.first().box;
  std::string with_on = words.text + (words.on.empty() ? "" : " " + words.on);
  std::string whole = with_on + (words.target.empty() ? "" : ", " + words.target);
  std::string short_form = words.text + (words.target.empty() ? "" : ", " + words.target);
  for (const std::string& text : {whole, with_on, short_form, words.text}) {
    float width = type.width(text, kWords);
    Box box = line_box(frame, panel.right - width, baseline, width);
    float gap = kBetween * frame.layout.growth();
    bool free = box.left >= panel.left && std::ranges::none_of(frame.occupied, [&](const Box& by) {
                  return by.overlaps({box.left - gap, box.top, box.right, box.bottom});
                });
    if (!free) continue;
    for (float x : frame.event_lines) {
      if (x > box.left - 4 && x < box.right + 4) {
        canvas.fill(box.inset(-4), frame.colors.ground);
        break;
      }
    }
    canvas.text({box.left, baseline}, text, kWords, frame.colors.context, width + 0.5f);
    frame.occupied.push_back(box);
    return;
  }
}

void draw_titles(Canvas& canvas, ChartFrame& frame, const present::Trend& content,
                 const TrendLayout& chart) {
  if (!content.dual) draw_panel_title(canvas, frame, content.bars_title, chart.title_baseline);
  draw_key(canvas, frame, chart.bars_key, chart.key_baseline);
  if (!chart.has_line_panel) return;
  draw_panel_title(canvas, frame, content.line_title, chart.line_title_baseline);
  draw_key(canvas, frame, chart.line_key, chart.line_title_baseline);
  draw_to_date(canvas, frame, content.to_date, chart.line_title_baseline);
}

void draw_last_values(Canvas& canvas, ChartFrame& frame, const present::Trend& content,
                      const TrendLayout& chart) {
  auto set = [&](const FramePanel& in, const auto& points, const std::string& text, bool bars) {
    auto last = last_of(points);
    if (!last) return;
    Point at{in.panel.x(last->place), in.panel.y(last->value)};
    draw_last_value(canvas, frame, in, {at, text, bars && last->value < 0});
  };
  set(frame.panels.front(), content.bars, content.last_bar, true);
  if (chart.has_line_panel) set(frame.panels.back(), content.line, content.last_line, false);
}

void draw_chart(const present::Trend& content, const Layout& layout, const Box& box) {
  Canvas& canvas = layout.region("chart", text_bounds(box, layout));
  TrendLayout chart = lay_out(content, layout, box);
  ChartFrame frame = frame_of(content, layout, chart);
  draw_bars_panel(canvas, content, frame, chart);
  if (frame.panels.size() > 1) draw_line_panel(canvas, content, frame, chart);
  draw_years(canvas, frame);
  draw_event_lines(canvas, frame);
  draw_break_lines(canvas, frame, content.breaks);
  draw_titles(canvas, frame, content, chart);
  std::vector<present::Trend::Event> marked = content.breaks;
  marked.insert(marked.end(), content.events.begin(), content.events.end());
  frame.events = marked;
  draw_event_words(canvas, frame);
  draw_last_values(canvas, frame, content, chart);
  draw_target_labels(canvas, frame);
  // Last, or the ground of a label could hide it.
  if (chart.has_line_panel) draw_axis_break(canvas, frame.panels.back().panel, frame.colors);
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
