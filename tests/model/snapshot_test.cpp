#include "model/snapshot.h"

#include <gtest/gtest.h>

namespace model {
namespace {

TEST(Matches, TakesABareIdOrOneWithItsFeed) {
  EXPECT_TRUE(matches("999-10s", "calls", "999-10s"));
  EXPECT_TRUE(matches("calls/999-10s", "calls", "999-10s"));
  EXPECT_FALSE(matches("plan/999-10s", "calls", "999-10s"));
  EXPECT_FALSE(matches("999-10", "calls", "999-10s"));
  EXPECT_FALSE(matches("calls999-10s", "calls", "999-10s"));
  EXPECT_FALSE(matches("", "calls", "999-10s"));
}

TEST(ToWords, EveryFailureHasItsOwn) {
  std::vector<std::string_view> seen;
  for (int i = 0; i <= static_cast<int>(FetchFailure::wrong_format); ++i) {
    const auto words = to_words(static_cast<FetchFailure>(i));
    EXPECT_FALSE(words.empty()) << i;
    for (const auto other : seen) EXPECT_NE(words, other);
    seen.push_back(words);
  }
}

}  // namespace
}  // namespace model
