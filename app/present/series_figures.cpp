#include "present/series_figures.h"

#include <algorithm>
#include <cmath>

#include "analysis/change.h"
#include "analysis/rating.h"
#include "analysis/rolling.h"
#include "present/numbers.h"

namespace present {
namespace {

const model::TargetSpan* target_at_end(const model::Series& series, bool rolling) {
  const auto end = std::chrono::sys_days{series.points.back().at};
  for (const auto& span : series.targets) {
    const bool begun = !span.from || std::chrono::sys_days{*span.from} <= end;
    const bool open = !span.to || std::chrono::sys_days{*span.to} >= end;
    if (span.rolling == rolling && begun && open) return &span;
  }
  return nullptr;
}

}  // namespace

SideFigure figure_for(const model::Series& series, const std::string& caption, double value,
                      std::optional<double> before, const std::string& before_words) {
  SideFigure figure;
  figure.caption = caption;
  figure.number = text_of(quantity_of(series, value));
  if (!before) return figure;
  const auto change =
      analysis::change_between(quantity_of(series, value), quantity_of(series, *before));
  if (!change) return figure;
  if (!before_words.empty()) figure.change_on = "on " + before_words;
  if (change->amount == 0) {
    figure.direction = model::Direction::level;
    figure.change = "no change";
    return figure;
  }
  figure.direction = change->amount > 0 ? model::Direction::up : model::Direction::down;
  figure.change = amount_of(change->amount, change->unit, change_decimals(change->unit));
  switch (analysis::effect_of(change->amount, series.good)) {
    case analysis::Effect::better:
      figure.word = "better";
      break;
    case analysis::Effect::worse:
      figure.word = "worse";
      break;
    case analysis::Effect::neither:
      break;
  }
  return figure;
}

void rate(SideFigure& figure, const Context& context, const model::Series& series, bool rolling,
          double value) {
  const auto* target = target_at_end(series, rolling);
  if (!target || !series.good || *series.good == model::Good::neither) return;
  const bool up = *series.good == model::Good::up;
  figure.rating =
      analysis::rate(value, up ? model::Target::Is::at_least : model::Target::Is::at_most,
                     target->value, context.rule, series.unit);
  figure.rated = true;
  const double miss = value - target->value;
  if (miss == 0) {
    figure.target = "exactly on target";
  } else if (target->value != 0) {
    figure.target = amount_of(miss / std::abs(target->value) * 100, model::Unit::percent, 1) +
                    (miss > 0 ? " over target" : " under target");
  }
  if (!target->note.empty()) figure.target_note = "(" + target->note + " target)";
}

std::optional<Trend::Target> target_in(const SeriesWindow& window, const model::Series& series,
                                       const model::TargetSpan& span) {
  const int last = static_cast<int>(window.count) - 1;
  const auto index = [&](const std::optional<model::Date>& date, int otherwise) {
    if (!date) return otherwise;
    return analysis::intervals_between(window.first, *date, window.every);
  };
  const int from = std::max(index(span.from, 0), 0);
  const int to = std::min(index(span.to, last), last);
  if (from > to) return std::nullopt;
  return Trend::Target{from, to, span.value, "Target " + text_of(quantity_of(series, span.value))};
}

}  // namespace present
