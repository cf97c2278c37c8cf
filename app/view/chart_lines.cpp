#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "view/chart_series.h"
#include "view/chart_strokes.h"

namespace view {
namespace {

using Place = view::Point;
using ChartPoint = present::Chart::Point;

constexpr float kDot = 9;
constexpr float kRing = 7;
constexpr float kHalo = 4;            // of ground around a line before bars
constexpr float kLeastRingStep = 13;  // of a panel; nearer rings would touch
constexpr std::size_t kMostPlain = 2000;
constexpr float kColumn = 2;  // pixels of the glass

Stroke stroke_of(const LineLook& look, const ChartColors& colors) {
  switch (look.number % 4) {
    case 0:
      return {look.like_bars ? colors.bar_in_focus : colors.line, 5, 0, 0};
    case 1:
      return {look.like_bars ? colors.dim_line : colors.bar_in_focus, 5, 18, 9};
    case 2:
      return {look.like_bars ? colors.line : colors.context, 6, 6, 7};
    default:
      return {colors.context, 2.5f, 0, 0};
  }
}

bool has_value(const ChartPoint& point) {
  return point.value && std::isfinite(*point.value);
}

// Pieces that are joined, each a path.
std::vector<Path> paths_of(const Panel& panel, std::span<const ChartPoint> points) {
  std::vector<Path> paths;
  bool open = false;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!has_value(points[i])) {
      open = false;
      continue;
    }
    if (!open || !points[i].joined) paths.emplace_back();
    open = true;
    paths.back().push_back({panel.x(static_cast<double>(i) + 0.5), panel.y(*points[i].value)});
  }
  return paths;
}

// What the points of each column of pixels span; dashed lines leave every third column out.
void draw_dense(Canvas& canvas, const Panel& panel, std::span<const ChartPoint> points,
                const Stroke& stroke) {
  auto columns = std::clamp<std::size_t>(
      static_cast<std::size_t>(panel.box.width() * panel.pixels / kColumn), 1, points.size());
  float width = panel.box.width() / static_cast<float>(columns);
  const ChartPoint* before = nullptr;
  for (std::size_t c = 0; c < columns; ++c) {
    std::optional<double> least, most;
    for (std::size_t i = points.size() * c / columns; i < points.size() * (c + 1) / columns; ++i) {
      if (!has_value(points[i])) {
        before = nullptr;
        continue;
      }
      double value = *points[i].value;
      double from = before && points[i].joined ? *before->value : value;
      least = std::min({least.value_or(value), value, from});
      most = std::max({most.value_or(value), value, from});
      before = &points[i];
    }
    if (!least || (stroke.on > 0 && c % 12 >= 8)) continue;
    float left = panel.box.left + width * static_cast<float>(c);
    canvas.fill(
        {left, panel.y(*most) - stroke.width / 2, left + width, panel.y(*least) + stroke.width / 2},
        stroke.color);
  }
}

void draw_ring(Canvas& canvas, Place at, float radius, const Stroke& stroke,
               const ChartColors& colors) {
  canvas.circle(at, radius, colors.ground);
  canvas.ring(at, radius, stroke.color, 3);
}

}  // namespace

void draw_series_line(Canvas& canvas, const Panel& panel, const present::Chart::Series& line,
                      const LineLook& look, const ChartColors& colors, Behind behind) {
  std::span<const ChartPoint> points = line.points;
  Stroke stroke = stroke_of(look, colors);
  auto paths = paths_of(panel, points);
  if (points.size() > kMostPlain || panel.step() * panel.pixels < kColumn ||
      has_too_many_dashes(paths, stroke)) {
    draw_dense(canvas, panel, points, stroke);
    paths.clear();
  }
  for (const auto& path : paths) {
    if (behind == Behind::bars) draw_plain(canvas, path, colors.ground, stroke.width + 2 * kHalo);
    draw_path(canvas, path, stroke);
  }
  auto last = std::ranges::find_if(points.rbegin(), points.rend(), has_value);
  if (last == points.rend()) return;
  auto newest = static_cast<std::size_t>(points.rend() - last) - 1;
  auto place = [&](std::size_t i) {
    return Place{panel.x(static_cast<double>(i) + 0.5), panel.y(*points[i].value)};
  };
  for (std::size_t i = 0; i < newest && panel.step() >= kLeastRingStep; ++i) {
    if (has_value(points[i]) && points[i].hollow)
      draw_ring(canvas, place(i), kRing, stroke, colors);
  }
  if (points[newest].hollow) {
    draw_ring(canvas, place(newest), kDot, stroke, colors);
  } else {
    canvas.circle(place(newest), kDot, stroke.color);
  }
}

void draw_line_sample(Canvas& canvas, const Box& box, const LineLook& look,
                      const ChartColors& colors) {
  float y = box.centre().y;
  std::array<Place, 2> path = {{{box.left, y}, {box.right, y}}};
  draw_path(canvas, path, stroke_of(look, colors));
}

std::optional<Span> taken(const Panel& panel, const present::Chart::Panel& content, float from,
                          float to) {
  auto index = [&](float x) {
    float at = std::floor((x - panel.box.left) / panel.step());
    return static_cast<std::size_t>(std::clamp(at, 0.0f, static_cast<float>(panel.points - 1)));
  };
  std::optional<Span> span;
  auto add = [&](float top, float bottom) {
    span =
        span ? Span{std::min(span->top, top), std::max(span->bottom, bottom)} : Span{top, bottom};
  };
  for (std::size_t i = index(from); i <= index(to); ++i) {
    for (std::size_t look = 0; look < content.bars.size(); ++look) {
      const ChartPoint& point = content.bars[look].points[i];
      if (!has_value(point)) continue;
      auto part = content.stacked ? part_of_stack(panel, content.bars, look, i) : std::nullopt;
      float end = panel.y(*point.value);
      if (part) add(part->top, part->bottom);
      if (!part) add(std::min(end, panel.y(0)), std::max(end, panel.y(0)));
    }
  }
  // The stroke between two points belongs to both.
  for (std::size_t i = index(from - panel.step()); i <= index(to + panel.step()); ++i) {
    for (const auto& line : content.lines) {
      if (!has_value(line.points[i])) continue;
      float y = panel.y(*line.points[i].value);
      add(y - kDot, y + kDot);
    }
  }
  return span;
}

}  // namespace view
