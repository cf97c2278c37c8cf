// One feed's rounds: ask, decode, keep, and say how it stands. Knows no thread and no waiting.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/complaint.h"
#include "feed/decode.h"
#include "feed/schedule.h"
#include "feed/source.h"
#include "feed/store.h"
#include "model/snapshot.h"

namespace feed {

// What of a document this screen may show. Runs on the feed thread; what it withholds is never
// published, though the store keeps the document as it came.
using Release = std::function<model::Released(model::Board)>;

struct PolledFeed {
  model::FeedStatus status;  // id, title, origin, cadence and late_after are read from it
  std::unique_ptr<Source> source;
  DecodeLimits limits;
  std::optional<std::chrono::seconds> first_after;
  Release release;  // empty: everything is shown
};

// The last good document of one feed as the store has it, decoded.
struct LastGood {
  model::FeedSnapshot shown;
  base::Complaints complaints;  // about that document
};

LastGood load_last_good(const PolledFeed& feed, const Store& store);

class FeedRunner {
 public:
  // `shown` is what the screen has already: load_last_good's. The feed, the store and the clock
  // outlive the runner.
  FeedRunner(PolledFeed& feed, model::FeedSnapshot shown, const Store& store,
             const base::Clock& clock);

  // Asks the source once and takes in what it says; never loses the board that is shown. A round
  // that was stopped changes nothing. What is thrown (no memory) leaves the board, its validators
  // and what the store has of it in agreement, and is reported with give_up.
  Outcome round(std::stop_token stop);

  // Counts as a failed round; needs no memory.
  Outcome give_up(const std::exception& error) noexcept;

  void set_next_try(model::Timestamp at) { shown_.status.next_try_at = at; }

  const model::FeedSnapshot& shown() const { return shown_; }

  // About the document that is shown; none about one that was read from the store.
  const base::Complaints& complaints() const { return complaints_; }

 private:
  struct Fingerprint {
    size_t size = 0;
    size_t hash = 0;

    bool operator==(const Fingerprint&) const = default;
  };
  static Fingerprint fingerprint(const std::string& body);

  void note_clock();
  Validators validators() const;
  bool is_shown_already(const std::string& body);
  void take_in(Answer& answer);
  void end_round(model::FetchAttempt attempt) noexcept;
  void save();
  void current_again(const Answer& answer);
  void log_turn(const std::optional<model::FetchAttempt>& before);
  void log_complaints();
  void log_withheld(const std::vector<model::Withheld>& before);
  void log_store(const base::Result<std::monostate, StoreError>& result);

  PolledFeed& feed_;
  const Store& store_;
  const base::Clock& clock_;
  model::FeedSnapshot shown_;
  base::Complaints complaints_;
  std::optional<Fingerprint> document_;      // of the board that is shown; none: not known yet
  std::optional<Stored> unsaved_;            // the disk, or memory, refused it; tried again
  std::optional<base::SteadyTime> kept_at_;  // when the store last heard that it is current
  std::set<std::string> logged_complaints_;
  std::string logged_store_trouble_;
};

}  // namespace feed
