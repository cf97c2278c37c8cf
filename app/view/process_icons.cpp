#include "view/process_icons.h"

#include <array>
#include <span>

namespace view {
namespace {

using Cause = present::ControlLines::Cause;
using Variation = present::VariationIcon;
using Assurance = present::AssuranceIcon;

// Shares of the diameter.
constexpr float kRing = 0.06f;
constexpr float kStroke = 0.03f;
constexpr float kDot = 0.037f;
constexpr float kSpecial = 0.058f;
constexpr float kLetter = 0.27f;
constexpr float kSmallLetter = 0.52f;
constexpr float kReach = 0.33f;  // of lines, from the middle

Cause cause_of(Variation::Is is) {
  switch (is) {
    case Variation::Is::common:
      return Cause::common;
    case Variation::Is::improvement:
      return Cause::improvement;
    case Variation::Is::concern:
      return Cause::concern;
    case Variation::Is::neither:
      break;
  }
  return Cause::neither;
}

class Pen {
 public:
  Pen(Canvas& canvas, Point centre, float diameter)
      : canvas_(canvas), centre_(centre), d_(diameter) {}

  Point at(float x, float y) const { return {centre_.x + x * d_, centre_.y + y * d_}; }
  float length(float share) const { return share * d_; }

  void ring(Color color) { canvas_.ring(centre_, d_ / 2, color, length(kRing)); }
  void letter(float x, float y, const char* text, float em, Color color) {
    canvas_.letter(at(x, y), text, length(em), color);
  }
  void dashes(float y, Color color) {
    canvas_.dashed_line(at(-kReach, y), at(kReach, y), color, length(0.025f), length(0.075f),
                        length(0.05f));
  }
  void path(std::span<const Point> shares, float down, Color color, float stroke = kStroke) {
    std::array<Point, 6> points;
    for (size_t i = 0; i < shares.size(); ++i) points[i] = at(shares[i].x, shares[i].y + down);
    canvas_.polyline(std::span(points).first(shares.size()), color, length(stroke));
  }

 private:
  Canvas& canvas_;
  Point centre_;
  float d_;
};

constexpr std::array<Point, 5> kRun = {
    {{-0.31f, 0.17f}, {-0.17f, 0.10f}, {-0.04f, 0.145f}, {0.10f, -0.03f}, {0.245f, -0.17f}}};
constexpr std::array<Point, 5> kUsual = {
    {{-0.31f, 0.04f}, {-0.16f, -0.10f}, {0, 0.08f}, {0.15f, -0.08f}, {0.31f, 0.03f}}};
constexpr std::array<Point, 6> kWave = {{{-0.28f, 0.14f},
                                         {-0.16f, 0.03f},
                                         {-0.04f, 0.12f},
                                         {0.09f, 0.02f},
                                         {0.21f, 0.15f},
                                         {0.31f, 0.08f}}};
constexpr std::array<Point, 5> kCrossing = {
    {{-0.25f, 0.22f}, {-0.12f, -0.01f}, {-0.01f, 0.22f}, {0.11f, 0}, {0.22f, 0.19f}}};

void draw_usual(Canvas& canvas, Pen& pen, float diameter, const ProcessColors& colors) {
  const bool whole = diameter >= kWholeIcon;
  if (whole) {
    for (float y : {-0.19f, 0.19f}) pen.dashes(y, colors.line);
  }
  pen.path(kUsual, 0, colors.line, whole ? kStroke : 0.05f);
  for (Point point : kUsual) {
    draw_point(canvas, pen.at(point.x, point.y), pen.length(whole ? kDot : 0.06f), Cause::common,
               colors);
  }
}

void draw_special(Canvas& canvas, Pen& pen, float diameter, Cause cause, model::Direction towards,
                  const ProcessColors& colors) {
  const Color color = color_of(colors, cause);
  const bool up = towards == model::Direction::up;
  const char* letter = up ? "H" : "L";
  const float way = up ? 1.0f : -1.0f;
  if (diameter < kWholeIcon) {
    pen.letter(-0.13f, 0, letter, kSmallLetter, color);
    draw_point(canvas, pen.at(0.25f, -0.12f * way), pen.length(0.09f), cause, colors);
    return;
  }
  std::array<Point, 5> run = kRun;
  for (Point& point : run) point.y *= way;
  pen.path(run, 0, colors.line);
  for (size_t i = 0; i < run.size(); ++i) {
    const bool is_special = i >= 3;
    draw_point(canvas, pen.at(run[i].x, run[i].y), pen.length(is_special ? kSpecial : kDot),
               is_special ? cause : Cause::common, colors);
  }
  pen.letter(-0.2f, -0.18f * way, letter, kLetter, color);
}

}  // namespace

ProcessColors process_colors(const Theme& theme, const present::TileAge& age) {
  if (age.state == present::TileAge::State::fresh) {
    return {theme.improvement, theme.concern, theme.common_cause,
            theme.neither,     theme.text,    theme.text_absent};
  }
  return {theme.late_mark, theme.late_mark, theme.late_mark,
          theme.late_mark, theme.late_text, theme.late_mark};
}

Color color_of(const ProcessColors& colors, Cause cause) {
  switch (cause) {
    case Cause::improvement:
      return colors.improvement;
    case Cause::concern:
      return colors.concern;
    case Cause::neither:
      return colors.neither;
    case Cause::not_judged:
    case Cause::common:
      break;
  }
  return colors.common;
}

void draw_point(Canvas& canvas, Point centre, float radius, Cause cause,
                const ProcessColors& colors, PointLook look) {
  const Color color = color_of(colors, cause);
  const float stroke = radius * 0.45f;
  const auto polygon = [&](std::span<const Point> corners) {
    if (look == PointLook::filled) canvas.polygon(corners, color);
    if (look == PointLook::hollow) canvas.polygon_outline(corners, color, stroke);
  };
  switch (cause) {
    case Cause::improvement: {
      const float half = radius * 1.32f;
      polygon(std::array<Point, 4>{{{centre.x, centre.y - half},
                                    {centre.x + half, centre.y},
                                    {centre.x, centre.y + half},
                                    {centre.x - half, centre.y}}});
      return;
    }
    case Cause::concern: {
      const float half = radius * 0.98f;
      polygon(std::array<Point, 4>{{{centre.x - half, centre.y - half},
                                    {centre.x + half, centre.y - half},
                                    {centre.x + half, centre.y + half},
                                    {centre.x - half, centre.y + half}}});
      return;
    }
    case Cause::neither: {
      const float half = radius * 1.2f;
      polygon(std::array<Point, 3>{{{centre.x, centre.y - half},
                                    {centre.x + half, centre.y + half * 0.85f},
                                    {centre.x - half, centre.y + half * 0.85f}}});
      return;
    }
    case Cause::not_judged:
    case Cause::common:
      break;
  }
  if (look == PointLook::filled) canvas.circle(centre, radius, color);
  if (look == PointLook::hollow) canvas.ring(centre, radius, color, stroke);
}

void draw_variation(Canvas& canvas, Point centre, float diameter, const Variation& icon,
                    const ProcessColors& colors) {
  Pen pen(canvas, centre, diameter);
  const Cause cause = cause_of(icon.is);
  pen.ring(color_of(colors, cause));
  if (cause == Cause::common || !icon.towards) {
    draw_usual(canvas, pen, diameter, colors);
  } else {
    draw_special(canvas, pen, diameter, cause, *icon.towards, colors);
  }
}

void draw_assurance(Canvas& canvas, Point centre, float diameter, const Assurance& icon,
                    const ProcessColors& colors) {
  Pen pen(canvas, centre, diameter);
  const bool whole = diameter >= kWholeIcon;
  const float em = whole ? kLetter * 1.1f : kSmallLetter;
  if (icon.is == Assurance::Is::hit_or_miss) {
    pen.ring(colors.common);
    if (whole) pen.path(kCrossing, 0, colors.line);
    pen.dashes(whole ? 0.12f : 0.26f, colors.text);
    pen.letter(0, whole ? -0.19f : -0.06f, "?", em, colors.text);
    return;
  }
  const bool pass = icon.is == Assurance::Is::pass;
  const Color color = pass ? colors.improvement : colors.concern;
  pen.ring(color);
  if (whole) pen.path(kWave, icon.target_is_low ? 0 : 0.11f, color);
  pen.dashes(icon.target_is_low ? 0.26f : -0.27f, colors.text);
  const float y =
      whole ? (icon.target_is_low ? -0.18f : -0.04f) : (icon.target_is_low ? -0.07f : 0.07f);
  pen.letter(0, y, pass ? "P" : "F", em, colors.text);
}

}  // namespace view
