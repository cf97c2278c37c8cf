#include "view/card.h"

#include <algorithm>

namespace view {
namespace {

using State = present::TileAge::State;

constexpr float kCardEdge = 10;
constexpr float kRowRadius = 6;
constexpr float kStripPadding = 24;
constexpr float kStripPitch = 38;
constexpr float kLeastStripAir = 8;
constexpr float kLateLineAir = 15;
constexpr float kLateLineGap = 28;

bool is_red(model::Rating rating) {
  return rating == model::Rating::red;
}

}  // namespace

void draw_card(Canvas& canvas, const Theme& theme, const Box& box, const present::TileAge& age,
               model::Rating rating) {
  switch (age.state) {
    case State::late:
      canvas.fill(box, theme.late_ground, kCardRadius);
      canvas.hatch(box, theme.late_hatch, 2.8f, 20, kCardRadius);
      return;
    case State::waiting:
      canvas.dashed_outline(box, theme.rule, 2, kCardRadius, 14, 10);
      return;
    case State::fresh:
      break;
  }
  canvas.fill(box, theme.card, kCardRadius);
  if (theme.card_border.alpha > 0) canvas.outline(box, theme.card_border, 2, kCardRadius);
  if (!present::needs_attention(rating)) return;
  Box edge{box.left, box.top, box.left + kCardRadius, box.bottom};
  canvas.fill(edge, is_red(rating) ? theme.red : theme.amber, kCardRadius, Corners::left);
  // The edge is narrower than its corners are round: the card covers what is too much.
  canvas.fill({box.left + kCardEdge, box.top, box.left + kCardRadius, box.bottom}, theme.card);
  if (theme.card_border.alpha > 0) {
    canvas.fill({box.left + kCardEdge, box.top, box.left + kCardRadius, box.top + 2},
                theme.card_border);
    canvas.fill({box.left + kCardEdge, box.bottom - 2, box.left + kCardRadius, box.bottom},
                theme.card_border);
  }
}

void draw_row(Canvas& canvas, const Theme& theme, const Box& box, float edge,
              model::Rating rating) {
  if (!present::needs_attention(rating)) return;
  bool red = is_red(rating);
  canvas.fill(box, red ? theme.red_row : theme.raised, kRowRadius);
  Box left{box.left, box.top, box.left + edge, box.bottom};
  canvas.fill(left, red ? theme.red : theme.amber, kRowRadius, Corners::left);
}

TileColors colors_of(const Theme& theme, const present::TileAge& age) {
  switch (age.state) {
    case State::late:
      return {theme.late_text, theme.late_context};
    case State::waiting:
      return {theme.text_context, theme.text_absent};
    case State::fresh:
      break;
  }
  return {theme.text, theme.text_context};
}

MarkLook look_of(const present::TileAge& age, MarkLook fresh) {
  return age.state == State::late ? MarkLook::late : fresh;
}

float late_strip_height(const Layout& layout, float air, int detail_lines) {
  return 2 * air + layout.metrics.cap(Role::foot) +
         kStripPitch * layout.growth() * static_cast<float>(detail_lines);
}

void draw_late_strip(Canvas& canvas, const Layout& layout, const Box& box,
                     const present::TileAge& age) {
  const Theme& theme = layout.theme;
  canvas.fill(box, theme.late_strip, 6);
  float room = box.width() - 2 * kStripPadding;
  float pitch = kStripPitch * layout.growth();
  int more = static_cast<int>((box.height() - late_strip_height(layout, kLeastStripAir)) / pitch);
  auto lines = layout.type.wrap(age.detail, {Role::foot}, room, 1 + std::max(0, more));
  int count = std::max(1, static_cast<int>(lines.size()));
  float air = (box.height() - late_strip_height(layout, 0, count)) / 2;
  Point at{box.left + kStripPadding, box.top + air + layout.metrics.cap(Role::foot)};
  canvas.text(at, age.as_at, {Role::foot, Weight::semibold}, theme.late_strip_text, room);
  for (const auto& line : lines) {
    at.y += pitch;
    canvas.text(at, line, {Role::foot}, theme.late_strip_text, room);
  }
}

bool fits_late_line(const Layout& layout, float width, const present::TileAge& age) {
  return layout.type.width(age.as_at, {Role::foot, Weight::semibold}) + kLateLineGap +
             layout.type.width(age.detail, {Role::foot}) <=
         width - 2 * kStripPadding;
}

float late_line_height(const Layout& layout) {
  return layout.metrics.cap(Role::foot) + 2 * kLateLineAir * layout.growth();
}

void draw_late_line(Canvas& canvas, const Layout& layout, const Box& box,
                    const present::TileAge& age) {
  const Theme& theme = layout.theme;
  canvas.fill(box, theme.late_strip, 6);
  const Type strong{Role::foot, Weight::semibold};
  Point at{box.left + kStripPadding, box.centre().y + layout.metrics.cap(Role::foot) / 2};
  canvas.text(at, age.as_at, strong, theme.late_strip_text, box.right - kStripPadding - at.x);
  at.x += layout.type.width(age.as_at, strong) + kLateLineGap;
  canvas.text(at, age.detail, {Role::foot}, theme.late_strip_text,
              box.right - kStripPadding - at.x + 0.5f);
}

float lateness_height(const Layout& layout, float width, const present::TileAge& age) {
  return fits_late_line(layout, width, age) ? late_line_height(layout) : late_strip_height(layout);
}

void draw_lateness(Canvas& canvas, const Layout& layout, const Box& box,
                   const present::TileAge& age) {
  if (fits_late_line(layout, box.width(), age)) {
    draw_late_line(canvas, layout, box, age);
  } else {
    draw_late_strip(canvas, layout, box, age);
  }
}

float no_data_height(const Layout& layout) {
  const Metrics& metrics = layout.metrics;
  return 9 + 64 * layout.growth() + metrics.cap(Role::body) + 31 * layout.growth() +
         metrics.cap(Role::foot);
}

void draw_no_data(Canvas& canvas, const Layout& layout, const Box& box,
                  const present::TileAge& age) {
  const Metrics& metrics = layout.metrics;
  const Theme& theme = layout.theme;
  float dash = 9 + 64 * layout.growth();
  Point at{box.left, box.top + dash + metrics.cap(Role::body)};
  if (box.height() + 1 < no_data_height(layout)) {
    at.y = std::max(box.bottom - no_data_height(layout) + dash, box.top) + metrics.cap(Role::body);
  } else {
    canvas.fill({box.left, box.top, box.left + 100, box.top + 9}, theme.text_absent, 4.5f);
  }
  canvas.text(at, age.as_at.empty() ? "No data yet" : age.as_at, {Role::body, Weight::semibold},
              theme.text, box.width());
  at.y += 31 * layout.growth() + metrics.cap(Role::foot);
  if (at.y + 0.25f * metrics.em(Role::foot) > box.bottom + 12) return;
  canvas.text(at, age.detail, {Role::foot, Weight::regular}, theme.text_context, box.width());
}

}  // namespace view
