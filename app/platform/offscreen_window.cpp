#include "platform/offscreen_window.h"

#include <array>
#include <cstddef>
#include <cstdlib>

#include "platform/blend.h"
#include "platform/texture_limit.h"

namespace platform {

OffscreenWindow::OffscreenWindow(int width, int height, const Signals* signals, int texture_limit)
    : width_(width), height_(height), texture_limit_(texture_limit), sleeper_(signals) {
  if (width < 1 || height < 1 || width > kLargestSide || height > kLargestSide) std::abort();
  pixels_.assign(static_cast<std::size_t>(width) * height, kOpaque);
}

base::Result<std::monostate, std::string> OffscreenWindow::set_atlas(const Coverage& coverage) {
  if (auto refusal = over_limit(coverage, texture_limit_)) return base::Failure{*refusal};
  raster_.set_atlas(coverage);
  return std::monostate{};
}

void OffscreenWindow::paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage) {
  const std::array whole{area()};
  raster_.paint(data, ground, painted_ ? damage : whole, canvas());
  painted_ = true;
}

Input OffscreenWindow::wait_until(std::chrono::steady_clock::time_point deadline) {
  for (;;) {
    const Sleeper::Cause cause = sleeper_.sleep_until(deadline);
    Input input;
    input.woken = cause.woken;
    input.quit = cause.signalled;
    if (input != Input{} || std::chrono::steady_clock::now() >= deadline) return input;
  }
}

Image OffscreenWindow::capture() {
  return to_image(canvas());
}

}  // namespace platform
