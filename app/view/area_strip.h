// How an area stands to its control limits: six months between them, or the category in words.
#pragma once

#include "view/slide_kinds.h"

namespace view {

// The least height in which strip and labels stand clear of each other.
float area_strip_height(const present::Exceptions::Area& area, const Layout& layout);

// Words of the limits to the right of the strip.
float area_strip_labels(const Layout& layout);

void draw_area_strip(Canvas& canvas, const Layout& layout, const present::Exceptions::Area& area,
                     const present::TileAge& age, const Box& box);

}  // namespace view
