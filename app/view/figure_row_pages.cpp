#include "view/figure_row_pages.h"

#include <algorithm>

#include "view/kpi_parts.h"

namespace view {
namespace {

using Rows = std::span<const FigureRow>;
using State = present::TileAge::State;

// Lengths for one step of growth.
constexpr float kNarrowestScale = 600;  // else rows are stacked
constexpr float kNarrowestNumber = 270;
constexpr float kColumnGap = 36;
constexpr float kMostStretch = 24;  // of a scale
constexpr float kMostAir = 10;
// How much higher than they need rows become to fill a page.
constexpr float kHighest = 1.7f;
constexpr float kHighestStacked = 1.5f;

float stack_height(const RowTexts& texts) {
  return texts.head.height + texts.below_height;
}

float needed_height(const FigureRow& row, const Layout& layout, const RowForm& form) {
  const RowTexts texts = texts_of(row, layout, form);
  const float mark = mark_size(layout, form);
  const float pads = 2 * row_pad(layout, form);
  if (form.stacked) {
    return std::max(texts.head.height, mark) + texts.middle_height + texts.below_height + pads;
  }
  return std::max({texts.number_height + texts.note.height, stack_height(texts), mark}) + pads;
}

float needed_height(Rows rows, const Layout& layout, const RowForm& form) {
  float most = 0;
  for (const auto& row : rows) most = std::max(most, needed_height(row, layout, form));
  return most;
}

float number_width(Rows rows, const Layout& layout, Role role) {
  const float most = layout.content.width() * (layout.metrics.portrait ? 0.5f : 0.3f);
  float width = kNarrowestNumber * layout.growth();
  for (const auto& row : rows) {
    if (row.card.figure.is_text) continue;  // has lines if need be
    width = std::max(width, figure_width(layout, row.card.figure, role));
  }
  return std::min(width, most);
}

float widest_change(Rows rows, const Layout& layout, Role role) {
  float width = 0;
  for (const auto& row : rows) {
    if (row.card.age.state != State::fresh) continue;
    width = std::max(width, change_width(row, layout, role));
  }
  return width;
}

float widest_plain_change(Rows rows, const Layout& layout, Role role) {
  float width = 0;
  for (const auto& row : rows) width = std::max(width, plain_change_width(row, layout, role));
  return width;
}

float side_room(const Layout& layout, const RowForm& form) {
  return layout.content.width() - 2 * kCardMargin - form.number_width -
         kColumnGap * layout.growth();
}

// The largest letters, no larger than `most`, in which the changes fit `room`.
void set_change(RowForm& form, Rows rows, const Layout& layout, float room, Role most) {
  for (const Role role : {Role::body, Role::label, Role::foot}) {
    if (role > most) continue;
    form.change = role;
    if (widest_plain_change(rows, layout, role) * kBolderWords <= room) break;
  }
  form.compared_inline = widest_change(rows, layout, form.change) * kBolderWords <= room;
}

bool fits_one_line(Rows rows, const Layout& layout, const RowForm& form) {
  return std::ranges::all_of(rows, [&](const auto& row) {
    const RowTexts texts = texts_of(row, layout, form);
    return texts.fits_one_line && texts.is_whole;
  });
}

bool is_whole(Rows rows, const Layout& layout, const RowForm& form) {
  return std::ranges::all_of(rows,
                             [&](const auto& row) { return texts_of(row, layout, form).is_whole; });
}

// On a low glass with large letters lines are cut off, then figures become smaller, then details
// and in the end the change are left out.
void make_fit(RowForm& form, Rows rows, const Layout& layout) {
  const auto is_too_high = [&] {
    return needed_height(rows, layout, form) > layout.content.height();
  };
  while (form.other_lines > 1 && is_too_high()) --form.other_lines;
  while (form.title_lines > 1 && is_too_high()) --form.title_lines;
  for (const Role smaller : {Role::big, Role::title}) {
    if (is_too_high()) form.number = smaller;
  }
  if (is_too_high()) form.with_details = false;
  if (is_too_high()) form.with_change = false;
}

// The largest letters in which each title has one line; then those in which it has two.
void set_title(RowForm& form, Rows rows, const Layout& layout) {
  for (const Role role : {Role::body, Role::label}) {
    form.title = role;
    form.change_width = widest_change(rows, layout, role);
    if (fits_one_line(rows, layout, form)) return;
  }
  form.one_line = false;
  for (const Role role : {Role::body, Role::label, Role::foot}) {
    form.title = role;
    form.title_lines = role == Role::foot ? 6 : 2;
    if (is_whole(rows, layout, form) &&
        needed_height(rows, layout, form) <= layout.content.height()) {
      return;
    }
  }
}

RowForm form_of(Rows rows, const Layout& layout, Role number) {
  RowForm form;
  form.number = number;
  form.number_width = number_width(rows, layout, number);
  const RowColumns columns = columns_of(layout, form, layout.content);
  const float scale = columns.scale_right - columns.scale_left;
  form.stacked = scale < kNarrowestScale * layout.growth();
  if (form.stacked) {
    const float side = side_room(layout, form);
    form.side_right = widest_plain_change(rows, layout, Role::foot) * kBolderWords <= side;
    const float whole = layout.content.width() - 2 * kCardMargin;
    set_change(form, rows, layout, form.side_right ? side : whole, Role::body);
  } else {
    set_change(form, rows, layout, scale, Role::label);
  }
  set_title(form, rows, layout);
  make_fit(form, rows, layout);
  return form;
}

// In one size for all: a figure that is smaller than its neighbours looks less important.
bool numbers_fit(Rows rows, const Layout& layout, const RowForm& form) {
  return std::ranges::all_of(rows, [&](const auto& row) {
    const auto& figure = row.card.figure;
    return figure.is_text || figure_width(layout, figure, form.number) <= form.number_width;
  });
}

bool differ_in_number_alone(const RowForm& a, const RowForm& b) {
  return a.stacked == b.stacked && a.title == b.title && a.one_line == b.one_line &&
         a.change == b.change && a.side_right == b.side_right && a.title_lines == b.title_lines &&
         a.other_lines == b.other_lines && a.with_details == b.with_details &&
         a.with_change == b.with_change;
}

// What rows are higher than they need goes between their lines, then into the scale.
void take_room(RowForm& form, Rows rows, const Layout& layout, float height) {
  const float spare = height - needed_height(rows, layout, form);
  form.edge = std::clamp(spare / 6, 0.0f, row_pad(layout, form) * 0.7f);
  form.air = std::clamp(spare / 6, 0.0f, kMostAir * layout.growth());
  float needed = 0;
  for (const auto& row : rows) {
    needed = std::max(needed, form.stacked ? needed_height(row, layout, form)
                                           : stack_height(texts_of(row, layout, form)) +
                                                 2 * row_pad(layout, form));
  }
  form.stretch = std::clamp((height - needed) * 0.35f, 0.0f, kMostStretch * layout.growth());
}

}  // namespace

float mark_size(const Layout& layout, const RowForm& form) {
  return (form.stacked ? 56.0f : 72.0f) * std::min(layout.growth(), 1.4f);
}

RowColumns columns_of(const Layout& layout, const RowForm& form, const Box& box) {
  const float reach = mark_size(layout, form) * 0.55f;  // a diamond's is the furthest
  const float gap = kColumnGap * layout.growth();
  RowColumns columns;
  columns.left = box.left + kCardMargin;
  columns.number_right = columns.left + form.number_width;
  columns.mark = box.right - kCardMargin - reach;
  columns.scale_left = form.stacked ? columns.left : columns.number_right + gap;
  columns.scale_right = form.stacked ? box.right - kCardMargin : columns.mark - reach - gap;
  return columns;
}

RowTexts texts_of(const FigureRow& row, const Layout& layout, const RowForm& form) {
  const RowColumns columns = columns_of(layout, form, layout.content);
  RowRooms rooms;
  rooms.number = form.number_width;
  rooms.scale = columns.scale_right - columns.scale_left;
  rooms.title = rooms.scale;
  rooms.side = side_room(layout, form);
  if (form.stacked) rooms.title -= mark_size(layout, form) * 1.1f + 20 * layout.growth();
  return set_row(row, layout, form, rooms);
}

FigurePages break_figure_rows(Rows rows, const Layout& layout) {
  FigurePages pages;
  pages.form = form_of(rows, layout, Role::value);
  const float needed = needed_height(rows, layout, pages.form);
  const std::vector<RowHeight> heights(rows.size(), {needed + kFigureRowGap, false});
  const float room = layout.content.height() + kFigureRowGap;
  pages.rows = break_rows(heights, room);
  std::size_t most = 1;
  for (const auto& page : pages.rows) most = std::max(most, page.last - page.first);
  pages.height = std::min(room / static_cast<float>(most) - kFigureRowGap,
                          needed * (pages.form.stacked ? kHighestStacked : kHighest));
  // Where rows are high, the figures take the room first.
  const RowForm larger = form_of(rows, layout, Role::hero);
  if (larger.number == Role::hero && numbers_fit(rows, layout, larger) &&
      differ_in_number_alone(larger, pages.form) &&
      needed_height(rows, layout, larger) + 16 * layout.growth() <= pages.height) {
    pages.form = larger;
  }
  take_room(pages.form, rows, layout, pages.height);
  return pages;
}

}  // namespace view
