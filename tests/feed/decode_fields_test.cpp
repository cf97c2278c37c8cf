// A good document field by field, and the words of the format one by one.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "feed/decode.h"

namespace feed {
namespace {

using namespace model;

Board board_of(const std::string& members) {
  const auto decoded = decode(R"({"format": "bluelamp-board/1", )" + members + "}", "test");
  EXPECT_TRUE(decoded.ok()) << members;
  return decoded ? decoded.value().board : Board();
}

Kpi kpi_of(const std::string& members) {
  const Board board = board_of(R"("kpis": [{"id": "k", "title": "K", )" + members + "}]");
  EXPECT_EQ(board.kpis.size(), 1u) << members;
  return board.kpis.empty() ? Kpi() : board.kpis[0];
}

Series series_of(const std::string& members) {
  const Board board = board_of(R"("series": [{"id": "s", "title": "S", )" + members + "}]");
  EXPECT_EQ(board.series.size(), 1u) << members;
  return board.series.empty() ? Series() : board.series[0];
}

Date date(const char* text) {
  return base::parse_date(text).value();
}

TEST(DecodeFields, ReadsEverything) {
  std::ifstream stream(BLUELAMP_SOURCE_DIR "/tests/data/feeds/good/everything.json");
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const auto decoded = decode(bytes, "test");
  ASSERT_TRUE(decoded.ok());
  Board want;
  want.organisation = "Office";
  want.title = "Plan";
  want.message = "All is well";
  want.period = {"Q1 2023/24", date("2023-04-01"), date("2023-06-30")};
  want.previous_period = {"Q4 2022/23", {}, {}};
  want.generated_at = base::parse_timestamp("2023-09-20T09:00:00Z");
  want.next_due = date("2023-12-14");
  want.marking = "OFFICIAL";

  const Theme theme{"service", "Customer Service",
                    "Service", {Rating::green, Rating::amber},
                    "Better",  {{"H", ""}},
                    {"A"},     {"I"},
                    {"R"},     {"C"}};
  want.priorities = {{"p2",
                      2,
                      "More Visible",
                      "Visible",
                      "A. Lead",
                      "Seen more",
                      {{"One", ""}, {"Two", "More"}},
                      Spotlight{"We listen.", "Commissioner", date("2023-06-16")},
                      {"Trust"},
                      {"Money"},
                      {theme}}};

  Kpi kpi;
  kpi.id = "999-10s";
  kpi.priority = "p2";
  kpi.theme = "service";
  kpi.title = "999 calls answered within 10 seconds";
  kpi.short_title = "999 in 10 s";
  kpi.role = Kpi::Role::measure;
  kpi.quantity = {86.3, Unit::percent, 1, false};
  kpi.also = Quantity{12.0, Unit::count, 0, true};
  kpi.good = Good::up;
  kpi.target = Target{Target::Is::at_least, 90, "", 0};
  kpi.previous = Comparator{{80.6, Unit::percent, 1, false}, "last year"};
  kpi.change = Quantity{5.7, Unit::points, 1, true};
  kpi.rank = model::Rank{3, 4, 8, "in the group", 2};
  kpi.period = {"Q1", date("2023-04-01"), date("2023-06-30")};
  kpi.baseline = "2019";
  kpi.rag = {Rating::amber, Rating::red};
  kpi.direction = {Direction::up, Direction::level};
  kpi.parent = "calls";
  kpi.series = "ksi";
  kpi.flags = {Flag::provisional};
  kpi.note = "Note";
  kpi.source = "Source";
  kpi.marking = "OFFICIAL";
  want.kpis = {kpi};

  Series series;
  series.id = "ksi";
  series.title = "Killed or seriously injured";
  series.message = "Fewer";
  series.detail = "County, by month";
  series.decimals = 0;
  series.good = Good::down;
  series.points = {{date("2013-04-01"), 33, {}},
                   {date("2013-05-01"), {}, {}},
                   {date("2013-06-01"), 41, {Flag::provisional, Flag::break_in_series}},
                   {date("2013-07-01"), 90, {Flag::ghost}}};
  series.targets = {{date("2013-01-01"), date("2013-12-31"), 29, true, "illustrative"}};
  series.events = {{date("2013-05-17"), "Inquiry", "published"}};
  series.rebase = {{date("2013-05-01"), ""}, {date("2013-06-01"), "Counted anew"}};
  series.baseline = 12;
  series.with = {"ksi-repeat"};
  series.source = "Source";
  series.marking = "OFFICIAL";
  want.series = {series};

  want.commitments = {{"072", "p2", "service", "Answer", {Rating::complete, Rating::none}, true}};
  want.areas = {{.title = "Purbeck",
                 .kpi = "total-crime",
                 .change = 95,
                 .percent = 12.3,
                 .limits = Area::Limits::within,
                 .rag = {Rating::red, Rating::green},
                 .series = "ksi",
                 .lower = 1,
                 .mean = 2.5,
                 .upper = 4,
                 .note = "Thefts"}};
  want.commitments_total = 113;
  want.area_groups = {{"total-crime", "sections", 11, "Few rose", "On last year"}};
  want.contacts = {{"Emergency?", "Call 999"}};
  want.tables = {
      {.id = "revenue",
       .title = "Revenue",
       .message = "Over",
       .unit = Unit::pounds_thousands,
       .variance = Table::Variance::favourable_positive,
       .lines_left_out = true,
       .zero_in_brackets = true,
       .detail = "Year end",
       .columns = {{"Budget", Column::Kind::budget},
                   {"Variance", Column::Kind::variance, Column::Brackets::adverse, "Year end"}},
       .rows = {{"Income", {-24885.0, 1709.0}, Row::Weight::line, "R1"},
                {"Grants", {Value("–"), Value()}, Row::Weight::subtotal, ""},
                {"Net budget", {162874.0, -2124.0}, Row::Weight::total, ""}},
       .notes = {{"R1", "More income"}},
       .callout = model::Callout{Rating::red, "Below the minimum", "of 3%"},
       .marking = "OFFICIAL"}};
  want.agenda = {{date("2023-12-14"),
                  "Panel",
                  {{"Quarter 2", "p2", AgendaItem::Status::confirmed, "A. Lead"}}},
                 {{}, "Later", {}}};
  want.notices = {{.id = "n1",
                   .level = Notice::Level::urgent,
                   .style = Notice::Style::full,
                   .text = "Leave",
                   .detail = "By the stairs",
                   .lines = {{"Meet", "Car park"}},
                   .by = "Duty officer",
                   .from = base::parse_timestamp("2023-09-20T09:00:00Z"),
                   .until = base::parse_timestamp("2023-09-20T10:00:00Z").value()}};

  const Board& board = decoded.value().board;
  EXPECT_EQ(board.priorities, want.priorities);
  EXPECT_EQ(board.kpis, want.kpis);
  EXPECT_EQ(board.series, want.series);
  EXPECT_EQ(board.tables, want.tables);
  EXPECT_EQ(board, want);
}

TEST(DecodeFields, Values) {
  const struct {
    const char* json;
    Value value;
  } rows[] = {
      {"5", 5.0},
      {"-0.5", -0.5},
      {"9223372036854775808", Value()},  // beyond what a figure may be
      {"1e15", 1e15},
      {"1e16", Value()},
      {"1e-400", 0.0},
      {"\"TBC\"", "TBC"},
      {"\"86.3\"", "86.3"},
      {"\"  \"", Value()},
      {"\"\"", Value()},
      {"null", Value()},
      {"false", Value()},
      {"[5]", Value()},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(kpi_of(std::string("\"value\": ") + row.json).quantity.value, row.value) << row.json;
  }
}

TEST(DecodeFields, Ratings) {
  const struct {
    const char* word;
    std::optional<Rating> rating;
  } rows[] = {
      {"red", Rating::red},
      {"amber", Rating::amber},
      {"green", Rating::green},
      {"amber/red", Rating::amber_red},
      {"red/amber", Rating::amber_red},
      {"amber/green", Rating::amber_green},
      {"green/amber", Rating::amber_green},
      {"blue", Rating::complete},
      {"complete", Rating::complete},
      {"grey", Rating::none},
      {"none", Rating::none},
      {"R", Rating::red},
      {"a", Rating::amber},
      {"G", Rating::green},
      {"GREEN", Rating::green},
      {" Amber ", Rating::amber},
      {"orange", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& row : rows) {
    const std::string rag = std::string(R"("rag": {"now": ")") + row.word + R"("})";
    EXPECT_EQ(kpi_of(rag).rag.now, row.rating) << row.word;
    EXPECT_EQ(kpi_of(rag).rag.before, std::nullopt) << row.word;
  }
}

TEST(DecodeFields, Units) {
  const char* const words[] = {"count",        "percent",    "points",  "gbp",   "gbp-thousands",
                               "gbp-millions", "seconds",    "minutes", "hours", "days",
                               "per-1000",     "per-100000", "rank",    "ratio"};
  for (size_t i = 0; i < std::size(words); ++i) {
    const Kpi kpi = kpi_of(R"("value": 5, "unit": ")" + std::string(words[i]) + '"');
    EXPECT_EQ(static_cast<size_t>(kpi.quantity.unit), i) << words[i];
    EXPECT_EQ(kpi.quantity.value, Value(5.0)) << words[i];
  }
  // A number whose unit is unknown is unknown; a text needs none.
  EXPECT_EQ(kpi_of(R"("value": 5, "unit": "parsecs")").quantity.value, Value());
  EXPECT_EQ(kpi_of(R"("value": "TBC", "unit": "parsecs")").quantity.value, Value("TBC"));
}

TEST(DecodeFields, Directions) {
  EXPECT_EQ(kpi_of(R"("direction": {"now": "up", "before": "down"})").direction,
            (NowBefore<Direction>{Direction::up, Direction::down}));
  EXPECT_EQ(kpi_of(R"("direction": {"now": "level", "before": "none"})").direction,
            (NowBefore<Direction>{Direction::level, std::nullopt}));
  EXPECT_EQ(kpi_of(R"("good": "neither")").good, Good::neither);
}

TEST(DecodeFields, Targets) {
  using Is = Target::Is;
  const struct {
    const char* json;
    std::optional<Target> target;
  } rows[] = {
      {R"("ADQ.")", Target{Is::text, 0, "ADQ.", {}}},
      {R"("")", std::nullopt},
      {"null", std::nullopt},
      {R"({"is": ">=", "value": 90})", Target{Is::at_least, 90, "", {}}},
      {R"({"is": "≥", "value": 25.5, "decimals": 1})", Target{Is::at_least, 25.5, "", 1}},
      {R"({"is": "<=", "value": 2})", Target{Is::at_most, 2, "", {}}},
      {R"({"is": "≤", "value": 0})", Target{Is::at_most, 0, "", {}}},
      {R"({"is": ">", "value": 1})", Target{Is::above, 1, "", {}}},
      {R"({"is": "<", "value": 1})", Target{Is::below, 1, "", {}}},
      {R"({"is": "=", "value": 1})", Target{Is::equal, 1, "", {}}},
      {R"({"is": "up"})", Target{Is::up, 0, "", {}}},
      {R"({"is": "down"})", Target{Is::down, 0, "", {}}},
      {R"({"is": "level"})", Target{Is::level, 0, "", {}}},
      {R"({"is": ">="})", std::nullopt},
      {R"({"is": ">=", "value": null})", std::nullopt},
      {R"({"is": ">=", "value": "90"})", std::nullopt},
      {R"({"is": "around", "value": 90})", std::nullopt},
      {R"({"value": 90})", std::nullopt},
      {"90", std::nullopt},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(kpi_of(std::string("\"target\": ") + row.json).target, row.target) << row.json;
  }
}

TEST(DecodeFields, WhatAChangeTakesFromItsKpi) {
  EXPECT_EQ(kpi_of(R"("unit": "percent", "change": {"value": 2})").change,
            (Quantity{2.0, Unit::points, {}, true}));
  EXPECT_EQ(kpi_of(R"("unit": "minutes", "change": {"value": 2, "signed": false})").change,
            (Quantity{2.0, Unit::minutes, {}, false}));
  EXPECT_EQ(kpi_of(R"("unit": "minutes", "previous": {"value": 2})").previous,
            (Comparator{{2.0, Unit::minutes, {}, false}, ""}));
  EXPECT_EQ(kpi_of(R"("unit": "minutes", "previous": {"label": "last year"})").previous,
            (Comparator{{Value(), Unit::minutes, {}, false}, "last year"}));
  EXPECT_EQ(kpi_of(R"("previous": {}, "change": {"value": null})").previous, std::nullopt);
  EXPECT_EQ(kpi_of(R"("change": {"value": null})").change, std::nullopt);
  EXPECT_EQ(kpi_of(R"("unit": "percent", "signed": true, "also": {"value": 7})").also,
            (Quantity{7.0, Unit::count, {}, true}));
}

TEST(DecodeFields, PeriodsAndBaselines) {
  EXPECT_EQ(kpi_of(R"("period": "YTD")").period, (Period{"YTD", {}, {}}));
  EXPECT_EQ(kpi_of(R"("period": {"to": "2024-02-29"})").period,
            (Period{"", {}, date("2024-02-29")}));
  EXPECT_EQ(kpi_of(R"("baseline": 2019)").baseline, "2019");
}

TEST(DecodeFields, PointsInOrderOnce) {
  const struct {
    const char* every;
    const char* points;
    std::vector<Point> want;
  } rows[] = {
      {"month",
       R"(["2013-06", 3], ["2013-04", 1], ["2013-05", null])",
       {{date("2013-04-01"), 1, {}}, {date("2013-05-01"), {}, {}}, {date("2013-06-01"), 3, {}}}},
      {"month",
       R"(["2013-04", 1], ["2013-04-30", 2], ["2013-04", 3])",
       {{date("2013-04-01"), 1, {}}}},
      {"day",
       R"(["2013-04-02", 2], ["2013-04-01", 1])",
       {{date("2013-04-01"), 1, {}}, {date("2013-04-02"), 2, {}}}},
      {"year",
       R"(["2013", 2], ["2014-04", 3])",
       {{date("2013-01-01"), 2, {}}, {date("2014-04-01"), 3, {}}}},
      {"quarter", R"(["2013-04", 2])", {{date("2013-04-01"), 2, {}}}},
      {"week", R"(["2013-04-08", 2])", {{date("2013-04-08"), 2, {}}}},
      {"month",
       R"(["2013-04"], ["2013-05", "x"], ["2013-06", 1, "p", "p", "low"])",
       {{date("2013-04-01"), {}, {}},
        {date("2013-05-01"), {}, {}},
        {date("2013-06-01"), 1, {Flag::provisional, Flag::low}}}},
  };
  for (const auto& row : rows) {
    const Series series = series_of(std::string(R"("every": ")") + row.every + R"(", "points": [)" +
                                    row.points + "]");
    EXPECT_EQ(series.points, row.want) << row.every << ' ' << row.points;
  }
}

TEST(DecodeFields, SpansEndOnTheirLastDay) {
  const struct {
    const char* to;
    const char* last;
  } rows[] = {{"2013", "2013-12-31"}, {"2012-02", "2012-02-29"}, {"2013-04-17", "2013-04-17"}};
  for (const auto& row : rows) {
    const Series series =
        series_of(std::string(R"("targets": [{"value": 1, "to": ")") + row.to + "\"}]");
    ASSERT_EQ(series.targets.size(), 1u);
    EXPECT_EQ(series.targets[0].to, date(row.last)) << row.to;
  }
}

// What is left out of a list takes nothing else with it.
TEST(DecodeFields, WrongItemsSpoilOnlyThemselves) {
  const Board board = board_of(
      R"("kpis": [5, {"id": "a", "title": "A"}, {"title": "B"}, {"id": "c", "title": "C"}, null],
         "series": [{"id": "s", "title": "S", "points": [["x", 1], ["2013-04", 2]]}],
         "notices": [{"id": "n", "text": "No end"}])");
  ASSERT_EQ(board.kpis.size(), 2u);
  EXPECT_EQ(board.kpis[1].id, "c");
  ASSERT_EQ(board.series.size(), 1u);
  EXPECT_EQ(board.series[0].points.size(), 1u);
  EXPECT_TRUE(board.notices.empty());
}

TEST(DecodeFields, FirstOfEqualIdsWins) {
  std::ifstream stream(BLUELAMP_SOURCE_DIR "/tests/data/feeds/good/same-ids.json");
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const auto decoded = decode(bytes, "test");
  ASSERT_TRUE(decoded.ok());
  const Board& board = decoded.value().board;
  ASSERT_EQ(board.priorities.size(), 1u);
  EXPECT_EQ(board.priorities[0].title, "First");
  ASSERT_EQ(board.priorities[0].themes.size(), 1u);
  EXPECT_EQ(board.priorities[0].themes[0].title, "First");
  ASSERT_EQ(board.kpis.size(), 1u);
  EXPECT_EQ(board.kpis[0].title, "First of another kind");
  ASSERT_EQ(board.series.size(), 1u);
  EXPECT_EQ(board.series[0].title, "First");
  ASSERT_EQ(board.tables.size(), 1u);
  EXPECT_EQ(board.tables[0].title, "First");
  ASSERT_EQ(board.notices.size(), 1u);
  EXPECT_EQ(board.notices[0].text, "First");
}

}  // namespace
}  // namespace feed
