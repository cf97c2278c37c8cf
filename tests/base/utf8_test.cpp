#include "base/utf8.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(CleanLine, KeepsOneLineOfValidText) {
  const struct {
    std::string_view given;
    std::string_view clean;
  } rows[] = {
      {"Cut Crime", "Cut Crime"},
      {"  a \t\r\n b  ", "a b"},
      {"\x1b[31mred", "[31mred"},
      {"a\xe2\x80\xa9"
       "b",
       "a b"},  // paragraph separator
      {"a\xc2\xa0"
       "b",
       "a b"},  // no-break space
      {"\xe2\x80\xae"
       "evil",
       "evil"},  // right-to-left override
      {"\xef\xbb\xbf"
       "bom",
       "bom"},
      {"\xc5\xb5\xc5\xb7 \xc2\xa3\xe2\x82\xac", "\xc5\xb5\xc5\xb7 \xc2\xa3\xe2\x82\xac"},
      {"\xff", "\xef\xbf\xbd"},
      {"\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd"},                  // overlong
      {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},  // surrogate
      {"\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd"},                  // cut short
      {"\xf4\x90\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
      {"\xf0\x9f\x9a\x94", "\xf0\x9f\x9a\x94"},
      {std::string_view("a\0b", 3), "a b"},
      {"", ""},
      {"   ", ""},
      {"\xe1\x9a\x80\xe2\x81\x9f\xe3\x80\x80", ""},  // spaces of other scripts
      {"\xcc\x81 a\xcc\x81 \xcc\x81"
       "b",
       "a\xcc\x81 b"},       // an accent needs a letter
      {"\xe1\xa0\x8e", ""},  // Mongolian vowel separator
  };
  for (const auto& row : rows) EXPECT_EQ(clean_line(row.given), row.clean);
}

TEST(Shorten, CutsBetweenCodePointsAndSaysSo) {
  EXPECT_EQ(shorten("abc", 3), "abc");
  EXPECT_EQ(shorten("abcd", 3), "ab\xe2\x80\xa6");
  EXPECT_EQ(shorten("\xc5\xb5\xc5\xb7\xc5\xb5", 2), "\xc5\xb5\xe2\x80\xa6");
  EXPECT_EQ(shorten("ab", 1), "\xe2\x80\xa6");
  EXPECT_EQ(shorten("ab", 0), "");
  EXPECT_EQ(shorten("", 0), "");
}

TEST(NextCodePoint, AlwaysMovesOn) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text{static_cast<char>(first), static_cast<char>(second)};
      size_t at = 0;
      int steps = 0;
      while (at < text.size()) {
        const size_t before = at;
        next_code_point(text, at);
        ASSERT_GT(at, before);
        ++steps;
      }
      EXPECT_LE(steps, 2);
    }
  }
}

}  // namespace
}  // namespace base
