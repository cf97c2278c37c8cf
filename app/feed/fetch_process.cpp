#include "feed/fetch_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

namespace feed {
namespace {

using Clock = std::chrono::steady_clock;
using End = ProcessOutcome::End;

// After its output ended a process has this long to be gone by itself.
constexpr std::chrono::milliseconds kTimeToExit{2000};

std::string words(int error) {
  return std::generic_category().message(error);
}

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    reset();
    fd_ = std::exchange(other.fd_, -1);
    return *this;
  }

  int get() const { return fd_; }
  void reset() {
    if (fd_ >= 0) close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

// A child that is killed and reaped when this goes, unless it has been waited for.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() {
    if (pid_ > 0) kill_and_reap();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int kill_and_reap() {
    kill(pid_, SIGKILL);
    return reap(0);
  }

  // The status of a child that is about to end by itself. Its end is asked for again and again
  // because it cannot be polled on every kernel; in practice it is there at the first or second.
  int reap_soon() {
    const auto end = Clock::now() + kTimeToExit;
    while (Clock::now() < end) {
      const int status = reap(WNOHANG);
      if (pid_ < 0) return status;
      poll(nullptr, 0, 2);
    }
    return kill_and_reap();
  }

 private:
  int reap(int flags) {
    int status = 0;
    pid_t reaped = 0;
    do {
      reaped = waitpid(pid_, &status, flags);
    } while (reaped < 0 && errno == EINTR);
    if (reaped != 0) pid_ = -1;
    return status;
  }

  pid_t pid_;
};

// No proxy variables, no token: only where this machine keeps its certificate authorities, and what
// a sanitized build needs to report.
std::vector<std::string> child_environment() {
  std::vector<std::string> kept;
  for (const char* name : {"SSL_CERT_FILE", "SSL_CERT_DIR", "ASAN_OPTIONS", "UBSAN_OPTIONS",
                           "TSAN_OPTIONS", "LSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) kept.push_back(std::string(name) + "=" + value);
  }
  return kept;
}

// Owns the two descriptions that posix_spawn wants.
class SpawnPlan {
 public:
  explicit SpawnPlan(int conversation) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, conversation, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, conversation, STDOUT_FILENO);
    // Ours are closed by themselves; those of the video driver may not be.
    posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    sigset_t all;
    sigfillset(&all);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    // A group of its own: Ctrl-C on the board is not the child's affair.
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  int start(const std::string& program, pid_t& pid) const {
    auto environment = child_environment();
    std::vector<char*> pointers;
    for (auto& variable : environment) pointers.push_back(variable.data());
    pointers.push_back(nullptr);
    std::string name = program;
    std::array<char*, 2> arguments{name.data(), nullptr};
    return posix_spawn(&pid, program.c_str(), &actions_, &attributes_, arguments.data(),
                       pointers.data());
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

// Talks until the child has said everything. Nothing if it ended by itself.
class Conversation {
 public:
  Conversation(int socket, int wake, std::string_view input, const ProcessLimits& limits)
      : socket_(socket), wake_(wake), input_(input), limits_(limits) {}

  std::optional<End> talk(std::string& output) {
    const auto end = Clock::now() + limits_.deadline;
    std::vector<char> buffer(64u << 10);
    while (true) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
      if (left.count() <= 0) return End::timed_out;
      const short events = static_cast<short>(input_.empty() ? POLLIN : POLLIN | POLLOUT);
      std::array<pollfd, 2> waiting{pollfd{socket_, events, 0}, pollfd{wake_, POLLIN, 0}};
      const auto most = std::chrono::milliseconds{60'000};
      if (poll(waiting.data(), waiting.size(), static_cast<int>(std::min(left, most).count())) <
          0) {
        continue;  // EINTR; the deadline stands
      }
      if (waiting[1].revents != 0) return End::stopped;
      if (waiting[0].revents & POLLOUT) send_some();
      if (waiting[0].revents & (POLLIN | POLLHUP | POLLERR)) {
        const ssize_t n = recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) return std::nullopt;
        if (n < 0) continue;
        if (static_cast<std::uint64_t>(n) > limits_.output - output.size()) {
          return End::too_talkative;
        }
        output.append(buffer.data(), static_cast<size_t>(n));
      }
    }
  }

 private:
  void send_some() {
    const ssize_t n = send(socket_, input_.data(), input_.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (n > 0) input_.remove_prefix(static_cast<size_t>(n));
    // A child that does not listen is judged by what it says.
    if (n < 0 && errno != EAGAIN && errno != EINTR) input_ = {};
    if (input_.empty()) shutdown(socket_, SHUT_WR);
  }

  int socket_;
  int wake_;
  std::string_view input_;
  const ProcessLimits& limits_;
};

ProcessOutcome not_started(std::string reason) {
  ProcessOutcome outcome;
  outcome.reason = std::move(reason);
  return outcome;
}

}  // namespace

ProcessOutcome run_process(const std::filesystem::path& program, std::string_view input,
                           const ProcessLimits& limits, const std::stop_token& stop) {
  // A socket pair and not two pipes: writing to a dead child is then an error, not a SIGPIPE.
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) < 0) {
    return not_started(words(errno));
  }
  Descriptor ours(ends[0]);
  Descriptor theirs(ends[1]);
  const Descriptor wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (wake.get() < 0) return not_started(words(errno));

  pid_t pid = 0;
  if (const int error = SpawnPlan(theirs.get()).start(program.string(), pid); error != 0) {
    return not_started(program.string() + ": " + words(error));
  }
  Child child(pid);
  theirs.reset();

  ProcessOutcome outcome;
  std::optional<End> cut;
  {
    const std::stop_callback on_stop(stop, [&wake] { eventfd_write(wake.get(), 1); });
    cut = Conversation(ours.get(), wake.get(), input, limits).talk(outcome.output);
  }
  if (cut) {
    child.kill_and_reap();
    outcome.end = *cut;
    outcome.output.clear();
    return outcome;
  }
  const int status = child.reap_soon();
  outcome.end = WIFSIGNALED(status) ? End::crashed : End::exited;
  outcome.status = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  return outcome;
}

}  // namespace feed
