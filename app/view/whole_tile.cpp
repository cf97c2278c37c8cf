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
struct Strip {
  Box box;
  bool one_line;
};

Strip strip_of(const Layout& layout, const present::TileAge& age) {
  const Box& tile = layout.content;
  Box box{tile.left + kStripMargin, 0, tile.right - kStripMargin, tile.bottom - kStripMargin};
  bool one_line = fits_late_line(layout, box.width(), age);
  float height = one_line ? late_line_height(layout) : late_strip_height(layout);
  box.top = box.bottom - height;
  return {box, one_line};
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
  if (strip.one_line) {
    draw_late_line(canvas, layout, strip.box, age);
  } else {
    draw_late_strip(canvas, layout, strip.box, age);
  }
}

}  // namespace view
