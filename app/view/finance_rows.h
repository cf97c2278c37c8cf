// Draws one page of a table of money.
#pragma once

#include "view/finance_plan.h"

namespace view {

// `box` is from the heads down to the last row.
void draw_finance_rows(Canvas& canvas, const present::Finance& content, const FinancePlan& plan,
                       const FinancePage& page, const Box& box, const Layout& layout);

// The bars of a sheet: from its variance, or its pairs of opening and closing, on one scale.
class FinanceBars {
 public:
  // `left` and `right` are those of the bars on the glass.
  FinanceBars(const present::Finance& content, bool brief, float left, float right,
              const Layout& layout);

  // Over the rule at `rule`.
  void draw_heads(Canvas& canvas, float baseline) const;
  void draw_row(Canvas& canvas, const present::Finance::Row& row, const Box& box) const;
  // After the rows: from the rule under the heads to the last row.
  void draw_zero(Canvas& canvas, float top, float bottom) const;

 private:
  const std::string& below_zero() const {
    return brief_ ? content_.below_zero_brief : content_.below_zero;
  }
  void draw_bar(Canvas& canvas, double value, float top, float bottom, Color color) const;

  const present::Finance& content_;
  bool brief_;  // little room for heads
  const Layout& layout_;
  float left_;
  float right_;
  float zero_ = 0;
  float scale_ = 0;  // design pixels of a unit
};

}  // namespace view
