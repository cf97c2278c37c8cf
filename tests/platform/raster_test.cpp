// What the raster does beyond SDL's software renderer: smooth edges, no seams, any vertex.
#include "platform/raster.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "platform/blend.h"
#include "platform/offscreen_window.h"
#include "scene.h"

namespace platform_test {
namespace {

using platform::Image;
using platform::Pixels;

constexpr int kSide = 128;
constexpr std::array kWhole{Pixels{0, 0, kSide, kSide}};

class RasterTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(window_.set_atlas(scene_.atlas()).ok()); }

  Image painted() {
    window_.paint(scene_.finish(), {0, 0, 0}, kWhole);
    return window_.capture();
  }

  Scene scene_{kSide, kSide};
  platform::OffscreenWindow window_{kSide, kSide};
};

double ink(const Image& image) {
  double sum = 0;
  for (std::size_t i = 0; i < image.rgba.size(); i += 4) sum += image.rgba[i] / 255.0;
  return sum;
}

TEST(BlendTest, IsExactForEveryAlpha) {
  for (unsigned alpha = 0; alpha < 256; ++alpha) {
    for (unsigned below = 0; below < 256; below += 5) {
      for (unsigned over = 0; over < 256; over += 3) {
        const auto wanted =
            static_cast<unsigned>(std::lround((over * alpha + below * (255 - alpha)) / 255.0));
        const unsigned grey = wanted << 16 | wanted << 8 | wanted;
        ASSERT_EQ(platform::blend(below * 0x010101U, over * 0x010101U, alpha), 0xFF000000U | grey)
            << over << " over " << below << " at " << alpha;
      }
    }
  }
}

// A mesh of crooked triangles over the whole: each pixel belongs to exactly one of them.
TEST_F(RasterTest, NeighboursLeaveNoSeamAndNoOverlap) {
  constexpr int kCells = 16;
  ImDrawList& list = scene_.list();
  const auto corner = [](int i, int j) {
    const bool inner = i > 0 && j > 0 && i < kCells && j < kCells;
    const float dx = inner ? static_cast<float>((i * 37 + j * 91) % 61) / 16.0F - 1.9F : 0.0F;
    const float dy = inner ? static_cast<float>((i * 53 + j * 29) % 59) / 15.0F - 1.9F : 0.0F;
    return ImVec2{static_cast<float>(i * 8) + dx, static_cast<float>(j * 8) + dy};
  };
  list.Flags = ImDrawListFlags_None;
  for (int j = 0; j < kCells; ++j) {
    for (int i = 0; i < kCells; ++i) {
      const ImVec2 a = corner(i, j), b = corner(i + 1, j), c = corner(i + 1, j + 1),
                   d = corner(i, j + 1);
      list.AddTriangleFilled(a, b, c, IM_COL32(255, 255, 255, 128));
      list.AddTriangleFilled(a, c, d, IM_COL32(255, 255, 255, 128));
    }
  }
  const Image image = painted();
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) ASSERT_EQ(rgb_at(image, x, y), 0x808080U) << x << "," << y;
  }
}

TEST_F(RasterTest, ACircleHasItsArea) {
  scene_.list().AddCircleFilled({63.3F, 64.7F}, 40.4F, IM_COL32(255, 255, 255, 255));
  const double wanted = std::numbers::pi * 40.4 * 40.4;
  EXPECT_NEAR(ink(painted()), wanted, wanted * 0.005);
}

TEST(RasterShapesTest, ALineHasItsThicknessAtEveryAngle) {
  const std::array<ImVec2, 4> ends{{{100, 0}, {0, 100}, {71, 71}, {90, 33}}};
  for (const ImVec2 to : ends) {
    Scene scene(kSide, kSide);
    platform::OffscreenWindow window(kSide, kSide);
    ASSERT_TRUE(window.set_atlas(scene.atlas()).ok());
    scene.list().AddLine({12.25F, 13.5F}, {12.25F + to.x, 13.5F + to.y},
                         IM_COL32(255, 255, 255, 255), 3.0F);
    window.paint(scene.finish(), {0, 0, 0}, kWhole);
    const double area = std::hypot(to.x, to.y) * 3.0;
    EXPECT_NEAR(ink(window.capture()), area, area * 0.04) << to.x << "," << to.y;
  }
}

TEST(RasterShapesTest, AQuarterPixelMovesTheEdge) {
  std::vector<double> inks;
  for (const float x : {20.0F, 20.25F, 20.5F, 20.75F}) {
    Scene scene(kSide, kSide);
    platform::OffscreenWindow window(kSide, kSide);
    ASSERT_TRUE(window.set_atlas(scene.atlas()).ok());
    scene.list().AddCircleFilled({x, 64}, 15, IM_COL32(255, 255, 255, 255));
    window.paint(scene.finish(), {0, 0, 0}, kWhole);
    const Image image = window.capture();
    double moment = 0;
    for (int y = 0; y < kSide; ++y) {
      for (int column = 0; column < kSide; ++column)
        moment += (rgb_at(image, column, y) & 0xFF) / 255.0 * (column + 0.5);
    }
    inks.push_back(moment / ink(image));
  }
  for (std::size_t i = 1; i < inks.size(); ++i) EXPECT_NEAR(inks[i] - inks[i - 1], 0.25, 0.02);
}

TEST_F(RasterTest, ColoursRunFromCornerToCorner) {
  scene_.list().AddRectFilledMultiColor({0, 0}, {100, 100}, IM_COL32(0, 0, 0, 255),
                                        IM_COL32(255, 0, 0, 255), IM_COL32(255, 255, 0, 255),
                                        IM_COL32(0, 255, 0, 255));
  const Image image = painted();
  for (int at = 0; at < 100; ++at) {
    const double wanted = (at + 0.5) * 2.55;
    EXPECT_NEAR(rgb_at(image, at, 30) >> 16, wanted, 1.0);
    EXPECT_NEAR(rgb_at(image, 70, at) >> 8 & 0xFF, wanted, 1.0);
  }
}

TEST_F(RasterTest, AStretchedGlyphRunsBetweenItsTexels) {
  const std::array<std::uint8_t, 2> texels{0, 255};
  ASSERT_TRUE(window_.set_atlas({2, 1, texels.data()}).ok());
  scene_.list().AddImage(Scene::texture(), {0, 0}, {100, 10}, {0, 0}, {1, 1});
  const Image image = painted();
  EXPECT_EQ(rgb_at(image, 10, 5), 0x000000U);
  EXPECT_EQ(rgb_at(image, 90, 5), 0xFFFFFFU);
  for (int x = 25; x < 75; ++x) {
    EXPECT_NEAR(rgb_at(image, x, 5) & 0xFF, (x + 0.5 - 25) / 50 * 255, 3.0) << x;
  }
}

TEST_F(RasterTest, ATurnedGlyphIsDrawnToo) {
  const std::array<std::uint8_t, 4> texels{255, 0, 0, 0};
  ASSERT_TRUE(window_.set_atlas({2, 2, texels.data()}).ok());
  // Corners turned by a quarter: the inked texel ends top right.
  scene_.list().AddImageQuad(Scene::texture(), {80, 20}, {80, 80}, {20, 80}, {20, 20}, {0, 0},
                             {1, 0}, {1, 1}, {0, 1});
  const Image image = painted();
  EXPECT_EQ(rgb_at(image, 75, 25), 0xFFFFFFU);
  EXPECT_EQ(rgb_at(image, 25, 25), 0x000000U);
  EXPECT_EQ(rgb_at(image, 75, 75), 0x000000U);
}

TEST_F(RasterTest, NoVertexIsTooFar) {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  ImDrawList& list = scene_.list();
  list.Flags = ImDrawListFlags_None;
  for (const float far : {kNan, kInfinity, -kInfinity, 1e30F, -1e30F, 9000.0F}) {
    list.PrimReserve(3, 3);
    list.PrimVtx({10, 10}, {0, 0}, IM_COL32(255, 0, 0, 255));
    list.PrimVtx({far, 10}, {far, far}, IM_COL32(255, 0, 0, 128));
    list.PrimVtx({10, far}, {far, 0}, IM_COL32(255, 0, 0, 0));
    list.PrimReserve(6, 4);
    list.PrimRectUV({far, -5}, {20, far}, {0, far}, {1, 1}, IM_COL32(255, 0, 0, 255));
  }
  list.AddRectFilled({100, 100}, {110, 110}, IM_COL32(0, 255, 0, 255));
  EXPECT_EQ(rgb_at(painted(), 105, 105), 0x00FF00U);
}

TEST_F(RasterTest, DamageBeyondTheCanvasIsCut) {
  scene_.list().AddRectFilled({-50, -50}, {900, 900}, IM_COL32(9, 8, 7, 255));
  const ImDrawData& data = scene_.finish();
  window_.paint(ImDrawData(), {0, 0, 0}, kWhole);
  const std::array damage{Pixels{-20, -20, 30, 30}, Pixels{120, 120, 500, 500},
                          Pixels{300, 300, 10, 10}, Pixels{50, 50, -5, 10}};
  window_.paint(data, {0, 0, 0}, damage);
  const Image image = window_.capture();
  EXPECT_EQ(rgb_at(image, 0, 0), 0x090807U);
  EXPECT_EQ(rgb_at(image, 127, 127), 0x090807U);
  EXPECT_EQ(rgb_at(image, 48, 55), 0x000000U);
}

}  // namespace
}  // namespace platform_test
