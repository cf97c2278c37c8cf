// Draws ImDrawData through an SDL renderer, for a GPU. One file for ImGui 1.86 and 1.90 and for SDL
// 2.26 and 2.32, because ImGui's own back ends differ between them or are missing.
#pragma once

#include <memory>
#include <span>

#include "platform/window.h"

struct SDL_Renderer;
struct SDL_Texture;

namespace platform {

// Main thread. Borrows the renderer, which must outlive it.
class Painter {
 public:
  explicit Painter(SDL_Renderer* renderer) : renderer_(renderer) {}

  // Keeps the former atlas on failure; the words are SDL's.
  base::Result<std::monostate, std::string> set_atlas(const Coverage& coverage);

  // Paints `data` over `ground` inside each part of `damage` on the current target.
  void paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage) const;

 private:
  struct Destroy {
    void operator()(SDL_Texture* texture) const;
  };

  SDL_Renderer* renderer_;
  std::unique_ptr<SDL_Texture, Destroy> atlas_;
};

}  // namespace platform
