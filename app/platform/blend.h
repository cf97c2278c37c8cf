// Colours laid over pixels 0xFFRRGGBB; every result is rounded to the nearest, so that it is exact.
#pragma once

#include <algorithm>
#include <cstdint>

namespace platform {

inline constexpr std::uint32_t kOpaque = 0xFF000000U;

// value / 255, rounded, for 0 to 255 * 255.
inline std::uint32_t over_255(std::uint32_t value) {
  value += 128;
  return (value + (value >> 8)) >> 8;
}

// `rgb` (0x00RRGGBB) over `below` with alpha 0 to 255. Red and blue share one multiplication.
inline std::uint32_t blend(std::uint32_t below, std::uint32_t rgb, std::uint32_t alpha) {
  constexpr std::uint32_t kPair = 0x00FF00FFU;
  const std::uint32_t rest = 255 - alpha;
  std::uint32_t pair = (rgb & kPair) * alpha + (below & kPair) * rest + 0x00800080U;
  pair = ((pair + ((pair >> 8) & kPair)) >> 8) & kPair;
  const std::uint32_t green = over_255((rgb >> 8 & 0xFF) * alpha + (below >> 8 & 0xFF) * rest);
  return kOpaque | pair | green << 8;
}

inline void fill(std::uint32_t* pixels, int count, std::uint32_t rgb, std::uint32_t alpha) {
  if (alpha == 255) {
    std::fill_n(pixels, count, kOpaque | rgb);
  } else if (alpha != 0) {
    for (int i = 0; i < count; ++i) pixels[i] = blend(pixels[i], rgb, alpha);
  }
}

}  // namespace platform
