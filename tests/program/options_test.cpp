#include "program/options.h"

#include <gtest/gtest.h>

namespace program {
namespace {

base::Result<Options, Ended> parse(std::vector<const char*> words) {
  words.insert(words.begin(), "bluelamp");
  return parse_options(static_cast<int>(words.size()), words.data());
}

TEST(ParseOptions, RunIsMeantByDefault) {
  for (const auto& words : {std::vector<const char*>{"run", "--config", "b.json", "--windowed"},
                            std::vector<const char*>{"--config", "b.json", "--windowed"}}) {
    const auto options = parse(words);
    ASSERT_TRUE(options);
    const auto& run = std::get<RunOptions>(options.value());
    EXPECT_EQ(run.config, "b.json");
    EXPECT_TRUE(run.windowed);
    EXPECT_FALSE(run.offscreen);
    EXPECT_FALSE(run.seconds);
  }
  const auto timed =
      parse({"run", "--config", "b.json", "--seconds", "60", "--offscreen", "--play-log", "p.log"});
  ASSERT_TRUE(timed);
  EXPECT_EQ(std::get<RunOptions>(timed.value()).seconds, std::chrono::seconds{60});
  EXPECT_EQ(std::get<RunOptions>(timed.value()).play_log, "p.log");
}

TEST(ParseOptions, RenderTakesSizeTimeAndSlide) {
  const auto options = parse({"render", "--config", "b.json", "--out", "d", "--size", "1080x1920",
                              "--now", "2023-09-20T14:32:00Z", "--slide", "trend"});
  ASSERT_TRUE(options);
  const auto& render = std::get<RenderOptions>(options.value());
  EXPECT_EQ(render.size, (settings::PixelSize{1080, 1920}));
  EXPECT_EQ(render.now, base::parse_timestamp("2023-09-20T14:32:00Z"));
  EXPECT_EQ(render.slide, "trend");
}

TEST(ParseOptions, WrongUsageIsOneLineAnd64) {
  const std::vector<std::vector<const char*>> wrong{
      {},
      {"run"},
      {"fly"},
      {"run", "--config"},
      {"run", "--config", "b.json", "--colour"},
      {"run", "--config", "b.json", "--seconds", "0"},
      {"run", "--config", "b.json", "--seconds", "soon"},
      {"render", "--config", "b.json"},
      {"render", "--config", "b.json", "--out", "d", "--size", "1920"},
      {"render", "--config", "b.json", "--out", "d", "--size", "19x10"},
      {"render", "--config", "b.json", "--out", "d", "--size", "1920x1080x2"},
      {"render", "--config", "b.json", "--out", "d", "--now", "noon"},
      {"check"},
      {"check", "--strict"},
      {"explain"},
      {"analyse"},
      {"analyse", "months.csv", "--good", "left"},
  };
  for (const auto& words : wrong) {
    const auto options = parse(words);
    ASSERT_FALSE(options) << (words.empty() ? "" : words.back());
    EXPECT_EQ(options.error().code, 64);
    EXPECT_EQ(options.error().text.find('\n'), std::string::npos) << options.error().text;
    EXPECT_TRUE(options.error().text.starts_with("bluelamp: ")) << options.error().text;
  }
}

TEST(ParseOptions, HelpAndVersionEndWellAndOnStandardOutput) {
  const auto help = parse({"--help"});
  ASSERT_FALSE(help);
  EXPECT_EQ(help.error().code, 0);
  for (const char* word : {"run", "render", "check", "explain", "analyse", "--config"}) {
    EXPECT_NE(help.error().text.find(word), std::string::npos) << word;
  }
  const auto of_command = parse({"render", "--help"});
  ASSERT_FALSE(of_command);
  EXPECT_NE(of_command.error().text.find("--size"), std::string::npos);
  const auto version = parse({"--version"});
  ASSERT_FALSE(version);
  EXPECT_EQ(version.error().code, 0);
  EXPECT_TRUE(version.error().text.starts_with("bluelamp 0."));
}

}  // namespace
}  // namespace program
