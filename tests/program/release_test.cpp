// From document to glass: what may not be shown is in no text of any slide, whatever the kind.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "present/plan.h"
#include "program/board_parts.h"
#include "program/explain.h"
#include "program/explain_slide.h"
#include "support/boards.h"

namespace program {
namespace {

using Kind = settings::Slide::Kind;
using model::Unit;
using nlohmann::ordered_json;

// Numbers below this are small: five digits, so that none can be mistaken for a page or a year.
constexpr int kSmall = 50'000;

settings::Slide with(settings::Slide slide, void (*change)(settings::Slide&)) {
  change(slide);
  return slide;
}

settings::Settings every_kind(settings::Audience audience) {
  using support::slide;
  settings::Settings settings;
  settings.screen.audience = audience;
  for (const Kind kind :
       {Kind::overview, Kind::kpis, Kind::priority, Kind::theme, Kind::headlines, Kind::spotlight,
        Kind::kpi_table, Kind::commitments, Kind::rag_grid, Kind::exceptions, Kind::finance,
        Kind::response, Kind::rank, Kind::forward_plan}) {
    settings.slides.push_back(slide(kind, "kind-" + std::to_string(static_cast<int>(kind))));
  }
  settings.slides.push_back(
      with(slide(Kind::trend, "trend"), [](auto& trend) { trend.series = "s0"; }));
  settings.slides.push_back(with(slide(Kind::chart, "chart"), [](auto& chart) {
    chart.series_as_bars = {"s0", "s1"};
    chart.rolling = {12};
  }));
  settings.slides.push_back(with(slide(Kind::kpis, "all"), [](auto& kpis) {
    for (int i = 0; i < 12; ++i) kpis.kpis.push_back("k" + std::to_string(i));
  }));
  settings.slides.push_back(with(slide(Kind::response, "bullets"), [](auto& response) {
    for (int i = 0; i < 12; ++i) response.kpis.push_back("k" + std::to_string(i));
  }));
  return settings;
}

// A made-up plan whose every number and text is unlike every other.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  model::Board board() {
    model::Board board = support::plan_board();
    board.marking = "PUBLIC";
    for (int i = 0; i < 12; ++i) board.kpis.push_back(kpi("k" + std::to_string(i)));
    // A family: the first is the sum of the next three, and the fifth a rate of it.
    for (int i = 2; i <= 4; ++i) board.kpis[size_t(i)].parent = "k0";
    board.kpis[1].quantity.value =
        value(board.kpis[2]) + value(board.kpis[3]) + value(board.kpis[4]);
    board.kpis[5].parent = "k0";
    board.kpis[5].quantity = {.value = 12.5, .unit = Unit::percent};
    for (int i = 0; i < 2; ++i) board.series.push_back(series("s" + std::to_string(i)));
    board.kpis[6].series = "s0";
    board.tables.push_back(table());
    for (int i = 0; i < 5; ++i) board.areas.push_back(area("Area " + std::to_string(i)));
    return board;
  }

  double number() {
    for (;;) {
      const int made = std::uniform_int_distribution(10'000, 99'999)(random_);
      if (given_.insert(made).second) return made;
    }
  }

 private:
  static double value(const model::Kpi& kpi) { return std::get<double>(kpi.quantity.value); }

  model::Kpi kpi(const std::string& id) {
    model::Kpi kpi;
    kpi.id = id;
    kpi.title = "Figure " + id;
    kpi.priority = "p4";
    kpi.role = id.back() % 2 ? model::Kpi::Role::indicator : model::Kpi::Role::measure;
    kpi.quantity = {.value = number()};
    kpi.good = model::Good::down;
    kpi.target = model::Target{.is = model::Target::Is::at_most, .value = 100'000};
    kpi.previous = model::Comparator{{.value = number()}, "last year"};
    kpi.change = model::Quantity{
        .value = value(kpi) - std::get<double>(kpi.previous->quantity.value), .is_signed = true};
    kpi.note = "of which " + std::to_string(int(value(kpi))) + " in one street";
    kpi.rank = model::Rank{.place = 2, .before = 3, .of = 8, .target = 3};
    return kpi;
  }

  model::Series series(const std::string& id) {
    model::Series series;
    series.id = id;
    series.title = "Series " + id;
    model::Date at = support::date(2021, 4, 1);
    for (int i = 0; i < 27; ++i) {
      series.points.push_back({at, number(), {}});
      at += std::chrono::months{1};
    }
    series.message = "Now at " + std::to_string(int(*series.points.back().value));
    return series;
  }

  model::Table table() {
    model::Table table;
    table.id = "t";
    table.title = "Officers";
    table.columns = {{.title = "North"}, {.title = "South"}, {.title = "All"}};
    double north = 0, south = 0;
    for (int i = 0; i < 5; ++i) {
      const double a = number(), b = number();
      north += a;
      south += b;
      table.rows.push_back({.title = "Row " + std::to_string(i), .cells = {a, b, a + b}});
    }
    table.rows.push_back({.title = "Total",
                          .cells = {north, south, north + south},
                          .weight = model::Row::Weight::total});
    return table;
  }

  model::Area area(const std::string& title) {
    const double before = number(), now = number();
    return {.title = title,
            .kpi = "k7",
            .change = now - before,
            .percent = (now - before) / before * 100};
  }

  std::mt19937 random_;
  std::set<int> given_;
};

// Every small count that a document gives.
std::set<int> small_counts(const model::Board& board) {
  std::set<int> small;
  const auto add = [&](double count) {
    if (count < kSmall) small.insert(int(count));
  };
  for (const auto& kpi : board.kpis) {
    if (kpi.quantity.unit != Unit::count) continue;
    add(std::get<double>(kpi.quantity.value));
    if (kpi.previous) add(std::get<double>(kpi.previous->quantity.value));
  }
  for (const auto& series : board.series) {
    for (const auto& point : series.points) add(*point.value);
  }
  for (const auto& row : board.tables[0].rows) {
    for (const auto& cell : row.cells) add(std::get<double>(cell));
  }
  return small;
}

// The numbers that stand in a text, with or without commas.
void read_numbers(const std::string& text, std::set<int>& numbers) {
  std::string digits;
  const auto finish = [&] {
    if (digits.size() == 5) numbers.insert(std::stoi(digits));
    digits.clear();
  };
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != ',' || digits.empty()) {
      finish();
    }
  }
  finish();
}

void read_numbers(const ordered_json& json, std::set<int>& numbers) {
  if (json.is_string()) {
    read_numbers(json.get_ref<const std::string&>(), numbers);
  } else if (json.is_number()) {
    const double number = json.get<double>();
    if (number >= 10'000 && number <= 99'999) numbers.insert(int(number));
  } else if (json.is_structured()) {
    for (const auto& member : json) read_numbers(member, numbers);
  }
}

model::FeedSnapshot released(const settings::Settings& settings, model::Board board) {
  model::Released left = release_for(settings)(std::move(board));
  auto feed = support::fetched("plan", std::move(left.board));
  feed.withheld = std::move(left.withheld);
  return feed;
}

ordered_json explained(const settings::Settings& settings, const model::FeedSnapshot& feed) {
  return ordered_json::parse(explanation(settings, {{feed}, 1}, {support::noon(), true}, {}));
}

TEST(Release, NoSlideSaysASmallNumber) {
  auto settings = every_kind(settings::Audience::public_screen);
  settings.rules.suppress_below = kSmall;
  int withheld = 0;
  int shown = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    const model::Board board = Maker(seed).board();
    const std::set<int> small = small_counts(board);
    const auto feed = released(settings, board);
    withheld += static_cast<int>(feed.withheld.size());
    const ordered_json document = explained(settings, feed);
    std::set<int> said;
    read_numbers(document["slides"], said);
    read_numbers(document["kpis"], said);
    shown += static_cast<int>(said.size());
    for (const int number : small) {
      EXPECT_FALSE(said.contains(number)) << number << " is shown, seed " << seed;
    }
  }
  EXPECT_GT(withheld, 60 * 20);  // or the test would prove nothing
  EXPECT_GT(shown, 60 * 5);
}

// The same by arithmetic: no equation of the document lacks exactly one number.
TEST(Release, NoTotalLessItsPartsIsASmallNumber) {
  auto settings = every_kind(settings::Audience::public_screen);
  settings.rules.suppress_below = kSmall;
  for (unsigned seed = 0; seed < 60; ++seed) {
    const auto feed = released(settings, Maker(seed).board());
    const auto& rows = feed.board->tables[0].rows;
    const auto hidden = [](const model::Value& value) {
      return !std::holds_alternative<double>(value);
    };
    for (const auto& row : rows) {
      EXPECT_NE(std::count_if(row.cells.begin(), row.cells.end(), hidden), 1) << "seed " << seed;
    }
    for (size_t column = 0; column < 3; ++column) {
      EXPECT_NE(std::count_if(rows.begin(), rows.end(),
                              [&](const auto& row) { return hidden(row.cells[column]); }),
                1)
          << "seed " << seed;
    }
    int of_family = 0;
    for (size_t i = 1; i <= 4; ++i) of_family += hidden(feed.board->kpis[i].quantity.value);
    EXPECT_NE(of_family, 1) << "seed " << seed;
    if (hidden(feed.board->kpis[1].quantity.value)) {
      EXPECT_TRUE(hidden(feed.board->kpis[5].quantity.value)) << "seed " << seed;
    }
  }
}

TEST(Release, NoSlideSaysAWordOfWhatIsMarkedTooHigh) {
  const char* const markings[] = {"PUBLIC", "OFFICIAL", "OFFICIAL-SENSITIVE", "", "RESTRICTED"};
  const auto settings = every_kind(settings::Audience::staff);
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    Maker maker(static_cast<unsigned>(round));
    model::Board board = maker.board();
    const auto any = [&] { return markings[std::uniform_int_distribution(0, 4)(random)]; };
    board.marking = any();
    board.title = "Document words";
    std::vector<std::string> forbidden;
    const auto may_show = [&](std::string marking) {
      if (marking.empty()) marking = board.marking;
      return marking == "PUBLIC" || marking == "OFFICIAL";
    };
    for (auto& kpi : board.kpis) {
      kpi.marking = any();
      if (!may_show(kpi.marking)) forbidden.push_back(kpi.title = "Secret figure " + kpi.id + ".");
    }
    for (auto& series : board.series) {
      series.marking = any();
      series.message = "Secret series " + series.id;
      if (!may_show(series.marking)) forbidden.push_back(series.message);
    }
    board.tables[0].marking = any();
    board.tables[0].title = "Secret table";
    if (!may_show(board.tables[0].marking)) forbidden.push_back("Secret table");
    if (!may_show("")) {
      forbidden.insert(forbidden.end(), {"Document words", "Rural crime", "Country Watch"});
    }
    const ordered_json document = explained(settings, released(settings, board));
    const std::string said = document["slides"].dump() + document["board"].dump();
    for (const auto& words : forbidden) {
      EXPECT_EQ(said.find(words), std::string::npos) << words << ", round " << round;
    }
    for (const auto& slide : document["slides"]) {
      const std::string marking = slide["marking"];
      EXPECT_TRUE(marking == "PUBLIC" || marking == "OFFICIAL" || slide["id"] == "waiting")
          << slide["id"] << " is marked " << marking << ", round " << round;
    }
  }
}

TEST(Explain, SaysOfEachThingWithheldWhy) {
  auto settings = every_kind(settings::Audience::public_screen);
  model::Board board = support::plan_board();
  board.marking = "PUBLIC";
  board.kpis[0].quantity = {.value = 3.0};
  board.series.push_back({.id = "s0", .marking = "OFFICIAL"});
  const ordered_json document = explained(settings, released(settings, board));
  const ordered_json expected = {
      {{"thing", "series"}, {"id", "s0"}, {"part", ""}, {"why", "marked OFFICIAL, above PUBLIC"}},
      {{"thing", "kpi"}, {"id", "999-10s"}, {"part", "value"}, {"why", "count below 5"}},
      {{"thing", "kpi"},
       {"id", "999-10s"},
       {"part", "change"},
       {"why", "would give away kpi 999-10s, value"}}};
  EXPECT_EQ(document["feeds"][0]["withheld"], expected);
  bool skipped = false;
  for (const auto& slide : document["skipped"]) {
    if (slide["id"] != "trend") continue;
    skipped = true;
    EXPECT_EQ(slide["reason"], "withheld: marked OFFICIAL, above PUBLIC");
  }
  EXPECT_TRUE(skipped);
}

TEST(Explain, SaysOfEachRatingWhoGaveIt) {
  auto settings = every_kind(settings::Audience::staff);
  settings.rules.amber_within_places = 1;
  model::Board board = support::plan_board();
  board.kpis.push_back({.id = "place", .rank = model::Rank{.place = 4, .of = 8, .target = 3}});
  board.kpis.push_back({.id = "given", .rag = {model::Rating::red, model::Rating::green}});
  const ordered_json document = explained(settings, released(settings, board));
  const auto& kpis = document["kpis"];
  EXPECT_EQ(kpis[0]["rating"]["from"], "rule");
  EXPECT_EQ(kpis[0]["rating"]["amber_within"], "5%");
  EXPECT_EQ(kpis[1]["rank"]["rating"], (ordered_json{{"now", "amber"}, {"from", "rule"}}));
  EXPECT_EQ(kpis[2]["rating"]["from"], "feed");
  EXPECT_FALSE(kpis[2].contains("rank"));
}

}  // namespace
}  // namespace program
