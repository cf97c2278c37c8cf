// A clock that stands still until a test moves it.
#pragma once

#include <chrono>
#include <mutex>

#include "base/clock.h"

namespace support {

class ManualClock final : public base::Clock {
 public:
  explicit ManualClock(base::Timestamp start = base::Timestamp(std::chrono::seconds{1'695'200'400}))
      : now_(start) {}

  base::Timestamp now() const override {
    const std::lock_guard lock(mutex_);
    return now_;
  }
  base::SteadyTime steady() const override {
    const std::lock_guard lock(mutex_);
    return steady_;
  }

  // Time passes for both clocks.
  void advance(std::chrono::milliseconds by) {
    const std::lock_guard lock(mutex_);
    steady_ += by;
    rest_ += by;
    const auto whole = std::chrono::floor<std::chrono::seconds>(rest_);
    now_ += whole;
    rest_ -= whole;
  }

  // Somebody sets the clock; intervals do not change.
  void step(std::chrono::seconds by) {
    const std::lock_guard lock(mutex_);
    now_ += by;
  }

 private:
  mutable std::mutex mutex_;
  base::Timestamp now_;
  base::SteadyTime steady_{std::chrono::hours{1}};
  std::chrono::milliseconds rest_{0};
};

}  // namespace support
