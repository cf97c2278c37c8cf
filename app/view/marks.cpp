#include "view/marks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace view {
namespace {

// Shares of the diameter.
constexpr float kStroke = 0.055f;
constexpr float kLastStroke = 0.05f;
constexpr float kSquare = 0.94f;
constexpr float kHalfDiagonal = 0.60f;
constexpr float kTightHalfDiagonal = 0.535f;
constexpr float kLetter = 0.70f;
constexpr float kLetterInDiamond = 0.63f;
constexpr float kTwoLetters = 0.46f;

struct Paint {
  Color fill;
  Color edge;
  Color letter;
};

Paint paint_of(const Theme& theme, model::Rating rating, MarkLook look) {
  if (look == MarkLook::late) return {theme.late_ground, theme.late_mark, theme.late_text};
  Color none = rgb(0, 0);
  bool now = look == MarkLook::now;
  switch (rating) {
    case model::Rating::red:
      return now ? Paint{theme.red, theme.red_keyline, theme.red_letter}
                 : Paint{none, theme.red_last, theme.red_last};
    case model::Rating::amber_red:
    case model::Rating::amber:
    case model::Rating::amber_green:
      return now ? Paint{theme.amber, theme.amber_outline, theme.amber_letter}
                 : Paint{none, theme.amber_last, theme.amber_last};
    case model::Rating::green:
      return now ? Paint{theme.green_fill, theme.green_ring, theme.green_letter}
                 : Paint{none, theme.green_ring, theme.green_ring};
    case model::Rating::complete:
      return now ? Paint{theme.complete, theme.complete, theme.complete_letter}
                 : Paint{none, theme.complete, theme.complete};
    case model::Rating::none:
      break;
  }
  return {none, theme.not_rated, theme.not_rated};
}

std::string_view letter_of(model::Rating rating) {
  switch (rating) {
    case model::Rating::red:
      return "R";
    case model::Rating::amber_red:
      return "AR";
    case model::Rating::amber:
      return "A";
    case model::Rating::amber_green:
      return "AG";
    case model::Rating::green:
      return "G";
    case model::Rating::complete:
      return "C";
    case model::Rating::none:
      break;
  }
  return "";
}

Box square(Point centre, float half_width, float half_height) {
  return {centre.x - half_width, centre.y - half_height, centre.x + half_width,
          centre.y + half_height};
}

void draw_diamond(Canvas& canvas, Point centre, float half, const Paint& paint, float stroke) {
  // The corners of an outline reach further than its middle line.
  if (paint.edge.alpha > 0) half -= stroke * 0.35f;
  std::array<Point, 4> corners = {{{centre.x, centre.y - half},
                                   {centre.x + half, centre.y},
                                   {centre.x, centre.y + half},
                                   {centre.x - half, centre.y}}};
  if (paint.fill.alpha > 0) canvas.polygon(corners, paint.fill);
  if (paint.edge.alpha > 0) canvas.polygon_outline(corners, paint.edge, stroke);
}

void draw_hexagon(Canvas& canvas, Point centre, float d, const Paint& paint, float stroke) {
  float half = d * 0.5f - (paint.fill.alpha > 0 ? 0 : stroke / 2);
  float quarter = half * 0.55f;
  std::array<Point, 6> corners = {{{centre.x - quarter, centre.y - half},
                                   {centre.x + quarter, centre.y - half},
                                   {centre.x + half * 1.06f, centre.y},
                                   {centre.x + quarter, centre.y + half},
                                   {centre.x - quarter, centre.y + half},
                                   {centre.x - half * 1.06f, centre.y}}};
  if (paint.fill.alpha > 0) canvas.polygon(corners, paint.fill);
  canvas.polygon_outline(corners, paint.edge, stroke);
}

}  // namespace

void draw_mark(Canvas& canvas, const Theme& theme, Point centre, float diameter,
               model::Rating rating, MarkLook look, MarkRoom room) {
  float d = diameter;
  Paint paint = paint_of(theme, rating, look);
  float stroke = (look == MarkLook::now ? kStroke : kLastStroke) * d;
  float letter = kLetter;
  switch (rating) {
    case model::Rating::red: {
      Box box = square(centre, (kSquare * d + stroke) / 2, (kSquare * d + stroke) / 2);
      if (paint.fill.alpha > 0) canvas.fill(box, paint.fill, 0.06f * d);
      canvas.outline(box, paint.edge, stroke, 0.07f * d);
      break;
    }
    case model::Rating::amber_red:
    case model::Rating::amber_green:
      letter = kTwoLetters;
      [[fallthrough]];
    case model::Rating::amber:
      draw_diamond(canvas, centre,
                   (room == MarkRoom::tight ? kTightHalfDiagonal : kHalfDiagonal) * d, paint,
                   stroke);
      letter = std::min(letter, kLetterInDiamond);
      break;
    case model::Rating::green:
      if (paint.fill.alpha > 0) canvas.circle(centre, d / 2 - stroke / 2, paint.fill);
      canvas.ring(centre, d / 2, paint.edge, stroke);
      break;
    case model::Rating::complete:
      draw_hexagon(canvas, centre, d, paint, stroke);
      break;
    case model::Rating::none: {
      Box box = square(centre, (0.96f * d + stroke) / 2, (0.68f * d + stroke) / 2);
      canvas.outline(box, paint.edge, stroke, 0.16f * d);
      canvas.fill(square(centre, 0.16f * d, 0.04f * d), paint.letter);
      return;
    }
  }
  canvas.letter(centre, letter_of(rating), letter * d, paint.letter);
}

void draw_move(Canvas& canvas, const Theme& theme, Point centre, float size, present::Move move,
               MarkLook look) {
  if (move == present::Move::unknown) return;
  bool late = look == MarkLook::late;
  float stroke = size * 0.125f;
  float half = size / 2 - stroke / 2;
  if (move == present::Move::same) {
    for (float side : {-1.0f, 1.0f}) {
      float y = centre.y + side * size * 0.17f;
      std::array<Point, 2> bar = {{{centre.x - half, y}, {centre.x + half, y}}};
      canvas.polyline(bar, late ? theme.late_mark : theme.text_absent, stroke);
    }
    return;
  }
  float up = move == present::Move::improved ? -1.0f : 1.0f;
  Point tip{centre.x + half, centre.y + up * half};
  float leg = size * 0.58f;
  std::array<Point, 2> shaft = {{{centre.x - half, centre.y - up * half}, tip}};
  std::array<Point, 3> head = {{{tip.x - leg, tip.y}, tip, {tip.x, tip.y - up * leg}}};
  Color color = late ? theme.late_mark : theme.text;
  canvas.polyline(shaft, color, stroke);
  canvas.polyline(head, color, stroke);
}

void draw_change(Canvas& canvas, Point centre, float width, model::Direction direction,
                 Color color) {
  float half = width / 2;
  float rise = width * 0.415f;
  if (direction == model::Direction::level) {
    for (float side : {-1.0f, 1.0f}) {
      float y = centre.y + side * width * 0.17f;
      std::array<Point, 2> bar = {{{centre.x - half, y}, {centre.x + half, y}}};
      canvas.polyline(bar, color, width * 0.14f);
    }
    return;
  }
  std::array<Point, 3> up = {{{centre.x, centre.y - rise},
                              {centre.x + half, centre.y + rise},
                              {centre.x - half, centre.y + rise}}};
  std::array<Point, 3> down = {{{centre.x - half, centre.y - rise},
                                {centre.x + half, centre.y - rise},
                                {centre.x, centre.y + rise}}};
  canvas.polygon(direction == model::Direction::up ? up : down, color);
}

void draw_arrow(Canvas& canvas, Point centre, float length, model::Direction direction,
                Color color) {
  float stroke = length * 0.105f;
  float half = length / 2 - stroke / 2;
  float head = length * 0.29f;
  // Drawn as if pointing up, then turned.
  auto place = [&](float x, float y) -> Point {
    switch (direction) {
      case model::Direction::up:
        return {centre.x + x, centre.y + y};
      case model::Direction::down:
        return {centre.x - x, centre.y - y};
      case model::Direction::level:
        break;
    }
    return {centre.x - y, centre.y + x};
  };
  std::array<Point, 2> shaft = {place(0, half), place(0, -half)};
  std::array<Point, 3> tip = {place(-head, -half + head), place(0, -half),
                              place(head, -half + head)};
  canvas.polyline(shaft, color, stroke);
  canvas.polyline(tip, color, stroke);
}

void draw_emblem(Canvas& canvas, Point at, float size, Color color) {
  auto place = [&](float x, float y) -> Point { return {at.x + x * size, at.y + y * size}; };
  std::array<Point, 6> shield = {place(2, 2),      place(34.5f, 2), place(34.5f, 23),
                                 place(18.2f, 39), place(2, 23),    place(2, 2)};
  canvas.polyline(shield, color, 4 * size);
  for (auto [x, top] : {std::pair{9.0f, 17.0f}, {16.0f, 13.0f}, {23.0f, 8.0f}}) {
    Point low = place(x + 5, 26);
    Point high = place(x, top);
    canvas.fill({high.x, high.y, low.x, low.y}, color);
  }
}

void draw_opening(Canvas& canvas, Point at, float size, Color color) {
  auto place = [&](float x, float y) -> Point { return {at.x + x * size, at.y + y * size}; };
  for (float x : {0.0f, 21.6f}) {
    // The two pieces overlap, or their soft edges would leave a seam.
    std::array<Point, 4> foot = {place(x, 18), place(x + 12.4f, 18), place(x + 12.4f, 30.5f),
                                 place(x, 30.5f)};
    std::array<Point, 11> bend;
    constexpr int kSteps = 8;  // of the curve from (0, 20) by (0, 9) to (11.2, 0)
    for (int i = 0; i <= kSteps; ++i) {
      const float t = static_cast<float>(i) / kSteps;
      const float u = 1 - t;
      bend[static_cast<size_t>(i)] = place(x + t * t * 11.2f, u * u * 20 + 2 * u * t * 9);
    }
    bend[kSteps + 1] = place(x + 18, 5);
    bend[kSteps + 2] = place(x + 12.4f, 20);
    canvas.polygon(foot, color);
    canvas.polygon(bend, color);
  }
}

float draw_page_dots(Canvas& canvas, const Theme& theme, Point left, int page, int pages,
                     float size) {
  float radius = size / 2;
  float pitch = size * 1.78f;
  for (int i = 0; i < pages; ++i) {
    Point centre{left.x + radius + static_cast<float>(i) * pitch, left.y};
    if (i == page) {
      canvas.circle(centre, radius, theme.text);
    } else {
      canvas.ring(centre, radius - size * 0.03f, theme.text_absent, size * 0.12f);
    }
  }
  return static_cast<float>(pages - 1) * pitch + size;
}

}  // namespace view
