#include "present/axis.h"

#include <algorithm>
#include <cmath>

#include "present/numbers.h"

namespace present {
namespace {

constexpr int kSteps = 5;      // of bars
constexpr int kLineSteps = 3;  // of a line, whose panel is lower
// A round number that is this near above the highest value, in steps, ends the axis.
constexpr double kNear = 0.3;

struct Extent {
  double least = 0;
  double most = 0;
  bool known = false;
};

Extent extent_of(std::span<const std::optional<double>> values) {
  Extent extent;
  for (const auto& value : values) {
    if (!value || !std::isfinite(*value)) continue;
    extent.least = extent.known ? std::min(extent.least, *value) : *value;
    extent.most = extent.known ? std::max(extent.most, *value) : *value;
    extent.known = true;
  }
  return extent;
}

double end_of_axis(double most, double step) {
  const double next = std::ceil(most / step) * step;
  return next - most <= kNear * step ? next : most;
}

void add_ticks(Axis& axis, double first, double step) {
  for (int i = 0; i < 20; ++i) {
    const double at = first + i * step;
    if (at > axis.high + step * 1e-9) break;
    axis.ticks.push_back({at, format_number(at)});
  }
}

}  // namespace

double round_step(double range, int wanted) {
  if (!(range > 0) || !std::isfinite(range)) return 1;
  const double raw = range / wanted;
  const double power = std::pow(10, std::floor(std::log10(raw)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (raw <= step * power * (1 + 1e-9)) return step * power;
  }
  return 10 * power;
}

Axis axis_from_zero(std::span<const std::optional<double>> values) {
  const Extent extent = extent_of(values);
  const double least = std::min(extent.least, 0.0);
  const double most = std::max(extent.most, 0.0);
  if (least == most) return {0, 1, {{0, "0"}}};
  const double step = round_step(most - least, kSteps);
  Axis axis{std::floor(least / step) * step, end_of_axis(most, step), {}};
  add_ticks(axis, axis.low, step);
  return axis;
}

Axis axis_within(double low, double high) {
  Axis axis{low, high, {}};
  const double step = round_step(high - low, kSteps);
  add_ticks(axis, std::ceil(low / step) * step, step);
  return axis;
}

Axis axis_times(const Axis& axis, int times) {
  return axis_within(axis.low * times, axis.high * times);
}

void set_unit(Axis& axis, model::Unit unit) {
  const bool is_short = unit == model::Unit::percent || unit == model::Unit::pounds ||
                        unit == model::Unit::pounds_thousands ||
                        unit == model::Unit::pounds_millions;
  if (!is_short) return;
  for (auto& tick : axis.ticks) tick.text = text_of({tick.at, unit, std::nullopt, false});
}

Axis axis_around(std::span<const std::optional<double>> values) {
  const Extent extent = extent_of(values);
  const double range = extent.most - extent.least;
  const double step = round_step(range > 0 ? range : std::abs(extent.most), kLineSteps);
  const double first = std::floor(extent.least / step) * step;
  const bool from_zero = first == 0 || (first < step && extent.least >= 0);
  Axis axis{
      from_zero ? 0 : first - step / 2, std::max(end_of_axis(extent.most, step), first + step), {}};
  add_ticks(axis, from_zero ? 0 : first, step);
  return axis;
}

}  // namespace present
