// What every painter must do, told by pixels: the raster by itself, and the GPU's painter through
// SDL's software renderer, the only one that is sure to be there.
#include <gtest/gtest.h>
#include <SDL.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "platform/offscreen_window.h"
#include "platform/painter.h"
#include "platform/raster.h"
#include "scene.h"

namespace platform_test {
namespace {

using platform::Color;
using platform::Image;
using platform::Pixels;

constexpr int kWidth = 120;
constexpr int kHeight = 90;
constexpr Color kGround{0x12, 0x20, 0x2B};
constexpr unsigned kGroundRgb = 0x12202B;
constexpr std::array kWhole{Pixels{0, 0, kWidth, kHeight}};

class Subject {
 public:
  virtual ~Subject() = default;
  virtual void set_atlas(const platform::Coverage& coverage) = 0;
  virtual void paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage) = 0;
  virtual Image capture() = 0;
};

class RasterSubject final : public Subject {
 public:
  void set_atlas(const platform::Coverage& coverage) override {
    ASSERT_TRUE(window_.set_atlas(coverage).ok());
  }
  void paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage) override {
    window_.paint(data, ground, damage);
  }
  Image capture() override { return window_.capture(); }

 private:
  platform::OffscreenWindow window_{kWidth, kHeight};
};

class PainterSubject final : public Subject {
 public:
  PainterSubject()
      : surface_(SDL_CreateRGBSurfaceWithFormat(0, kWidth, kHeight, 32, SDL_PIXELFORMAT_RGB888)),
        renderer_(SDL_CreateSoftwareRenderer(surface_)),
        painter_(std::make_unique<platform::Painter>(renderer_)) {}
  ~PainterSubject() override {
    painter_.reset();
    SDL_DestroyRenderer(renderer_);
    SDL_FreeSurface(surface_);
  }
  void set_atlas(const platform::Coverage& coverage) override {
    ASSERT_TRUE(painter_->set_atlas(coverage).ok());
  }
  void paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage) override {
    painter_->paint(data, ground, damage);
    SDL_RenderFlush(renderer_);
  }
  Image capture() override {
    return platform::to_image(
        {static_cast<std::uint32_t*>(surface_->pixels), kWidth, kHeight, surface_->pitch / 4});
  }

 private:
  SDL_Surface* surface_;
  SDL_Renderer* renderer_;
  std::unique_ptr<platform::Painter> painter_;
};

enum class Kind { raster, gpu_painter };

class Painting : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    if (GetParam() == Kind::raster) {
      subject_ = std::make_unique<RasterSubject>();
    } else {
      subject_ = std::make_unique<PainterSubject>();
    }
    subject_->set_atlas(scene_.atlas());
  }

  Image painted(std::span<const Pixels> damage = kWhole) {
    subject_->paint(scene_.finish(), kGround, damage);
    return subject_->capture();
  }

  Scene scene_{kWidth, kHeight};
  std::unique_ptr<Subject> subject_;
};

INSTANTIATE_TEST_SUITE_P(Each, Painting, testing::Values(Kind::raster, Kind::gpu_painter),
                         [](const auto& which) {
                           return which.param == Kind::raster ? "Raster" : "GpuPainter";
                         });

// How many pixels have the colour, and the box around them.
struct Found {
  int count = 0;
  int left = kWidth, top = kHeight, right = 0, bottom = 0;
  bool operator==(const Found&) const = default;
};

Found find(const Image& image, unsigned rgb) {
  Found found;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (rgb_at(image, x, y) != rgb) continue;
      ++found.count;
      found.left = std::min(found.left, x);
      found.top = std::min(found.top, y);
      found.right = std::max(found.right, x + 1);
      found.bottom = std::max(found.bottom, y + 1);
    }
  }
  return found;
}

TEST_P(Painting, GroundFillsTheWhole) {
  EXPECT_EQ(find(painted(), kGroundRgb).count, kWidth * kHeight);
}

TEST_P(Painting, ARectangleHasItsColourAndItsPlaceToThePixel) {
  scene_.list().AddRectFilled({10, 20}, {40, 50}, IM_COL32(0xC6, 0x4B, 0x48, 255));
  const Image image = painted();
  EXPECT_EQ(find(image, 0xC64B48), (Found{900, 10, 20, 40, 50}));
  EXPECT_EQ(find(image, kGroundRgb).count, kWidth * kHeight - 900);
}

TEST_P(Painting, AlphaLiesOverTheGround) {
  // SDL's software renderer rounds down, twice.
  const double tolerance = GetParam() == Kind::raster ? 0.5 : 2.0;
  const std::array<int, 5> alphas{1, 37, 128, 200, 254};
  for (int i = 0; i < 5; ++i) {
    const auto x = static_cast<float>(i * 20);
    scene_.list().AddRectFilled({x, 0}, {x + 20, 20}, IM_COL32(240, 200, 10, alphas[i]));
  }
  const Image image = painted();
  for (int i = 0; i < 5; ++i) {
    const unsigned got = rgb_at(image, i * 20 + 10, 10);
    const auto expect_near = [&](int over, int below, int shift) {
      const double wanted = below + (over - below) * alphas[i] / 255.0;
      EXPECT_NEAR(got >> shift & 0xFF, wanted, tolerance) << "alpha " << alphas[i];
    };
    expect_near(240, kGround.red, 16);
    expect_near(200, kGround.green, 8);
    expect_near(10, kGround.blue, 0);
  }
}

TEST_P(Painting, AClipRectangleCuts) {
  scene_.list().PushClipRect({15, 25}, {30, 35});
  scene_.list().AddRectFilled({10, 20}, {40, 50}, IM_COL32(255, 0, 0, 255));
  scene_.list().PopClipRect();
  EXPECT_EQ(find(painted(), 0xFF0000), (Found{150, 15, 25, 30, 35}));
}

TEST_P(Painting, OutsideTheDamageTheGlassStays) {
  Scene& scene = scene_;
  scene.list().AddRectFilled({0, 0}, {kWidth, kHeight}, IM_COL32(255, 0, 0, 255));
  const ImDrawData& data = scene.finish();
  subject_->paint(ImDrawData(), {0, 0, 255}, kWhole);
  const std::array damage{Pixels{5, 6, 10, 4}, Pixels{50, 60, 20, 20}};
  subject_->paint(data, kGround, damage);
  const Image image = subject_->capture();
  EXPECT_EQ(find(image, 0xFF0000).count, 40 + 400);
  EXPECT_EQ(find(image, 0x0000FF).count, kWidth * kHeight - 440);
  EXPECT_EQ(rgb_at(image, 5, 6), 0xFF0000U);
  EXPECT_EQ(rgb_at(image, 4, 6), 0x0000FFU);
  EXPECT_EQ(rgb_at(image, 69, 79), 0xFF0000U);
  EXPECT_EQ(rgb_at(image, 70, 79), 0x0000FFU);
}

TEST_P(Painting, DamagePaintedTwiceLooksAsOnce) {
  scene_.list().AddRectFilled({0, 0}, {kWidth, kHeight}, IM_COL32(255, 255, 255, 100));
  const ImDrawData& data = scene_.finish();
  subject_->paint(data, kGround, kWhole);
  const Image once = subject_->capture();
  const std::array overlapping{Pixels{0, 0, 60, 60}, Pixels{30, 30, 60, 60}};
  subject_->paint(data, kGround, overlapping);
  EXPECT_EQ(subject_->capture(), once);
}

TEST_P(Painting, AGlyphIsTheAtlasTexelForTexel) {
  const platform::Coverage& atlas = scene_.atlas();
  const int size = std::min({atlas.width, atlas.height, 80});
  const auto side = static_cast<float>(size);
  scene_.list().AddImage(
      Scene::texture(), {7, 5}, {7 + side, 5 + side}, {0, 0},
      {side / static_cast<float>(atlas.width), side / static_cast<float>(atlas.height)},
      IM_COL32(255, 255, 255, 255));
  subject_->paint(scene_.finish(), {0, 0, 0}, kWhole);
  const Image image = subject_->capture();
  int inked = 0;
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      const int wanted = atlas.alpha[y * atlas.width + x];
      inked += wanted > 0;
      ASSERT_NEAR(rgb_at(image, 7 + x, 5 + y) & 0xFF, wanted, 1) << x << "," << y;
    }
  }
  EXPECT_GT(inked, 100);
}

TEST_P(Painting, TextIsWhereItBelongs) {
  scene_.list().AddText({20, 30}, IM_COL32(255, 255, 255, 255), "Hm");
  const Found ink = find(painted(), 0xFFFFFF);
  EXPECT_GT(ink.count, 20);
  EXPECT_GE(ink.left, 20);
  EXPECT_LE(ink.right, 34);
  EXPECT_GE(ink.top, 30);
  EXPECT_LE(ink.bottom, 43);
}

TEST_P(Painting, MoreThan65535VerticesInOneList) {
  for (int i = 0; i < 90000 / 4; ++i) {
    const auto x = static_cast<float>(i % kWidth), y = static_cast<float>(i / kWidth % kHeight);
    const int last_round = i >= kWidth * kHeight ? 255 : 0;
    scene_.list().AddRectFilled({x, y}, {x + 1, y + 1},
                                IM_COL32(i % kWidth, i / kWidth % kHeight, last_round, 255));
  }
  const Image image = painted();
  const int written = 90000 / 4 - kWidth * kHeight;
  for (int i = 0; i < kWidth * kHeight; ++i) {
    const int x = i % kWidth, y = i / kWidth;
    const unsigned wanted = static_cast<unsigned>(x << 16 | y << 8 | (i < written ? 255 : 0));
    ASSERT_EQ(rgb_at(image, x, y), wanted) << x << "," << y;
  }
}

TEST_P(Painting, ListsLieInOrder) {
  scene_.below().AddRectFilled({0, 0}, {50, 50}, IM_COL32(255, 0, 0, 255));
  scene_.list().AddRectFilled({10, 10}, {20, 20}, IM_COL32(0, 255, 0, 255));
  const Image image = painted();
  EXPECT_EQ(find(image, 0x00FF00).count, 100);
  EXPECT_EQ(find(image, 0xFF0000).count, 2400);
}

TEST_P(Painting, ATriangleStartsAtItsVertexOffset) {
  ImDrawList& list = scene_.list();
  list.AddRectFilled({0, 0}, {5, 5}, IM_COL32(0, 0, 255, 255));
  list.PushClipRect({0, 0}, {kWidth, kHeight});
  list.AddTriangleFilled({20, 20}, {60, 20}, {20, 60}, IM_COL32(255, 255, 0, 255));
  const Image image = painted();
  EXPECT_EQ(rgb_at(image, 25, 25), 0xFFFF00U);
  EXPECT_EQ(rgb_at(image, 55, 55), kGroundRgb);
  EXPECT_EQ(rgb_at(image, 2, 2), 0x0000FFU);
}

TEST_P(Painting, AForeignTextureIsABrokenPromise) {
  scene_.list().AddImage(reinterpret_cast<ImTextureID>(std::uintptr_t{77}), {0, 0}, {9, 9});
  const ImDrawData& data = scene_.finish();
  EXPECT_DEATH(subject_->paint(data, kGround, kWhole), "");
}

}  // namespace
}  // namespace platform_test
