#include "present/numbers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace present {
namespace {

using model::Quantity;
using model::Unit;

TEST(FormatNumber, RoundsOnceHalfAwayFromZeroOnTheDecimalValue) {
  const struct {
    double value;
    std::optional<int> decimals;
    std::string_view text;
  } rows[] = {
      {25.45, 1, "25.5"},  // binary 25.449999...
      {-25.45, 1, "−25.5"},
      {1.005, 2, "1.01"},
      {0.5, 0, "1"},
      {-0.5, 0, "−1"},
      {2.5, 0, "3"},
      {-0.04, 1, "0.0"},  // rounds to nothing: no sign
      {0, 0, "0"},
      {999.95, 1, "1,000.0"},
      {9.99, 1, "10.0"},
      {3387, std::nullopt, "3,387"},
      {999, std::nullopt, "999"},
      {1234567.5, 1, "1,234,567.5"},
      {86.3, std::nullopt, "86.3"},
      {12, 1, "12.0"},
      {0.1 + 0.2, std::nullopt, "0.3"},
      {1.0 / 3, std::nullopt, "0.333"},
      {1e-9, std::nullopt, "0"},
      {1e15, std::nullopt, "1e15+"},
      {-std::numeric_limits<double>::infinity(), std::nullopt, "−1e15+"},
      {std::nan(""), std::nullopt, "1e15+"},
  };
  for (const auto& row : rows) EXPECT_EQ(format_number(row.value, row.decimals), row.text);
}

TEST(FormatNumber, PrintsAPlusOnlyWhenAsked) {
  EXPECT_EQ(format_number(333, {}, Sign::always), "+333");
  EXPECT_EQ(format_number(-998, {}, Sign::always), "−998");
  EXPECT_EQ(format_number(0, {}, Sign::always), "0");
  EXPECT_EQ(format_number(333), "333");
}

TEST(TextOf, KnowsEveryUnit) {
  const struct {
    Quantity quantity;
    std::string_view text;
  } rows[] = {
      {{.value = 86.3, .unit = Unit::percent}, "86.3%"},
      {{.value = 70.0, .unit = Unit::percent, .decimals = 1}, "70.0%"},
      {{.value = 4.1, .unit = Unit::points}, "4.1 points"},
      {{.value = 12.3, .unit = Unit::minutes}, "12.3 min"},
      {{.value = 10.0, .unit = Unit::seconds}, "10 s"},
      {{.value = 594.0, .unit = Unit::pounds_thousands}, "£594k"},
      {{.value = 2.0, .unit = Unit::pounds_millions}, "£2m"},
      {{.value = -2.1, .unit = Unit::pounds_millions}, "−£2.1m"},
      {{.value = 1250.0, .unit = Unit::pounds}, "£1,250"},
      {{.value = 3.0, .unit = Unit::rank}, "3rd"},
      {{.value = 112.0, .unit = Unit::rank}, "112th"},
      {{.value = 1e300, .unit = Unit::rank}, "1e15+"},
      {{.value = -5.8, .unit = Unit::percent, .is_signed = true}, "−5.8%"},
      {{.value = 10.1, .unit = Unit::percent, .is_signed = true}, "+10.1%"},
      {{.value = "TBC"}, "TBC"},
      {{}, ""},
      {{.value = 8.2, .unit = Unit::per_1000}, "8.2 per 1,000"},
      {{.value = 29.0, .unit = Unit::days}, "29 days"},
  };
  for (const auto& row : rows) EXPECT_EQ(text_of(row.quantity), row.text);
}

TEST(AmountOf, LosesItsSign) {
  EXPECT_EQ(amount_of(-6.81, Unit::percent, 1), "6.8%");
  EXPECT_EQ(amount_of(4.1, Unit::points, 1), "4.1 points");
  EXPECT_EQ(amount_of(1, Unit::points, std::nullopt), "1 point");
  EXPECT_EQ(amount_of(-2, Unit::rank, std::nullopt), "2 places");
  EXPECT_EQ(amount_of(1, Unit::rank, std::nullopt), "1 place");
  EXPECT_EQ(amount_of(-4.4, Unit::minutes, 1), "4.4 min");
}

TEST(Ordinal, EndsAsPeopleSayIt) {
  EXPECT_EQ(ordinal(1), "1st");
  EXPECT_EQ(ordinal(2), "2nd");
  EXPECT_EQ(ordinal(11), "11th");
  EXPECT_EQ(ordinal(23), "23rd");
}

}  // namespace
}  // namespace present
