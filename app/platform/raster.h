// Draws ImDrawData into memory, as a GPU would: edges at a sixty-fourth of a pixel, the same bytes
// on every machine.
//
// SDL's own software renderer is not used for it. It cuts every vertex to whole pixels, so that
// ImGui's smooth edges come out as steps; a dense 1080p slide takes it 24 ms, and 2 ms here, the
// dwell bar alone 0.5 ms, and 15 us here; it keeps four bytes for each texel of the atlas; and its
// pixels differ between versions.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "platform/window.h"

namespace platform {

// Pixels; the raster counts no farther.
inline constexpr int kLargestSide = 8191;

// Borrowed memory of a picture: 0xFFRRGGBB a pixel, rows from the top.
struct Canvas {
  std::uint32_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  int stride = 0;  // pixels from one row to the next
};

// Any thread, one at a time.
class Raster {
 public:
  // Copies the coverage.
  void set_atlas(const Coverage& coverage);

  // Replaces what lies inside `damage` (cut to the canvas) by `ground` and `data` over it.
  void paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage,
             const Canvas& canvas) const;

 private:
  int atlas_width_ = 0;
  int atlas_height_ = 0;
  std::vector<std::uint8_t> atlas_;
};

Image to_image(const Canvas& canvas);

}  // namespace platform
