#include <algorithm>
#include <numeric>

#include "analysis/suppression.h"

namespace analysis {

using model::Column;
using model::Row;

namespace {

// Tables of a wall have a handful; more are not searched for columns that add up.
constexpr size_t kMostColumns = 12;

// A difference, and so no count of its own.
bool is_difference(Column::Kind kind) {
  return kind == Column::Kind::variance || kind == Column::Kind::transfer;
}

using Numbers = std::vector<std::vector<std::optional<size_t>>>;

}  // namespace

void Suppression::add_tables() {
  of_table_.resize(board_.tables.size());
  for (size_t i = 0; i < board_.tables.size(); ++i) {
    const model::Table& table = board_.tables[i];
    if (table.unit != model::Unit::count) continue;
    Numbers& numbers = of_table_[i];
    for (size_t row = 0; row < table.rows.size(); ++row) {
      auto& in_row = numbers.emplace_back(table.columns.size());
      const auto& cells = table.rows[row].cells;
      for (size_t column = 0; column < std::min(cells.size(), in_row.size()); ++column) {
        const double* value = std::get_if<double>(&cells[column]);
        if (!value) continue;
        const bool is_count = !is_difference(table.columns[column].kind);
        in_row[column] = add({Thing::table, i, row, column}, *value, is_count && is_small(*value));
      }
    }
    tie_rows(i);
    tie_columns(i);
  }
}

// Lines add up to the subtotal below them, and those with the lines after them to the total.
void Suppression::tie_rows(size_t index) {
  const model::Table& table = board_.tables[index];
  if (table.lines_left_out) return;
  for (size_t column = 0; column < table.columns.size(); ++column) {
    std::vector<size_t> lines, subtotals, totals;
    const auto close = [&](std::vector<size_t> parts, size_t sum) {
      if (parts.empty()) return;
      parts.push_back(sum);
      ties_.tie(std::move(parts));
    };
    for (size_t row = 0; row < table.rows.size(); ++row) {
      const auto number = of_table_[index][row][column];
      switch (table.rows[row].weight) {
        case Row::Weight::line:
          if (number) lines.push_back(*number);
          break;
        case Row::Weight::subtotal:
          if (number) {
            close(lines, *number);
            subtotals.push_back(*number);
          }
          lines.clear();
          break;
        case Row::Weight::total:
          subtotals.insert(subtotals.end(), lines.begin(), lines.end());
          if (number) {
            close(subtotals.empty() ? totals : subtotals, *number);
            totals.push_back(*number);
          }
          subtotals.clear();
          lines.clear();
          break;
      }
    }
  }
}

// Which columns add up is not said by the feed: those that do in every row that has them all.
void Suppression::tie_columns(size_t index) {
  const size_t columns = board_.tables[index].columns.size();
  const Numbers& numbers = of_table_[index];
  if (columns > kMostColumns) return;
  const auto has_all = [&](const auto& row, const std::vector<size_t>& which) {
    return std::all_of(which.begin(), which.end(), [&](size_t column) { return row[column]; });
  };
  // The last of them is the sum of the others.
  const auto tie_if_sum = [&](const std::vector<size_t>& which) {
    bool any = false;
    for (const auto& row : numbers) {
      if (!has_all(row, which)) continue;
      double sum = 0;
      for (const size_t column : which) sum += values_[*row[column]];
      const double total = values_[*row[which.back()]];
      if (!is_same(sum - total, total)) return;
      any = any || total != 0;
    }
    if (!any) return;
    for (const auto& row : numbers) {
      if (!has_all(row, which)) continue;
      std::vector<size_t> tied;
      for (const size_t column : which) tied.push_back(*row[column]);
      ties_.tie(std::move(tied));
    }
  };
  for (size_t total = 0; total < columns; ++total) {
    std::vector<size_t> all;
    for (size_t column = 0; column < columns; ++column) {
      if (column != total) all.push_back(column);
    }
    for (size_t a = 0; a < all.size(); ++a) {
      for (size_t b = a + 1; b < all.size(); ++b) tie_if_sum({all[a], all[b], total});
    }
    if (all.size() > 2) {
      all.push_back(total);
      tie_if_sum(all);
    }
  }
}

}  // namespace analysis
