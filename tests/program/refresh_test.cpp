// Next year's plan needs new data only: priorities change order, a theme gets another name, one
// goes, measures are added, and the board is right without a change of its settings.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "feed/decode.h"
#include "present/plan.h"
#include "settings/settings.h"
#include "view/staged.h"

namespace {

using nlohmann::json;
using std::filesystem::path;

const path kRoot = BLUELAMP_SOURCE_DIR;
const base::Timestamp kNow = *base::parse_timestamp("2026-03-10T14:32:00Z");

settings::Settings kept_settings() {
  return settings::load(kRoot / "config/demo-2023-24.json").settings.value();
}

json this_year() {
  return json::parse(std::ifstream(kRoot / "assets/demo/2023-24-q1.json"));
}

json next_year() {
  json feed = this_year();
  feed["period"] = {{"label", "Quarter 1 2024/25"}, {"from", "2024-04-01"}, {"to", "2024-06-30"}};
  auto& priorities = feed["priorities"];
  std::reverse(priorities.begin(), priorities.end());
  for (std::size_t i = 0; i < priorities.size(); ++i) priorities[i]["number"] = i + 1;
  for (auto& priority : priorities) {
    if (priority["id"] == "p1") {
      priority["themes"][1]["title"] = "Homes and Sheds";
      priority["themes"][1].erase("short");
      priority["themes"].erase(priority["themes"].size() - 1);  // Pet Theft
    }
  }
  for (const char* id : {"new-measure-a", "new-measure-b"}) {
    feed["kpis"].push_back({{"id", id},
                            {"title", std::string("Measure ") + id},
                            {"priority", "p1"},
                            {"role", "measure"},
                            {"value", 12.5},
                            {"unit", "percent"},
                            {"target", {{"is", ">="}, {"value", 10}}}});
  }
  return feed;
}

present::Plan plan_of(const json& document) {
  auto decoded = feed::decode(document.dump(), "plan");
  if (!decoded) throw std::runtime_error(decoded.error().detail);
  model::FeedSnapshot feed;
  feed.status.id = kept_settings().feeds.front().id;
  feed.status.late_after = std::chrono::hours{1};
  feed.status.fetched_at = kNow - std::chrono::minutes{12};
  feed.board = std::make_shared<const model::Board>(std::move(decoded).value().board);
  model::Snapshot snapshot;
  snapshot.feeds.push_back(std::move(feed));
  return present::make_plan(kept_settings(), snapshot, {kNow, true});
}

template <class Content>
const Content& first_of(const present::Plan& plan) {
  for (const auto& slide : plan.slides) {
    if (const auto* content = std::get_if<Content>(&slide.content)) return *content;
  }
  throw std::runtime_error("no slide of this kind");
}

const present::PriorityPage& page_about(const present::Plan& plan, const std::string& title) {
  for (const auto& slide : plan.slides) {
    if (slide.subtitle.find(title) == std::string::npos && slide.title != title) continue;
    if (const auto* page = std::get_if<present::PriorityPage>(&slide.content)) return *page;
  }
  throw std::runtime_error("no slide about " + title);
}

TEST(RefreshOfThePlan, ReordersThePriorities) {
  const auto before = first_of<present::Overview>(plan_of(this_year()));
  const auto after = first_of<present::Overview>(plan_of(next_year()));
  ASSERT_EQ(before.cards.size(), 6u);
  ASSERT_EQ(after.cards.size(), 6u);
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(after.cards[i].title, before.cards[5 - i].title);
    EXPECT_EQ(after.cards[i].number, std::to_string(i + 1));
  }
}

TEST(RefreshOfThePlan, RenamesAndDropsThemes) {
  const auto overview = first_of<present::Overview>(plan_of(next_year()));
  const auto& themes = overview.cards.back().themes;
  ASSERT_EQ(themes.size(), 5u);
  EXPECT_EQ(themes[1].title, "Homes and Sheds");
  EXPECT_EQ(themes[1].rag.now, model::Rating::amber);
  for (const auto& theme : themes) EXPECT_NE(theme.title, "Pet Theft");
}

TEST(RefreshOfThePlan, ShowsMeasuresThatWereAdded) {
  const std::string title = "Cut Crime and Anti-Social Behaviour";
  const auto before = page_about(plan_of(this_year()), title);
  const auto after = page_about(plan_of(next_year()), title);
  ASSERT_EQ(after.measures.size(), before.measures.size() + 2);
  EXPECT_EQ(after.measures.back().title, "Measure new-measure-b");
  EXPECT_EQ(after.measures.back().current.text, "12.5%");
}

TEST(RefreshOfThePlan, SkipsNothingAndFitsEverywhere) {
  const present::Plan plan = plan_of(next_year());
  EXPECT_EQ(plan.slides.size(), plan_of(this_year()).slides.size());
  for (const auto& slide : plan.slides) EXPECT_FALSE(slide.title.empty()) << slide.id;
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, {1080, 1920}}) {
    view::Staged staged(plan, {size});
    for (std::size_t i = 0; i < plan.slides.size(); ++i) {
      SCOPED_TRACE(plan.slides[i].id);
      staged.turn_to(i);
      expect_texts_apart(staged);
    }
  }
}

}  // namespace
