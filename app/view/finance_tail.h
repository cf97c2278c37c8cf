// What stands below or behind the rows of a table: its callout, a remark, its notes.
#pragma once

#include <vector>

#include "view/finance_plan.h"

namespace view {

// With the air above it; 0 without a callout. Never higher than `most`.
float callout_height(const present::Finance& content, const Layout& layout, float width,
                     float most);
void draw_callout(Canvas& canvas, const present::Finance& content, const Layout& layout,
                  const Box& box);

// With the air above it, a quarter of the page at most; 0 without a remark.
float remark_height(const present::Finance& content, const Layout& layout, const Box& page);
void draw_remark(Canvas& canvas, const present::Finance& content, const Layout& layout,
                 const Box& box);

// Notes as lines of their width.
std::vector<NoteLine> note_lines(const std::vector<present::Finance::Note>& notes, Role role,
                                 float left, float width, const Layout& layout);
float note_left(const std::vector<present::Finance::Note>& notes, Role role, const Layout& layout);
std::vector<RowHeight> note_heights(const std::vector<NoteLine>& lines, Role role,
                                    const Layout& layout);
void draw_notes(Canvas& canvas, const present::Finance& content, const FinancePlan& plan,
                PageRows lines, const Box& box, const Layout& layout);

}  // namespace view
