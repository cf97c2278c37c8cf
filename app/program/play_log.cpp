#include "program/play_log.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "base/log.h"

namespace program {
namespace {

// Whether the file's last line has its end; a power cut may have taken it.
bool is_torn(int fd, std::uint64_t size) {
  char last = '\n';
  return size > 0 && pread(fd, &last, 1, static_cast<off_t>(size - 1)) == 1 && last != '\n';
}

}  // namespace

PlayLog::PlayLog(std::filesystem::path file, std::uint64_t most_bytes)
    : file_(std::move(file)),
      most_bytes_(most_bytes),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

PlayLog::~PlayLog() {
  thread_.request_stop();
  thread_.join();
  shut();
}

void PlayLog::add(std::string line) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= kMostWaiting) {
      ++dropped_;
      return;
    }
    waiting_.push_back(std::move(line));
  }
  wake_.notify_one();
}

void PlayLog::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (wake_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
    const auto lines = std::exchange(waiting_, {});
    const auto dropped = std::exchange(dropped_, 0);
    lock.unlock();
    for (const auto& line : lines) write(line);
    lost_ += dropped;
    lock.lock();
  }
}

void PlayLog::write(const std::string& line) {
  std::string text;
  if (lost_ > 0) text = "{\"event\":\"lost\",\"lines\":" + std::to_string(lost_) + "}\n";
  text += line + "\n";
  if ((fd_ >= 0 || open()) && make_room(text.size()) && append(text)) {
    lost_ = 0;
    logged_trouble_.clear();
  } else {
    ++lost_;
  }
}

bool PlayLog::open() {
  // Not to wait for the reader of a pipe, neither now nor with each line.
  constexpr int kHow = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
  fd_ = ::open(file_.c_str(), kHow, 0644);
  // Some devices cannot be read; of a pipe reading would make us our own reader.
  struct stat status {};
  if (fd_ < 0 || (fstat(fd_, &status) == 0 && S_ISFIFO(status.st_mode))) {
    shut();
    fd_ = ::open(file_.c_str(), (kHow & ~O_RDWR) | O_WRONLY, 0644);
  }
  if (fd_ < 0 || fstat(fd_, &status) < 0) {
    fail("cannot be opened");
    return false;
  }
  is_regular_ = S_ISREG(status.st_mode);
  size_ = is_regular_ ? static_cast<std::uint64_t>(status.st_size) : 0;
  ends_within_line_ = is_regular_ && is_torn(fd_, size_);
  return true;
}

bool PlayLog::make_room(std::uint64_t bytes) {
  if (!is_regular_ || size_ == 0 || size_ + bytes + 1 <= most_bytes_) return true;
  if (rename(file_.c_str(), (file_.string() + ".1").c_str()) < 0) {
    fail("cannot be renamed");
    return false;
  }
  shut();
  return open();
}

bool PlayLog::append(const std::string& text) {
  const std::string whole = ends_within_line_ ? "\n" + text : text;
  std::size_t sent = 0;
  while (sent < whole.size()) {
    const ssize_t n = ::write(fd_, whole.data() + sent, whole.size() - sent);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    sent += static_cast<std::size_t>(n);
  }
  size_ += sent;
  if (sent == whole.size()) {
    ends_within_line_ = false;
    return true;
  }
  const bool is_slow_reader = !is_regular_ && errno == EAGAIN;
  if (sent > 0) ends_within_line_ = true;
  fail(is_slow_reader ? "is not read fast enough" : "cannot be written");
  return false;
}

void PlayLog::fail(const std::string& what) {
  const std::string reason = std::generic_category().message(errno);
  const std::string trouble = "the play log " + file_.string() + " " + what + ": " + reason;
  // A pipe that is full is still the right pipe; anything else is opened anew with the next line.
  if (is_regular_ || errno != EAGAIN) shut();
  if (trouble != logged_trouble_) base::log_warning(trouble + "; the board goes on");
  logged_trouble_ = trouble;
}

void PlayLog::shut() {
  if (fd_ >= 0) close(fd_);
  fd_ = -1;
}

}  // namespace program
