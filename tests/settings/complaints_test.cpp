#include <gtest/gtest.h>

#include "small_board.h"

namespace settings {
namespace {

struct Case {
  std::string text;
  std::vector<std::string> lines;  // without the file
};

void expect_complaints(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const Loaded loaded = parse(c.text, "board.json");
    std::vector<std::string> expected;
    for (const std::string& line : c.lines) expected.push_back("board.json: " + line);
    EXPECT_EQ(lines(loaded.complaints), expected) << c.text;
    EXPECT_FALSE(loaded.settings) << c.text;
    for (const base::Complaint& complaint : loaded.complaints) {
      EXPECT_EQ(complaint.severity, base::Severity::error) << c.text;
    }
  }
}

TEST(Complaints, AboutTheWhole) {
  expect_complaints({
      {"[]", {"found an array of 0, expected an object"}},
      {"17", {"found 17, expected an object"}},
      {"{}",
       {"/feeds: found nothing, expected a list of at least one feed",
        "/slides: found nothing, expected a list of at least one slide"}},
      {R"({"feeds": [], "slides": {}})",
       {"/feeds: found an array of 0, expected a list of at least one feed",
        "/slides: found an object, expected a list of at least one slide"}},
      {board("3", "null"),
       {"/feeds/0: found 3, expected an object", "/slides/0: found null, expected an object"}},
      {with("title", "12"), {"/title: found 12, expected a text"}},
      {with("$schema", "12"), {"/$schema: found 12, expected a text"}},
      {with("state_directory", "null"),
       {"/state_directory: found null, expected a text that is not empty"}},
      {with("screen", R"({"name": "x"}, "screen": {})"),
       {"/screen: found this key a second time, expected each key once"}},
  });
}

TEST(Complaints, AboutMarkings) {
  expect_complaints({
      {with("marking", R"({"levels": []})"),
       {"/marking/levels: found an array of 0, expected a list of at least one marking, the lowest "
        "first"}},
      {with("marking", R"({"levels": ["Official", "OFFICIAL"]})"),
       {R"(/marking/levels/1: found "OFFICIAL", expected each marking once)"}},
      {with("marking", R"({"levels": ["OFFICIAL", " "]})"),
       {R"(/marking/levels/1: found "", expected a marking such as "OFFICIAL")"}},
      {with("marking", R"({"levels": ["GREEN", "RED"]})"),
       {R"(/marking/ceiling: found nothing, expected one of the levels: "GREEN" or "RED" )"
        R"((this audience's OFFICIAL is none of them))"}},
      {with("marking", R"({"levels": ["GREEN", "RED"], "ceiling": "OFFICIAL"})"),
       {R"(/marking/ceiling: found "OFFICIAL", expected one of the levels: "GREEN" or "RED")"}},
      {with("marking", R"({"aliases": {"NPM": "UNKNOWN"}})"),
       {R"(/marking/aliases/NPM: found "UNKNOWN", expected one of the levels: "PUBLIC", )"
        R"("OFFICIAL" or "OFFICIAL-SENSITIVE")"}},
      {with("marking", R"({"aliases": {"Official": "PUBLIC"}})"),
       {R"(/marking/aliases/Official: found "PUBLIC", expected another word before it: that one is )"
        R"(a level itself)"}},
      {with("marking", R"({"aliases": {"NPM": "PUBLIC", "npm": "OFFICIAL"}})"),
       {R"(/marking/aliases/npm: found "OFFICIAL", expected each marking once, however it is )"
        R"(written)"}},
      {with("marking", R"({"aliases": []})"),
       {R"(/marking/aliases: found an array of 0, expected an object such as )"
        R"({"NOT PROTECTIVELY MARKED": "OFFICIAL"})"}},
  });
}

TEST(Complaints, AboutUnknownKeys) {
  expect_complaints({
      {with("screeen", "{}"),
       {R"(/screeen: found an unknown key, expected a known key; did you mean "screen"?)"}},
      {with("screen", R"({"diagonal_inch": 55})"),
       {R"(/screen/diagonal_inch: found an unknown key, expected a known key; did you mean )"
        R"("diagonal_inches"?)"}},
      {with("fonts", R"({"bold": "x.otf"})"),
       {R"(/fonts/bold: found an unknown key, expected "regular" or "semibold")"}},
      {with("rules", R"({"ab": 1})"),
       {R"(/rules/ab: found an unknown key, expected "amber_within_percent", )"
        R"("amber_within_points", "amber_within_places", "amber_within_absolute", )"
        R"("dead_band_percent", "dead_band_points" or "suppress_below")"}},
      {with_feed(R"("token_flie": "x")"),
       {R"(/feeds/0/token_flie: found an unknown key, expected a known key; did you mean )"
        R"("token_file"?)"}},
      {with_feed(R"("ur": "x")"),
       {R"(/feeds/0/ur: found an unknown key, expected a known key; did you mean "url"?)"}},
      // Two edits from "id", and so is any other word of two letters.
      {with_slide(R"("kind": "overview", "xy": 3)"),
       {R"(/slides/0/xy: found an unknown key, expected "id", "kind", "seconds", "title", "kpis", )"
        R"("priority", "series", "from", "months", "recalculate", "icons", "theme", "rows", "columns", "kpi", "table", )"
        R"("form", "bars", "lines", "style", "rolling" or "axes")"}},
      {with_slide(R"("kind": "overview", "sec": 3)"),
       {R"(/slides/0/sec: found an unknown key, expected "id", "kind", "seconds", "title", "kpis", )"
        R"("priority", "series", "from", "months", "recalculate", "icons", "theme", "rows", "columns", "kpi", "table", )"
        R"("form", "bars", "lines", "style", "rolling" or "axes")"}},
      {with("a\\n\\u001b[31m", "1"),
       {R"(/a [31m: found an unknown key, expected "$schema", "title", "screen", "fonts", "rules", "control_charts", "marking", )"
        R"("feeds", "slides" or "state_directory")"}},
  });
}

TEST(Complaints, AboutTheScreen) {
  const std::string inches = "/screen/diagonal_inches: found ";
  const std::string size = "/screen/size: found ";
  const std::string size_wanted =
      R"(, expected a size such as "1920x1080", each side from 320 to 7680)";
  const std::string zone = "/screen/time_zone: found ";
  const std::string zone_wanted =
      R"(, expected a time zone of this machine, such as "Europe/London")";
  expect_complaints({
      {with("screen", "\"big\""), {R"(/screen: found "big", expected an object)"}},
      {with("screen", R"({"name": ["a", "b"]})"),
       {"/screen/name: found an array of 2, expected a text"}},
      {with("screen", R"({"diagonal_inches": 4.9})"),
       {inches + "4.9, expected a number from 5 to 200"}},
      {with("screen", R"({"diagonal_inches": "55"})"),
       {inches + R"("55", expected a number from 5 to 200)"}},
      {with("screen", R"({"distance_metres": 0.29})"),
       {"/screen/distance_metres: found 0.29, expected a number from 0.3 to 50"}},
      {with("screen", R"({"audience": "everybody"})"),
       {R"(/screen/audience: found "everybody", expected "public", "staff" or "restricted")"}},
      {with("screen", R"({"theme": "Dark"})"),
       {R"(/screen/theme: found "Dark", expected "dark" or "light")"}},
      {with("screen", R"({"transition": true})"),
       {R"(/screen/transition: found true, expected "cut" or "fade")"}},
      {with("screen", R"({"renderer": "opengl"})"),
       {R"(/screen/renderer: found "opengl", expected "software" or "gpu")"}},
      {with("screen", R"({"keys_leave": 0, "fullscreen": "yes", "reduced_motion": null})"),
       {"/screen/keys_leave: found 0, expected true or false",
        R"(/screen/fullscreen: found "yes", expected true or false)",
        "/screen/reduced_motion: found null, expected true or false"}},
      {with("screen", R"({"size": "1920"})"), {size + "\"1920\"" + size_wanted}},
      {with("screen", R"({"size": "1920X1080"})"), {size + "\"1920X1080\"" + size_wanted}},
      {with("screen", R"({"size": "319x1080"})"), {size + "\"319x1080\"" + size_wanted}},
      {with("screen", R"({"size": "1920x7681"})"), {size + "\"1920x7681\"" + size_wanted}},
      {with("screen", R"({"size": [1920, 1080]})"), {size + "an array of 2" + size_wanted}},
      {with("screen", R"({"time_zone": "Europe/Lundon"})"),
       {zone + "\"Europe/Lundon\"" + zone_wanted}},
      {with("screen", R"({"time_zone": "zone.tab"})"), {zone + "\"zone.tab\"" + zone_wanted}},
      {with("screen", R"({"time_zone": "Europe"})"), {zone + "\"Europe\"" + zone_wanted}},
      {with("screen", R"({"time_zone": "../../../etc/passwd"})"),
       {zone + "\"../../../etc/passwd\"" + zone_wanted}},
      {with("screen", R"({"time_zone": ""})"), {zone + "\"\", expected a text that is not empty"}},
      {with("fonts", R"({"regular": "", "semibold": "a\u0000b"})"),
       {R"(/fonts/regular: found "", expected a text that is not empty)",
        R"(/fonts/semibold: found "a b", expected a text without control characters)"}},
      {with("rules", R"({"amber_within_percent": -1})"),
       {"/rules/amber_within_percent: found -1, expected a number from 0 to 100"}},
  });
}

TEST(Complaints, AboutAFeed) {
  const std::string id_wanted =
      ", expected 1 to 64 letters, digits, - or _, the first of them not a -";
  expect_complaints({
      {board(R"({"url": "https://feeds.example/"})", kSlide),
       {R"(/feeds/0/id: found nothing, expected a short name of the feed, such as "plan")"}},
      {board(R"({"id": "a/b", "url": "https://feeds.example/"})", kSlide),
       {"/feeds/0/id: found \"a/b\"" + id_wanted}},
      {board(R"({"id": "..", "url": "https://feeds.example/"})", kSlide),
       {"/feeds/0/id: found \"..\"" + id_wanted}},
      {board(R"({"id": "-a", "url": "https://feeds.example/"})", kSlide),
       {"/feeds/0/id: found \"-a\"" + id_wanted}},
      {board(kFeed + "," + kFeed, kSlide),
       {R"(/feeds/1/id: found "plan", expected an id of its own: /feeds/0 has this one)"}},
      {board(R"({"id": "plan"})", kSlide),
       {R"(/feeds/0: found neither "url" nor "file", expected one of them)"}},
      {with_feed(R"("file": "board.json")"),
       {R"(/feeds/0/file: found "file" beside "url", expected only one of "url" and "file")"}},
      {with_feed(R"("every_seconds": 4)"),
       {"/feeds/0/every_seconds: found 4, expected a whole number of seconds from 5 to 604800"}},
      {with_feed(R"("every_seconds": 60.5)"),
       {"/feeds/0/every_seconds: found 60.5, expected a whole number of seconds from 5 to 604800"}},
      {with_feed(R"("every_seconds": 1e300)"),
       {"/feeds/0/every_seconds: found 1e300, expected a whole number of seconds from 5 to "
        "604800"}},
      {with_feed(R"("every_seconds": 60, "late_after_seconds": 60)"),
       {"/feeds/0/late_after_seconds: found 60, expected 0, or more than the 60 seconds between "
        "two "
        "requests"}},
      {with_feed(R"("generated_late_after_seconds": 0)"),
       {"/feeds/0/generated_late_after_seconds: found 0, expected a whole number of seconds from 5 "
        "to 86400000"}},
      {with_feed(R"("connect_timeout_seconds": 0)"),
       {"/feeds/0/connect_timeout_seconds: found 0, expected a number of seconds from 0.1 to 60"}},
      {with_feed(R"("connect_timeout_seconds": 20)"),
       {"/feeds/0/connect_timeout_seconds: found 20, expected a connect timeout not above the "
        "whole "
        "request's 15000 ms"}},
      {with_feed(R"("timeout_seconds": 1.5)"),
       {"/feeds/0/timeout_seconds: found 1.5, expected a connect timeout not above the whole "
        "request's 1500 ms"}},
      {with_feed(R"("max_bytes": 1000)"),
       {"/feeds/0/max_bytes: found 1000, expected a whole number from 1024 to 67108864"}},
      {with_feed(R"("first_after_seconds": -1)"),
       {"/feeds/0/first_after_seconds: found -1, expected a whole number of seconds from 0 to "
        "604800"}},
      {board(R"({"id": "a", "file": "a.json", "ca_file": "ca.pem", "timeout_seconds": 5})", kSlide),
       {R"(/feeds/0/ca_file: found this key beside "file", expected it only beside "url")",
        R"(/feeds/0/timeout_seconds: found this key beside "file", expected it only beside "url")"}},
  });
}

TEST(Complaints, AboutAToken) {
  expect_complaints({
      {board(R"({"id": "a", "url": "http://feeds.example/a", "token_file": "a.token"})", kSlide),
       {R"(/feeds/0/url: found "http://feeds.example/a" with a token, expected https://, so that )"
        R"(nobody on the way can read the token)"}},
      {board(R"({"id": "a", "url": "http://127.0.0.1.feeds.example/", "token_environment": "A"})",
             kSlide),
       {R"(/feeds/0/url: found "http://127.0.0.1.feeds.example/" with a token, expected https://, )"
        R"(so that nobody on the way can read the token)"}},
      {with_feed(R"("token_file": "a.token", "token_environment": "A")"),
       {R"(/feeds/0/token_environment: found a second token beside "token_file", expected only one )"
        R"(of "token_file" and "token_environment")"}},
      {with_feed(R"("token_header": "X-Key")"),
       {R"(/feeds/0/token_header: found this key without a token, expected "token_file" or )"
        R"("token_environment" with it)"}},
      {with_feed(R"("token_file": "a", "token_header": "X Key", "token_prefix": "a\r\nb: c")"),
       {R"(/feeds/0/token_header: found "X Key", expected the name of an HTTP header, such as )"
        R"("Authorization")",
        R"(/feeds/0/token_prefix: found "a b: c", expected a text of printable ASCII, such as )"
        R"("Bearer ")"}},
      // What stands there may be the token itself, and is not repeated.
      {with_feed(R"("token_environment": "s3cr3t-t0ken")"),
       {"/feeds/0/token_environment: found something else, expected the name of an environment "
        "variable: letters, digits, _"}},
      {board(R"({"id": "a", "url": "https://me:s3cr3t@feeds.example/"})", kSlide),
       {R"(/feeds/0/url: found "https://…@feeds.example/", expected a URL without user or password; )"
        R"(use token_file or token_environment)"}},
  });
}

const std::string kKinds =
    R"("overview", "kpis", "priority", "trend", "theme", "headlines", "spotlight", "kpi-table", )"
    R"("commitments", "rag-grid", "exceptions", "finance", "response", "chart", "rank", )"
    R"("forward-plan", "control-chart" or "control-charts")";

TEST(Complaints, AboutASlide) {
  expect_complaints({
      {with_slide(R"("id": "a")"), {R"(/slides/0/kind: found nothing, expected )" + kKinds}},
      {with_slide(R"("kind": "map", "series": "a")"),
       {R"(/slides/0/kind: found "map", expected )" + kKinds}},
      {with_slide(R"("kind": "trend")"),
       {"/slides/0/series: found nothing, expected the id of the series to show"}},
      {with_slide(R"("kind": "trend", "series": "a", "months": 11)"),
       {"/slides/0/months: found 11, expected a whole number from 12 to 240"}},
      {with_slide(R"("kind": "trend", "series": "a", "from": "2013-04", "months": 24)"),
       {R"(/slides/0/months: found "months" beside "from", expected only one of them: "from" runs )"
        R"(to the newest month)"}},
      {with_slide(R"("kind": "trend", "series": "a", "from": "2013-13")"),
       {R"(/slides/0/from: found "2013-13", expected a month such as "2013-04")"}},
      {with_slide(R"("kind": "trend", "series": "a", "from": "2013")"),
       {R"(/slides/0/from: found "2013", expected a month such as "2013-04")"}},
      {with_slide(R"("kind": "trend", "series": 7)"),
       {R"(/slides/0/series: found 7, expected an id of the feed, as in "999-10s" or )"
        R"("calls/999-10s")"}},
      {with_slide(R"("kind": "overview", "kpis": ["a"], "months": 12)"),
       {R"(/slides/0/kpis: found this key on a slide of kind "overview", expected it only on one of )"
        R"(kind "kpis", "kpi-table", "response", "rank" or "control-charts")",
        R"(/slides/0/months: found this key on a slide of kind "overview", expected it only on one )"
        R"(of kind "trend", "chart" or "control-chart")"}},
      {with_slide(R"("kind": "control-chart", "icons": true)"),
       {"/slides/0/series: found nothing, expected the id of the series to show",
        R"(/slides/0/icons: found this key on a slide of kind "control-chart", expected it only on )"
        R"(one of kind "kpis" or "kpi-table")"}},
      {with_slide(R"("kind": "kpis", "kpis": [])"),
       {"/slides/0/kpis: found an array of 0, expected a list of KPI ids; leave the key out for "
        "all "
        "of role figure"}},
      {with_slide(R"("kind": "kpis", "kpis": ["a", "b", "a", ""])"),
       {R"(/slides/0/kpis/2: found "a", expected each KPI once)",
        R"(/slides/0/kpis/3: found "", expected an id of the feed, as in "999-10s" or )"
        R"("calls/999-10s")"}},
      {with_slide(R"("kind": "overview", "seconds": 1)"),
       {R"(/slides/0/seconds: found 1, expected a whole number of seconds from 2 to 86400, or )"
        R"("reading")"}},
      {with_slide(R"("kind": "overview", "seconds": "auto")"),
       {R"(/slides/0/seconds: found "auto", expected a whole number of seconds from 2 to 86400, or )"
        R"("reading")"}},
      {with_slide(R"("kind": "overview", "seconds": 10.5)"),
       {R"(/slides/0/seconds: found 10.5, expected a whole number of seconds from 2 to 86400, or )"
        R"("reading")"}},
      {with_slide(R"("kind": "chart")"),
       {"/slides/0/bars: found nothing, expected a list of one to four series ids"}},
      {with_slide(R"("kind": "chart", "bars": ["a", "b", "c", "d", "e"], "rolling": [1])"),
       {"/slides/0/bars: found an array of 5, expected a list of one to four series ids",
        "/slides/0/rolling/0: found 1, expected a whole number from 2 to 60"}},
      {with_slide(R"("kind": "chart", "lines": ["a", "a"], "rolling": [])"),
       {R"(/slides/0/lines/1: found "a", expected each series once)",
        "/slides/0/rolling: found an array of 0, expected a list of one or two lengths, such as "
        "[6, 12]"}},
      {with_slide(R"("kind": "rag-grid", "rows": "periods")"),
       {"/slides/0: found rows and columns of the same dimension, expected two different "
        "dimensions"}},
      {with_slide(R"("kind": "trend", "series": "ksi", "axes": "two")"),
       {R"(/slides/0/axes: found "two", expected "two-panels" or "dual")"}},
      {with_slide(R"("kind": "chart", "bars": ["ksi"], "axes": "dual")"),
       {R"(/slides/0/axes: found this key on a slide of kind "chart", expected it only on one of )"
        R"(kind "trend")"}},
      {with_slide(R"("kind": "finance", "form": "bars")"),
       {R"(/slides/0/form: found "bars", expected "automatic", "rows", "variance", "shares" or )"
        R"("movement")"}},
      {board(kFeed, R"({"id": "x", "kind": "overview"}, {"id": "x", "kind": "kpis"})"),
       {R"(/slides/1/id: found "x", expected an id of its own: /slides/0 has this one)"}},
  });
}

TEST(Complaints, AreAllCollectedInTheOrderOfTheDocument) {
  expect_complaints(
      {{R"({
    "slides": [{"kind": "map"}, {"kind": "trend"}],
    "wrong": 1,
    "feeds": [{"url": 5, "id": "a"}, {"id": "a", "file": "x.json"}],
    "screen": {"theme": "blue"}
  })",
        {R"(/slides/0/kind: found "map", expected )" + kKinds,
         "/slides/1/series: found nothing, expected the id of the series to show",
         R"(/wrong: found an unknown key, expected "$schema", "title", "screen", )"
         R"("fonts", "rules", "control_charts", "marking", "feeds", "slides" or "state_directory")",
         "/feeds/0/url: found 5, expected a text that is not empty",
         R"(/feeds/1/id: found "a", expected an id of its own: /feeds/0 has this one)",
         R"(/screen/theme: found "blue", expected "dark" or "light")"}}});
}

TEST(Complaints, EndWhereNobodyReadsOn) {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "\"unknown-key-" + std::to_string(i) + "\": 1, ";
  const Loaded loaded = parse(board(kFeed, kSlide, many), "board.json");
  ASSERT_EQ(loaded.complaints.size(), 201u);
  EXPECT_EQ(base::to_line(loaded.complaints.back()),
            "board.json: found 4800 more complaints, expected those above mended first");
}

// A warning names what is odd and lets the board start.
TEST(Warnings, LeaveTheSettingsInForce) {
  const Case cases[] = {
      {board(R"({"id": "a", "url": "http://feeds.example/a", "ca_file": "ca.pem"})", kSlide),
       {R"(board.json: /feeds/0/ca_file: found "ca.pem" beside an http:// url, expected https://, )"
        R"(which alone checks certificates)"}},
      {board(kFeed, R"({"kind": "kpis", "kpis": ["plan/x", "pan/y", "z"]})"),
       {R"(board.json: /slides/0/kpis/1: found "pan/y", expected the id of a feed before the slash: )"
        R"("plan")"}},
      {with_slide(R"("kind": "trend", "series": "calls/x")"),
       {R"(board.json: /slides/0/series: found "calls/x", expected the id of a feed before the )"
        R"(slash: "plan")"}},
  };
  for (const Case& c : cases) {
    const Loaded loaded = parse(c.text, "board.json");
    EXPECT_TRUE(loaded.settings) << c.text;
    EXPECT_EQ(lines(loaded.complaints), c.lines) << c.text;
    for (const base::Complaint& complaint : loaded.complaints) {
      EXPECT_EQ(complaint.severity, base::Severity::warning);
    }
  }
}

}  // namespace
}  // namespace settings
