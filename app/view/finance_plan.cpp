#include "view/finance_plan.h"

#include <algorithm>

#include "view/finance_tail.h"
#include "view/whole_tile.h"

namespace view {
namespace {

using Row = present::Finance::Row;
using RowWeight = present::Finance::Weight;

// A table is broken where its parts end: after a subtotal, or before one where subtotals stand over
// the lines that they add up.
std::vector<RowHeight> heights_of(const std::vector<Row>& rows, const FinancePart& part,
                                  const FinanceStyle& style, const Layout& layout) {
  const bool totals_first = !rows.empty() && rows.front().weight != RowWeight::line;
  std::vector<RowHeight> heights;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool last = i + 1 == rows.size();
    const bool ends = totals_first ? last || rows[i + 1].weight != RowWeight::line
                                   : rows[i].weight != RowWeight::line;
    heights.push_back({finance_row_height(rows[i], part, style, layout), !ends && !last});
  }
  return heights;
}

float sum_of(const std::vector<RowHeight>& heights, PageRows rows) {
  float sum = 0;
  for (std::size_t i = rows.first; i < rows.last; ++i) sum += heights[i].height;
  return sum;
}

class Planner {
 public:
  Planner(const present::Finance& content, const Layout& layout)
      : content_(content), layout_(layout), room_(whole_tile_room(layout, content.age)) {}

  FinancePlan plan() && {
    callout_ = callout_height(content_, layout_, room_.width(), room_.height());
    remark_ = remark_height(content_, layout_, room_.width());
    if (content_.form == present::Finance::Form::shares) {
      add_shares();
    } else {
      add_rows();
    }
    add_notes();
    if (plan_.pages.empty()) plan_.pages.push_back({FinancePage::What::notes, 0, {}, false, {}});
    return std::move(plan_);
  }

 private:
  // The shares give way to the callout only down to the height that their labels need.
  void add_shares() {
    const bool beside = room_.height() - callout_ - remark_ >= room_.height() * 0.7f;
    callout_placed_ = callout_ > 0 && beside;
    plan_.pages.push_back({FinancePage::What::shares, 0, {}, callout_placed_, {}});
  }

  void add_rows() {
    plan_.style = finance_style(content_, layout_, room_);
    const float heads = finance_heads_height(plan_.style, layout_);
    const float room = room_.height() - heads - remark_;
    const auto& parts = plan_.style.parts;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      const auto heights =
          heights_of(content_.sheets[parts[p].sheet].rows, parts[p], plan_.style, layout_);
      auto pages = break_rows(heights, room);
      const bool last_part = p + 1 == parts.size();
      if (last_part && callout_ > 0) {
        // Rows move closer to each other, or to an earlier page, before the callout leaves them.
        const auto beside = break_rows(heights, room - callout_);
        callout_placed_ =
            beside.size() == pages.size() && sum_of(heights, beside.back()) <= room - callout_;
        if (callout_placed_) pages = beside;
      }
      for (const PageRows& rows : pages) {
        plan_.pages.push_back({FinancePage::What::rows, p, rows, false, {}});
      }
      if (!last_part) continue;
      plan_.pages.back().callout = callout_placed_;
      left_ = room - sum_of(heights, pages.back()) - (callout_placed_ ? callout_ : 0);
    }
  }

  void set_notes(Role role) {
    plan_.note_role = role;
    plan_.note_left = note_left(content_, role, layout_);
    plan_.notes = note_lines(content_, role, plan_.note_left, room_.width(), layout_);
  }

  // Below the rows in the smallest letters if all of them fit; else in larger ones on pages of
  // their own.
  void add_notes() {
    const bool callout_waits = callout_ > 0 && !callout_placed_;
    if (!content_.notes.empty() && !callout_waits) {
      set_notes(Role::foot);
      const auto heights = note_heights(plan_.notes, Role::foot, layout_);
      const PageRows all{0, plan_.notes.size()};
      if (sum_of(heights, all) + 24 * layout_.growth() <= left_) {
        plan_.pages.back().notes = all;
        return;
      }
    }
    set_notes(Role::body);
    auto heights = note_heights(plan_.notes, Role::body, layout_);
    if (callout_waits) heights.insert(heights.begin(), {callout_, false});
    if (heights.empty()) return;
    for (PageRows rows : break_rows(heights, room_.height())) {
      FinancePage page;
      page.callout = callout_waits && rows.first == 0;
      if (callout_waits) {
        rows.first -= rows.first > 0;
        --rows.last;
      }
      page.notes = rows;
      plan_.pages.push_back(page);
    }
  }

  const present::Finance& content_;
  const Layout& layout_;
  Box room_;
  float callout_ = 0;
  float remark_ = 0;
  float left_ = 0;  // on the last page with rows
  bool callout_placed_ = false;
  FinancePlan plan_;
};

}  // namespace

float finance_heads_height(const FinanceStyle& style, const Layout& layout) {
  const float pitch = layout.metrics.pitch(Role::foot);
  return heads_height(layout) + static_cast<float>(style.head_lines - 1) * pitch +
         (style.groups ? pitch + 10 * layout.growth() : 0);
}

float finance_row_height(const Row& row, const FinancePart& part, const FinanceStyle& style,
                         const Layout& layout) {
  const float room = part.title_right - kFinanceInset * layout.growth();
  const int lines = finance_title_lines(row, style.role, room, layout);
  return static_cast<float>(lines) * layout.metrics.pitch(style.role) + 5 * layout.growth();
}

FinancePlan plan_finance(const present::Finance& content, const Layout& layout) {
  return Planner(content, layout).plan();
}

}  // namespace view
