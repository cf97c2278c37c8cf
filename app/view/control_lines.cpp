#include "view/control_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace view {
namespace {

using Lines = present::ControlLines;
using Cause = Lines::Cause;

constexpr float kColumn = 2;  // pixels of the glass
constexpr std::size_t kMostSegments = 1500;
constexpr float kLeastSection = 6;  // a narrower one has no lines

bool has_value(const Lines::Point& point) {
  return point.value && std::isfinite(*point.value);
}

bool is_special(Cause cause) {
  return cause == Cause::improvement || cause == Cause::concern || cause == Cause::neither;
}

class Drawer {
 public:
  Drawer(Canvas& canvas, const Panel& panel, const Lines& lines, const ControlLook& look,
         const ProcessColors& colors)
      : canvas_(canvas), panel_(panel), lines_(lines), look_(look), colors_(colors) {}

  void draw() {
    for (const auto& section : lines_.sections) draw_section(section);
    for (const auto& target : lines_.targets) {
      const float y = panel_.y(target.value);
      canvas_.dashed_line({panel_.x(target.first), y}, {panel_.x(target.last + 1.0), y},
                          colors_.text, look_.stroke, look_.stroke * 1.4f, look_.stroke * 2);
    }
    if (is_dense()) {
      draw_columns();
      draw_extremes();
    } else {
      draw_segments();
      draw_points();
    }
  }

 private:
  bool is_dense() const {
    return panel_.step() < look_.radius * 1.1f || lines_.points.size() > kMostSegments;
  }
  Point place(std::size_t i) const {
    return {panel_.x(static_cast<double>(i) + 0.5), panel_.y(*lines_.points[i].value)};
  }

  void draw_section(const Lines::Section& section) {
    const float left = panel_.x(section.first);
    const float right = panel_.x(section.last + 1.0);
    if (right - left < kLeastSection) return;
    if (section.lower && section.upper) {
      const float top = panel_.y(*section.upper);
      const float bottom = panel_.y(*section.lower);
      canvas_.fill({left, top, right, bottom}, look_.band);
      for (float y : {top, bottom}) {
        canvas_.dashed_line({left, y}, {right, y}, colors_.line, look_.stroke * 0.8f,
                            look_.stroke * 4, look_.stroke * 2.6f);
      }
    }
    if (section.mean) {
      const float y = panel_.y(*section.mean);
      canvas_.line({left, y}, {right, y}, colors_.text, look_.stroke);
    }
  }

  // Over a gap the line is dotted: what lies between is not known. Over a break there is none.
  void draw_segments() {
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < lines_.points.size(); ++i) {
      if (!has_value(lines_.points[i])) continue;
      if (before && lines_.points[i].joined) {
        if (i - *before == 1) {
          canvas_.line(place(*before), place(i), colors_.common, look_.stroke * 0.8f);
        } else {
          dots(place(*before), place(i));
        }
      }
      before = i;
    }
  }

  void dots(Point from, Point to) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const float pitch = look_.stroke * 4;
    for (float at = pitch; at < length - pitch / 2; at += pitch) {
      const float part = at / length;
      canvas_.circle({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part},
                     look_.stroke * 0.6f, colors_.common);
    }
  }

  void draw_mark(std::size_t i) {
    const auto& point = lines_.points[i];
    const Point at = place(i);
    if (point.ghost) {
      const float half = look_.radius * 0.9f;
      for (float way : {-1.0f, 1.0f}) {
        canvas_.line({at.x - half, at.y - way * half}, {at.x + half, at.y + way * half},
                     colors_.line, look_.stroke);
      }
      return;
    }
    draw_point(canvas_, at, look_.radius, point.cause, colors_,
               point.hollow ? PointLook::hollow : PointLook::filled);
  }

  void draw_points() {
    for (std::size_t i = 0; i < lines_.points.size(); ++i) {
      if (has_value(lines_.points[i])) draw_mark(i);
    }
  }

  void draw_columns() {
    const auto columns = std::clamp<std::size_t>(
        static_cast<std::size_t>(panel_.box.width() * panel_.pixels / kColumn), 1,
        lines_.points.size());
    const float width = panel_.box.width() / static_cast<float>(columns);
    const Lines::Point* before = nullptr;
    for (std::size_t c = 0; c < columns; ++c) {
      std::optional<double> least, most;
      const std::size_t last = lines_.points.size() * (c + 1) / columns;
      for (std::size_t i = lines_.points.size() * c / columns; i < last; ++i) {
        const auto& point = lines_.points[i];
        if (!has_value(point)) {
          before = nullptr;
          continue;
        }
        const double from = before && point.joined ? *before->value : *point.value;
        least = std::min({least.value_or(*point.value), *point.value, from});
        most = std::max({most.value_or(*point.value), *point.value, from});
        before = &point;
      }
      if (!least) continue;
      const float left = panel_.box.left + width * static_cast<float>(c);
      canvas_.fill({left, panel_.y(*most) - look_.stroke / 2, left + width,
                    panel_.y(*least) + look_.stroke / 2},
                   colors_.common);
    }
  }

  // Of the special points in a mark's width the one farthest from the middle of what is drawn.
  void draw_extremes() {
    const double middle = (lines_.low + lines_.high) / 2;
    const auto room =
        static_cast<std::size_t>(std::max(1.0f, panel_.box.width() / (2.2f * look_.radius)));
    const std::size_t buckets = std::min(room, lines_.points.size());
    for (std::size_t b = 0; b < buckets; ++b) {
      std::optional<std::size_t> kept;
      const std::size_t last = lines_.points.size() * (b + 1) / buckets;
      for (std::size_t i = lines_.points.size() * b / buckets; i < last; ++i) {
        const auto& point = lines_.points[i];
        if (!has_value(point) || !is_special(point.cause)) continue;
        const auto away = [&](std::size_t at) {
          return std::abs(*lines_.points[at].value - middle);
        };
        if (!kept || away(i) > away(*kept)) kept = i;
      }
      if (kept) draw_mark(*kept);
    }
  }

  Canvas& canvas_;
  const Panel& panel_;
  const Lines& lines_;
  const ControlLook& look_;
  const ProcessColors& colors_;
};

}  // namespace

Panel make_panel(const Box& box, const Lines& lines, const Metrics& metrics) {
  return {box, lines.low, lines.high, std::max(1, static_cast<int>(lines.points.size())),
          metrics.scale};
}

void draw_control_lines(Canvas& canvas, const Panel& panel, const Lines& lines,
                        const ControlLook& look, const ProcessColors& colors) {
  if (lines.points.empty()) return;
  Drawer(canvas, panel, lines, look, colors).draw();
}

std::optional<Span> taken(const Panel& panel, const Lines& lines, float from, float to) {
  // What joins two points belongs to both; over a gap to all between.
  const auto index = [&](float x) {
    const float at = std::floor((x - panel.box.left) / panel.step());
    return static_cast<std::size_t>(std::clamp(at, 0.0f, static_cast<float>(panel.points - 1)));
  };
  std::optional<Span> span;
  const auto add = [&](std::size_t i) {
    constexpr float kMark = 10;
    const float y = panel.y(*lines.points[i].value);
    span = span ? Span{std::min(span->top, y - kMark), std::max(span->bottom, y + kMark)}
                : Span{y - kMark, y + kMark};
  };
  std::size_t first = index(from);
  std::size_t last = index(to);
  while (first > 0 && !has_value(lines.points[--first])) {
  }
  while (last + 1 < lines.points.size() && !has_value(lines.points[++last])) {
  }
  for (std::size_t i = first; i <= last && i < lines.points.size(); ++i) {
    if (has_value(lines.points[i])) add(i);
  }
  return span;
}

}  // namespace view
