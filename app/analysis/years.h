// A series by years: the year so far against the same part of the year before, targets for a year's
// end, and the same month of the years before. Of months, quarters and years; days and weeks do not
// divide a year, and have none of this.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "model/board.h"

namespace analysis {

// The financial year runs from 1 April to 31 March.
constexpr std::chrono::month kFinancialYear = std::chrono::April;

// First day of the year in which a date lies.
model::Date year_of(model::Date date, std::chrono::month begins = kFinancialYear);

struct YearToDate {
  model::Date from;   // first day of the year
  int intervals = 0;  // from there, up to and including the point; 0: the year begins within one
  std::optional<double> now;     // missing as a rolling total is: without one of them, over a break
  std::optional<double> before;  // the same part of the year before

  bool operator==(const YearToDate&) const = default;
};

// For each point.
std::vector<YearToDate> years_to_date(const model::Series& series,
                                      std::chrono::month begins = kFinancialYear);

// The target that holds on that day, of one point or of the rolling total; the first, if several
// do.
const model::TargetSpan* target_on(const model::Series& series, model::Date day, bool rolling);

// For each point the part of the target for the rolling total at the year's end that is due by then
// if every interval brings the same: what a year to date is held against.
std::vector<std::optional<double>> paths_to_year_end(const model::Series& series,
                                                     std::chrono::month begins = kFinancialYear);

struct Season {
  std::vector<std::optional<double>> before;  // one, two ... years earlier
  std::optional<double> mean;                 // of those that are known
  std::optional<double> lowest;
  std::optional<double> highest;

  bool operator==(const Season&) const = default;
};

// The same interval of so many years before the point, which is an index of the series.
Season season_of(const model::Series& series, size_t point, int years);

}  // namespace analysis
