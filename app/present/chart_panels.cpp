#include "present/chart_panels.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "present/axis.h"
#include "present/chart_time.h"
#include "present/numbers.h"
#include "present/series_figures.h"

namespace present {
namespace {

using model::Interval;

constexpr std::size_t kMostLines = 4;
// Series that differ by more in size cannot be read on one axis.
constexpr double kMostTimes = 12;
constexpr double kAboveBars = 1.25;

std::vector<Chart::Point> points_of(const ChartParts& parts, const model::Series& series) {
  std::vector<Chart::Point> points;
  for (const auto& point : points_in(parts.window, series)) {
    Chart::Point drawn;
    drawn.value = point.value;
    if (point.value) drawn.text = text_of(quantity_of(series, *point.value));
    drawn.hollow = is_uncertain(point);
    drawn.joined = !has_flag(point, model::Flag::break_in_series);
    points.push_back(std::move(drawn));
  }
  if (parts.part && !points.empty()) points.back().hollow = true;
  return points;
}

// A total is as uncertain as the newest of its points.
std::vector<Chart::Point> totals_of(const ChartParts& parts, const model::Series& series,
                                    int length) {
  std::vector<Chart::Point> points = points_of(parts, series);
  const Values totals = totals_in(parts.window, series, length);
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i].value = totals[i];
    points[i].text = totals[i] ? text_of(quantity_of(series, *totals[i])) : "";
  }
  return points;
}

double greatest(const Chart::Series& series) {
  double most = 0;
  for (const auto& point : series.points) {
    if (point.value) most = std::max(most, std::abs(*point.value));
  }
  return most;
}

double greatest(const Chart::Panel& panel) {
  double most = 0;
  for (const auto* list : {&panel.bars, &panel.lines}) {
    for (const auto& series : *list) most = std::max(most, greatest(series));
  }
  return most;
}

// A panel with what decides who may join it.
struct Draft {
  Chart::Panel panel;
  model::Unit unit = model::Unit::count;
  std::vector<const model::Series*> sources;  // of lines, for their targets
  bool rolling = false;

  bool takes(const Chart::Series& line, model::Unit line_unit) const {
    if (line_unit != unit || panel.lines.size() >= kMostLines) return false;
    const double here = greatest(panel);
    const double there = greatest(line);
    if (here <= 0 || there <= 0) return true;
    const double most = panel.bars.empty() ? kMostTimes : kAboveBars;
    return there <= here * most && here <= there * kMostTimes;
  }
};

Draft bars_of(const ChartParts& parts) {
  Draft draft;
  draft.panel.title = each(parts.window.every);
  draft.panel.stacked = parts.sum.has_value();
  draft.unit = parts.bars.front()->unit;
  for (const auto* series : parts.bars) {
    draft.panel.bars.push_back({series->title, points_of(parts, *series)});
    draft.sources.push_back(series);
  }
  if (!parts.sum) return draft;
  for (const auto& point : points_of(parts, *parts.sum)) draft.panel.totals.push_back(point.text);
  return draft;
}

// The lengths that leave each series a line, longest last.
std::vector<int> lengths_of(const ChartParts& parts) {
  std::vector<int> lengths = parts.wanted.rolling;
  std::ranges::sort(lengths);
  const std::size_t each_has = parts.sum ? 1 : std::max<std::size_t>(parts.bars.size(), 1);
  const std::size_t most = kMostLines / each_has;
  if (lengths.size() > most) lengths.erase(lengths.begin(), lengths.end() - std::ptrdiff_t(most));
  return lengths;
}

std::string span_words(int length, Interval every) {
  return rolling(length, every).substr(std::string("Rolling ").size());
}

std::optional<Draft> rolling_of(const ChartParts& parts) {
  const std::vector<int> lengths = lengths_of(parts);
  if (lengths.empty() || parts.bars.empty()) return std::nullopt;
  const SeriesList of = parts.sum ? SeriesList{&*parts.sum} : parts.bars;
  const Interval every = parts.window.every;
  Draft draft;
  draft.unit = of.front()->unit;
  draft.rolling = true;
  const std::string title =
      lengths.size() == 1 ? rolling(lengths.front(), every) : std::string("Rolling totals");
  draft.panel.title = parts.sum ? "All together, r" + title.substr(1) : title;
  for (const auto* series : of) {
    for (const int length : lengths) {
      std::string name = of.size() > 1 ? series->title : rolling(length, every);
      if (lengths.size() > 1) {
        name = (of.size() > 1 ? series->title + ", " : "") + span_words(length, every);
      }
      Chart::Series line{name, totals_of(parts, *series, length)};
      const bool any = std::ranges::any_of(
          line.points, [](const auto& point) { return point.value.has_value(); });
      if (any) draft.panel.lines.push_back(std::move(line));
    }
    draft.sources.push_back(series);
  }
  if (draft.panel.lines.empty()) return std::nullopt;
  draft.panel.lines_follow_bars =
      of.size() > 1 && lengths.size() == 1 && draft.panel.lines.size() == of.size();
  return draft;
}

// A line joins the first panel on whose axis it can be read.
void add_line(std::vector<Draft>& drafts, const ChartParts& parts, const model::Series& series) {
  Chart::Series line{series.title, points_of(parts, series)};
  for (Draft& draft : drafts) {
    if (!draft.takes(line, series.unit)) continue;
    // What was the title of all is now that of one.
    const bool was_alone = draft.panel.bars.empty() && draft.panel.lines.size() == 1;
    if (was_alone) {
      draft.panel.lines.front().title = draft.panel.title;
      draft.panel.title.clear();
    }
    draft.panel.lines.push_back(std::move(line));
    draft.sources.push_back(&series);
    return;
  }
  Draft draft;
  draft.unit = series.unit;
  draft.panel.title = series.title;
  draft.panel.lines.push_back(std::move(line));
  draft.sources.push_back(&series);
  drafts.push_back(std::move(draft));
}

void add_targets(Draft& draft, const ChartParts& parts) {
  for (const auto* series : draft.sources) {
    for (const auto& span : series->targets) {
      if (span.rolling != draft.rolling) continue;
      auto target = target_in(parts.window, *series, span);
      if (!target) continue;
      // Of several series, whose it is.
      if (draft.sources.size() > 1) {
        target->text[0] = 't';
        target->text = series->title + ", " + target->text;
      }
      draft.panel.targets.push_back(*target);
    }
  }
}

// What the axis has to hold: of stacks their ends, up and down apart.
Values extent_of(const Chart::Panel& panel, std::size_t count) {
  Values values;
  for (std::size_t i = 0; i < count; ++i) {
    double up = 0;
    double down = 0;
    for (const auto& series : panel.bars) {
      const double value = series.points[i].value.value_or(0);
      up = panel.stacked ? up + std::max(value, 0.0) : std::max(up, value);
      down = panel.stacked ? down + std::min(value, 0.0) : std::min(down, value);
    }
    if (!panel.bars.empty()) values.insert(values.end(), {up, down});
    for (const auto& line : panel.lines) values.push_back(line.points[i].value);
  }
  for (const auto& target : panel.targets) values.push_back(target.value);
  return values;
}

void add_axis(Draft& draft, std::size_t count) {
  const Values values = extent_of(draft.panel, count);
  Axis& axis = draft.panel.axis;
  axis = draft.panel.bars.empty() ? axis_around(values) : axis_from_zero(values);
  set_unit(axis, draft.unit);
}

model::Series sum_of(const SeriesList& parts, const SeriesWindow& whole) {
  model::Series sum = *parts.front();
  sum.title = "All together";
  sum.points.clear();
  sum.targets.clear();  // a part's target is not the whole's
  std::vector<std::vector<model::Point>> points;
  for (const auto* series : parts) {
    points.push_back(points_in(whole, *series));
    if (series->good != sum.good) sum.good.reset();
    if (!series->decimals || !sum.decimals || *series->decimals > *sum.decimals) {
      sum.decimals = series->decimals;
    }
  }
  for (std::size_t i = 0; i < whole.count; ++i) {
    model::Point point{whole.at(i), 0.0, {}};
    for (const auto& part : points) {
      if (part[i].value && point.value) {
        *point.value += *part[i].value;
      } else {
        point.value.reset();
      }
      point.flags.insert(point.flags.end(), part[i].flags.begin(), part[i].flags.end());
    }
    sum.points.push_back(std::move(point));
  }
  return sum;
}

}  // namespace

ChartParts parts_of(const settings::Slide& wanted, const SeriesList& all,
                    const SeriesWindow& window, const model::Period& figures_for) {
  ChartParts parts{wanted, all, {}, {}, window, {}, {}};
  const auto bars = static_cast<std::ptrdiff_t>(wanted.series_as_bars.size());
  parts.bars.assign(all.begin(), all.begin() + bars);
  parts.lines.assign(all.begin() + bars, all.end());
  if (bars > 1 && wanted.bars == settings::Slide::Bars::stacked) {
    parts.sum = sum_of(parts.bars, whole_window(all, window));
  }
  parts.part = part_of_interval(window, window.count - 1, figures_for);
  return parts;
}

std::vector<Chart::Panel> panels_of(const ChartParts& parts) {
  std::vector<Draft> drafts;
  if (!parts.bars.empty()) drafts.push_back(bars_of(parts));
  if (auto draft = rolling_of(parts)) drafts.push_back(std::move(*draft));
  for (const auto* line : parts.lines) add_line(drafts, parts, *line);
  std::vector<Chart::Panel> panels;
  for (Draft& draft : drafts) {
    add_targets(draft, parts);
    add_axis(draft, parts.window.count);
    panels.push_back(std::move(draft.panel));
  }
  return panels;
}

}  // namespace present
