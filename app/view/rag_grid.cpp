// Ratings in rows and columns: themes by periods, areas by KPIs, how many have each rating.
#include <algorithm>
#include <string>

#include "view/card.h"
#include "view/rag_grid_plan.h"
#include "view/sheet.h"
#include "view/whole_tile.h"

namespace view {
namespace {

using namespace grid;
using present::RagGrid;
using Is = RagGrid::Cell::Is;

constexpr Type kHead{Role::foot, Weight::semibold};

class SheetPainter {
 public:
  SheetPainter(const RagGrid& content, const Plan& plan, const Layout& layout, Canvas& canvas,
               const Box& box, ColumnRange range)
      : content_(content),
        plan_(plan),
        layout_(layout),
        canvas_(canvas),
        theme_(layout.theme),
        colors_(colors_of(layout.theme, content.age)),
        late_(content.age.state == present::TileAge::State::late),
        g_(layout.growth()),
        box_(box),
        range_(range) {}

  void draw(const GroupedPage& page) {
    draw_all_heads();
    float y = box_.top + plan_.heads_height;
    const GroupedRow* above = nullptr;
    for (const GroupedRow& at : page) {
      const auto& group = content_.groups[at.group];
      const Box row{box_.left, y, box_.right, y + at.height * plan_.stretch};
      y = row.bottom;
      if (at.is_head) {
        const std::string& title = group.head.title;
        draw_group_head(canvas_, layout_, row, group.head.badge, title, content_.age);
        above = nullptr;
        continue;
      }
      const bool plain = !present::needs_attention(group.rows[at.row].rating);
      const bool goes_on = above && at.part > 0;
      if (above && !goes_on && plain && !present::needs_attention(group.rows[above->row].rating)) {
        canvas_.line({row.left, row.top}, {row.right, row.top},
                     late_ ? theme_.late_hatch : theme_.hairline, 2);
      }
      draw_one(group.rows[at.row], row, at.part, goes_on);
      above = &at;
    }
  }

 private:
  float centre_of(std::size_t column) const {
    const auto place = static_cast<float>(column - range_.first);
    return box_.left + plan_.title_width + (place + 0.5f) * plan_.column_width;
  }

  void draw_all_heads() {
    const float last =
        box_.top + plan_.heads_height - heads_height(layout_) + layout_.metrics.cap(Role::foot) + 1;
    canvas_.text({box_.left + kSheetInset, last}, content_.corner, kHead, colors_.context,
                 plan_.title_width - kSheetInset - 8 * g_);
    if (plan_.form != Form::members) {
      for (std::size_t i = range_.first; i < range_.last && i < content_.columns.size(); ++i) {
        draw_head(i, last);
      }
    }
    const float y = box_.top + plan_.heads_height - 1;
    canvas_.line({box_.left, y}, {box_.right, y}, late_ ? theme_.late_mark : theme_.rule, 2);
  }

  // The lines of a head end on the line above the rule.
  void draw_head(std::size_t column, float last) {
    const float room = plan_.column_width - 16 * g_;
    const auto lines =
        layout_.type.wrap(content_.columns[column].title, kHead, room, plan_.head_lines);
    float y = last - static_cast<float>(lines.size() - 1) * layout_.metrics.pitch(Role::foot);
    for (const auto& line : lines) {
      canvas_.text({centre_of(column), y}, line, kHead, colors_.context, room + 1, Align::centre);
      y += layout_.metrics.pitch(Role::foot);
    }
  }

  // A part that goes on below the one before it has no title of its own.
  void draw_one(const RagGrid::Row& row, const Box& box, std::size_t part, bool goes_on) {
    const bool strong = present::needs_attention(row.rating);
    const float inset = std::min(4 * g_, box.height() * 0.06f);
    if (!late_) {
      draw_row(canvas_, theme_, {box.left, box.top + inset, box.right, box.bottom - inset}, 7,
               row.rating);
    }
    if (!goes_on) draw_title(row, box, strong);
    if (plan_.form == Form::members) {
      draw_members(row, box, part);
      return;
    }
    for (std::size_t i = range_.first; i < range_.last && i < row.cells.size(); ++i) {
      draw_cell(row.cells[i], {centre_of(i), box.centre().y}, box.height());
    }
  }

  void draw_title(const RagGrid::Row& row, const Box& box, bool strong) {
    float left = box.left + kSheetInset;
    const float badge = badge_width(content_, layout_);
    if (!row.head.badge.empty()) draw_badge(row.head.badge, left, box.centre().y, badge);
    left += badge;
    // A row that goes on from another page may be lower than its title, which was whole there.
    const int fit = static_cast<int>(box.height() / layout_.metrics.pitch(plan_.role));
    const int lines = std::min(title_lines(content_, row, plan_, layout_), std::max(1, fit));
    draw_row_title(canvas_, layout_,
                   {left, box.top, box.left + plan_.title_width - 24 * g_, box.bottom},
                   row.head.title, title_type(row, plan_.role),
                   strong ? colors_.strong : colors_.context, lines);
  }

  void draw_badge(const std::string& badge, float left, float middle, float width) {
    const float baseline = middle + layout_.metrics.cap(Role::foot) / 2;
    const float side = width - 20 * g_;
    canvas_.fill({left, middle - 23 * g_, left + side, middle + 23 * g_},
                 late_ ? theme_.late_hatch : theme_.raised, 8);
    canvas_.text({left + side / 2, baseline}, badge, kHead, colors_.strong, side, Align::centre);
  }

  void draw_cell(const RagGrid::Cell& cell, Point centre, float height) {
    switch (cell.is) {
      case Is::empty:
      case Is::member:
        return;
      case Is::before:
        draw_row_mark(canvas_, theme_, centre, kLastMark * g_, height, cell.rag.before,
                      look_of(content_.age, MarkLook::last));
        return;
      case Is::now:
        draw_row_mark(canvas_, theme_, centre, kMark * g_, height, cell.rag.now,
                      look_of(content_.age));
        draw_its_move(cell, centre);
        return;
      case Is::count:
        draw_count(cell, centre, height);
    }
  }

  // Between the two periods. In a grid of many columns only what moved has its sign, behind the
  // mark.
  void draw_its_move(const RagGrid::Cell& cell, Point centre) {
    const bool in_time = content_.columns.size() == 2 && has_before();
    if (!in_time && cell.rag.move == present::Move::same) return;
    const float x = in_time ? centre.x - plan_.column_width / 2 : centre.x + 54 * g_;
    draw_move(canvas_, theme_, {x, centre.y}, kMove * g_, cell.rag.move, look_of(content_.age));
  }

  bool has_before() const {
    return std::ranges::any_of(content_.groups, [](const auto& group) {
      return std::ranges::any_of(group.rows, [](const auto& row) {
        return !row.cells.empty() && row.cells.front().is == Is::before;
      });
    });
  }

  void draw_count(const RagGrid::Cell& cell, Point centre, float height) {
    const Type type{Role::body, Weight::semibold, Digits::tabular};
    const float baseline = centre.y + layout_.metrics.cap(Role::body) / 2;
    if (cell.count == 0) {
      canvas_.text({centre.x, baseline}, "–", {Role::body},
                   late_ ? colors_.context : theme_.text_absent, plan_.column_width, Align::centre);
      return;
    }
    const std::string number = std::to_string(cell.count);
    const float mark = kMark * g_ * 0.9f;
    const float gap = 18 * g_;
    const float width = mark + gap + layout_.type.width(number, type);
    const float left = centre.x - width / 2;
    draw_row_mark(canvas_, theme_, {left + mark / 2, centre.y}, mark, height, cell.rag.now,
                  look_of(content_.age));
    canvas_.text({left + mark + gap, baseline}, number, type, colors_.strong,
                 layout_.type.width(number, type) + 1);
  }

  void draw_members(const RagGrid::Row& row, const Box& box, std::size_t part) {
    const float top = box.top + (box.height() - box.height() / plan_.stretch) / 2;
    const float needed = member_frame(layout_) + layout_.metrics.pitch(Role::foot);
    const bool is_low = box.height() / plan_.stretch + 1 < needed;
    const std::size_t first = part * plan_.in_line;
    const std::size_t last = std::min(first + plan_.in_line, row.cells.size());
    for (std::size_t i = first; i < last && row.cells[i].is == Is::member; ++i) {
      const float x = box.left + plan_.title_width +
                      (static_cast<float>(i - first) + 0.5f) * plan_.column_width;
      if (is_low) {
        draw_low_member(row.cells[i], {x, box.centre().y}, box.height());
      } else {
        draw_member(row.cells[i], {x, top});
      }
    }
  }

  void draw_member(const RagGrid::Cell& cell, Point top) {
    const float middle = top.y + (kMemberTop + kMark * 0.6f) * g_;
    draw_mark(canvas_, theme_, {top.x, middle}, kMark * g_, cell.rag.now, look_of(content_.age));
    if (cell.rag.move != present::Move::same) {
      draw_move(canvas_, theme_, {top.x + 62 * g_, middle}, kMove * g_, cell.rag.move,
                look_of(content_.age));
    }
    const bool strong = present::needs_attention(cell.rag.now);
    const float room = plan_.column_width - 14 * g_;
    float y =
        top.y + (kMemberTop + kMark * 1.2f + kMemberGap) * g_ + layout_.metrics.cap(Role::foot);
    const int most = label_lines(cell, plan_, layout_);
    for (const auto& line : layout_.type.wrap(cell.label, {Role::foot}, room, most)) {
      canvas_.text({top.x, y}, line, {Role::foot}, strong ? colors_.strong : colors_.context,
                   room + 1, Align::centre);
      y += layout_.metrics.pitch(Role::foot);
    }
  }

  // Where a page is lower than a mark over its name, they stand beside each other.
  void draw_low_member(const RagGrid::Cell& cell, Point centre, float height) {
    const float mark = std::min(kMark * g_, height / 1.2f);
    const float left = centre.x - plan_.column_width / 2 + mark * 0.6f;
    draw_row_mark(canvas_, theme_, {left, centre.y}, mark, height, cell.rag.now,
                  look_of(content_.age));
    const float x = left + mark * 0.6f + 14 * g_;
    canvas_.text({x, centre.y + layout_.metrics.cap(Role::foot) / 2}, cell.label, {Role::foot},
                 colors_.strong, centre.x + plan_.column_width / 2 - 14 * g_ - x);
  }

  const RagGrid& content_;
  const Plan& plan_;
  const Layout& layout_;
  Canvas& canvas_;
  const Theme& theme_;
  TileColors colors_;
  bool late_;
  float g_;
  Box box_;
  ColumnRange range_;
};

}  // namespace

int page_count(const RagGrid& content, const Layout& layout) {
  return plan_of(content, layout).page_count();
}

void draw(const RagGrid& content, int page, const Layout& layout) {
  draw_whole_tile(layout, content.age);
  const Plan plan = plan_of(content, layout);
  const auto at = static_cast<std::size_t>(page);
  const ColumnRange range = plan.ranges[at % plan.ranges.size()];
  const std::size_t first = at / plan.ranges.size() * plan.sheets;
  for (std::size_t sheet = 0; sheet < plan.sheets && first + sheet < plan.pages.size(); ++sheet) {
    Box box = plan.room;
    box.left += static_cast<float>(sheet) * (plan.sheet_width + kSheetGap * layout.growth());
    box.right = box.left + plan.sheet_width;
    Canvas& canvas = layout.region("grid " + std::to_string(sheet),
                                   {box.left, box.top - 10, box.right, box.bottom});
    SheetPainter(content, plan, layout, canvas, box, range).draw(plan.pages[first + sheet]);
  }
}

}  // namespace view
