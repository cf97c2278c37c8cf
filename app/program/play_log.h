// The file of `run --play-log`: one line an event, kept within bounds.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

namespace program {

// Lines go to a file at its end. Before it would pass the limit it is renamed to FILE.1, in place
// of what had that name, and a new one begins: two files, each within the limit. A pipe or a device
// is written as it is and never renamed; a reader that does not keep up loses lines.
//
// Nothing is synced: a power cut may take the last seconds, and a torn line is ended at the next
// start. A write that fails is logged once, tried again with the next line, and never more than
// that: the board goes on. Lines that were lost are counted in one of their own:
// {"event":"lost","lines":3}.
class PlayLog {
 public:
  static constexpr std::uint64_t kMostBytes = 32u << 20;
  static constexpr std::size_t kMostWaiting = 1000;  // lines, while the disk stands still

  explicit PlayLog(std::filesystem::path file, std::uint64_t most_bytes = kMostBytes);
  // Writes what still waits.
  ~PlayLog();
  PlayLog(const PlayLog&) = delete;
  PlayLog& operator=(const PlayLog&) = delete;

  // `line` without its end. Any thread; never waits for the file.
  void add(std::string line);

 private:
  void run(const std::stop_token& stop);
  void write(const std::string& line);
  bool open();
  bool make_room(std::uint64_t bytes);
  bool append(const std::string& text);
  void fail(const std::string& what);
  void shut();

  const std::filesystem::path file_;
  const std::uint64_t most_bytes_;

  // The writing thread's alone.
  int fd_ = -1;
  bool is_regular_ = false;
  bool ends_within_line_ = false;
  std::uint64_t size_ = 0;
  std::uint64_t lost_ = 0;
  std::string logged_trouble_;

  std::mutex mutex_;  // of the next two
  std::deque<std::string> waiting_;
  std::uint64_t dropped_ = 0;
  std::condition_variable_any wake_;
  std::jthread thread_;  // last: it is joined before anything goes
};

}  // namespace program
