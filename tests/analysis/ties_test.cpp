#include "analysis/ties.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

// Numbers 0 to n-1, of which the last is the total.
Ties column(const std::vector<double>& parts, size_t hidden) {
  Ties ties;
  std::vector<size_t> all;
  double total = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    all.push_back(ties.add(parts[i], i == hidden));
    total += parts[i];
  }
  all.push_back(ties.add(total));
  ties.tie(all);
  return ties;
}

TEST(Ties, TheNextSmallestGoesToo) {
  EXPECT_EQ(column({12, 3, 7, 20}, 1).protect(), (std::vector<Sacrifice>{{2, 1}}));
  EXPECT_EQ(column({0, 3, 7}, 1).protect(), (std::vector<Sacrifice>{{2, 1}}));  // 0 hides nothing
  EXPECT_EQ(column({3}, 0).protect(), (std::vector<Sacrifice>{{1, 0}}));  // only the total is left
}

TEST(Ties, NothingGoesWhereNoneOrTwoAreHidden) {
  EXPECT_TRUE(column({12, 3, 7}, 9).protect().empty());
  Ties two;
  two.tie({two.add(3, true), two.add(4, true), two.add(20), two.add(27)});
  EXPECT_TRUE(two.protect().empty());
}

TEST(Ties, WhatIsSacrificedNeedsProtectionToo) {
  // A table of two by two with its totals: one small cell takes all four with it.
  //   3  20 |  23
  //  30  40 |  70
  //  33  60
  Ties ties;
  const size_t a = ties.add(3, true), b = ties.add(20), c = ties.add(30), d = ties.add(40);
  ties.tie({a, b, ties.add(23)});
  ties.tie({c, d, ties.add(70)});
  ties.tie({a, c, ties.add(33)});
  ties.tie({b, d, ties.add(60)});
  EXPECT_EQ(ties.protect().size(), 3u);
  for (const size_t cell : {a, b, c, d}) EXPECT_TRUE(ties.is_hidden(cell));
}

TEST(Ties, ANumberAloneCannotBeProtected) {
  Ties ties;
  ties.tie({ties.add(3, true)});
  EXPECT_TRUE(ties.protect().empty());
}

}  // namespace
}  // namespace analysis
