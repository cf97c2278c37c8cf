// The two clocks: system time for people, steady time for intervals.
#pragma once

#include <chrono>

namespace base {

using Timestamp = std::chrono::sys_seconds;
using SteadyTime = std::chrono::steady_clock::time_point;

// Tests drive time by hand through this; any thread may ask.
class Clock {
 public:
  virtual ~Clock() = default;
  // What the machine believes the time to be; may step in either direction.
  virtual Timestamp now() const = 0;
  // Never goes back and never steps.
  virtual SteadyTime steady() const = 0;
  // False while the machine may have got its time from before its power went: it has no clock of
  // its own, and no time server has set it since. Times from before the start cannot be trusted
  // then.
  virtual bool ran_without_power() const { return true; }
};

// Changes only when somebody sets the clock; a second more or less means nothing.
inline std::chrono::seconds offset_of(const Clock& clock) {
  return std::chrono::floor<std::chrono::seconds>(clock.now().time_since_epoch() -
                                                  clock.steady().time_since_epoch());
}

class SystemClock final : public Clock {
 public:
  Timestamp now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
  SteadyTime steady() const override { return std::chrono::steady_clock::now(); }
  bool ran_without_power() const override;
};

}  // namespace base
