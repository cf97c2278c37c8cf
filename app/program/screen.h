// The one place where what view builds reaches what platform shows.
#pragma once

#include <chrono>
#include <cstdint>

#include "platform/window.h"
#include "view/stage.h"

namespace program {

class Screen {
 public:
  // Borrows both.
  Screen(platform::Window& window, view::Stage& stage) : window_(window), stage_(stage) {}

  // Builds the frame and paints what differs from the one before; nothing if nothing does.
  void show(const view::Showing& showing);

  // What the last painting of a whole frame cost, for deciding on fades. 0 before the first.
  std::chrono::microseconds whole_frame_cost() const { return whole_frame_cost_; }

 private:
  platform::Window& window_;
  view::Stage& stage_;
  std::uint64_t atlas_generation_ = 0;
  std::chrono::microseconds whole_frame_cost_{0};
};

}  // namespace program
