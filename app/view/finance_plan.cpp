#include "view/finance_plan.h"

#include <algorithm>

#include "view/finance_shares.h"
#include "view/finance_tail.h"
#include "view/whole_tile.h"

namespace view {
namespace {

using Row = present::Finance::Row;
using RowWeight = present::Finance::Weight;

// Where a table may be broken: where its parts end, or anywhere as long as no subtotal is parted
// from all of its lines.
enum class Breaks { by_subtotal, anywhere };

// Parts end with a subtotal, or begin with it where subtotals stand over their lines.
std::vector<RowHeight> heights_of(const std::vector<Row>& rows, const FinancePart& part,
                                  const FinanceStyle& style, const Layout& layout, Breaks breaks) {
  const bool totals_first = !rows.empty() && rows.front().weight != RowWeight::line;
  std::vector<RowHeight> heights;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool last = i + 1 == rows.size();
    const bool ends = totals_first ? last || rows[i + 1].weight != RowWeight::line
                                   : rows[i].weight != RowWeight::line;
    const bool at_subtotal =
        !last && (totals_first ? rows[i] : rows[i + 1]).weight != RowWeight::line;
    const bool stays = !ends && !last && (breaks == Breaks::by_subtotal || at_subtotal);
    heights.push_back({finance_row_height(rows[i], part, style, layout), stays});
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
    remark_ = remark_height(content_, layout_, room_);
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
  // Callout and remark leave the shares where their labels would have no room.
  void add_shares() {
    const auto fit = [&](float below) {
      Box box = room_;
      box.bottom -= below;
      return finance_shares_fit(content_, box, layout_);
    };
    callout_placed_ = callout_ > 0 && fit(callout_ + remark_);
    plan_.remark_in_notes = remark_ > 0 && !callout_placed_ && !fit(remark_);
    plan_.pages.push_back({FinancePage::What::shares, 0, {}, callout_placed_, {}});
  }

  void add_rows() {
    Box rows_room = room_;
    rows_room.bottom -= remark_;
    plan_.style = finance_style(content_, layout_, rows_room);
    const float heads = finance_heads_height(plan_.style, layout_);
    const float room = room_.height() - heads - remark_;
    const auto& parts = plan_.style.parts;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      const auto& rows = content_.sheets[parts[p].sheet].rows;
      const auto heights_for = [&](Breaks breaks) {
        return heights_of(rows, parts[p], plan_.style, layout_, breaks);
      };
      auto heights = heights_for(Breaks::anywhere);
      auto pages = break_rows(heights, room);
      // By subtotal, unless that takes more pages.
      const auto whole = heights_for(Breaks::by_subtotal);
      if (const auto by_subtotal = break_rows(whole, room); by_subtotal.size() == pages.size()) {
        heights = whole;
        pages = by_subtotal;
      }
      const bool last_part = p + 1 == parts.size();
      if (last_part && callout_ > 0) {
        // Rows move closer to each other, or to an earlier page, before the callout leaves them.
        const auto beside = break_rows(heights, room - callout_);
        callout_placed_ =
            beside.size() == pages.size() && sum_of(heights, beside.back()) <= room - callout_;
        if (callout_placed_) pages = beside;
      }
      for (const PageRows& page : pages) {
        plan_.pages.push_back({FinancePage::What::rows, p, page, false, {}});
      }
      if (!last_part) continue;
      plan_.pages.back().callout = callout_placed_;
      left_ = room - sum_of(heights, pages.back()) - (callout_placed_ ? callout_ : 0);
    }
  }

  void set_notes(Role role) {
    plan_.note_role = role;
    auto notes = content_.notes;
    if (plan_.remark_in_notes) notes.insert(notes.begin(), {"", content_.remark});
    plan_.note_left = note_left(notes, role, layout_);
    plan_.notes = note_lines(notes, role, plan_.note_left, room_.width(), layout_);
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
  const int lines =
      std::min(finance_title_lines(row, style.role, room, layout), style.most_title_lines);
  return static_cast<float>(lines) * layout.metrics.pitch(style.role) + 2 * layout.growth();
}

FinancePlan plan_finance(const present::Finance& content, const Layout& layout) {
  return Planner(content, layout).plan();
}

}  // namespace view
