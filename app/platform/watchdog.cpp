#include "platform/watchdog.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/utf8.h"

namespace platform {
namespace {

using std::chrono::microseconds;

std::string take_variable(const char* name) {
  const char* const value = std::getenv(name);
  std::string taken = value ? value : "";
  unsetenv(name);
  return taken;
}

std::optional<long long> whole_number(const std::string& text) {
  long long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// A line that a person or a feed had a part in must not start another message.
std::string status_line(std::string_view text) {
  return "STATUS=" + base::clean_line(text) + "\n";
}

}  // namespace

Watchdog Watchdog::from_environment() {
  std::string address = take_variable("NOTIFY_SOCKET");
  const auto limit = whole_number(take_variable("WATCHDOG_USEC"));
  const std::string pid = take_variable("WATCHDOG_PID");
  // Meant for a process that started us, if it names another.
  const bool is_meant = pid.empty() || whole_number(pid) == getpid();
  if (!limit || *limit <= 0 || !is_meant) return Watchdog(std::move(address), std::nullopt);
  return Watchdog(std::move(address), microseconds{*limit});
}

Watchdog::Watchdog(std::string address, std::optional<microseconds> limit)
    : address_(std::move(address)), limit_(limit) {
  const bool is_name = !address_.empty() && (address_[0] == '/' || address_[0] == '@');
  if (!is_name || address_.size() >= sizeof sockaddr_un{}.sun_path) return;
  socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

Watchdog::Watchdog(Watchdog&& other) noexcept
    : address_(std::move(other.address_)),
      limit_(other.limit_),
      socket_(std::exchange(other.socket_, -1)),
      is_up_(other.is_up_),
      status_(std::move(other.status_)),
      due_(other.due_) {}

Watchdog::~Watchdog() {
  if (socket_ >= 0) close(socket_);
}

bool Watchdog::send(const std::string& lines) const {
  if (socket_ < 0) return true;
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  std::memcpy(to.sun_path, address_.data(), address_.size());
  if (to.sun_path[0] == '@') to.sun_path[0] = '\0';
  // An abstract name ends with the length; a zero byte more would belong to it.
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + address_.size() +
                                           (address_[0] == '/' ? 1 : 0));
  // Addressed each time, not connected: the supervisor may start its socket anew.
  return sendto(socket_, lines.data(), lines.size(), MSG_NOSIGNAL,
                reinterpret_cast<const sockaddr*>(&to), size) >= 0;
}

void Watchdog::starting(std::string_view why, std::chrono::seconds next) {
  send("EXTEND_TIMEOUT_USEC=" + std::to_string(microseconds{next}.count()) + "\n" +
       status_line(why));
}

void Watchdog::shown(base::SteadyTime now, bool others_live, const std::string& status) {
  std::string lines;
  if (!is_up_) lines += "READY=1\n";
  if (status != status_) lines += status_line(status);
  // What is due is due at half of the limit, so a quarter of it has passed a quarter before.
  const bool feeds = limit_ && others_live && (!is_up_ || now >= due_ - *limit_ / 4);
  if (feeds) lines += "WATCHDOG=1\n";
  const bool sent = lines.empty() || send(lines);
  if (sent) {
    is_up_ = true;
    status_ = status;
  }
  if (!limit_) return;
  // Without a word there is another occasion soon, and not at once: nothing spins.
  if (feeds || now >= due_ || due_ == base::SteadyTime::max())
    due_ = now + (feeds && sent ? *limit_ / 2 : *limit_ / 8);
}

void Watchdog::stopping() {
  send("STOPPING=1\n");
}

}  // namespace platform
