#include "present/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace present {
namespace {

using model::Unit;

constexpr const char* kMinus = "−";
constexpr int kMostDecimals = 3;
constexpr double kLargestRank = 1e6;
constexpr double kLargest = 1e15;  // above it a double no longer counts in ones

// The shortest decimal text that reads back as the same number, never with an exponent.
std::string shortest(double magnitude) {
  std::array<char, 400> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), magnitude, std::chars_format::fixed);
  return {text.data(), end.ptr};
}

// `digits` is "123.456"; the result has exactly `decimals` digits after the point.
std::string round_half_up(std::string digits, int decimals) {
  const size_t point = std::min(digits.find('.'), digits.size());
  std::string whole = digits.substr(0, point);
  std::string part = point < digits.size() ? digits.substr(point + 1) : "";
  const auto keep = static_cast<size_t>(decimals);
  const bool up = part.size() > keep && part[keep] >= '5';
  part.resize(keep, '0');
  std::string all = whole + part;
  if (up) {
    size_t i = all.size();
    while (i > 0 && all[i - 1] == '9') all[--i] = '0';
    if (i > 0) {
      ++all[i - 1];
    } else {
      all.insert(all.begin(), '1');
    }
  }
  const size_t whole_length = all.size() - keep;
  return keep ? all.substr(0, whole_length) + "." + all.substr(whole_length) : all;
}

int own_decimals(const std::string& digits) {
  const size_t point = digits.find('.');
  if (point == std::string::npos) return 0;
  return std::min(static_cast<int>(digits.size() - point - 1), kMostDecimals);
}

void insert_commas(std::string& digits) {
  const size_t point = std::min(digits.find('.'), digits.size());
  for (size_t at = point; at > 3; at -= 3) digits.insert(at - 3, ",");
}

bool is_zero(const std::string& digits) {
  return digits.find_first_not_of("0.") == std::string::npos;
}

std::string_view suffix(Unit unit) {
  switch (unit) {
    case Unit::percent:
      return "%";
    case Unit::points:
      return "points";
    case Unit::seconds:
      return "s";
    case Unit::minutes:
      return "min";
    case Unit::hours:
      return "h";
    case Unit::days:
      return "days";
    case Unit::per_1000:
      return "per 1,000";
    case Unit::per_100000:
      return "per 100,000";
    default:
      return "";
  }
}

bool is_money(Unit unit) {
  return unit == Unit::pounds || unit == Unit::pounds_thousands || unit == Unit::pounds_millions;
}

std::string money(const std::string& number, Unit unit) {
  // The pound sign stands between sign and digits.
  const size_t digits = number.find_first_of("0123456789");
  const std::string scale = unit == Unit::pounds_thousands  ? "k"
                            : unit == Unit::pounds_millions ? "m"
                                                            : "";
  return number.substr(0, digits) + "£" + number.substr(digits) + scale;
}

}  // namespace

std::string format_number(double value, std::optional<int> decimals, Sign sign) {
  const double magnitude = std::abs(value);
  if (!(magnitude < kLargest)) return value < 0 ? std::string(kMinus) + "1e15+" : "1e15+";
  std::string digits = shortest(magnitude);
  digits = round_half_up(digits, decimals.value_or(own_decimals(digits)));
  if (!decimals && digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  const bool zero = is_zero(digits);
  insert_commas(digits);
  if (zero) return digits;
  if (value < 0) return kMinus + digits;
  return sign == Sign::always ? "+" + digits : digits;
}

Figure figure_of(const model::Quantity& quantity) {
  if (const auto* text = std::get_if<std::string>(&quantity.value)) return {*text, "", true};
  const double* value = std::get_if<double>(&quantity.value);
  if (!value) return {};
  if (quantity.unit == Unit::rank && std::abs(*value) < kLargestRank) {
    return {ordinal(static_cast<int>(*value)), "", false};
  }
  std::string number = format_number(*value, quantity.decimals,
                                     quantity.is_signed ? Sign::always : Sign::only_minus);
  if (is_money(quantity.unit)) return {money(number, quantity.unit), "", false};
  return {std::move(number), std::string(suffix(quantity.unit)), false};
}

std::string text_of(const model::Quantity& quantity) {
  Figure figure = figure_of(quantity);
  if (figure.unit.empty()) return figure.number;
  return figure.number + (figure.unit == "%" ? "" : " ") + figure.unit;
}

std::string amount_of(double change, Unit unit, std::optional<int> decimals) {
  if (unit == Unit::rank) {
    const std::string places = format_number(std::abs(change), decimals);
    return places + (places == "1" ? " place" : " places");
  }
  const std::string text =
      text_of({.value = std::abs(change), .unit = unit, .decimals = decimals, .is_signed = false});
  if (unit == Unit::points && text == "1 points") return "1 point";
  return text;
}

std::optional<int> change_decimals(Unit unit) {
  switch (unit) {
    case Unit::percent:
    case Unit::points:
    case Unit::seconds:
    case Unit::minutes:
    case Unit::hours:
      return 1;
    default:
      return std::nullopt;
  }
}

std::string ordinal(int number) {
  const int tens = std::abs(number) % 100;
  const int ones = tens % 10;
  const char* ending = tens >= 11 && tens <= 13 ? "th"
                       : ones == 1              ? "st"
                       : ones == 2              ? "nd"
                       : ones == 3              ? "rd"
                                                : "th";
  return format_number(number) + ending;
}

}  // namespace present
