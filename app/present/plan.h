// Settings + what the feeds brought + the time -> everything that the screen says.
#pragma once

#include <chrono>

#include "base/clock.h"
#include "model/snapshot.h"
#include "present/slides.h"
#include "settings/settings.h"

namespace present {

struct Now {
  model::Timestamp time{};
  bool clock_trusted = true;      // false: the clock says that it is not set
  bool ran_without_power = true;  // false: what is from before the start has no age
};

Now now_of(const base::Clock& clock);

// A time before this program was written is a board without a clock, not a date.
bool is_believable(model::Timestamp time);

// Pure. Cost grows with the feed; call it when a snapshot, the minute or the settings changed.
Plan make_plan(const settings::Settings& settings, const model::Snapshot& snapshot, Now now);

// 3 s + 0.375 s a word + 0.75 s a number + 4 s a chart + 0.5 s a RAG cell, times 1.5 on a wall,
// for one of `pages` equal parts, clamped to 8 to 60 s (a proposal of ours).
std::chrono::milliseconds reading_time(const ReadingLoad& load, int pages);

}  // namespace present
