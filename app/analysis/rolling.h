// Totals over the last months: "12 months to Mar 2024".
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/board.h"

namespace analysis {

// For each point the sum of it and the length-1 intervals before it; missing if any of them is
// missing from the series or has no value, never a smaller sum. A break in series (flag b) between
// two of them makes it missing, too: what does not count the same cannot be added up. Points are in
// order of date.
std::vector<std::optional<double>> rolling_totals(const model::Series& series, int length);

// Whether the series has its break before this point: from here on it counts something else.
bool begins_anew(const model::Point& point);

// How many intervals make a year; 0 for an interval that does not divide one.
int intervals_in_year(model::Interval every);

// Number of intervals from one date to another: 1 for neighbours. Dates are first days.
int intervals_between(model::Date from, model::Date to, model::Interval every);

}  // namespace analysis
