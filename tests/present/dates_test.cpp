#include "present/dates.h"

#include <gtest/gtest.h>

namespace present {
namespace {

using namespace std::chrono;

model::Date date(int y, unsigned m, unsigned d) {
  return {year{y}, month{m}, day{d}};
}

TEST(Range, SaysWholeMonthsAsMonths) {
  EXPECT_EQ(range({"", date(2023, 4, 1), date(2023, 6, 30)}), "Apr to Jun 2023");
  EXPECT_EQ(range({"", date(2022, 10, 1), date(2023, 3, 31)}), "Oct 2022 to Mar 2023");
  EXPECT_EQ(range({"", date(2024, 2, 1), date(2024, 2, 29)}), "February 2024");
  EXPECT_EQ(range({"", date(2023, 4, 5), date(2023, 6, 30)}), "5 Apr to 30 Jun 2023");
  EXPECT_EQ(range({"", date(2022, 12, 5), date(2023, 1, 2)}), "5 Dec 2022 to 2 Jan 2023");
  EXPECT_EQ(range({"Q1", date(2023, 4, 1), {}}), "");
}

TEST(WholePeriod, JoinsWhatIsKnown) {
  EXPECT_EQ(whole_period({"Quarter 1 2023/24", date(2023, 4, 1), date(2023, 6, 30)}),
            "Quarter 1 2023/24 (Apr to Jun 2023)");
  EXPECT_EQ(whole_period({"Quarter 1 2023/24", {}, {}}), "Quarter 1 2023/24");
  EXPECT_EQ(whole_period({"", date(2023, 4, 1), date(2023, 6, 30)}), "Apr to Jun 2023");
  EXPECT_EQ(whole_period({}), "");
}

TEST(QuarterOf, FindsTheQuarterInALabel) {
  EXPECT_EQ(quarter_of({"Quarter 4 2022/23", {}, {}}), "Q4");
  EXPECT_EQ(quarter_of({"Q1 2023/24", {}, {}}), "Q1");
  EXPECT_EQ(quarter_of({"Q2", {}, {}}), "Q2");
  EXPECT_EQ(quarter_of({"Year to March", {}, {}}), "Year to March");
  EXPECT_EQ(quarter_of({"Q9", {}, {}}), "Q9");
  EXPECT_EQ(quarter_of({}), "");
}

TEST(LastDay, EndsEachInterval) {
  EXPECT_EQ(last_day(date(2024, 2, 1), model::Interval::month), date(2024, 2, 29));
  EXPECT_EQ(last_day(date(2023, 4, 1), model::Interval::quarter), date(2023, 6, 30));
  EXPECT_EQ(last_day(date(2023, 4, 1), model::Interval::year), date(2024, 3, 31));
  EXPECT_EQ(last_day(date(2023, 12, 28), model::Interval::week), date(2024, 1, 3));
}

TEST(Duration, UsesTheLargestUnitThatSaysSomething) {
  const struct {
    seconds length;
    std::string_view text;
  } rows[] = {
      {seconds{59}, "under 1 min"}, {seconds{60}, "1 min"},   {minutes{59}, "59 min"},
      {minutes{60}, "1 h"},         {hours{47}, "47 h"},      {hours{48}, "2 days"},
      {days{13}, "13 days"},        {days{14}, "2 weeks"},    {days{44}, "6 weeks"},
      {days{63}, "2 months"},       {days{729}, "24 months"}, {days{730}, "2 years"},
  };
  for (const auto& row : rows) EXPECT_EQ(duration(row.length), row.text);
  EXPECT_EQ(ago(seconds{5}), "just now");
  EXPECT_EQ(ago(minutes{12}), "12 min ago");
}

}  // namespace
}  // namespace present
