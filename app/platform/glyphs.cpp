#include "platform/glyphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "platform/blend.h"

namespace platform {
namespace {

constexpr int kHalf = Glyphs::kTexel / 2;

}  // namespace

int Glyphs::to_texels(float part, int size) {
  if (!(part > 0.0F)) return 0;  // also what is not a number
  return static_cast<int>(std::min(part, 1.0F) * static_cast<float>(size * kTexel) + 0.5F);
}

std::uint32_t Glyphs::sample(int u, int v) const {
  if (!atlas_.alpha || atlas_.width <= 0 || atlas_.height <= 0) return 255;
  const int left = (u - kHalf) >> 8, top = (v - kHalf) >> 8;
  const auto right_part = static_cast<std::uint32_t>((u - kHalf) & 0xFF);
  const auto lower_part = static_cast<std::uint32_t>((v - kHalf) & 0xFF);
  const auto texel = [this](int x, int y) -> std::uint32_t {
    x = std::clamp(x, 0, atlas_.width - 1);
    y = std::clamp(y, 0, atlas_.height - 1);
    return atlas_.alpha[static_cast<std::size_t>(y) * atlas_.width + x];
  };
  const auto along = [&](int y) {
    return texel(left, y) * (256 - right_part) + texel(left + 1, y) * right_part;
  };
  return (along(top) * (256 - lower_part) + along(top + 1) * lower_part + 0x8000) >> 16;
}

void Glyphs::draw_row(std::uint32_t* pixels, int count, const Stretch& across, int v,
                      std::uint32_t rgb, std::uint32_t alpha) const {
  // Text that stands on whole pixels at its own size, the usual case: texels as they are.
  const int first = (across.at(0) - kHalf) >> 8, line = (v - kHalf) >> 8;
  const bool on_texels = across.step == std::int64_t{kTexel} << Stretch::kFine &&
                         across.at(0) % kTexel == kHalf && v % kTexel == kHalf;
  if (on_texels && atlas_.alpha && first >= 0 && first + count <= atlas_.width && line >= 0 &&
      line < atlas_.height) {
    const std::uint8_t* const texels =
        atlas_.alpha + static_cast<std::size_t>(line) * atlas_.width + first;
    for (int i = 0; i < count; ++i) {
      const std::uint32_t seen = over_255(texels[i] * alpha);
      if (seen != 0) pixels[i] = blend(pixels[i], rgb, seen);
    }
    return;
  }
  for (int i = 0; i < count; ++i) {
    const std::uint32_t seen = over_255(sample(across.at(i), v) * alpha);
    if (seen != 0) pixels[i] = blend(pixels[i], rgb, seen);
  }
}

}  // namespace platform
