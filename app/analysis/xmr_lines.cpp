#include "analysis/xmr_lines.h"

#include <cmath>

namespace analysis {

namespace {

constexpr double kOutlyingRange = 3.267;  // the upper limit of a moving range, in averages

// Carries what each addition rounds away (Neumaier), so that a mean does not drift with the length
// of a series.
class Sum {
 public:
  void add(double value) {
    const double sum = sum_ + value;
    lost_ += std::abs(sum_) >= std::abs(value) ? (sum_ - sum) + value : (value - sum) + sum_;
    sum_ = sum;
    ++count_;
  }
  std::optional<double> mean() const {
    if (count_ == 0) return std::nullopt;
    return (sum_ + lost_) / static_cast<double>(count_);
  }

 private:
  double sum_ = 0;
  double lost_ = 0;
  size_t count_ = 0;
};

template <class Keep>
std::optional<double> average_range(std::span<const XmrCounted> points, const Keep& keep) {
  Sum ranges;
  for (const XmrCounted& point : points) {
    if (point.range && keep(*point.range)) ranges.add(*point.range);
  }
  return ranges.mean();
}

template <class Keep>
double mean_value(std::span<const XmrCounted> points, const Keep& keep) {
  Sum values;
  for (const XmrCounted& point : points) {
    if (!point.range || keep(*point.range)) values.add(point.value);
  }
  return values.mean().value_or(points.front().value);
}

XmrLimits limits_around(double mean, double range, double factor) {
  const double reach = factor * range;
  const double two_sigma = reach * 2 / 3;
  return {mean - reach, mean + reach, mean - two_sigma, mean + two_sigma};
}

}  // namespace

XmrLines lines_of(std::span<const XmrCounted> points, const XmrRule& rule, double slack) {
  using Screening = XmrRule::Screening;
  const auto all = [](double) { return true; };
  XmrLines lines;
  lines.average_range = average_range(points, all);
  const double outlying = kOutlyingRange * lines.average_range.value_or(0);
  // The package keeps what is below the bound, the query drops what is above it; of a constant
  // series the one keeps nothing and the other all.
  const auto below = [&](double range) { return outlying - range > slack; };
  const auto not_above = [&](double range) { return range - outlying <= slack; };
  switch (rule.screening) {
    case Screening::none:
      lines.mean = mean_value(points, all);
      break;
    case Screening::ranges:
      lines.mean = mean_value(points, all);
      lines.average_range = average_range(points, below);
      break;
    case Screening::points:
      lines.mean = mean_value(points, not_above);
      lines.average_range = average_range(points, not_above);
      break;
  }
  if (lines.average_range)
    lines.limits = limits_around(lines.mean, *lines.average_range, rule.limit_factor);
  return lines;
}

}  // namespace analysis
