// KPIs against target and comparator, a row each; children below their parents, notes below the
// rows.
#include <algorithm>
#include <string>

#include "view/card.h"
#include "view/kpi_table_plan.h"
#include "view/process_icons.h"
#include "view/row_sheet.h"
#include "view/sheet.h"
#include "view/slide_kinds.h"
#include "view/whole_tile.h"

namespace view {
namespace {

using namespace kpi_table;
using present::KpiTable;
using Kind = KpiTable::Kind;
using State = present::TileAge::State;

constexpr float kUnitGap = 8;

class RowPainter {
 public:
  RowPainter(const KpiTable& table, const KpiTable::Row& row, const Plan& plan,
             const Layout& layout, Canvas& canvas, const Box& box, float needed)
      : table_(table),
        row_(row),
        plan_(plan),
        layout_(layout),
        canvas_(canvas),
        age_(is_late(table.age) ? table.age : row.age),
        colors_(colors_of(layout.theme, age_)),
        strong_(age_.state == State::fresh && present::needs_attention(row.rating)),
        g_(layout.growth()),
        box_(box),
        needed_(needed) {}

  void draw() {
    draw_ground();
    const float strip = strip_height(table_, row_, plan_, layout_);
    Box body = box_;
    body.bottom -= strip;
    if (plan_.stack.used) {
      draw_stacked(body);
    } else {
      draw_beside(body);
    }
    if (draws_mark(table_, row_)) draw_mark_of_row(body);
    if (row_.icons.any()) draw_icons(body);
    if (strip > 0) draw_strip(strip);
  }

 private:
  static bool is_late(const present::TileAge& age) { return age.state == State::late; }

  void draw_ground() {
    const float inset = 3 * g_;
    const Box ground{box_.left, box_.top + inset, box_.right, box_.bottom - inset};
    if (is_late_alone(table_, row_)) {
      draw_card(canvas_, layout_.theme, ground, row_.age);
    } else if (strong_) {
      draw_row(canvas_, layout_.theme, ground, 7, row_.rating);
    }
  }

  void draw_icons(const Box& body) {
    const ProcessColors colors = process_colors(layout_.theme, age_);
    const float size = std::min(kIcon * g_, body.height() - 6);
    const float y = plan_.stack.used ? stack_top(body) + size / 2 : body.centre().y;
    if (row_.icons.variation) {
      draw_variation(canvas_, {box_.left + plan_.variation, y}, size, *row_.icons.variation,
                     colors);
    }
    if (row_.icons.assurance) {
      draw_assurance(canvas_, {box_.left + plan_.assurance, y}, size, *row_.icons.assurance,
                     colors);
    }
  }

  // In the row's middle; beside the title where figures below it take the whole width.
  void draw_mark_of_row(const Box& body) {
    const bool beside_title = plan_.stack.used && !plan_.stack.captions;
    const float y = beside_title ? stack_top(body) + pitch() / 2 : body.centre().y;
    const float height = beside_title ? 1.3f * pitch() : body.height();
    draw_row_mark(canvas_, layout_.theme, {box_.left + plan_.mark, y}, kMark * g_, height,
                  row_.rating, look_of(age_));
  }

  float stack_top(const Box& body) const {
    const float content = needed_ - strip_height(table_, row_, plan_, layout_) - kStackAir * g_;
    return body.top + std::max(0.0f, (body.height() - content) / 2);
  }

  void draw_strip(float height) {
    const float gap = kStripGap * g_;
    const Box strip{box_.left + kSheetInset, box_.bottom - height + gap / 2,
                    box_.right - kSheetInset, box_.bottom - gap * 1.5f};
    draw_lateness(canvas_, layout_, strip, row_.age);
  }

  float pitch() const { return layout_.metrics.pitch(plan_.role); }
  float cap() const { return layout_.metrics.cap(plan_.role); }

  // The title's lines from this baseline on, the marks of its notes raised behind the last.
  void draw_title(float baseline) {
    const Type type = title_type(row_, plan_.role);
    const float room = title_room(table_, row_, plan_, layout_);
    const float left = box_.left + title_left(row_, layout_);
    const int most = title_lines(table_, row_, plan_, layout_);
    const auto lines = layout_.type.wrap(row_.title, type, room, most);
    const Color color = strong_ ? colors_.strong : colors_.context;
    for (const auto& line : lines) {
      canvas_.text({left, baseline}, line, type, color, room + 0.5f);
      baseline += pitch();
    }
    const std::string marks = note_marks(table_, row_);
    if (marks.empty() || lines.empty()) return;
    const float x = left + layout_.type.width(lines.back(), type) + 5 * g_;
    const float y = baseline - pitch() - cap() + layout_.metrics.cap(Role::foot) * 0.72f;
    canvas_.text({x, y}, marks, kHeadType, colors_.context,
                 layout_.type.width(marks, kHeadType) + 1);
  }

  void draw_beside(const Box& body) {
    const float middle = body.centre().y;
    const int lines = title_lines(table_, row_, plan_, layout_);
    draw_title(middle + cap() / 2 - static_cast<float>(lines - 1) * pitch() / 2);
    if (age_.state == State::waiting) {
      draw_waiting(middle);
      return;
    }
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      if (plan_.columns[i].shown) draw_cell(i, middle);
    }
    draw_word(box_.left + plan_.word_left, middle);
  }

  void draw_stacked(const Box& body) {
    float y = stack_top(body);
    const int lines = title_lines(table_, row_, plan_, layout_);
    draw_title(y + pitch() / 2 + cap() / 2);
    y += static_cast<float>(lines) * pitch();
    if (age_.state == State::waiting) {
      draw_waiting((y + body.bottom - kStackAir * g_ / 2) / 2);
      return;
    }
    const float caption = plan_.stack.captions ? layout_.metrics.pitch(Role::foot) + 4 * g_ : 0;
    const float height = caption + static_cast<float>(plan_.stack.text_lines) * pitch();
    std::size_t at = 0;
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      if (!plan_.columns[i].shown) continue;
      const auto line = static_cast<float>(at++ / plan_.stack.in_line);
      const float top = y + line * height;
      const bool empty = row_.cells[i].text.empty() && !row_.cells[i].arrow;
      if (plan_.stack.captions && !empty)
        draw_caption(i, top + layout_.metrics.pitch(Role::foot) * 0.72f);
      draw_cell(i, top + caption + (height - caption) / 2);
    }
    if (!plan_.stack.captions) draw_word(box_.left + plan_.word_left, y + height / 2);
  }

  void draw_waiting(float middle) {
    const float pitch = layout_.metrics.pitch(Role::foot);
    const auto lines = layout_.type.wrap(waiting_text(row_), {Role::foot}, waiting_room(plan_), 3);
    float y = middle + layout_.metrics.cap(Role::foot) / 2 -
              static_cast<float>(lines.size() - 1) * pitch / 2;
    for (const auto& line : lines) {
      canvas_.text({box_.left + waiting_left(plan_), y}, line, {Role::foot}, colors_.strong,
                   waiting_room(plan_) + 1);
      y += pitch;
    }
  }

  void draw_word(float left, float middle) {
    if (!plan_.with_word || row_.word.empty()) return;
    const bool worse = row_.word == "worse";
    canvas_.text({left, middle + cap() / 2}, row_.word, worse ? kWordType : Type{Role::foot},
                 worse ? colors_.strong : colors_.context,
                 layout_.type.width(row_.word, kWordType) + 1);
  }

  bool is_left(std::size_t column) const {
    return plan_.stack.captions || table_.columns[column].kind == Kind::period;
  }

  float left_of(std::size_t column) const {
    return box_.left + plan_.columns[column].right - plan_.columns[column].width;
  }

  // "Change, worse"; without the word where the two are too wide.
  void draw_caption(std::size_t column, float baseline) {
    const KpiTable::Column& of = table_.columns[column];
    const float room = plan_.columns[column].width;
    const bool last = column + 1 == table_.columns.size();
    std::string text = of.head;
    if (plan_.with_word && last && of.kind >= Kind::change && !row_.word.empty()) {
      const std::string longer = text + ", " + row_.word;
      if (layout_.type.width(longer, {Role::foot}) <= room) text = longer;
    }
    canvas_.text({left_of(column), baseline}, text, {Role::foot}, colors_.context, room);
  }

  void draw_cell(std::size_t column, float middle) {
    const auto& cell = row_.cells[column];
    const Type type = cell_type(table_.columns[column].kind, plan_.role);
    const bool now = table_.columns[column].kind == Kind::now;
    const bool missing = cell.text == "–";
    const Color color = missing ? layout_.theme.text_absent
                        : now   ? colors_.strong
                                : colors_.context;
    const float width = plan_.columns[column].width;
    const float right = box_.left + plan_.columns[column].right;
    float left = is_left(column) ? left_of(column) : right;
    if (cell.arrow) {
      const float length = layout_.metrics.em(plan_.role) * 0.9f;
      const float text = cell.text.empty() ? 0 : layout_.type.width(cell.text, type) + 8 * g_;
      const float x = is_left(column) ? left + length / 2 : right - text - length / 2;
      draw_arrow(canvas_, {x, middle}, length, *cell.arrow, color);
      if (is_left(column)) left += length + 8 * g_;
    }
    if (value_width(cell.text, type, layout_) > width) {
      draw_lines(column, cell.text, type, color, middle);
      return;
    }
    draw_value(is_left(column) ? left : right - value_width(cell.text, type, layout_), middle,
               cell.text, type, color);
  }

  void draw_value(float left, float middle, const std::string& text, Type type, Color color) {
    const Value value = value_of(text);
    const float baseline = middle + cap() / 2;
    const float width = layout_.type.width(value.number, type);
    canvas_.text({left, baseline}, value.number, type, color, width + 0.5f);
    if (value.unit.empty()) return;
    canvas_.text({left + width + kUnitGap * g_, baseline}, value.unit, {Role::foot},
                 colors_.context, layout_.type.width(value.unit, {Role::foot}) + 1);
  }

  // A text that is wider than its column takes the lines that the row has.
  void draw_lines(std::size_t column, const std::string& text, Type type, Color color,
                  float middle) {
    constexpr int kMostLines = 3;
    const float width = plan_.columns[column].width;
    const float height = box_.height() - strip_height(table_, row_, plan_, layout_);
    const int most = plan_.stack.used ? plan_.stack.text_lines : static_cast<int>(height / pitch());
    const auto lines = layout_.type.wrap(text, type, width, std::clamp(most, 1, kMostLines));
    const float step = layout_.metrics.pitch(type.role);
    float y = middle + layout_.metrics.cap(type.role) / 2 -
              static_cast<float>(lines.size() - 1) * step / 2;
    const bool left = is_left(column);
    for (const auto& line : lines) {
      canvas_.text({left ? left_of(column) : box_.left + plan_.columns[column].right, y}, line,
                   type, color, width + 1, left ? Align::left : Align::right);
      y += step;
    }
  }

  const KpiTable& table_;
  const KpiTable::Row& row_;
  const Plan& plan_;
  const Layout& layout_;
  Canvas& canvas_;
  const present::TileAge& age_;
  TileColors colors_;
  bool strong_;
  float g_;
  Box box_;
  float needed_;  // the row's height without any stretch
};

void draw_all_heads(Canvas& canvas, const KpiTable& table, const Plan& plan, const Layout& layout) {
  if (plan.heads <= 0) return;
  const Box& box = plan.room;
  std::vector<Head> heads;
  if (!plan.stack.used) {
    heads.push_back({"KPI", box.left + kSheetInset, plan.title_right - kSheetInset, Align::left});
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = plan.columns[i];
    if (!column.shown) continue;
    const bool left = table.columns[i].kind == Kind::period;
    heads.push_back({table.columns[i].head,
                     box.left + (left ? column.right - column.width : column.right),
                     column.width + 1, left ? Align::left : Align::right});
  }
  if (table.rated && !plan.stack.used) {
    heads.push_back({"RAG", box.left + plan.mark, 90 * layout.growth(), Align::centre});
  }
  draw_heads(canvas, layout, box, heads, table.age);
}

void draw_notes(const KpiTable& table, const Plan& plan, const Page& page, const Layout& layout) {
  float height = note_gap(layout);
  for (const std::size_t note : page.notes) height += note_height(table, note, plan, layout);
  Box box = plan.room;
  if (!page.notes.empty()) box.top = box.bottom - height;
  Canvas& canvas = layout.region("notes", {box.left, box.top - 2, box.right, box.bottom + 12});
  const TileColors colors = colors_of(layout.theme, table.age);
  const float pitch = layout.metrics.pitch(Role::foot);
  const float left = box.left + note_left(table, layout);
  const float room = box.right - left;
  const auto draw_mark = [&](std::size_t note, float y) {
    canvas.text({box.left + kSheetInset, y}, table.notes[note].mark, kHeadType, colors.context,
                layout.type.width(table.notes[note].mark, kHeadType) + 1);
  };
  float y = box.top + note_gap(layout);
  for (const std::size_t note : page.notes) {
    const float baseline = y + layout.metrics.cap(Role::foot) + 4;
    draw_mark(note, baseline);
    constexpr int kAll = 10000;
    canvas.paragraph({left, baseline}, table.notes[note].text, {Role::foot}, colors.context,
                     room + 0.5f, kAll);
    y += note_height(table, note, plan, layout);
  }
  y = box.top + layout.metrics.cap(Role::foot) + 4;
  for (const NoteLine& line : page.note_lines) {
    if (line.is_first) draw_mark(line.note, y);
    canvas.text({left, y}, line.text, {Role::foot}, colors.context, room + 0.5f);
    y += pitch;
  }
}

}  // namespace

int page_count(const KpiTable& content, const Layout& layout) {
  return static_cast<int>(plan_of(content, layout).pages.size());
}

void draw(const KpiTable& content, int page, const Layout& layout) {
  draw_whole_tile(layout, content.age);
  const Plan plan = plan_of(content, layout);
  const Page& shown = plan.pages[std::min(static_cast<std::size_t>(page), plan.pages.size() - 1)];
  if (!shown.notes.empty() || !shown.note_lines.empty()) draw_notes(content, plan, shown, layout);
  if (shown.rows.first == shown.rows.last) return;
  float notes = shown.notes.empty() ? 0 : note_gap(layout);
  for (const std::size_t note : shown.notes) notes += note_height(content, note, plan, layout);
  const Box box{plan.room.left, plan.room.top - 10, plan.room.right, plan.room.bottom - notes};
  Canvas& canvas = layout.region("table", box);
  draw_all_heads(canvas, content, plan, layout);
  float y = plan.room.top + plan.heads;
  for (std::size_t i = shown.rows.first; i < shown.rows.last; ++i) {
    const auto& row = content.rows[i];
    const Box at{box.left, y, box.right, y + plan.heights[i] * plan.stretch};
    if (i > shown.rows.first && !row.is_child) {
      const bool late = content.age.state == State::late;
      canvas.line({at.left, at.top}, {at.right, at.top},
                  late ? layout.theme.late_hatch : layout.theme.hairline, 2);
    }
    RowPainter(content, row, plan, layout, canvas, at, plan.heights[i]).draw();
    y = at.bottom;
  }
}

}  // namespace view
