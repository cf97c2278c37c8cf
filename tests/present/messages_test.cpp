#include "present/messages.h"

#include <gtest/gtest.h>

namespace present {
namespace {

using model::Rating;

std::vector<Rating> ratings(int green, int amber, int red, int none = 0) {
  std::vector<Rating> all(static_cast<size_t>(green), Rating::green);
  all.insert(all.end(), static_cast<size_t>(amber), Rating::amber);
  all.insert(all.end(), static_cast<size_t>(red), Rating::red);
  all.insert(all.end(), static_cast<size_t>(none), Rating::none);
  return all;
}

TEST(CountRatings, SaysWhatThereIsAndThatNothingIsRed) {
  EXPECT_EQ(count_ratings(ratings(15, 13, 0), "theme"), "15 themes green, 13 amber, none red");
  EXPECT_EQ(count_ratings(ratings(1, 0, 2), "theme"), "1 theme green, 2 red");
  EXPECT_EQ(count_ratings(ratings(0, 0, 3), "theme"), "3 themes red");
  EXPECT_EQ(count_ratings(ratings(0, 2, 0, 4), "theme"), "2 themes amber, none red");
  EXPECT_EQ(count_ratings({Rating::complete, Rating::amber_green, Rating::amber_red}, "commitment"),
            "1 commitment complete, 1 amber/green, 1 amber/red, none red");
  EXPECT_EQ(count_ratings(ratings(0, 0, 0, 3), "theme"), "");
  EXPECT_EQ(count_ratings({}, "theme"), "");
}

TEST(CountMet, CountsOnlyWhatIsRated) {
  EXPECT_EQ(count_met(ratings(4, 1, 1)), "4 of 6 meet their target");
  EXPECT_EQ(count_met(ratings(1, 2, 0, 3)), "1 of 3 meets its target");
  EXPECT_EQ(count_met(ratings(0, 2, 0)), "None of 2 meets its target");
  EXPECT_EQ(count_met(ratings(3, 0, 0)), "All 3 meet their target");
  EXPECT_EQ(count_met(ratings(1, 0, 0, 5)), "The one rated figure meets its target");
  EXPECT_EQ(count_met(ratings(0, 0, 0, 5)), "");
}

}  // namespace
}  // namespace present
