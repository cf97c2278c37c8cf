// What a series says as a process: its lines, its icons in words, and what it must admit.
#include <gtest/gtest.h>

#include "present/plan.h"
#include "support/boards.h"

namespace present {
namespace {

using Kind = settings::Slide::Kind;
using model::Good;
using support::date;
using support::fetched;
using support::noon;
using support::slide;
using Cause = ControlLines::Cause;
using Assured = AssuranceIcon::Is;
using Varied = VariationIcon::Is;

// Months from January 2020 on.
model::Series monthly(const std::vector<std::optional<double>>& values, Good good = Good::down) {
  model::Series series;
  series.id = "s";
  series.title = "Burglaries";
  series.good = good;
  model::Date at = date(2020, 1, 1);
  for (const auto& value : values) {
    series.points.push_back({at, value, {}});
    at += std::chrono::months{1};
  }
  return series;
}

// Twelve quiet months about 50 and what comes after.
std::vector<std::optional<double>> quiet_then(const std::vector<double>& more) {
  std::vector<std::optional<double>> values{50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51};
  values.insert(values.end(), more.begin(), more.end());
  return values;
}

model::TargetSpan target(double value) {
  model::TargetSpan span;
  span.value = value;
  return span;
}

Plan plan_of(model::Board board, settings::Slide wanted, settings::ControlCharts method = {}) {
  board.title = "Board";
  board.period = {"", date(2021, 1, 1), date(2021, 3, 31)};
  board.marking = "Official";
  settings::Settings settings;
  settings.control_charts = method;
  settings.slides = {std::move(wanted)};
  model::Snapshot snapshot;
  snapshot.feeds.push_back(fetched("plan", std::move(board)));
  return make_plan(settings, snapshot, {noon(), true});
}

Plan plan_of(model::Series series, const settings::ControlCharts& method = {},
             bool recalculate = true) {
  model::Board board;
  settings::Slide wanted = slide(Kind::control_chart, "process");
  wanted.series = series.id;
  wanted.recalculate = recalculate;
  board.series = {std::move(series)};
  return plan_of(std::move(board), wanted, method);
}

const ControlChart& chart_in(const Plan& plan) {
  return std::get<ControlChart>(plan.slides.at(0).content);
}

struct IconCase {
  const char* name;
  std::vector<double> more;
  Good good;
  std::optional<double> target;
  Varied variation;
  const char* why;
  std::optional<Assured> assurance;
  const char* title;
};

void PrintTo(const IconCase& tested, std::ostream* out) {
  *out << tested.name;
}

class Icons : public testing::TestWithParam<IconCase> {};

TEST_P(Icons, SayWhatTheLastPointMeans) {
  const IconCase& tested = GetParam();
  model::Series series = monthly(quiet_then(tested.more), tested.good);
  if (tested.target) series.targets = {target(*tested.target)};
  const Plan plan = plan_of(series);
  const ControlChart& chart = chart_in(plan);
  ASSERT_TRUE(chart.icons.variation);
  EXPECT_EQ(chart.icons.variation->is, tested.variation);
  EXPECT_EQ(chart.icons.variation->why, tested.why);
  ASSERT_EQ(chart.icons.assurance.has_value(), tested.assurance.has_value());
  if (tested.assurance) {
    EXPECT_EQ(chart.icons.assurance->is, *tested.assurance);
  }
  EXPECT_EQ(plan.slides[0].title, tested.title);
}

const IconCase kIcons[] = {
    {"common",
     {50},
     Good::down,
     {},
     Varied::common,
     "No significant change",
     {},
     "Common cause variation"},
    {"above",
     {90},
     Good::down,
     20,
     Varied::concern,
     "last above limit",
     Assured::fail,
     "Special cause of concerning nature; target will be missed"},
    {"above_is_good",
     {90},
     Good::up,
     20,
     Varied::improvement,
     "last above limit",
     Assured::pass,
     "Special cause of improving nature; target will be met"},
    {"above_is_neither",
     {90},
     Good::neither,
     20,
     Varied::neither,
     "last above limit",
     {},
     "Special cause, neither good nor bad"},
    {"below",
     {51, 10},
     Good::down,
     50,
     Varied::improvement,
     "last below limit",
     Assured::hit_or_miss,
     "Special cause of improving nature; target will be hit and missed"},
    {"rising",
     {46, 47, 48, 49, 50, 51, 52},
     Good::down,
     {},
     Varied::concern,
     "7 months rising",
     {},
     "Special cause of concerning nature"},
    {"shift",
     {47, 46, 47, 46, 47, 46},
     Good::down,
     {},
     Varied::improvement,
     "6 months below mean",
     {},
     "Special cause of improving nature"},
};

INSTANTIATE_TEST_SUITE_P(ControlChart, Icons, testing::ValuesIn(kIcons),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(ControlChart, NewLimitsBeginWhereTheFeedSaysThatTheProcessChanged) {
  std::vector<std::optional<double>> values = quiet_then({50});
  for (int i = 0; i < 13; ++i) values.push_back(i % 2 ? 31 : 29);
  model::Series series = monthly(values);
  series.rebase = {{date(2021, 2, 1), "New beats"}};
  series.events = {{date(2021, 1, 20), "Beats drawn anew", "county"},
                   {date(2020, 6, 10), "Festival", "cancelled"}};
  const Plan plan = plan_of(series);
  const ControlChart& chart = chart_in(plan);
  ASSERT_EQ(chart.lines.sections.size(), 2u);
  EXPECT_EQ(chart.lines.sections[0].last, 12);
  EXPECT_EQ(chart.lines.sections[1].first, 13);
  EXPECT_EQ(chart.lines.sections[1].mean_text, "30");
  // The event that is the reason is said once, at the recalculation.
  ASSERT_EQ(chart.events.size(), 2u);
  EXPECT_EQ(chart.events[0].label, "Festival");
  EXPECT_EQ(chart.events[1], (Trend::Event{13, "New beats", "new limits, Feb 2021"}));

  const Plan one_mean = plan_of(series, {}, false);
  EXPECT_EQ(chart_in(one_mean).lines.sections.size(), 1u);
  EXPECT_EQ(chart_in(one_mean).events.back().label, "Beats drawn anew");
}

TEST(ControlChart, TheReasonOfARecalculationMayComeFromAnEventOrBeMissing) {
  std::vector<std::optional<double>> values = quiet_then({50});
  for (int i = 0; i < 13; ++i) values.push_back(i % 2 ? 31 : 29);
  model::Series series = monthly(values);
  series.rebase = {{date(2021, 2, 1), ""}};
  EXPECT_EQ(chart_in(plan_of(series)).events.at(0).label, "Recalculated");
  series.events = {{date(2021, 1, 31), "Beats drawn anew", ""}};
  EXPECT_EQ(chart_in(plan_of(series)).events.at(0).label, "Beats drawn anew");
}

struct NoteCase {
  const char* name;
  model::Series series;
  std::vector<std::string> notes;
};

TEST(ControlChart, SaysWhatItMustAdmit) {
  model::Series unmatched = monthly(quiet_then({50}));
  unmatched.rebase = {{date(2030, 1, 1), ""}};
  model::Series short_baseline = monthly(quiet_then({50}));
  short_baseline.baseline = 5;
  const NoteCase cases[] = {
      {"quiet", monthly(quiet_then({50})), {}},
      {"one point", monthly({5}), {"Fewer than 2 points: nothing to compare"}},
      {"few", monthly({5, 6, 7, 5}), {"Fewer than 13 points: mean and target only"}},
      {"equal", monthly(std::vector<std::optional<double>>(14, 7.0)), {"All values are equal"}},
      {"gap",
       monthly({50, 52, 49, 51, 50, 48, 51, {}, 50, 52, 49, 50, 51, 50}),
       {"1 gap: missing points are skipped, their neighbours count as consecutive"}},
      {"rebase", unmatched, {"No point at 2030-01-01: nothing is recalculated there"}},
      {"baseline", short_baseline, {"The baseline has too few points and is not applied"}},
  };
  for (const auto& tested : cases) {
    EXPECT_EQ(chart_in(plan_of(tested.series)).notes, tested.notes) << tested.name;
  }
}

TEST(ControlChart, WithFewPointsHasAMeanAndNoIcons) {
  const Plan plan = plan_of(monthly({5, 6, 7, 6}));
  const ControlChart& chart = chart_in(plan);
  EXPECT_FALSE(chart.icons.any());
  ASSERT_EQ(chart.lines.sections.size(), 1u);
  EXPECT_EQ(chart.lines.sections[0].mean_text, "6.0");  // few: one decimal more than its numbers
  EXPECT_FALSE(chart.lines.sections[0].upper);
  EXPECT_EQ(plan.slides[0].title, "Burglaries");
  EXPECT_FALSE(chart.axis.ticks.empty());
}

TEST(ControlChart, SharesEndAtNothingAndAtAHundredForDrawingOnly) {
  const auto share = [](double low, double high, Good good) {
    std::vector<std::optional<double>> values;
    for (int i = 0; i < 14; ++i) values.push_back(i % 2 ? high : low);
    model::Series series = monthly(values, good);
    series.unit = model::Unit::percent;
    return series;
  };
  const Plan high = plan_of(share(90, 99, Good::up));
  EXPECT_EQ(chart_in(high).lines.sections[0].upper, 100);
  EXPECT_EQ(chart_in(high).lines.sections[0].upper_text, "100%");
  model::Series low = share(1, 10, Good::down);
  low.targets = {target(0)};
  const Plan low_plan = plan_of(low);
  EXPECT_EQ(chart_in(low_plan).lines.sections[0].lower, 0);
  // The limit itself lies below: a target on the drawn one is not out of reach by that.
  EXPECT_EQ(chart_in(low_plan).icons.assurance->is, Assured::hit_or_miss);
}

TEST(ControlChart, ShowsGhostsBreaksAndUncertainPointsAndSaysWhatTheyAre) {
  model::Series series = monthly(quiet_then({50, 400, 51}));
  series.points[13].flags = {model::Flag::ghost};
  series.points[6].flags = {model::Flag::break_in_series};
  series.points[14].flags = {model::Flag::provisional};
  const Plan plan = plan_of(series);
  const ControlChart& chart = chart_in(plan);
  EXPECT_TRUE(chart.lines.points[13].ghost);
  EXPECT_EQ(chart.lines.points[13].cause, Cause::not_judged);
  EXPECT_FALSE(chart.lines.points[6].joined);
  EXPECT_TRUE(chart.lines.points[14].hollow);
  EXPECT_LT(*chart.lines.sections[0].upper, 100);  // without the ghost
  EXPECT_EQ(chart.key,
            (std::vector<std::string>{"Hollow: provisional", "Cross: left out of the limits",
                                      "Not joined: break in series"}));
}

TEST(ControlChart, ShowsAWindowOfAProcessThatIsJudgedWhole) {
  std::vector<std::optional<double>> values;
  for (int i = 0; i < 100; ++i) values.push_back(i < 60 ? 10 + i % 2 : 30 + i % 2);
  model::Board board;
  board.series = {monthly(values)};
  settings::Slide wanted = slide(Kind::control_chart, "process");
  wanted.series = "s";
  wanted.months = 24;
  const Plan windowed = plan_of(board, wanted);
  EXPECT_EQ(chart_in(windowed).lines.points.size(), 24u);
  EXPECT_EQ(chart_in(windowed).lines.sections[0].mean_text, "19");
  wanted.months = 72;
  wanted.from = date(2026, 1, 1);  // month 72: what lies before does not count
  const Plan from = plan_of(board, wanted);
  EXPECT_EQ(chart_in(from).lines.points.size(), 28u);
  EXPECT_EQ(chart_in(from).lines.sections[0].mean_text, "31");
}

TEST(ControlChart, ObeysTheMethodOfTheSettings) {
  const model::Series six_below = monthly(quiet_then({47, 46, 47, 46, 47, 46}));
  EXPECT_EQ(chart_in(plan_of(six_below)).icons.variation->is, Varied::improvement);
  settings::ControlCharts seven;
  seven.shift_points = 7;
  EXPECT_EQ(chart_in(plan_of(six_below, seven)).icons.variation->is, Varied::common);
  settings::ControlCharts nhsr;
  nhsr.profile = settings::ControlCharts::Profile::nhsr;
  EXPECT_TRUE(chart_in(plan_of(monthly({5, 6, 7, 6}), nhsr)).icons.variation);
}

TEST(ControlChart, IsSkippedWithTheReason) {
  model::Series none = monthly({{}, {}});
  EXPECT_EQ(plan_of(none).skipped.at(0).reason, "series s has no values");
  settings::Slide wanted = slide(Kind::control_chart, "process");
  wanted.series = "unknown";
  EXPECT_EQ(plan_of(model::Board{}, wanted).skipped.at(0).reason, "no feed has series unknown");
}

model::Kpi kpi_of(model::Id id, model::Id series) {
  model::Kpi kpi;
  kpi.id = std::move(id);
  kpi.title = "Burglaries";
  kpi.quantity = {.value = 50.0};
  kpi.good = Good::down;
  kpi.target = model::Target{.is = model::Target::Is::at_most, .value = 60};
  kpi.series = std::move(series);
  return kpi;
}

TEST(ControlChartSheet, HasARowForEachKpiWithASeries) {
  model::Board board;
  board.series = {monthly(quiet_then({90})), monthly({5, 6})};
  board.series[1].id = "short";
  board.kpis = {kpi_of("a", "s"), kpi_of("b", "short"), kpi_of("c", "nowhere"), kpi_of("d", "")};
  const Plan plan = plan_of(board, slide(Kind::control_charts, "sheet"));
  const auto& sheet = std::get<ControlCharts>(plan.slides.at(0).content);
  ASSERT_EQ(sheet.rows.size(), 3u);
  EXPECT_EQ(sheet.rows[0].value, "50");
  EXPECT_EQ(sheet.rows[0].rag.now, model::Rating::green);
  EXPECT_EQ(sheet.rows[0].icons.variation->is, Varied::concern);
  // The KPI's target serves a series that has none of its own.
  EXPECT_EQ(sheet.rows[0].icons.assurance->is, Assured::hit_or_miss);
  EXPECT_EQ(sheet.rows[1].note, "Fewer than 13 points");
  EXPECT_FALSE(sheet.rows[1].icons.any());
  EXPECT_EQ(sheet.rows[2].note, "No series");
  EXPECT_EQ(plan.slides[0].title, "1 of 1 concerning, none improving");
}

TEST(ControlChartSheet, RatingVariationAndAssuranceNeverFollowFromEachOther) {
  model::Board board;
  board.series = {monthly(quiet_then({90}))};
  board.kpis = {kpi_of("a", "s")};
  for (const auto rating : {model::Rating::green, model::Rating::red}) {
    board.kpis[0].rag.now = rating;
    const Plan plan = plan_of(board, slide(Kind::control_charts, "sheet"));
    const auto& row = std::get<ControlCharts>(plan.slides.at(0).content).rows.at(0);
    EXPECT_EQ(row.rag.now, rating);
    EXPECT_EQ(row.icons.variation->is, Varied::concern);
    EXPECT_EQ(row.icons.assurance->is, Assured::hit_or_miss);
  }
}

TEST(ProcessIcons, StandOnCardsAndTablesThatAskForThem) {
  model::Board board;
  board.series = {monthly(quiet_then({90}))};
  board.kpis = {kpi_of("a", "s")};
  for (const bool icons : {false, true}) {
    settings::Slide cards = slide(Kind::kpis, "cards");
    cards.icons = icons;
    const Plan card_plan = plan_of(board, cards);
    const auto& card = std::get<Kpis>(card_plan.slides.at(0).content).cards.at(0);
    EXPECT_EQ(card.icons.any(), icons);
    EXPECT_EQ(card_plan.slides[0].subtitle.find("H, L: special cause") != std::string::npos, icons);
    settings::Slide table = slide(Kind::kpi_table, "table");
    table.kpis = {"a"};
    table.icons = icons;
    const Plan table_plan = plan_of(board, table);
    EXPECT_EQ(std::get<KpiTable>(table_plan.slides.at(0).content).rows.at(0).icons.any(), icons);
  }
}

}  // namespace
}  // namespace present
