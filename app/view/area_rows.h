// Areas that are no exceptions, as a table of one or two lines each.
#pragma once

#include <vector>

#include "view/sheet.h"

namespace view {

// `room` is that of a page with nothing but rows: no row is higher.
std::vector<RowHeight> area_row_heights(const present::Exceptions& content, const Layout& layout,
                                        const Box& room);

// Of heads and rows where there is room enough.
float area_rows_natural(const present::Exceptions& content, const Layout& layout, PageRows rows,
                        const Box& room);

void draw_area_rows(const present::Exceptions& content, const Layout& layout, PageRows rows,
                    const Box& room, const Box& box);

}  // namespace view
