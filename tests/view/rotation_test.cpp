#include "view/rotation.h"

#include <gtest/gtest.h>

namespace view {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Stops = std::vector<Rotation::Stop>;

const base::SteadyTime kStart{seconds{1000}};

Stops three() {
  return {{"overview", 1, seconds{20}}, {"figures", 2, seconds{10}}, {"trend", 1, seconds{30}}};
}

Rotation rotation_of(Stops stops) {
  Rotation rotation;
  rotation.set_stops(std::move(stops), kStart);
  return rotation;
}

TEST(Rotation, ShowsEveryPageOfEverySlideAndBeginsAgain) {
  Rotation rotation = rotation_of(three());
  base::SteadyTime now = kStart;
  for (const Position expected : {Position{0, 0}, Position{1, 0}, Position{1, 1}, Position{2, 0},
                                  Position{0, 0}, Position{1, 0}}) {
    EXPECT_EQ(rotation.position(), expected);
    while (rotation.position() == expected) {
      const auto due = rotation.due(now);
      ASSERT_GT(due, now);
      now = due;
      rotation.advance(now);
      if (rotation.position() == expected) {
        EXPECT_GT(*rotation.progress(now), 0);
      }
    }
  }
  EXPECT_EQ(now - kStart, seconds{20 + 10 + 10 + 30 + 20 + 10});
}

TEST(Rotation, ProgressGoesInSecondsAndAtMostTwentySteps) {
  Rotation rotation = rotation_of(three());
  EXPECT_EQ(rotation.progress(kStart), 0);
  EXPECT_EQ(rotation.progress(kStart + milliseconds{999}), 0);
  EXPECT_EQ(rotation.progress(kStart + milliseconds{1000}), 0.05);
  EXPECT_EQ(rotation.due(kStart), kStart + seconds{1});
  rotation.next(kStart);
  EXPECT_EQ(rotation.progress(kStart + seconds{1}), 0.1);
  rotation.previous(kStart);
  rotation.previous(kStart);
  EXPECT_EQ(rotation.due(kStart), kStart + milliseconds{1500});
}

TEST(Rotation, OnePageStandsStill) {
  Rotation rotation = rotation_of({{"only", 1, seconds{8}}});
  EXPECT_EQ(rotation.progress(kStart + seconds{5}), std::nullopt);
  EXPECT_EQ(rotation.due(kStart), base::SteadyTime::max());
  rotation.advance(kStart + seconds{100});
  rotation.next(kStart);
  rotation.toggle_pause(kStart);
  EXPECT_EQ(rotation.position(), (Position{0, 0}));
  EXPECT_FALSE(rotation.is_paused());
}

TEST(Rotation, KeysMoveAndBeginTheDwellAnew) {
  Rotation rotation = rotation_of(three());
  rotation.previous(kStart + seconds{5});
  EXPECT_EQ(rotation.position(), (Position{2, 0}));
  rotation.previous(kStart + seconds{5});
  EXPECT_EQ(rotation.position(), (Position{1, 1}));
  rotation.advance(kStart + seconds{14});
  EXPECT_EQ(rotation.position(), (Position{1, 1}));
  rotation.advance(kStart + seconds{15});
  EXPECT_EQ(rotation.position(), (Position{2, 0}));
  rotation.first(kStart + seconds{16});
  EXPECT_EQ(rotation.position(), (Position{0, 0}));
}

TEST(Rotation, APauseKeepsTheTimeThatHadPassed) {
  Rotation rotation = rotation_of(three());
  rotation.toggle_pause(kStart + seconds{15});
  EXPECT_TRUE(rotation.is_paused());
  EXPECT_EQ(rotation.due(kStart + seconds{15}), base::SteadyTime::max());
  rotation.advance(kStart + seconds{500});
  EXPECT_EQ(rotation.position(), (Position{0, 0}));
  rotation.next(kStart + seconds{500});  // moving while paused stays paused
  EXPECT_EQ(rotation.position(), (Position{1, 0}));
  EXPECT_TRUE(rotation.is_paused());
  rotation.previous(kStart + seconds{500});
  rotation.toggle_pause(kStart + seconds{600});
  rotation.advance(kStart + seconds{619});
  EXPECT_EQ(rotation.position(), (Position{0, 0}));
  rotation.advance(kStart + seconds{620});
  EXPECT_EQ(rotation.position(), (Position{1, 0}));
}

TEST(Rotation, ARefreshNeverMovesThePosition) {
  Rotation rotation = rotation_of(three());
  rotation.next(kStart);
  rotation.next(kStart);
  rotation.set_stops(
      {{"new", 1, seconds{5}}, {"trend", 1, seconds{30}}, {"figures", 3, seconds{10}}},
      kStart + seconds{4});
  EXPECT_EQ(rotation.position(), (Position{2, 1}));
  rotation.advance(kStart + seconds{10});  // the time before the refresh counts
  EXPECT_EQ(rotation.position(), (Position{2, 2}));
}

TEST(Rotation, AVanishedPageOrSlideGivesWayToTheNearest) {
  Rotation rotation = rotation_of(three());
  rotation.next(kStart);
  rotation.next(kStart);
  Stops fewer = three();
  fewer[1].pages = 1;
  rotation.set_stops(fewer, kStart);
  EXPECT_EQ(rotation.position(), (Position{1, 0}));
  fewer.erase(fewer.begin() + 1);
  rotation.set_stops(fewer, kStart + seconds{3});
  EXPECT_EQ(rotation.position(), (Position{1, 0}));  // trend, which came after it
  rotation.advance(kStart + seconds{32});
  EXPECT_EQ(rotation.position(), (Position{1, 0}));  // with its whole dwell
  rotation.set_stops({{"other", 1, seconds{5}}}, kStart + seconds{40});
  EXPECT_EQ(rotation.position(), (Position{0, 0}));
  rotation.set_stops({}, kStart);
  rotation.advance(kStart + seconds{50});
  EXPECT_EQ(rotation.position(), (Position{0, 0}));
}

TEST(Rotation, ALongSleepMovesOnePage) {
  Rotation rotation = rotation_of(three());
  rotation.advance(kStart + std::chrono::hours{5});
  EXPECT_EQ(rotation.position(), (Position{1, 0}));
}

}  // namespace
}  // namespace view
