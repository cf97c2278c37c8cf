#include "program/show.h"

#include <gtest/gtest.h>

#include "present/context.h"
#include "program/feed_words.h"
#include "support/boards.h"
#include "support/manual_clock.h"
#include "support/recording_window.h"

namespace program {
namespace {

using platform::Key;
using settings::Slide;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kWidth = 960;
constexpr int kHeight = 540;

settings::Settings two_slides() {
  settings::Settings settings;
  settings.slides = {support::slide(Slide::Kind::overview, "overview"),
                     support::slide(Slide::Kind::kpis, "figures")};
  for (auto& slide : settings.slides) slide.dwell = seconds{20};
  return settings;
}

std::shared_ptr<const model::Snapshot> snapshot(model::Board board = support::plan_board()) {
  model::Snapshot made;
  made.feeds.push_back(support::fetched("plan", std::move(board)));
  return std::make_shared<const model::Snapshot>(made);
}

// A board under a clock that is moved by hand.
class ShowTest : public testing::Test {
 protected:
  explicit ShowTest(settings::Settings settings = two_slides(), bool accelerated = false)
      : settings_(std::move(settings)),
        window_(kWidth, kHeight, accelerated),
        stage_(view::Stage::create(settings_, {kWidth, kHeight}, 0)) {
    show_.emplace(settings_, published_, clock_, window_, *stage_.value());
    show_->present();
  }

  // Sleeps as the program would, from one due moment to the next.
  void pass(seconds time) {
    const auto end = clock_.steady() + time;
    while (show_->due() < end) {
      const auto wait = show_->due() - clock_.steady();
      ASSERT_GT(wait, seconds{0});
      clock_.advance(std::chrono::ceil<milliseconds>(wait));
      show_->present();
    }
    clock_.advance(std::chrono::ceil<milliseconds>(end - clock_.steady()));
    show_->present();
  }

  void press(Key key) {
    EXPECT_TRUE(show_->obey({.keys = {key}}));
    show_->present();
  }

  bool whole(const std::vector<platform::Pixels>& damage) const {
    long long area = 0;
    for (const auto& part : damage) area += static_cast<long long>(part.width) * part.height;
    return area * 2 > static_cast<long long>(kWidth) * kHeight;
  }

  settings::Settings settings_;
  support::ManualClock clock_{support::noon() + seconds{5}};
  feed::Publication published_{snapshot()};
  support::RecordingWindow window_;
  base::Result<std::unique_ptr<view::Stage>, std::string> stage_;
  std::optional<Show> show_;
};

TEST_F(ShowTest, TheFirstSlideIsPaintedAtOnceAndWhole) {
  ASSERT_EQ(window_.paints.size(), 1u);
  EXPECT_TRUE(whole(window_.paints[0]));
  show_->present();
  EXPECT_EQ(window_.paints.size(), 1u);
}

TEST_F(ShowTest, APausedSlidePaintsOnlyTheMinute) {
  press(Key::pause);
  window_.paints.clear();
  pass(seconds{180});
  ASSERT_EQ(window_.paints.size(), 3u);
  for (const auto& damage : window_.paints) {
    EXPECT_FALSE(whole(damage));
    for (const auto& part : damage) {  // the clock above, the age below, nothing between
      EXPECT_TRUE(part.y + part.height <= kHeight * 70 / 1080 || part.y >= kHeight * 1000 / 1080)
          << part.y << "+" << part.height;
    }
  }
}

TEST_F(ShowTest, TheDwellBarMovesInStepsAndPaintsOnlyItself) {
  window_.paints.clear();
  pass(seconds{10});
  EXPECT_GE(window_.paints.size(), 9u);
  EXPECT_LE(window_.paints.size(), 11u);
  for (const auto& damage : window_.paints) {
    for (const auto& part : damage) EXPECT_LE(part.height, 8);
  }
}

TEST_F(ShowTest, SlidesFollowEachOtherWithOneCut) {
  window_.paints.clear();
  pass(seconds{21});
  int whole_frames = 0;
  for (const auto& damage : window_.paints) whole_frames += whole(damage);
  EXPECT_EQ(whole_frames, 1);
}

TEST_F(ShowTest, ARefreshNeverMovesThePosition) {
  press(Key::next);
  window_.paints.clear();
  published_.publish(snapshot());
  show_->present();
  for (const auto& damage : window_.paints) EXPECT_FALSE(whole(damage));
  pass(seconds{19});
  for (const auto& damage : window_.paints) EXPECT_FALSE(whole(damage));
  pass(seconds{2});
  EXPECT_TRUE(whole(window_.paints.back()) || whole(window_.paints[window_.paints.size() - 2]));
}

TEST_F(ShowTest, ATileTurnsLateAtTheSecond) {
  press(Key::pause);
  auto feed = support::fetched("plan", support::plan_board(), minutes{0});
  feed.status.late_after = seconds{25};
  feed.status.fetched_at = clock_.now();
  published_.publish(std::make_shared<const model::Snapshot>(model::Snapshot{{feed}, 1}));
  show_->present();
  window_.paints.clear();
  pass(seconds{25});
  EXPECT_TRUE(window_.paints.empty());
  pass(seconds{1});
  EXPECT_EQ(window_.paints.size(), 1u);
}

TEST_F(ShowTest, KeysDoWhatTheySay) {
  window_.paints.clear();
  press(Key::next);
  ASSERT_EQ(window_.paints.size(), 1u);
  EXPECT_TRUE(whole(window_.paints[0]));
  press(Key::first);
  EXPECT_EQ(window_.paints.size(), 2u);
  press(Key::toggle_fullscreen);
  EXPECT_EQ(window_.fullscreen_toggles, 1);
  EXPECT_FALSE(show_->obey({.keys = {Key::leave}}));
}

TEST_F(ShowTest, ANewSizeOrALostPictureIsPaintedWhole) {
  window_.paints.clear();
  EXPECT_TRUE(show_->obey({.exposed = true}));
  show_->present();
  ASSERT_EQ(window_.paints.size(), 1u);
  EXPECT_TRUE(whole(window_.paints[0]));
  window_.resize(540, 960);
  EXPECT_TRUE(show_->obey({.resized = true}));
  show_->present();
  ASSERT_EQ(window_.paints.size(), 2u);
  EXPECT_TRUE(whole(window_.paints[1]));
}

TEST_F(ShowTest, ABoardThatArrivesLaterTakesThePlaceOfTheWait) {
  published_.publish(std::make_shared<const model::Snapshot>());
  show_->present();
  EXPECT_EQ(stage_.value()->plan().slides[0].id, "waiting");
  published_.publish(snapshot());
  show_->present();
  EXPECT_EQ(stage_.value()->plan().slides.size(), 2u);
}

class NoticeTest : public ShowTest {
 protected:
  // Begins 7 s from now, ends 13 s later: neither at the turn of a minute nor with a step of the
  // dwell bar.
  void announce(model::Notice::Style style) {
    model::Board board = support::plan_board();
    model::Notice notice;
    notice.id = "test";
    notice.level = model::Notice::Level::warning;
    notice.style = style;
    notice.text = "Fire alarm test at 15:00";
    notice.from = clock_.now() + seconds{7};
    notice.until = clock_.now() + seconds{20};
    board.notices = {notice};
    published_.publish(snapshot(std::move(board)));
    show_->present();
    window_.paints.clear();
  }

  bool says(const std::string& wanted) const {
    for (const auto& region : stage_.value()->regions()) {
      for (const auto& text : region.texts) {
        if (text.text == wanted) return true;
      }
    }
    return false;
  }

  bool stands() const {
    for (const auto& region : stage_.value()->regions()) {
      if (region.name == "notice") return true;
    }
    return false;
  }
};

TEST_F(NoticeTest, ABandComesAndGoesByItselfWithTheSecond) {
  press(Key::pause);
  announce(model::Notice::Style::banner);
  pass(seconds{6});
  EXPECT_TRUE(window_.paints.empty());
  EXPECT_FALSE(stands());
  pass(seconds{1});
  ASSERT_EQ(window_.paints.size(), 1u);
  EXPECT_TRUE(whole(window_.paints[0]));
  EXPECT_TRUE(stands());
  pass(seconds{12});
  EXPECT_EQ(window_.paints.size(), 1u) << "it stands still";
  EXPECT_TRUE(stands());
  pass(seconds{1});
  EXPECT_EQ(window_.paints.size(), 2u);
  EXPECT_FALSE(stands());
}

TEST_F(NoticeTest, BeneathAFullOneTheRotationGoesOnUnseen) {
  announce(model::Notice::Style::full);
  pass(seconds{8});
  ASSERT_TRUE(stands());
  window_.paints.clear();
  pass(seconds{11});
  EXPECT_TRUE(window_.paints.empty());
  pass(seconds{2});
  EXPECT_FALSE(stands());
  EXPECT_TRUE(says("Slide 2 of 2"));
  EXPECT_FALSE(window_.paints.empty());
}

TEST_F(NoticeTest, IsNotShownWhileTheClockIsNotSet) {
  announce(model::Notice::Style::banner);
  clock_.step(-std::chrono::hours{24 * 365 * 30});
  show_->present();
  pass(seconds{70});
  EXPECT_FALSE(stands());
}

class SetClockTest : public ShowTest {
 protected:
  // As the feed thread publishes it: answered two minutes ago by the clock of that moment.
  void answer() {
    model::Snapshot made;
    made.feeds.push_back(support::fetched("plan", support::plan_board()));
    auto& status = made.feeds.front().status;
    status.late_after = minutes{15};
    status.fetched_at = clock_.now() - minutes{2};
    status.next_try_at = clock_.now() + minutes{3};
    status.clock_offset = base::offset_of(clock_);
    published_.publish(std::make_shared<const model::Snapshot>(made));
    show_->present();
  }

  std::string state() const {
    const present::Context context(settings_, *show_->snapshot(), present::now_of(clock_));
    return std::string(state_of(context.freshness.front()));
  }
  seconds age() const {
    const present::Context context(settings_, *show_->snapshot(), present::now_of(clock_));
    return context.freshness.front().fetched_ago.value_or(seconds{-1});
  }
};

TEST_F(SetClockTest, AnAgeIsOfTheTimeThatPassedNotOfTheClock) {
  answer();
  EXPECT_EQ(age(), minutes{2});
  for (const auto by : {std::chrono::hours{500'000}, std::chrono::hours{-9'000},
                        std::chrono::hours{1}, std::chrono::hours{-491'000}}) {
    clock_.step(by);
    show_->present();
    pass(seconds{60});
    EXPECT_EQ(state(), "fresh") << by.count();
  }
  EXPECT_EQ(age(), minutes{6});
  EXPECT_EQ(show_->snapshot()->feeds.front().status.next_try_at, clock_.now() - minutes{1});
}

TEST_F(SetClockTest, NoFrameIsLateBecauseTheClockWentOn) {
  answer();
  clock_.step(std::chrono::hours{9'000});
  EXPECT_EQ(show_->due(), clock_.steady());
}

TEST_F(SetClockTest, ASilentServerIsLateThoughTheClockWentBack) {
  answer();
  clock_.step(-std::chrono::hours{9'000});
  show_->present();
  pass(minutes{14});
  EXPECT_EQ(state(), "late");
}

settings::Settings fading(bool reduced) {
  settings::Settings settings = two_slides();
  settings.screen.transition = settings::Transition::fade;
  settings.screen.reduced_motion = reduced;
  return settings;
}

class FadeTest : public ShowTest {
 protected:
  FadeTest() : ShowTest(fading(false), true) {}
};

class ReducedMotionTest : public ShowTest {
 protected:
  ReducedMotionTest() : ShowTest(fading(true), true) {}
};

TEST_F(FadeTest, IsShortAndEnds) {
  press(Key::next);
  window_.paints.clear();
  pass(seconds{1});
  EXPECT_GE(window_.paints.size(), 8u);
  EXPECT_LE(window_.paints.size(), 20u);
  window_.paints.clear();
  EXPECT_GT(show_->due() - clock_.steady(), milliseconds{100});
}

TEST_F(ReducedMotionTest, NeverFades) {
  window_.paints.clear();
  press(Key::next);
  EXPECT_EQ(window_.paints.size(), 1u);
  EXPECT_GT(show_->due() - clock_.steady(), milliseconds{500});
}

}  // namespace
}  // namespace program
