// A file of numbers in, a control chart in words and figures out: the real program.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "program/number_file.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace program {
namespace {

using model::Interval;
using nlohmann::json;
using std::chrono::year;
using support::Ending;
using support::TemporaryFolder;

// Twelve months about 10, a shift of six, a month without a figure, and one beyond the limit.
constexpr const char* kMonths =
    "month,value\n"
    "2023-01,11\n2023-02,9\n2023-03,11\n2023-04,9\n2023-05,11\n2023-06,9\n"
    "2023-07,11\n2023-08,9\n2023-09,11\n2023-10,9\n2023-11,11\n2023-12,9\n"
    "2024-01,10.5\n2024-02,10.6\n2024-03,10.4\n2024-04,10.5\n2024-05,10.7\n2024-06,10.4\n"
    "2024-07,\n2024-08,16\n";

Ending analyse(const std::filesystem::path& file, std::vector<std::string> options) {
  std::vector<std::string> words{BLUELAMP_PROGRAM, "analyse"};
  words.insert(words.end(), options.begin(), options.end());
  words.push_back(file.string());
  return support::run(words);
}

void expect_part(const std::string& text, const std::string& part) {
  EXPECT_NE(text.find(part), std::string::npos) << "no \"" << part << "\" in\n" << text;
}

TEST(Analyse, PrintsLinesIconsAndEveryPoint) {
  TemporaryFolder folder;
  const auto file = folder.write("months.csv", kMonths);
  const Ending ending = analyse(file, {"--good", "up", "--target", "4.5", "--baseline", "12"});
  EXPECT_EQ(ending.code, 0) << ending.err;
  for (const char* part : {
           "months.csv, profile mdc\n",
           "Note: 1 gap: missing points are skipped, their neighbours count as consecutive\n",
           "Section 1: 2023-01 to 2024-08, 19 points\n",
           "  mean 10, average moving range 2\n",
           "  limits 4.68 to 15.32, two sigma 6.453 to 13.547\n",
           "Variation: improvement, high\n",
           "Assurance: pass of target 4.5\n",
           "point    value  range  rolling 6  rolling 12  cause         rules\n",
           "2023-12      9      2         60         120  common cause\n",
           "2024-01   10.5    1.5       59.5       119.5  improvement   shift above mean\n",
           "2024-07      –      –          –           –  missing\n",
           "2024-08     16    5.6          –           –  improvement   above limit, shift above "
           "mean\n",
       })
    expect_part(ending.out, part);
}

TEST(Analyse, AnswersScriptsInJsonWithoutRounding) {
  TemporaryFolder folder;
  const auto file = folder.write("months.csv", kMonths);
  const Ending ending = support::run({BLUELAMP_PROGRAM, "analyse", "--json", "--rebase", "2024-02",
                                      "--rebase", "2030-01", file.string(), "--good", "down",
                                      "--target", "-3", "--baseline", "12"});
  ASSERT_EQ(ending.code, 0) << ending.err;
  const json report = json::parse(ending.out);
  EXPECT_EQ(report["good"], "down");
  EXPECT_EQ(report["target"], -3);
  EXPECT_EQ(report["notes"][0], "no point at 2030-01-01: nothing is recalculated there");
  EXPECT_EQ(report["notes"][1], "section 2 has fewer than 12 points: mean and target only");
  ASSERT_EQ(report["sections"].size(), 2u);
  EXPECT_EQ(report["sections"][0]["to"], "2024-01");
  EXPECT_NEAR(report["sections"][0]["limits"]["upper_two_sigma"].get<double>(), 10 + 5.32 * 2 / 3,
              1e-9);
  EXPECT_TRUE(report["sections"][1]["limits"].is_null());
  EXPECT_EQ(report["variation"], "none");
  EXPECT_EQ(report["assurance"], "none");
  ASSERT_EQ(report["points"].size(), 20u);
  EXPECT_EQ(report["points"][11]["rolling"]["12"], 120);
  EXPECT_TRUE(report["points"][18]["value"].is_null());
  EXPECT_EQ(report["points"][19]["after_gap"], true);
  EXPECT_EQ(report["points"][19]["cause"], "not judged");
}

TEST(Analyse, KnowsTheOtherProfile) {
  TemporaryFolder folder;
  const auto file = folder.write("numbers.json", "[1, 1, 1, 1, 2]");
  const json mdc = json::parse(analyse(file, {"--json", "--good", "up"}).out);
  EXPECT_TRUE(mdc["sections"][0]["limits"].is_null());
  const json nhsr = json::parse(analyse(file, {"--json", "--good", "up", "--profile", "nhsr"}).out);
  EXPECT_EQ(nhsr["variation"], "improvement, high");
  EXPECT_EQ(nhsr["points"][4]["at"], "5");
}

TEST(Analyse, SaysWhatIsWrongWithAFile) {
  TemporaryFolder folder;
  const auto file = folder.write("bad.csv", "2023-01,1\n2023-03,NaN\n2023-02,x\n2023-01,4\n");
  const Ending ending = analyse(file, {});
  EXPECT_EQ(ending.code, 2);
  EXPECT_TRUE(ending.out.empty());
  expect_part(ending.err, "bad.csv: line 2: \"NaN\" is not a number; leave it empty");
  expect_part(ending.err, "bad.csv: line 3: \"x\" is not a number");
  expect_part(ending.err, "bad.csv: line 4: 2023-01 stands here a second time");
  EXPECT_EQ(analyse(folder.path() / "none.csv", {}).code, 2);
}

TEST(Analyse, WrongUsageEndsWith64) {
  TemporaryFolder folder;
  const auto file = folder.write("months.csv", kMonths);
  for (const auto& options : std::vector<std::vector<std::string>>{{"--good", "left"},
                                                                   {"--target", "high"},
                                                                   {"--rebase", "soon"},
                                                                   {"--baseline", "0"},
                                                                   {"--profile", "xyz"}}) {
    EXPECT_EQ(analyse(file, options).code, 64) << options[0];
  }
  EXPECT_EQ(support::run({BLUELAMP_PROGRAM, "analyse"}).code, 64);
}

Interval interval_of(const std::string& csv) {
  return parse_csv(csv).value().series.every;
}

TEST(NumberFile, FindsTheIntervalOfItsDates) {
  EXPECT_EQ(interval_of("2023-01,1\n2023-02,1\n2023-05,1\n"), Interval::month);
  EXPECT_EQ(interval_of("2023-01,1\n2023-04,1\n2023-10,1\n"), Interval::quarter);
  EXPECT_EQ(interval_of("2021,1\n2022,1\n2024,1\n"), Interval::year);
  EXPECT_EQ(interval_of("2023-01-02,1\n2023-01-09,1\n2023-01-30,1\n"), Interval::week);
  EXPECT_EQ(interval_of("2023-01-02,1\n2023-01-09,1\n2023-01-10,1\n"), Interval::day);
  EXPECT_EQ(interval_of("2023-01,1\n"), Interval::month);
}

TEST(NumberFile, TakesWhatSpreadsheetsWrite) {
  const auto file =
      parse_csv("\xEF\xBB\xBF\"Month\",\"Count\"\r\n\"2023-01\",\"-1.5\"\r\n\r\n2023-02, 2\r\n");
  ASSERT_TRUE(file);
  const std::vector<model::Point> expected = {{year{2023} / 1 / 1, -1.5, {}},
                                              {year{2023} / 2 / 1, 2.0, {}}};
  EXPECT_EQ(file.value().series.points, expected);
}

TEST(NumberFile, TakesPairsAndNumbers) {
  const auto pairs = parse_number_json(R"([["2023-01", 1], ["2023-02", null]])");
  ASSERT_TRUE(pairs);
  EXPECT_TRUE(pairs.value().has_dates);
  EXPECT_FALSE(pairs.value().series.points[1].value);
  const auto numbers = parse_number_json("[1, null, 3]");
  ASSERT_TRUE(numbers);
  EXPECT_FALSE(numbers.value().has_dates);
  EXPECT_EQ(numbers.value().series.points[2].at, (year{2000} / 3 / 1));
}

TEST(NumberFile, RefusesEverythingElse) {
  for (const char* text : {"", "{}", "[", "[]", "\"x\"", R"(["NaN"])", R"([1, "2"])", "[[1, 2]]",
                           R"([["2023-01"]])", R"([["2023-13", 1]])", R"([["2023-01", 1], 2])",
                           R"([["2023-02", 1], ["2023-01", 2]])", "[1e999]", "[[[[["})
    EXPECT_FALSE(parse_number_json(text)) << text;
  for (const char* text : {"", "\n\n", "month,value\n", "2023-01\n", "2023-01,1\nJune,2\n",
                           "2023-01,1,000\n", "2023-01,inf\n"})
    EXPECT_FALSE(parse_csv(text)) << text;
}

}  // namespace
}  // namespace program
