#include <SDL.h>

#include <array>
#include <vector>

#include "platform/draw_commands.h"
#include "platform/glass.h"
#include "platform/raster.h"

namespace platform {
namespace {

// The raster paints straight into the memory that SDL shares with the display server, and only the
// damage is sent: with SDL's window renderer every frame is sent whole.
class SurfaceGlass final : public Glass {
 public:
  explicit SurfaceGlass(SDL_Window& window) : window_(&window) {}

  Pixels area() const override {
    Pixels area;
    SDL_GetWindowSizeInPixels(window_, &area.width, &area.height);
    return area;
  }

  int texture_limit() const override { return 0; }

  base::Result<std::monostate, std::string> set_atlas(const Coverage& coverage) override {
    raster_.set_atlas(coverage);
    return std::monostate{};
  }

  std::optional<std::string> paint(const ImDrawData& data, Color ground,
                                   std::span<const Pixels> damage) override {
    SDL_Surface* const surface = SDL_GetWindowSurface(window_);
    if (!surface) return SDL_GetError();
    const Pixels all{0, 0, surface->w, surface->h};
    const std::array whole{all};
    // A surface without our mark is a new one, black: the first, or one of another size.
    if (surface->userdata != this) {
      surface->userdata = this;
      damage = whole;
    }
    std::vector<SDL_Rect> sent;
    for (const Pixels& part : damage) {
      const Pixels seen = intersection(part, all);
      if (!is_empty(seen)) sent.push_back({seen.x, seen.y, seen.width, seen.height});
    }
    if (sent.empty()) return std::nullopt;
    if (SDL_Surface* const between = intermediate(*surface)) {
      raster_.paint(data, ground, damage, canvas_of(*between));
      for (SDL_Rect part : sent) {
        SDL_Rect to = part;
        SDL_BlitSurface(between, &part, surface, &to);
      }
    } else {
      raster_.paint(data, ground, damage, canvas_of(*surface));
    }
    if (SDL_UpdateWindowSurfaceRects(window_, sent.data(), static_cast<int>(sent.size())) != 0)
      return SDL_GetError();
    return std::nullopt;
  }

  bool is_accelerated() const override { return false; }

  Image capture() override {
    SDL_Surface* const surface = SDL_GetWindowSurface(window_);
    if (!surface) return {};
    SDL_Surface* const between = intermediate(*surface);
    return to_image(canvas_of(between ? *between : *surface));
  }

 private:
  struct Free {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
  };

  static Canvas canvas_of(const SDL_Surface& surface) {
    return {static_cast<std::uint32_t*>(surface.pixels), surface.w, surface.h, surface.pitch / 4};
  }

  // Null where the raster's pixels are the display's too, as nearly everywhere; otherwise a picture
  // to paint into and convert from (a display of 16 bits, say).
  SDL_Surface* intermediate(const SDL_Surface& surface) {
    const Uint32 format = surface.format->format;
    if (format == SDL_PIXELFORMAT_RGB888 || format == SDL_PIXELFORMAT_ARGB8888) return nullptr;
    if (!between_ || between_->w != surface.w || between_->h != surface.h) {
      between_.reset(
          SDL_CreateRGBSurfaceWithFormat(0, surface.w, surface.h, 32, SDL_PIXELFORMAT_RGB888));
      if (!between_) std::abort();  // out of memory
    }
    return between_.get();
  }

  SDL_Window* window_;
  Raster raster_;
  std::unique_ptr<SDL_Surface, Free> between_;
};

}  // namespace

base::Result<std::unique_ptr<Glass>, std::string> make_surface_glass(SDL_Window& window) {
  if (!SDL_GetWindowSurface(&window)) return base::Failure{std::string(SDL_GetError())};
  return std::unique_ptr<Glass>(std::make_unique<SurfaceGlass>(window));
}

}  // namespace platform
