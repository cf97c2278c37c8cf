#include "view/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace view {
namespace {

ImU32 packed(Color color) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

ImDrawFlags flags_of(Corners corners) {
  switch (corners) {
    case Corners::all:
      return ImDrawFlags_RoundCornersAll;
    case Corners::left:
      return ImDrawFlags_RoundCornersLeft;
    case Corners::none:
      break;
  }
  return ImDrawFlags_RoundCornersNone;
}

float distance(Point a, Point b) {
  return std::hypot(b.x - a.x, b.y - a.y);
}

Point between(Point a, Point b, float part) {
  return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

// The outline of a rounded box, clockwise from the end of its top left corner.
std::vector<Point> rounded_path(const Box& box, float radius) {
  constexpr int kSteps = 6;
  std::vector<Point> path;
  std::array<Point, 4> centres = {{{box.right - radius, box.top + radius},
                                   {box.right - radius, box.bottom - radius},
                                   {box.left + radius, box.bottom - radius},
                                   {box.left + radius, box.top + radius}}};
  for (size_t corner = 0; corner < centres.size(); ++corner) {
    for (int step = 0; step <= kSteps; ++step) {
      float quarter = static_cast<float>(corner) - 1 + static_cast<float>(step) / kSteps;
      float angle = quarter * std::numbers::pi_v<float> / 2;
      path.push_back({centres[corner].x + radius * std::cos(angle),
                      centres[corner].y + radius * std::sin(angle)});
    }
  }
  return path;
}

// The part of a line inside a convex clockwise outline; false if there is none.
bool clip(std::span<const Point> outline, Point& from, Point& to) {
  float enter = 0;
  float leave = 1;
  for (size_t i = 0; i < outline.size(); ++i) {
    Point a = outline[i];
    Point b = outline[(i + 1) % outline.size()];
    Point normal{a.y - b.y, b.x - a.x};  // points inside, y grows downwards
    float start = normal.x * (from.x - a.x) + normal.y * (from.y - a.y);
    float end = normal.x * (to.x - a.x) + normal.y * (to.y - a.y);
    if (start < 0 && end < 0) return false;
    if (start < 0) enter = std::max(enter, start / (start - end));
    if (end < 0) leave = std::min(leave, start / (start - end));
  }
  if (enter >= leave) return false;
  Point first = between(from, to, enter);
  to = between(from, to, leave);
  from = first;
  return true;
}

}  // namespace

Canvas::Canvas(Surface surface, Fonts& fonts, const Metrics& metrics, const Box& bounds)
    : surface_(surface),
      fonts_(fonts),
      metrics_(metrics),
      typesetter_(fonts, metrics),
      bounds_(bounds) {}

ImVec2 Canvas::pixel(Point point) const {
  return {point.x * metrics_.scale, point.y * metrics_.scale};
}

ImVec2 Canvas::whole_pixel(Point point) const {
  return {std::round(point.x * metrics_.scale), std::round(point.y * metrics_.scale)};
}

float Canvas::whole_width(float width) const {
  return std::max(1.0f, std::round(width * metrics_.scale));
}

void Canvas::fill(const Box& box, Color color, float radius, Corners corners) {
  if (!surface_.list) return;
  surface_.list->AddRectFilled(whole_pixel({box.left, box.top}),
                               whole_pixel({box.right, box.bottom}), packed(color),
                               radius * metrics_.scale, flags_of(corners));
}

void Canvas::outline(const Box& box, Color color, float width, float radius) {
  if (!surface_.list) return;
  // ImGui strokes on the line that lies half a pixel inside the box.
  float stroke = whole_width(width);
  float inset = (stroke - 1) / 2;
  ImVec2 from = whole_pixel({box.left, box.top});
  ImVec2 to = whole_pixel({box.right, box.bottom});
  surface_.list->AddRect({from.x + inset, from.y + inset}, {to.x - inset, to.y - inset},
                         packed(color), std::max(0.0f, radius * metrics_.scale - stroke / 2),
                         ImDrawFlags_RoundCornersAll, stroke);
}

void Canvas::dashed_outline(const Box& box, Color color, float width, float radius, float on,
                            float off) {
  auto path = rounded_path(box.inset(width / 2), radius);
  path.push_back(path.front());
  // Dashes run on around the corners.
  float left_of_dash = on;
  bool drawn = true;
  std::vector<Point> dash = {path.front()};
  for (size_t i = 1; i < path.size(); ++i) {
    Point from = path[i - 1];
    while (distance(from, path[i]) > left_of_dash) {
      from = between(from, path[i], left_of_dash / distance(from, path[i]));
      dash.push_back(from);
      if (drawn) polyline(dash, color, width);
      drawn = !drawn;
      left_of_dash = drawn ? on : off;
      dash = {from};
    }
    left_of_dash -= distance(from, path[i]);
    dash.push_back(path[i]);
  }
  if (drawn) polyline(dash, color, width);
}

void Canvas::line(Point from, Point to, Color color, float width) {
  if (!surface_.list) return;
  ImVec2 a = whole_pixel(from);
  ImVec2 b = whole_pixel(to);
  float stroke = whole_width(width);
  float before = std::floor(stroke / 2);
  if (a.y == b.y || a.x == b.x) {
    bool level = a.y == b.y;
    ImVec2 low{std::min(a.x, b.x), std::min(a.y, b.y)};
    ImVec2 high{std::max(a.x, b.x), std::max(a.y, b.y)};
    if (level) {
      low.y -= before;
      high.y = low.y + stroke;
    } else {
      low.x -= before;
      high.x = low.x + stroke;
    }
    surface_.list->AddRectFilled(low, high, packed(color));
  } else {
    surface_.list->AddLine(pixel(from), pixel(to), packed(color),
                           std::max(1.0f, width * metrics_.scale));
  }
}

void Canvas::dashed_line(Point from, Point to, Color color, float width, float on, float off) {
  float length = distance(from, to);
  if (length <= 0) return;
  for (float at = 0; at < length; at += on + off) {
    line(between(from, to, at / length), between(from, to, std::min(1.0f, (at + on) / length)),
         color, width);
  }
}

void Canvas::polyline(std::span<const Point> points, Color color, float width) {
  if (!surface_.list || points.size() < 2) return;
  float stroke = std::max(1.0f, width * metrics_.scale);
  for (size_t i = 1; i < points.size(); ++i) {
    surface_.list->PathLineTo(pixel(points[i - 1]));
    surface_.list->PathLineTo(pixel(points[i]));
    // Joints sharper than this would get a spike; the next stroke starts anew there.
    bool last = i + 1 == points.size();
    if (!last) {
      Point a = points[i - 1], b = points[i], c = points[i + 1];
      float along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
      if (along > 0.5f * distance(a, b) * distance(b, c)) {
        surface_.list->_Path.pop_back();
        continue;
      }
    }
    surface_.list->PathStroke(packed(color), ImDrawFlags_None, stroke);
    if (stroke >= 2) {
      surface_.list->AddCircleFilled(pixel(points[i]), stroke / 2, packed(color));
    }
  }
  if (stroke >= 2) {
    surface_.list->AddCircleFilled(pixel(points.front()), stroke / 2, packed(color));
  }
}

void Canvas::polygon(std::span<const Point> points, Color color) {
  if (!surface_.list) return;
  for (Point point : points) surface_.list->PathLineTo(pixel(point));
  surface_.list->PathFillConvex(packed(color));
}

void Canvas::polygon_outline(std::span<const Point> points, Color color, float width) {
  if (!surface_.list) return;
  for (Point point : points) surface_.list->PathLineTo(pixel(point));
  surface_.list->PathStroke(packed(color), ImDrawFlags_Closed,
                            std::max(1.0f, width * metrics_.scale));
}

void Canvas::circle(Point centre, float radius, Color color) {
  if (!surface_.list) return;
  surface_.list->AddCircleFilled(pixel(centre), radius * metrics_.scale, packed(color));
}

void Canvas::ring(Point centre, float radius, Color color, float width) {
  if (!surface_.list) return;
  float stroke = std::max(1.0f, width * metrics_.scale);
  // ImGui takes half a pixel off the radius itself.
  surface_.list->AddCircle(pixel(centre), radius * metrics_.scale - stroke / 2 + 0.5f,
                           packed(color), 0, stroke);
}

void Canvas::hatch(const Box& box, Color color, float width, float pitch, float radius) {
  if (!surface_.list) return;
  auto outline = rounded_path(box, radius);
  float reach = box.height();
  for (float x = box.left - reach + pitch / 2; x < box.right; x += pitch) {
    Point from{x, box.bottom};
    Point to{x + reach, box.top};
    if (!clip(outline, from, to)) continue;
    surface_.list->AddLine(pixel(from), pixel(to), packed(color),
                           std::max(1.0f, width * metrics_.scale));
  }
}

}  // namespace view
