#include "view/priority_rows.h"

#include <algorithm>

#include "view/card.h"

namespace view {
namespace {

constexpr float kEdge = 7;
constexpr float kArrow = 40;
constexpr float kArrowGap = 23;

struct Titled {
  const std::string& text;
  model::Rating rating = model::Rating::none;
  int lines = 1;
  float right = 0;  // of its column, from the table's left edge
};

class SectionPainter {
 public:
  SectionPainter(const present::PriorityPage& content, const RowSection& section,
                 const RowStyle& style, const Layout& layout, Canvas& canvas)
      : content_(content),
        section_(section),
        style_(style),
        layout_(layout),
        canvas_(canvas),
        theme_(layout.theme),
        colors_(colors_of(layout.theme, content.age)),
        late_(content.age.state == present::TileAge::State::late),
        left_(section.box.left),
        unit_(row_growth(layout.metrics, style.role)) {}

  void draw() {
    switch (section_.list) {
      case RowList::themes:
        draw_themes();
        break;
      case RowList::measures:
        draw_measures();
        break;
      case RowList::indicators:
        draw_indicators();
        break;
    }
  }

 private:
  float g() const { return layout_.growth(); }
  float head_baseline() const { return section_.box.top + layout_.metrics.cap(Role::foot) + 1; }

  Box row(std::size_t index) const {
    Box box = section_.box;
    box.top += section_head(layout_) + section_air(layout_, section_.list) +
               static_cast<float>(index - section_.first) * section_.pitch;
    box.bottom = box.top + section_.pitch;
    return box;
  }

  float baseline(const Box& row, Role role) const {
    return row.centre().y + layout_.metrics.cap(role) / 2;
  }

  void head(float x, std::string_view text, float room, Align align) {
    canvas_.text({left_ + x, head_baseline()}, text, {Role::foot, Weight::semibold},
                 colors_.context, room, align);
  }

  void head_line() {
    float y = section_.box.top + section_head(layout_) - 1;
    canvas_.line({left_, y}, {section_.box.right, y}, late_ ? theme_.late_mark : theme_.rule, 2);
  }

  // Ground, edge and title.
  void begin_row(const Box& row, const Titled& title) {
    bool stands_out = present::needs_attention(title.rating);
    float inset = std::min(4 * g(), section_.pitch * 0.05f);
    if (!late_) {
      draw_row(canvas_, theme_, {row.left, row.top + inset, row.right, row.bottom - inset}, kEdge,
               title.rating);
    }
    Type type{style_.role, stands_out ? Weight::semibold : Weight::regular};
    Color color = stands_out ? colors_.strong : colors_.context;
    float room = title.right - kRowInset;
    int lines = title.lines > 1 ? std::min(2, layout_.type.line_count(title.text, type, room)) : 1;
    float above = static_cast<float>(lines - 1) * layout_.metrics.pitch(style_.role) / 2;
    canvas_.paragraph({left_ + kRowInset, baseline(row, style_.role) - above}, title.text, type,
                      color, room, lines);
  }

  void mark(float x, float y, float diameter, model::Rating rating, MarkLook look) {
    // A diamond reaches 0.6 of the diameter up and down, in a tight row 0.535.
    float height = section_.pitch - 6;
    MarkRoom room = 1.2f * diameter > height ? MarkRoom::tight : MarkRoom::free;
    float most = height / (room == MarkRoom::tight ? 1.07f : 1.2f);
    draw_mark(canvas_, theme_, {left_ + x, y}, std::min(diameter, most), rating,
              look_of(content_.age, look), room);
  }

  void draw_themes() {
    ThemeColumns columns = theme_columns(content_, layout_, section_.box.width());
    float first = columns.has_before ? columns.before : columns.now;
    head(kRowInset, "Themes", first - 62 * g() - kRowInset, Align::left);
    if (columns.has_before) head(columns.before, content_.before_label, 120 * g(), Align::centre);
    head(columns.now, content_.now_label, 100 * g(), Align::centre);
    head_line();
    float size = std::min(58 * g(), (section_.pitch - 6) / 1.2f);
    if (size < 52 * g()) size = std::min(52 * g(), (section_.pitch - 6) / 1.07f);
    for (std::size_t i = section_.first; i < section_.last; ++i) {
      const auto& theme = content_.themes[i];
      Box box = row(i);
      begin_row(box, {theme.title, theme.rag.now, style_.theme_lines, columns.title_right});
      float y = box.centre().y;
      mark(columns.now, y, size, theme.rag.now, MarkLook::now);
      if (theme.rag.move == present::Move::unknown) continue;
      mark(columns.before, y, size * 0.82f, theme.rag.before, MarkLook::last);
      draw_move(canvas_, theme_, {left_ + columns.move, y}, size * 0.55f, theme.rag.move,
                look_of(content_.age));
    }
  }

  // `x` is the left of arrow and text together.
  void draw_cell(float x, const Box& row, const present::Cell& cell, Type type, Color color,
                 float room) {
    float end = x + room;
    if (cell.arrow) {
      float length = kArrow * unit_;
      draw_arrow(canvas_, {left_ + x + length / 2, row.centre().y}, length, *cell.arrow, color);
      x += length + kArrowGap * unit_;
    }
    if (!cell.text.empty()) {
      // A hair more than measured: the sum of the same widths may differ in its last bit.
      canvas_.text({left_ + x, baseline(row, type.role)}, cell.text, type, color, end - x + 0.5f);
    }
  }

  void draw_measures() {
    MeasureColumns columns = measure_columns(content_, layout_, section_.box.width(), style_);
    head(kRowInset, "Measures of success", columns.title_right - kRowInset, Align::left);
    head(columns.target, "Target", columns.target_width + 1, Align::centre);
    head(columns.current_right, "Current", columns.current_width + 1, Align::right);
    head_line();
    Type target{style_.role, Weight::regular, Digits::tabular};
    Type current{style_.role, Weight::semibold, Digits::tabular};
    for (std::size_t i = section_.first; i < section_.last; ++i) {
      const auto& measure = content_.measures[i];
      Box box = row(i);
      begin_row(box,
                {measure.title, model::Rating::none, style_.measure_lines, columns.title_right});
      float width = std::min(columns.target_width, cell_width(measure.target, target, layout_));
      draw_cell(columns.target - width / 2, box, measure.target, target, colors_.context, width);
      width = std::min(columns.current_width, cell_width(measure.current, current, layout_));
      draw_cell(columns.current_right - width + inked(measure.current), box, measure.current,
                current, colors_.strong, width);
      canvas_.line({left_, box.bottom - 1}, {box.right, box.bottom - 1},
                   late_ ? theme_.late_hatch : theme_.hairline, 2);
    }
  }

  // An upright arrow alone has air in its square: to the right edge with it.
  float inked(const present::Cell& cell) const {
    bool upright = cell.arrow && *cell.arrow != model::Direction::level && cell.text.empty();
    return upright ? kArrow * 0.08f * unit_ : 0;
  }

  void draw_indicators() {
    IndicatorColumns columns = indicator_columns(content_, layout_, section_.box.width(), style_);
    head(kRowInset, "Key indicators", columns.title_right - kRowInset, Align::left);
    head(columns.value_right, "Value", columns.value_width + 1, Align::right);
    if (columns.has_change) {
      head(columns.change_right, "Change", columns.change_width + 1, Align::right);
    }
    if (content_.indicators_rated) head(columns.rating, "RAG", 100 * g(), Align::centre);
    head_line();
    for (std::size_t i = section_.first; i < section_.last; ++i) {
      draw_indicator(content_.indicators[i], row(i), columns);
    }
  }

  void draw_indicator(const present::PriorityPage::Indicator& indicator, const Box& box,
                      const IndicatorColumns& columns) {
    begin_row(box,
              {indicator.title, indicator.rating, style_.indicator_lines, columns.title_right});
    float y = baseline(box, style_.role);
    canvas_.text({left_ + columns.value_right, y}, indicator.value,
                 {style_.role, Weight::semibold, Digits::tabular}, colors_.strong,
                 columns.value_width + 0.5f, Align::right);
    if (style_.with_also && !indicator.also.empty()) {
      canvas_.text({left_ + columns.also_right, y}, indicator.also,
                   {Role::foot, Weight::regular, Digits::tabular}, colors_.context,
                   columns.also_width + 0.5f, Align::right);
    }
    if (indicator.direction) {
      float width = 30 * unit_;
      draw_change(canvas_, {left_ + columns.change_right - width / 2, box.centre().y}, width,
                  *indicator.direction, colors_.context);
    }
    // That of the period before is smaller and paler, left of the present one, as last ratings are.
    if (indicator.direction_before) {
      draw_change(canvas_, {left_ + columns.change_right - 53 * unit_, box.centre().y}, 21 * unit_,
                  *indicator.direction_before, late_ ? colors_.context : theme_.text_absent);
    }
    if (content_.indicators_rated) {
      mark(columns.rating, box.centre().y, 48 * g(), indicator.rating, MarkLook::now);
    }
  }

  const present::PriorityPage& content_;
  const RowSection& section_;
  const RowStyle& style_;
  const Layout& layout_;
  Canvas& canvas_;
  const Theme& theme_;
  TileColors colors_;
  bool late_;
  float left_;
  float unit_;
};

}  // namespace

void draw_section(const present::PriorityPage& content, const RowSection& section,
                  const RowStyle& style, const Layout& layout) {
  const char* name = section.list == RowList::themes     ? "themes"
                     : section.list == RowList::measures ? "measures"
                                                         : "indicators";
  // The head stands on the section's upper edge by its capitals; some letters reach above them.
  Box bounds = section.box;
  bounds.top -= 8 * layout.growth();
  Canvas& canvas = layout.region(name, bounds);
  SectionPainter(content, section, style, layout, canvas).draw();
}

}  // namespace view
