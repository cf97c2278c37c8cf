#include "view/whole_tile.h"

namespace view {
namespace {

constexpr float kSide = 24;
constexpr float kTop = 20;
constexpr float kStripMargin = 14;
constexpr float kStripPadding = 24;
constexpr float kStripAir = 15;
constexpr float kBetween = 28;

constexpr Type kAsAt{Role::foot, Weight::semibold};
constexpr Type kDetail{Role::foot, Weight::regular};

bool is_late(const present::TileAge& age) {
  return age.state == present::TileAge::State::late;
}

// So wide a strip holds its two lines beside each other, unless the letters are large.
struct Strip {
  Box box;
  float as_at_width;
  bool one_line;
};

Strip strip_of(const Layout& layout, const present::TileAge& age) {
  const Box& tile = layout.content;
  Box box{tile.left + kStripMargin, 0, tile.right - kStripMargin, tile.bottom - kStripMargin};
  float as_at = layout.type.width(age.as_at, kAsAt);
  bool one_line =
      as_at + kBetween + layout.type.width(age.detail, kDetail) <= box.width() - 2 * kStripPadding;
  float height = one_line ? layout.metrics.cap(Role::foot) + 2 * kStripAir * layout.growth()
                          : late_strip_height(layout);
  box.top = box.bottom - height;
  return {box, as_at, one_line};
}

}  // namespace

Box whole_tile_room(const Layout& layout, const present::TileAge& age) {
  Box room = layout.content;
  if (!is_late(age)) return room;
  return {room.left + kSide, room.top + kTop, room.right - kSide,
          strip_of(layout, age).box.top - kStripMargin};
}

void draw_whole_tile(const Layout& layout, const present::TileAge& age) {
  if (!is_late(age)) return;
  Canvas& canvas = layout.region("late", layout.content);
  draw_card(canvas, layout.theme, layout.content, age);
  Strip strip = strip_of(layout, age);
  if (!strip.one_line) {
    draw_late_strip(canvas, layout, strip.box, age);
    return;
  }
  const Theme& theme = layout.theme;
  canvas.fill(strip.box, theme.late_strip, 6);
  Point at{strip.box.left + kStripPadding,
           strip.box.centre().y + layout.metrics.cap(Role::foot) / 2};
  float room = strip.box.right - kStripPadding - at.x;
  canvas.text(at, age.as_at, kAsAt, theme.late_strip_text, room);
  at.x += strip.as_at_width + kBetween;
  canvas.text(at, age.detail, kDetail, theme.late_strip_text,
              strip.box.right - kStripPadding - at.x + 0.5f);
}

}  // namespace view
