#include <SDL.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "platform/glass.h"
#include "platform/painter.h"
#include "platform/texture_limit.h"

namespace platform {
namespace {

// Paints into a texture and shows that: what a swap leaves in the back buffer is anyone's guess, so
// this is what lets the damage alone be painted, and a picture be taken.
class GpuGlass final : public Glass {
 public:
  GpuGlass(SDL_Renderer* renderer, int texture_limit)
      : renderer_(renderer), texture_limit_(texture_limit), painter_(renderer) {}

  Pixels area() const override {
    Pixels area;
    SDL_GetRendererOutputSize(renderer_.get(), &area.width, &area.height);
    return area;
  }

  int texture_limit() const override { return texture_limit_; }

  base::Result<std::monostate, std::string> set_atlas(const Coverage& coverage) override {
    if (auto refusal = over_limit(coverage, texture_limit_)) return base::Failure{*refusal};
    return painter_.set_atlas(coverage);
  }

  std::optional<std::string> paint(const ImDrawData& data, Color ground,
                                   std::span<const Pixels> damage) override {
    const std::array whole{area()};
    if (whole[0] != framed_) {
      frame_.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_ARGB8888,
                                     SDL_TEXTUREACCESS_TARGET, whole[0].width, whole[0].height));
      if (!frame_) return SDL_GetError();
      framed_ = whole[0];
      damage = whole;
    }
    if (SDL_SetRenderTarget(renderer_.get(), frame_.get()) != 0) return SDL_GetError();
    painter_.paint(data, ground, damage);
    if (SDL_SetRenderTarget(renderer_.get(), nullptr) != 0) return SDL_GetError();
    if (SDL_RenderCopy(renderer_.get(), frame_.get(), nullptr, nullptr) != 0) return SDL_GetError();
    SDL_RenderPresent(renderer_.get());
    return std::nullopt;
  }

  bool is_accelerated() const override { return true; }

  Image capture() override {
    Image image{framed_.width, framed_.height, {}};
    image.rgba.resize(static_cast<std::size_t>(image.width) * image.height * 4);
    if (image.rgba.empty()) return image;
    SDL_SetRenderTarget(renderer_.get(), frame_.get());
    // ABGR8888 as a number is red, green, blue, alpha in memory.
    SDL_RenderReadPixels(renderer_.get(), nullptr, SDL_PIXELFORMAT_RGBA32, image.rgba.data(),
                         image.width * 4);
    SDL_SetRenderTarget(renderer_.get(), nullptr);
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    return image;
  }

 private:
  struct Destroy {
    void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
    void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
  };

  std::unique_ptr<SDL_Renderer, Destroy> renderer_;
  int texture_limit_;
  Painter painter_;
  std::unique_ptr<SDL_Texture, Destroy> frame_;
  Pixels framed_;
};

}  // namespace

base::Result<std::unique_ptr<Glass>, std::string> make_gpu_glass(SDL_Window& window) {
  SDL_Renderer* const renderer = SDL_CreateRenderer(
      &window, -1,
      SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC | SDL_RENDERER_TARGETTEXTURE);
  if (!renderer) return base::Failure{std::string(SDL_GetError())};
  SDL_RendererInfo info;
  SDL_GetRendererInfo(renderer, &info);
  return std::unique_ptr<Glass>(std::make_unique<GpuGlass>(
      renderer, std::min(info.max_texture_width, info.max_texture_height)));
}

}  // namespace platform
