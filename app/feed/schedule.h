// When a feed is due next. Pure: time is a parameter, chance is a seeded generator, so that ten
// thousand screens can be simulated with the code that runs on one.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <string_view>

namespace feed {

using Duration = std::chrono::milliseconds;

struct Outcome {
  bool failed = false;
  std::optional<std::chrono::seconds> max_age;
  std::optional<std::chrono::seconds> retry_after;
};

class Schedule {
 public:
  // `seed` is from the machine's id, never from the clock: after a power cut all clocks agree.
  Schedule(std::chrono::seconds cadence, std::uint64_t seed);

  // The first request. With something to show already, uniform over the cadence; with an empty
  // screen, uniform over at most five seconds. `at_most` overrides both.
  Duration first(bool has_last_good, std::optional<std::chrono::seconds> at_most);

  // After a round. Success: cadence +-10%, or max_age if longer, up to four times the cadence.
  // Failure: full jitter over a back-off that begins with the cadence, at most a minute, and
  // doubles up to max(cadence, 60 s). Quicker first retries would spare a screen alone some
  // seconds, and have a herd ask eight times as often as on a good day just when its server is in
  // trouble. Retry-After is obeyed up to the larger of one hour and the cadence; the screens spread
  // behind it over their cadence, or over the wait or a minute if that is shorter.
  Duration next(const Outcome& outcome);

 private:
  Duration uniform(Duration least, Duration most);

  std::chrono::seconds cadence_;
  std::mt19937_64 chance_;
  int failures_ = 0;
};

// A stable seed from the machine's id and the feed's, so that a machine's feeds differ too.
std::uint64_t schedule_seed(std::string_view machine_id, std::string_view feed_id);

}  // namespace feed
