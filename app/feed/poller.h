// The feed thread: asks each source when it is due, decodes, keeps the last good document, and
// publishes a snapshot after every round.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/latest.h"
#include "feed/decode.h"
#include "feed/schedule.h"
#include "feed/source.h"
#include "feed/store.h"
#include "model/snapshot.h"

namespace feed {

using Publication = base::Latest<model::Snapshot>;

struct PolledFeed {
  model::FeedStatus status;  // id, title, origin, cadence and late_after are read from it
  std::unique_ptr<Source> source;
  DecodeLimits limits;
  std::optional<std::chrono::seconds> first_after;
};

// Reads what the store has, without network: what a screen shows at once after a start. Ages come
// from the stored times.
model::Snapshot load_last_good(const std::vector<PolledFeed>& feeds, const Store& store);

// One round for every feed, in order, here and now; for `render`, `check` and `explain`.
model::Snapshot fetch_once(std::vector<PolledFeed>& feeds, const Store& store,
                           const base::Clock& clock, base::Complaints& complaints);

class Poller {
 public:
  // `published` already holds load_last_good's snapshot and outlives the poller, as do `clock` and
  // `store`. `on_publish` is called on the feed thread after each publication and must not block.
  Poller(std::vector<PolledFeed> feeds, const Store& store, const base::Clock& clock,
         Publication& published, std::function<void()> on_publish, std::string machine_id);
  // Ends within the time that a running fetch needs to be killed: milliseconds.
  ~Poller();

  Poller(const Poller&) = delete;
  Poller& operator=(const Poller&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
  std::jthread thread_;
};

}  // namespace feed
