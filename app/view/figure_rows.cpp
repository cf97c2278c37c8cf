#include "view/figure_rows.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "view/figure_row_texts.h"
#include "view/kpi_parts.h"
#include "view/sheet.h"

namespace view {
namespace {

using State = present::TileAge::State;

constexpr float kGap = 14;
constexpr float kMostStretch = 1.7f;
constexpr float kMostBandStretch = 24;
constexpr float kNarrowestScale = 600;  // for one step of growth; else rows are stacked

float mark_size(const Layout& layout, const RowForm& form) {
  return (form.stacked ? 56.0f : 72.0f) * std::min(layout.growth(), 1.4f);
}

// Boxes of a row's parts across; the heights are those of the row.
struct Columns {
  float left = 0;
  float number_right = 0;
  float scale_left = 0;
  float scale_right = 0;
  float mark = 0;  // its centre
};

Columns columns_of(const Layout& layout, const RowForm& form, const Box& box) {
  const float size = mark_size(layout, form);
  Columns columns;
  columns.left = box.left + kCardMargin;
  columns.number_right = columns.left + form.number_width;
  columns.mark = box.right - kCardMargin - size * 0.55f;
  columns.scale_left = form.stacked ? columns.left : columns.number_right + 36 * layout.growth();
  columns.scale_right =
      form.stacked ? box.right - kCardMargin : columns.mark - size * 0.55f - 36 * layout.growth();
  return columns;
}

RowTexts texts_of(const FigureRow& row, const Layout& layout, const RowForm& form) {
  const Columns columns = columns_of(layout, form, layout.content);
  RowRooms rooms;
  rooms.number = form.number_width;
  rooms.scale = columns.scale_right - columns.scale_left;
  rooms.title = rooms.scale;
  rooms.side = rooms.scale - form.number_width - 36 * layout.growth();
  if (form.stacked) rooms.title -= mark_size(layout, form) * 1.1f + 20 * layout.growth();
  return set_row(row, layout, form, rooms);
}

float needed_height(const FigureRow& row, const Layout& layout, const RowForm& form) {
  const RowTexts texts = texts_of(row, layout, form);
  const float pad = 2 * row_pad(layout, form);
  if (form.stacked) {
    const float top = std::max(texts.head.height, mark_size(layout, form));
    return top + texts.middle_height + texts.below_height + pad;
  }
  return std::max({texts.number_height + texts.note.height, texts.head.height + texts.below_height,
                   mark_size(layout, form)}) +
         pad;
}

float needed_height(std::span<const FigureRow> rows, const Layout& layout, const RowForm& form) {
  float most = 0;
  for (const auto& row : rows) most = std::max(most, needed_height(row, layout, form));
  return most;
}

float number_width(std::span<const FigureRow> rows, const Layout& layout, Role role) {
  const float most = layout.content.width() * (layout.metrics.portrait ? 0.5f : 0.3f);
  float width = 270 * layout.growth();
  for (const auto& row : rows) {
    const float needed = figure_width(layout, row.card.figure, role);
    if (!row.card.figure.is_text) width = std::max(width, needed);
  }
  return std::min(width, most);
}

template <class Test>
bool all_texts(std::span<const FigureRow> rows, const Layout& layout, const RowForm& form,
               Test test) {
  return std::ranges::all_of(rows,
                             [&](const auto& row) { return test(texts_of(row, layout, form)); });
}

float change_column(std::span<const FigureRow> rows, const Layout& layout, Role role) {
  float width = 0;
  for (const auto& row : rows) {
    if (row.card.age.state == State::fresh)
      width = std::max(width, change_width(row, layout, role));
  }
  return width;
}

// Figures, then letters become smaller and texts are cut where a low glass has large letters.
void make_fit(RowForm& form, std::span<const FigureRow> rows, const Layout& layout) {
  const auto is_too_high = [&] {
    return needed_height(rows, layout, form) > layout.content.height();
  };
  while (form.most_lines > 1 && is_too_high()) --form.most_lines;
  for (const Role smaller : {Role::big, Role::title}) {
    if (is_too_high()) form.number = smaller;
  }
  if (is_too_high()) form.with_details = false;
}

// The largest letters in which each title has one line; then those in which it has two.
RowForm form_of(std::span<const FigureRow> rows, const Layout& layout, Role number) {
  RowForm form;
  form.number = number;
  form.number_width = number_width(rows, layout, number);
  const Columns columns = columns_of(layout, form, layout.content);
  form.stacked = columns.scale_right - columns.scale_left < kNarrowestScale * layout.growth();
  if (form.stacked) {
    const float side =
        layout.content.width() - 2 * kCardMargin - form.number_width - 36 * layout.growth();
    form.side_right = std::ranges::all_of(
        rows, [&](const auto& row) { return plain_change_width(row, layout, Role::foot) <= side; });
  }
  for (const Role role : {Role::body, Role::label}) {
    form.title = role;
    form.change_width = change_column(rows, layout, role);
    if (all_texts(rows, layout, form, [](const auto& texts) { return texts.fits_one_line; })) {
      make_fit(form, rows, layout);
      return form;
    }
  }
  form.one_line = false;
  for (const Role role : {Role::body, Role::label, Role::foot}) {
    form.title = role;
    form.most_lines = role == Role::foot ? 6 : 2;
    const bool is_whole =
        all_texts(rows, layout, form, [](const auto& texts) { return texts.is_whole; });
    if (is_whole && needed_height(rows, layout, form) <= layout.content.height()) break;
  }
  make_fit(form, rows, layout);
  return form;
}

struct Pages {
  RowForm form;
  std::vector<PageRows> rows;
  float height = 0;  // of a row
};

Pages pages_of(std::span<const FigureRow> rows, const Layout& layout) {
  const float gap = kGap;
  Pages pages;
  pages.form = form_of(rows, layout, Role::value);
  const float needed = needed_height(rows, layout, pages.form);
  const std::vector<RowHeight> heights(rows.size(), {needed + gap, false});
  const float room = layout.content.height() + gap;
  pages.rows = break_rows(heights, room);
  std::size_t most = 1;
  for (const auto& page : pages.rows) most = std::max(most, page.last - page.first);
  pages.height = std::min(room / static_cast<float>(most) - gap, needed * kMostStretch);
  // Where rows are high, the figures take the room.
  const RowForm larger = form_of(rows, layout, Role::hero);
  if (larger.number == Role::hero && larger.stacked == pages.form.stacked &&
      larger.title == pages.form.title && larger.one_line == pages.form.one_line &&
      needed_height(rows, layout, larger) + 24 * layout.growth() <= pages.height) {
    pages.form = larger;
  }
  return pages;
}

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
    const auto& card = row_.card;
    const float needed = needed_height(row_, layout_, form_);
    spare_ = std::max(0.0f, box_.height() - needed);
    stretch_ = row_.scale && state_ == State::fresh
                   ? std::min(spare_ * 0.3f, kMostBandStretch * layout_.growth())
                   : 0;
    draw_card(canvas_, layout_.theme, box_, card.age, card.rating);
    form_.stacked ? draw_stacked() : draw_wide();
  }

 private:
  void draw_wide() {
    const float size = mark_size(layout_, form_);
    draw_rating({columns_.mark, box_.centre().y}, size);
    float y = box_.centre().y - (texts_.number_height + texts_.note.height) / 2;
    draw_number({columns_.left, y});
    y += texts_.number_height;
    draw_texts(texts_.note, {columns_.left, y});
    const float below = texts_.below_height + stretch_;
    const float air = std::min((spare_ - stretch_) * 0.2f, 18 * layout_.growth());
    y = box_.centre().y - (texts_.head.height + air + below) / 2;
    draw_texts(texts_.head, {columns_.scale_left, y});
    draw_below(y + texts_.head.height + air);
  }

  void draw_stacked() {
    const float size = mark_size(layout_, form_);
    const float pad = row_pad(layout_, form_);
    const float air = std::min((spare_ - stretch_) / 4, 20 * layout_.growth());
    float y = box_.top + pad + air;
    draw_rating({columns_.mark, y + size / 2}, size);
    draw_texts(texts_.head, {columns_.left, y});
    y += std::max(texts_.head.height, size) + air;
    draw_middle(y);
    y += texts_.middle_height + air;
    draw_below(y);
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
      const bool one_line = fits_late_line(layout_, right - left, row_.card.age);
      const float y = top + line_gap(layout_);
      const Box strip{left, y, right, y + texts_.late_strip};
      one_line ? draw_late_line(canvas_, layout_, strip, row_.card.age)
               : draw_late_strip(canvas_, layout_, strip, row_.card.age);
      return;
    }
    if (!row_.scale || state_ == State::waiting) {
      draw_texts(texts_.words, {left, top});
      return;
    }
    const float y = top + scale_gap(layout_);
    const Box scale{left, y, right, y + scale_height(layout_) + stretch_};
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
  Columns columns_;
  RowTexts texts_;
  State state_;
  float spare_ = 0;
  float stretch_ = 0;
};

}  // namespace

int figure_row_pages(std::span<const FigureRow> rows, const Layout& layout) {
  if (rows.empty()) return 1;
  return static_cast<int>(pages_of(rows, layout).rows.size());
}

void draw_figure_rows(std::span<const FigureRow> rows, int page, const Layout& layout) {
  if (rows.empty()) return;
  const Pages pages = pages_of(rows, layout);
  const auto [first, last] = pages.rows[static_cast<std::size_t>(page)];
  float top = layout.content.top;
  for (std::size_t i = first; i < last; ++i) {
    const Box box{layout.content.left, top, layout.content.right, top + pages.height};
    Canvas& canvas = layout.region("figure " + std::to_string(i), box);
    RowPainter(canvas, layout, pages.form, rows[i], box).draw();
    top = box.bottom + kGap;
  }
}

}  // namespace view
