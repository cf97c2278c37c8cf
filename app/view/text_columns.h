// Lists of text that flow over columns and pages: which lines stand in which column.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "present/text_slides.h"
#include "view/slide_kinds.h"

namespace view {

// An item, or as much of one as a column holds if the whole is longer than a column.
struct TextPiece {
  std::size_t list = 0;
  bool begins_list = false;
  bool begins_item = false;
  std::vector<std::string> lines;
  std::vector<std::string> detail;

  int line_count() const { return static_cast<int>(lines.size() + detail.size()); }
};

// Pieces `first` to `last` (not included) below each other.
struct TextColumn {
  std::size_t first = 0;
  std::size_t last = 0;
};

struct TextFlow {
  int columns_on_page = 1;
  float width = 0;  // of a column
  std::vector<TextPiece> pieces;
  std::vector<TextColumn> columns;

  int pages() const;
};

inline constexpr float kColumnGap = 48;
inline constexpr float kTextIndent = 34;  // of an item behind its bullet; grows with the letters

// Down a column, from the capitals of the first line to the last baseline.
float list_gap(const Layout& layout);
float item_gap(const Layout& layout);
float rule_below_head(const Layout& layout);
float head_height(const Layout& layout, int lines);  // 0 for none; to the first item's capitals
float item_height(const Layout& layout, int lines);

// The lines of the head above a column's first list, or above one that begins in it; none if the
// list has no title. "Key commitments, continued".
std::vector<std::string> head_lines(const present::TextList& list, bool continued,
                                    const Layout& layout, float width);

Type type_of(const present::TextList& list);

// Nothing is left out. An item is parted only if it is longer than a column, a head is never
// without an item, and among the ways that need the fewest pages the one is taken that parts the
// fewest lists and fills the columns most evenly.
TextFlow flow_text(std::span<const present::TextList> lists, const Layout& layout, const Box& room);

}  // namespace view
