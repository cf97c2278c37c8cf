// The window on SDL's dummy driver: everything but the glass itself.
#include "platform/sdl_window.h"

#include <gtest/gtest.h>
#include <SDL.h>
#include <sys/resource.h>

#include <array>
#include <cstdlib>
#include <thread>

#include "platform/events.h"
#include "platform/offscreen_window.h"
#include "scene.h"

namespace platform_test {
namespace {

using namespace std::chrono_literals;
using platform::Input;
using platform::Key;
using platform::Signals;
using platform::Window;
using Clock = std::chrono::steady_clock;

constexpr auto kNever = 10min;

SDL_Event key_down(SDL_Keycode code, Uint16 modifiers = KMOD_NONE, Uint8 repeat = 0) {
  SDL_Event event = {};
  event.type = SDL_KEYDOWN;
  event.key.keysym.sym = code;
  event.key.keysym.mod = modifiers;
  event.key.repeat = repeat;
  return event;
}

Input taken(const SDL_Event& event, bool keys_leave = true) {
  Input input;
  platform::take_event(event, keys_leave, input);
  return input;
}

TEST(EventsTest, EachKeyMeansOneThing) {
  const std::pair<SDL_Keycode, Key> rows[] = {
      {SDLK_SPACE, Key::pause},         {SDLK_LEFT, Key::previous},
      {SDLK_RIGHT, Key::next},          {SDLK_HOME, Key::first},
      {SDLK_f, Key::toggle_fullscreen}, {SDLK_F11, Key::toggle_fullscreen},
      {SDLK_ESCAPE, Key::leave},        {SDLK_q, Key::leave}};
  for (const auto& [code, key] : rows) {
    EXPECT_EQ(taken(key_down(code)).keys, std::vector{key}) << SDL_GetKeyName(code);
    EXPECT_EQ(taken(key_down(code, KMOD_NUM | KMOD_CAPS)).keys, std::vector{key});
    EXPECT_EQ(taken(key_down(code, KMOD_LCTRL)), Input{});
    EXPECT_EQ(taken(key_down(code, KMOD_RALT)), Input{});
    EXPECT_EQ(taken(key_down(code, KMOD_LGUI)), Input{});
    EXPECT_EQ(taken(key_down(code, KMOD_NONE, 1)), Input{}) << "held down";
  }
  EXPECT_EQ(taken(key_down(SDLK_x)), Input{});
}

TEST(EventsTest, AtAPublicCounterNoKeyAndNoCloseEndsIt) {
  EXPECT_EQ(taken(key_down(SDLK_ESCAPE), false), Input{});
  EXPECT_EQ(taken(key_down(SDLK_q), false), Input{});
  EXPECT_EQ(taken(key_down(SDLK_SPACE), false).keys, std::vector{Key::pause});
  SDL_Event close = {};
  close.type = SDL_QUIT;
  EXPECT_FALSE(taken(close, false).quit);
  EXPECT_TRUE(taken(close, true).quit);
}

TEST(EventsTest, WhatSpoilsTheGlassIsReported) {
  SDL_Event event = {};
  event.type = SDL_WINDOWEVENT;
  event.window.event = SDL_WINDOWEVENT_EXPOSED;
  EXPECT_TRUE(taken(event).exposed);
  EXPECT_FALSE(taken(event).resized);
  event.window.event = SDL_WINDOWEVENT_SHOWN;
  EXPECT_TRUE(taken(event).exposed);
  event.window.event = SDL_WINDOWEVENT_SIZE_CHANGED;
  EXPECT_TRUE(taken(event).exposed);
  EXPECT_TRUE(taken(event).resized);
  event.window.event = SDL_WINDOWEVENT_ENTER;
  EXPECT_EQ(taken(event), Input{});
  event.type = SDL_RENDER_TARGETS_RESET;
  EXPECT_TRUE(taken(event).exposed);
  event.type = SDL_RENDER_DEVICE_RESET;
  EXPECT_TRUE(taken(event).lost.has_value());
  event.type = SDL_MOUSEMOTION;
  EXPECT_EQ(taken(event), Input{});
}

class SdlWindowTest : public testing::Test {
 protected:
  void SetUp() override {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    platform::WindowOptions options;
    options.title = "test";
    options.fullscreen = false;
    options.width = 320;
    options.height = 200;
    auto opened = platform::open_window(options, &signals_);
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    window_ = std::move(opened).value();
    // The window's own first events.
    EXPECT_TRUE(window_->wait_until(Clock::now()).exposed);
  }
  void TearDown() override {
    window_.reset();
    unsetenv("SDL_VIDEODRIVER");
  }

  Signals signals_;
  std::unique_ptr<Window> window_;
};

TEST_F(SdlWindowTest, PushedKeysComeInOrder) {
  for (const SDL_Keycode code : {SDLK_RIGHT, SDLK_SPACE, SDLK_ESCAPE}) {
    SDL_Event event = key_down(code);
    SDL_PushEvent(&event);
  }
  const Input input = window_->wait_until(Clock::now() + kNever);
  EXPECT_EQ(input.keys, (std::vector{Key::next, Key::pause, Key::leave}));
  EXPECT_EQ(window_->wait_until(Clock::now()), Input{});
}

TEST_F(SdlWindowTest, AKeyDuringTheWaitEndsIt) {
  std::jthread other([] {
    SDL_Event event = key_down(SDLK_HOME);
    SDL_PushEvent(&event);
  });
  EXPECT_EQ(window_->wait_until(Clock::now() + kNever).keys, std::vector{Key::first});
}

TEST_F(SdlWindowTest, WhatMeansNothingDoesNotEndTheWait) {
  SDL_Event event = {};
  event.type = SDL_MOUSEMOTION;
  SDL_PushEvent(&event);
  const auto deadline = Clock::now() + 20ms;
  EXPECT_EQ(window_->wait_until(deadline), Input{});
  EXPECT_GE(Clock::now(), deadline);
}

TEST_F(SdlWindowTest, AnotherThreadASignalAndADeadlineEndTheWait) {
  std::jthread other([this] { window_->wake(); });
  EXPECT_TRUE(window_->wait_until(Clock::now() + kNever).woken);
  EXPECT_EQ(window_->wait_until(Clock::now()), Input{});
  raise(SIGTERM);
  EXPECT_TRUE(window_->wait_until(Clock::now() + kNever).quit);
}

TEST_F(SdlWindowTest, TheKeyboardIsAskedTwentyTimesASecondAtMost) {
  rusage before, after;
  getrusage(RUSAGE_THREAD, &before);
  window_->wait_until(Clock::now() + 250ms);
  getrusage(RUSAGE_THREAD, &after);
  EXPECT_LE(after.ru_nvcsw - before.ru_nvcsw, 10);
}

TEST_F(SdlWindowTest, ShowsWhatAnOffscreenWindowShows) {
  Scene scene(320, 200);
  scene.list().AddCircleFilled({100, 100}, 50, IM_COL32(200, 100, 50, 255));
  scene.list().AddText({20, 20}, IM_COL32(255, 255, 255, 255), "Priority 1");
  const ImDrawData& data = scene.finish();
  const platform::Pixels damage[] = {{0, 0, 320, 200}};
  platform::OffscreenWindow offscreen(320, 200);
  for (Window* window : {static_cast<Window*>(&offscreen), window_.get()}) {
    ASSERT_TRUE(window->set_atlas(scene.atlas()).ok());
    window->paint(data, {10, 20, 30}, damage);
  }
  EXPECT_EQ(window_->area(), (platform::Pixels{0, 0, 320, 200}));
  EXPECT_EQ(window_->capture(), offscreen.capture());
  EXPECT_FALSE(window_->is_accelerated());
  EXPECT_EQ(window_->texture_limit(), 0);
}

TEST_F(SdlWindowTest, ANewSizeIsReportedAndPaintedWhole) {
  Scene scene(320, 200);
  const ImDrawData& data = scene.finish();
  const platform::Pixels little[] = {{0, 0, 1, 1}};
  window_->paint(data, {10, 20, 30}, little);
  SDL_SetWindowSize(SDL_GetWindowFromID(1), 400, 300);
  const Input input = window_->wait_until(Clock::now() + kNever);
  EXPECT_TRUE(input.resized);
  EXPECT_EQ(window_->area(), (platform::Pixels{0, 0, 400, 300}));
  window_->paint(data, {10, 20, 30}, little);
  EXPECT_EQ(rgb_at(window_->capture(), 399, 299), 0x0A141EU);
}

TEST_F(SdlWindowTest, AfterADeviceResetEveryWaitSaysLostAndPaintingIsHarmless) {
  SDL_Event event = {};
  event.type = SDL_RENDER_DEVICE_RESET;
  SDL_PushEvent(&event);
  EXPECT_TRUE(window_->wait_until(Clock::now() + kNever).lost);
  EXPECT_TRUE(window_->wait_until(Clock::now() + kNever).lost);
  Scene scene(320, 200);
  const platform::Pixels damage[] = {{0, 0, 320, 200}};
  window_->paint(scene.finish(), {1, 2, 3}, damage);
  EXPECT_FALSE(window_->set_atlas(scene.atlas()).ok());
  EXPECT_EQ(window_->capture(), platform::Image{});
}

TEST(OpenWindowTest, WithoutADisplayItSaysSo) {
  setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
  const auto opened = platform::open_window({}, nullptr);
  unsetenv("SDL_VIDEODRIVER");
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().kind, platform::WindowErrorKind::no_display);
  EXPECT_NE(opened.error().detail.find("no-such-driver"), std::string::npos)
      << opened.error().detail;
}

}  // namespace
}  // namespace platform_test
