#include "fetch/program/headers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fetch {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr std::int64_t kNone = -1;
std::int64_t count(std::optional<seconds> wait) {
  return wait ? wait->count() : kNone;
}

TEST(Headers, ReadsTheThreeFormsOfADate) {
  const base::Timestamp expected(seconds{784111777});
  EXPECT_EQ(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT"), expected);
  EXPECT_EQ(parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT"), expected);
  EXPECT_EQ(parse_http_date("Sun Nov  6 08:49:37 1994"), expected);
  for (const char* bad : {"", "tomorrow", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT x",
                          "Sun, 99 Nov 1994 08:49:37 GMT"}) {
    EXPECT_FALSE(parse_http_date(bad)) << bad;
  }
}

TEST(Headers, ReadsMaxAge) {
  struct Row {
    const char* value;
    std::int64_t expected;
  };
  const std::vector<Row> table = {
      {"max-age=60", 60},
      {"public, Max-Age=60", 60},
      {"max-age=\"60\"", 60},
      {"s-maxage=5, max-age=7", 7},
      {"max-age=0", 0},
      {"", kNone},
      {"no-cache", kNone},
      {"max-age=-1", kNone},
      {"max-age=soon", kNone},
      {"max-age=", kNone},
      {"max-age=99999999999999999999", 365 * 86400},
  };
  for (const auto& row : table) EXPECT_EQ(count(max_age(row.value)), row.expected) << row.value;
}

TEST(Headers, ReadsRetryAfterInBothForms) {
  const base::Timestamp now(seconds{784111777});
  const char* date = "Sun, 06 Nov 1994 08:49:37 GMT";
  struct Row {
    const char* value;
    const char* date;
    std::int64_t expected;
  };
  const std::vector<Row> table = {
      {"120", "", 120},
      {" 120 ", "", 120},
      {"0", "", 0},
      {"99999999999999999999", "", 7 * 86400},
      {"Sun, 06 Nov 1994 08:51:37 GMT", "", 120},
      {"Sun, 06 Nov 1994 08:51:37 GMT", date, 120},
      // The server's clock is an hour ahead of this machine's: only its own difference counts.
      {"Sun, 06 Nov 1994 09:51:37 GMT", "Sun, 06 Nov 1994 09:49:37 GMT", 120},
      {"Sun, 06 Nov 1994 08:00:00 GMT", date, 0},
      {"", date, kNone},
      {"-5", date, kNone},
      {"soon", date, kNone},
  };
  for (const auto& row : table) {
    EXPECT_EQ(count(retry_after(row.value, row.date, now)), row.expected) << row.value;
  }
}

TEST(Headers, DropsAValidatorThatCouldCarryAHeader) {
  EXPECT_EQ(usable_validator("W/\"abc def\""), "W/\"abc def\"");
  EXPECT_EQ(usable_validator("\"a\r\nX-Evil: 1\""), "");
  EXPECT_EQ(usable_validator("\"\xC3\xA9\""), "");
  EXPECT_EQ(usable_validator(std::string(2000, 'a')), "");
}

TEST(Headers, ALengthIsOnePlainNumber) {
  EXPECT_EQ(content_length("17"), 17u);
  EXPECT_EQ(content_length(" 0 "), 0u);
  for (const char* bad : {"", "-1", "+1", "0x10", "12x", "1,1", "1e3", "99999999999999999999"}) {
    EXPECT_FALSE(content_length(bad)) << bad;
  }
}

}  // namespace
}  // namespace fetch
