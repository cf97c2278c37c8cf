// The raster takes many short ways; by each of them it must come to the pixels of the plain
// painter.
#include <gtest/gtest.h>
#include <imgui.h>

#include <array>

#include "plain_painter.h"
#include "platform/offscreen_window.h"
#include "random_scene.h"
#include "scene.h"

namespace platform_test {
namespace {

using platform::Image;
using platform::Pixels;

constexpr int kSide = 48;
constexpr platform::Color kGround{0x12, 0x20, 0x2B};
constexpr std::array kWhole{Pixels{0, 0, kSide, kSide}};

std::string difference(const Image& got, const Image& wanted) {
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      if (rgb_at(got, x, y) != rgb_at(wanted, x, y)) {
        std::array<char, 80> text;
        std::snprintf(text.data(), text.size(), "at %d,%d: %06x, not %06x", x, y, rgb_at(got, x, y),
                      rgb_at(wanted, x, y));
        return text.data();
      }
    }
  }
  return "";
}

// Each seed a scene; a failing one is named and can be asked for alone.
TEST(RandomPaintingTest, EveryPixelIsThePlainPaintersOwn) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    Scene scene(kSide, kSide);
    RandomShapes shapes(seed, kSide);
    for (unsigned i = 0; i <= seed % 8; ++i) shapes.add_to(scene.list());
    const ImDrawData& data = scene.finish();
    platform::OffscreenWindow window(kSide, kSide);
    ASSERT_TRUE(window.set_atlas(scene.atlas()).ok());
    window.paint(data, kGround, kWhole);
    const Image wanted = PlainPainter(kSide, kSide, scene.atlas()).paint(data, kGround);
    ASSERT_EQ(difference(window.capture(), wanted), "") << "seed " << seed;
  }
}

// A part painted by itself cuts every shape somewhere, and must not show where.
TEST(RandomPaintingTest, PartsPaintedOneByOneAreTheWhole) {
  for (unsigned seed = 1000; seed < 1100; ++seed) {
    Scene scene(kSide, kSide);
    RandomShapes shapes(seed, kSide);
    for (int i = 0; i < 8; ++i) shapes.add_to(scene.list());
    const ImDrawData& data = scene.finish();
    platform::OffscreenWindow whole(kSide, kSide), parts(kSide, kSide);
    ASSERT_TRUE(whole.set_atlas(scene.atlas()).ok() && parts.set_atlas(scene.atlas()).ok());
    whole.paint(data, kGround, kWhole);
    parts.paint(ImDrawData(), {0, 0, 0}, kWhole);
    for (int y = 0; y < kSide; y += 7) {
      for (int x = 0; x < kSide; x += 5) parts.paint(data, kGround, std::array{Pixels{x, y, 5, 7}});
    }
    ASSERT_EQ(difference(parts.capture(), whole.capture()), "") << "seed " << seed;
  }
}

}  // namespace
}  // namespace platform_test
