#include "present/process.h"

#include <algorithm>

#include "analysis/years.h"

namespace present {
namespace {

using Is = model::Target::Is;

std::optional<double> number_of(const model::Target& target) {
  switch (target.is) {
    case Is::at_least:
    case Is::at_most:
    case Is::above:
    case Is::below:
    case Is::equal:
      return target.value;
    case Is::up:
    case Is::down:
    case Is::level:
    case Is::text:
      break;
  }
  return std::nullopt;
}

// Of one point, in force at the last one; else that of the KPI whose points these are.
std::optional<double> target_for(const model::Series& series, const model::Kpi* kpi) {
  if (series.points.empty()) return std::nullopt;
  if (const auto* span = analysis::target_on(series, series.points.back().at, false)) {
    return span->value;
  }
  if (!kpi || !kpi->target || kpi->quantity.unit != series.unit) return std::nullopt;
  return number_of(*kpi->target);
}

analysis::Conflict conflict_of(settings::ControlCharts::Conflict conflict) {
  switch (conflict) {
    case settings::ControlCharts::Conflict::improvement:
      return analysis::Conflict::improvement;
    case settings::ControlCharts::Conflict::concern:
      return analysis::Conflict::concern;
    case settings::ControlCharts::Conflict::ranked:
      break;
  }
  return analysis::Conflict::ranked;
}

}  // namespace

analysis::XmrRule rule_of(const settings::ControlCharts& wanted) {
  const bool nhsr = wanted.profile == settings::ControlCharts::Profile::nhsr;
  analysis::XmrRule rule = nhsr ? analysis::nhsr() : analysis::mdc();
  const auto set = [](size_t& out, const std::optional<int>& points) {
    if (points) out = static_cast<size_t>(*points);
  };
  set(rule.shift_points, wanted.shift_points);
  set(rule.trend_points, wanted.trend_points);
  set(rule.min_points, wanted.min_points);
  if (wanted.conflict) rule.conflict = conflict_of(*wanted.conflict);
  if (wanted.rules_cross_recalculation) rule.rules_cross_rebase = *wanted.rules_cross_recalculation;
  if (wanted.two_sigma_counts_beyond_limit) {
    rule.two_sigma_counts_beyond_limit = *wanted.two_sigma_counts_beyond_limit;
  }
  return rule;
}

Process process_of(const Context& context, const model::Series& series,
                   const ProcessQuestion& asked) {
  Process process;
  process.series = &series;
  process.rule = rule_of(context.settings.control_charts);
  process.points = analysis::points_of(series);
  if (asked.from) {
    std::erase_if(process.points,
                  [&](const analysis::XmrPoint& point) { return point.at < *asked.from; });
  }
  analysis::XmrQuestion& question = process.question;
  question.every = series.every;
  question.good = series.good                    ? *series.good
                  : asked.kpi && asked.kpi->good ? *asked.kpi->good
                                                 : model::Good::neither;
  question.target = target_for(series, asked.kpi);
  if (series.baseline) question.baseline = static_cast<size_t>(*series.baseline);
  for (const auto& rebase : series.rebase) {
    const bool counts = !asked.from || *asked.from < rebase.at;
    if (asked.recalculate && counts) question.rebase.push_back(rebase.at);
  }
  process.xmr = analysis::analyse(process.points, question, process.rule);
  return process;
}

ProcessIcons icons_for(const Context& context, const Found<model::Kpi>& kpi) {
  const auto series = series_of(context, kpi);
  if (!series) return {};
  return icons_of(process_of(context, *series, {.kpi = kpi.thing}));
}

}  // namespace present
