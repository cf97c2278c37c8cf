#include "platform/watchdog.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

#include "support/temporary_folder.h"

namespace platform {
namespace {

using namespace std::chrono_literals;
using base::SteadyTime;

constexpr SteadyTime kStart{1h};

// The supervisor's end of the conversation.
class NotifySocket {
 public:
  explicit NotifySocket(const std::string& address) : address_(address) {
    socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    std::memcpy(at.sun_path, address.data(), address.size());
    if (at.sun_path[0] == '@') at.sun_path[0] = '\0';
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + address.size());
    if (bind(socket_, reinterpret_cast<const sockaddr*>(&at), size) != 0) std::abort();
  }
  ~NotifySocket() { close(socket_); }
  NotifySocket(const NotifySocket&) = delete;
  NotifySocket& operator=(const NotifySocket&) = delete;

  // The next message; empty if there is none.
  std::string next() const {
    char bytes[512];
    const auto n = recv(socket_, bytes, sizeof bytes, 0);
    return n > 0 ? std::string(bytes, static_cast<std::size_t>(n)) : std::string();
  }

  const std::string& address() const { return address_; }

 private:
  std::string address_;
  int socket_ = -1;
};

class WatchdogTest : public testing::Test {
 protected:
  support::TemporaryFolder folder_;
  NotifySocket socket_{(folder_.path() / "notify").string()};
};

TEST_F(WatchdogTest, SaysOnceThatTheBoardIsUp) {
  Watchdog watchdog(socket_.address(), std::nullopt);
  EXPECT_EQ(socket_.next(), "");
  watchdog.shown(kStart, true, "3 slides");
  EXPECT_EQ(socket_.next(), "READY=1\nSTATUS=3 slides\n");
  watchdog.shown(kStart + 1min, true, "3 slides");
  EXPECT_EQ(socket_.next(), "");
  watchdog.shown(kStart + 2min, true, "2 slides");
  EXPECT_EQ(socket_.next(), "STATUS=2 slides\n");
  watchdog.stopping();
  EXPECT_EQ(socket_.next(), "STOPPING=1\n");
  EXPECT_EQ(watchdog.due(), SteadyTime::max()) << "nobody watches";
}

TEST(Watchdog, SpeaksToAnAbstractSocketToo) {
  const support::TemporaryFolder unique;
  const NotifySocket socket("@" + unique.path().string());
  Watchdog watchdog(socket.address(), std::nullopt);
  watchdog.stopping();
  EXPECT_EQ(socket.next(), "STOPPING=1\n");
}

TEST_F(WatchdogTest, IsFedAtHalfOfTheLimitAndAtMostEachQuarter) {
  Watchdog watchdog(socket_.address(), 40s);
  watchdog.shown(kStart, true, "");
  EXPECT_EQ(socket_.next(), "READY=1\nWATCHDOG=1\n");
  EXPECT_EQ(watchdog.due(), kStart + 20s);
  watchdog.shown(kStart + 9s, true, "");
  EXPECT_EQ(socket_.next(), "");
  watchdog.shown(kStart + 10s, true, "");
  EXPECT_EQ(socket_.next(), "WATCHDOG=1\n");
  EXPECT_EQ(watchdog.due(), kStart + 30s);
  watchdog.shown(kStart + 30s, true, "");
  EXPECT_EQ(socket_.next(), "WATCHDOG=1\n");
}

TEST_F(WatchdogTest, AFeedThreadThatHangsIsNotSpokenFor) {
  Watchdog watchdog(socket_.address(), 40s);
  watchdog.shown(kStart, true, "");
  socket_.next();
  watchdog.shown(kStart + 20s, false, "");
  EXPECT_EQ(socket_.next(), "");
  EXPECT_GT(watchdog.due(), kStart + 20s) << "it must not spin meanwhile";
  EXPECT_LT(watchdog.due(), kStart + 40s) << "it may come back in time";
  watchdog.shown(watchdog.due(), true, "");
  EXPECT_EQ(socket_.next(), "WATCHDOG=1\n");
}

TEST_F(WatchdogTest, AWaitForADisplayIsNotAStartThatHangs) {
  Watchdog watchdog(socket_.address(), 40s);
  watchdog.starting("no display: kmsdrm\nREADY=1", 90s);
  EXPECT_EQ(socket_.next(), "EXTEND_TIMEOUT_USEC=90000000\nSTATUS=no display: kmsdrm READY=1\n");
}

TEST_F(WatchdogTest, AWordThatFoundNoRoomIsSaidAgain) {
  Watchdog watchdog(socket_.address(), 40s);
  int words = 0;
  Watchdog filler(socket_.address(), std::nullopt);
  for (int i = 0; i < 10'000; ++i) filler.shown(kStart, true, std::to_string(i));
  watchdog.shown(kStart, true, "");
  while (!socket_.next().empty()) ++words;
  EXPECT_LT(words, 10'000) << "the socket took everything: nothing was tested";
  EXPECT_LT(watchdog.due(), kStart + 20s);
  watchdog.shown(watchdog.due(), true, "");
  EXPECT_EQ(socket_.next(), "READY=1\nWATCHDOG=1\n");
}

TEST(Watchdog, WithoutASupervisorNothingIsSaidAndNothingFails) {
  for (const char* address : {"", "relative", "/nowhere/at/all"}) {
    Watchdog watchdog(address, 40s);
    watchdog.starting("no display", 1s);
    watchdog.shown(kStart, true, "");
    watchdog.stopping();
  }
  Watchdog too_long("/" + std::string(200, 'x'), std::nullopt);
  too_long.stopping();
}

TEST_F(WatchdogTest, TheEnvironmentIsTakenAndNotHandedOn) {
  const std::string own = std::to_string(getpid());
  const struct {
    const char* limit;
    std::string pid;
    bool watched;
  } rows[] = {
      {"2000000", own, true},   {"2000000", "", true}, {"2000000", "1", false},
      {"2000000x", own, false}, {"-1", own, false},    {"0", own, false},
  };
  for (const auto& row : rows) {
    setenv("NOTIFY_SOCKET", socket_.address().c_str(), 1);
    setenv("WATCHDOG_USEC", row.limit, 1);
    setenv("WATCHDOG_PID", row.pid.c_str(), 1);
    Watchdog watchdog = Watchdog::from_environment();
    for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) {
      EXPECT_EQ(std::getenv(name), nullptr) << name;
    }
    watchdog.shown(kStart, true, "");
    EXPECT_EQ(socket_.next(), row.watched ? "READY=1\nWATCHDOG=1\n" : "READY=1\n") << row.limit;
    EXPECT_EQ(watchdog.due(), row.watched ? kStart + 1s : SteadyTime::max());
  }
}

}  // namespace
}  // namespace platform
