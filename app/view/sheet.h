// Sheets: rows of unequal height under column heads, broken over pages.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "view/canvas.h"
#include "view/slide_kinds.h"

namespace view {

// Rows `first` to `last` (not included) of one page.
struct PageRows {
  std::size_t first = 0;
  std::size_t last = 0;

  bool operator==(const PageRows&) const = default;
};

struct RowHeight {
  float height = 0;
  bool stays_with_next = false;  // a parent with its child, a head with its first row
};

// At least one page; no row is left out, and one that is higher than the room has a page of its
// own. Rows that stay with the next are not parted from it unless they fill a page together. Pages
// are filled evenly: the last is not left with a single row where the others could give one.
std::vector<PageRows> break_rows(std::span<const RowHeight> rows, float room);

// A column head; `x` is its left edge, centre or right edge, by `align`.
struct Head {
  std::string text;
  float x = 0;
  float room = 0;
  Align align = Align::left;
};

// From the top of a sheet to below the rule under its heads.
float heads_height(const Layout& layout);

// One line of heads, and the rule under them over the width of `box`, whose top they start from.
void draw_heads(Canvas& canvas, const Layout& layout, const Box& box, std::span<const Head> heads,
                const present::TileAge& age);

}  // namespace view
