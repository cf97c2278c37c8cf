// Shares of a whole as one bar, each part labelled beside it.
#pragma once

#include "view/finance_plan.h"

namespace view {

// Whether all labels stand beside the bar in such a box.
bool finance_shares_fit(const present::Finance& content, const Box& box, const Layout& layout);

// `box` holds the bar, its labels and the total below them.
void draw_finance_shares(Canvas& canvas, const present::Finance& content, const Box& box,
                         const Layout& layout);

}  // namespace view
