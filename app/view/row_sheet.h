// Rows in groups, broken over pages: every page of a group starts with the group's head.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "view/canvas.h"
#include "view/marks.h"
#include "view/slide_kinds.h"

namespace view {

struct GroupedRow {
  std::size_t group = 0;
  std::size_t row = 0;  // in its group; of a head the first row below it
  bool is_head = false;
  float height = 0;
  std::size_t part = 0;  // of a row that is broken over lines of its own

  bool operator==(const GroupedRow&) const = default;
};
using GroupedPage = std::vector<GroupedRow>;

// `rows` is a head, if its group has one, and the rows below it, group by group. A head that is
// repeated on top of a page has the height of its first one; it is not where it would leave the row
// no room.
std::vector<GroupedPage> break_groups(std::span<const GroupedRow> rows, float room);

// How much higher than needed each row of these pages may be, so that the fullest fills its room;
// `most` at the most.
float stretch_of(std::span<const GroupedPage> pages, float room, float most);

// Number and name of a group, in the size of Body or, where that is too wide, smaller.
float group_head_height(const Layout& layout);
void draw_group_head(Canvas& canvas, const Layout& layout, const Box& box, const std::string& badge,
                     const std::string& title, const present::TileAge& age);

// A title in `lines` lines, centred on the middle of its row.
void draw_row_title(Canvas& canvas, const Layout& layout, const Box& room, const std::string& title,
                    Type type, Color color, int lines);

// Lines that a title takes, but no more than `room` is high.
int lines_within(const Layout& layout, const std::string& title, Type type, float width,
                 float room);

// A mark as large as the row allows, its diamond not higher than the row.
void draw_row_mark(Canvas& canvas, const Theme& theme, Point centre, float diameter,
                   float row_height, model::Rating rating, MarkLook look);

inline constexpr float kSheetInset = 24;  // of what stands in a row from the row's left edge
inline constexpr float kSheetEdge = 9;    // of a row that asks for attention

}  // namespace view
