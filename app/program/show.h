// The running board: newest snapshot and time in, frames out, and when the next one is due.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "base/clock.h"
#include "feed/poller.h"
#include "platform/window.h"
#include "program/screen.h"
#include "settings/settings.h"
#include "view/rotation.h"
#include "view/stage.h"

namespace program {

// Main thread. Borrows everything that it is made from.
class Show {
 public:
  Show(const settings::Settings& settings, const feed::Publication& published,
       const base::Clock& clock, platform::Window& window, view::Stage& stage);

  // Brings the glass up to date; paints only what changed, so that calling it too often is cheap.
  void present();

  // When the glass will next be out of date by itself: the minute, the dwell, a fade, a
  // notice, a figure that turns late.
  base::SteadyTime due() const;

  // False if a key asks to leave.
  bool obey(const platform::Input& input);

  // Which slide and page of the stage's plan the glass has, and what the plan was made from, with
  // its times by today's clock; null before the first present().
  view::Position position() const { return shown_; }
  const std::shared_ptr<const model::Snapshot>& snapshot() const { return snapshot_; }

 private:
  struct Fade {
    view::Position from;
    base::SteadyTime began;
  };

  void update_plan();
  void move_to_due_slide();
  bool slide_is_hidden() const;  // by a notice, beneath which the rotation goes on
  bool fade_is_affordable() const;

  const settings::Settings& settings_;
  const feed::Publication& published_;
  const base::Clock& clock_;
  platform::Window& window_;
  view::Stage& stage_;
  Screen screen_;
  view::Rotation rotation_;
  std::shared_ptr<const model::Snapshot> taken_;  // as it was published
  std::shared_ptr<const model::Snapshot> snapshot_;
  std::chrono::seconds offset_{0};      // of the clock, for `snapshot_`
  std::optional<std::int64_t> minute_;  // of the plan that is shown
  view::Position shown_;
  std::optional<Fade> fade_;
};

}  // namespace program
