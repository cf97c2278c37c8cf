// Draws the three tables of a priority.
#pragma once

#include "view/priority_pages.h"

namespace view {

void draw_section(const present::PriorityPage& content, const RowSection& section,
                  const RowStyle& style, const Layout& layout);

}  // namespace view
