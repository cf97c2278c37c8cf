// What every kind of slide is made from: the settings, the snapshot, the time, and how each feed
// stands in it. Borrows all three; lives for one plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/freshness.h"
#include "analysis/rating.h"
#include "model/snapshot.h"
#include "present/plan.h"
#include "settings/settings.h"

namespace present {

struct Context {
  Context(const settings::Settings& the_settings, const model::Snapshot& the_snapshot, Now the_now);

  const settings::Settings& settings;
  const model::Snapshot& snapshot;
  Now now;
  analysis::RatingRule rule;
  std::vector<analysis::Freshness> freshness;     // of each feed of the snapshot
  std::optional<model::Timestamp> next_lateness;  // of the feed that becomes late first
};

// A thing of a board together with the feed that it came from.
template <class T>
struct Found {
  const T* thing = nullptr;
  size_t feed = 0;  // index in the snapshot

  explicit operator bool() const { return thing != nullptr; }
  const T* operator->() const { return thing; }
  const T& operator*() const { return *thing; }
};

Found<model::Kpi> find_kpi(const Context& context, const std::string& reference);
Found<model::Priority> find_priority(const Context& context, const std::string& reference);
Found<model::Series> find_series(const Context& context, const std::string& reference);

// The series behind a KPI, of the same feed.
Found<model::Series> series_of(const Context& context, const Found<model::Kpi>& kpi);

// In the order of the feeds and, within one, of its document.
std::vector<Found<model::Kpi>> all_kpis(const Context& context);
std::vector<Found<model::Priority>> all_priorities(const Context& context);

// How a tile with figures of this feed stands in time; `figures_to` is the last day that they are
// for, when it is known.
TileAge tile_age(const Context& context, size_t feed, const model::Period& figures_for);

// Of a tile whose feed is there and has no value for it; a late one stays late.
TileAge not_given(const Context& context, size_t feed, TileAge age);

// "next try 14:47", or "next try Mon 14:47" where that is not today; empty when none is planned
// or the clock is not trusted.
std::string next_try(const Context& context, const model::FeedStatus& status);

// The first feed that has a board, or none.
const model::Board* first_board(const Context& context);

// Parts of the age line at the foot for a slide whose figures all come from one feed.
std::vector<std::string> footer_of(const Context& context, size_t feed,
                                   const model::Period& figures_for);

// The marking of a figure: its own, else that of the document of its feed.
std::string marking_of(const Context& context, size_t feed, const std::string& own);
std::string marking_of(const Context& context, const std::vector<Found<model::Kpi>>& kpis);

// A slide is marked as high as the highest of what it shows. A word that is no level of this screen
// counts as higher than all of them; empty ones do not count.
std::string highest_marking(const Context& context, const std::vector<std::string>& markings);

// Fills in the marking, in capitals, and whether the header repeats it.
void set_marking(Slide& slide, const std::string& marking);

// Once a slide is made: takes in what every slide shows of the feeds, the board's name, and has the
// header repeat the levels of this screen above OFFICIAL-SENSITIVE too.
void complete_marking(const Context& context, Slide& slide);

}  // namespace present
