#include <algorithm>

#include "present/axis.h"
#include "present/chart_time.h"
#include "present/dates.h"
#include "present/make_slides.h"
#include "present/numbers.h"
#include "present/process.h"

namespace present {
namespace {

// The last interval shown before a section, and an event within it, are what a recalculation is
// about: the law of 31 January shows from February on.
constexpr double kSameTime = 1;

const model::Rebase* rebase_at(const model::Series& series, model::Date date) {
  const auto found = std::ranges::find(series.rebase, date, &model::Rebase::at);
  return found == series.rebase.end() ? nullptr : &*found;
}

void add_events(ControlChart& chart, const Process& process, const SeriesWindow& window) {
  const model::Series& series = *process.series;
  const auto count = static_cast<double>(window.count);
  std::vector<const model::Event*> told;
  for (size_t i = 1; i < process.xmr.sections.size(); ++i) {
    const model::Date date = process.points[process.xmr.sections[i].first].at;
    const double at = place_in(window, date);
    if (at <= 0 || at >= count) continue;
    const model::Rebase* rebase = rebase_at(series, date);
    std::string reason = rebase ? rebase->reason : "";
    for (const auto& event : series.events) {
      const double away = at - place_in(window, event.at);
      if (away < -kSameTime || away > kSameTime) continue;
      told.push_back(&event);
      if (reason.empty()) reason = event.label;
    }
    if (reason.empty()) reason = "Recalculated";
    chart.events.push_back({at, reason, "new limits, " + short_month_year(date)});
  }
  for (const auto& event : series.events) {
    const double at = place_in(window, event.at);
    if (at < 0 || at > count || std::ranges::count(told, &event) > 0) continue;
    chart.events.push_back({at, event.label, event.detail});
  }
  std::ranges::stable_sort(chart.events, {}, &Trend::Event::at);
}

// What marks mean beyond the kinds of cause, which stand beside them.
void add_key(ControlChart& chart, const std::vector<model::Point>& points) {
  const auto any = [&](model::Flag flag) {
    return std::ranges::any_of(
        points, [&](const auto& point) { return point.value && has_flag(point, flag); });
  };
  const bool provisional = any(model::Flag::provisional);
  const bool estimated = any(model::Flag::estimated);
  if (provisional || estimated) {
    chart.key.push_back(std::string("Hollow: ") + (provisional && estimated
                                                       ? "provisional or estimated"
                                                   : provisional ? "provisional"
                                                                 : "estimated"));
  }
  if (any(model::Flag::ghost)) chart.key.push_back("Cross: left out of the limits");
  if (any(model::Flag::break_in_series)) chart.key.push_back("Not joined: break in series");
}

std::string subtitle_of(const model::Series& series, const Process& process) {
  std::string text = series.title;
  if (!series.detail.empty()) text += ", " + series.detail;
  text += ". XmR chart";
  if (process.question.good == model::Good::up) text += ", higher is better";
  if (process.question.good == model::Good::down) text += ", lower is better";
  text += ".";
  for (const auto& span : series.targets) {
    if (!span.rolling && !span.note.empty()) return text + " Target " + span.note + ".";
  }
  return text;
}

}  // namespace

Made make_control_chart(const Context& context, const settings::Slide& wanted) {
  const auto series = find_series(context, wanted.series);
  if (!series) return base::Failure{"no feed has series " + wanted.series};
  const auto window = window_of({series.thing}, wanted);
  if (!window) return base::Failure{window.error()};
  const Process process =
      process_of(context, *series, {.from = wanted.from, .recalculate = wanted.recalculate});
  const bool any_value = std::ranges::any_of(
      process.points, [](const auto& point) { return point.value.has_value(); });
  if (!any_value) return base::Failure{"series " + wanted.series + " has no values"};

  ControlChart chart;
  chart.lines = lines_of(process, window.value());
  for (const auto& target : chart.lines.targets) {
    chart.target_texts.push_back(text_of(quantity_of(*series, target.value)));
  }
  chart.axis = axis_within(chart.lines.low, chart.lines.high);
  chart.years = time_spans(window.value(), std::nullopt);
  add_events(chart, process, window.value());
  add_key(chart, points_in(window.value(), *series));
  for (const auto& doubt : doubts_about(process.points, process.xmr, process.rule)) {
    chart.notes.push_back(capitalised(doubt));
  }
  chart.icons = icons_of(process);
  for (const auto& point : process.points) {
    if (!point.value) continue;
    chart.last_value = text_of(quantity_of(*series, *point.value));
    chart.last_when = caption_of(point.at, series->every);
  }

  const model::Date first = window.value().first;
  const model::Date end = window.value().end();
  const model::Period period{"", first, end};
  chart.age = tile_age(context, series.feed, period);
  Slide slide;
  slide.id = wanted.id;
  slide.title = !wanted.title.empty() ? wanted.title : sentence_of(chart.icons);
  if (slide.title.empty()) slide.title = series->title;
  slide.subtitle = subtitle_of(*series, process);
  slide.period = month_year(first) + " to " + month_year(end);
  slide.footer = footer_of(context, series.feed, period);
  set_marking(slide, marking_of(context, series.feed, series->marking));
  slide.load = {
      .words = words_in(slide.title) + words_in(slide.subtitle) + 12,
      .numbers = 2 * static_cast<int>(std::min<size_t>(chart.lines.sections.size(), 2)) + 2,
      .charts = 1,
      .rag_cells = 2};
  slide.content = std::move(chart);
  return slide;
}

}  // namespace present
