// What a supervisor such as systemd is told: that the board is up, how it stands, and that it
// lives.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace platform {

// The protocol of sd_notify(3): datagrams of lines to the socket that $NOTIFY_SOCKET names. It is a
// stable interface of forty lines, so libsystemd, a library to load at each start, is not linked.
// Main thread. Nothing here blocks or fails: where nobody listens, every call does nothing, and a
// message that the socket had no room for is sent again at the next occasion.
class Watchdog {
 public:
  // Takes NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID out of the environment, so that no program
  // that we start can speak in our name. Call before threads start.
  static Watchdog from_environment();

  // `address`: a path, or '@' and a name of the abstract namespace; empty for nobody. `limit`: the
  // supervisor ends us after so long without a word; none: it does not watch.
  Watchdog(std::string address, std::optional<std::chrono::microseconds> limit);
  ~Watchdog();
  Watchdog(Watchdog&& other) noexcept;
  Watchdog& operator=(Watchdog&&) = delete;

  // Before the first frame: the start goes on, for want of a display say, and the next word comes
  // within `next`. Keeps the supervisor from taking a long wait for a start that hangs.
  void starting(std::string_view why, std::chrono::seconds next);

  // The glass is as it must be: a frame has just been presented, or nothing differs from the one
  // that was. The first time it says that the board is up; later, at most each quarter of the
  // limit, that it lives. `others_live` false (the feed thread is stuck) withholds that word;
  // `status` is one line for people, sent when it changes.
  void shown(base::SteadyTime now, bool others_live, const std::string& status);

  // When shown() must be called again at the latest: half the limit after the last word. Whoever
  // draws more often than each quarter never wakes for it alone. max() where nobody watches.
  base::SteadyTime due() const { return due_; }

  void stopping();

 private:
  bool send(const std::string& lines) const;

  std::string address_;
  std::optional<std::chrono::microseconds> limit_;
  int socket_ = -1;
  bool is_up_ = false;
  std::string status_;  // the last one that was sent
  base::SteadyTime due_ = base::SteadyTime::max();
};

}  // namespace platform
