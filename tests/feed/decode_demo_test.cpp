// The demo feed against the report that it was made from.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "feed/decode.h"

namespace feed {
namespace {

using model::Direction;
using model::Good;
using model::Kpi;
using model::Rating;
using model::Target;
using model::Unit;
using model::Value;

class DemoFeed : public testing::Test {
 protected:
  void SetUp() override {
    std::ifstream stream(BLUELAMP_SOURCE_DIR "/assets/demo/2023-24-q1.json", std::ios::binary);
    ASSERT_TRUE(stream.is_open());
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    auto decoded = decode(bytes, "demo");
    ASSERT_TRUE(decoded.ok()) << decoded.error().detail;
    decoded_ = std::move(decoded).value();
  }

  const model::Board& board() const { return decoded_.board; }

  const Kpi& kpi(const std::string& id) const { return find(board().kpis, id); }

  template <class T>
  static const T& find(const std::vector<T>& things, const std::string& id) {
    const auto at =
        std::find_if(things.begin(), things.end(), [&](const T& thing) { return thing.id == id; });
    if (at != things.end()) return *at;
    ADD_FAILURE() << "no " << id;
    static const T nothing;
    return nothing;
  }

  Decoded decoded_;
};

TEST_F(DemoFeed, HasNothingToMend) {
  EXPECT_EQ(decoded_.complaints, base::Complaints{});
}

TEST_F(DemoFeed, SaysWhatItIs) {
  EXPECT_EQ(board().title, "Dorset Police and Crime Plan");
  EXPECT_EQ(board().organisation, "Dorset Police and Crime Commissioner");
  EXPECT_EQ(board().message, "");
  EXPECT_EQ(board().period.label, "Quarter 1 2023/24");
  EXPECT_EQ(board().period.from, base::parse_date("2023-04-01"));
  EXPECT_EQ(board().period.to, base::parse_date("2023-06-30"));
  EXPECT_EQ(board().previous_period.label, "Quarter 4 2022/23");
  EXPECT_EQ(board().generated_at, base::parse_timestamp("2023-09-20T09:00:00Z"));
  EXPECT_FALSE(board().next_due);  // a demo must not be late
  EXPECT_EQ(board().marking, "OFFICIAL");
}

TEST_F(DemoFeed, HasSixPrioritiesAndTheirThemes) {
  const struct {
    std::string id;
    std::string short_title;
    std::string ratings;  // of its themes, in order
  } rows[] = {
      {"p1", "Cut crime and ASB", "GAAGAG"},      {"p2", "Visible and connected", "GAG"},
      {"p3", "Violence and high harm", "GAAAGG"}, {"p4", "Rural crime", "GGAA"},
      {"p5", "Victims and communities", "GAAGA"}, {"p6", "Every penny counts", "AGGG"},
  };
  ASSERT_EQ(board().priorities.size(), std::size(rows));
  std::map<Rating, int> count;
  for (size_t i = 0; i < std::size(rows); ++i) {
    const model::Priority& priority = board().priorities[i];
    EXPECT_EQ(priority.id, rows[i].id);
    EXPECT_EQ(priority.number, static_cast<int>(i) + 1);
    EXPECT_EQ(priority.short_title, rows[i].short_title);
    EXPECT_EQ(priority.headlines.size(), 2u);
    ASSERT_TRUE(priority.spotlight);
    EXPECT_EQ(priority.spotlight->by, "Commissioner");
    ASSERT_TRUE(priority.spotlight->on);
    EXPECT_EQ(priority.spotlight->on->year() / priority.spotlight->on->month(),
              std::chrono::year{2023} / std::chrono::June);
    std::string ratings;
    for (const model::Theme& theme : priority.themes) {
      ratings += theme.rag.now == Rating::green ? 'G' : theme.rag.now == Rating::amber ? 'A' : '?';
      ++count[theme.rag.now.value_or(Rating::none)];
      // The report gives an earlier rating on the pages of priority 5 only.
      EXPECT_EQ(theme.rag.before.has_value(), priority.id == "p5") << theme.id;
    }
    EXPECT_EQ(ratings, rows[i].ratings) << priority.id;
  }
  EXPECT_EQ(count[Rating::green], 15);
  EXPECT_EQ(count[Rating::amber], 13);
  EXPECT_EQ(count.size(), 2u);
  EXPECT_EQ(find(board().priorities[4].themes, "victims-community").rag.before, Rating::amber);
  EXPECT_EQ(find(board().priorities[4].themes, "hate-crime").rag.before, Rating::green);
}

TEST_F(DemoFeed, HasAllMeasuresAndIndicators) {
  std::map<std::pair<std::string, Kpi::Role>, int> count;
  for (const Kpi& one : board().kpis) ++count[{one.priority, one.role}];
  const int indicators[] = {6, 6, 5, 2, 6, 5};
  for (int i = 0; i < 6; ++i) {
    const std::string priority = "p" + std::to_string(i + 1);
    EXPECT_EQ((count[{priority, Kpi::Role::measure}]), 3) << priority;
    EXPECT_EQ((count[{priority, Kpi::Role::indicator}]), indicators[i]) << priority;
  }
}

TEST_F(DemoFeed, FirstFiguresAreThoseOfTheHeadlines) {
  const char* const ids[] = {"999-answered", "101-answer", "good-job",
                             "officers",     "999-calls",  "asb-incidents"};
  std::vector<std::string> figures;
  for (const Kpi& one : board().kpis) {
    if (one.role == Kpi::Role::figure) figures.push_back(one.id);
  }
  ASSERT_GE(figures.size(), std::size(ids));
  for (size_t i = 0; i < std::size(ids); ++i) EXPECT_EQ(figures[i], ids[i]);
}

TEST_F(DemoFeed, FiguresAreAsPrinted) {
  constexpr auto kUp = Direction::up;
  constexpr auto kDown = Direction::down;
  constexpr auto kLevel = Direction::level;
  const struct {
    std::string id;
    Value value;
    Unit unit;
    Value also;
    std::optional<Direction> now;
    std::optional<Direction> before;
    std::optional<Rating> rag;
    std::optional<Good> good;
  } rows[] = {
      {"total-crime", -2.0, Unit::percent, {}, kDown, {}, {}, Good::down},
      {"opinion-crime", "TBC", Unit::count, {}, kUp, {}, {}, Good::up},
      {"officers-fte", 1401.7, Unit::count, {}, kUp, {}, {}, Good::up},
      {"999-10s", 86.3, Unit::percent, {}, kUp, {}, {}, Good::up},
      {"domestic-abuse-reports", {}, Unit::count, {}, kUp, {}, {}, Good::neither},
      {"effectiveness", "ADQ.", Unit::count, {}, {}, {}, {}, {}},
      {"opinion-rural", 65.86, Unit::percent, {}, kUp, {}, {}, Good::up},
      {"victim-satisfaction", 65.0, Unit::percent, {}, kLevel, {}, {}, Good::up},
      {"national-funds", 731.0, Unit::pounds_thousands, {}, kUp, {}, {}, Good::up},
      {"budget-forecast", "see finance", Unit::count, {}, {}, {}, {}, {}},
      {"burglary-dwelling", 10.0, Unit::percent, 24.0, kUp, kUp, {}, Good::down},
      {"ksi", -12.1, Unit::percent, {}, kDown, kDown, {}, Good::down},
      {"asb-ytd", -19.0, Unit::percent, -998.0, kDown, kDown, {}, Good::down},
      {"feeling-safe", 91.0, Unit::percent, {}, kLevel, kLevel, {}, Good::up},
      {"101-average", 12.3, Unit::minutes, {}, kDown, {}, {}, Good::down},
      {"domestic-abuse-crimes", -5.0, Unit::percent, 45.0, kDown, {}, {}, Good::neither},
      {"violence-person", 1.2, Unit::percent, 63.0, kLevel, {}, {}, Good::down},
      {"engagement-events", 131.0, Unit::percent, 37.0, kLevel, {}, {}, Good::up},
      {"victim-support-cases", 3387.0, Unit::count, {}, kUp, {}, Rating::green, Good::neither},
      {"victims-bureau", 5038.0, Unit::count, {}, kDown, {}, Rating::green, Good::neither},
      {"hate-crime-recorded", -5.8, Unit::percent, -14.0, kDown, {}, Rating::amber, Good::neither},
      {"hate-incidents", -7.7, Unit::percent, -6.0, kDown, {}, Rating::red, Good::neither},
      {"business-crime", 10.1, Unit::percent, 333.0, kUp, {}, Rating::red, Good::down},
      {"spend-victims", 2.0, Unit::pounds_millions, {}, kUp, {}, Rating::green, Good::neither},
      {"absence-officers", 2.69, Unit::ratio, {}, kUp, {}, {}, Good::down},
      {"999-answered", 86.9, Unit::percent, {}, {}, {}, {}, Good::up},
      {"101-answer", 13.1, Unit::minutes, {}, {}, {}, {}, Good::down},
      {"999-calls", 53623.0, Unit::count, {}, {}, {}, {}, Good::neither},
      {"asb-incidents", -26.0, Unit::percent, {}, kDown, {}, {}, Good::down},
  };
  for (const auto& row : rows) {
    const Kpi& one = kpi(row.id);
    EXPECT_EQ(one.quantity.value, row.value) << row.id;
    EXPECT_EQ(one.quantity.unit, row.unit) << row.id;
    EXPECT_EQ(one.also ? one.also->value : Value(), row.also) << row.id;
    EXPECT_EQ(one.direction.now, row.now) << row.id;
    EXPECT_EQ(one.direction.before, row.before) << row.id;
    EXPECT_EQ(one.rag.now, row.rag) << row.id;
    EXPECT_EQ(one.good, row.good) << row.id;
  }
}

TEST_F(DemoFeed, TargetsAndChangesAreAsPrinted) {
  EXPECT_EQ(kpi("total-crime").target, (Target{Target::Is::down, 0, "", {}}));
  EXPECT_EQ(kpi("999-10s").target, (Target{Target::Is::at_least, 90, "", {}}));
  EXPECT_EQ(kpi("effectiveness").target, (Target{Target::Is::text, 0, "ADQ.", {}}));
  EXPECT_EQ(kpi("good-job").target, (Target{Target::Is::at_least, 80, "", {}}));
  EXPECT_FALSE(kpi("101-answer").target);
  const auto change = [](double value, Unit unit) {
    return model::Quantity{value, unit, std::nullopt, true};
  };
  EXPECT_EQ(kpi("999-answered").change, change(6.3, Unit::points));
  EXPECT_EQ(kpi("101-answer").change, change(-4.4, Unit::minutes));
  EXPECT_EQ(kpi("officers").change, change(13.7, Unit::percent));
  EXPECT_EQ(kpi("999-calls").change, change(13.8, Unit::percent));
  EXPECT_FALSE(kpi("good-job").change);
  ASSERT_TRUE(kpi("999-answered").previous);
  EXPECT_EQ(kpi("999-answered").previous->label, "last year");
  EXPECT_EQ(kpi("999-answered").previous->quantity.value, Value());
  EXPECT_TRUE(kpi("total-crime").quantity.is_signed);
  EXPECT_FALSE(kpi("999-10s").quantity.is_signed);
}

TEST_F(DemoFeed, ReferencesLeadSomewhere) {
  for (const Kpi& one : board().kpis) {
    bool theme_known = one.theme.empty();
    bool priority_known = one.priority.empty();
    for (const model::Priority& priority : board().priorities) {
      if (priority.id != one.priority) continue;
      priority_known = true;
      for (const model::Theme& theme : priority.themes) theme_known |= theme.id == one.theme;
    }
    EXPECT_TRUE(priority_known && theme_known) << one.id;
  }
}

TEST_F(DemoFeed, HasTheMonthlySeries) {
  const model::Series& series = find(board().series, "driver-ksi");
  EXPECT_EQ(series.title, "Car drivers killed or seriously injured");
  EXPECT_EQ(series.every, model::Interval::month);
  ASSERT_EQ(series.points.size(), 192u);
  EXPECT_EQ(series.points.front(), (model::Point{*base::parse_series_key("1969-01"), 1687, {}}));
  EXPECT_EQ(series.points.back(), (model::Point{*base::parse_series_key("1984-12"), 1763, {}}));
  double last_year = 0;
  for (size_t i = 180; i < 192; ++i) last_year += series.points[i].value.value_or(0);
  EXPECT_EQ(last_year, 16421);
  ASSERT_EQ(series.events.size(), 1u);
  EXPECT_EQ(series.events[0], (model::Event{*base::parse_date("1983-01-31"), "Seat belts",
                                            "compulsory, 31 Jan 1983"}));
  ASSERT_EQ(series.targets.size(), 2u);
  EXPECT_EQ(series.targets[0],
            (model::TargetSpan{base::parse_date("1979-01-01"), base::parse_date("1984-12-31"),
                               15500, true, "illustrative"}));
  EXPECT_EQ(series.targets[1],
            (model::TargetSpan{base::parse_date("1979-01-01"), base::parse_date("1984-12-31"), 1292,
                               false, "illustrative"}));
  EXPECT_EQ(
      series.rebase,
      (std::vector<model::Rebase>{{*base::parse_date("1983-02-01"), "Seat belts compulsory"}}));
  EXPECT_EQ(board().series.size(), 7u);  // and those about young people
  EXPECT_EQ(find(board().series, "youth-offences-by-year").points.back().value, 531);
}

TEST_F(DemoFeed, HasTheFinanceTables) {
  ASSERT_EQ(board().tables.size(), 4u);
  const model::Table& revenue = find(board().tables, "revenue");
  EXPECT_EQ(revenue.unit, Unit::pounds_thousands);
  EXPECT_EQ(revenue.variance, model::Table::Variance::favourable_positive);
  ASSERT_EQ(revenue.rows.size(), 9u);
  EXPECT_EQ(revenue.rows[1].cells,
            (std::vector<Value>{135821.0, 135859.0, 34747.0, 139270.0, -3411.0}));
  EXPECT_EQ(revenue.rows[1].ref, "R2");
  EXPECT_EQ(revenue.rows.back().title, "Net budget");
  EXPECT_EQ(revenue.rows.back().weight, model::Row::Weight::total);
  EXPECT_EQ(revenue.rows.back().cells.back(), Value(-2124.0));
  EXPECT_TRUE(find(board().tables, "reserves").lines_left_out);
  // Lines add up to their totals, except where the report rounds: by a thousand at most.
  for (const char* id : {"revenue", "capital"}) {
    const model::Table& table = find(board().tables, id);
    for (size_t column = 0; column < table.columns.size(); ++column) {
      double sum = 0;
      for (const model::Row& row : table.rows) {
        const double cell = std::get<double>(row.cells[column]);
        if (row.weight == model::Row::Weight::line) {
          sum += cell;
        } else {
          EXPECT_NEAR(cell, sum, 1) << id << ' ' << row.title << ' ' << table.columns[column].title;
        }
      }
    }
  }
}

TEST_F(DemoFeed, HasTheForwardPlan) {
  ASSERT_EQ(board().agenda.size(), 4u);
  EXPECT_EQ(board().agenda[1].on, base::parse_date("2023-12-14"));
  EXPECT_EQ(board().agenda[1].items.size(), 4u);
  EXPECT_EQ(board().agenda[1].items[1].priority, "p5");
  EXPECT_FALSE(board().agenda[3].on);
}

}  // namespace
}  // namespace feed
