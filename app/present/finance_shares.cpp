#include <algorithm>
#include <cmath>

#include "present/finance_parts.h"
#include "present/numbers.h"

namespace present {
namespace {

using Kind = model::Column::Kind;

constexpr size_t kMostTold = 4;  // parts with a colour of their own; more are merged

// The column that a whole is shared in: the forecast, or the last amount there is.
std::optional<size_t> amounts_of(const model::Table& table) {
  for (const Kind kind : {Kind::forecast, Kind::actual, Kind::closing, Kind::budget, Kind::other}) {
    if (const auto column = last_column(table, kind)) return column;
  }
  return std::nullopt;
}

struct Part {
  std::string title;
  double amount = 0;
};

struct Lines {
  std::vector<Part> parts;        // above zero, the largest first
  std::vector<std::string> left;  // "Slippage (500)"
  double sum = 0;                 // of the parts
  bool any_negative = false;
};

Lines lines_of(const model::Table& table, size_t column) {
  Lines lines;
  for (const auto& row : table.rows) {
    if (row.weight != model::Row::Weight::line) continue;
    const auto amount = number_in(row, column);
    if (amount && *amount > 0) {
      lines.parts.push_back({row.title, *amount});
      lines.sum += *amount;
      continue;
    }
    const std::string text =
        column < row.cells.size() ? cell_text(table, column, row.cells[column]) : "";
    lines.left.push_back(row.title + " " + (text.empty() ? "not known" : text));
    lines.any_negative = lines.any_negative || (amount && *amount < 0);
  }
  std::stable_sort(lines.parts.begin(), lines.parts.end(),
                   [](const Part& a, const Part& b) { return a.amount > b.amount; });
  return lines;
}

std::string percent_text(double share) {
  if (share > 0 && share < 0.005) return "<1%";
  if (share > 0.995 && share < 1) return ">99%";
  return format_number(share * 100, 0) + "%";
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

}  // namespace

bool add_shares(Finance& content, const model::Table& table) {
  const auto column = amounts_of(table);
  if (!column) return false;
  const Lines lines = lines_of(table, *column);
  if (lines.parts.empty()) return false;

  const model::Row* total_row = last_total(table);
  const auto total = total_row ? number_in(*total_row, *column) : std::nullopt;
  // Rounded lines may miss their rounded total by half a unit each.
  const bool adds_up =
      total && std::abs(*total - lines.sum) <= 0.5 * static_cast<double>(table.rows.size());
  const bool rest_known =
      total && !adds_up && table.lines_left_out && !lines.any_negative && *total > lines.sum;
  const double whole = rest_known ? *total : lines.sum;

  const auto text = [&](double amount) { return cell_text(table, *column, amount); };
  const auto add = [&](std::string title, double amount, Finance::Share::Kind kind) {
    const double share = amount / whole;
    content.shares.push_back(
        {std::move(title), "", text(amount), percent_text(share), share, kind});
  };
  const size_t told = lines.parts.size() > kMostTold ? kMostTold - 1 : lines.parts.size();
  for (size_t i = 0; i < told; ++i) {
    add(lines.parts[i].title, lines.parts[i].amount, Finance::Share::Kind::line);
  }
  double merged = 0;
  std::vector<std::string> names;
  for (size_t i = told; i < lines.parts.size(); ++i) {
    merged += lines.parts[i].amount;
    names.push_back(lines.parts[i].title + " " + text(lines.parts[i].amount));
  }
  if (!names.empty()) {
    add(std::to_string(names.size()) + " other lines", merged, Finance::Share::Kind::merged);
    content.shares.back().detail = joined(names);
  }
  if (rest_known) add("Lines not shown", whole - lines.sum, Finance::Share::Kind::not_shown);

  content.whole = adds_up || rest_known ? total_row->title : "Sum of these lines";
  content.whole_value = adds_up ? *total : whole;
  content.whole_amount = text(content.whole_value);
  if (!lines.left.empty()) content.remark = "Not in the bar: " + joined(lines.left) + ".";
  if (total && !adds_up && !rest_known) {
    content.remark +=
        (content.remark.empty() ? "" : " ") + total_row->title + ": " + text(*total) + ".";
  }
  return true;
}

}  // namespace present
