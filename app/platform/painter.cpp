#include "platform/painter.h"

#include <imgui.h>
#include <SDL.h>

#include <cstddef>
#include <vector>

#include "platform/draw_commands.h"

namespace platform {

static_assert(sizeof(SDL_Color) == sizeof(ImU32) && IM_COL32_R_SHIFT == 0 && IM_COL32_A_SHIFT == 24,
              "ImGui's colours are handed to SDL as they lie in memory");

void Painter::Destroy::operator()(SDL_Texture* texture) const {
  SDL_DestroyTexture(texture);
}

base::Result<std::monostate, std::string> Painter::set_atlas(const Coverage& coverage) {
  std::unique_ptr<SDL_Texture, Destroy> texture(
      SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC,
                        coverage.width, coverage.height));
  if (!texture) return base::Failure{std::string(SDL_GetError())};
  SDL_SetTextureBlendMode(texture.get(), SDL_BLENDMODE_BLEND);
  // Exact where a glyph stands on whole pixels, smooth where it does not.
  SDL_SetTextureScaleMode(texture.get(), SDL_ScaleModeLinear);
  // In bands: a whole atlas at four bytes a texel may be 64 MB for a moment.
  constexpr int kBand = 64;
  std::vector<Uint32> texels;
  for (int top = 0; top < coverage.height; top += kBand) {
    const SDL_Rect band{0, top, coverage.width, std::min(kBand, coverage.height - top)};
    const std::size_t count = static_cast<std::size_t>(band.w) * band.h;
    const std::uint8_t* const alpha =
        coverage.alpha + static_cast<std::size_t>(top) * coverage.width;
    texels.resize(count);
    for (std::size_t i = 0; i < count; ++i) texels[i] = Uint32{alpha[i]} << 24 | 0x00FFFFFFU;
    if (SDL_UpdateTexture(texture.get(), &band, texels.data(), band.w * 4) != 0)
      return base::Failure{std::string(SDL_GetError())};
  }
  atlas_ = std::move(texture);
  return std::monostate{};
}

void Painter::paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage) const {
  for (const Pixels& part : damage) {
    if (is_empty(part)) continue;
    const SDL_Rect whole{part.x, part.y, part.width, part.height};
    SDL_RenderSetClipRect(renderer_, &whole);
    SDL_SetRenderDrawBlendMode(renderer_, SDL_BLENDMODE_NONE);
    SDL_SetRenderDrawColor(renderer_, ground.red, ground.green, ground.blue, 255);
    SDL_RenderFillRect(renderer_, &whole);
    for_each_command(data, part, [&](const auto& list, const auto& command, const Pixels& clip) {
      const SDL_Rect seen{clip.x, clip.y, clip.width, clip.height};
      SDL_RenderSetClipRect(renderer_, &seen);
      const ImDrawVert* const first = list.VtxBuffer.Data + command.VtxOffset;
      constexpr int kStride = sizeof(ImDrawVert);
      SDL_RenderGeometryRaw(renderer_, atlas_.get(), &first->pos.x, kStride,
                            reinterpret_cast<const SDL_Color*>(&first->col), kStride, &first->uv.x,
                            kStride, list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
                            list.IdxBuffer.Data + command.IdxOffset,
                            static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
    });
  }
  SDL_RenderSetClipRect(renderer_, nullptr);
}

}  // namespace platform
