#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/change.h"
#include "analysis/rating.h"
#include "analysis/rolling.h"
#include "present/axis.h"
#include "present/dates.h"
#include "present/make_slides.h"
#include "present/numbers.h"

namespace present {
namespace {

using model::Interval;
using Values = std::vector<std::optional<double>>;

struct IntervalWords {
  const char* each;     // over the bars
  const char* rolling;  // over the line
};

IntervalWords words_for(Interval every) {
  switch (every) {
    case Interval::day:
      return {"Each day", ""};
    case Interval::week:
      return {"Each week", ""};
    case Interval::month:
      return {"Each month", "Rolling 12 months"};
    case Interval::quarter:
      return {"Each quarter", "Rolling 4 quarters"};
    case Interval::year:
      return {"Each year", ""};
  }
  return {"", ""};
}

std::string caption_of(model::Date at, Interval every) {
  switch (every) {
    case Interval::day:
      return long_date(at);
    case Interval::week:
      return "Week of " + short_date(at);
    case Interval::month:
      return month_year(at);
    case Interval::quarter:
      return range({"", at, last_day(at, every)});
    case Interval::year:
      return std::to_string(static_cast<int>(at.year()));
  }
  return "";
}

bool has_flag(const model::Point& point, model::Flag flag) {
  return std::find(point.flags.begin(), point.flags.end(), flag) != point.flags.end();
}

// Totals make sense for what can be added up, not for percentages, rates, ranks or times.
bool can_be_added(model::Unit unit) {
  return unit == model::Unit::count || unit == model::Unit::pounds ||
         unit == model::Unit::pounds_thousands || unit == model::Unit::pounds_millions;
}

model::Quantity quantity_of(const model::Series& series, double value) {
  return {.value = value, .unit = series.unit, .decimals = series.decimals, .is_signed = false};
}

// The part of a series that is shown, with one place for every interval: a month that the feed
// leaves out is a gap, not a shorter axis.
struct Window {
  std::vector<model::Point> points;
  Values rolling;  // as many as points; empty where no total is made
};

Window window_of(const model::Series& series, const settings::Slide& wanted) {
  Window window;
  const int year = analysis::intervals_in_year(series.every);
  const bool rolls = year > 1 && can_be_added(series.unit);
  const auto totals = rolls ? analysis::rolling_totals(series, year) : Values(series.points.size());
  const model::Date last = series.points.back().at;
  for (size_t i = 0; i < series.points.size(); ++i) {
    const model::Point& point = series.points[i];
    const int before_last = analysis::intervals_between(point.at, last, series.every);
    const bool shown = wanted.from
                           ? std::chrono::sys_days{point.at} >= std::chrono::sys_days{*wanted.from}
                           : before_last < wanted.months;
    if (!shown) continue;
    if (!window.points.empty()) {
      const model::Date previous = window.points.back().at;
      const int step = analysis::intervals_between(previous, point.at, series.every);
      constexpr int kLongestGap = 240;
      for (int missing = 1; missing < std::min(step, kLongestGap); ++missing) {
        window.points.push_back({previous, std::nullopt, {}});
        window.rolling.push_back(std::nullopt);
      }
    }
    window.points.push_back(point);
    window.rolling.push_back(totals[i]);
  }
  if (!rolls) window.rolling.clear();
  return window;
}

// Where a date stands among the bars; 49 is the left edge of bar 49.
double place_of(model::Date date, const model::Series& series, const Window& window) {
  const model::Date first = window.points.front().at;
  const int whole = analysis::intervals_between(first, date, series.every);
  if (series.every == Interval::day || series.every == Interval::week) return whole;
  const auto months_in = std::chrono::months{series.every == Interval::month     ? whole
                                             : series.every == Interval::quarter ? whole * 3
                                                                                 : whole * 12};
  const model::Date begins = first + months_in;
  const double length = static_cast<double>(
      (std::chrono::sys_days{last_day(begins, series.every)} - std::chrono::sys_days{begins})
          .count() +
      1);
  return whole + static_cast<double>(
                     (std::chrono::sys_days{date} - std::chrono::sys_days{begins}).count()) /
                     length;
}

void add_years(Trend& trend, const Window& window) {
  int index = 0;
  for (const auto& point : window.points) {
    // A gap repeats the date before it, and so extends that year.
    const std::string text = std::to_string(static_cast<int>(point.at.year()));
    if (trend.years.empty() || trend.years.back().text != text) {
      trend.years.push_back({index, index, text});
    }
    trend.years.back().last = index++;
  }
}

void add_targets(Trend& trend, const model::Series& series, const Window& window) {
  const int last = static_cast<int>(window.points.size()) - 1;
  for (const auto& span : series.targets) {
    const auto index = [&](const std::optional<model::Date>& date, int otherwise) {
      if (!date) return otherwise;
      return analysis::intervals_between(window.points.front().at, *date, series.every);
    };
    const int from = std::max(index(span.from, 0), 0);
    const int to = std::min(index(span.to, last), last);
    if (from > to) continue;
    const Trend::Target target{from, to, span.value,
                               "Target " + text_of(quantity_of(series, span.value))};
    (span.rolling && !trend.line.empty() ? trend.line_targets : trend.bar_targets)
        .push_back(target);
  }
}

SideFigure figure_for(const model::Series& series, const std::string& caption, double value,
                      std::optional<double> before, const std::string& before_words) {
  SideFigure figure;
  figure.caption = caption;
  figure.number = text_of(quantity_of(series, value));
  if (!before) return figure;
  const auto change =
      analysis::change_between(quantity_of(series, value), quantity_of(series, *before));
  if (!change) return figure;
  figure.change_on = "on " + before_words;
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

void rate(SideFigure& figure, const Context& context, const model::Series& series,
          const model::TargetSpan& target, double value) {
  if (!series.good || *series.good == model::Good::neither) return;
  const bool up = *series.good == model::Good::up;
  figure.rating =
      analysis::rate(value, up ? model::Target::Is::at_least : model::Target::Is::at_most,
                     target.value, context.rule);
  figure.rated = true;
  const double miss = value - target.value;
  if (miss == 0) {
    figure.target = "exactly on target";
  } else if (target.value != 0) {
    figure.target = amount_of(miss / std::abs(target.value) * 100, model::Unit::percent, 1) +
                    (miss > 0 ? " over target" : " under target");
  }
  if (!target.note.empty()) figure.target_note = "(" + target.note + " target)";
}

// The target that is in force at the last point, of the kind asked for.
const model::TargetSpan* target_at_end(const model::Series& series, bool rolling) {
  const auto end = std::chrono::sys_days{series.points.back().at};
  for (const auto& span : series.targets) {
    const bool begun = !span.from || std::chrono::sys_days{*span.from} <= end;
    const bool open = !span.to || std::chrono::sys_days{*span.to} >= end;
    if (span.rolling == rolling && begun && open) return &span;
  }
  return nullptr;
}

void add_figures(Trend& trend, const Context& context, const model::Series& series,
                 const Window& window) {
  const auto last = std::find_if(window.points.rbegin(), window.points.rend(),
                                 [](const model::Point& point) { return point.value.has_value(); });
  if (last == window.points.rend()) return;
  const auto at = static_cast<size_t>(window.points.rend() - last) - 1;
  const int year = analysis::intervals_in_year(series.every);
  const auto before = static_cast<size_t>(std::max(year, 1));
  const auto value_at = [&](const Values& values, size_t index) {
    return index < values.size() ? values[index] : std::nullopt;
  };

  std::optional<double> year_before;
  std::string before_words = "the year before";
  if (at >= before) {
    year_before = window.points[at - before].value;
    before_words =
        year > 0 ? caption_of(window.points[at - before].at, series.every) : "the one before";
  }
  trend.figures.push_back(figure_for(series, caption_of(last->at, series.every), *last->value,
                                     year_before, before_words));
  if (const auto* target = target_at_end(series, false)) {
    rate(trend.figures.back(), context, series, *target, *last->value);
  }
  if (const auto total = value_at(window.rolling, at)) {
    const auto earlier = at >= before ? value_at(window.rolling, at - before) : std::nullopt;
    trend.figures.push_back(
        figure_for(series, "Year to " + short_month_year(last_day(last->at, series.every)), *total,
                   earlier, "the year before"));
    if (const auto* target = target_at_end(series, true)) {
      rate(trend.figures.back(), context, series, *target, *total);
    }
  }
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
  const Window window = window_of(*series, wanted);
  Values bars;
  for (const auto& point : window.points) bars.push_back(point.value);
  if (std::none_of(bars.begin(), bars.end(), [](const auto& value) { return value.has_value(); })) {
    return base::Failure{"series " + wanted.series + " has no values in the time shown"};
  }

  Trend trend;
  // What is new stands out: bars since the last event or recalculation.
  double focus = 0;
  for (const auto& event : series->events) {
    const double at = place_of(event.at, *series, window);
    if (at < 0 || at > static_cast<double>(window.points.size())) continue;
    trend.events.push_back({at, event.label, event.detail});
    focus = std::max(focus, at);
  }
  for (const auto& rebase : series->rebase) {
    const double at = place_of(rebase, *series, window);
    if (at > 0 && at < static_cast<double>(window.points.size())) focus = std::max(focus, at);
  }
  for (size_t i = 0; i < window.points.size(); ++i) {
    const auto& point = window.points[i];
    const bool provisional =
        has_flag(point, model::Flag::provisional) || has_flag(point, model::Flag::estimated);
    trend.bars.push_back({point.value, static_cast<double>(i) + 0.5 >= focus, provisional});
    if (!window.rolling.empty()) {
      trend.line.push_back({window.rolling[i], !has_flag(point, model::Flag::break_in_series)});
    }
  }
  if (std::none_of(trend.line.begin(), trend.line.end(),
                   [](const auto& at) { return at.value.has_value(); })) {
    trend.line.clear();
  }
  add_years(trend, window);
  add_targets(trend, *series, window);
  const IntervalWords words = words_for(series->every);
  trend.bars_title = words.each;
  trend.bars_axis = axis_from_zero(values_of(trend.bar_targets, bars));
  if (!trend.line.empty()) {
    trend.line_title = words.rolling;
    trend.line_axis = axis_around(values_of(trend.line_targets, window.rolling));
  }
  add_figures(trend, context, *series, window);

  const model::Board& board = *context.snapshot.feeds[series.feed].board;
  const model::Date first = window.points.front().at;
  const model::Date end = last_day(window.points.back().at, series->every);
  const model::Period shown{"", first, end};
  trend.age = tile_age(context, series.feed, shown);
  Slide slide;
  slide.id = wanted.id;
  slide.title = !wanted.title.empty() ? wanted.title : series->message;
  if (slide.title.empty()) slide.title = message_of(trend, *series);
  slide.subtitle = series->title + (series->detail.empty() ? "" : ", " + series->detail);
  slide.period = month_year(first) + " to " + month_year(end);
  slide.footer = footer_of(context, series.feed, shown);
  set_marking(slide, series->marking.empty() ? board.marking : series->marking);
  slide.load = {.words = words_in(slide.title) + words_in(slide.subtitle),
                .numbers = static_cast<int>(trend.figures.size()) * 2,
                .charts = trend.line.empty() ? 1 : 2,
                .rag_cells = 0};
  slide.content = std::move(trend);
  return slide;
}

}  // namespace present
