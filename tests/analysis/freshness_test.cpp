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
  EXPECT_EQ(freshness({}, kNow, true, {}).state, State::waiting);
}

TEST(Freshness, IsLateOnceTheServerHasNotAnsweredLongEnough) {
  const auto fresh = freshness(feed_fetched(minutes{15}), kNow, true, {});
  EXPECT_EQ(fresh.state, State::fresh);
  EXPECT_EQ(fresh.fetched_ago, minutes{15});
  const auto late = freshness(feed_fetched(minutes{17}), kNow, true, {});
  EXPECT_EQ(late.state, State::late);
  EXPECT_EQ(late.cause, Cause::not_answering);
  EXPECT_EQ(late.late_by, minutes{2});
}

TEST(Freshness, AFrozenFeedIsLateThoughItIsFetchedOnTime) {
  auto feed = feed_fetched(seconds{5});
  model::Board board;
  board.generated_at = kNow - hours{3};
  feed.board = std::make_shared<model::Board>(board);
  EXPECT_EQ(freshness(feed, kNow, true, {}).state, State::fresh);
  const auto late = freshness(feed, kNow, true, {.generated_late_after = hours{1}});
  EXPECT_EQ(late.state, State::late);
  EXPECT_EQ(late.cause, Cause::frozen);
  EXPECT_EQ(late.late_by, hours{2});
}

TEST(Freshness, AnOverdueEditionIsLateFromTheNextDay) {
  auto feed = feed_fetched(seconds{5});
  model::Board board;
  board.next_due = year_month_day{year{2026} / 3 / 10};
  feed.board = std::make_shared<model::Board>(board);
  EXPECT_EQ(freshness(feed, kNow, true, {}).state, State::fresh);
  board.next_due = year_month_day{year{2026} / 3 / 8};
  feed.board = std::make_shared<model::Board>(board);
  const auto late = freshness(feed, kNow, true, {});
  EXPECT_EQ(late.cause, Cause::overdue_edition);
  EXPECT_EQ(late.late_by, hours{36});
}

TEST(Freshness, WithoutATrustedClockNoAgeIsClaimed) {
  const auto unknown = freshness(feed_fetched(hours{900}), kNow, false, {});
  EXPECT_EQ(unknown.state, State::fresh);
  EXPECT_FALSE(unknown.fetched_ago);
}

TEST(Freshness, NoAgeIsNegative) {
  const auto future = freshness(feed_fetched(-hours{2}), kNow, true, {});
  EXPECT_FALSE(future.fetched_ago);
}

TEST(Freshness, NamesTheLongestDelay) {
  auto feed = feed_fetched(days{3});
  model::Board board;
  board.generated_at = kNow - days{90};
  feed.board = std::make_shared<model::Board>(board);
  const auto late = freshness(feed, kNow, true, {.generated_late_after = days{1}});
  EXPECT_EQ(late.cause, Cause::frozen);
  EXPECT_EQ(late.late_by, days{89});
}

TEST(NextLateness, IsTheFirstMomentOfBeingLate) {
  auto feed = feed_fetched(minutes{10});
  const auto at = next_lateness(feed, kNow, {});
  ASSERT_TRUE(at);
  EXPECT_EQ(freshness(feed, *at - seconds{1}, true, {}).state, State::fresh);
  EXPECT_EQ(freshness(feed, *at, true, {}).state, State::late);
  EXPECT_FALSE(next_lateness(feed, *at, {}));
  EXPECT_FALSE(next_lateness({}, kNow, {}));
}

}  // namespace
}  // namespace analysis
