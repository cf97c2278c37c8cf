// Which rows of a priority stand on which page, and where.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "view/priority_columns.h"

namespace view {

enum class RowList { themes, measures, indicators };

// Rows `first` to `last` (not included) under a head.
struct RowSection {
  RowList list = RowList::themes;
  std::size_t first = 0;
  std::size_t last = 0;
  Box box;
  float pitch = 0;
};

struct QuoteCard {
  Box box;
  Role role = Role::body;
  int lines = 1;
};

struct PriorityPagePlan {
  std::optional<QuoteCard> quote;
  std::vector<RowSection> sections;
};

struct PriorityPlan {
  RowStyle style;
  std::vector<PriorityPagePlan> pages;  // at least one
};

// From the top of a section: its head with the rule, then what is left free above the first row.
float section_head(const Layout& layout);
float section_air(const Layout& layout, RowList list);

// The card's inner margin and the parts of its height around the lines of text.
inline constexpr float kQuoteMargin = 34;
float quote_above(const Layout& layout, Role role);
float quote_below(const Layout& layout, const present::Quote& quote);

// `room` is the content's, less what a late tile takes.
PriorityPlan plan_priority(const present::PriorityPage& content, const Layout& layout,
                           const Box& room);

}  // namespace view
