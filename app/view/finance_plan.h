// How a table of money is laid out: its columns, its letters, and what stands on which page.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "view/sheet.h"

namespace view {

// Where a column of a sheet stands; `right` is that of its digits, a closing bracket hangs out.
struct FinanceColumn {
  std::size_t column = 0;
  float left = 0;
  float right = 0;
};

// As many columns of a sheet as stand beside each other.
struct FinancePart {
  std::size_t sheet = 0;
  std::vector<FinanceColumn> columns;
  float title_right = 0;
  float bars_left = 0;  // of the bars; equal: there are none
  float bars_right = 0;
};

struct FinanceStyle {
  Role role = Role::body;
  int head_lines = 1;
  bool groups = false;       // a line of groups over the heads
  bool brief_heads = false;  // over the bars
  int most_title_lines = 1;  // that a page holds
  std::vector<FinancePart> parts;
};

inline constexpr float kFinanceInset = 17;   // of texts from the sides of a row
inline constexpr float kFinanceSwatch = 22;  // of the key to a pair of bars
inline constexpr float kFinanceSwatchGap = 10;

// The largest letters at which every title takes two lines at most; columns are given up before
// letters get smaller. `room` is that of all sheets.
FinanceStyle finance_style(const present::Finance& content, const Layout& layout, const Box& room);

// Of a row's title with its reference. At least 1.
int finance_title_lines(const present::Finance::Row& row, Role role, float room,
                        const Layout& layout);

float finance_heads_height(const FinanceStyle& style, const Layout& layout);

// A line of a note as it is set; a new note starts where there is a reference or `starts`.
struct NoteLine {
  std::string ref;
  std::string text;
  bool starts = false;
};

struct FinancePage {
  enum class What { rows, shares, notes };

  What what = What::notes;
  std::size_t part = 0;
  PageRows rows;
  bool callout = false;
  PageRows notes;  // of the note lines
};

struct FinancePlan {
  FinanceStyle style;
  bool remark_in_notes = false;  // there is no room for it below the shares
  Role note_role = Role::foot;
  float note_left = 0;  // of the notes' texts, from the references' left edge
  std::vector<NoteLine> notes;
  std::vector<FinancePage> pages;
};

FinancePlan plan_finance(const present::Finance& content, const Layout& layout);

// Of one row of a page, before it is stretched to fill the page.
float finance_row_height(const present::Finance::Row& row, const FinancePart& part,
                         const FinanceStyle& style, const Layout& layout);

}  // namespace view
