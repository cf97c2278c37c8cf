// Real slides of the demo feed, through real ImGui and the real painter, compared pixel by pixel
// with pictures that somebody has looked at. A missing golden fails. scripts/golden rewrites them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "feed/decode.h"
#include "feed/read_file.h"
#include "platform/offscreen_window.h"
#include "platform/png.h"
#include "present/plan.h"
#include "program/screen.h"
#include "settings/settings.h"

namespace {

using std::filesystem::path;

const path kGoldens = path(BLUELAMP_SOURCE_DIR) / "tests/golden";
const path kActual = path(BLUELAMP_BUILD_DIR) / "golden";

// no_data: the document names everything and gives no value. no_clock: as after a power cut, from
// disk and without a time.
enum class State { fresh, late, waiting, no_data, no_clock };

// A demo board and the feed that it shows; states that no report has come from tests/data.
struct Demo {
  const char* config;
  const char* feed;
};
constexpr Demo kFirst{"config/demo.json", "assets/demo/2023-24-q1.json"};
constexpr Demo k2013{"config/demo-2013-14.json", "assets/demo/2013-14-q2.json"};
constexpr Demo k2017{"config/demo-2017-18.json", "assets/demo/2017-18-q2.json"};
constexpr Demo k2023{"config/demo-2023-24.json", "assets/demo/2023-24-q1.json"};
constexpr Demo kTrends{"tests/data/trends/board.json", "tests/data/trends/feed.json"};

struct Case {
  std::string name;
  const char* slide;
  int width;
  int height;
  settings::Theme theme = settings::Theme::dark;
  State state = State::fresh;
  settings::Audience audience = settings::Audience::staff;
  Demo demo = kFirst;
};

// One of each kind of slide, from the report that has it.
Case of(const Demo& demo, const char* name, const char* slide,
        settings::Theme theme = settings::Theme::dark, int width = 1920, int height = 1080) {
  return {name, slide, width, height, theme, State::fresh, settings::Audience::staff, demo};
}

void PrintTo(const Case& tested, std::ostream* out) {
  *out << tested.name;
}

constexpr auto kLight = settings::Theme::light;

const Case kCases[] = {
    {"overview-dark-1080p", "overview", 1920, 1080},
    {"headline-dark-1080p", "headline", 1920, 1080},
    {"priority-dark-1080p", "priorities/p5", 1920, 1080},
    {"trend-dark-1080p", "road-casualties", 1920, 1080},
    {"overview-light-1080p", "overview", 1920, 1080, kLight},
    {"headline-light-720p", "headline", 1280, 720, kLight},
    {"priority-light-1080p", "priorities/p5", 1920, 1080, kLight},
    {"trend-light-1080p", "road-casualties", 1920, 1080, kLight},
    {"overview-dark-portrait", "overview", 1080, 1920},
    {"headline-dark-portrait", "headline", 1080, 1920},
    {"priority-dark-portrait", "priorities/p5", 1080, 1920},
    {"trend-light-portrait", "road-casualties", 1080, 1920, kLight},
    {"overview-late-dark-720p", "overview", 1280, 720, settings::Theme::dark, State::late},
    {"headline-late-dark-1080p", "headline", 1920, 1080, settings::Theme::dark, State::late},
    {"waiting-dark-1080p", "waiting", 1920, 1080, settings::Theme::dark, State::waiting},
    {"headline-public-light-1080p", "headline", 1920, 1080, kLight, State::fresh,
     settings::Audience::public_screen},
    of(k2017, "theme-dark-1080p", "communities/road-safety"),
    of(k2017, "headlines-dark-1080p", "headlines/communities"),
    of(k2023, "spotlight-light-1080p", "spotlights/p5", kLight),
    of(k2013, "kpi-table-dark-1080p", "victims"),
    of(k2017, "commitments-dark-1080p", "commitments"),
    of(k2023, "rag-grid-light-1080p", "grid", kLight),
    of(k2013, "exceptions-dark-1080p", "sections"),
    of(k2023, "finance-variance-dark-1080p", "revenue-variances"),
    of(k2013, "finance-rows-dark-portrait", "outturn", settings::Theme::dark, 1080, 1920),
    of(k2023, "finance-shares-light-1080p", "capital-shares", kLight),
    of(k2023, "finance-movement-dark-1080p", "reserves-movement"),
    of(k2023, "response-dark-1080p", "contact"),
    of(k2013, "chart-dark-1080p", "hate-crime"),
    of(k2023, "chart-years-light-720p", "young-people", kLight, 1280, 720),
    of(k2013, "rank-dark-1080p", "ranks"),
    of(k2023, "forward-plan-dark-1080p", "forward-plan"),
    of(kTrends, "trend-two-axes-dark-1080p", "two-axes"),
    of(kTrends, "trend-two-axes-light-portrait", "flags-two-axes", kLight, 1080, 1920),
    of(kTrends, "trend-flags-dark-1080p", "flags"),
    of(kTrends, "trend-flags-light-720p", "flags", kLight, 1280, 720),
    {"control-chart-dark-1080p", "seat-belts", 1920, 1080},
    {"control-chart-light-portrait", "seat-belts", 1080, 1920, kLight},
    {"control-chart-late-dark-720p", "seat-belts", 1280, 720, settings::Theme::dark, State::late},
    {"control-chart-one-mean-light-720p", "one-process", 1280, 720, kLight},
    of(k2013, "control-charts-dark-1080p", "processes"),
    of(k2013, "control-charts-light-portrait", "processes", kLight, 1080, 1920),
    of(k2013, "kpis-icons-dark-1080p", "figures"),
    of(k2013, "kpi-table-icons-light-1080p", "harm", kLight),
    {"trend-late-dark-1080p", "flags", 1920, 1080, settings::Theme::dark, State::late,
     settings::Audience::staff, kTrends},
};

// Every kind of slide when its figures are late, missing, or of unknown age.
std::vector<Case> cases_of_bad_times() {
  struct Kind {
    const char* name;
    const char* slide;
    const Demo& demo;
    bool is_shown_without_values = true;
  };
  constexpr Kind kKinds[] = {
      {"overview", "overview", kFirst},
      {"kpis", "headline", kFirst},
      {"priority", "priorities/p5", kFirst},
      {"trend", "road-casualties", kFirst, false},
      {"theme", "communities/road-safety", k2017},
      {"headlines", "headlines/communities", k2017},
      {"spotlight", "spotlights/p5", k2023},
      {"kpi-table", "victims", k2013},
      {"commitments", "commitments", k2017},
      {"rag-grid", "grid", k2023, false},
      {"exceptions", "sections", k2013},
      {"finance", "revenue-variances", k2023, false},
      {"finance-rows", "outturn", k2013, false},
      {"finance-shares", "capital-shares", k2023, false},
      {"response", "contact", k2023},
      {"chart", "hate-crime", k2013, false},
      {"rank", "ranks", k2013},
      {"forward-plan", "forward-plan", k2023},
      {"control-chart", "seat-belts", kFirst, false},
      {"control-charts", "processes", k2013},
  };
  constexpr std::pair<State, const char*> kStates[] = {
      {State::late, "late"}, {State::no_data, "no-data"}, {State::no_clock, "no-clock"}};
  std::vector<Case> cases;
  for (const Kind& kind : kKinds) {
    for (const auto& [state, word] : kStates) {
      if (state == State::no_data && !kind.is_shown_without_values) continue;
      const bool dark = cases.size() % 2 == 0;
      cases.push_back({std::string("times-") + kind.name + "-" + word, kind.slide, 640, 360,
                       dark ? settings::Theme::dark : kLight, state, settings::Audience::staff,
                       kind.demo});
    }
  }
  return cases;
}

// What stands for a figure, in every part of a document.
const std::set<std::string> kValues = {"value", "change", "percent", "rag",   "rank",
                                       "lower", "mean",   "upper",   "cells", "direction"};

void take_values(nlohmann::json& json) {
  if (json.is_object()) {
    for (const auto& key : kValues) json.erase(key);
  }
  if (json.is_array() && json.size() == 2 && json[0].is_string() && json[1].is_number()) {
    json[1] = nullptr;  // a point of a series
  }
  if (json.is_structured()) {
    for (auto& part : json) take_values(part);
  }
}

const base::Timestamp kNow = *base::parse_timestamp("2026-03-10T14:32:00Z");

model::Snapshot snapshot_of(State state, const char* file) {
  model::FeedSnapshot feed;
  feed.status.id = "plan";
  feed.status.title = "Plan board";
  feed.status.late_after = std::chrono::hours{1};
  feed.status.first_attempt_at = kNow - std::chrono::minutes{1};
  feed.status.next_try_at = kNow + std::chrono::minutes{15};
  if (state == State::waiting) {
    feed.status.last_attempt = model::FetchAttempt{.at = kNow - std::chrono::minutes{1},
                                                   .failure = model::FetchFailure::name_not_found,
                                                   .detail = "feeds.example"};
  } else {
    const auto bytes = feed::read_file(path(BLUELAMP_SOURCE_DIR) / file, 8u << 20);
    std::string document = bytes.value().bytes;
    if (state == State::no_data) {
      auto json = nlohmann::json::parse(document);
      take_values(json);
      document = json.dump();
    }
    auto decoded = feed::decode(document, "plan");
    feed.board = std::make_shared<const model::Board>(std::move(decoded).value().board);
    feed.status.fetched_at = kNow - (state == State::late ? std::chrono::minutes{60 * 24 * 44}
                                                          : std::chrono::minutes{12});
    feed.status.from_store = state == State::no_clock;
  }
  model::Snapshot snapshot;
  snapshot.feeds.push_back(std::move(feed));
  return snapshot;
}

platform::Image draw(const Case& wanted) {
  auto settings = settings::load(path(BLUELAMP_SOURCE_DIR) / wanted.demo.config).settings.value();
  settings.screen.theme = wanted.theme;
  settings.screen.audience = wanted.audience;
  base::set_time_zone("UTC");
  auto stage = view::Stage::create(settings, {wanted.width, wanted.height}, 2048);
  if (!stage) {
    ADD_FAILURE() << stage.error();
    return {};
  }
  const bool has_clock = wanted.state != State::no_clock;
  const auto ready = stage.value()->set_plan(
      present::make_plan(settings, snapshot_of(wanted.state, wanted.demo.feed), {kNow, has_clock}));
  if (!ready) ADD_FAILURE() << ready.error();
  platform::OffscreenWindow window(wanted.width, wanted.height);
  program::Screen screen(window, *stage.value());
  const auto& slides = stage.value()->plan().slides;
  for (size_t slide = 0; slide < slides.size(); ++slide) {
    if (slides[slide].id != wanted.slide) continue;
    std::optional<double> progress = 0.3;
    if (wanted.state == State::waiting) progress.reset();
    screen.show({.position = {slide, 0}, .progress = progress});
    return window.capture();
  }
  ADD_FAILURE() << "no slide " << wanted.slide;
  return {};
}

// ImGui places the corners of smooth edges by the processor's approximate 1/sqrt (rsqrtss), whose
// last bits Intel and AMD give differently. Of pictures drawn by the one and compared on the other,
// hatched ground differed by one or two levels of 255, edges by up to six, and 28 corners of
// hatching by 35. What a reader could see, a letter, a mark or another colour, lies outside of
// these bounds.
constexpr int kGroundLevels = 2;   // any pixel may differ by so many levels,
constexpr size_t kEdges = 1000;    // one of so many
constexpr int kEdgeLevels = 6;     // by these,
constexpr size_t kCorners = 40;    // and so many pixels
constexpr int kCornerLevels = 40;  // by these

int levels_apart(const std::uint8_t* a, const std::uint8_t* b) {
  int most = 0;
  for (size_t c = 0; c < 3; ++c) most = std::max(most, std::abs(a[c] - b[c]));
  return most;
}

bool looks_alike(const platform::Image& golden, const platform::Image& actual) {
  if (golden.width != actual.width || golden.height != actual.height) return false;
  size_t edges = 0;
  size_t corners = 0;
  for (size_t i = 0; i + 3 < golden.rgba.size(); i += 4) {
    const int apart = levels_apart(&golden.rgba[i], &actual.rgba[i]);
    if (apart > kCornerLevels) return false;
    if (apart > kGroundLevels) ++edges;
    if (apart > kEdgeLevels) ++corners;
  }
  return edges <= golden.rgba.size() / 4 / kEdges && corners <= kCorners;
}

// Where the two differ, in red on a pale copy of the golden.
platform::Image difference(const platform::Image& golden, const platform::Image& actual) {
  platform::Image marked = golden;
  for (size_t i = 0; i + 3 < marked.rgba.size(); i += 4) {
    const bool same =
        i + 3 < actual.rgba.size() && levels_apart(&golden.rgba[i], &actual.rgba[i]) == 0;
    for (size_t c = 0; c < 3; ++c) {
      const auto pale = static_cast<std::uint8_t>(192 + golden.rgba[i + c] / 4);
      marked.rgba[i + c] = same ? pale : static_cast<std::uint8_t>(c == 0 ? 220 : 0);
    }
  }
  return marked;
}

class Golden : public testing::TestWithParam<Case> {};

TEST_P(Golden, LooksAsItDid) {
  const Case& wanted = GetParam();
  const std::string file = std::string(wanted.name) + ".png";
  const platform::Image actual = draw(wanted);
  ASSERT_GT(actual.width, 0);
  if (std::getenv("BLUELAMP_REWRITE_GOLDENS")) {
    const auto written = platform::write_png(kGoldens / file, actual);
    ASSERT_TRUE(written) << written.error();
    GTEST_SKIP() << "rewritten, not compared";
  }
  std::filesystem::create_directories(kActual);
  const auto golden = platform::read_png(kGoldens / file);
  if (!golden || !looks_alike(golden.value(), actual)) {
    ASSERT_TRUE(platform::write_png(kActual / file, actual));
    if (golden) {
      ASSERT_TRUE(platform::write_png(kActual / ("difference-" + file),
                                      difference(golden.value(), actual)));
    }
  }
  ASSERT_TRUE(golden) << golden.error();
  EXPECT_TRUE(looks_alike(golden.value(), actual))
      << "see " << kActual / file << " and the difference beside it";
}

std::string name_of(const testing::TestParamInfo<Case>& tested) {
  std::string name = tested.param.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Slides, Golden, testing::ValuesIn(kCases), name_of);
INSTANTIATE_TEST_SUITE_P(Times, Golden, testing::ValuesIn(cases_of_bad_times()), name_of);

TEST(Goldens, AreAllOfThemCompared) {
  for (const auto& entry : std::filesystem::directory_iterator(kGoldens)) {
    const std::string name = entry.path().stem();
    std::vector<Case> cases = cases_of_bad_times();
    cases.insert(cases.end(), std::begin(kCases), std::end(kCases));
    EXPECT_TRUE(std::ranges::any_of(cases, [&](const Case& known) { return known.name == name; }))
        << entry.path() << " belongs to no case";
  }
}

}  // namespace
