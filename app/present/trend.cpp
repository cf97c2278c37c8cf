#include <algorithm>

#include "analysis/rolling.h"
#include "present/axis.h"
#include "present/dates.h"
#include "present/make_slides.h"
#include "present/numbers.h"
#include "present/series_figures.h"
#include "present/series_window.h"

namespace present {
namespace {

using model::Interval;

// A series with what is shown of it.
struct Shown {
  SeriesWindow window;
  std::vector<model::Point> points;
  Values rolling;  // as many as points; empty where no total is made
};

Shown shown_of(const model::Series& series, const SeriesWindow& window) {
  const int year = analysis::intervals_in_year(series.every);
  Shown shown{window, points_in(window, series), {}};
  if (year > 1 && can_be_added(series.unit)) shown.rolling = totals_in(window, series, year);
  return shown;
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

void add_targets(Trend& trend, const model::Series& series, const SeriesWindow& window) {
  for (const auto& span : series.targets) {
    const auto target = target_in(window, series, span);
    if (!target) continue;
    (span.rolling && !trend.line.empty() ? trend.line_targets : trend.bar_targets)
        .push_back(*target);
  }
}

void add_figures(Trend& trend, const Context& context, const model::Series& series,
                 const Shown& shown) {
  const auto last = std::find_if(shown.points.rbegin(), shown.points.rend(),
                                 [](const model::Point& point) { return point.value.has_value(); });
  if (last == shown.points.rend()) return;
  const auto at = static_cast<size_t>(shown.points.rend() - last) - 1;
  const int year = analysis::intervals_in_year(series.every);
  const auto before = static_cast<size_t>(std::max(year, 1));

  std::optional<double> year_before;
  std::string before_words = "the year before";
  if (at >= before) {
    const model::Point& earlier = shown.points[at - before];
    year_before = earlier.value;
    before_words = year > 0 ? caption_of(earlier.at, series.every) : "the one before";
  }
  trend.figures.push_back(figure_for(series, caption_of(last->at, series.every), *last->value,
                                     year_before, before_words));
  rate(trend.figures.back(), context, series, false, *last->value);
  if (shown.rolling.empty() || !shown.rolling[at]) return;
  const double total = *shown.rolling[at];
  trend.figures.push_back(
      figure_for(series, "Year to " + short_month_year(last_day(last->at, series.every)), total,
                 at >= before ? shown.rolling[at - before] : std::nullopt, "the year before"));
  rate(trend.figures.back(), context, series, true, total);
}

// "Year to Dec 1984 up 6.1% on the year before": a true title where the feed gives none.
std::string message_of(const Trend& trend, const model::Series& series) {
  if (trend.figures.empty() || trend.figures.back().change.empty()) return series.title;
  const SideFigure& figure = trend.figures.back();
  const std::string way = figure.direction == model::Direction::up     ? " up "
                          : figure.direction == model::Direction::down ? " down "
                                                                       : ": ";
  return figure.caption + way + figure.change + " " + figure.change_on;
}

Values values_of(const std::vector<Trend::Target>& targets, Values values) {
  for (const auto& target : targets) values.push_back(target.value);
  return values;
}

}  // namespace

Made make_trend(const Context& context, const settings::Slide& wanted) {
  const auto series = find_series(context, wanted.series);
  if (!series) return base::Failure{"no feed has series " + wanted.series};
  if (series->points.empty()) return base::Failure{"series " + wanted.series + " has no points"};
  const auto window = window_of({series.thing}, wanted);
  if (!window) return base::Failure{window.error()};
  const Shown shown = shown_of(*series, window.value());
  const auto count = static_cast<double>(shown.points.size());
  Values bars;
  for (const auto& point : shown.points) bars.push_back(point.value);
  if (std::none_of(bars.begin(), bars.end(), [](const auto& value) { return value.has_value(); })) {
    return base::Failure{"series " + wanted.series + " has no values in the time shown"};
  }

  Trend trend;
  // What is new stands out: bars since the last event or recalculation.
  double focus = 0;
  for (const auto& event : series->events) {
    const double at = place_in(shown.window, event.at);
    if (at < 0 || at > count) continue;
    trend.events.push_back({at, event.label, event.detail});
    focus = std::max(focus, at);
  }
  for (const auto& rebase : series->rebase) {
    const double at = place_in(shown.window, rebase.at);
    if (at > 0 && at < count) focus = std::max(focus, at);
  }
  for (size_t i = 0; i < shown.points.size(); ++i) {
    const auto& point = shown.points[i];
    trend.bars.push_back({point.value, static_cast<double>(i) + 0.5 >= focus, is_uncertain(point)});
    if (!shown.rolling.empty()) {
      trend.line.push_back({shown.rolling[i], !has_flag(point, model::Flag::break_in_series)});
    }
  }
  if (std::none_of(trend.line.begin(), trend.line.end(),
                   [](const auto& at) { return at.value.has_value(); })) {
    trend.line.clear();
  }
  add_years(trend, shown.window);
  add_targets(trend, *series, shown.window);
  trend.bars_title = each(series->every);
  trend.bars_axis = axis_from_zero(values_of(trend.bar_targets, bars));
  if (!trend.line.empty()) {
    trend.line_title = rolling(analysis::intervals_in_year(series->every), series->every);
    trend.line_axis = axis_around(values_of(trend.line_targets, shown.rolling));
  }
  add_figures(trend, context, *series, shown);

  const model::Date first = shown.window.first;
  const model::Date end = shown.window.end();
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
                .charts = trend.line.empty() ? 1 : 2,
                .rag_cells = 0};
  slide.content = std::move(trend);
  return slide;
}

}  // namespace present
