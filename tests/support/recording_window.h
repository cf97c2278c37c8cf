// A window that notes what it was asked to paint.
#pragma once

#include <vector>

#include "platform/window.h"

namespace support {

class RecordingWindow final : public platform::Window {
 public:
  RecordingWindow(int width, int height, bool accelerated = false)
      : area_{0, 0, width, height}, accelerated_(accelerated) {}

  platform::Pixels area() const override { return area_; }
  int texture_limit() const override { return 0; }
  base::Result<std::monostate, std::string> set_atlas(const platform::Coverage&) override {
    return std::monostate{};
  }
  void paint(const ImDrawData&, platform::Color,
             std::span<const platform::Pixels> damage) override {
    paints.emplace_back(damage.begin(), damage.end());
  }
  bool is_accelerated() const override { return accelerated_; }
  void toggle_fullscreen() override { ++fullscreen_toggles; }
  platform::Input wait_until(std::chrono::steady_clock::time_point) override { return {}; }
  void wake() override {}
  platform::Image capture() override { return {}; }

  void resize(int width, int height) { area_ = {0, 0, width, height}; }

  std::vector<std::vector<platform::Pixels>> paints;  // the damage of each
  int fullscreen_toggles = 0;

 private:
  platform::Pixels area_;
  bool accelerated_;
};

}  // namespace support
