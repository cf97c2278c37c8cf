// What a frame is shown on: a screen, or memory. The one seam between drawing and the machine.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"

struct ImDrawData;

namespace platform {

struct Pixels {  // top-left corner and size, whole pixels of the glass
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  bool operator==(const Pixels&) const = default;
};

// A picture, row by row from the top, 4 bytes a pixel: red, green, blue, 255.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;

  bool operator==(const Image&) const = default;
};

// One byte of coverage a pixel; a glyph atlas.
struct Coverage {
  int width = 0;
  int height = 0;
  const std::uint8_t* alpha = nullptr;  // borrowed for the call
};

enum class Key { pause, next, previous, first, toggle_fullscreen, leave };

struct Input {
  std::vector<Key> keys;
  bool quit = false;     // SIGINT, SIGTERM, or closed by the window manager where that may end us
  bool resized = false;  // area() has changed
  bool exposed = false;  // the glass must be painted whole again
  bool woken = false;    // wake() was called since the last wait
  // Set once the display cannot be used any more, with the reason; every later wait returns it at
  // once. Painting then does nothing: end, and let the supervisor start again.
  std::optional<std::string> lost;

  bool operator==(const Input&) const = default;
};

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
};

// All calls on the main thread, except wake().
class Window {
 public:
  virtual ~Window() = default;

  virtual Pixels area() const = 0;  // x and y are 0

  // The largest side of a texture; 0 if the driver names no limit.
  virtual int texture_limit() const = 0;

  // Replaces the glyph atlas. Its texture id in draw data is kAtlas. Refuses, with limit and size
  // in words, what is larger than the driver takes; then the former atlas stays.
  virtual base::Result<std::monostate, std::string> set_atlas(const Coverage& coverage) = 0;

  // Paints what of `data` lies inside `damage` over `ground` and shows it; the rest of the glass
  // stays. A window that has not kept what it showed (the first frame, a new size) paints all of
  // `data`, so `data` is always the whole frame. Coordinates of `data` are pixels of the glass.
  virtual void paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage) = 0;

  // True if painting is done by a GPU, where a fade costs little.
  virtual bool is_accelerated() const = 0;

  virtual void toggle_fullscreen() = 0;

  // Sleeps until input, wake() or the deadline, then returns all that has come.
  virtual Input wait_until(std::chrono::steady_clock::time_point deadline) = 0;

  // Any thread: ends a wait_until at once, or the next one if none is under way.
  virtual void wake() = 0;

  // What the last paint left on the glass; black before the first.
  virtual Image capture() = 0;
};

inline constexpr std::uintptr_t kAtlas = 1;

}  // namespace platform
