#include "feed/poller.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <utility>

#include "base/log.h"
#include "feed/schedule.h"

namespace feed {
namespace {

constexpr std::chrono::seconds kReaderLetsGo{1};  // it does so at its next frame
// The longest request that settings allow (5 minutes), then decoding and a slow disk.
constexpr std::chrono::minutes kLongestRound{6};

// The snapshots that were published before. The reader's reference to an old one is never the last:
// freeing a board of 4 MB takes several milliseconds, and the thread that draws has sixteen.
class Retired {
 public:
  void add(std::shared_ptr<const model::Snapshot> snapshot) {
    waiting_.push_back(std::move(snapshot));
  }
  // Nobody can take a new reference to what is no longer published, so a count of one is final.
  void free_unread() {
    std::erase_if(waiting_, [](const auto& snapshot) { return snapshot.use_count() == 1; });
  }
  bool empty() const { return waiting_.empty(); }

 private:
  std::vector<std::shared_ptr<const model::Snapshot>> waiting_;
};

}  // namespace

model::Snapshot load_last_good(const std::vector<PolledFeed>& feeds, const Store& store) {
  model::Snapshot snapshot;
  for (const auto& feed : feeds) snapshot.feeds.push_back(load_last_good(feed, store).shown);
  return snapshot;
}

model::Snapshot fetch_once(std::vector<PolledFeed>& feeds, const Store& store,
                           const base::Clock& clock, base::Complaints& complaints) {
  model::Snapshot snapshot;
  for (auto& feed : feeds) {
    auto good = load_last_good(feed, store);
    const auto kept_board = good.shown.board;
    FeedRunner runner(feed, std::move(good.shown), store, clock);
    runner.round({});
    const bool shows_kept = runner.shown().board == kept_board;
    const auto& about = shows_kept ? good.complaints : runner.complaints();
    complaints.insert(complaints.end(), about.begin(), about.end());
    snapshot.feeds.push_back(runner.shown());
  }
  return snapshot;
}

class Poller::Loop {
 public:
  Loop(std::vector<PolledFeed> feeds, const Store& store, const base::Clock& clock,
       Publication& published, std::function<void()> on_publish, const std::string& machine_id)
      : feeds_(std::move(feeds)),
        clock_(clock),
        published_(published),
        on_publish_(std::move(on_publish)) {
    const auto shown = published.get();
    turns_.reserve(feeds_.size());
    for (size_t i = 0; i < feeds_.size(); ++i) {
      const auto& status = feeds_[i].status;
      const bool is_known = i < shown->feeds.size() && shown->feeds[i].status.id == status.id;
      model::FeedSnapshot first = is_known ? shown->feeds[i] : model::FeedSnapshot{status, nullptr};
      Schedule schedule(status.cadence, schedule_seed(machine_id, status.id));
      const auto wait = schedule.first(first.board != nullptr, feeds_[i].first_after);
      turns_.push_back({FeedRunner(feeds_[i], std::move(first), store, clock), std::move(schedule),
                        clock.steady() + wait});
      announce(turns_.back(), wait);
    }
  }

  void run(const std::stop_token& stop) {
    while (!turns_.empty() && wait_until_due(stop)) {
      Turn& turn = *next_turn();
      round_began_ = clock_.steady();
      take(turn, stop);
      if (!stop.stop_requested()) publish();
      round_began_ = kNoRound;
    }
  }

  bool lives() const {
    const base::SteadyTime began = round_began_;
    return began == kNoRound || clock_.steady() - began <= kLongestRound;
  }

 private:
  static constexpr base::SteadyTime kNoRound = base::SteadyTime::min();

  struct Turn {
    FeedRunner runner;
    Schedule schedule;
    base::SteadyTime due;
  };

  std::vector<Turn>::iterator next_turn() {
    return std::min_element(turns_.begin(), turns_.end(),
                            [](const Turn& a, const Turn& b) { return a.due < b.due; });
  }

  // False when it is time to end.
  bool wait_until_due(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
      const auto left = next_turn()->due - clock_.steady();
      if (left <= left.zero()) return true;
      const bool look_after_reader = !retired_.empty() && !looked_after_;
      const auto wait =
          look_after_reader ? std::min<base::SteadyTime::duration>(left, kReaderLetsGo) : left;
      wake_.wait_for(lock, stop, wait, [] { return false; });
      looked_after_ = true;
      retired_.free_unread();
    }
    return false;
  }

  void take(Turn& turn, const std::stop_token& stop) {
    Outcome outcome;
    try {
      outcome = turn.runner.round(stop);
    } catch (const std::exception& error) {
      outcome = turn.runner.give_up(error);
    }
    const auto wait = turn.schedule.next(outcome);
    turn.due = clock_.steady() + wait;
    announce(turn, wait);
  }

  void announce(Turn& turn, Duration wait) const {
    turn.runner.set_next_try(clock_.now() + std::chrono::ceil<std::chrono::seconds>(wait));
  }

  // What there is no memory to publish is published with the next round.
  void publish() noexcept {
    try {
      auto next = std::make_shared<model::Snapshot>();
      auto before = published_.get();
      next->revision = before->revision + 1;
      for (const auto& turn : turns_) next->feeds.push_back(turn.runner.shown());
      retired_.add(std::move(before));
      published_.publish(std::move(next));
      looked_after_ = false;
      if (on_publish_) on_publish_();
    } catch (const std::exception& error) {
      base::log_failure("publishing", error);
    }
    retired_.free_unread();
  }

  std::vector<PolledFeed> feeds_;
  const base::Clock& clock_;
  Publication& published_;
  std::function<void()> on_publish_;
  std::vector<Turn> turns_;
  std::mutex mutex_;  // of the waiting alone: only this thread touches the rest
  std::condition_variable_any wake_;
  Retired retired_;
  bool looked_after_ = false;
  std::atomic<base::SteadyTime> round_began_ = kNoRound;
};

Poller::Poller(std::vector<PolledFeed> feeds, const Store& store, const base::Clock& clock,
               Publication& published, std::function<void()> on_publish, std::string machine_id)
    : loop_(std::make_unique<Loop>(std::move(feeds), store, clock, published, std::move(on_publish),
                                   machine_id)),
      thread_([loop = loop_.get()](const std::stop_token& stop) { loop->run(stop); }) {}

Poller::~Poller() = default;

bool Poller::lives() const {
  return loop_->lives();
}

}  // namespace feed
