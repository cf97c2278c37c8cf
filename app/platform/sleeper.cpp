#include "platform/sleeper.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace platform {

Sleeper::Sleeper(const Signals* signals)
    : signals_(signals), alarm_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (alarm_ < 0) std::abort();
}

Sleeper::~Sleeper() {
  close(alarm_);
}

void Sleeper::wake() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(alarm_, &one, sizeof one);
}

Sleeper::Cause Sleeper::sleep_until(std::chrono::steady_clock::time_point deadline, int display) {
  using namespace std::chrono;
  // poll() skips entries whose descriptor is negative.
  std::array<pollfd, 3> entries{{{alarm_, POLLIN, 0},
                                 {signals_ ? signals_->descriptor() : -1, POLLIN, 0},
                                 {display, POLLIN, 0}}};
  const auto now = steady_clock::now();
  // A deadline of "never" must not overflow.
  const auto rest = deadline <= now ? nanoseconds{0} : std::min<nanoseconds>(deadline - now, 24h);
  const auto whole = duration_cast<seconds>(rest);
  const timespec limit{static_cast<time_t>(whole.count()), (rest - whole).count()};
  // An interrupted wait (a signal that is not ours) returns early with no cause: callers loop.
  if (ppoll(entries.data(), entries.size(), &limit, nullptr) <= 0) {
    return {false, signals_ && signals_->asked_to_end(), false, false};
  }
  std::uint64_t count = 0;
  Cause cause;
  cause.woken = read(alarm_, &count, sizeof count) == sizeof count;
  cause.signalled = entries[1].revents != 0;
  cause.display = (entries[2].revents & POLLIN) != 0;
  cause.display_gone = (entries[2].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
  return cause;
}

}  // namespace platform
