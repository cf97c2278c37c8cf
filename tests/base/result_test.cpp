#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "base/latest.h"

namespace base {
namespace {

Result<std::unique_ptr<int>, std::string> half(int whole) {
  if (whole % 2) return Failure{std::string("odd")};
  return std::make_unique<int>(whole / 2);
}

TEST(Result, HoldsEitherSide) {
  EXPECT_TRUE(half(4).ok());
  EXPECT_EQ(*half(4).value(), 2);
  EXPECT_FALSE(half(3));
  EXPECT_EQ(half(3).error(), "odd");
}

TEST(Result, AbortsOnTheMissingSide) {
  EXPECT_DEATH((void)half(3).value(), "");
  EXPECT_DEATH((void)half(4).error(), "");
}

TEST(Latest, AReaderKeepsWhatItTook) {
  Latest<int> latest(std::make_shared<const int>(1));
  const auto taken = latest.get();
  latest.publish(std::make_shared<const int>(2));
  EXPECT_EQ(*taken, 1);
  EXPECT_EQ(*latest.get(), 2);
}

}  // namespace
}  // namespace base
