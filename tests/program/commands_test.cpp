// The real programs, as a person or a script would run them.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/loopback_server.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace {

using nlohmann::json;
using support::Ending;
using support::run;
using support::TemporaryFolder;

const std::string kProgram = BLUELAMP_PROGRAM;
const std::string kDemo = BLUELAMP_SOURCE_DIR "/assets/demo/2023-24-q1.json";
const std::string kNow = "2023-09-20T13:32:00Z";

std::string read(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

// A board with one feed; `from` is its URL or file.
json board_with(const std::string& key, const std::string& from) {
  return {
      {"screen", {{"time_zone", "Europe/London"}, {"size", "640x360"}}},
      {"feeds", {{{"id", "plan"}, {"title", "Plan board"}, {key, from}, {"every_seconds", 60}}}},
      {"slides",
       {{{"kind", "overview"}, {"id", "overview"}}, {{"kind", "kpis"}, {"id", "figures"}}}},
      {"state_directory", "state"}};
}

std::string write_board(const TemporaryFolder& folder, const json& board) {
  return folder.write("board.json", board.dump()).string();
}

std::string demo_board(const TemporaryFolder& folder) {
  return write_board(folder, board_with("file", kDemo));
}

void expect_line(const std::string& text, const std::string& part) {
  EXPECT_NE(text.find(part), std::string::npos) << "in: " << text << "\nwanted: " << part;
}

TEST(Usage, WrongWordsAreOneLineAnd64) {
  const Ending ending = run({kProgram, "fly"});
  EXPECT_EQ(ending.code, 64);
  EXPECT_EQ(ending.out, "");
  EXPECT_EQ(std::count(ending.err.begin(), ending.err.end(), '\n'), 1);
  EXPECT_EQ(run({kProgram, "--help"}).code, 0);
  EXPECT_EQ(run({kProgram, "--version"}).code, 0);
}

TEST(Settings, AWrongStartNamesFileKeyValueAndExpectation) {
  const TemporaryFolder folder;
  const auto missing = folder.path() / "nowhere.json";
  const Ending gone = run({kProgram, "run", "--offscreen", "--config", missing});
  EXPECT_EQ(gone.code, 66);
  expect_line(gone.err, "nowhere.json");

  const auto broken = folder.write("broken.json", "{\"feeds\": [");
  const Ending torn = run({kProgram, "run", "--offscreen", "--config", broken});
  EXPECT_EQ(torn.code, 78);
  expect_line(torn.err, "broken.json");

  json board = board_with("file", kDemo);
  board["screen"]["theme"] = "blue";
  const Ending wrong =
      run({kProgram, "render", "--out", folder.path(), "--config", write_board(folder, board)});
  EXPECT_EQ(wrong.code, 78);
  expect_line(wrong.err, "/screen/theme");
  expect_line(wrong.err, "blue");
  expect_line(wrong.err, "dark");
}

TEST(Fonts, AMissingFontNamesThePackage) {
  const TemporaryFolder folder;
  json board = board_with("file", kDemo);
  board["fonts"]["regular"] = "/nowhere/Inter-Regular.otf";
  const Ending ending =
      run({kProgram, "run", "--offscreen", "--config", write_board(folder, board)});
  EXPECT_EQ(ending.code, 66);
  expect_line(ending.err, "/nowhere/Inter-Regular.otf");
}

TEST(Run, WithoutADisplayItSaysSoAndKeepsTrying) {
  const TemporaryFolder folder;
  support::Process process({kProgram, "run", "--config", demo_board(folder)},
                           {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, {"SDL_VIDEODRIVER", "x11"}});
  ASSERT_TRUE(process.wait_for("no display"));
  process.send(SIGTERM);
  const Ending ending = process.wait();
  EXPECT_EQ(ending.code, 0);
  expect_line(ending.err, "--offscreen");

  const Ending timed = run({kProgram, "run", "--seconds", "1", "--config", demo_board(folder)},
                           {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, {"SDL_VIDEODRIVER", "x11"}});
  EXPECT_EQ(timed.code, 69);
}

TEST(Run, EndsCleanlyWhenToldTo) {
  const TemporaryFolder folder;
  for (const int signal : {SIGTERM, SIGINT}) {
    support::Process process({kProgram, "run", "--offscreen", "--config", demo_board(folder)});
    ASSERT_TRUE(process.wait_for("first slide shown"));
    process.send(signal);
    EXPECT_EQ(process.wait().code, 0);
  }
  EXPECT_EQ(run({kProgram, "--offscreen", "--seconds", "1", "--config", demo_board(folder)}).code,
            0);
}

TEST(Run, KeepsAPlayLogAndGoesOnWithoutOne) {
  const TemporaryFolder folder;
  const auto log = folder.path() / "play.log";
  const std::string board = demo_board(folder);
  ASSERT_EQ(run({kProgram, "run", "--offscreen", "--seconds", "1", "--config", board, "--play-log",
                 log.string()})
                .code,
            0);
  std::vector<std::string> events;
  std::ifstream lines(log);
  for (std::string line; std::getline(lines, line);) events.push_back(json::parse(line)["event"]);
  ASSERT_GE(events.size(), 3u);
  EXPECT_EQ(events.front(), "start");
  EXPECT_EQ(events[1], "slide");
  EXPECT_EQ(events.back(), "end");

  const Ending full = run({kProgram, "run", "--offscreen", "--seconds", "1", "--config", board,
                           "--play-log", "/dev/full"});
  EXPECT_EQ(full.code, 0);
  expect_line(full.err, "the play log /dev/full cannot be written: No space left on device");
}

TEST(Render, GivesTheSamePixelsOnEveryRun) {
  const TemporaryFolder folder;
  const std::string board = demo_board(folder);
  for (const char* out : {"a", "b"}) {
    const Ending ending = run({kProgram, "render", "--config", board, "--now", kNow, "--size",
                               "640x360", "--out", folder.path() / out});
    ASSERT_EQ(ending.code, 0) << ending.err;
    expect_line(ending.out, "01-overview.png");
  }
  int pictures = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "a")) {
    ++pictures;
    EXPECT_EQ(read(entry.path()), read(folder.path() / "b" / entry.path().filename()));
  }
  EXPECT_GE(pictures, 2);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "state"));  // a made-up time is not kept
}

TEST(Render, TellsWhatItCannotDo) {
  const TemporaryFolder folder;
  const std::string board = demo_board(folder);
  const Ending unknown = run(
      {kProgram, "render", "--config", board, "--out", folder.path() / "x", "--slide", "nothing"});
  EXPECT_EQ(unknown.code, 64);
  expect_line(unknown.err, "nothing");
  const auto file = folder.write("file", "");
  const Ending no_folder = run({kProgram, "render", "--config", board, "--out", file / "x"});
  EXPECT_EQ(no_folder.code, 73);
  expect_line(no_folder.err, file.string());
}

// Published reports contradict themselves; the check says where, and that is all it says.
TEST(Check, NamesTheSlipsOfTheReport) {
  const TemporaryFolder folder;
  const Ending ending = run({kProgram, "check", "--config", demo_board(folder)});
  EXPECT_EQ(ending.code, 0) << ending.out;
  expect_line(ending.out, "kpi domestic-abuse-crimes: -5 beside 45");
  expect_line(ending.out, "0 errors");
  EXPECT_EQ(run({kProgram, "check", "--strict", "--feed", kDemo}).code, 1);
}

TEST(Check, NamesFileAndPointerOfWhatIsWrong) {
  const TemporaryFolder folder;
  const std::string board = demo_board(folder);
  const struct {
    const char* feed;
    int code;
    const char* line;
  } rows[] = {
      {"not json", 2, "error: "},
      {R"({"format": "other/1"})", 2, "other/1"},
      {R"([1, 2])", 2, "error: "},
      {R"({"format": "bluelamp-board/1", "kpis": [{"id": "a", "title": "A", "value": {}}]})", 0,
       "/kpis/0/value"},
  };
  for (const auto& row : rows) {
    const auto feed = folder.write("feed.json", row.feed);
    const Ending ending = run({kProgram, "check", "--feed", feed, "--config", board});
    EXPECT_EQ(ending.code, row.code) << ending.out;
    expect_line(ending.out, row.line);
    expect_line(ending.out, "feed.json");
    if (row.code == 0) {
      EXPECT_EQ(run({kProgram, "check", "--strict", "--feed", feed, "--config", board}).code, 1);
    }
  }
  const auto large = folder.write("large.json", std::string(9u << 20, ' '));
  EXPECT_EQ(run({kProgram, "check", "--feed", large}).code, 2);
  json wrong = board_with("file", kDemo);
  wrong["slides"][0]["kind"] = "pie";
  const Ending settings = run({kProgram, "check", "--config", write_board(folder, wrong)});
  EXPECT_EQ(settings.code, 2);
  expect_line(settings.out, "/slides/0/kind");
}

TEST(Check, WarnsOfASlideThatWouldBeSkipped) {
  const TemporaryFolder folder;
  json board = board_with("file", kDemo);
  board["slides"].push_back({{"kind", "trend"}, {"id", "gone"}, {"series", "no-such-series"}});
  const Ending ending =
      run({kProgram, "check", "--strict", "--config", write_board(folder, board)});
  EXPECT_EQ(ending.code, 1) << ending.out;
  expect_line(ending.out, "slide gone would be skipped: no feed has series no-such-series");
}

TEST(Explain, SaysWhatTheSlidesSayAndWhereItCameFrom) {
  const TemporaryFolder folder;
  const Ending ending = run({kProgram, "explain", "--now", kNow, "--config", demo_board(folder)});
  ASSERT_EQ(ending.code, 0) << ending.err;
  const json document = json::parse(ending.out);
  EXPECT_EQ(document["now"], kNow);
  EXPECT_EQ(document["slides"].size(), 2u);
  EXPECT_EQ(document["slides"][0]["title"], "15 themes green, 13 amber, none red");
  EXPECT_EQ(document["feeds"][0]["last_attempt"]["result"], "Answered");
  EXPECT_EQ(document["feeds"][0]["state"], "fresh");
  bool found = false;
  for (const auto& kpi : document["kpis"]) {
    if (kpi["id"] != "plan/999-answered") continue;
    found = true;
    EXPECT_EQ(kpi["value"], "86.9%");
    EXPECT_EQ(kpi["target"], "Target ≥ 90%");
    EXPECT_EQ(kpi["rating"]["now"], "amber");
    EXPECT_EQ(kpi["rating"]["from"], "rule");
    EXPECT_EQ(kpi["change"]["amount"], "6.3 points");
  }
  EXPECT_TRUE(found);
}

// One server that can be told to stop giving the document.
class ChangingServer {
 public:
  ChangingServer()
      : server_([this](support::Connection& connection, const std::string&) {
          std::lock_guard lock(mutex_);
          connection.send(answer_);
        }) {}
  void answer(std::string bytes) {
    std::lock_guard lock(mutex_);
    answer_ = std::move(bytes);
  }
  std::string url() const { return server_.url("/feed.json"); }

 private:
  std::mutex mutex_;
  std::string answer_;
  support::LoopbackServer server_;
};

TEST(LastGood, IsShownWhateverTheServerDoesNext) {
  const TemporaryFolder folder;
  ChangingServer server;
  const std::string board = write_board(folder, board_with("url", server.url()));
  server.answer(support::http_answer("200 OK", read(kDemo)));
  const json good = json::parse(run({kProgram, "explain", "--config", board}).out);
  EXPECT_EQ(good["feeds"][0]["last_attempt"]["http_status"], 200);
  EXPECT_GT(good["feeds"][0]["last_attempt"]["bytes"], 10'000);
  ASSERT_EQ(good["slides"].size(), 2u);

  const struct {
    std::string bytes;
    const char* result;
  } rows[] = {
      {"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "Feed not found (404)"},
      {"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "Server error"},
      {support::http_answer("200 OK", "<html>Sign in</html>"), "Answer is not JSON"},
      {support::http_answer("200 OK", R"({"format": "other/1"})"), "Not a board feed"},
      {support::http_answer("200 OK", std::string(9u << 20, ' ')), "Answer too large"},
      {"", "Connection refused"},
  };
  for (const auto& row : rows) {
    server.answer(row.bytes);
    const json later = json::parse(run({kProgram, "explain", "--config", board}).out);
    EXPECT_EQ(later["feeds"][0]["last_attempt"]["result"], row.result);
    EXPECT_EQ(later["feeds"][0]["from_disk"], true);
    EXPECT_EQ(later["slides"].size(), 2u) << row.result;
  }
}

TEST(Token, AMissingFileIsNamedAndNothingIsLost) {
  const TemporaryFolder folder;
  ChangingServer server;
  server.answer(support::http_answer("200 OK", read(kDemo)));
  json board = board_with("url", server.url());
  ASSERT_EQ(run({kProgram, "explain", "--config", write_board(folder, board)}).code, 0);
  board["feeds"][0]["token_file"] = "no-token";
  const json later =
      json::parse(run({kProgram, "explain", "--config", write_board(folder, board)}).out);
  EXPECT_EQ(later["feeds"][0]["last_attempt"]["result"], "Access token missing");
  expect_line(later["feeds"][0]["last_attempt"]["detail"], "no-token");
  EXPECT_EQ(later["slides"].size(), 2u);
}

TEST(Explain, JudgesEverySeriesAsAProcess) {
  const TemporaryFolder folder;
  const Ending ending = run({kProgram, "explain", "--config", demo_board(folder), "--now", kNow});
  ASSERT_EQ(ending.code, 0) << ending.err;
  const json explained = json::parse(ending.out);
  const auto& all = explained["series"];
  const auto found = std::find_if(all.begin(), all.end(),
                                  [](const json& one) { return one["id"] == "driver-ksi"; });
  ASSERT_NE(found, all.end());
  const json& series = *found;
  ASSERT_EQ(series["sections"].size(), 2u);
  EXPECT_EQ(series["sections"][1]["from"], "1983-02");
  EXPECT_NEAR(series["sections"][1]["mean"].get<double>(), 1321.7, 0.05);
  EXPECT_NEAR(series["sections"][1]["limits"]["upper"].get<double>(), 1620.1, 0.05);
  EXPECT_EQ(series["variation"], "concern, high");
  EXPECT_EQ(series["icons"]["variation"]["why"], "7 months rising, two above limit");
  EXPECT_EQ(series["assurance"], "hit or miss");
  const json& last = series["points"].back();
  EXPECT_EQ(last["at"], "1984-12");
  EXPECT_EQ(last["rolling"]["12"], 16421);
  EXPECT_EQ(last["rules"], json({"above limit", "trend up"}));
}

TEST(Check, SaysWhatAControlChartWouldHaveToAdmit) {
  const TemporaryFolder folder;
  const json series = {
      {"id", "few"},
      {"title", "Few"},
      {"points", json::array({json::array({"2024-01", 5}), json::array({"2024-02", 6})})},
      {"rebase", json::array({"2030-01"})}};
  const json feed = {{"format", "bluelamp-board/1"}, {"marking", "OFFICIAL"}, {"series", {series}}};
  json board = board_with("file", folder.write("feed.json", feed.dump()).string());
  board["slides"] = json::array({{{"kind", "control-chart"}, {"id", "few"}, {"series", "few"}}});
  const Ending ending = run({kProgram, "check", "--config", write_board(folder, board)});
  expect_line(ending.out, "slide few says: Fewer than 13 points: mean and target only");
  expect_line(ending.out, "series few: recalculated at 2030-01-01, where it has no point");
}

}  // namespace
