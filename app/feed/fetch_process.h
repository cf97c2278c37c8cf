// Runs the fetch program once: a message in, a message out, and never a moment too long.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

namespace feed {

struct ProcessLimits {
  std::chrono::milliseconds deadline{0};  // then it is killed
  std::uint64_t output = 0;               // bytes; one more and it is killed
};

struct ProcessOutcome {
  enum class End {
    exited,         // by itself; status says how
    crashed,        // by a signal of its own; status is the signal's number
    not_started,    // reason says why
    timed_out,      // killed at the deadline
    too_talkative,  // killed over the output limit
    stopped,        // killed because the caller asked
  };

  End end = End::not_started;
  int status = 0;
  std::string reason;
  std::string output;  // all of it when `exited`
};

// Blocks. The child gets the input on its standard input, no arguments, no descriptor of ours, an
// environment without proxies or secrets, and is reaped whatever happens. A stop request takes
// milliseconds. Any thread; the child dies with the calling thread.
ProcessOutcome run_process(const std::filesystem::path& program, std::string_view input,
                           const ProcessLimits& limits, const std::stop_token& stop);

}  // namespace feed
