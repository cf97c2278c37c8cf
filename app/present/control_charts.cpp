#include <algorithm>

#include "present/dates.h"
#include "present/kpi_text.h"
#include "present/make_slides.h"
#include "present/numbers.h"
#include "present/process.h"
#include "present/wanted_kpis.h"

namespace present {
namespace {

// Every KPI that some series stands behind.
std::vector<NamedKpi> wanted_of(const Context& context, const settings::Slide& wanted) {
  if (!wanted.kpis.empty()) return named_kpis(context, wanted.kpis);
  std::vector<NamedKpi> all;
  for (const auto& kpi : all_kpis(context)) {
    if (!kpi->series.empty()) all.push_back({kpi->id, kpi});
  }
  return all;
}

// "Last 36 months", where all of them are of months.
std::string head_of(const ControlCharts& charts, const Context& context,
                    const std::vector<Found<model::Kpi>>& kpis) {
  std::optional<model::Interval> every;
  for (const auto& kpi : kpis) {
    const auto series = series_of(context, kpi);
    if (!series) continue;
    if (every && *every != series->every) return "Newest points";
    every = series->every;
  }
  size_t longest = 0;
  for (const auto& row : charts.rows) longest = std::max(longest, row.lines.points.size());
  return every && longest > 1 ? "Last " + counted(static_cast<int>(longest), *every)
                              : "Newest points";
}

// As many points as a small chart shows apart.
constexpr int kMostShown = 36;

void add_process(ControlCharts::Row& row, const Context& context, const Found<model::Kpi>& kpi) {
  const auto series = series_of(context, kpi);
  if (!series || series->points.empty()) {
    row.note = "No series";
    return;
  }
  settings::Slide shown;
  shown.months = kMostShown;
  const auto window = window_of({series.thing}, shown);
  if (!window) {
    row.note = "No control chart: " + window.error();
    return;
  }
  const Process process = process_of(context, *series, {.kpi = kpi.thing});
  row.lines = lines_of(process, window.value());
  row.icons = icons_of(process);
  if (row.icons.variation) return;
  const auto doubts = doubts_about(process.points, process.xmr, process.rule);
  if (!doubts.empty()) row.note = capitalised(doubts.front().substr(0, doubts.front().find(':')));
}

ControlCharts::Row row_of(const Context& context, const NamedKpi& named,
                          const model::Period& shared) {
  ControlCharts::Row row;
  if (!named.kpi) {
    const KpiCard card = missing_card(context, named.reference);
    row.id = card.id;
    row.title = card.title;
    row.age = card.age;
    return row;
  }
  const KpiCard card = card_of(context, named.kpi);
  row.id = card.id;
  row.title = card.title;
  row.value = text_of(told_from_target(*named.kpi, card.rating));
  const std::string flags = flags_of(named.kpi->flags);
  if (!flags.empty()) row.value += (row.value.empty() ? "" : " ") + flags;
  row.target = target_cell(*named.kpi).text;
  if (named.kpi->period != shared) row.period = brief_period(named.kpi->period);
  row.rag = rating_pair(named.kpi->rag);
  row.rag.now = card.rating;
  row.age = card.age;
  add_process(row, context, named.kpi);
  return row;
}

int count_of(const ControlCharts& charts, VariationIcon::Is is) {
  return static_cast<int>(std::ranges::count_if(charts.rows, [&](const auto& row) {
    return row.icons.variation && row.icons.variation->is == is;
  }));
}

// "2 of 9 concerning, 3 improving": a true title where the settings give none.
std::string message_of(const ControlCharts& charts) {
  const auto judged = std::ranges::count_if(
      charts.rows, [](const auto& row) { return row.icons.variation.has_value(); });
  if (judged == 0) return "Too few points to tell change from chance";
  const int concern = count_of(charts, VariationIcon::Is::concern);
  const int improvement = count_of(charts, VariationIcon::Is::improvement);
  const std::string of = " of " + std::to_string(judged);
  if (concern == 0 && improvement == 0) return "None" + of + " has changed beyond chance";
  if (concern == 0) return std::to_string(improvement) + of + " improving, none concerning";
  return std::to_string(concern) + of + " concerning, " +
         (improvement == 0 ? "none" : std::to_string(improvement)) + " improving";
}

}  // namespace

Made make_control_charts(const Context& context, const settings::Slide& wanted) {
  const auto named = wanted_of(context, wanted);
  const auto found = those_found(named);
  if (found.empty()) {
    return base::Failure{std::string(wanted.kpis.empty() ? "no feed has a KPI with a series"
                                                         : "no feed has any of its figures")};
  }
  const model::Period& period = shared_period(context, found);
  ControlCharts charts;
  Slide slide;
  std::vector<TileAge> ages;
  std::vector<ProcessIcons> icons;
  for (const auto& one : named) {
    charts.rows.push_back(row_of(context, one, period));
    const auto& row = charts.rows.back();
    ages.push_back(row.age);
    icons.push_back(row.icons);
    slide.load.words += words_in(row.title);
    slide.load.numbers += 1;
    slide.load.rag_cells += 3;
  }
  slide.id = wanted.id;
  slide.title = !wanted.title.empty() ? wanted.title : message_of(charts);
  slide.subtitle = key_of(icons);
  slide.period = whole_period(period);
  charts.chart_head = head_of(charts, context, found);
  charts.age = shared_lateness(context, ages, found);
  slide.footer = footer_of_tiles(ages);
  if (slide.footer.empty() || charts.age.state == TileAge::State::late)
    slide.footer = footer_of(context, found.front().feed, period);
  add_flags_key(slide, found);
  std::vector<std::string> markings{marking_of(context, found)};
  for (const auto& kpi : found) {
    if (const auto series = series_of(context, kpi)) {
      markings.push_back(marking_of(context, series.feed, series->marking));
    }
  }
  set_marking(slide, highest_marking(context, markings));
  slide.content = std::move(charts);
  return slide;
}

}  // namespace present
