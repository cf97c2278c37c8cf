#include "view/stage.h"

#include <gtest/gtest.h>

#include <set>

#include "support/sample_plan.h"
#include "view/staged.h"

namespace view {
namespace {

class Damage : public testing::Test {
 protected:
  Damage() {
    auto stage = Stage::create({}, {1920, 1080}, 0);
    if (!stage) throw std::runtime_error(stage.error());
    stage_ = std::move(stage).value();
    take(support::sample_plan());
    stage_->build(showing_);
  }

  void take(present::Plan plan) {
    auto taken = stage_->set_plan(std::move(plan));
    ASSERT_TRUE(taken) << taken.error();
  }

  std::vector<Area> build() { return stage_->build(showing_).damage; }

  // Design pixels are pixels of the glass at this size.
  void expect_inside(const std::vector<Area>& damage, const std::string& region) {
    for (const auto& view : stage_->regions()) {
      if (view.name != region) continue;
      for (const Area& area : damage) {
        EXPECT_GE(float(area.x), view.bounds.left - 2);
        EXPECT_GE(float(area.y), view.bounds.top - 2);
        EXPECT_LE(float(area.x + area.width), view.bounds.right + 2);
        EXPECT_LE(float(area.y + area.height), view.bounds.bottom + 2);
      }
      return;
    }
    FAIL() << "no region " << region;
  }

  std::unique_ptr<Stage> stage_;
  Showing showing_{.position = {1, 0}, .progress = 0.25};
};

const std::vector<Area> kEverything = {{0, 0, 1920, 1080}};

TEST_F(Damage, the_first_frame_is_all_new) {
  auto stage = Stage::create({}, {1920, 1080}, 0);
  ASSERT_TRUE(stage);
  ASSERT_TRUE(stage.value()->set_plan(support::sample_plan()));
  EXPECT_EQ(stage.value()->build(showing_).damage, kEverything);
}

TEST_F(Damage, the_same_again_is_none) {
  EXPECT_TRUE(build().empty());
}

TEST_F(Damage, the_clock_damages_its_corner) {
  auto plan = support::sample_plan();
  plan.clock = "14:33";
  take(plan);
  auto damage = build();
  ASSERT_EQ(damage.size(), 1u);
  expect_inside(damage, "clock");
}

TEST_F(Damage, a_step_of_the_dwell_damages_the_bar) {
  showing_.progress = 0.30;
  auto damage = build();
  ASSERT_EQ(damage.size(), 1u);
  expect_inside(damage, "dwell bar");
}

TEST_F(Damage, a_new_age_damages_the_footer) {
  auto plan = support::sample_plan();
  plan.slides[1].footer[1] = "fetched 13 min ago";
  take(plan);
  auto damage = build();
  ASSERT_EQ(damage.size(), 1u);
  expect_inside(damage, "footer");
}

TEST_F(Damage, a_figure_damages_its_card) {
  auto plan = support::sample_plan();
  std::get<present::Kpis>(plan.slides[1].content).cards[3].figure.number = "1,443";
  take(plan);
  auto damage = build();
  ASSERT_EQ(damage.size(), 1u);
  expect_inside(damage, "card 3");
}

TEST_F(Damage, areas_do_not_overlap) {
  showing_.position = {0, 0};
  auto damage = build();
  EXPECT_FALSE(damage.empty());
  for (std::size_t i = 0; i < damage.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Area &a = damage[i], &b = damage[j];
      EXPECT_FALSE(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
                   b.y < a.y + a.height);
    }
  }
}

TEST_F(Damage, what_went_away_is_damaged_as_well) {
  showing_.paused = true;
  build();
  showing_.paused = false;
  auto damage = build();
  ASSERT_EQ(damage.size(), 1u);
  EXPECT_LT(damage[0].x, 1600) << "where Paused stood";
}

TEST_F(Damage, a_forgotten_glass_is_all_new) {
  stage_->forget_glass();
  EXPECT_EQ(build(), kEverything);
}

TEST_F(Damage, a_new_size_is_all_new) {
  ASSERT_TRUE(stage_->resize({1280, 720}, 0));
  EXPECT_EQ(build(), (std::vector<Area>{{0, 0, 1280, 720}}));
}

TEST_F(Damage, a_new_atlas_is_all_new) {
  auto generation = stage_->atlas().generation;
  auto plan = support::sample_plan();
  plan.slides[1].title = "Größte Ḁnderung";
  take(plan);
  EXPECT_GT(stage_->atlas().generation, generation);
  EXPECT_EQ(build(), kEverything);
}

TEST_F(Damage, a_fade_leaves_header_and_footer_alone) {
  showing_.opacity = 0.5f;
  for (const Area& area : build()) {
    EXPECT_GT(area.y, 68);
    EXPECT_LT(area.y + area.height, 1012);
  }
}

TEST_F(Damage, a_hidden_slide_has_no_colour_left) {
  showing_.opacity = 0;
  Frame frame = stage_->build(showing_);
  std::set<std::string> seen;
  auto regions = stage_->regions();
  for (int i = 0; i < frame.data->CmdListsCount; ++i) {
    for (const ImDrawVert& vertex : frame.data->CmdLists[i]->VtxBuffer) {
      if (vertex.col >> IM_COL32_A_SHIFT) seen.insert(regions[std::size_t(i)].name);
    }
  }
  EXPECT_EQ(seen, (std::set<std::string>{"clock", "dwell bar", "footer", "header", "header line",
                                         "period", "position"}));
}

TEST(StageOf, every_list_stays_below_what_16_bits_can_count) {
  Staged staged(support::sample_plan(), {{3840, 2160}});
  const ImDrawData& data = staged.show(0);
  int vertices = 0;
  for (int i = 0; i < data.CmdListsCount; ++i) {
    EXPECT_LT(data.CmdLists[i]->VtxBuffer.Size, 65536);
    vertices += data.CmdLists[i]->VtxBuffer.Size;
  }
  EXPECT_EQ(data.TotalVtxCount, vertices);
  EXPECT_EQ(data.DisplaySize.x, 3840);
}

TEST(StageOf, a_dark_board_fits_a_small_texture) {
  Staged staged(support::sample_plan());
  EXPECT_LE(staged.stage().atlas().width, 2048);
  EXPECT_LE(staged.stage().atlas().height, 1024);
}

TEST(StageOf, the_limit_of_a_small_board_holds_at_four_k) {
  auto stage = Stage::create({}, {3840, 2160}, 2048);
  ASSERT_TRUE(stage);
  auto taken = stage.value()->set_plan(support::sample_plan());
  ASSERT_TRUE(taken) << taken.error();
  stage.value()->build({});
  EXPECT_LE(stage.value()->atlas().width, 2048);
  EXPECT_LE(stage.value()->atlas().height, 2048);
}

TEST(StageOf, a_limit_that_nothing_fits_is_said) {
  auto stage = Stage::create({}, {3840, 2160}, 128);
  ASSERT_TRUE(stage);
  auto taken = stage.value()->set_plan(support::sample_plan());
  ASSERT_FALSE(taken);
  EXPECT_NE(taken.error().find("128"), std::string::npos) << taken.error();
  EXPECT_EQ(stage.value()->build({}).damage.size(), 1u);
}

TEST(StageOf, a_missing_font_is_said) {
  settings::Settings settings;
  settings.fonts.regular = "/nowhere/Inter.otf";
  auto stage = Stage::create(settings, {1920, 1080}, 0);
  ASSERT_FALSE(stage);
  EXPECT_NE(stage.error().find("/nowhere/Inter.otf"), std::string::npos) << stage.error();
}

TEST(StageOf, nothing_to_show_is_an_empty_glass) {
  auto stage = Stage::create({}, {1920, 1080}, 0);
  ASSERT_TRUE(stage);
  EXPECT_EQ(stage.value()->build({}).data->TotalVtxCount, 0);
  ASSERT_TRUE(stage.value()->set_plan({}));
  EXPECT_EQ(stage.value()->build({.position = {7, 7}}).data->TotalVtxCount, 0);
}

TEST(StageOf, a_position_beyond_the_plan_shows_the_last) {
  Staged staged(support::sample_plan());
  const auto& stage = const_cast<Stage&>(staged.stage()).build({.position = {99, 99}});
  EXPECT_GT(stage.data->TotalVtxCount, 0);
  EXPECT_TRUE(staged.says("No figures to show yet"));
}

TEST(StageOf, a_letter_that_no_plan_announced_is_drawn_in_the_same_frame) {
  auto plan = support::sample_plan();
  for (auto& slide : plan.slides) slide.title = "1";
  auto stage = Stage::create({}, {1920, 1080}, 0);
  ASSERT_TRUE(stage);
  ASSERT_TRUE(stage.value()->set_plan(plan));
  plan.slides[0].footer = {"Őrség"};  // ages are not collected ahead
  ASSERT_TRUE(stage.value()->set_plan(plan));
  stage.value()->build({});
  bool found = false;
  for (const auto& region : stage.value()->regions()) {
    for (const auto& text : region.texts) {
      if (text.text != "Őrség") continue;
      found = true;
      EXPECT_LT(text.ink.left, text.limit.left + 4) << "its first letter has ink";
    }
  }
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace view
