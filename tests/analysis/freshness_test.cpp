#include "analysis/freshness.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

using namespace std::chrono;
using State = Freshness::State;
using Cause = Freshness::Cause;

const model::Timestamp kNow = sys_days{year{2026} / 3 / 10} + hours{12};

model::FeedSnapshot feed_fetched(seconds ago) {
  model::FeedSnapshot feed;
  feed.board = std::make_shared<model::Board>();
  feed.status.late_after = minutes{15};
  feed.status.fetched_at = kNow - ago;
  return feed;
}

TEST(Freshness, WaitsWithoutABoard) {
  EXPECT_EQ(freshness({}, kNow, ClockTrust::full, {}).state, State::waiting);
}

TEST(Freshness, IsLateOnceTheServerHasNotAnsweredLongEnough) {
  const auto fresh = freshness(feed_fetched(minutes{15}), kNow, ClockTrust::full, {});
  EXPECT_EQ(fresh.state, State::fresh);
  EXPECT_EQ(fresh.fetched_ago, minutes{15});
  const auto late = freshness(feed_fetched(minutes{17}), kNow, ClockTrust::full, {});
  EXPECT_EQ(late.state, State::late);
  EXPECT_EQ(late.cause, Cause::not_answering);
  EXPECT_EQ(late.late_by, minutes{2});
}

TEST(Freshness, AFrozenFeedIsLateThoughItIsFetchedOnTime) {
  auto feed = feed_fetched(seconds{5});
  model::Board board;
  board.generated_at = kNow - hours{3};
  feed.board = std::make_shared<model::Board>(board);
  EXPECT_EQ(freshness(feed, kNow, ClockTrust::full, {}).state, State::fresh);
  const auto late = freshness(feed, kNow, ClockTrust::full, {.generated_late_after = hours{1}});
  EXPECT_EQ(late.state, State::late);
  EXPECT_EQ(late.cause, Cause::frozen);
  EXPECT_EQ(late.late_by, hours{2});
}

TEST(Freshness, AnOverdueEditionIsLateFromTheNextDay) {
  auto feed = feed_fetched(seconds{5});
  model::Board board;
  board.next_due = year_month_day{year{2026} / 3 / 10};
  feed.board = std::make_shared<model::Board>(board);
  EXPECT_EQ(freshness(feed, kNow, ClockTrust::full, {}).state, State::fresh);
  board.next_due = year_month_day{year{2026} / 3 / 8};
  feed.board = std::make_shared<model::Board>(board);
  const auto late = freshness(feed, kNow, ClockTrust::full, {});
  EXPECT_EQ(late.cause, Cause::overdue_edition);
  EXPECT_EQ(late.late_by, hours{36});
}

// The times of this run are by the same clock as now, whatever that clock says.
TEST(Freshness, WithoutAClockOnlyWhatHappenedSinceTheStartHasAnAge) {
  auto feed = feed_fetched(minutes{5});
  EXPECT_EQ(freshness(feed, kNow, ClockTrust::none, {}).fetched_ago, minutes{5});
  const auto late = freshness(feed_fetched(minutes{17}), kNow, ClockTrust::none, {});
  EXPECT_EQ(late.state, State::late);
  EXPECT_EQ(late.cause, Cause::not_answering);

  feed.status.from_store = true;
  for (const ClockTrust trust : {ClockTrust::none, ClockTrust::since_start}) {
    const auto unknown = freshness(feed, kNow, trust, {});
    EXPECT_EQ(unknown.state, State::unknown);
    EXPECT_FALSE(unknown.fetched_ago);
    EXPECT_FALSE(next_lateness(feed, kNow, trust, {}));
  }
  EXPECT_EQ(freshness(feed, kNow, ClockTrust::full, {}).state, State::fresh);
}

TEST(Freshness, WithoutAClockNoDateIsOverdue) {
  auto feed = feed_fetched(seconds{5});
  model::Board board;
  board.next_due = year_month_day{year{2020} / 3 / 8};
  board.generated_at = kNow - days{900};
  feed.board = std::make_shared<model::Board>(board);
  const FreshnessRule rule{.generated_late_after = hours{1}};
  EXPECT_EQ(freshness(feed, kNow, ClockTrust::none, rule).state, State::fresh);
  EXPECT_EQ(freshness(feed, kNow, ClockTrust::since_start, rule).state, State::late);
}

TEST(Freshness, NoAgeIsNegative) {
  const auto future = freshness(feed_fetched(-hours{2}), kNow, ClockTrust::full, {});
  EXPECT_FALSE(future.fetched_ago);

  auto kept = feed_fetched(-hours{2});
  kept.status.from_store = true;
  EXPECT_EQ(freshness(kept, kNow, ClockTrust::full, {}).state, State::unknown);
}

TEST(Freshness, NamesTheLongestDelay) {
  auto feed = feed_fetched(days{3});
  model::Board board;
  board.generated_at = kNow - days{90};
  feed.board = std::make_shared<model::Board>(board);
  const auto late = freshness(feed, kNow, ClockTrust::full, {.generated_late_after = days{1}});
  EXPECT_EQ(late.cause, Cause::frozen);
  EXPECT_EQ(late.late_by, days{89});
}

TEST(NextLateness, IsTheFirstMomentOfBeingLate) {
  auto feed = feed_fetched(minutes{10});
  const auto at = next_lateness(feed, kNow, ClockTrust::full, {});
  ASSERT_TRUE(at);
  EXPECT_EQ(freshness(feed, *at - seconds{1}, ClockTrust::full, {}).state, State::fresh);
  EXPECT_EQ(freshness(feed, *at, ClockTrust::full, {}).state, State::late);
  EXPECT_FALSE(next_lateness(feed, *at, ClockTrust::full, {}));
  EXPECT_FALSE(next_lateness({}, kNow, ClockTrust::full, {}));
}

}  // namespace
}  // namespace analysis
