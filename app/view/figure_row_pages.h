// How rows of large figures share the slide: their columns, their letters, and how many stand on a
// page.
#pragma once

#include <span>
#include <vector>

#include "view/figure_row_texts.h"
#include "view/sheet.h"

namespace view {

// Where the parts of a row stand across.
struct RowColumns {
  float left = 0;
  float number_right = 0;
  float scale_left = 0;
  float scale_right = 0;
  float mark = 0;  // its centre
};

struct FigurePages {
  RowForm form;
  std::vector<PageRows> rows;
  float height = 0;  // of each row
};

inline constexpr float kFigureRowGap = 12;

// `rows` is not empty.
FigurePages break_figure_rows(std::span<const FigureRow> rows, const Layout& layout);

RowColumns columns_of(const Layout& layout, const RowForm& form, const Box& box);
RowTexts texts_of(const FigureRow& row, const Layout& layout, const RowForm& form);
float mark_size(const Layout& layout, const RowForm& form);  // diameter

}  // namespace view
