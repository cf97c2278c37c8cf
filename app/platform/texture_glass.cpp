#include <SDL.h>

#include <array>
#include <cstddef>
#include <vector>

#include "platform/blend.h"
#include "platform/draw_commands.h"
#include "platform/glass.h"
#include "platform/raster.h"

namespace platform {
namespace {

// The raster paints into memory of ours, and SDL's renderer shows it as one texture. For Wayland
// and KMSDRM, which take no plain memory in SDL 2. SDL_GetWindowSurface would do the same, but
// keeps the former size on Wayland when the window gets a new one (SDL 2.26).
class TextureGlass final : public Glass {
 public:
  explicit TextureGlass(SDL_Renderer* renderer) : renderer_(renderer) {}

  Pixels area() const override {
    Pixels area;
    SDL_GetRendererOutputSize(renderer_.get(), &area.width, &area.height);
    return area;
  }

  int texture_limit() const override { return 0; }

  base::Result<std::monostate, std::string> set_atlas(const Coverage& coverage) override {
    raster_.set_atlas(coverage);
    return std::monostate{};
  }

  std::optional<std::string> paint(const ImDrawData& data, Color ground,
                                   std::span<const Pixels> damage) override {
    const std::array whole{area()};
    if (whole[0] != size_) {
      texture_.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_RGB888,
                                       SDL_TEXTUREACCESS_STREAMING, whole[0].width,
                                       whole[0].height));
      if (!texture_) return SDL_GetError();
      size_ = whole[0];
      pixels_.assign(static_cast<std::size_t>(size_.width) * size_.height, kOpaque);
      damage = whole;
    }
    raster_.paint(data, ground, damage, canvas());
    for (const Pixels& part : damage) {
      const Pixels seen = intersection(part, size_);
      if (is_empty(seen)) continue;
      const SDL_Rect changed{seen.x, seen.y, seen.width, seen.height};
      const std::uint32_t* const first =
          pixels_.data() + static_cast<std::size_t>(seen.y) * size_.width + seen.x;
      if (SDL_UpdateTexture(texture_.get(), &changed, first, size_.width * 4) != 0)
        return SDL_GetError();
    }
    if (SDL_RenderCopy(renderer_.get(), texture_.get(), nullptr, nullptr) != 0)
      return SDL_GetError();
    SDL_RenderPresent(renderer_.get());
    return std::nullopt;
  }

  bool is_accelerated() const override { return false; }

  Image capture() override { return to_image(canvas()); }

 private:
  struct Destroy {
    void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
    void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
  };

  Canvas canvas() { return {pixels_.data(), size_.width, size_.height, size_.width}; }

  std::unique_ptr<SDL_Renderer, Destroy> renderer_;
  std::unique_ptr<SDL_Texture, Destroy> texture_;
  Pixels size_;
  std::vector<std::uint32_t> pixels_;
  Raster raster_;
};

}  // namespace

base::Result<std::unique_ptr<Glass>, std::string> make_texture_glass(SDL_Window& window) {
  SDL_Renderer* const renderer = SDL_CreateRenderer(&window, -1, SDL_RENDERER_ACCELERATED);
  if (!renderer) return base::Failure{std::string(SDL_GetError())};
  return std::unique_ptr<Glass>(std::make_unique<TextureGlass>(renderer));
}

}  // namespace platform
