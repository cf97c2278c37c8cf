#include "view/chart_strokes.h"

#include <cmath>

namespace view {
namespace {

// A stroke with round joints costs up to 60 vertices a point, a plain one or a dash 8.
constexpr std::size_t kMostJoined = 150;
constexpr float kMostDashes = 1000;

Point between(Point a, Point b, float part) {
  return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

// Dashes run on from one piece to the next, or short pieces would look solid.
void draw_dashed(Canvas& canvas, std::span<const Point> path, const Stroke& stroke) {
  float left = stroke.on;
  bool drawn = true;
  for (std::size_t i = 1; i < path.size(); ++i) {
    Point from = path[i - 1];
    float length = std::hypot(path[i].x - from.x, path[i].y - from.y);
    while (length > left) {
      Point to = between(from, path[i], left / length);
      if (drawn) canvas.line(from, to, stroke.color, stroke.width);
      length -= left;
      from = to;
      drawn = !drawn;
      left = drawn ? stroke.on : stroke.off;
    }
    if (drawn) canvas.line(from, path[i], stroke.color, stroke.width);
    left -= length;
  }
}

}  // namespace

void draw_plain(Canvas& canvas, std::span<const Point> path, Color color, float width) {
  for (std::size_t i = 1; i < path.size(); ++i) canvas.line(path[i - 1], path[i], color, width);
}

void draw_path(Canvas& canvas, std::span<const Point> path, const Stroke& stroke) {
  if (path.size() == 1) {
    canvas.circle(path.front(), stroke.width, stroke.color);
  } else if (stroke.on > 0) {
    draw_dashed(canvas, path, stroke);
  } else if (path.size() <= kMostJoined) {
    canvas.polyline(path, stroke.color, stroke.width);
  } else {
    draw_plain(canvas, path, stroke.color, stroke.width);
  }
}

bool has_too_many_dashes(std::span<const Path> paths, const Stroke& stroke) {
  if (stroke.on <= 0) return false;
  float length = 0;
  for (const Path& path : paths) {
    for (std::size_t i = 1; i < path.size(); ++i) {
      length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    }
  }
  return length > kMostDashes * (stroke.on + stroke.off);
}

}  // namespace view
