#include <algorithm>

#include "analysis/consistency.h"
#include "analysis/rolling.h"
#include "analysis/xmr.h"

namespace analysis {
namespace {

using model::Interval;
using model::Series;
using std::chrono::sys_days;

// Whether one date is whole intervals after another. Keys of months, quarters and years are firsts
// of months.
bool keeps_step(model::Date from, model::Date to, Interval every) {
  switch (every) {
    case Interval::day:
    case Interval::month:
      return true;
    case Interval::week:
      return (sys_days{to} - sys_days{from}).count() % 7 == 0;
    case Interval::quarter:
      return intervals_between(from, to, Interval::month) % 3 == 0;
    case Interval::year:
      return intervals_between(from, to, Interval::month) % 12 == 0;
  }
  return true;
}

void doubt_steps(const Series& series, std::vector<Doubt>& doubts) {
  for (std::size_t i = 1; i < series.points.size(); ++i) {
    const model::Date before = series.points[i - 1].at;
    const model::Date at = series.points[i].at;
    if (keeps_step(before, at, series.every)) continue;
    doubts.push_back({"/series",
                      "series " + series.id + ": a point at " + base::format_date(at) + " after " +
                          base::format_date(before),
                      "points a whole number of intervals apart"});
    return;
  }
}

void doubt_recalculations(const Series& series, std::vector<Doubt>& doubts) {
  for (const auto& rebase : series.rebase) {
    const bool known = std::ranges::any_of(
        series.points, [&](const auto& point) { return point.at == rebase.at; });
    if (known) continue;
    doubts.push_back({"/series",
                      "series " + series.id + ": recalculated at " + base::format_date(rebase.at) +
                          ", where it has no point",
                      "the date of a point"});
  }
  const auto least = static_cast<int>(mdc().min_baseline);
  if (series.baseline && *series.baseline < least) {
    doubts.push_back(
        {"/series",
         "series " + series.id + ": a baseline of " + std::to_string(*series.baseline) + " points",
         "a baseline of " + std::to_string(least) + " or more"});
  }
}

}  // namespace

void doubt_series(const model::Board& board, std::vector<Doubt>& doubts) {
  for (const auto& series : board.series) {
    doubt_steps(series, doubts);
    doubt_recalculations(series, doubts);
  }
}

}  // namespace analysis
