#include "program/render.h"

#include <array>
#include <cstdio>

#include "feed/poller.h"
#include "platform/offscreen_window.h"
#include "platform/png.h"
#include "present/plan.h"
#include "program/board_parts.h"
#include "program/screen.h"
#include "view/stage.h"

namespace program {
namespace {

// "05-priority-p4-2.png": in order in a folder, and safe whatever a feed calls its things.
std::string file_name(size_t number, const std::string& id, int page, int pages) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%02zu-", number);
  std::string name = text.data();
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += plain ? c : '-';
  }
  if (pages > 1) name += "-" + std::to_string(page + 1);
  return name + ".png";
}

ExitCode complain(const std::string& line, ExitCode code) {
  std::fprintf(stderr, "bluelamp: %s\n", line.c_str());
  return code;
}

}  // namespace

ExitCode render(const RenderOptions& options) {
  const auto loaded = load_settings(options.config);
  if (!loaded) return loaded.error();
  const settings::Settings& settings = loaded.value();
  const settings::PixelSize size = options.size.value_or(settings.screen.size);
  auto stage = view::Stage::create(settings, size, 0);
  if (!stage) return complain(stage.error(), ExitCode::no_input);

  const base::SystemClock system;
  const StandingClock clock(options.now.value_or(system.now()));
  auto feeds = make_feeds(settings);
  base::Complaints ignored;  // `check` is the command that prints them
  // Under a time of somebody's choosing nothing is kept: a running board shares the folder, and
  // would take that time for the one at which its figures were fetched.
  const feed::Store store(options.now ? std::filesystem::path() : settings.state_directory);
  const model::Snapshot snapshot = feed::fetch_once(feeds, store, clock, ignored);
  const auto ready =
      stage.value()->set_plan(present::make_plan(settings, snapshot, present::now_of(clock)));
  if (!ready) return complain(ready.error(), ExitCode::no_input);

  std::error_code error;
  std::filesystem::create_directories(options.out, error);
  if (error) {
    return complain(options.out.string() + ": " + error.message(), ExitCode::cannot_write);
  }
  platform::OffscreenWindow window(size.width, size.height);
  Screen screen(window, *stage.value());
  const auto& slides = stage.value()->plan().slides;
  bool any = false;
  for (size_t slide = 0; slide < slides.size(); ++slide) {
    if (!options.slide.empty() && slides[slide].id != options.slide) continue;
    any = true;
    const int pages = stage.value()->page_count(slide);
    for (int page = 0; page < pages; ++page) {
      // The dwell bar shows how far the rotation is, as on a board that has just come to the slide.
      screen.show({.position = {slide, page},
                   .progress = static_cast<double>(slide) / static_cast<double>(slides.size())});
      const auto path = options.out / file_name(slide + 1, slides[slide].id, page, pages);
      const auto written = platform::write_png(path, window.capture());
      if (!written) return complain(written.error(), ExitCode::cannot_write);
      std::printf("%s\n", path.c_str());
    }
  }
  if (!any) return complain("no slide is called " + options.slide, ExitCode::usage);
  return ExitCode::ok;
}

}  // namespace program
