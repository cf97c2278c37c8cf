#include <algorithm>
#include <cmath>

#include "present/numbers.h"
#include "present/process.h"
#include "present/series_figures.h"

namespace present {
namespace {

ControlLines::Cause cause_of(analysis::Cause cause) {
  using Cause = ControlLines::Cause;
  switch (cause) {
    case analysis::Cause::not_judged:
      return Cause::not_judged;
    case analysis::Cause::common:
      return Cause::common;
    case analysis::Cause::improvement:
      return Cause::improvement;
    case analysis::Cause::concern:
      return Cause::concern;
    case analysis::Cause::neither:
      break;
  }
  return Cause::neither;
}

std::vector<ControlLines::Point> points_of(const Process& process, const SeriesWindow& window) {
  std::vector<ControlLines::Point> points;
  for (const auto& shown : points_in(window, *process.series)) {
    ControlLines::Point& point = points.emplace_back();
    const auto judged =
        std::lower_bound(process.points.begin(), process.points.end(), shown.at,
                         [](const analysis::XmrPoint& a, model::Date at) { return a.at < at; });
    if (judged == process.points.end() || judged->at != shown.at || !shown.value) continue;
    const auto& mark = process.xmr.marks[static_cast<size_t>(judged - process.points.begin())];
    point = {shown.value, cause_of(mark.cause), judged->is_ghost, !judged->breaks,
             is_uncertain(shown)};
  }
  return points;
}

// Where a unit ends: shares at 0 and 100 per cent, what is counted or measured at 0. Not where the
// values themselves go beyond.
struct Ends {
  std::optional<double> lowest, highest;
};
Ends ends_of(const Process& process) {
  Ends ends;
  if (process.series->unit != model::Unit::points) ends.lowest = 0;
  if (process.series->unit == model::Unit::percent) ends.highest = 100;
  for (const auto& point : process.points) {
    if (!point.value) continue;
    if (ends.lowest && *point.value < *ends.lowest) ends.lowest.reset();
    if (ends.highest && *point.value > *ends.highest) ends.highest.reset();
  }
  return ends;
}

int index_in(const SeriesWindow& window, model::Date date) {
  return static_cast<int>(std::floor(place_in(window, date)));
}

std::vector<ControlLines::Section> sections_of(const Process& process, const SeriesWindow& window) {
  const Ends ends = ends_of(process);
  const int end = static_cast<int>(window.count) - 1;
  std::vector<ControlLines::Section> sections;
  for (size_t i = 0; i < process.xmr.sections.size(); ++i) {
    const auto& judged = process.xmr.sections[i];
    if (judged.count == 0) continue;
    ControlLines::Section section;
    section.first = std::max(index_in(window, process.points[judged.first].at), 0);
    // Up to where the next one begins, so that its lines have no hole where months are missing.
    const bool last_one = i + 1 == process.xmr.sections.size();
    section.last = last_one ? end : index_in(window, process.points[judged.last + 1].at) - 1;
    if (section.last < section.first) continue;
    if (judged.mean) {
      section.mean = *judged.mean;
      section.mean_text = limit_text(process, *judged.mean);
    }
    if (judged.limits) {
      const auto limits = analysis::clamped(*judged.limits, ends.lowest, ends.highest);
      section.lower = limits.lower;
      section.upper = limits.upper;
      section.lower_text = limit_text(process, limits.lower);
      section.upper_text = limit_text(process, limits.upper);
    }
    sections.push_back(std::move(section));
  }
  return sections;
}

void set_extent(ControlLines& lines) {
  constexpr double kAir = 0.06;
  std::optional<double> least, most;
  const auto add = [&](const std::optional<double>& value) {
    if (!value || !std::isfinite(*value)) return;
    least = std::min(least.value_or(*value), *value);
    most = std::max(most.value_or(*value), *value);
  };
  for (const auto& point : lines.points) add(point.value);
  for (const auto& section : lines.sections) {
    for (const auto& line : {section.mean, section.lower, section.upper}) add(line);
  }
  for (const auto& target : lines.targets) add(target.value);
  if (!least) return;
  double air = (*most - *least) * kAir;
  if (air == 0) air = std::max(std::abs(*most) * kAir, 1.0);
  lines.low = *least - air;
  lines.high = *most + air;
}

// As many as its numbers have.
int decimals_of(const Process& process) {
  constexpr int kMost = 2;
  if (process.series->decimals) return *process.series->decimals;
  const auto fits = [&](int decimals) {
    const double power = std::pow(10, decimals);
    return std::all_of(process.points.begin(), process.points.end(), [&](const auto& point) {
      if (!point.value) return true;
      const double scaled = *point.value * power;
      return std::abs(scaled - std::round(scaled)) < 1e-6 * std::max(1.0, std::abs(scaled));
    });
  };
  int decimals = 0;
  while (decimals < kMost && !fits(decimals)) ++decimals;
  return decimals;
}

}  // namespace

std::string limit_text(const Process& process, double value) {
  model::Quantity quantity = quantity_of(*process.series, value);
  quantity.decimals = decimals_of(process);
  const bool few = std::all_of(process.points.begin(), process.points.end(), [](const auto& point) {
    return !point.value || std::abs(*point.value) < 10;
  });
  if (few && !process.series->decimals) quantity.decimals = *quantity.decimals + 1;
  return text_of(quantity);
}

ControlLines lines_of(const Process& process, const SeriesWindow& window) {
  ControlLines lines;
  lines.points = points_of(process, window);
  lines.sections = sections_of(process, window);
  for (const auto& span : process.series->targets) {
    if (span.rolling) continue;
    if (const auto target = target_in(window, *process.series, span)) {
      lines.targets.push_back(*target);
    }
  }
  if (lines.targets.empty() && process.question.target) {
    const int last = static_cast<int>(window.count) - 1;
    const model::Quantity quantity = quantity_of(*process.series, *process.question.target);
    lines.targets.push_back({0, last, *process.question.target, "Target " + text_of(quantity)});
  }
  set_extent(lines);
  return lines;
}

}  // namespace present
