#include "view/chart.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace view {
namespace {

using Bar = present::Trend::Bar;
using Line = present::Trend::Line;

constexpr float kBarShare = 0.69f;  // of a step
constexpr float kLeastBar = 3;      // a zero is seen, other than what is missing
constexpr float kLineWidth = 5;
constexpr float kDot = 9;

// Pixels of the glass: below this step bars would run into each other.
constexpr float kLeastStep = 3;
constexpr float kLeastHollow = 7;  // of the bar
constexpr float kColumn = 2;
// A stroke with round joints costs up to 60 vertices a point.
constexpr int kMostStroked = 600;

Color mixed(Color a, Color b, float share) {
  auto mix = [&](std::uint8_t x, std::uint8_t y) {
    return static_cast<std::uint8_t>(std::lround(x + share * static_cast<float>(y - x)));
  };
  return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue), a.alpha};
}

Color thin(Color color) {
  color.alpha = 130;
  return color;
}

template <class Point>
bool has_value(const Point& point) {
  return point.value && std::isfinite(*point.value);
}

struct Extremes {
  double least = 0;
  double most = 0;
  bool any = false;

  void add(double value) {
    least = any ? std::min(least, value) : value;
    most = any ? std::max(most, value) : value;
    any = true;
  }
};

// Indices of the points that stand between two x, the ones cut by them included.
template <class Point>
std::span<const Point> between(const Panel& panel, std::span<const Point> points, float from,
                               float to) {
  auto index = [&](float x) {
    float at = std::floor((x - panel.box.left) / panel.step());
    return static_cast<std::size_t>(std::clamp(at, 0.0f, static_cast<float>(points.size())));
  };
  std::size_t first = index(from);
  std::size_t last = std::min(points.size(), index(to) + 1);
  return first < last ? points.subspan(first, last - first) : std::span<const Point>{};
}

int column_count(const Panel& panel) {
  return std::max(1, static_cast<int>(panel.box.width() * panel.pixels / kColumn));
}

// Calls draw(left, right, first, last) for each column of pixels and the points in it.
template <class Draw>
void for_each_column(const Panel& panel, std::size_t points, Draw draw) {
  auto columns = static_cast<std::size_t>(column_count(panel));
  float width = panel.box.width() / static_cast<float>(columns);
  for (std::size_t c = 0; c < columns; ++c) {
    std::size_t first = points * c / columns;
    std::size_t last = points * (c + 1) / columns;
    float left = panel.box.left + width * static_cast<float>(c);
    if (first < last) draw(left, left + width, first, last);
  }
}

void draw_bar(Canvas& canvas, const Panel& panel, const Box& box, const Bar& bar, Color color) {
  if (!bar.provisional) {
    canvas.fill(box, color);
  } else if (box.width() * panel.pixels >= kLeastHollow) {
    canvas.outline(box, color, 2);
  } else {
    canvas.fill(box, thin(color));
  }
}

void draw_single_bars(Canvas& canvas, const Panel& panel, std::span<const Bar> bars,
                      const ChartColors& colors) {
  // Whole pixels, or neighbours would look unequal.
  float width = std::max(1.0f, std::round(panel.step() * kBarShare * panel.pixels)) / panel.pixels;
  float zero = panel.y(0);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (!has_value(bars[i])) continue;
    float middle = panel.x(static_cast<double>(i) + 0.5);
    float left = std::round((middle - width / 2) * panel.pixels) / panel.pixels;
    float end = panel.y(*bars[i].value);
    if (std::abs(end - zero) < kLeastBar)
      end = *bars[i].value < 0 ? zero + kLeastBar : zero - kLeastBar;
    Box box{left, std::min(end, zero), left + width, std::max(end, zero)};
    draw_bar(canvas, panel, box, bars[i], bars[i].in_focus ? colors.bar_in_focus : colors.bar);
  }
}

// Full colour as far as every bar of the column reaches, thin colour as far as the longest does.
void draw_dense_bars(Canvas& canvas, const Panel& panel, std::span<const Bar> bars,
                     const ChartColors& colors) {
  float zero = panel.y(0);
  for_each_column(panel, bars.size(), [&](float left, float right, size_t first, size_t last) {
    Extremes column;
    for (const Bar& bar : bars.subspan(first, last - first)) {
      if (has_value(bar)) column.add(*bar.value);
    }
    if (!column.any) return;
    Color color = bars[last - 1].in_focus ? colors.bar_in_focus : colors.bar;
    float high = panel.y(column.most);
    float low = panel.y(column.least);
    if (column.least > 0) canvas.fill({left, low, right, zero}, color);
    if (column.most < 0) canvas.fill({left, zero, right, high}, color);
    float top = std::min(high, low - kLeastBar);
    canvas.fill({left, top, right, low}, thin(color));
  });
}

void draw_dense_line(Canvas& canvas, const Panel& panel, std::span<const Line> line, Color color) {
  const Line* before = nullptr;
  for_each_column(panel, line.size(), [&](float left, float right, size_t first, size_t last) {
    Extremes column;
    for (std::size_t i = first; i < last; ++i) {
      if (has_value(line[i])) {
        if (before && line[i].joined) column.add(*before->value);
        column.add(*line[i].value);
        before = &line[i];
      } else {
        before = nullptr;
      }
    }
    if (!column.any) return;
    canvas.fill({left, panel.y(column.most) - kLineWidth / 2, right,
                 panel.y(column.least) + kLineWidth / 2},
                color);
  });
}

void draw_single_line(Canvas& canvas, const Panel& panel, std::span<const Line> line, Color color) {
  std::vector<Point> stroke;
  auto end_stroke = [&] {
    if (stroke.size() > 1) canvas.polyline(stroke, color, kLineWidth);
    if (stroke.size() == 1) canvas.circle(stroke.front(), kLineWidth, color);
    stroke.clear();
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!has_value(line[i]) || !line[i].joined) end_stroke();
    if (!has_value(line[i])) continue;
    stroke.push_back({panel.x(static_cast<double>(i) + 0.5), panel.y(*line[i].value)});
  }
  end_stroke();
}

}  // namespace

ChartColors chart_colors(const Theme& theme, const present::TileAge& age) {
  if (age.state == present::TileAge::State::late) {
    return {mixed(theme.late_ground, theme.late_mark, 0.5f),
            theme.late_mark,
            theme.late_text,
            theme.late_mark,
            theme.late_text,
            theme.late_context,
            theme.late_hatch,
            theme.late_mark,
            theme.late_ground};
  }
  // The line is the text's colour with a touch of the bars that it sums up.
  return {theme.bar,
          theme.bar_in_focus,
          mixed(theme.text, theme.bar_in_focus, 0.2f),
          mixed(theme.bar, theme.text, 0.25f),
          theme.text,
          theme.text_context,
          theme.hairline,
          theme.rule,
          theme.ground};
}

float Panel::y(double value) const {
  double share = high > low ? (value - low) / (high - low) : 0;
  return box.bottom - static_cast<float>(std::clamp(share, 0.0, 1.0)) * box.height();
}

Panel make_panel(const Box& box, const present::Axis& axis, std::size_t points,
                 const Metrics& metrics) {
  return {box, axis.low, axis.high, std::max(1, static_cast<int>(points)), metrics.scale};
}

float tick_width(const present::Axis& axis, const Typesetter& type) {
  float width = 0;
  for (const auto& tick : axis.ticks) {
    width = std::max(width, type.width(tick.text, {Role::foot, Weight::regular, Digits::tabular}));
  }
  return width;
}

void draw_grid(Canvas& canvas, const Metrics& metrics, const Typesetter& type, const Panel& panel,
               const present::Axis& axis, const ChartColors& colors, float room) {
  constexpr float kLabelGap = 20;
  Type label{Role::foot, Weight::regular, Digits::tabular};
  std::optional<float> last_label;
  for (const auto& tick : axis.ticks) {
    if (tick.at < panel.low || tick.at > panel.high) continue;
    float y = panel.y(tick.at);
    canvas.line({panel.box.left, y}, {panel.box.right, y}, colors.grid, 2);
    bool crowded = last_label && *last_label - y < metrics.pitch(Role::foot);
    if (crowded || type.width(tick.text, label) > room) continue;
    last_label = y;
    canvas.text({panel.box.left - kLabelGap, y + metrics.cap(Role::foot) / 2}, tick.text, label,
                colors.context, room + 0.5f, Align::right);
  }
}

void draw_bars(Canvas& canvas, const Panel& panel, std::span<const Bar> bars,
               const ChartColors& colors) {
  if (panel.step() * panel.pixels < kLeastStep) {
    draw_dense_bars(canvas, panel, bars, colors);
  } else {
    draw_single_bars(canvas, panel, bars, colors);
  }
  for (float y : {panel.y(0), panel.box.bottom}) {
    canvas.line({panel.box.left, y}, {panel.box.right, y}, colors.axis, 2);
  }
}

void draw_line(Canvas& canvas, const Panel& panel, std::span<const Line> line,
               const ChartColors& colors) {
  bool dense = line.size() > kMostStroked || panel.step() * panel.pixels < kColumn;
  if (dense) {
    draw_dense_line(canvas, panel, line, colors.line);
  } else {
    draw_single_line(canvas, panel, line, colors.line);
  }
  auto last = std::ranges::find_if(line.rbegin(), line.rend(), has_value<Line>);
  if (last == line.rend()) return;
  double at = static_cast<double>(line.rend() - last) - 0.5;
  canvas.circle({panel.x(at), panel.y(*last->value)}, kDot, colors.strong);
}

void draw_target(Canvas& canvas, const Panel& panel, const present::Trend::Target& target,
                 const ChartColors& colors) {
  float y = panel.y(target.value);
  canvas.dashed_line({panel.x(target.first), y}, {panel.x(target.last + 1.0), y}, colors.strong, 3,
                     16, 9);
}

std::optional<Span> taken(const Panel& panel, std::span<const Bar> bars, float from, float to) {
  Extremes extremes;
  for (const Bar& bar : between(panel, bars, from, to)) {
    if (has_value(bar)) extremes.add(*bar.value);
  }
  if (!extremes.any) return std::nullopt;
  extremes.add(0);
  return Span{panel.y(extremes.most), panel.y(extremes.least)};
}

std::optional<Span> taken(const Panel& panel, std::span<const Line> line, float from, float to) {
  // The stroke between two points belongs to both.
  Extremes extremes;
  for (const Line& point : between(panel, line, from - panel.step(), to + panel.step())) {
    if (has_value(point)) extremes.add(*point.value);
  }
  if (!extremes.any) return std::nullopt;
  return Span{panel.y(extremes.most) - kDot, panel.y(extremes.least) + kDot};
}

}  // namespace view
