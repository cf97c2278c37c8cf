// Thousands of screens over one day, by the scheduler that runs on one: what their server sees.
//
// At 06:00 the power fails everywhere and at 06:05 every screen starts in the same second. From
// 12:00 to 12:10 the server refuses every request. Answers take no time; a second is the grain.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "feed/schedule.h"

namespace herd {

struct Scenario {
  int screens = 10'000;
  std::chrono::seconds cadence{60};
  bool has_last_good = true;  // after the power cut; without it the glass is empty
  // How the server refuses: connections, or 503 with this wait.
  std::optional<std::chrono::seconds> retry_after;
  // Requests that the server can take in one second, the rest is refused; none: all of them.
  std::optional<int> capacity;
};

struct Load {
  double mean = 0;  // requests a second
  int peak = 0;     // in one second
};

struct Day {
  Load steady;                        // 01:00 to 05:00
  Load power;                         // the ten minutes after the screens started
  Load outage;                        // while the server refuses
  Load recovery;                      // the ten minutes after it is back
  std::chrono::seconds half_back{0};  // after the server's return: by then half of the screens
  std::chrono::seconds nearly_all_back{0};  // 99% of them
  std::chrono::seconds all_back{0};         // every screen has had an answer
};

Day simulate(const Scenario& scenario);

// How long a screen alone waits for its next good answer after one request that failed.
struct Wait {
  double mean = 0;  // seconds
  double most = 0;  // of `screens` draws
};
Wait after_one_failure(std::chrono::seconds cadence, int screens = 10'000);

}  // namespace herd
