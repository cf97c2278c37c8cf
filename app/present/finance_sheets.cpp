#include <algorithm>
#include <cmath>
#include <utility>

#include "present/finance_parts.h"
#include "present/numbers.h"

namespace present {
namespace {

using Kind = model::Column::Kind;
using Effect = Finance::Effect;

constexpr int kMostDecimals = 2;
constexpr const char* kNothing = "–";

int decimals_of(double value) {
  const std::string text = format_number(value);
  const size_t point = text.find('.');
  if (point == std::string::npos) return 0;
  return std::min(static_cast<int>(text.size() - point - 1), kMostDecimals);
}

// The same for a whole column, so that its digits stand below each other. Thousands are whole.
int decimals_in(const model::Table& table, size_t column) {
  if (table.unit == model::Unit::pounds_thousands) return 0;
  int most = 0;
  for (const auto& row : table.rows) {
    if (const auto number = number_in(row, column)) most = std::max(most, decimals_of(*number));
  }
  return most;
}

bool is_zero(const std::string& digits) {
  return digits.find_first_not_of("0.") == std::string::npos;
}

Effect effect_by_sign(model::Table::Variance meaning, bool negative) {
  switch (meaning) {
    case model::Table::Variance::none:
      break;
    case model::Table::Variance::favourable_positive:
      return negative ? Effect::adverse : Effect::favourable;
    case model::Table::Variance::adverse_positive:
      return negative ? Effect::favourable : Effect::adverse;
  }
  return Effect::none;
}

bool in_brackets(const model::Table& table, const model::Column& column, bool negative) {
  const bool by_effect = column.kind == Kind::variance &&
                         column.brackets == model::Column::Brackets::adverse &&
                         table.variance != model::Table::Variance::none;
  return by_effect ? effect_by_sign(table.variance, negative) == Effect::adverse : negative;
}

std::string number_text(const model::Table& table, size_t column, double value) {
  const model::Column& head = table.columns[column];
  const bool negative = std::signbit(value);
  if (value == 0 && !negative && head.kind == Kind::variance) return kNothing;
  std::string digits = format_number(std::abs(value), decimals_in(table, column));
  const bool brackets = in_brackets(table, head, negative);
  if (!brackets || (is_zero(digits) && !table.zero_in_brackets)) return digits;
  return "(" + digits + ")";
}

Finance::Row row_of(const model::Row& row) {
  return {.title = row.title, .ref = row.ref, .weight = row.weight};
}

const model::Value& value_in(const model::Row& row, size_t column) {
  static const model::Value kMissing;
  return column < row.cells.size() ? row.cells[column] : kMissing;
}

Finance::Sheet sheet_of(const model::Table& table, std::vector<size_t> columns) {
  Finance::Sheet sheet;
  for (const size_t column : columns) {
    const auto& head = table.columns[column];
    sheet.columns.push_back({head.title, head.group, head.kind == Kind::variance, 0});
  }
  for (const auto& row : table.rows) {
    auto& made = sheet.rows.emplace_back(row_of(row));
    for (const size_t column : columns) {
      made.cells.push_back(cell_text(table, column, value_in(row, column)));
    }
  }
  return sheet;
}

std::string change_text(const model::Table& table, size_t closing, double change) {
  if (change == 0) return kNothing;
  return number_text(table, closing, change);
}

}  // namespace

std::optional<size_t> last_column(const model::Table& table, Kind kind) {
  for (size_t i = table.columns.size(); i > 0; --i) {
    if (table.columns[i - 1].kind == kind) return i - 1;
  }
  return std::nullopt;
}

const model::Row* last_total(const model::Table& table) {
  const auto last = std::find_if(table.rows.rbegin(), table.rows.rend(), [](const model::Row& row) {
    return row.weight == model::Row::Weight::total;
  });
  return last == table.rows.rend() ? nullptr : &*last;
}

std::optional<double> number_in(const model::Row& row, size_t column) {
  const double* number = std::get_if<double>(&value_in(row, column));
  return number ? std::optional(*number) : std::nullopt;
}

std::string cell_text(const model::Table& table, size_t column, const model::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const double* number = std::get_if<double>(&value);
  return number ? number_text(table, column, *number) : "";
}

Effect effect_of(const model::Table& table, size_t column, double variance) {
  if (is_zero(format_number(std::abs(variance), decimals_in(table, column)))) return Effect::none;
  return effect_by_sign(table.variance, variance < 0);
}

std::vector<VarianceColumns> variance_columns(const model::Table& table) {
  std::vector<VarianceColumns> found;
  size_t from = 0;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].kind != Kind::variance) continue;
    VarianceColumns columns{i, {}, {}};
    const std::string& group = table.columns[i].group;
    std::optional<size_t> actual;
    for (size_t j = 0; j < table.columns.size(); ++j) {
      const auto& column = table.columns[j];
      if (group.empty() ? j < from || j > i : column.group != group) continue;
      if (column.kind == Kind::budget) columns.budget = j;
      if (column.kind == Kind::forecast) columns.amount = j;
      if (column.kind == Kind::actual) actual = j;
    }
    if (!columns.amount) columns.amount = actual;
    found.push_back(columns);
    from = i + 1;
  }
  return found;
}

Finance::Sheet sheet_of_rows(const model::Table& table) {
  std::vector<size_t> all(table.columns.size());
  for (size_t i = 0; i < all.size(); ++i) all[i] = i;
  return sheet_of(table, std::move(all));
}

Finance::Sheet sheet_of_variance(const model::Table& table, const VarianceColumns& columns) {
  std::vector<size_t> shown;
  if (columns.budget) shown.push_back(*columns.budget);
  if (columns.amount) shown.push_back(*columns.amount);
  shown.push_back(columns.variance);
  Finance::Sheet sheet = sheet_of(table, shown);
  for (size_t i = 0; i + 1 < shown.size(); ++i) sheet.columns[i].dropped = static_cast<int>(i) + 1;
  for (size_t i = 0; i < table.rows.size(); ++i) {
    auto& row = sheet.rows[i];
    row.variance = number_in(table.rows[i], columns.variance);
    if (row.variance) row.effect = effect_of(table, columns.variance, *row.variance);
  }
  return sheet;
}

Finance::Sheet sheet_of_movement(const model::Table& table, size_t opening, size_t closing) {
  std::vector<size_t> shown{opening};
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].kind == Kind::transfer) shown.push_back(i);
  }
  const size_t transfers = shown.size() - 1;
  shown.push_back(closing);
  Finance::Sheet sheet = sheet_of(table, shown);
  // Some of the transfers alone would not add up: they go together.
  for (size_t i = 1; i <= transfers; ++i) sheet.columns[i].dropped = 1;
  sheet.columns.back().strong = true;
  sheet.columns.push_back({"Change", "", false, 2});
  for (size_t i = 0; i < table.rows.size(); ++i) {
    auto& row = sheet.rows[i];
    row.opening = number_in(table.rows[i], opening);
    row.closing = number_in(table.rows[i], closing);
    const bool both = row.opening && row.closing;
    row.cells.push_back(both ? change_text(table, closing, *row.closing - *row.opening) : "");
  }
  return sheet;
}

}  // namespace present
