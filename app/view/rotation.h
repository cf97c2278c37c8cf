// Which slide is on the glass, and until when. Pure: time is a parameter.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "model/board.h"
#include "view/chrome.h"

namespace view {

// Pages of one slide follow each other; after the last slide comes the first. One slide with one
// page stands still: no progress, never due.
class Rotation {
 public:
  using Duration = std::chrono::milliseconds;

  struct Stop {
    model::Id id;  // of the slide
    int pages = 1;
    Duration dwell{8000};  // of each page

    bool operator==(const Stop&) const = default;
  };

  // Takes over a new list without moving: the slide that is shown stays, with its page and the time
  // it has had. If it is gone, the next one after it in the old order that is still there begins.
  void set_stops(std::vector<Stop> stops, base::SteadyTime now);

  // Moves on if the dwell is over. A machine that slept for an hour moves one page, not hundreds.
  void advance(base::SteadyTime now);

  void next(base::SteadyTime now) { step(+1, now); }
  void previous(base::SteadyTime now) { step(-1, now); }
  void first(base::SteadyTime now);
  void toggle_pause(base::SteadyTime now);

  Position position() const { return position_; }
  bool is_paused() const { return paused_after_.has_value(); }

  // Of the dwell, 0 to 1 in steps: at most twenty, never faster than one a second, so that the bar
  // costs nothing. None where nothing moves.
  std::optional<double> progress(base::SteadyTime now) const;

  // When progress or position change next by themselves; SteadyTime::max() for never.
  base::SteadyTime due(base::SteadyTime now) const;

 private:
  bool moves() const;
  int steps() const;
  Duration dwell() const;
  Duration elapsed(base::SteadyTime now) const;
  void step(int by, base::SteadyTime now);
  void begin(Position position, base::SteadyTime now);

  std::vector<Stop> stops_;
  Position position_;
  base::SteadyTime began_{};              // of the page that is shown
  std::optional<Duration> paused_after_;  // how much of the dwell had passed
};

}  // namespace view
