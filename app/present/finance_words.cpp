#include <algorithm>
#include <cctype>
#include <cmath>

#include "present/finance_parts.h"
#include "present/numbers.h"

namespace present {
namespace {

using Effect = Finance::Effect;
using Kind = model::Column::Kind;
using model::Unit;

bool is_money(Unit unit) {
  return unit == Unit::pounds || unit == Unit::pounds_thousands || unit == Unit::pounds_millions;
}

double pounds(double value, Unit unit) {
  return unit == Unit::pounds_thousands  ? value * 1e3
         : unit == Unit::pounds_millions ? value * 1e6
                                         : value;
}

std::string unit_words(Unit unit) {
  switch (unit) {
    case Unit::pounds:
      return "£";
    case Unit::pounds_thousands:
      return "£000s";
    case Unit::pounds_millions:
      return "£m";
    case Unit::percent:
      return "per cent";
    case Unit::points:
      return "percentage points";
    case Unit::seconds:
      return "seconds";
    case Unit::minutes:
      return "minutes";
    case Unit::hours:
      return "hours";
    case Unit::days:
      return "days";
    case Unit::per_1000:
      return "per 1,000";
    case Unit::per_100000:
      return "per 100,000";
    case Unit::count:
    case Unit::rank:
    case Unit::ratio:
      break;
  }
  return "";
}

// "Forecast overspend" only where more is spent than budgeted, and "below budget" only where less
// is: a favourable variance may as well be income.
std::string variance_message(const model::Table& table) {
  const auto all = variance_columns(table);
  const model::Row* total = last_total(table);
  if (all.empty() || !total || table.variance == model::Table::Variance::none) return "";
  const VarianceColumns& columns = all.back();
  const auto variance = number_in(*total, columns.variance);
  if (!variance) return "";
  const bool forecast = columns.amount && table.columns[*columns.amount].kind == Kind::forecast;
  const Effect effect = effect_of(table, columns.variance, *variance);
  if (effect == Effect::none) return forecast ? "Forecast on budget" : "On budget";

  // Negative, as income is in these tables: no spending to speak of.
  constexpr double kNoSpending = -1;
  const auto spent = [&](const auto& column) {
    return column ? number_in(*total, *column).value_or(kNoSpending) : kNoSpending;
  };
  const double budget = spent(columns.budget);
  const double amount = spent(columns.amount);
  const bool spending = is_money(table.unit) && budget >= 0 && amount >= 0;
  const std::string much = brief_amount(std::abs(*variance), table.unit);
  const std::string start = forecast ? "Forecast " : "";
  if (effect == Effect::adverse) {
    if (!spending || amount < budget) return start + much + " worse than budget";
    return (forecast ? "Forecast overspend of " : "Overspend of ") + much;
  }
  const bool below = spending && amount < budget;
  return start + much + (below ? " below budget" : " better than budget");
}

// What a total row adds up: "Usable reserves" for "Total usable reserves"; else the table's title.
std::string summed_up(const model::Table& table, const model::Row& total) {
  constexpr std::string_view kTotal = "Total ";
  std::string name = total.title;
  if (name.size() <= kTotal.size() || !name.starts_with(kTotal)) return table.title;
  name.erase(0, kTotal.size());
  name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name;
}

std::string movement_message(const model::Table& table) {
  const auto opening = last_column(table, Kind::opening);
  const auto closing = last_column(table, Kind::closing);
  const model::Row* total = last_total(table);
  if (!opening || !closing || !total) return "";
  const auto from = number_in(*total, *opening);
  const auto to = number_in(*total, *closing);
  if (!from || !to) return "";
  const std::string name = summed_up(table, *total);
  const bool plural = name.ends_with('s');
  const std::string before = brief_amount(*from, table.unit);
  const std::string after = brief_amount(*to, table.unit);
  if (before == after) {
    return name + (plural ? " stay" : " stays") + (*from == *to ? " at " : " at about ") + after;
  }
  const std::string verb = *to > *from ? (plural ? " rise" : " rises")
                           : plural    ? " fall"
                                       : " falls";
  return name + verb + " from " + before + " to " + after;
}

std::string shares_message(const model::Table& table, const Finance& content) {
  const auto& largest = content.shares.front();
  if (largest.kind != Finance::Share::Kind::line) return "";
  return largest.title + ": " + largest.percent + " of " +
         brief_amount(content.whole_value, table.unit);
}

struct BracketsSeen {
  bool in_variance = false;
  bool elsewhere = false;
};

BracketsSeen brackets_in(const Finance& content) {
  BracketsSeen seen;
  for (const auto& sheet : content.sheets) {
    for (const auto& row : sheet.rows) {
      for (size_t i = 0; i < row.cells.size(); ++i) {
        if (!row.cells[i].starts_with('(')) continue;
        const bool variance = sheet.columns[i].strong && content.form != Finance::Form::movement;
        (variance ? seen.in_variance : seen.elsewhere) = true;
      }
    }
  }
  return seen;
}

std::string brackets_words(const model::Table& table, const Finance& content) {
  const BracketsSeen seen = brackets_in(content);
  if (seen.in_variance && table.variance != model::Table::Variance::none) {
    const bool by_effect =
        std::any_of(table.columns.begin(), table.columns.end(), [](const model::Column& column) {
          return column.kind == Kind::variance &&
                 column.brackets == model::Column::Brackets::adverse;
        });
    const bool adverse = by_effect || table.variance == model::Table::Variance::favourable_positive;
    return std::string("Variance in brackets: ") + (adverse ? "adverse." : "under budget.");
  }
  return seen.in_variance || seen.elsewhere ? "Brackets: negative." : "";
}

}  // namespace

std::string brief_amount(double value, Unit unit) {
  if (!is_money(unit)) return format_number(value);
  const double amount = pounds(value, unit);
  const double size = std::abs(amount);
  // What rounds up to a thousand of one size is one of the next.
  if (size >= 999.5e6) {
    return text_of({.value = amount / 1e6, .unit = Unit::pounds_millions, .decimals = 0});
  }
  if (size >= 999.5e3) {
    return text_of({.value = amount / 1e6, .unit = Unit::pounds_millions, .decimals = 1});
  }
  if (size >= 999.5) {
    return text_of({.value = amount / 1e3, .unit = Unit::pounds_thousands, .decimals = 0});
  }
  return text_of({.value = amount, .unit = Unit::pounds, .decimals = 0});
}

std::string finance_message(const model::Table& table, const Finance& content) {
  if (content.form == Finance::Form::shares) return shares_message(table, content);
  if (content.form == Finance::Form::movement) return movement_message(table);
  const std::string by_variance = variance_message(table);
  if (!by_variance.empty() || content.form == Finance::Form::variance) return by_variance;
  return movement_message(table);
}

std::string finance_subtitle(const model::Table& table, const Finance& content, bool named) {
  std::string text = named ? table.title : "";
  const std::string unit = unit_words(table.unit);
  if (!unit.empty()) text += (text.empty() ? "" : ", ") + unit;
  const auto add = [&](std::string sentence) {
    if (sentence.empty()) return;
    if (!sentence.ends_with('.')) sentence += '.';
    if (!text.empty()) text += text.ends_with('.') ? " " : ". ";
    text += sentence;
  };
  add(brackets_words(table, content));
  // Groups of columns say themselves what such a detail says: "year to date and year end".
  const bool grouped = std::any_of(table.columns.begin(), table.columns.end(),
                                   [](const auto& column) { return !column.group.empty(); });
  if (!grouped) add(table.detail);
  return text;
}

}  // namespace present
