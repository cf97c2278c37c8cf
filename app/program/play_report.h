// What a board says of itself in its play log: which slide came on the glass, when and how late,
// and how the feeds stood.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "model/snapshot.h"
#include "present/plan.h"
#include "present/slides.h"
#include "settings/settings.h"
#include "view/chrome.h"

namespace program {

// One frame that has been drawn.
struct DrawnFrame {
  const present::Plan& plan;
  std::shared_ptr<const model::Snapshot> snapshot;  // that the plan was made from
  view::Position position;
  int pages = 1;                                  // of the slide
  std::optional<std::chrono::milliseconds> late;  // against its time; none: something else than
                                                  // time asked for it
  bool after_key = false;
};

// Main thread. Each line is one JSON object without its end, with "event", "at" (the machine's
// time) and "monotonic_ms" (CLOCK_MONOTONIC, for intervals):
//   start   "program", "settings", "screen"
//   feeds   after a feed's round: "slides" and "skipped" of the plan that it gave, and those of the
//           "feeds" that were asked: state, times, outcome, its detail, failures in a row
//   slide   "slide", "page" of "pages", "title"; "because" it was first, its time came (dwell), a
//           key asked for it, or the slide before is gone (plan); "late_ms" of this frame where
//           time asked for it; "worst_late_ms" of all frames since the line before; "beneath" a
//           notice that takes the whole screen; every feed of the board with its state and times
//   end     "worst_late_ms" of the whole run
class PlayReport {
 public:
  using Write = std::function<void(std::string line)>;

  // Borrows settings and clock.
  PlayReport(const settings::Settings& settings, const base::Clock& clock, Write write);

  void begin();
  void drawn(const DrawnFrame& frame);
  void end();

 private:
  void report_feeds(const DrawnFrame& frame);
  void report_slide(const DrawnFrame& frame, const char* because);

  const settings::Settings& settings_;
  const base::Clock& clock_;
  Write write_;
  std::shared_ptr<const model::Snapshot> told_;  // null before the first frame
  std::string slide_;
  int page_ = 0;
  std::chrono::milliseconds worst_late_{0};  // since the last slide line
  std::chrono::milliseconds worst_late_of_all_{0};
};

}  // namespace program
