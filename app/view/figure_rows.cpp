#include "view/figure_rows.h"

#include <algorithm>

#include "view/figure_row_pages.h"
#include "view/kpi_parts.h"

namespace view {
namespace {

using State = present::TileAge::State;

class RowPainter {
 public:
  RowPainter(Canvas& canvas, const Layout& layout, const RowForm& form, const FigureRow& row,
             const Box& box)
      : canvas_(canvas),
        layout_(layout),
        form_(form),
        row_(row),
        box_(box),
        columns_(columns_of(layout, form, box)),
        texts_(texts_of(row, layout, form)),
        state_(row.card.age.state) {}

  void draw() {
    draw_card(canvas_, layout_.theme, box_, row_.card.age, row_.card.rating);
    form_.stacked ? draw_stacked() : draw_wide();
  }

 private:
  // Both halves in the middle of the row.
  void draw_wide() {
    draw_rating({columns_.mark, box_.centre().y}, mark_size(layout_, form_));
    float y = box_.centre().y - (texts_.number_height + texts_.note.height) / 2;
    draw_number({columns_.left, y});
    draw_texts(texts_.note, {columns_.left, y + texts_.number_height});
    y = box_.centre().y - (texts_.head.height + texts_.below_height) / 2;
    draw_texts(texts_.head, {columns_.scale_left, y});
    draw_below(y + texts_.head.height);
  }

  // Title at the top, scale at the bottom, so that those of all rows are in line.
  void draw_stacked() {
    const float size = mark_size(layout_, form_);
    const float head = std::max(texts_.head.height, size);
    const float pad = row_pad(layout_, form_);
    const float needed = head + texts_.middle_height + texts_.below_height + 2 * pad;
    const float spare = std::max(0.0f, box_.height() - needed);
    const float air = std::min(form_.edge, spare / 2);
    const float top = box_.top + pad + air;
    draw_rating({columns_.mark, top + size / 2}, size);
    draw_texts(texts_.head, {columns_.left, top});
    draw_middle(top + head + (spare - 2 * air) / 2);
    draw_below(box_.bottom - pad - air - texts_.below_height);
  }

  // The figure, and the change right of it or below.
  void draw_middle(float top) {
    const float gap = stacked_gap(layout_);
    const float number_top = top + gap;
    draw_number({columns_.left, number_top});
    if (form_.side_right) {
      const float side_left = columns_.number_right + 36 * layout_.growth();
      const float spare = std::max(0.0f, texts_.number_height - texts_.side.height);
      draw_texts(texts_.side, {side_left, number_top + spare / 2});
    } else {
      draw_texts(texts_.side,
                 {columns_.left, number_top + texts_.number_height + line_gap(layout_)});
    }
  }

  void draw_number(Point at) {
    if (state_ == State::waiting) {
      const float y = at.y + texts_.number_height / 2;
      canvas_.fill({at.x, y - 4.5f, at.x + 100, y + 4.5f}, layout_.theme.text_absent, 4.5f);
      return;
    }
    if (!texts_.number.texts.empty()) {
      draw_texts(texts_.number, at);
      return;
    }
    draw_figure(canvas_, layout_, row_.card, {at.x, at.y + texts_.number_height},
                form_.number_width, form_.number);
  }

  void draw_rating(Point centre, float size) {
    const bool waiting = state_ == State::waiting;
    draw_mark(canvas_, layout_.theme, centre, size,
              waiting ? model::Rating::none : row_.card.rating, look_of(row_.card.age));
  }

  void draw_texts(const TextBlock& block, Point at) {
    const TileColors colors = colors_of(layout_.theme, row_.card.age);
    for (const auto& text : block.texts) {
      const Color color = text.tone == Tone::strong    ? colors.strong
                          : text.tone == Tone::context ? colors.context
                                                       : layout_.theme.text_absent;
      canvas_.text({at.x + text.at.x, at.y + text.at.y}, text.text, text.type, color,
                   text.room + 0.5f);
    }
    if (!block.change) return;
    draw_change_line(canvas_, layout_, block.change->change,
                     {at.x + block.change->at.x, at.y + block.change->at.y}, block.change->room,
                     block.change->role);
  }

  // Scale and labels; of a late tile the strip; of others words.
  void draw_below(float top) {
    const float left = columns_.scale_left;
    const float right = columns_.scale_right;
    if (state_ == State::late) {
      const float y = top + line_gap(layout_);
      const Box strip{left, y, right, y + texts_.late_strip};
      draw_lateness(canvas_, layout_, strip, row_.card.age);
      return;
    }
    if (!row_.scale || state_ == State::waiting) {
      draw_texts(texts_.words, {left, top});
      return;
    }
    const float y = top + scale_gap(layout_);
    const Box scale{left, y, right, y + scale_height(layout_) + form_.stretch};
    std::visit([&](const auto& shape) { draw_shape(scale, shape); }, row_.scale->shape);
    draw_scale_labels(canvas_, layout_, left, right,
                      scale.bottom + labels_gap(layout_) + layout_.metrics.cap(Role::foot),
                      row_.scale->labels);
  }

  void draw_shape(const Box& box, const present::Bullet& bullet) {
    draw_bullet(canvas_, layout_, box, bullet);
  }
  void draw_shape(const Box& box, const present::Ranks::Ladder& ladder) {
    draw_ladder(canvas_, layout_, box, ladder);
  }

  Canvas& canvas_;
  const Layout& layout_;
  const RowForm& form_;
  const FigureRow& row_;
  Box box_;
  RowColumns columns_;
  RowTexts texts_;
  State state_;
};

}  // namespace

int figure_row_pages(std::span<const FigureRow> rows, const Layout& layout) {
  if (rows.empty()) return 1;
  return static_cast<int>(break_figure_rows(rows, layout).rows.size());
}

void draw_figure_rows(std::span<const FigureRow> rows, int page, const Layout& layout) {
  if (rows.empty()) return;
  const FigurePages pages = break_figure_rows(rows, layout);
  const auto [first, last] = pages.rows[static_cast<std::size_t>(page)];
  float top = layout.content.top;
  for (std::size_t i = first; i < last; ++i) {
    const Box box{layout.content.left, top, layout.content.right, top + pages.height};
    Canvas& canvas = layout.region("figure " + std::to_string(i), box);
    RowPainter(canvas, layout, pages.form, rows[i], box).draw();
    top = box.bottom + kFigureRowGap;
  }
}

}  // namespace view
