#include <algorithm>
#include <cctype>

#include "analysis/rolling.h"
#include "present/axis.h"
#include "present/dates.h"
#include "present/make_slides.h"
#include "present/numbers.h"
#include "present/series_figures.h"
#include "present/trend_figures.h"

namespace present {
namespace {

// "month"
std::string word_of(model::Interval every) {
  return each(every).substr(std::string("Each ").size());
}

void add_years(Trend& trend, const SeriesWindow& window) {
  for (size_t i = 0; i < window.count; ++i) {
    const int index = static_cast<int>(i);
    const std::string text = std::to_string(static_cast<int>(window.at(i).year()));
    if (trend.years.empty() || trend.years.back().text != text) {
      trend.years.push_back({index, index, text});
    }
    trend.years.back().last = index;
  }
}

// What is new stands out: bars since the last event, recalculation or break in series, whose place
// this returns.
double add_marks(Trend& trend, const TrendPoints& points) {
  const auto count = static_cast<double>(points.shown.count);
  double focus = 0;
  for (const auto& event : points.series.events) {
    const double at = place_in(points.shown, event.at);
    if (at < 0 || at > count) continue;
    trend.events.push_back({at, event.label, event.detail});
    focus = std::max(focus, at);
  }
  for (const auto& rebase : points.series.rebase) {
    const double at = place_in(points.shown, rebase.at);
    if (at > 0 && at < count) focus = std::max(focus, at);
  }
  for (std::size_t i = 1; i < points.shown.count; ++i) {
    const model::Point& point = points.points[points.first + i];
    if (!analysis::begins_anew(point)) continue;
    const auto at = static_cast<double>(i);
    trend.breaks.push_back(
        {at, "Break in series", "from " + caption_of(point.at, points.series.every)});
    focus = std::max(focus, at);
  }
  return focus;
}

void add_points(Trend& trend, const TrendPoints& points, double focus) {
  for (std::size_t i = 0; i < points.shown.count; ++i) {
    const std::size_t at = points.first + i;
    const model::Point& point = points.points[at];
    trend.bars.push_back({point.value, static_cast<double>(i) + 0.5 >= focus, certainty_of(point)});
    if (points.totals.empty()) continue;
    const auto& total = points.totals[at];
    trend.line.push_back({total, !analysis::begins_anew(point), points.certainties[at]});
    if (total) trend.last_line = text_of(quantity_of(points.series, *total));
  }
}

// One entry for each certainty, but for settled, that some value has.
template <class Points>
std::vector<Trend::Key> key_of(const Points& points) {
  std::vector<Trend::Key> key;
  for (const Certainty certainty : {Certainty::provisional, Certainty::estimated}) {
    const bool any = std::ranges::any_of(
        points, [&](const auto& point) { return point.value && point.certainty == certainty; });
    if (!any) continue;
    key.push_back({certainty, certainty == Certainty::provisional ? "Provisional" : "Estimated"});
  }
  return key;
}

void add_keys(Trend& trend, model::Interval every) {
  trend.bars_key = key_of(trend.bars);
  trend.line_key = key_of(trend.line);
  for (auto& key : trend.line_key) {
    key.text[0] = static_cast<char>(std::tolower(key.text[0]));
    key.text = "With " + key.text + " " + word_of(every) + "s";
  }
}

void add_targets(Trend& trend, const TrendPoints& points) {
  for (const auto& span : points.series.targets) {
    auto target = target_in(points.shown, points.series, span);
    if (!target) continue;
    const bool of_line = span.rolling && !trend.line.empty();
    // Beside two axes a number alone does not say on which it is read.
    if (trend.dual) target->text += of_line ? " a year" : " a " + word_of(points.series.every);
    (of_line ? trend.line_targets : trend.bar_targets).push_back(*target);
  }
}

// What an axis has to hold, each value divided by so much.
Values extent_of(const auto& points, const std::vector<Trend::Target>& targets,
                 int divided_by = 1) {
  Values values;
  for (const auto& point : points) {
    if (point.value) values.push_back(*point.value / divided_by);
  }
  for (const auto& target : targets) values.push_back(target.value / divided_by);
  return values;
}

void add_axes(Trend& trend, const TrendPoints& points) {
  Values bars = extent_of(trend.bars, trend.bar_targets);
  if (trend.dual) {
    const Values line = extent_of(trend.line, trend.line_targets, points.year);
    bars.insert(bars.end(), line.begin(), line.end());
  }
  trend.bars_axis = axis_from_zero(bars);
  if (trend.dual) {
    trend.line_axis = axis_times(trend.bars_axis, points.year);
  } else if (!trend.line.empty()) {
    trend.line_axis = axis_around(extent_of(trend.line, trend.line_targets));
  }
  set_unit(trend.bars_axis, points.series.unit);
  set_unit(trend.line_axis, points.series.unit);
}

}  // namespace

Made make_trend(const Context& context, const settings::Slide& wanted) {
  const auto series = find_series(context, wanted.series);
  if (!series) return base::Failure{"no feed has series " + wanted.series};
  if (series->points.empty()) return base::Failure{"series " + wanted.series + " has no points"};
  const auto window = window_of({series.thing}, wanted);
  if (!window) return base::Failure{window.error()};
  const TrendPoints points = trend_points(*series, window.value());

  Trend trend;
  add_points(trend, points, add_marks(trend, points));
  const auto has_value = [](const auto& bar) { return bar.value.has_value(); };
  if (std::ranges::none_of(trend.bars, has_value)) {
    return base::Failure{"series " + wanted.series + " has no values in the time shown"};
  }
  trend.dual = wanted.axes == settings::Slide::Axes::dual && !trend.line.empty();
  add_years(trend, points.shown);
  add_keys(trend, series->every);
  add_targets(trend, points);
  add_axes(trend, points);
  trend.bars_title = each(series->every);
  if (!trend.line.empty()) trend.line_title = rolling(points.year, series->every);
  add_figures(trend, context, points);

  const model::Date first = points.shown.first;
  const model::Date end = points.shown.end();
  const model::Period period{"", first, end};
  trend.age = tile_age(context, series.feed, period);
  Slide slide;
  slide.id = wanted.id;
  slide.title = !wanted.title.empty() ? wanted.title : series->message;
  if (slide.title.empty()) slide.title = message_of(trend, *series);
  slide.subtitle = series->title + (series->detail.empty() ? "" : ", " + series->detail);
  slide.period = month_year(first) + " to " + month_year(end);
  slide.footer = footer_of(context, series.feed, period);
  set_marking(slide, marking_of(context, series.feed, series->marking));
  slide.load = {.words = words_in(slide.title) + words_in(slide.subtitle),
                .numbers = static_cast<int>(trend.figures.size()) * 2,
                .charts = trend.line.empty() || trend.dual ? 1 : 2,
                .rag_cells = 0};
  slide.content = std::move(trend);
  return slide;
}

}  // namespace present
