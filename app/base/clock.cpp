#include "base/clock.h"

#include <sys/timex.h>
#include <unistd.h>

namespace base {

bool SystemClock::ran_without_power() const {
  if (access("/dev/rtc0", F_OK) == 0) return true;
  timex state{};
  return adjtimex(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
}

}  // namespace base
