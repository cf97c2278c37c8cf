#include "present/chart_figures.h"

#include <algorithm>

#include "analysis/rolling.h"
#include "present/dates.h"
#include "present/series_figures.h"

namespace present {
namespace {

constexpr std::size_t kMostFigures = 5;

// A series with all its values, so that the year before is known where it is not shown.
struct Known {
  const model::Series* series;
  Values values;
  Values totals;  // over a year; empty: not asked for
};

struct Figures {
  const ChartParts& parts;
  SeriesWindow whole;
  std::size_t year = 1;  // intervals; the one before where no number of them makes a year

  Known known(const model::Series& series, bool with_totals) const {
    Known result{&series, {}, {}};
    for (const auto& point : points_in(whole, series)) result.values.push_back(point.value);
    if (with_totals) result.totals = totals_in(whole, series, static_cast<int>(year));
    return result;
  }

  bool is_part(std::size_t at) const { return parts.part && at + 1 == whole.count; }

  std::optional<double> before(const Values& values, std::size_t at) const {
    if (at < year || is_part(at)) return std::nullopt;
    return values[at - year];
  }

  std::string interval(std::size_t at) const {
    return is_part(at) ? range(*parts.part) : caption_of(whole.at(at), whole.every);
  }
  std::string before_words(std::size_t at) const {
    const bool yearly = analysis::intervals_in_year(whole.every) > 0;
    if (!yearly) return "the one before";
    return at < year ? "" : interval(at - year);
  }
  std::string year_to(std::size_t at) const {
    return "Year to " + short_month_year(last_day(whole.at(at), whole.every));
  }
};

// The newest interval in which all of them have a value.
std::optional<std::size_t> newest(const std::vector<const Values*>& all) {
  for (std::size_t at = all.front()->size(); at-- > 0;) {
    if (std::ranges::all_of(all, [&](const Values* values) { return (*values)[at].has_value(); })) {
      return at;
    }
  }
  return std::nullopt;
}

bool wants_year(const ChartParts& parts) {
  const int year = analysis::intervals_in_year(parts.window.every);
  return year > 1 && std::ranges::find(parts.wanted.rolling, year) != parts.wanted.rolling.end();
}

void add_single(Chart& chart, const Context& context, const Figures& figures, const Known& known) {
  const auto at = newest({&known.values});
  if (!at) return;
  const model::Series& series = *known.series;
  const double value = *known.values[*at];
  chart.figures.push_back(figure_for(series, figures.interval(*at), value,
                                     figures.before(known.values, *at), figures.before_words(*at)));
  if (!figures.is_part(*at)) rate(chart.figures.back(), context, series, false, value);
  if (known.totals.empty() || !known.totals[*at]) return;
  chart.figures.push_back(figure_for(series, figures.year_to(*at), *known.totals[*at],
                                     figures.before(known.totals, *at), "the year before"));
  rate(chart.figures.back(), context, series, true, *known.totals[*at]);
}

void add_several(Chart& chart, const Context& context, const Figures& figures,
                 const std::vector<Known>& all) {
  const auto newest_of = [&](Values Known::*list) {
    std::vector<const Values*> lists;
    for (const Known& known : all) lists.push_back(&(known.*list));
    return newest(lists);
  };
  const bool with_totals = wants_year(figures.parts);
  const auto of_totals = with_totals ? newest_of(&Known::totals) : std::nullopt;
  const auto list = of_totals ? &Known::totals : &Known::values;
  const auto at = of_totals ? of_totals : newest_of(&Known::values);
  if (!at) return;
  bool any_change = false;
  for (const Known& known : all) {
    const double value = *(known.*list)[*at];
    chart.figures.push_back(figure_for(*known.series, known.series->title, value,
                                       figures.before(known.*list, *at), ""));
    if (!figures.is_part(*at)) {
      rate(chart.figures.back(), context, *known.series, of_totals.has_value(), value);
    }
    any_change = any_change || !chart.figures.back().change.empty();
  }
  chart.figures_title = of_totals ? figures.year_to(*at) : figures.interval(*at);
  if (!any_change) return;
  chart.figures_title += ", on " + (of_totals ? "the year before" : figures.before_words(*at));
}

void add_lines(Chart& chart, const Context& context, const Figures& figures) {
  for (const auto* series : figures.parts.lines) {
    if (chart.figures.size() >= kMostFigures) return;
    const Known known = figures.known(*series, false);
    const auto at = newest({&known.values});
    if (!at) continue;
    const double value = *known.values[*at];
    const bool by_month = figures.whole.every == model::Interval::month;
    const std::string when =
        by_month ? short_month_year(figures.whole.at(*at)) : figures.interval(*at);
    chart.figures.push_back(figure_for(*series, series->title + ", " + when, value,
                                       figures.before(known.values, *at),
                                       figures.before_words(*at)));
    if (!figures.is_part(*at)) rate(chart.figures.back(), context, *series, false, value);
  }
}

}  // namespace

void add_figures(Chart& chart, const Context& context, const ChartParts& parts) {
  const int year = analysis::intervals_in_year(parts.window.every);
  const Figures figures{parts, whole_window(parts.all, parts.window),
                        static_cast<std::size_t>(std::max(year, 1))};
  std::vector<Known> all;
  if (parts.sum) all.push_back(figures.known(*parts.sum, wants_year(parts)));
  for (const auto* series : parts.bars) all.push_back(figures.known(*series, wants_year(parts)));
  if (all.size() == 1) add_single(chart, context, figures, all.front());
  if (all.size() > 1) add_several(chart, context, figures, all);
  // Under a title for all of them lines of another time would be misread.
  if (chart.figures_title.empty()) add_lines(chart, context, figures);
}

}  // namespace present
