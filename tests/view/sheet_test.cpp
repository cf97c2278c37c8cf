// Rows broken over pages.
#include "view/sheet.h"

#include <gtest/gtest.h>

namespace view {
namespace {

std::vector<RowHeight> equal_rows(std::size_t count, float height = 100) {
  return std::vector<RowHeight>(count, {height});
}

TEST(BreakRows, makes_one_page_of_nothing) {
  EXPECT_EQ(break_rows({}, 500), (std::vector<PageRows>{{0, 0}}));
}

TEST(BreakRows, keeps_on_one_page_what_fits) {
  EXPECT_EQ(break_rows(equal_rows(5), 500), (std::vector<PageRows>{{0, 5}}));
}

TEST(BreakRows, fills_pages_evenly) {
  EXPECT_EQ(break_rows(equal_rows(6), 500), (std::vector<PageRows>{{0, 3}, {3, 6}}));
}

TEST(BreakRows, gives_a_row_that_is_too_high_its_own_page) {
  const std::vector<RowHeight> rows = {{100}, {900}, {100}};
  EXPECT_EQ(break_rows(rows, 500), (std::vector<PageRows>{{0, 1}, {1, 2}, {2, 3}}));
}

TEST(BreakRows, does_not_part_a_child_from_its_parent) {
  const std::vector<RowHeight> rows = {{100}, {100}, {100, true}, {100}, {100}};
  EXPECT_EQ(break_rows(rows, 300), (std::vector<PageRows>{{0, 2}, {2, 5}}));
}

TEST(BreakRows, fills_pages_less_evenly_rather_than_part_rows_that_stay_together) {
  const std::vector<RowHeight> rows = {{100, true}, {100, true}, {100, true}, {100, true},
                                       {100},       {100},       {100}};
  EXPECT_EQ(break_rows(rows, 600), (std::vector<PageRows>{{0, 5}, {5, 7}}));
}

TEST(BreakRows, parts_rows_that_stay_together_only_where_no_page_holds_them) {
  const std::vector<RowHeight> rows = {{100, true}, {100, true}, {100, true}, {100}};
  std::size_t next = 0;
  for (const PageRows& page : break_rows(rows, 200)) {
    EXPECT_EQ(page.first, next);
    EXPECT_LE(page.last - page.first, 2u);
    next = page.last;
  }
  EXPECT_EQ(next, rows.size());
}

}  // namespace
}  // namespace view
