// Where a feed's bytes come from: one round of asking.
#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>

#include "model/snapshot.h"

namespace feed {

// Sent back to the server so that an unchanged document costs nothing.
struct Validators {
  std::string etag;
  std::string last_modified;

  bool operator==(const Validators&) const = default;
};

struct Answer {
  model::FetchAttempt attempt;  // `at` is filled in by the poller
  bool unchanged = false;       // 304, or a file that has not changed: the board stays as it is
  std::string body;             // when neither failed nor unchanged
  Validators validators;
  std::optional<std::chrono::seconds> max_age;      // Cache-Control
  std::optional<std::chrono::seconds> retry_after;  // both forms, as a wait from now
};

// Called on the feed thread only. Blocks until an answer, the deadline, or a stop request; never
// throws for anything that the outside world does.
class Source {
 public:
  virtual ~Source() = default;
  virtual Answer fetch(const Validators& last, std::stop_token stop) = 0;
};

}  // namespace feed
