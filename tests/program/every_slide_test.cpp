// Every slide of the three reports on every kind of screen: that no text leaves its box or covers
// another, however long it is, and that all of them can be read from where people stand.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "feed/decode.h"
#include "present/plan.h"
#include "settings/settings.h"
#include "view/staged.h"

namespace {

using nlohmann::json;
using std::filesystem::path;
using view::Look;
using view::Staged;

const path kRoot = BLUELAMP_SOURCE_DIR;
const base::Timestamp kNow = *base::parse_timestamp("2026-03-10T14:32:00Z");

// Texts that people write; ids, words of the format and dates stay as they are.
const std::set<std::string> kTexts = {
    "title",    "short",       "lead",      "message",    "text",       "by",
    "detail",   "note",        "source",    "activities", "indicators", "risks",
    "outcomes", "commitments", "headlines", "label",      "group",      "organisation"};

void lengthen(json& value, int times, bool is_text = false) {
  if (value.is_object()) {
    for (auto& [key, member] : value.items()) {
      // Whom to call is short by nature; its own tests make it long.
      if (key != "contacts") lengthen(member, times, kTexts.contains(key));
    }
  } else if (value.is_array()) {
    for (auto& item : value) lengthen(item, times, is_text);
  } else if (is_text && value.is_string() && !value.get_ref<const std::string&>().empty()) {
    const std::string once = value;
    std::string whole = once;
    for (int i = 1; i < times; ++i) whole += " " + once;
    value = whole;
  }
}

struct Report {
  const char* feed;
  const char* config;
};

const Report kReports[] = {
    {"2013-14-q2.json", "demo-2013-14.json"},
    {"2017-18-q2.json", "demo-2017-18.json"},
    {"2023-24-q1.json", "demo-2023-24.json"},
};

void PrintTo(const Report& report, std::ostream* out) {
  *out << report.feed;
}

present::Plan plan_of(const Report& report, int times, settings::Audience audience) {
  base::set_time_zone("UTC");
  const auto loaded = settings::load(kRoot / "config" / report.config);
  if (!loaded.settings) throw std::runtime_error(std::string("no settings ") + report.config);
  settings::Settings settings = *loaded.settings;
  settings.screen.audience = audience;
  json document = json::parse(std::ifstream(kRoot / "assets/demo" / report.feed));
  lengthen(document, times);
  auto decoded = feed::decode(document.dump(), settings.feeds.front().id);
  if (!decoded) throw std::runtime_error(decoded.error().detail);
  model::FeedSnapshot feed;
  feed.status.id = settings.feeds.front().id;
  feed.status.title = settings.feeds.front().title;
  feed.status.late_after = std::chrono::hours{1};
  feed.status.fetched_at = kNow - std::chrono::minutes{12};
  feed.board = std::make_shared<const model::Board>(std::move(decoded).value().board);
  model::Snapshot snapshot;
  snapshot.feeds.push_back(std::move(feed));
  return present::make_plan(settings, snapshot, {kNow, true});
}

class EverySlide : public testing::TestWithParam<Report> {};

TEST_P(EverySlide, IsShown) {
  const present::Plan plan = plan_of(GetParam(), 1, settings::Audience::staff);
  for (const auto& skipped : plan.skipped) {
    ADD_FAILURE() << skipped.id << " is skipped: " << skipped.reason;
  }
  EXPECT_GE(plan.slides.size(), 10u);
}

TEST_P(EverySlide, KeepsTextsInTheirBoxesAndApart) {
  for (const Look& look : view::all_looks()) {
    // Themes differ in colours alone; the tests of each kind look at both.
    if (look.theme == settings::Theme::dark && look.audience != settings::Audience::staff) continue;
    if (look.theme == settings::Theme::light && look.audience == settings::Audience::staff)
      continue;
    for (int times : {1, 3}) {
      Staged staged(plan_of(GetParam(), times, look.audience), look);
      for (std::size_t i = 0; i < staged.stage().plan().slides.size(); ++i) {
        SCOPED_TRACE(staged.stage().plan().slides[i].id + ", " + name_of(look) + ", " +
                     std::to_string(times) + " times");
        staged.turn_to(i);
        expect_texts_apart(staged);
      }
    }
  }
}

std::string kind_of(const present::Content& content) {
  static const char* const kinds[] = {
      "overview",     "kpis",          "priority",       "trend",       "theme",
      "headlines",    "spotlight",     "kpi-table",      "commitments", "rag-grid",
      "exceptions",   "finance",       "response",       "chart",       "rank",
      "forward-plan", "control-chart", "control-charts", "waiting"};
  static_assert(std::size(kinds) == std::variant_size_v<present::Content>);
  return kinds[content.index()];
}

// The example: 55 inches at 1920x1080, seen from 3 m. What is read as a sentence is body or larger;
// what labels it is never below the floor.
TEST(ReadingTheWall, NothingIsBelowTheFloor) {
  constexpr double kFloor = 16;
  constexpr double kBody = 22;
  std::map<std::string, std::pair<double, double>> of_kinds;  // smallest, largest
  const settings::Screen screen;
  for (const Report& report : kReports) {
    Staged staged(plan_of(report, 1, settings::Audience::staff));
    const float cap = staged.stage().metrics().cap(view::Role::body) /
                      staged.stage().metrics().em(view::Role::body);
    const auto& slides = staged.stage().plan().slides;
    for (std::size_t i = 0; i < slides.size(); ++i) {
      auto [found, is_new] = of_kinds.try_emplace(kind_of(slides[i].content), 1e9, 0.0);
      auto& [smallest, largest] = found->second;
      staged.turn_to(i);
      for (int page = 0; page < staged.pages(); ++page) {
        staged.show(page);
        for (const auto& region : staged.stage().regions()) {
          for (const auto& text : region.texts) {
            if (text.is_mark) continue;
            const double angle =
                view::arcminutes(text.em_pixels * double(cap), screen, {1920, 1080});
            EXPECT_GE(angle, kFloor) << slides[i].id << ": " << text.text;
            smallest = std::min(smallest, angle);
            largest = std::max(largest, angle);
          }
        }
      }
    }
  }
  for (const auto& [kind, angles] : of_kinds) {
    std::printf("%-13s smallest capitals %.1f arcminutes, largest %.1f\n", kind.c_str(),
                angles.first, angles.second);
    EXPECT_GE(angles.second, kBody) << kind;
  }
}

INSTANTIATE_TEST_SUITE_P(Reports, EverySlide, testing::ValuesIn(kReports), [](const auto& tested) {
  return "Of" + std::string(tested.param.feed).substr(0, 4);
});

}  // namespace
