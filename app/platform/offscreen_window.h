// A window in memory: tests, pictures, and a machine without a display. Needs no video driver.
#pragma once

#include <cstdint>
#include <vector>

#include "platform/raster.h"
#include "platform/sleeper.h"
#include "platform/window.h"

namespace platform {

class OffscreenWindow final : public Window {
 public:
  // 1 to 8191 pixels a side. `signals` is borrowed; null where none is to end a wait.
  // `texture_limit` stands in for a graphics driver's; 0 for none.
  OffscreenWindow(int width, int height, const Signals* signals = nullptr, int texture_limit = 0);

  Pixels area() const override { return {0, 0, width_, height_}; }
  int texture_limit() const override { return texture_limit_; }
  base::Result<std::monostate, std::string> set_atlas(const Coverage& coverage) override;
  void paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage) override;
  bool is_accelerated() const override { return false; }
  void toggle_fullscreen() override {}
  Input wait_until(std::chrono::steady_clock::time_point deadline) override;
  void wake() override { sleeper_.wake(); }
  Image capture() override;

 private:
  Canvas canvas() { return {pixels_.data(), width_, height_, width_}; }

  int width_;
  int height_;
  int texture_limit_;
  bool painted_ = false;
  std::vector<std::uint32_t> pixels_;
  Raster raster_;
  Sleeper sleeper_;
};

}  // namespace platform
