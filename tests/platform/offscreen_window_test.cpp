#include "platform/offscreen_window.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <thread>
#include <vector>

#include "scene.h"

namespace platform_test {
namespace {

using namespace std::chrono_literals;
using platform::Input;
using platform::OffscreenWindow;
using platform::Signals;
using Clock = std::chrono::steady_clock;

// Nothing here waits for it: only a broken wait would.
constexpr auto kNever = 10min;

TEST(OffscreenWindowTest, ADeadlineEndsTheWait) {
  OffscreenWindow window(8, 8);
  const auto start = Clock::now();
  EXPECT_EQ(window.wait_until(start + 20ms), Input{});
  EXPECT_GE(Clock::now(), start + 20ms);
}

TEST(OffscreenWindowTest, ADeadlineInThePastReturnsAtOnce) {
  OffscreenWindow window(8, 8);
  EXPECT_EQ(window.wait_until(Clock::now() - 1h), Input{});
  EXPECT_EQ(window.wait_until(Clock::time_point::min()), Input{});
}

TEST(OffscreenWindowTest, AnotherThreadWakesIt) {
  OffscreenWindow window(8, 8);
  std::jthread other([&window] { window.wake(); });
  const Input input = window.wait_until(Clock::now() + kNever);
  EXPECT_TRUE(input.woken);
  EXPECT_FALSE(input.quit);
}

TEST(OffscreenWindowTest, AWakeBeforeTheWaitIsNotForgottenAndCountsOnce) {
  OffscreenWindow window(8, 8);
  window.wake();
  window.wake();
  EXPECT_TRUE(window.wait_until(Clock::time_point::max()).woken);
  EXPECT_FALSE(window.wait_until(Clock::now()).woken);
}

TEST(OffscreenWindowTest, EachEndingSignalEndsThisAndEveryLaterWait) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const Signals signals;
    OffscreenWindow window(8, 8, &signals);
    EXPECT_FALSE(signals.asked_to_end());
    raise(signal);
    EXPECT_TRUE(signals.asked_to_end());
    EXPECT_TRUE(window.wait_until(Clock::now() + kNever).quit);
    EXPECT_TRUE(window.wait_until(Clock::now() + kNever).quit);
  }
}

TEST(OffscreenWindowTest, ASignalEndsAWaitUnderWay) {
  const Signals signals;
  OffscreenWindow window(8, 8, &signals);
  std::jthread other([] { kill(getpid(), SIGTERM); });
  EXPECT_TRUE(window.wait_until(Clock::now() + kNever).quit);
}

TEST(SignalsTest, ABrokenPipeIsAnErrorAndNotTheEnd) {
  const Signals signals;
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  close(ends[0]);
  EXPECT_EQ(write(ends[1], "x", 1), -1);
  EXPECT_EQ(errno, EPIPE);
  close(ends[1]);
}

TEST(SignalsTest, TheSameSignalTwiceEndsAStuckProgram) {
  EXPECT_EXIT(
      {
        const Signals signals;
        raise(SIGTERM);
        raise(SIGTERM);
      },
      testing::KilledBySignal(SIGTERM), "");
}

TEST(SignalsTest, WhatWasThereComesBack) {
  { const Signals signals; }
  struct sigaction now = {};
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE}) {
    ASSERT_EQ(sigaction(signal, nullptr, &now), 0);
    EXPECT_EQ(now.sa_handler, SIG_DFL);
  }
}

TEST(OffscreenWindowTest, AnAtlasOverTheLimitIsRefusedWithLimitAndSize) {
  OffscreenWindow window(8, 8, nullptr, 2048);
  EXPECT_EQ(window.texture_limit(), 2048);
  const std::vector<std::uint8_t> alpha(std::size_t{4096} * 4096, 255);
  EXPECT_TRUE(window.set_atlas({2048, 2048, alpha.data()}).ok());
  for (const auto& [width, height] : {std::pair{1024, 4096}, std::pair{2049, 16}}) {
    const auto refused = window.set_atlas({width, height, alpha.data()});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error(), "the glyph atlas is " + std::to_string(width) + " x " +
                                   std::to_string(height) +
                                   " texels, and the graphics driver takes at most 2048 a side");
  }
}

TEST(OffscreenWindowTest, WithoutALimitAnyAtlasIsTaken) {
  OffscreenWindow window(8, 8);
  EXPECT_EQ(window.texture_limit(), 0);
  const std::vector<std::uint8_t> alpha(std::size_t{8192} * 64, 255);
  EXPECT_TRUE(window.set_atlas({64, 8192, alpha.data()}).ok());
}

TEST(OffscreenWindowTest, BlackBeforeTheFirstPaintAndWholeAfterIt) {
  Scene scene(8, 8);
  OffscreenWindow window(8, 8);
  EXPECT_EQ(rgb_at(window.capture(), 3, 3), 0U);
  EXPECT_EQ(window.capture().rgba[3], 255);
  const platform::Pixels little[] = {{0, 0, 1, 1}};
  window.paint(scene.finish(), {1, 2, 3}, little);
  EXPECT_EQ(rgb_at(window.capture(), 7, 7), 0x010203U);
}

}  // namespace
}  // namespace platform_test
