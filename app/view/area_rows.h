// Areas that are no exceptions, as a table of one or two lines each.
#pragma once

#include <vector>

#include "view/sheet.h"

namespace view {

std::vector<RowHeight> area_row_heights(const present::Exceptions& content, const Layout& layout,
                                        float width);

// Of heads and rows where there is room enough.
float area_rows_natural(const present::Exceptions& content, const Layout& layout, PageRows rows,
                        float width);

void draw_area_rows(const present::Exceptions& content, const Layout& layout, PageRows rows,
                    const Box& box);

}  // namespace view
