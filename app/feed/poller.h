// The feed thread: asks each source when it is due, decodes, keeps the last good document, and
// publishes a snapshot after every round.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/complaint.h"
#include "base/latest.h"
#include "feed/feed_runner.h"
#include "feed/store.h"
#include "model/snapshot.h"

namespace feed {

using Publication = base::Latest<model::Snapshot>;

// Reads what the store has, without network: what a screen shows at once after a start. Ages come
// from the stored times.
model::Snapshot load_last_good(const std::vector<PolledFeed>& feeds, const Store& store);

// One round for every feed, in order, here and now; for `render`, `check` and `explain`. Complaints
// are about the documents that the snapshot shows. A feed that fails shows what the store has.
model::Snapshot fetch_once(std::vector<PolledFeed>& feeds, const Store& store,
                           const base::Clock& clock, base::Complaints& complaints);

class Poller {
 public:
  // `published` already holds load_last_good's snapshot and outlives the poller, as do `store` and
  // `clock`. `on_publish` is called on the feed thread after each publication and must not block.
  Poller(std::vector<PolledFeed> feeds, const Store& store, const base::Clock& clock,
         Publication& published, std::function<void()> on_publish, std::string machine_id);
  // Ends within the time that a running fetch needs to be killed: milliseconds.
  ~Poller();

  // False once a round has taken longer than any round may: the feed thread is stuck, and only a
  // new start will mend it. Any thread.
  bool lives() const;

  Poller(const Poller&) = delete;
  Poller& operator=(const Poller&) = delete;

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
  std::jthread thread_;  // last: it is joined before the loop goes
};

}  // namespace feed
