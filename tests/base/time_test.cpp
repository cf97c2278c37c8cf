#include "base/time.h"

#include <gtest/gtest.h>

namespace base {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

TEST(ParseDate, TakesOnlyDaysOfTheCalendar) {
  EXPECT_EQ(parse_date("2023-06-30"), Date(year{2023}, month{6}, day{30}));
  EXPECT_EQ(parse_date("2024-02-29"), Date(year{2024}, month{2}, day{29}));
  for (const char* wrong : {"", "2023-02-29", "2023-13-01", "2023-6-30", "30/06/2023",
                            "2023-06-30x", "2O23-06-30", "2023-06-3O", "+023-06-30"}) {
    EXPECT_FALSE(parse_date(wrong)) << wrong;
  }
}

TEST(ParseSeriesKey, NamesTheFirstDayOfItsInterval) {
  EXPECT_EQ(parse_series_key("1984-12"), Date(year{1984}, month{12}, day{1}));
  EXPECT_EQ(parse_series_key("1984"), Date(year{1984}, month{1}, day{1}));
  EXPECT_EQ(parse_series_key("1984-12-07"), Date(year{1984}, month{12}, day{7}));
  EXPECT_FALSE(parse_series_key("1984-Q1"));
  EXPECT_FALSE(parse_series_key("Dec 1984"));
}

TEST(ParseTimestamp, RespectsOffsets) {
  const auto nine = parse_timestamp("2023-09-20T09:00:00Z");
  ASSERT_TRUE(nine);
  EXPECT_EQ(format_timestamp(*nine), "2023-09-20T09:00:00Z");
  EXPECT_EQ(parse_timestamp("2023-09-20T10:00:00+01:00"), nine);
  EXPECT_EQ(parse_timestamp("2023-09-20 03:30:00-05:30"), nine);
  EXPECT_EQ(parse_timestamp("2023-09-20T09:00:00.123456Z"), nine);
}

TEST(ParseTimestamp, RefusesWhatNobodyCouldDate) {
  for (const char* wrong :
       {"", "2023-09-20", "2023-09-20T09:00:00", "2023-09-20T24:00:00Z", "2023-09-20T09:60:00Z",
        "2023-09-20T09:00:00.Z", "2023-09-20T09:00:00+25:00", "2023-09-20T09:00:00+01",
        "2023-02-30T09:00:00Z"}) {
    EXPECT_FALSE(parse_timestamp(wrong)) << wrong;
  }
}

TEST(ToLocal, FollowsTheZoneAcrossSummerTime) {
  ASSERT_TRUE(set_time_zone("Europe/London"));
  const auto winter = to_local(*parse_timestamp("2023-03-26T00:59:59Z"));
  EXPECT_EQ(winter.hour, 0);
  const auto summer = to_local(*parse_timestamp("2023-03-26T01:00:00Z"));
  EXPECT_EQ(summer.hour, 2);
  EXPECT_EQ(format_date(summer.date), "2023-03-26");
  EXPECT_FALSE(set_time_zone("Europe/Lundon"));
  EXPECT_FALSE(set_time_zone("../../etc/passwd"));
  EXPECT_EQ(to_local(*parse_timestamp("2023-07-01T12:00:00Z")).hour, 13);
}

TEST(FormatTimestamp, ReachesBeforeTheEpoch) {
  const auto time = parse_timestamp("1969-12-31T23:59:58Z");
  ASSERT_TRUE(time);
  EXPECT_EQ(format_timestamp(*time), "1969-12-31T23:59:58Z");
}

}  // namespace
}  // namespace base
