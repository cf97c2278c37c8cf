#include "view/priority_columns.h"

#include <algorithm>
#include <array>

namespace view {
namespace {

constexpr float kArrow = 40;
constexpr float kArrowGap = 23;
constexpr float kTitleGap = 12;

// No column takes more of a table than this share, so that titles keep room: what is longer ends
// in an ellipsis.
constexpr float kMostValue = 0.34f;
constexpr float kMostAlso = 0.16f;
constexpr float kMostTarget = 0.26f;
constexpr float kMostCurrent = 0.30f;

Type head_type() {
  return {Role::foot, Weight::semibold};
}

Type title_type(Role role, model::Rating rating) {
  return {role, present::needs_attention(rating) ? Weight::semibold : Weight::regular};
}

int lines_of(const std::string& title, Type type, float right, const Layout& layout) {
  return layout.type.line_count(title, type, right - kRowInset);
}

// Lines that the longest title of each table needs.
RowStyle with_lines(RowStyle style, const present::PriorityPage& content, const Layout& layout,
                    float theme_width, float table_width) {
  float right = theme_columns(content, layout, theme_width).title_right;
  for (const auto& theme : content.themes) {
    Type type = title_type(style.role, theme.rag.now);
    style.theme_lines = std::max(style.theme_lines, lines_of(theme.title, type, right, layout));
  }
  right = measure_columns(content, layout, table_width, style).title_right;
  for (const auto& measure : content.measures) {
    style.measure_lines =
        std::max(style.measure_lines, lines_of(measure.title, {style.role}, right, layout));
  }
  right = indicator_columns(content, layout, table_width, style).title_right;
  for (const auto& row : content.indicators) {
    Type type = title_type(style.role, row.rating);
    style.indicator_lines =
        std::max(style.indicator_lines, lines_of(row.title, type, right, layout));
  }
  return style;
}

bool is_one_line(const RowStyle& style) {
  return std::max({style.theme_lines, style.measure_lines, style.indicator_lines}) == 1;
}

}  // namespace

float row_growth(const Metrics& metrics, Role role) {
  return metrics.em(role) / 43;
}

float cell_width(const present::Cell& cell, Type type, const Layout& layout) {
  float unit = row_growth(layout.metrics, type.role);
  float width = cell.arrow ? kArrow * unit : 0;
  if (cell.text.empty()) return width;
  return width + (cell.arrow ? kArrowGap * unit : 0) + layout.type.width(cell.text, type);
}

ThemeColumns theme_columns(const present::PriorityPage& content, const Layout& layout,
                           float width) {
  float g = layout.growth();
  ThemeColumns columns;
  columns.has_before = std::ranges::any_of(
      content.themes, [](const auto& theme) { return theme.rag.move != present::Move::unknown; });
  columns.now = width - 52 * g;
  columns.move = width - 117 * g;
  columns.before = width - 182 * g;
  float first = columns.has_before ? columns.before - 29 * g : columns.now - 35 * g;
  columns.title_right = first - kTitleGap * g;
  return columns;
}

MeasureColumns measure_columns(const present::PriorityPage& content, const Layout& layout,
                               float width, const RowStyle& style) {
  float g = layout.growth();
  float gap = width * 0.052f;
  MeasureColumns columns;
  columns.target_width = layout.type.width("Target", head_type());
  columns.current_width = layout.type.width("Current", head_type());
  for (const auto& row : content.measures) {
    Type target{style.role, Weight::regular, Digits::tabular};
    Type current{style.role, Weight::semibold, Digits::tabular};
    columns.target_width = std::max(columns.target_width, cell_width(row.target, target, layout));
    columns.current_width =
        std::max(columns.current_width, cell_width(row.current, current, layout));
  }
  columns.target_width = std::min(columns.target_width, width * kMostTarget);
  columns.current_width = std::min(columns.current_width, width * kMostCurrent);
  columns.current_right = width - 16 * g;
  float target_right = columns.current_right - columns.current_width - gap;
  columns.target = target_right - columns.target_width / 2;
  columns.title_right = target_right - columns.target_width - kTitleGap * g;
  return columns;
}

IndicatorColumns indicator_columns(const present::PriorityPage& content, const Layout& layout,
                                   float width, const RowStyle& style) {
  float g = layout.growth();
  IndicatorColumns columns;
  columns.rating = width - 54 * g;
  columns.change_right = content.indicators_rated ? width - 119 * g : width - 16 * g;
  columns.value_width = layout.type.width("Value", head_type());
  bool any_direction = false;
  bool any_before = false;
  for (const auto& row : content.indicators) {
    any_direction = any_direction || row.direction;
    any_before = any_before || row.direction_before;
    Type value{style.role, Weight::semibold, Digits::tabular};
    columns.value_width = std::max(columns.value_width, layout.type.width(row.value, value));
    if (!style.with_also) continue;
    Type also{Role::foot, Weight::regular, Digits::tabular};
    columns.also_width = std::max(columns.also_width, layout.type.width(row.also, also));
  }
  columns.value_width = std::min(columns.value_width, width * kMostValue);
  columns.also_width = std::min(columns.also_width, width * kMostAlso);
  columns.has_change = any_direction || any_before || columns.also_width > 0;
  columns.value_right = columns.change_right;
  if (columns.has_change) {
    float triangles = any_before ? 95.0f : any_direction ? 57.0f : 0.0f;
    float triangle = triangles * row_growth(layout.metrics, style.role);
    columns.also_right = columns.change_right - triangle;
    columns.change_width = std::max(layout.type.width("Change", head_type()),
                                    columns.change_right - columns.also_right + columns.also_width);
    columns.value_right = columns.change_right - columns.change_width - 32 * g;
  }
  columns.title_right = columns.value_right - columns.value_width - kTitleGap * g;
  return columns;
}

RowStyle row_style(const present::PriorityPage& content, const Layout& layout, float theme_width,
                   float table_width) {
  constexpr std::array kRowRoles = {Role::body, Role::label, Role::foot};
  RowStyle style;
  for (Role role : kRowRoles) {
    for (bool with_also : {true, false}) {
      style = with_lines({role, with_also}, content, layout, theme_width, table_width);
      if (is_one_line(style)) return style;
    }
  }
  style.theme_lines = std::min(style.theme_lines, 2);
  style.measure_lines = std::min(style.measure_lines, 2);
  style.indicator_lines = std::min(style.indicator_lines, 2);
  return style;
}

}  // namespace view
