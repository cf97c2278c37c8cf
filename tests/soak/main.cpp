// A board over simulated months: slides change, its feed has good days and bad ones, and what it
// takes of the machine must not grow. Prints a table of Markdown.
//
//   soak [--slides N] [--refreshes N] [--check]     --check: exit status 1 if anything grows
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/time.h"
#include "feed/decode.h"
#include "feed/feed_runner.h"
#include "platform/offscreen_window.h"
#include "program/board_parts.h"
#include "program/play_report.h"
#include "program/show.h"
#include "soak/growth.h"
#include "soak/weather.h"
#include "support/every_kind.h"
#include "support/manual_clock.h"
#include "support/temporary_folder.h"

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const std::filesystem::path kReports = std::filesystem::path(BLUELAMP_SOURCE_DIR) / "assets/demo";
constexpr settings::PixelSize kSize{640, 360};
constexpr seconds kDwell{10};
constexpr std::size_t kEditions = soak::Weather::kEditions;
constexpr long long kCycle = soak::Weather::kCycle;

struct Measure {
  const char* what;
  const char* unit;
  double per_unit;
  double may_grow;  // over the whole run, in units
  std::vector<double> samples;
};

std::vector<std::string> reports() {
  std::vector<std::string> found;
  for (const char* name : {"2023-24-q1.json", "2017-18-q2.json", "2013-14-q2.json"}) {
    std::ifstream file(kReports / name);
    found.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return found;
}

settings::Settings settings_of(const std::string& document) {
  auto settings =
      support::settings_of_every_kind(feed::decode(document, "plan").value().board, "plan");
  settings.screen.size = kSize;
  for (settings::Slide& slide : settings.slides) slide.dwell = kDwell;
  return settings;
}

// The board of `bluelamp run` in one thread, under a clock that is moved by hand.
class Board {
 public:
  Board()
      : settings_(settings_of(reports().front())),
        store_(folder_.path()),
        feed_(made_feed()),
        runner_(feed_, feed::load_last_good(feed_, store_).shown, store_, clock_),
        published_(std::make_shared<const model::Snapshot>()),
        window_(kSize.width, kSize.height),
        stage_(view::Stage::create(settings_, kSize, 2048).value()),
        show_(settings_, published_, clock_, window_, *stage_),
        report_(settings_, clock_, [this](std::string line) { told_ += line.size(); }) {}

  void refresh() {
    (void)runner_.round({});
    model::Snapshot snapshot;
    snapshot.feeds = {runner_.shown()};
    published_.publish(std::make_shared<const model::Snapshot>(std::move(snapshot)));
    present({});
  }

  // Sleeps as the program would, until the next slide has come.
  void next_slide() {
    const view::Position before = show_.position();
    const std::size_t slides = stage_->plan().slides.size();
    // A plan of one slide of one page has no next one: then a dwell goes by.
    const auto end = clock_.steady() + kDwell;
    do {
      const auto due = show_.due();
      clock_.advance(
          std::max(std::chrono::ceil<milliseconds>(due - clock_.steady()), milliseconds{1}));
      present(due);
    } while (show_.position() == before && (slides > 1 || clock_.steady() < end));
  }

  double atlas_bytes() const {
    const view::Atlas atlas = stage_->atlas();
    return static_cast<double>(atlas.width) * atlas.height;
  }

 private:
  feed::PolledFeed made_feed() {
    feed::PolledFeed feed;
    feed.status.id = "plan";
    feed.status.cadence = seconds{60};
    feed.status.late_after = seconds{180};
    feed.source = std::make_unique<soak::Weather>(reports());
    feed.release = program::release_for(settings_);
    return feed;
  }

  void present(std::optional<base::SteadyTime> due) {
    show_.present();
    report_.drawn({.plan = stage_->plan(),
                   .snapshot = show_.snapshot(),
                   .position = show_.position(),
                   .pages = stage_->page_count(show_.position().slide),
                   .late = due ? std::optional(milliseconds{0}) : std::nullopt});
  }

  support::TemporaryFolder folder_;
  support::ManualClock clock_{*base::parse_timestamp("2026-03-10T09:00:00Z")};
  settings::Settings settings_;
  feed::Store store_;
  feed::PolledFeed feed_;
  feed::FeedRunner runner_;
  feed::Publication published_;
  platform::OffscreenWindow window_;
  std::unique_ptr<view::Stage> stage_;
  program::Show show_;
  std::size_t told_ = 0;
  program::PlayReport report_;
};

// Caches fill in the first twentieth of a run, and until every edition has been shown once: that
// much is left out.
bool print(const std::vector<Measure>& measures, long long slides) {
  bool grows = false;
  std::puts("| measure | at the start | growth over the run | 95% confidence | largest |");
  std::puts("|---|--:|--:|--:|--:|");
  for (const Measure& measure : measures) {
    const std::size_t skipped = std::max<std::size_t>(measure.samples.size() / 20 + 1, kEditions);
    const std::span<const double> samples(measure.samples.begin() + static_cast<long>(skipped),
                                          measure.samples.end());
    const soak::Growth growth = soak::growth_of(samples);
    const double over = static_cast<double>(samples.size() - 1) / measure.per_unit;
    const double most = *std::ranges::max_element(samples) / measure.per_unit;
    std::printf("| %s, %s | %.1f | %+.3f | ±%.3f | %.1f |\n", measure.what, measure.unit,
                growth.first / measure.per_unit, growth.slope * over, growth.error * over, most);
    // Growth is what even the lower end of the interval says is more than nothing and than allowed.
    grows |= (growth.slope - growth.error) * over > measure.may_grow;
  }
  std::printf("\n%lld slide changes in %zu samples.\n", slides, measures.front().samples.size());
  return grows;
}

}  // namespace

int main(int count, char** arguments) {
  long long slides = 1'000'000;
  long long refreshes = 100'000;
  bool check = false;
  for (int i = 1; i < count; ++i) {
    const std::string word = arguments[i];
    const bool has_number = i + 1 < count && std::atoll(arguments[i + 1]) > 0;
    if (word == "--check") {
      check = true;
    } else if (word == "--slides" && has_number) {
      slides = std::atoll(arguments[++i]);
    } else if (word == "--refreshes" && has_number) {
      refreshes = std::atoll(arguments[++i]);
    } else {
      std::fputs("Usage: soak [--slides N] [--refreshes N] [--check]\n", stderr);
      return 64;
    }
  }
  if (refreshes < 2 * kCycle * static_cast<long long>(kEditions)) {
    std::fprintf(stderr, "soak: at least %lld refreshes\n",
                 2 * kCycle * static_cast<long long>(kEditions));
    return 64;
  }
  base::set_time_zone("Europe/London");
  constexpr double kKilobyte = 1024;
  std::vector<Measure> measures = {
      {"heap in use", "KiB", kKilobyte, 1, {}},  // a text longer than any before
      {"resident memory", "KiB", kKilobyte, 1024, {}}, {"glyph atlas", "KiB", kKilobyte, 0, {}},
      {"open descriptors", "count", 1, 0, {}},         {"threads", "count", 1, 0, {}},
  };
  // The samples themselves must not be what grows.
  for (Measure& measure : measures) {
    measure.samples.reserve(static_cast<std::size_t>(refreshes / kCycle));
  }
  Board board;
  long long changed = 0;
  for (long long refresh = 0; refresh < refreshes; ++refresh) {
    board.refresh();
    for (; changed < slides * (refresh + 1) / refreshes; ++changed) board.next_slide();
    if ((refresh + 1) % kCycle != 0) continue;
    const double now[] = {soak::heap_bytes(), soak::resident_bytes(), board.atlas_bytes(),
                          soak::open_descriptors(), soak::threads()};
    for (std::size_t i = 0; i < measures.size(); ++i) measures[i].samples.push_back(now[i]);
  }
  return print(measures, changed) && check ? 1 : 0;
}
