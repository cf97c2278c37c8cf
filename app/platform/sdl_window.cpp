#include "platform/sdl_window.h"

#include <SDL.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/log.h"
#include "platform/display_connection.h"
#include "platform/events.h"
#include "platform/glass.h"
#include "platform/sdl_start.h"
#include "platform/sleeper.h"

namespace platform {
namespace {

using namespace std::chrono_literals;
using SteadyTime = std::chrono::steady_clock::time_point;

// KMSDRM has no connection to sleep on, and SDL keeps the descriptors of the keyboards to itself:
// they are asked twenty times a second, where SDL's own wait would ask a thousand times.
constexpr auto kInputInterval = 50ms;

struct DestroyWindow {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};
using WindowHandle = std::unique_ptr<SDL_Window, DestroyWindow>;

// Where a fullscreen window goes. It is put there before it becomes fullscreen: without a window
// manager SDL changes the size alone, and what hangs over the edge is never seen.
SDL_Rect screen_of(int display) {
  SDL_Rect screen{0, 0, 0, 0};
  SDL_GetDisplayBounds(std::max(0, display), &screen);
  return screen;
}

class SdlWindow final : public Window {
 public:
  SdlWindow(std::unique_ptr<Video> video, WindowHandle window, std::unique_ptr<Glass> glass,
            const WindowOptions& options, const Signals* signals)
      : video_(std::move(video)),
        window_(std::move(window)),
        glass_(std::move(glass)),
        connection_(display_connection(*window_)),
        desk_size_{0, 0, options.width, options.height},
        keys_leave_(options.keys_leave),
        sleeper_(signals) {}

  ~SdlWindow() override {
    if (!connection_broken_) return;
    // A word to a dead X server makes Xlib end the process. So nothing is taken down; it is kept
    // where a leak checker sees it, and goes with the process, which is about to end.
    [[gnu::used]] static std::array<void*, 3> kept;
    kept = {glass_.release(), window_.release(), video_.release()};
  }

  Pixels area() const override { return glass_->area(); }
  int texture_limit() const override { return glass_->texture_limit(); }
  bool is_accelerated() const override { return glass_->is_accelerated(); }
  void wake() override { sleeper_.wake(); }

  base::Result<std::monostate, std::string> set_atlas(const Coverage& coverage) override {
    if (lost_) return base::Failure{*lost_};
    return glass_->set_atlas(coverage);
  }

  void paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage) override {
    if (lost_) return;
    if (auto trouble = glass_->paint(data, ground, damage)) lost_ = "painting failed: " + *trouble;
  }

  void toggle_fullscreen() override {
    if (lost_) return;
    if ((SDL_GetWindowFlags(window_.get()) & SDL_WINDOW_FULLSCREEN) == 0) {
      const SDL_Rect screen = screen_of(SDL_GetWindowDisplayIndex(window_.get()));
      SDL_SetWindowPosition(window_.get(), screen.x, screen.y);
      SDL_SetWindowSize(window_.get(), screen.w, screen.h);
      SDL_SetWindowFullscreen(window_.get(), SDL_WINDOW_FULLSCREEN_DESKTOP);
    } else {
      SDL_SetWindowFullscreen(window_.get(), 0);
      SDL_SetWindowSize(window_.get(), desk_size_.width, desk_size_.height);
      SDL_SetWindowPosition(window_.get(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED);
    }
  }

  Input wait_until(SteadyTime deadline) override {
    // SDL_WaitEventTimeout is not used: it polls every millisecond on KMSDRM, and no signal or
    // other thread can be sure to end it.
    Input input;
    SteadyTime until = SteadyTime::min();  // the first round looks, the others sleep
    for (;;) {
      const Sleeper::Cause cause = sleeper_.sleep_until(until, lost_ ? -1 : connection_);
      input.woken = input.woken || cause.woken;
      input.quit = input.quit || cause.signalled;
      if (cause.display_gone && !lost_) {
        connection_broken_ = true;
        lost_ = "the connection to the display server broke";
      }
      if (!lost_) collect(input);
      if (lost_) input.lost = lost_;
      const SteadyTime now = std::chrono::steady_clock::now();
      if (input != Input{} || now >= deadline) return input;
      until = connection_ >= 0 ? deadline : std::min(deadline, now + kInputInterval);
    }
  }

  Image capture() override { return lost_ ? Image{} : glass_->capture(); }

 private:
  void collect(Input& input) {
    // Twice: what SDL answers to the server while it reads is sent at the start of the next round
    // only, and would lie there while we sleep (Wayland's ping).
    for (int round = 0; round < 2; ++round) SDL_PumpEvents();
    SDL_Event event;
    while (SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > 0)
      take_event(event, keys_leave_, input);
    if (input.lost) lost_ = input.lost;
  }

  std::unique_ptr<Video> video_;
  WindowHandle window_;
  std::unique_ptr<Glass> glass_;
  int connection_;
  Pixels desk_size_;
  bool keys_leave_;
  bool connection_broken_ = false;
  Sleeper sleeper_;
  std::optional<std::string> lost_;
};

base::Result<std::unique_ptr<Glass>, std::string> make_glass(SDL_Window& window, const Video& video,
                                                             Renderer renderer) {
  if (renderer == Renderer::gpu) {
    auto gpu = make_gpu_glass(window);
    if (gpu) return gpu;
    base::log_warning("no GPU to paint with (" + gpu.error() + "): painting in software");
  }
  return video.shares_memory() ? make_surface_glass(window) : make_texture_glass(window);
}

base::Result<std::unique_ptr<Window>, WindowError> open_on(std::unique_ptr<Video> video,
                                                           const WindowOptions& options,
                                                           const Signals* signals) {
  SDL_Rect place{SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, options.width, options.height};
  Uint32 flags = SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_RESIZABLE;
  if (options.fullscreen) {
    place = screen_of(0);
    flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
  }
  WindowHandle window(
      SDL_CreateWindow(options.title.c_str(), place.x, place.y, place.w, place.h, flags));
  const auto refusal = [&video](const std::string& why) {
    return base::Failure{WindowError{WindowErrorKind::refused, video->driver() + ": " + why}};
  };
  if (!window) return refusal(SDL_GetError());
  auto glass = make_glass(*window, *video, options.renderer);
  if (!glass) return refusal(glass.error());
  SDL_ShowCursor(SDL_DISABLE);
  SDL_DisableScreenSaver();
  SDL_StopTextInput();  // on from the start in SDL 2; nothing here takes text
  return std::unique_ptr<Window>(std::make_unique<SdlWindow>(
      std::move(video), std::move(window), std::move(glass).value(), options, signals));
}

}  // namespace

base::Result<std::unique_ptr<Window>, WindowError> open_window(const WindowOptions& options,
                                                               const Signals* signals) {
  WindowError first;
  for (int attempt = 0;; ++attempt) {
    auto video = Video::start(attempt);
    WindowError error;
    if (video) {
      auto window = open_on(std::move(video).value(), options, signals);
      if (window) return window;
      error = window.error();
    } else {
      error = {WindowErrorKind::no_display, video.error()};
    }
    if (attempt == 0) first = error;
    if (!Video::may_try_again(attempt)) return base::Failure{first};
  }
}

}  // namespace platform
