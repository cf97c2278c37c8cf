#include <algorithm>
#include <array>
#include <cctype>

#include "analysis/rolling.h"
#include "present/chart_figures.h"
#include "present/chart_panels.h"
#include "present/chart_time.h"
#include "present/dates.h"
#include "present/make_slides.h"

namespace present {
namespace {

using Found = present::Found<model::Series>;

constexpr std::size_t kLongestTitle = 46;  // letters; about what stands on one line

base::Result<std::vector<Found>, std::string> find_all(const Context& context,
                                                       const settings::Slide& wanted) {
  std::vector<Found> found;
  for (const auto* ids : {&wanted.series_as_bars, &wanted.series_as_lines}) {
    for (const auto& id : *ids) {
      const auto series = find_series(context, id);
      if (!series) return base::Failure{"no feed has series " + id};
      found.push_back(series);
    }
  }
  if (found.empty()) return base::Failure{std::string("it names no series")};
  return found;
}

// The reason why these series make no chart, or none.
std::string trouble_with(const ChartParts& parts) {
  for (const auto* series : parts.bars) {
    if (series->unit != parts.bars.front()->unit) {
      return "series " + series->id + " has another unit than " + parts.bars.front()->id;
    }
    if (!parts.wanted.rolling.empty() && !can_be_added(series->unit)) {
      return "series " + series->id + " has a unit that makes no totals";
    }
  }
  for (const auto* series : parts.all) {
    const auto points = points_in(parts.window, *series);
    if (std::ranges::any_of(points, [](const auto& at) { return at.value.has_value(); })) return "";
  }
  return "series " + parts.all.front()->id + " has no values in the time shown";
}

void add_events(Chart& chart, const ChartParts& parts) {
  const auto add = [&](std::vector<Trend::Event>& events, double at, const std::string& label,
                       const std::string& detail) {
    const Trend::Event event{at, label, detail};
    if (at < 0 || at > static_cast<double>(parts.window.count)) return;
    if (std::ranges::find(events, event) == events.end()) events.push_back(event);
  };
  for (const auto* series : parts.all) {
    for (const auto& event : series->events) {
      add(chart.events, place_in(parts.window, event.at), event.label, event.detail);
    }
    const auto points = points_in(parts.window, *series);
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (!has_flag(points[i], model::Flag::break_in_series)) continue;
      add(chart.breaks, static_cast<double>(i), "Break in series", "");
    }
  }
}

// What the hollow points are, in one or two words.
std::string words_for_hollow(const ChartParts& parts) {
  bool provisional = false;
  bool estimated = false;
  for (const auto* series : parts.all) {
    for (const auto& point : points_in(parts.window, *series)) {
      if (!point.value) continue;
      provisional = provisional || has_flag(point, model::Flag::provisional);
      estimated = estimated || has_flag(point, model::Flag::estimated);
    }
  }
  std::string words = provisional && estimated ? "Provisional or estimated"
                      : provisional            ? "Provisional"
                      : estimated              ? "Estimated"
                                               : "";
  if (parts.part) words += words.empty() ? "Not a whole" : ", or not a whole";
  if (parts.part) words += parts.window.every == model::Interval::year ? " year" : " quarter";
  return words;
}

std::string joined_titles(const SeriesList& series) {
  std::string joined;
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (i > 0) joined += i + 1 == series.size() ? " and " : ", ";
    joined += series[i]->title;
  }
  return joined;
}

// "2 of 3 series fell, year to Sep 2013": true whatever the series are.
std::string count_moves(const Chart& chart, const std::string& period) {
  std::array<std::size_t, 3> counts{};  // up, down, level
  for (const auto& figure : chart.figures) {
    if (!figure.direction) return "";
    ++counts[static_cast<std::size_t>(*figure.direction)];
  }
  const std::array<const char*, 3> words = {"rose", "fell", "stayed level"};
  const auto most = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
  const std::string total = std::to_string(chart.figures.size());
  const std::string count = counts[most] == chart.figures.size()
                                ? "All " + total
                                : std::to_string(counts[most]) + " of " + total;
  return count + " series " + words[most] + (period.empty() ? "" : ", " + period);
}

// "up 6.1%"; empty without a change.
std::string move_of(const SideFigure& figure) {
  if (!figure.direction) return "";
  switch (*figure.direction) {
    case model::Direction::up:
      return "up " + figure.change;
    case model::Direction::down:
      return "down " + figure.change;
    case model::Direction::level:
      break;
  }
  return "unchanged";
}

// Of one bar series: its total over a year, or else its newest value.
std::string title_of_one(const std::vector<SideFigure>& figures, const model::Series& series) {
  if (figures.empty()) return series.title;
  const bool with_total = figures.size() > 1 && figures[1].caption.starts_with("Year to");
  const SideFigure& figure = figures[with_total ? 1 : 0];
  const std::string move = move_of(figure);
  if (move.empty()) return series.title;
  const std::string in_a_year = series.title + " " + move + " in a year";
  if (with_total && in_a_year.size() <= kLongestTitle) return in_a_year;
  return figure.caption + " " + move + " " + figure.change_on;
}

std::string title_of(const Chart& chart, const ChartParts& parts) {
  if (!parts.wanted.title.empty()) return parts.wanted.title;
  const model::Series& first = *parts.all.front();
  if (!first.message.empty()) return first.message;
  if (parts.bars.size() == 1) return title_of_one(chart.figures, first);
  std::string period = chart.figures_title.substr(0, chart.figures_title.find(','));
  if (period.starts_with("Year to")) period[0] = 'y';
  if (parts.sum && !chart.figures.empty() && chart.figures.front().direction) {
    return "All together " + move_of(chart.figures.front()) + ", " + period;
  }
  if (chart.figures.size() > 1 && chart.figures.size() == parts.bars.size()) {
    const std::string moves = count_moves(chart, period);
    if (!moves.empty()) return moves;
  }
  const std::string joined = joined_titles(parts.all);
  if (joined.size() <= kLongestTitle || parts.all.size() == 1) return joined;
  return first.title + " and " + std::to_string(parts.all.size() - 1) +
         (parts.all.size() == 2 ? " other" : " others");
}

// What is counted: the titles unless the title says them, then each detail once.
std::string subtitle_of(const std::string& title, const SeriesList& all) {
  std::string subtitle = joined_titles(all);
  if (subtitle == title) subtitle.clear();
  std::vector<std::string> said;
  for (const auto* series : all) {
    if (series->detail.empty() || std::ranges::find(said, series->detail) != said.end()) continue;
    said.push_back(series->detail);
    const bool sentence = std::isupper(static_cast<unsigned char>(series->detail.front())) != 0;
    subtitle += (subtitle.empty() ? "" : sentence ? ". " : ", ") + series->detail;
  }
  return subtitle;
}

std::string marking_of(const Context& context, const std::vector<Found>& found) {
  std::vector<std::string> markings;
  for (const auto& series : found) {
    markings.push_back(marking_of(context, series.feed, series->marking));
  }
  return highest_marking(context, markings);
}

// Of several feeds the latest one speaks for the slide.
std::size_t feed_of(const Context& context, const std::vector<Found>& found) {
  for (const auto& series : found) {
    if (context.freshness[series.feed].looks_late()) return series.feed;
  }
  return found.front().feed;
}

}  // namespace

Made make_chart(const Context& context, const settings::Slide& wanted) {
  const auto found = find_all(context, wanted);
  if (!found) return base::Failure{found.error()};
  SeriesList all;
  for (const auto& series : found.value()) all.push_back(series.thing);
  const auto window = window_of(all, wanted);
  if (!window) return base::Failure{window.error()};
  const std::size_t feed = feed_of(context, found.value());
  const model::Board& board = *context.snapshot.feeds[feed].board;
  const ChartParts parts = parts_of(wanted, all, window.value(), board.period);
  const std::string trouble = trouble_with(parts);
  if (!trouble.empty()) return base::Failure{trouble};

  Chart chart;
  chart.panels = panels_of(parts);
  chart.intervals = interval_names(parts.window);
  chart.years = time_spans(parts.window, parts.part);
  if (!chart.intervals.empty() && parts.window.every != model::Interval::quarter) {
    chart.years.clear();
  }
  add_events(chart, parts);
  chart.hollow = words_for_hollow(parts);
  add_figures(chart, context, parts);

  const model::Date end = parts.part ? *parts.part->to : parts.window.end();
  const model::Period shown{"", parts.window.first, end};
  chart.age = tile_age(context, feed, shown);
  Slide slide;
  slide.id = wanted.id;
  slide.title = title_of(chart, parts);
  slide.subtitle = subtitle_of(slide.title, all);
  slide.period = month_year(shown.from.value()) + " to " + month_year(end);
  slide.footer = footer_of(context, feed, shown);
  set_marking(slide, marking_of(context, found.value()));
  slide.load = {.words = words_in(slide.title) + words_in(slide.subtitle),
                .numbers = static_cast<int>(chart.figures.size()) * 2,
                .charts = static_cast<int>(chart.panels.size()),
                .rag_cells = 0};
  slide.content = std::move(chart);
  return slide;
}

}  // namespace present
