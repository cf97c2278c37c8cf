// Tables of money, page by page: rows or shares, then what stands below or behind them.
#include <algorithm>

#include "view/finance_rows.h"
#include "view/finance_shares.h"
#include "view/finance_tail.h"
#include "view/slide_kinds.h"
#include "view/whole_tile.h"

namespace view {

int page_count(const present::Finance& content, const Layout& layout) {
  return static_cast<int>(plan_finance(content, layout).pages.size());
}

void draw(const present::Finance& content, int page, const Layout& layout) {
  const FinancePlan plan = plan_finance(content, layout);
  const FinancePage& at = plan.pages[static_cast<std::size_t>(page)];
  draw_whole_tile(layout, content.age);
  const Box room = whole_tile_room(layout, content.age);
  // Heads stand on the upper edge by their capitals; some letters reach above them.
  Box bounds = room;
  bounds.top -= 8 * layout.growth();
  Canvas& canvas = layout.region("finance", bounds);

  const float callout =
      at.callout ? callout_height(content, layout, room.width(), room.height()) : 0;
  if (at.what == FinancePage::What::notes) {
    if (at.callout) {
      draw_callout(canvas, content, layout, {room.left, room.top, room.right, room.top + callout});
    }
    draw_notes(canvas, content, plan, at.notes,
               {room.left, room.top + callout, room.right, room.bottom}, layout);
    return;
  }
  // From the bottom up: notes, callout, remark; the rows have the rest.
  const auto heights = note_heights(plan.notes, plan.note_role, layout);
  float notes = at.notes.last > at.notes.first ? 24 * layout.growth() : 0;
  for (std::size_t i = at.notes.first; i < at.notes.last; ++i) notes += heights[i].height;
  Box rest = room;
  rest.bottom -= notes;
  draw_notes(
      canvas, content, plan, at.notes,
      {room.left, rest.bottom + std::min(notes, 24 * layout.growth()), room.right, room.bottom},
      layout);
  if (at.callout) {
    draw_callout(canvas, content, layout,
                 {room.left, rest.bottom - callout, room.right, rest.bottom});
    rest.bottom -= callout;
  }
  const float remark = plan.remark_in_notes ? 0 : remark_height(content, layout, room);
  if (remark > 0) {
    draw_remark(canvas, content, layout,
                {room.left, rest.bottom - remark, room.right, rest.bottom});
    rest.bottom -= remark;
  }
  if (at.what == FinancePage::What::shares) {
    draw_finance_shares(canvas, content, rest, layout);
  } else {
    draw_finance_rows(canvas, content, plan, at, rest, layout);
  }
}

}  // namespace view
