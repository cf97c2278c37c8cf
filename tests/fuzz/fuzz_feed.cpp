// Bytes of a feed -> board -> what a screen may show of it -> every kind of slide -> its texts, its
// draw lists and, of the first page, its pixels.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>

#include "base/time.h"
#include "feed/decode.h"
#include "platform/offscreen_window.h"
#include "present/plan.h"
#include "program/board_parts.h"
#include "program/explain.h"
#include "program/screen.h"
#include "support/every_kind.h"
#include "view/stage.h"

namespace {

constexpr int kMostPages = 3;  // of a slide; the others are made of the same code
constexpr settings::PixelSize kWide{640, 360};
constexpr settings::PixelSize kTall{360, 640};

// A board that runs for months and gets one document after the other.
struct Glass {
  explicit Glass(const settings::Settings& settings)
      : window(settings.screen.size.width, settings.screen.size.height) {
    auto made = view::Stage::create(settings, settings.screen.size, 2048);
    if (!made) std::abort();  // a font is missing: nothing would be tried
    stage = std::move(made).value();
  }

  platform::OffscreenWindow window;
  std::unique_ptr<view::Stage> stage;
};

void show(const present::Plan& plan, Glass& glass) {
  // A failure is a page with more letters than an atlas holds; it is drawn all the same.
  (void)glass.stage->set_plan(plan);
  for (std::size_t slide = 0; slide < plan.slides.size(); ++slide) {
    const int pages = std::min(glass.stage->page_count(slide), kMostPages);
    for (int page = 0; page < pages; ++page) {
      (void)glass.stage->build({.position = {slide, page}, .progress = 0.5});
    }
  }
  program::Screen screen(glass.window, *glass.stage);
  screen.show({.position = {0, 0}, .progress = 0.5});
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  base::set_time_zone("Europe/London");
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto decoded = feed::decode({reinterpret_cast<const char*>(data), size}, "board");
  if (!decoded) return 0;
  settings::Settings settings = support::settings_of_every_kind(decoded.value().board, "board");
  // The screen varies with the input, and is the same for the same input.
  const std::size_t look = size % 4;
  settings.screen.size = look % 2 == 0 ? kWide : kTall;
  settings.screen.theme = look < 2 ? settings::Theme::dark : settings::Theme::light;
  if (look == 3) settings.screen.audience = settings::Audience::public_screen;

  const base::Timestamp now = *base::parse_timestamp("2026-03-10T14:32:00Z");
  const bool is_late = size % 5 == 0;
  model::FeedSnapshot feed;
  feed.status.id = "board";
  feed.status.late_after = std::chrono::hours{1};
  feed.status.fetched_at = now - std::chrono::minutes{is_late ? 600 : 6};
  auto released = program::release_for(settings)(std::move(decoded).value().board);
  feed.board = std::make_shared<const model::Board>(std::move(released.board));
  feed.withheld = std::move(released.withheld);
  model::Snapshot snapshot;
  snapshot.feeds.push_back(std::move(feed));

  const present::Now when{now, size % 7 != 0};
  (void)program::explanation(settings, snapshot, when, {});
  const present::Plan plan = present::make_plan(settings, snapshot, when);
  if (plan.slides.empty()) return 0;
  static std::array<std::unique_ptr<Glass>, 4> glasses;
  if (!glasses[look]) glasses[look] = std::make_unique<Glass>(settings);
  show(plan, *glasses[look]);
  return 0;
}
