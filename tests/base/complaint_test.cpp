#include "base/complaint.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(PointerStep, EscapesCleansAndShortens) {
  EXPECT_EQ(pointer_step("kpis"), "/kpis");
  EXPECT_EQ(pointer_step(""), "/");
  EXPECT_EQ(pointer_step("a/b~c"), "/a~1b~0c");
  EXPECT_EQ(pointer_step("a\nb\x1b[31m"), "/a b [31m");
  EXPECT_EQ(pointer_step(std::string(100, 'x')), "/" + std::string(59, 'x') + "\u2026");
}

TEST(ToLine, NamesPlaceFoundAndExpected) {
  EXPECT_EQ(to_line({Severity::error, "board.json", "/feeds/0/url", "17", "a text"}),
            "board.json: /feeds/0/url: found 17, expected a text");
  EXPECT_EQ(to_line({Severity::error, "board.json", "", "", "a JSON object"}),
            "board.json: expected a JSON object");
}

}  // namespace
}  // namespace base
