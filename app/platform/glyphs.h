// The atlas as the raster reads it: coverage between texels, and whole rows of a glyph.
#pragma once

#include <cstdint>

#include "platform/window.h"

namespace platform {

// Where along one axis the texel for the n-th pixel lies, in 1/256 texel.
struct Stretch {
  static constexpr int kFine = 12;  // further bits, so that a long stretch does not drift

  std::int64_t start = 0;  // at the first pixel's centre
  std::int64_t step = 0;

  int at(int n) const { return static_cast<int>((start + step * n) >> kFine); }
};

class Glyphs {
 public:
  // Texels are counted in 1/256; a texel's centre is at 128.
  static constexpr int kTexel = 256;

  explicit Glyphs(const Coverage& coverage) : atlas_(coverage) {}

  // From ImGui's 0 to 1.
  int column(float u) const { return to_texels(u, atlas_.width); }
  int row(float v) const { return to_texels(v, atlas_.height); }

  // Coverage 0 to 255 at a place, straight lines between the four nearest texels; beyond the edge
  // the edge goes on. 255 without an atlas.
  std::uint32_t sample(int u, int v) const;

  // Lays one row of a glyph over pixels.
  void draw_row(std::uint32_t* pixels, int count, const Stretch& across, int v, std::uint32_t rgb,
                std::uint32_t alpha) const;

 private:
  static int to_texels(float part, int size);

  Coverage atlas_;
};

}  // namespace platform
