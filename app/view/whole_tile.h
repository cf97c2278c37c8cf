// A slide that is one tile: what it looks like, and what room is left, when its figures are late.
#pragma once

#include "view/card.h"

namespace view {

// The content's box; less the late tile's margin and strip if the figures are late.
Box whole_tile_room(const Layout& layout, const present::TileAge& age);

// Ground and strip of a late tile, in a region of their own; nothing for others. Draw it first.
void draw_whole_tile(const Layout& layout, const present::TileAge& age);

}  // namespace view
