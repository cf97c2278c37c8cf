// Starting SDL's video with the settings that each driver needs.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"

namespace platform {

// SDL's video subsystem for as long as it lives. Main thread.
class Video {
 public:
  // Attempt 0 leaves the choice of the graphics card to SDL; attempt n takes card n - 1, since SDL
  // 2.26 may pick one without a monitor. Fails in SDL's words where there is no display.
  static base::Result<std::unique_ptr<Video>, std::string> start(int attempt);

  // Whether the machine has a card for a further attempt and nobody has chosen one already.
  static bool may_try_again(int attempt);

  ~Video();
  Video(const Video&) = delete;
  Video& operator=(const Video&) = delete;

  const std::string& driver() const { return driver_; }  // "x11", "wayland", "KMSDRM"

  // Whether SDL_GetWindowSurface gives memory that the display reads. Elsewhere it must not be
  // asked for: SDL 2.26 crashes on KMSDRM with the hint that keeps Mesa away on X11.
  bool shares_memory() const { return driver_ == "x11" || driver_ == "dummy"; }

 private:
  explicit Video(std::string driver) : driver_(std::move(driver)) {}

  std::string driver_;
};

}  // namespace platform
