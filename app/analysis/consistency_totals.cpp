#include <array>
#include <cmath>
#include <optional>

#include "analysis/consistency.h"

namespace analysis {
namespace {

using model::Row;
using model::Table;

// Every number printed in whole units may be off by half of one.
constexpr double kRounding = 0.5;

struct Sum {
  double amount = 0;
  int parts = 0;

  void add(double part) { amount += part, ++parts; }
  bool equals(double total) const {
    return parts > 0 && std::abs(amount - total) <= kRounding * (parts + 1);
  }
};

std::optional<double> cell_of(const Row& row, size_t column) {
  if (column >= row.cells.size()) return std::nullopt;
  const double* number = std::get_if<double>(&row.cells[column]);
  return number ? std::optional(*number) : std::nullopt;
}

// A total may stand below its lines or above them, may go on from the total before it, and may be
// made of subtotals and the lines between them: it is right if it equals any of these.
class Adder {
 public:
  Adder(const Table& table, size_t column) : table_(table), column_(column) {}

  bool is_right(size_t total_row) const {
    const auto total = cell_of(table_.rows[total_row], column_);
    if (!total || !has_parts(total_row)) return true;
    const std::array sums = {lines_since_total(total_row), on_from_last_total(total_row),
                             totals_and_loose_lines(total_row), all_lines_before(total_row),
                             lines_until_total(total_row)};
    for (const Sum& sum : sums) {
      if (sum.equals(*total)) return true;
    }
    return false;
  }

  double nearest(size_t total_row) const {
    const Sum below = lines_since_total(total_row);
    return below.parts ? below.amount : lines_until_total(total_row).amount;
  }

 private:
  bool is_line(size_t row) const { return table_.rows[row].weight == Row::Weight::line; }
  void add(Sum& sum, size_t row) const {
    if (const auto part = cell_of(table_.rows[row], column_)) sum.add(*part);
  }
  bool has_parts(size_t total_row) const {
    return lines_since_total(total_row).parts + lines_until_total(total_row).parts > 0;
  }

  Sum lines_since_total(size_t end) const {
    Sum sum;
    for (size_t row = end; row > 0 && is_line(row - 1); --row) add(sum, row - 1);
    return sum;
  }
  Sum on_from_last_total(size_t end) const {
    Sum sum = lines_since_total(end);
    for (size_t row = end; row > 0; --row) {
      if (is_line(row - 1)) continue;
      add(sum, row - 1);
      break;
    }
    return sum;
  }
  Sum totals_and_loose_lines(size_t end) const {
    Sum sum;
    size_t after_last_total = 0;
    for (size_t row = 0; row < end; ++row) {
      if (is_line(row)) continue;
      add(sum, row);
      after_last_total = row + 1;
    }
    for (size_t row = after_last_total; row < end; ++row) add(sum, row);
    return sum;
  }
  Sum all_lines_before(size_t end) const {
    Sum sum;
    for (size_t row = 0; row < end; ++row) {
      if (is_line(row)) add(sum, row);
    }
    return sum;
  }
  Sum lines_until_total(size_t start) const {
    Sum sum;
    for (size_t row = start + 1; row < table_.rows.size() && is_line(row); ++row) add(sum, row);
    return sum;
  }

  const Table& table_;
  size_t column_;
};

}  // namespace

void doubt_totals(const model::Board& board, std::vector<Doubt>& doubts) {
  for (const Table& table : board.tables) {
    if (table.lines_left_out) continue;
    for (size_t column = 0; column < table.columns.size(); ++column) {
      const Adder adder(table, column);
      for (size_t row = 0; row < table.rows.size(); ++row) {
        if (table.rows[row].weight == Row::Weight::line || adder.is_right(row)) continue;
        doubts.push_back({"/tables",
                          "table " + table.id + ": " + table.rows[row].title + ", " +
                              table.columns[column].title + ": " +
                              in_words(*cell_of(table.rows[row], column)) +
                              ", though its lines make " + in_words(adder.nearest(row)),
                          "a total of its lines, or \"lines_left_out\""});
      }
    }
  }
}

}  // namespace analysis
