#include "view/metrics.h"

#include <gtest/gtest.h>

namespace view {
namespace {

constexpr float kCap = 0.7273f;  // of Inter

struct Row {
  const char* what;
  double diagonal;
  double distance;
  settings::PixelSize size;
  settings::Audience audience;
  float text_scale;
  int body;  // em, pixels of the glass
};

constexpr auto kStaff = settings::Audience::staff;
constexpr auto kPublic = settings::Audience::public_screen;

class MetricsTable : public testing::TestWithParam<Row> {};

TEST_P(MetricsTable, says_how_large_letters_are) {
  const Row& row = GetParam();
  settings::Screen screen;
  screen.diagonal_inches = row.diagonal;
  screen.distance_metres = row.distance;
  screen.audience = row.audience;
  Metrics metrics = make_metrics(screen, row.size, kCap);
  EXPECT_NEAR(metrics.text_scale, row.text_scale, 0.005) << row.what;
  EXPECT_EQ(metrics.em_pixels(Role::body), row.body) << row.what;
}

INSTANTIATE_TEST_SUITE_P(
    screens, MetricsTable,
    testing::Values(Row{"as designed", 55, 3, {1920, 1080}, kStaff, 1, 43},
                    Row{"nearer is not smaller", 55, 1.5, {1920, 1080}, kStaff, 1, 43},
                    Row{"half as far again", 55, 4.5, {1920, 1080}, kStaff, 1.452f, 63},
                    Row{"a smaller panel", 43, 3, {1920, 1080}, kStaff, 1.238f, 54},
                    Row{"a larger panel", 75, 4, {1920, 1080}, kStaff, 1, 43},
                    Row{"fewer pixels", 55, 3, {1280, 720}, kStaff, 1, 29},
                    Row{"more pixels", 55, 3, {3840, 2160}, kStaff, 1, 86},
                    Row{"upright", 55, 3, {1080, 1920}, kStaff, 1, 43},
                    Row{"the public", 55, 3, {1920, 1080}, kPublic, 1.005f, 59},
                    Row{"never more than twice", 24, 10, {1920, 1080}, kStaff, 2, 86},
                    Row{"nor larger for the public", 24, 10, {1920, 1080}, kPublic, 1.3f, 76}));

TEST(Metrics, body_reaches_its_angle_where_it_can) {
  for (double distance : {1.0, 2.0, 3.0, 4.2, 5.5}) {
    for (auto audience : {kStaff, kPublic}) {
      settings::Screen screen;
      screen.distance_metres = distance;
      screen.audience = audience;
      settings::PixelSize size{1920, 1080};
      Metrics metrics = make_metrics(screen, size, kCap);
      double wanted = audience == kPublic ? 22 * 1.4 : 22;
      if (metrics.text_scale >= (audience == kPublic ? 1.3f : 2)) continue;
      EXPECT_GE(arcminutes(static_cast<float>(metrics.em_pixels(Role::body)) * kCap, screen, size),
                wanted - 0.01)
          << distance << " m";
    }
  }
}

TEST(Metrics, foot_stays_above_the_floor_of_legibility) {
  for (auto audience : {kStaff, kPublic}) {
    settings::Screen screen;
    screen.audience = audience;
    for (settings::PixelSize size :
         {settings::PixelSize{1280, 720}, {1920, 1080}, {3840, 2160}, {1080, 1920}}) {
      Metrics metrics = make_metrics(screen, size, kCap);
      double cap = static_cast<float>(metrics.em_pixels(Role::foot)) * kCap;
      EXPECT_GE(arcminutes(cap, screen, size), 16) << size.width;
    }
  }
}

TEST(Metrics, a_height_at_the_eye) {
  settings::Screen screen;  // 55 inches, 3 metres
  EXPECT_NEAR(arcminutes(31, screen, {1920, 1080}), 22.5, 0.1);
  EXPECT_NEAR(arcminutes(62, screen, {3840, 2160}), 22.5, 0.1);
}

TEST(Metrics, the_short_edge_sets_the_scale) {
  settings::Screen screen;
  Metrics wide = make_metrics(screen, {1920, 1080}, kCap);
  Metrics tall = make_metrics(screen, {1080, 1920}, kCap);
  EXPECT_FALSE(wide.portrait);
  EXPECT_TRUE(tall.portrait);
  EXPECT_EQ(wide.scale, 1);
  EXPECT_EQ(tall.scale, 1);
  EXPECT_EQ(tall.page_height, 1920);
  EXPECT_EQ(tall.margin, 48);
  EXPECT_EQ(wide.margin, 60);
}

}  // namespace
}  // namespace view
