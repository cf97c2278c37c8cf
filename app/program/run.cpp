#include "program/run.h"

#include <algorithm>
#include <cstdio>

#include "base/log.h"
#include "platform/offscreen_window.h"
#include "platform/sdl_window.h"
#include "platform/signals.h"
#include "platform/sleeper.h"
#include "platform/watchdog.h"
#include "program/board_parts.h"
#include "program/feed_words.h"
#include "program/play_log.h"
#include "program/play_report.h"
#include "program/settings_watch.h"
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
    const platform::WindowOptions& options, const platform::Signals& signals, SteadyTime end,
    platform::Watchdog& watchdog) {
  constexpr seconds kLongestWait{30};
  constexpr seconds kOpeningMayTake{30};
  platform::Sleeper sleeper(&signals);
  std::string said;
  for (seconds wait{1};; wait = std::min(wait * 2, kLongestWait)) {
    auto window = platform::open_window(options, &signals);
    if (window) return std::move(window).value();
    if (window.error().detail != said) {
      said = window.error().detail;
      base::log_error("no display: " + said + "; trying again (--offscreen runs without one)");
    }
    watchdog.starting("no display: " + said, wait + kOpeningMayTake);
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
  const auto loaded = load_settings(options.config);
  if (!loaded) return loaded.error();
  const settings::Settings& settings = loaded.value();

  const platform::Signals signals;
  platform::Watchdog watchdog = platform::Watchdog::from_environment();
  const feed::Store store(settings.state_directory);
  auto feeds = make_feeds(settings);
  feed::Publication published(
      std::make_shared<const model::Snapshot>(feed::load_last_good(feeds, store)));

  std::unique_ptr<platform::Window> window;
  if (options.offscreen) {
    const auto size = settings.screen.size;
    window = std::make_unique<platform::OffscreenWindow>(size.width, size.height, &signals);
  } else {
    window = open_when_there_is_a_display(window_options(settings.screen, options), signals, end,
                                          watchdog);
    if (!window) return signals.asked_to_end() ? ExitCode::ok : ExitCode::no_display;
  }
  auto stage = view::Stage::create(settings, {window->area().width, window->area().height},
                                   window->texture_limit());
  if (!stage) {
    std::fprintf(stderr, "bluelamp: %s\n", stage.error().c_str());
    return ExitCode::no_input;
  }

  std::optional<PlayLog> play_log;
  if (!options.play_log.empty()) play_log.emplace(options.play_log);
  PlayReport report(settings, clock, [&](std::string line) {
    if (play_log) play_log->add(std::move(line));
  });
  Show show(settings, published, clock, *window, *stage.value());
  const auto told = [&](std::optional<milliseconds> late, bool after_key) {
    if (!play_log) return;
    const present::Plan& plan = stage.value()->plan();
    const view::Position position = show.position();
    report.drawn({.plan = plan,
                  .snapshot = show.snapshot(),
                  .position = position,
                  .pages = stage.value()->page_count(position.slide),
                  .late = late,
                  .after_key = after_key});
  };
  SupervisorStatus status;
  report.begin();
  show.present();
  watchdog.shown(clock.steady(), true, status.line(show.snapshot()));
  told({}, false);
  const auto took = std::chrono::duration_cast<milliseconds>(clock.steady() - began);
  base::log_info("first slide shown after " + std::to_string(took.count()) + " ms");
  const feed::Poller poller(
      std::move(feeds), store, clock, published, [&] { window->wake(); }, machine_id());

  SettingsWatch watch(options.config, settings);
  ExitCode end_with = ExitCode::ok;
  milliseconds longest{0};  // that the drawing thread was busy, after the first slide
  while (clock.steady() < end) {
    const SteadyTime due = show.due();
    const platform::Input input = window->wait_until(std::min({due, watchdog.due(), end}));
    if (input.lost) {
      base::log_error("display lost: " + *input.lost);
      return ExitCode::no_display;
    }
    if (input.quit || !show.obey(input)) break;
    if (watch.has_new()) {
      base::log_info("the settings have changed: starting anew by them");
      end_with = ExitCode::start_again;
      break;
    }
    const SteadyTime woken = clock.steady();
    show.present();
    const SteadyTime drawn = clock.steady();
    longest = std::max(longest, std::chrono::ceil<milliseconds>(drawn - woken));
    const std::string& trouble = watch.trouble();
    watchdog.shown(drawn, poller.lives(), trouble.empty() ? status.line(show.snapshot()) : trouble);
    const bool was_due = due <= woken;
    told(was_due ? std::optional(std::chrono::floor<milliseconds>(drawn - due)) : std::nullopt,
         !input.keys.empty());
  }
  if (end_with == ExitCode::ok) watchdog.stopping();
  report.end();
  base::log_info("ended; the longest frame took " + std::to_string(longest.count()) + " ms");
  return end_with;
}

}  // namespace program
