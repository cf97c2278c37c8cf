#include "platform/signals.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace platform {
namespace {

// The one mutable global: a signal handler is given nothing but a number.
std::atomic<int> g_descriptor{-1};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void note_signal(int) {
  const int before = errno;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(g_descriptor.load(), &one, sizeof one);
  errno = before;
}

}  // namespace

Signals::Signals() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  int none = -1;
  if (descriptor_ < 0 || !g_descriptor.compare_exchange_strong(none, descriptor_)) std::abort();
  struct sigaction note = {};
  note.sa_handler = note_signal;
  // SA_RESTART: a signal is no reason for a file or a pipe to fail; poll() is woken all the same.
  note.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  sigemptyset(&note.sa_mask);
  sigaction(SIGINT, &note, &interrupt_);
  sigaction(SIGTERM, &note, &terminate_);
  struct sigaction ignore = {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, &pipe_);
}

Signals::~Signals() {
  sigaction(SIGINT, &interrupt_, nullptr);
  sigaction(SIGTERM, &terminate_, nullptr);
  sigaction(SIGPIPE, &pipe_, nullptr);
  g_descriptor.store(-1);
  close(descriptor_);
}

bool Signals::asked_to_end() const {
  pollfd entry{descriptor_, POLLIN, 0};
  return poll(&entry, 1, 0) == 1;
}

}  // namespace platform
