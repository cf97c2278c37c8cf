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
};

class SystemClock final : public Clock {
 public:
  Timestamp now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
  SteadyTime steady() const override { return std::chrono::steady_clock::now(); }
};

}  // namespace base
