#include "program/run.h"

#include <algorithm>
#include <cstdio>

#include "base/log.h"
#include "platform/offscreen_window.h"
#include "platform/sdl_window.h"
#include "platform/signals.h"
#include "platform/sleeper.h"
#include "program/board_parts.h"
#include "program/show.h"

namespace program {
namespace {

using base::SteadyTime;
using std::chrono::milliseconds;
using std::chrono::seconds;

platform::WindowOptions window_options(const settings::Screen& screen, const RunOptions& options) {
  platform::WindowOptions wanted;
  wanted.title = "Blue Lamp";
  wanted.fullscreen = screen.fullscreen && !options.windowed;
  wanted.width = screen.size.width;
  wanted.height = screen.size.height;
  wanted.renderer = screen.renderer == settings::Renderer::gpu ? platform::Renderer::gpu
                                                               : platform::Renderer::software;
  wanted.keys_leave = screen.keys_leave;
  return wanted;
}

// A monitor may be switched on later than the board: tries again, ever more slowly, and says why.
std::unique_ptr<platform::Window> open_when_there_is_a_display(
    const platform::WindowOptions& options, const platform::Signals& signals, SteadyTime end) {
  constexpr seconds kLongestWait{30};
  platform::Sleeper sleeper(&signals);
  std::string said;
  for (seconds wait{1};; wait = std::min(wait * 2, kLongestWait)) {
    auto window = platform::open_window(options, &signals);
    if (window) return std::move(window).value();
    if (window.error().detail != said) {
      said = window.error().detail;
      base::log_error("no display: " + said + "; trying again (--offscreen runs without one)");
    }
    const SteadyTime now = std::chrono::steady_clock::now();
    if (now >= end) return nullptr;
    if (sleeper.sleep_until(std::min(now + wait, end)).signalled) return nullptr;
  }
}

}  // namespace

ExitCode run(const RunOptions& options) {
  const base::SystemClock clock;
  const SteadyTime began = clock.steady();
  const SteadyTime end = options.seconds ? began + *options.seconds : SteadyTime::max();
  const auto settings = load_settings(options.config);
  if (!settings) return ExitCode::settings;

  const platform::Signals signals;
  const feed::Store store(settings->state_directory);
  auto feeds = make_feeds(*settings);
  feed::Publication published(
      std::make_shared<const model::Snapshot>(feed::load_last_good(feeds, store)));

  std::unique_ptr<platform::Window> window;
  if (options.offscreen) {
    const auto size = settings->screen.size;
    window = std::make_unique<platform::OffscreenWindow>(size.width, size.height, &signals);
  } else {
    window = open_when_there_is_a_display(window_options(settings->screen, options), signals, end);
    if (!window) return signals.asked_to_end() ? ExitCode::ok : ExitCode::no_display;
  }
  auto stage = view::Stage::create(*settings, {window->area().width, window->area().height},
                                   window->texture_limit());
  if (!stage) {
    std::fprintf(stderr, "bluelamp: %s\n", stage.error().c_str());
    return ExitCode::font_missing;
  }

  Show show(*settings, published, clock, *window, *stage.value());
  show.present();
  const auto took = std::chrono::duration_cast<milliseconds>(clock.steady() - began);
  base::log_info("first slide shown after " + std::to_string(took.count()) + " ms");
  const feed::Poller poller(
      std::move(feeds), store, clock, published, [&] { window->wake(); }, machine_id());

  milliseconds longest{0};  // that the drawing thread was busy, after the first slide
  while (clock.steady() < end) {
    const platform::Input input = window->wait_until(std::min(show.due(), end));
    if (input.lost) {
      base::log_error("display lost: " + *input.lost);
      return ExitCode::no_display;
    }
    if (input.quit || !show.obey(input)) break;
    const SteadyTime woken = clock.steady();
    show.present();
    longest = std::max(longest, std::chrono::ceil<milliseconds>(clock.steady() - woken));
  }
  base::log_info("ended; the longest frame took " + std::to_string(longest.count()) + " ms");
  return ExitCode::ok;
}

}  // namespace program
