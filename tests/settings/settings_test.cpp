#include "settings/settings.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "small_board.h"

namespace settings {
namespace {

using namespace std::chrono_literals;

// Puts the variables of the state directory back as they were.
class StateDirectory : public testing::Test {
 protected:
  StateDirectory() {
    for (Variable& variable : variables_) {
      if (const char* value = std::getenv(variable.name)) variable.value = value;
      unsetenv(variable.name);
    }
  }
  ~StateDirectory() override {
    for (const Variable& variable : variables_) set(variable.name, variable.value);
  }
  static void set(const char* name, const std::optional<std::string>& value) {
    value ? setenv(name, value->c_str(), 1) : unsetenv(name);
  }
  static std::string chosen(const std::string& more = "") {
    const Loaded loaded = parse(board(kFeed, kSlide, more), "/etc/bluelamp/board.json");
    return loaded.settings ? loaded.settings->state_directory.string() : "refused";
  }

 private:
  struct Variable {
    const char* name;
    std::optional<std::string> value;
  };
  Variable variables_[3] = {{"STATE_DIRECTORY", {}}, {"XDG_STATE_HOME", {}}, {"HOME", {}}};
};

TEST_F(StateDirectory, IsTheSupervisorsElseTheUsersElseNone) {
  EXPECT_EQ(chosen(), "");
  set("HOME", "/home/board");
  EXPECT_EQ(chosen(), "/home/board/.local/state/bluelamp");
  set("XDG_STATE_HOME", "relative");  // to be ignored, says its specification
  EXPECT_EQ(chosen(), "/home/board/.local/state/bluelamp");
  set("XDG_STATE_HOME", "/state");
  EXPECT_EQ(chosen(), "/state/bluelamp");
  set("STATE_DIRECTORY", "/var/lib/bluelamp:/var/lib/second");
  EXPECT_EQ(chosen(), "/var/lib/bluelamp");
  EXPECT_EQ(chosen(R"("state_directory": "", )"), "");
  EXPECT_EQ(chosen(R"("state_directory": "state", )"), "/etc/bluelamp/state");
  EXPECT_EQ(chosen(R"("state_directory": "/tmp/state", )"), "/tmp/state");
}

TEST_F(StateDirectory, LeftOutEverythingIsAsTheStructsSay) {
  const Loaded loaded =
      parse(board(R"({"id": "plan", "file": "plan.json"})", kSlide), "board.json");
  ASSERT_TRUE(loaded.settings);
  EXPECT_TRUE(loaded.complaints.empty());
  Settings expected;
  expected.file = "board.json";
  expected.feeds.resize(1);
  expected.feeds[0].id = "plan";
  expected.feeds[0].file = "plan.json";
  expected.slides.resize(1);
  expected.slides[0].id = "overview-1";
  EXPECT_EQ(*loaded.settings, expected);
}

TEST(Parse, ReadsEveryKey) {
  const Loaded loaded = parse(R"({
    "$schema": "bluelamp.schema.json",
    "title": " The\n board ",
    "screen": {"name": "Left", "diagonal_inches": 43.5, "distance_metres": 2, "audience": "public",
               "theme": "light", "transition": "fade", "reduced_motion": true, "renderer": "gpu",
               "fullscreen": false, "size": "1080x1920", "keys_leave": false,
               "time_zone": "Europe/London"},
    "fonts": {"regular": "fonts/r.otf", "semibold": "/fonts/s.otf"},
    "rules": {"amber_within_percent": 7.5, "amber_within_points": 2, "amber_within_places": 1,
              "amber_within_absolute": 3, "dead_band_percent": 1.5, "dead_band_points": 0.5,
              "suppress_below": 10},
    "control_charts": {"profile": "nhsr", "shift_points": 8, "trend_points": 6, "min_points": 20,
                       "conflict": "concern", "rules_cross_recalculation": true,
                       "two_sigma_counts_beyond_limit": true},
    "marking": {"levels": ["Public", "Official", " secret "], "ceiling": "official",
                "aliases": {"Not protectively marked": "Official"}},
    "feeds": [
      {"id": "calls", "title": "Calls", "url": "https://feeds.example/calls.json",
       "every_seconds": 60, "late_after_seconds": 200, "generated_late_after_seconds": 600,
       "connect_timeout_seconds": 0.5, "timeout_seconds": 9.25, "max_bytes": 4096,
       "ca_file": "ca.pem", "token_file": "../calls.token", "token_header": "X-Key",
       "token_prefix": "", "first_after_seconds": 0},
      {"id": "plan", "file": "plan.json"},
      {"id": "here", "url": "http://localhost:8090/", "token_environment": "HERE_TOKEN"}],
    "slides": [
      {"id": "o", "kind": "overview", "seconds": 12, "title": "All"},
      {"kind": "kpis", "seconds": "reading", "kpis": ["calls/999-10s", "asb"]},
      {"kind": "priority", "priority": "plan/p2"},
      {"kind": "trend", "series": "ksi", "from": "1979-01"},
      {"kind": "trend", "series": "ksi", "months": 24},
      {"kind": "kpis", "icons": true},
      {"kind": "control-chart", "series": "ksi", "recalculate": false}],
    "state_directory": "state"
  })",
                              "/etc/bluelamp/board.json");
  EXPECT_EQ(lines(loaded.complaints), std::vector<std::string>{});
  ASSERT_TRUE(loaded.settings);

  Settings expected;
  expected.file = "/etc/bluelamp/board.json";
  expected.title = "The board";
  Screen& screen = expected.screen;
  screen.name = "Left";
  screen.diagonal_inches = 43.5;
  screen.distance_metres = 2;
  screen.audience = Audience::public_screen;
  screen.theme = Theme::light;
  screen.transition = Transition::fade;
  screen.reduced_motion = true;
  screen.renderer = Renderer::gpu;
  screen.fullscreen = false;
  screen.size = {1080, 1920};
  screen.keys_leave = false;
  screen.time_zone = "Europe/London";
  expected.fonts = {"/etc/bluelamp/fonts/r.otf", "/fonts/s.otf"};
  expected.rules = {7.5, 2.0, 1, 3, 1.5, 0.5, 10};
  expected.control_charts = {ControlCharts::Profile::nhsr,     8,    6,   20,
                             ControlCharts::Conflict::concern, true, true};
  expected.marking.levels = {"PUBLIC", "OFFICIAL", "SECRET"};
  expected.marking.ceiling = "OFFICIAL";
  expected.marking.aliases = {{"NOT PROTECTIVELY MARKED", "OFFICIAL"}};
  expected.feeds.resize(3);
  Feed& calls = expected.feeds[0];
  calls.id = "calls";
  calls.title = "Calls";
  calls.url = "https://feeds.example/calls.json";
  calls.every = 60s;
  calls.late_after = 200s;
  calls.generated_late_after = 600s;
  calls.connect_timeout = 500ms;
  calls.timeout = 9250ms;
  calls.max_bytes = 4096;
  calls.ca_file = "/etc/bluelamp/ca.pem";
  calls.token_file = "/etc/bluelamp/../calls.token";
  calls.token_header = "X-Key";
  calls.token_prefix = "";
  calls.first_after = 0s;
  expected.feeds[1].id = "plan";
  expected.feeds[1].file = "/etc/bluelamp/plan.json";
  expected.feeds[2].id = "here";
  expected.feeds[2].url = "http://localhost:8090/";
  expected.feeds[2].token_environment = "HERE_TOKEN";
  expected.slides.resize(7);
  expected.slides[0] = {.id = "o", .kind = Slide::Kind::overview, .dwell = 12s, .title = "All"};
  expected.slides[1] = {
      .id = "kpis-1", .kind = Slide::Kind::kpis, .kpis = {"calls/999-10s", "asb"}};
  expected.slides[2] = {.id = "priority-1", .kind = Slide::Kind::priority, .priority = "plan/p2"};
  const auto january = std::chrono::year{1979} / 1 / 1;
  expected.slides[3] = {
      .id = "trend-1", .kind = Slide::Kind::trend, .series = "ksi", .from = january};
  expected.slides[4] = {.id = "trend-2", .kind = Slide::Kind::trend, .series = "ksi", .months = 24};
  expected.slides[5] = {.id = "kpis-2", .kind = Slide::Kind::kpis, .icons = true};
  expected.slides[6] = {.id = "control-chart-1",
                        .kind = Slide::Kind::control_chart,
                        .series = "ksi",
                        .recalculate = false};
  expected.state_directory = "/etc/bluelamp/state";
  EXPECT_EQ(*loaded.settings, expected);
}

TEST(CeilingOf, IsTheScreensElseTheAudiences) {
  const struct {
    Audience audience;
    const char* ceiling;
    int suppress_below;
  } rows[] = {{Audience::public_screen, "PUBLIC", 5},
              {Audience::staff, "OFFICIAL", 0},
              {Audience::restricted, "OFFICIAL-SENSITIVE", 0}};
  for (const auto& row : rows) {
    Settings settings;
    settings.screen.audience = row.audience;
    EXPECT_EQ(ceiling_of(settings), row.ceiling);
    EXPECT_EQ(suppress_below(settings), row.suppress_below);
    settings.marking.ceiling = "SECRET";
    settings.rules.suppress_below = 3;
    EXPECT_EQ(ceiling_of(settings), "SECRET");
    EXPECT_EQ(suppress_below(settings), 3);
  }
}

TEST(Parse, GivesIdsThatNobodyHas) {
  const Loaded loaded =
      parse(board(kFeed, R"({"kind": "overview", "id": "kpis-1"}, {"kind": "kpis"},
      {"kind": "kpis", "id": "x"}, {"kind": "kpis"}, {"kind": "overview"})"),
            "board.json");
  ASSERT_TRUE(loaded.settings);
  std::vector<std::string> ids;
  for (const Slide& slide : loaded.settings->slides) ids.push_back(slide.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"kpis-1", "kpis-2", "x", "kpis-3", "overview-2"}));
}

TEST(Load, SaysWhyAFileCannotBeRead) {
  const std::filesystem::path folder = testing::TempDir();
  const auto line_of = [](const std::filesystem::path& file) {
    const Loaded loaded = load(file);
    EXPECT_FALSE(loaded.settings);
    return loaded.complaints.size() == 1 ? base::to_line(loaded.complaints[0]) : "not one line";
  };
  const auto missing = folder / "no-such-settings.json";
  EXPECT_EQ(line_of(missing), missing.string() +
                                  ": found No such file or directory, expected a settings file "
                                  "that can be read");
  EXPECT_EQ(line_of(folder),
            folder.string() + ": found a folder, expected a settings file that can be read");
  EXPECT_EQ(line_of(""),
            ": found No such file or directory, expected a settings file that can be read");
  EXPECT_EQ(line_of("/dev/zero"),
            "/dev/zero: found more than 1 MiB, expected settings of at most 1 MiB");
}

TEST(Load, AnchorsPathsAtTheFolderOfTheFile) {
  const auto file = std::filesystem::path(testing::TempDir()) / "bluelamp-settings-test.json";
  std::ofstream(file) << board(R"({"id": "plan", "file": "feeds/plan.json"})", kSlide);
  const Loaded loaded = load(file);
  std::filesystem::remove(file);
  ASSERT_TRUE(loaded.settings);
  EXPECT_EQ(loaded.settings->file, file);
  EXPECT_EQ(loaded.settings->feeds[0].file, file.parent_path() / "feeds/plan.json");
}

// A site engineer copies one of these.
class Example : public testing::TestWithParam<const char*> {};

TEST_P(Example, LoadsWithoutComplaint) {
  const Loaded loaded = load(std::filesystem::path(BLUELAMP_SOURCE_DIR) / "config" /
                             (std::string(GetParam()) + ".json"));
  EXPECT_EQ(lines(loaded.complaints), std::vector<std::string>{});
  EXPECT_TRUE(loaded.settings);
}

INSTANTIATE_TEST_SUITE_P(Config, Example,
                         testing::Values("demo", "demo-2013-14", "demo-2017-18", "demo-2023-24",
                                         "control-room", "public-counter", "meeting-room"),
                         [](const auto& example) {
                           std::string name = example.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

TEST(Examples, AreAllLoadedByATest) {
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(BLUELAMP_SOURCE_DIR) / "config")) {
    const auto name = entry.path().filename();
    if (name.extension() == ".json" && name.stem().extension() != ".schema") names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{"control-room.json", "demo-2013-14.json",
                                             "demo-2017-18.json", "demo-2023-24.json", "demo.json",
                                             "meeting-room.json", "public-counter.json"}));
}

}  // namespace
}  // namespace settings
