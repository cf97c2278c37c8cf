#include "bench_board.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/time.h"
#include "feed/decode.h"
#include "feed/read_file.h"

namespace bench {
namespace {

using nlohmann::json;

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "bench: %s\n", why.c_str());
  std::exit(EXIT_FAILURE);
}

std::string month(int i) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d", 1100 + i / 12, i % 12 + 1);
  return text;
}

json series_of(int number, int points) {
  json series = {{"id", "s" + std::to_string(number)},
                 {"title", "Reports of kind " + std::to_string(number)},
                 {"unit", "count"},
                 {"good", "down"}};
  json& list = series["points"] = json::array();
  for (int i = 0; i < points; ++i) {
    const int value = 900 + (i * 7919 + number * 104'729) % 211;
    list.push_back(json::array({month(i), value}));
  }
  return series;
}

json kpi_of(int number) {
  const std::string text = std::to_string(number);
  return {{"id", "k" + text},
          {"title", "Calls of kind " + text + " answered in time"},
          {"short", "Kind " + text},
          {"unit", "percent"},
          {"good", "up"},
          {"value", 60 + number * 37 % 40},
          {"target", {{"is", ">="}, {"value", 80}}}};
}

}  // namespace

model::Timestamp now() {
  return *base::parse_timestamp("2026-03-10T14:32:00Z");
}

std::string read_feed(const Report& report) {
  const auto path = std::filesystem::path(BLUELAMP_SOURCE_DIR) / "assets/demo" / report.feed;
  auto read = feed::read_file(path, 8u << 20);
  if (!read) give_up(path.string() + " cannot be read");
  return std::move(read).value().bytes;
}

settings::Settings load_settings(const Report& report) {
  const auto path = std::filesystem::path(BLUELAMP_SOURCE_DIR) / "config" / report.config;
  auto loaded = settings::load(path);
  if (!loaded.settings) give_up(path.string() + " cannot be read");
  base::set_time_zone("UTC");
  return *std::move(loaded.settings);
}

std::string made_feed(int kpis, int series, int points) {
  json document = {{"format", "bluelamp-board/1"}, {"title", "Made larger for measuring"}};
  json& all_kpis = document["kpis"] = json::array();
  for (int i = 0; i < kpis; ++i) all_kpis.push_back(kpi_of(i));
  json& all_series = document["series"] = json::array();
  for (int i = 0; i < series; ++i) all_series.push_back(series_of(i, points));
  return document.dump();
}

std::string made_feed_of(std::size_t bytes) {
  constexpr int kPoints = 240;
  const std::size_t each = made_feed(0, 2, kPoints).size() - made_feed(0, 1, kPoints).size();
  std::string feed = made_feed(10, static_cast<int>(bytes / each), kPoints);
  constexpr std::size_t kMost = 8u << 20;
  if (feed.size() > kMost) give_up("the feed made for measuring is larger than is decoded");
  return feed;
}

model::FeedSnapshot fetched(const std::string& bytes, const std::string& id) {
  auto decoded = feed::decode(bytes, id);
  if (!decoded) give_up(decoded.error().detail);
  model::FeedSnapshot feed;
  feed.status.id = id;
  feed.status.title = "Plan board";
  feed.status.late_after = std::chrono::hours{1};
  feed.status.fetched_at = now() - std::chrono::minutes{12};
  feed.board = std::make_shared<const model::Board>(std::move(decoded).value().board);
  return feed;
}

}  // namespace bench
