#include "view/whole_tile.h"

namespace view {
namespace {

constexpr float kSide = 24;
constexpr float kTop = 20;
constexpr float kStripMargin = 14;

bool is_late(const present::TileAge& age) {
  return age.state == present::TileAge::State::late;
}

Box strip_of(const Layout& layout) {
  const Box& box = layout.content;
  float bottom = box.bottom - kStripMargin;
  return {box.left + kStripMargin, bottom - late_strip_height(layout), box.right - kStripMargin,
          bottom};
}

}  // namespace

Box whole_tile_room(const Layout& layout, const present::TileAge& age) {
  Box room = layout.content;
  if (!is_late(age)) return room;
  return {room.left + kSide, room.top + kTop, room.right - kSide,
          strip_of(layout).top - kStripMargin};
}

void draw_whole_tile(const Layout& layout, const present::TileAge& age) {
  if (!is_late(age)) return;
  Canvas& canvas = layout.region("late", layout.content);
  draw_card(canvas, layout.theme, layout.content, age);
  draw_late_strip(canvas, layout, strip_of(layout), age);
}

}  // namespace view
