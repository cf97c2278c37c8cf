// Servers that hold, flood or kill the program, programs that misbehave, and being told to stop.
#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <chrono>
#include <latch>
#include <string>
#include <thread>

#include "feed/fetched_source.h"
#include "support/loopback_server.h"
#include "support/temporary_folder.h"

namespace feed {
namespace {

using model::FetchFailure;
using std::chrono::milliseconds;
using std::chrono::seconds;
using support::Connection;
using support::LoopbackServer;
using Clock = std::chrono::steady_clock;

// Far from every timeout under test, for a machine that is busy.
constexpr seconds kSoon{30};

FetchOptions options_for(const std::string& url, milliseconds timeout) {
  FetchOptions options;
  options.url = url;
  options.connect_timeout = timeout;
  options.timeout = timeout;
  options.max_bytes = 64u << 10;
  options.fetch_program = BLUELAMP_FETCH;
  return options;
}

std::string name_of(FetchFailure failure) {
  return std::string(model::to_words(failure));
}

struct Holder {
  const char* name;
  LoopbackServer::Handler handler;
};

TEST(Deadline, CutsOffAServerThatHolds) {
  const std::vector<Holder> table = {
      {"silence", [](Connection& peer, const std::string&) { peer.hold(); }},
      {"drip in the head",
       [](Connection& peer, const std::string&) {
         peer.send("HTTP/1.1 200 OK\r\nX-Slow: ");
         peer.drip("a");
       }},
      {"drip in the body",
       [](Connection& peer, const std::string&) {
         peer.send("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n");
         peer.drip(" ");
       }},
      {"drip in chunks",
       [](Connection& peer, const std::string&) {
         peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
         peer.drip("1\r\n \r\n");
       }},
  };
  for (const auto& row : table) {
    const LoopbackServer server(row.handler);
    const auto start = Clock::now();
    const Answer answer = FetchedSource(options_for(server.url(), milliseconds{300})).fetch({}, {});
    EXPECT_EQ(name_of(answer.attempt.failure), name_of(FetchFailure::timed_out)) << row.name;
    EXPECT_LT(Clock::now() - start, kSoon) << row.name;
    EXPECT_FALSE(answer.attempt.detail.empty());
  }
}

TEST(Deadline, CutsOffATlsHandshakeThatNeverEnds) {
  const LoopbackServer server([](Connection& peer, const std::string&) { peer.hold(); });
  const auto start = Clock::now();
  const Answer answer =
      FetchedSource(options_for("https://127.0.0.1:" + std::to_string(server.port()) + "/",
                                milliseconds{300}))
          .fetch({}, {});
  EXPECT_EQ(name_of(answer.attempt.failure), name_of(FetchFailure::timed_out))
      << answer.attempt.detail;
  EXPECT_LT(Clock::now() - start, kSoon);
}

TEST(Floods, EndWithinTheLimits) {
  const LoopbackServer body([](Connection& peer, const std::string&) {
    peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    peer.flood("1000\r\n" + std::string(0x1000, ' ') + "\r\n");
  });
  EXPECT_EQ(name_of(FetchedSource(options_for(body.url(), kSoon)).fetch({}, {}).attempt.failure),
            name_of(FetchFailure::too_large));

  // One line without end is refused at the first; header after header is a matter of memory or,
  // under a sanitizer that cannot limit it, of time.
  for (const std::string& line : {std::string(4096, 'x'), std::string("X-More: 1\r\n")}) {
    const LoopbackServer head([&](Connection& peer, const std::string&) {
      peer.send("HTTP/1.1 200 OK\r\n");
      peer.flood(line);
    });
    const auto start = Clock::now();
    const Answer answer = FetchedSource(options_for(head.url(), milliseconds{700})).fetch({}, {});
    EXPECT_NE(answer.attempt.failure, FetchFailure::none);
    EXPECT_TRUE(answer.body.empty());
    EXPECT_LT(Clock::now() - start, kSoon);
  }
}

// This one kills the HTTP library of Debian 12 by its recursion.
TEST(Floods, AStatusLineOf40KilobytesIsAFailedRoundAtMost) {
  const LoopbackServer server("HTTP/1.1 200 " + std::string(40'000, 'a') +
                              "\r\nContent-Length: 2\r\n\r\n{}");
  const Answer answer = FetchedSource(options_for(server.url(), kSoon)).fetch({}, {});
  if (answer.attempt.failure == FetchFailure::none) {
    EXPECT_EQ(answer.body, "{}");
  } else {
    EXPECT_TRUE(answer.body.empty());
    EXPECT_FALSE(answer.attempt.detail.empty());
  }
}

TEST(Program, ThatMisbehavesIsAFailureLikeAnother) {
  struct Row {
    const char* name;
    const char* commands;
    FetchFailure expected;
    const char* detail;
  };
  const std::vector<Row> table = {
      {"fails", "exit 3", FetchFailure::fetcher_failed, "exit status 3, nothing was sent"},
      {"succeeds in silence", "exit 0", FetchFailure::fetcher_failed,
       "exit status 0, nothing was sent"},
      {"talks nonsense", "echo hello", FetchFailure::fetcher_failed,
       "exit status 0, not a message of this program"},
      {"crashes", "kill -SEGV $$", FetchFailure::fetcher_failed,
       "ended by signal 11 (Segmentation fault)"},
      {"floods", "while :; do echo 0123456789012345678901234567890123456789; done",
       FetchFailure::fetcher_failed, "said more than was allowed"},
      {"hangs", "exec /bin/sleep 1000", FetchFailure::timed_out, "nothing within 0.3 s"},
      {"hangs after reading", "cat >/dev/null; exec /bin/sleep 1000", FetchFailure::timed_out,
       "nothing within 0.3 s"},
      {"closes its output and hangs", "exec 0<&- 1>&-; exec /bin/sleep 1000",
       FetchFailure::fetcher_failed, "ended by signal 9 (Killed)"},
  };
  const support::TemporaryFolder folder;
  for (const auto& row : table) {
    auto options = options_for("http://127.0.0.1:9/", milliseconds{300});
    options.fetch_program = folder.write_script("program", row.commands);
    const auto start = Clock::now();
    const Answer answer = FetchedSource(options).fetch({}, {});
    EXPECT_EQ(name_of(answer.attempt.failure), name_of(row.expected)) << row.name;
    EXPECT_EQ(answer.attempt.detail, row.detail) << row.name;
    EXPECT_LT(Clock::now() - start, kSoon) << row.name;
  }
}

TEST(Program, ThatCannotBeStartedIsNamed) {
  auto options = options_for("http://127.0.0.1:9/", milliseconds{300});
  options.fetch_program = "/no/such/program";
  const Answer answer = FetchedSource(options).fetch({}, {});
  EXPECT_EQ(name_of(answer.attempt.failure), name_of(FetchFailure::fetcher_failed));
  EXPECT_EQ(answer.attempt.detail,
            "cannot be started: /no/such/program: No such file or directory");
}

TEST(Program, GetsNoDescriptorOfOursAndNoEnvironment) {
  const support::TemporaryFolder folder;
  auto options = options_for("http://127.0.0.1:9/", kSoon);
  // Opened without close-on-exec, as a video driver might.
  const int leaked = dup(STDERR_FILENO);
  setenv("BLUELAMP_TEST_TOKEN", "s3cret", 1);
  setenv("https_proxy", "http://127.0.0.1:1", 1);
  options.fetch_program =
      folder.write_script("program", "ls /proc/self/fd > '" + (folder.path() / "fds").string() +
                                         "'; env > '" + (folder.path() / "env").string() + "'");
  FetchedSource(options).fetch({}, {});
  close(leaked);
  unsetenv("BLUELAMP_TEST_TOKEN");
  unsetenv("https_proxy");
  // 3 is ls's own look at the folder.
  EXPECT_EQ(folder.read("fds"), "0\n1\n2\n3\n");
  EXPECT_EQ(folder.read("env").find("s3cret"), std::string::npos);
  EXPECT_EQ(folder.read("env").find("proxy"), std::string::npos);
}

TEST(Stop, EndsARunningRequestAtOnce) {
  std::latch asked(1);
  const LoopbackServer server([&](Connection& peer, const std::string&) {
    asked.count_down();
    peer.hold();
  });
  Answer answer;
  std::jthread thread([&](const std::stop_token& stop) {
    answer = FetchedSource(options_for(server.url(), std::chrono::hours{1})).fetch({}, stop);
  });
  asked.wait();
  const auto start = Clock::now();
  thread.request_stop();
  thread.join();
  EXPECT_LT(Clock::now() - start, kSoon);
  EXPECT_EQ(answer.attempt.detail, "stopped");
}

TEST(Stop, BeforeTheStartIsHeededToo) {
  const LoopbackServer server([](Connection& peer, const std::string&) { peer.hold(); });
  std::stop_source stop;
  stop.request_stop();
  const Answer answer =
      FetchedSource(options_for(server.url(), std::chrono::hours{1})).fetch({}, stop.get_token());
  EXPECT_EQ(answer.attempt.detail, "stopped");
}

}  // namespace
}  // namespace feed
