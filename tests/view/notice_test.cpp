#include <gtest/gtest.h>

#include "support/sample_meetings.h"
#include "view/staged.h"

namespace view {
namespace {

using Level = model::Notice::Level;
using Style = model::Notice::Style;
using support::sample_notice;

constexpr auto kLevels = {Level::information, Level::warning, Level::urgent};
constexpr auto kStyles = {Style::banner, Style::full};

present::Plan board_with(std::optional<present::NoticeTaken> notice) {
  present::Plan plan = support::plan_with(support::sample_kpis(), "Four of six meet their target",
                                          "Dashed line: target.");
  plan.notice = std::move(notice);
  return plan;
}

// The slide goes on beneath a band; its texts are dimmed and need not keep out of the way.
void expect_notice_texts_apart(const Staged& staged) {
  const float soft = 1.5f / staged.stage().metrics().scale;
  std::vector<const SetText*> texts;
  const auto regions = staged.stage().regions();
  for (const auto& region : regions) {
    if (!region.name.starts_with("notice")) continue;
    for (const auto& text : region.texts) {
      EXPECT_TRUE(text.limit.inset(-soft).contains(text.ink)) << print(text) << " in its box";
      EXPECT_TRUE(region.bounds.inset(-soft).contains(text.ink))
          << print(text) << " in " << region.name;
      texts.push_back(&text);
    }
  }
  EXPECT_FALSE(texts.empty());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      EXPECT_FALSE(texts[i]->ink.overlaps(texts[j]->ink))
          << print(*texts[i]) << " over " << print(*texts[j]);
    }
  }
}

bool cuts_a_text(const Staged& staged) {
  for (const auto& region : staged.stage().regions()) {
    if (!region.name.starts_with("notice")) continue;
    for (const auto& text : region.texts) {
      if (text.text.ends_with("…")) return true;
    }
  }
  return false;
}

TEST(NoticeView, keeps_its_texts_apart_at_every_length) {
  for (const Look& look : all_looks()) {
    for (Level level : kLevels) {
      for (Style style : kStyles) {
        for (int times : {1, 3, 60}) {
          SCOPED_TRACE(name_of(look) + ", level " + std::to_string(int(level)) + ", style " +
                       std::to_string(int(style)) + ", times " + std::to_string(times));
          auto notice = sample_notice(level, style);
          notice.marking = "OFFICIAL-SENSITIVE";
          support::lengthening::lengthen(notice, times);
          Staged staged(board_with(notice), look);
          expect_notice_texts_apart(staged);
          if (times == 1) {
            EXPECT_FALSE(cuts_a_text(staged));
          }
        }
      }
    }
  }
}

TEST(NoticeView, sets_nothing_smaller_than_body) {
  for (Style style : kStyles) {
    auto notice = sample_notice(Level::warning, style);
    notice.marking = "OFFICIAL";
    support::lengthening::lengthen(notice, 3);
    Staged staged(board_with(notice));
    for (const auto& region : staged.stage().regions()) {
      if (region.name != "notice") continue;
      for (const auto& text : region.texts) {
        if (text.text == "OFFICIAL") continue;  // chrome
        EXPECT_GE(text.limit.height(), 1.22f * 43) << text.text;
      }
    }
  }
}

TEST(NoticeView, a_band_takes_the_lower_third_and_leaves_the_chrome) {
  Staged staged(board_with(sample_notice(Level::warning, Style::banner)));
  const Box band = staged.bounds_of("notice");
  EXPECT_NEAR(band.top, 624, 1);
  EXPECT_FLOAT_EQ(band.bottom, 1012);
  EXPECT_TRUE(staged.says("14:32"));
  EXPECT_TRUE(staged.says("OFFICIAL"));
  EXPECT_TRUE(staged.says("Slide 1 of 1"));
  EXPECT_TRUE(staged.says("Fire alarm test at 15:00"));
  EXPECT_TRUE(staged.says("sent 14:20 by Facilities"));
}

TEST(NoticeView, a_band_grows_upwards_with_its_text) {
  auto notice = sample_notice(Level::urgent, Style::banner);
  notice.detail =
      "Leave by the nearest exit, do not use the lifts, do not go back for belongings, and meet at "
      "the assembly point on the north side of the car park. Wardens take the roll there. Wait "
      "until the fire service says that the building is safe, whatever the alarm does.";
  Staged staged(board_with(notice));
  EXPECT_LT(staged.bounds_of("notice").top, 600);
  EXPECT_FLOAT_EQ(staged.bounds_of("notice").bottom, 1012);
  EXPECT_FALSE(cuts_a_text(staged));
}

TEST(NoticeView, a_full_one_stands_alone_with_marking_and_clock) {
  Staged staged(board_with(sample_notice(Level::warning, Style::full)));
  for (const auto& region : staged.stage().regions()) {
    EXPECT_TRUE(region.name.starts_with("notice")) << region.name;
  }
  EXPECT_TRUE(staged.says("14:32"));
  EXPECT_TRUE(staged.says("OFFICIAL"));
  EXPECT_TRUE(staged.says("Call 101 or report online"));
}

TEST(NoticeView, a_band_says_a_marking_that_the_slide_does_not) {
  auto notice = sample_notice(Level::information, Style::banner);
  notice.marking = "OFFICIAL-SENSITIVE";
  Staged staged(board_with(notice));
  EXPECT_TRUE(staged.says("OFFICIAL-SENSITIVE"));
}

TEST(NoticeView, its_clock_damages_its_corner_alone) {
  auto plan = board_with(sample_notice(Level::warning, Style::full));
  auto stage = Stage::create({}, {1920, 1080}, 0);
  ASSERT_TRUE(stage);
  ASSERT_TRUE(stage.value()->set_plan(plan));
  stage.value()->build({});
  EXPECT_TRUE(stage.value()->build({.progress = 0.5}).damage.empty());
  plan.clock = "14:33";
  ASSERT_TRUE(stage.value()->set_plan(plan));
  const auto damage = stage.value()->build({}).damage;
  ASSERT_EQ(damage.size(), 1u);
  EXPECT_LT(damage[0].width, 300);
  EXPECT_LT(damage[0].height, 100);
}

TEST(NoticeView, a_fade_beneath_leaves_the_band_alone) {
  auto stage = Stage::create({}, {1920, 1080}, 0);
  ASSERT_TRUE(stage);
  ASSERT_TRUE(stage.value()->set_plan(board_with(sample_notice(Level::urgent, Style::banner))));
  const Frame frame = stage.value()->build({.opacity = 0});
  const auto regions = stage.value()->regions();
  bool any = false;
  for (int i = 0; i < frame.data->CmdListsCount; ++i) {
    if (regions[std::size_t(i)].name != "notice") continue;
    for (const ImDrawVert& vertex : frame.data->CmdLists[i]->VtxBuffer) {
      any = any || (vertex.col >> IM_COL32_A_SHIFT) == 255;
    }
  }
  EXPECT_TRUE(any);
}

TEST(NoticeView, has_all_its_letters_on_a_small_texture) {
  for (Style style : kStyles) {
    auto stage = Stage::create({}, {1920, 1080}, 2048);
    ASSERT_TRUE(stage);
    ASSERT_TRUE(stage.value()->set_plan(board_with(sample_notice(Level::urgent, style))));
    stage.value()->build({});
    const Metrics& metrics = stage.value()->metrics();
    bool found = false;
    for (const auto& region : stage.value()->regions()) {
      if (region.name != "notice") continue;
      for (const auto& text : region.texts) {
        if (text.text.size() < 20) continue;
        found = true;
        EXPECT_GT(text.ink.width(), 8 * metrics.em(Role::body)) << text.text;
      }
    }
    EXPECT_TRUE(found);
  }
}

TEST(Contacts, stand_above_the_footer_and_stay_apart) {
  for (const Look& look : all_looks()) {
    for (int times : {1, 3, 30}) {
      SCOPED_TRACE(name_of(look) + ", times " + std::to_string(times));
      auto plan = board_with({});
      plan.contacts = support::sample_contacts();
      support::lengthening::lengthen(plan.contacts, times);
      Staged staged(plan, look);
      // What the content makes of so little room is its own affair.
      if (times == 1) expect_texts_apart(staged);
      const Box strip = staged.bounds_of("contacts");
      EXPECT_LE(strip.bottom, staged.bounds_of("dwell bar").top);
      EXPECT_LE(strip.height(), 0.41f * staged.stage().metrics().page_height);
      if (times == 1) {
        EXPECT_TRUE(staged.says("Call 999"));
      }
    }
  }
}

TEST(Contacts, are_spread_over_one_line_on_wide_glass_and_stacked_on_upright_glass) {
  auto plan = board_with({});
  plan.contacts = support::sample_contacts();
  Staged wide(plan);
  EXPECT_NEAR(wide.ink_of("Call 999").top, wide.ink_of("Emergency?").top, 3);
  EXPECT_NEAR(wide.ink_of("Call 101 or report online").right, wide.bounds_of("contacts").right - 36,
              4);
  Staged upright(plan, {{1080, 1920}});
  EXPECT_GT(upright.ink_of("Not urgent?").top, upright.ink_of("Emergency?").bottom);
  EXPECT_NEAR(upright.ink_of("Call 999").left, upright.ink_of("Call 101 or report online").left, 2);
}

TEST(Contacts, take_the_change_from_public_figures_before_they_break_off_a_label) {
  auto plan = support::plan_with(support::sample_kpis(), "Four of six meet their target",
                                 "Dashed line: target.");
  plan.contacts = support::sample_contacts();
  auto& cards = std::get<present::Kpis>(plan.slides[0].content).cards;
  cards[0].title = "999 calls answered within 10 seconds";
  cards[2].title = "People who feel the police do a good job in their area";
  Staged staged(plan, {{1920, 1080}, settings::Theme::light, 3, settings::Audience::public_screen});
  std::string said;
  for (const auto& text : staged.texts_of_all_pages()) said += text + " ";
  EXPECT_NE(said.find(cards[0].title), std::string::npos) << said;
  EXPECT_NE(said.find(cards[2].title), std::string::npos) << said;
}

TEST(Contacts, are_never_covered_by_a_band) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    auto plan = board_with(sample_notice(Level::warning, Style::banner));
    plan.contacts = support::sample_contacts();
    Staged staged(plan, look);
    EXPECT_FALSE(staged.bounds_of("notice").overlaps(staged.bounds_of("contacts")));
    expect_notice_texts_apart(staged);
  }
}

}  // namespace
}  // namespace view
