// How the three tables of a priority share their width, and in which size their rows are set.
#pragma once

#include "present/slides.h"
#include "view/slide_kinds.h"

namespace view {

// The same for every row of the slide, on all its pages.
struct RowStyle {
  Role role = Role::body;  // of titles and values
  bool with_also = true;
  int theme_lines = 1;  // of a title: 1 or 2
  int measure_lines = 1;
  int indicator_lines = 1;
};

// Places are design pixels from the table's left edge. A title may reach from kRowInset to
// `title_right`.
inline constexpr float kRowInset = 24;

struct ThemeColumns {
  float title_right = 0;
  bool has_before = false;
  float before = 0;  // centres
  float move = 0;
  float now = 0;
};

struct MeasureColumns {
  float title_right = 0;
  float target = 0;  // centre
  float target_width = 0;
  float current_right = 0;
  float current_width = 0;
};

struct IndicatorColumns {
  float title_right = 0;
  float value_right = 0;
  float value_width = 0;
  bool has_change = false;
  float change_right = 0;  // of the triangle, and of the head above it
  float change_width = 0;
  float also_right = 0;
  float also_width = 0;
  float rating = 0;  // centre
};

// Sizes that go with a row's letters; 1 for Body as designed.
float row_growth(const Metrics& metrics, Role role);

// A cell with an arrow, a text, or both.
float cell_width(const present::Cell& cell, Type type, const Layout& layout);

ThemeColumns theme_columns(const present::PriorityPage& content, const Layout& layout, float width);
MeasureColumns measure_columns(const present::PriorityPage& content, const Layout& layout,
                               float width, const RowStyle& style);
IndicatorColumns indicator_columns(const present::PriorityPage& content, const Layout& layout,
                                   float width, const RowStyle& style);

// The largest size in which every title fits its column, at these widths of the tables; the counts
// beside percentages go first, then the size, then titles take two lines.
RowStyle row_style(const present::PriorityPage& content, const Layout& layout, float theme_width,
                   float table_width);

}  // namespace view
