// bluelamp-fetch: one HTTP request, then the end.
//
// A process of its own because the HTTP library can be crashed, held or bloated by a bad server.
// Here that costs one round of fetching; in the board it would cost the screen.
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <new>
#include <string>
#include <string_view>

#include "fetch/program/deadline.h"
#include "fetch/program/limits.h"
#include "fetch/program/transfer.h"
#include "fetch/wire.h"

namespace {

constexpr int kUsage = 64;
constexpr int kBadInput = 65;
constexpr int kCannotWrite = 74;

constexpr const char* kHelp =
    "Usage: bluelamp-fetch\n"
    "\n"
    "Fetches one document for bluelamp: reads a request on standard input, makes one HTTP or\n"
    "HTTPS request, writes the answer to standard output and exits. bluelamp starts it by itself;\n"
    "there is nothing to set here.\n"
    "\n"
    "  --help     this text\n"
    "  --version  the version\n"
    "\n"
    "Exit status: 0 an answer was written, whether the request succeeded or not; 64 wrong usage;\n"
    "65 no request on standard input; 74 the answer could not be written.\n";

std::string read_all_input() {
  std::string input;
  char buffer[4096];
  while (input.size() <= fetch::kOverhead + sizeof buffer) {
    const ssize_t n = read(STDIN_FILENO, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    input.append(buffer, static_cast<size_t>(n));
  }
  return input;
}

bool write_all(std::string_view output) {
  while (!output.empty()) {
    const ssize_t n = write(STDOUT_FILENO, output.data(), output.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    output.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

int run() {
  if (isatty(STDIN_FILENO)) {
    std::fputs("bluelamp-fetch: started by bluelamp, which sends the request on standard input\n",
               stderr);
    return kUsage;
  }
  const auto request = fetch::decode_request(read_all_input());
  if (!request) {
    std::fprintf(stderr, "bluelamp-fetch: no request: %s\n", request.error().detail.c_str());
    return kBadInput;
  }
  fetch::limit_process(request.value());
  fetch::arm_deadline(request.value().deadline);
  fetch::Answer answer;
  std::string message;
  try {
    answer = fetch::transfer(request.value());
    message = fetch::encode(answer);
  } catch (const std::bad_alloc&) {
    answer = {};
    answer.failure = fetch::Failure::too_large;
    answer.detail = "the answer needs more memory than a feed may take";
    message = fetch::encode(answer);
  } catch (const std::exception&) {
    answer = {};
    answer.failure = fetch::Failure::internal;
    answer.detail = "the HTTP library gave up";
    message = fetch::encode(answer);
  }
  fetch::disarm_deadline();
  return write_all(message) ? 0 : kCannotWrite;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view argument = argc == 2 ? argv[1] : "";
  if (argument == "--help" || argument == "-h") {
    std::fputs(kHelp, stdout);
    return 0;
  }
  if (argument == "--version") {
    std::puts("bluelamp-fetch " BLUELAMP_VERSION);
    return 0;
  }
  if (argc > 1) {
    std::fprintf(stderr, "bluelamp-fetch: takes no arguments; try --help\n");
    return kUsage;
  }
  return run();
}
