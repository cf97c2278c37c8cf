#include "view/whole_tile.h"

namespace view {
namespace {

constexpr float kSide = 24;
constexpr float kTop = 20;
constexpr float kStripMargin = 14;

bool is_late(const present::TileAge& age) {
  return age.state == present::TileAge::State::late;
}

// So wide a strip holds its two lines beside each other, unless the letters are large.
Box strip_of(const Layout& layout, const present::TileAge& age) {
  const Box& tile = layout.content;
  Box box{tile.left + kStripMargin, 0, tile.right - kStripMargin, tile.bottom - kStripMargin};
  box.top = box.bottom - lateness_height(layout, box.width(), age);
  return box;
}

}  // namespace

Box whole_tile_room(const Layout& layout, const present::TileAge& age) {
  Box room = layout.content;
  if (!is_late(age)) return room;
  return {room.left + kSide, room.top + kTop, room.right - kSide,
          strip_of(layout, age).top - kStripMargin};
}

void draw_whole_tile(const Layout& layout, const present::TileAge& age) {
  if (!is_late(age)) return;
  Canvas& canvas = layout.region("late", layout.content);
  draw_card(canvas, layout.theme, layout.content, age);
  draw_lateness(canvas, layout, strip_of(layout, age), age);
}

}  // namespace view
