// How a grid of ratings is laid out: widths, pages by rows and by columns, and one or two sheets
// beside each other.
#pragma once

#include <cstddef>
#include <vector>

#include "view/row_sheet.h"
#include "view/slide_kinds.h"

namespace view::grid {

inline constexpr float kMark = 56;  // diameter
inline constexpr float kLastMark = 46;
inline constexpr float kMove = 30;
inline constexpr float kMemberTop = 12;  // above the mark of a named member
inline constexpr float kMemberGap = 12;  // below it
inline constexpr float kSheetGap = 48;   // between two sheets

enum class Form {
  marks,    // before and now: a narrow column each, the move between them
  counts,   // a mark and a number
  members,  // marks over names; they fill lines, whatever the column
};

// Columns `first` to `last` (not included) of one page.
struct ColumnRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

struct Plan {
  Form form = Form::marks;
  Role role = Role::body;  // of the rows' titles
  float title_width = 0;   // from a row's left edge to its first cell
  float column_width = 0;
  float heads_height = 0;
  int head_lines = 1;
  int label_lines = 3;     // most of a member's name
  std::size_t sheets = 1;  // beside each other
  float sheet_width = 0;
  std::size_t in_line = 1;  // members in one line of a row
  Box room;                 // with the heads
  std::vector<ColumnRange> ranges;
  std::vector<GroupedPage> pages;  // of one sheet each
  float stretch = 1;

  int page_count() const;
};

Plan plan_of(const present::RagGrid& grid, const Layout& layout);

// Where the title of a row begins and how much room it has, from the row's left edge.
float badge_width(const present::RagGrid& grid, const Layout& layout);

// What one line of members takes without their names.
float member_frame(const Layout& layout);

// Lines of a member's name in a cell of this plan.
int label_lines(const present::RagGrid::Cell& cell, const Plan& plan, const Layout& layout);

Type title_type(const present::RagGrid::Row& row, Role role);
int title_lines(const present::RagGrid& grid, const present::RagGrid::Row& row, const Plan& plan,
                const Layout& layout);

}  // namespace view::grid
