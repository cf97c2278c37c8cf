// How an SDL window gets its pixels: from memory shared with the display, from memory by way of a
// texture, or painted by a GPU.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "platform/window.h"

struct SDL_Window;

namespace platform {

// Main thread; borrows the window, which must outlive it. The functions are Window's, except that
// paint tells why the display took nothing.
class Glass {
 public:
  virtual ~Glass() = default;
  virtual Pixels area() const = 0;
  virtual int texture_limit() const = 0;
  virtual base::Result<std::monostate, std::string> set_atlas(const Coverage& coverage) = 0;
  virtual std::optional<std::string> paint(const ImDrawData& data, Color ground,
                                           std::span<const Pixels> damage) = 0;
  virtual bool is_accelerated() const = 0;
  virtual Image capture() = 0;
};

// Each fails in SDL's words. The first only where SDL shares memory with the display (X11).
base::Result<std::unique_ptr<Glass>, std::string> make_surface_glass(SDL_Window& window);
base::Result<std::unique_ptr<Glass>, std::string> make_texture_glass(SDL_Window& window);
base::Result<std::unique_ptr<Glass>, std::string> make_gpu_glass(SDL_Window& window);

}  // namespace platform
