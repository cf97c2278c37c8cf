// Sleeps until a deadline, or until another thread, a signal or the display has something.
#pragma once

#include <chrono>

#include "platform/signals.h"

namespace platform {

class Sleeper {
 public:
  // `signals` is borrowed; null where no signal is to end a sleep.
  explicit Sleeper(const Signals* signals);
  ~Sleeper();
  Sleeper(const Sleeper&) = delete;
  Sleeper& operator=(const Sleeper&) = delete;

  struct Cause {
    bool woken = false;         // wake() was called since the last sleep
    bool signalled = false;     // stays so
    bool display = false;       // the display's connection can be read
    bool display_gone = false;  // nobody is at its other end any more
  };

  // Returns at once for a deadline in the past, with what is there. `display` is a descriptor or
  // -1.
  Cause sleep_until(std::chrono::steady_clock::time_point deadline, int display = -1);

  // Any thread.
  void wake();

 private:
  const Signals* signals_;
  int alarm_;
};

}  // namespace platform
