// SIGINT and SIGTERM as something that can be waited for; SIGPIPE ignored.
#pragma once

#include <csignal>

namespace platform {

// Make one, on the main thread before others start; a second at the same time aborts. A handler,
// not signalfd: a blocked signal would be inherited by every program that we start, and could not
// end it any more. Each of the two signals is caught once: sent again, it ends the process, should
// it be stuck.
class Signals {
 public:
  Signals();
  ~Signals();  // puts back what was there
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  // Readable, for poll(), from the first SIGINT or SIGTERM on.
  int descriptor() const { return descriptor_; }

  bool asked_to_end() const;

 private:
  int descriptor_ = -1;
  struct sigaction interrupt_ = {};
  struct sigaction terminate_ = {};
  struct sigaction pipe_ = {};
};

}  // namespace platform
