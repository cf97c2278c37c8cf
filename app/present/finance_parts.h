// What a table of money is made into: sheets with bars, shares, and the words above them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/finance_slides.h"

namespace present {

// Index of the last column of this kind; none if there is none.
std::optional<size_t> last_column(const model::Table& table, model::Column::Kind kind);

// The last row of weight total, which the title speaks of; null without one.
const model::Row* last_total(const model::Table& table);

// The number of a cell; none where it is a text or missing.
std::optional<double> number_in(const model::Row& row, size_t column);

// A cell as it is printed: brackets as the column declares them, "–" for a variance of zero.
std::string cell_text(const model::Table& table, size_t column, const model::Value& value);

// What a variance of this column does; none where it is printed as zero.
Finance::Effect effect_of(const model::Table& table, size_t column, double variance);

// The columns that a variance belongs to: its budget, and the amount that it was taken from.
struct VarianceColumns {
  size_t variance = 0;
  std::optional<size_t> budget;
  std::optional<size_t> amount;
};
std::vector<VarianceColumns> variance_columns(const model::Table& table);

Finance::Sheet sheet_of_rows(const model::Table& table);
Finance::Sheet sheet_of_variance(const model::Table& table, const VarianceColumns& columns);
Finance::Sheet sheet_of_movement(const model::Table& table, size_t opening, size_t closing);

// Fills in shares, whole and remark; false if no line is above zero.
bool add_shares(Finance& content, const model::Table& table);

// A rounded amount as people say it: "£2.1m", "£745k"; plain numbers of other units.
std::string brief_amount(double value, model::Unit unit);

// A title by rule: what the last total comes to. Empty where nothing can be said for certain.
std::string finance_message(const model::Table& table, const Finance& content);

// "Revenue 2023/24, £000s. Variance in brackets: adverse." `named` is false where the title of the
// slide is already the table's.
std::string finance_subtitle(const model::Table& table, const Finance& content, bool named);

}  // namespace present
