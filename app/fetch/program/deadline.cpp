#include "fetch/program/deadline.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>

#include "fetch/wire.h"

namespace fetch {
namespace {

// Globals because a signal handler can be given nothing; written before the timer starts.
std::array<std::string, 3> last_words;
volatile sig_atomic_t stage_now = 0;

extern "C" void at_deadline(int) {
  const std::string& words = last_words[static_cast<size_t>(stage_now)];
  for (size_t sent = 0; sent < words.size();) {
    const ssize_t n = write(STDOUT_FILENO, words.data() + sent, words.size() - sent);
    if (n <= 0) break;
    sent += static_cast<size_t>(n);
  }
  _exit(0);
}

std::string words_for(const char* what, std::chrono::milliseconds deadline) {
  std::array<char, 32> seconds{};
  std::snprintf(seconds.data(), seconds.size(), "%.3g s",
                static_cast<double>(deadline.count()) / 1000);
  Answer answer;
  answer.failure = Failure::timed_out;
  answer.detail = what + std::string(" within ") + seconds.data();
  answer.took = deadline;
  return encode(answer);
}

}  // namespace

void arm_deadline(std::chrono::milliseconds deadline) {
  last_words = {words_for("the host name was not found out", deadline),
                words_for("no answer", deadline),
                words_for("the answer was not complete", deadline)};
  struct sigaction action {};
  action.sa_handler = at_deadline;
  sigaction(SIGALRM, &action, nullptr);
  itimerval timer{};
  timer.it_value.tv_sec = deadline.count() / 1000;
  timer.it_value.tv_usec = deadline.count() % 1000 * 1000;
  setitimer(ITIMER_REAL, &timer, nullptr);
}

void enter(Stage stage) {
  stage_now = static_cast<sig_atomic_t>(stage);
}

void disarm_deadline() {
  const itimerval never{};
  setitimer(ITIMER_REAL, &never, nullptr);
  signal(SIGALRM, SIG_IGN);
}

}  // namespace fetch
