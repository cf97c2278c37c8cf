#include "feed/poller.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <functional>
#include <latch>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "feed/fetched_source.h"
#include "support/hurrying_clock.h"
#include "support/loopback_server.h"
#include "support/manual_clock.h"
#include "support/polled_feed.h"
#include "support/temporary_folder.h"

namespace feed {
namespace {

using model::FetchFailure;
using std::chrono::seconds;
using support::board_document;
using support::document;
using support::failure;
using support::Script;
using support::unchanged;

// What the drawing thread is: it is woken by a publication and takes the newest snapshot.
class Reader {
 public:
  explicit Reader(Publication& published) : published_(published) {}

  std::function<void()> on_publish() {
    return [this] {
      const std::lock_guard lock(mutex_);
      woken_.notify_all();
    };
  }

  // Waits for a snapshot that fulfils the condition; a test that never sees one ends by ctest's
  // timeout, not by a race.
  template <class Condition>
  std::shared_ptr<const model::Snapshot> wait_for(Condition condition) {
    std::unique_lock lock(mutex_);
    std::shared_ptr<const model::Snapshot> seen;
    woken_.wait(lock, [&] {
      seen = published_.get();
      return condition(*seen);
    });
    return seen;
  }
  std::shared_ptr<const model::Snapshot> wait_for_revision(std::uint64_t revision) {
    return wait_for([&](const auto& snapshot) { return snapshot.revision >= revision; });
  }

 private:
  Publication& published_;
  std::mutex mutex_;
  std::condition_variable woken_;
};

class PollerTest : public testing::Test {
 protected:
  std::vector<PolledFeed> feeds_of(PolledFeed feed) {
    std::vector<PolledFeed> feeds;
    feeds.push_back(std::move(feed));
    return feeds;
  }
  PolledFeed at_once(Script& script, const std::string& id = "calls") {
    auto feed = support::scripted_feed(script, id);
    feed.first_after = seconds{0};
    return feed;
  }
  support::TemporaryFolder folder_;
  Store store_{folder_.path()};
  Script script_;
};

TEST_F(PollerTest, PublishesBoardAndStatusTogether) {
  script_.then(document(board_document("one"), {"\"1\"", ""}));
  auto feeds = feeds_of(at_once(script_));
  base::SystemClock clock;
  Publication published(std::make_shared<const model::Snapshot>(load_last_good(feeds, store_)));
  Reader reader(published);
  Poller poller(std::move(feeds), store_, clock, published, reader.on_publish(), "machine");
  const auto snapshot = reader.wait_for_revision(1);
  ASSERT_EQ(snapshot->feeds.size(), 1u);
  ASSERT_TRUE(snapshot->feeds[0].board);
  EXPECT_EQ(snapshot->feeds[0].board->title, "one");
  EXPECT_EQ(snapshot->feeds[0].status.etag, "\"1\"");
  EXPECT_EQ(snapshot->feeds[0].status.title, "Contact handling");
  ASSERT_TRUE(snapshot->feeds[0].status.next_try_at);
  const auto wait = *snapshot->feeds[0].status.next_try_at - *snapshot->feeds[0].status.fetched_at;
  EXPECT_GE(wait, seconds{54});
  EXPECT_LE(wait, seconds{70});
}

TEST_F(PollerTest, AFailedRoundPublishesTheSameBoard) {
  script_.then(document(board_document("one")));
  script_.then(failure(FetchFailure::refused));
  script_.then(document("nonsense"));
  script_.then(unchanged());
  script_.then(document(board_document("two")));
  std::latch held(1);
  script_.then([&](const auto&, const auto&) {
    held.wait();
    return failure(FetchFailure::refused);
  });
  auto feeds = feeds_of(at_once(script_));
  support::HurryingClock clock;
  Publication published(std::make_shared<const model::Snapshot>(load_last_good(feeds, store_)));
  std::mutex mutex;
  std::vector<std::shared_ptr<const model::Snapshot>> history;
  Reader reader(published);
  auto wake = reader.on_publish();
  {
    Poller poller(
        std::move(feeds), store_, clock, published,
        [&] {
          {
            const std::lock_guard lock(mutex);
            history.push_back(published.get());
          }
          wake();
        },
        "machine");
    reader.wait_for_revision(5);
    held.count_down();
  }
  ASSERT_GE(history.size(), 5u);
  const auto& feed_at = [&](size_t i) -> const model::FeedSnapshot& {
    return history[i]->feeds[0];
  };
  const std::vector<FetchFailure> failures = {FetchFailure::none, FetchFailure::refused,
                                              FetchFailure::not_json, FetchFailure::none,
                                              FetchFailure::none};
  for (size_t i = 0; i < failures.size(); ++i) {
    EXPECT_EQ(feed_at(i).status.last_attempt->failure, failures[i]) << i;
    EXPECT_EQ(history[i]->revision, i + 1);
  }
  for (size_t i = 1; i < 4; ++i) EXPECT_EQ(feed_at(i).board, feed_at(0).board) << i;
  EXPECT_EQ(feed_at(0).board->title, "one");
  EXPECT_EQ(feed_at(4).board->title, "two");
}

TEST_F(PollerTest, AsksEachFeedInItsOwnTime) {
  Script other_script;
  script_.then(document(board_document("calls")));
  other_script.then(failure(FetchFailure::timed_out));
  std::vector<PolledFeed> feeds;
  feeds.push_back(at_once(script_, "calls"));
  feeds.push_back(at_once(other_script, "plan"));
  base::SystemClock clock;
  Publication published(std::make_shared<const model::Snapshot>(load_last_good(feeds, store_)));
  Reader reader(published);
  Poller poller(std::move(feeds), store_, clock, published, reader.on_publish(), "machine");
  const auto snapshot = reader.wait_for([](const auto& one) {
    return one.feeds[0].status.last_attempt && one.feeds[1].status.last_attempt;
  });
  EXPECT_EQ(snapshot->feeds[0].board->title, "calls");
  EXPECT_FALSE(snapshot->feeds[1].board);
  EXPECT_EQ(snapshot->feeds[1].status.last_attempt->failure, FetchFailure::timed_out);
}

TEST_F(PollerTest, WhatIsThrownIsAFailedRound) {
  script_.then(document(board_document("one")));
  script_.then([](const auto&, const auto&) -> Answer { throw std::runtime_error("no memory"); });
  script_.then(unchanged());
  auto feeds = feeds_of(at_once(script_));
  support::HurryingClock clock;
  Publication published(std::make_shared<const model::Snapshot>(load_last_good(feeds, store_)));
  std::mutex mutex;
  std::vector<model::FetchAttempt> attempts;
  Reader reader(published);
  auto wake = reader.on_publish();
  {
    Poller poller(
        std::move(feeds), store_, clock, published,
        [&] {
          {
            const std::lock_guard lock(mutex);
            attempts.push_back(*published.get()->feeds[0].status.last_attempt);
          }
          wake();
          throw std::runtime_error("a listener that throws");
        },
        "machine");
    reader.wait_for_revision(3);
  }
  ASSERT_GE(attempts.size(), 3u);
  EXPECT_EQ(attempts[1].failure, FetchFailure::fetcher_failed);
  EXPECT_EQ(attempts[1].detail, "the round was given up: no memory");
  EXPECT_EQ(attempts[2].failure, FetchFailure::none);
}

TEST_F(PollerTest, ARoundThatDoesNotEndIsNotLife) {
  std::latch began(1), held(1);
  script_.then([&](const auto&, const auto&) {
    began.count_down();
    held.wait();
    return document(board_document("one"));
  });
  auto feeds = feeds_of(at_once(script_));
  support::ManualClock clock;
  Publication published(std::make_shared<const model::Snapshot>(load_last_good(feeds, store_)));
  Reader reader(published);
  Poller poller(std::move(feeds), store_, clock, published, reader.on_publish(), "machine");
  began.wait();
  EXPECT_TRUE(poller.lives());
  clock.advance(std::chrono::minutes{5});
  EXPECT_TRUE(poller.lives()) << "a slow server is no reason to start anew";
  clock.advance(std::chrono::minutes{2});
  EXPECT_FALSE(poller.lives());
  held.count_down();
  reader.wait_for_revision(1);
}

TEST_F(PollerTest, EndsAtOnceWhileItWaits) {
  script_.then(document(board_document("one")));
  auto feeds = feeds_of(at_once(script_));
  feeds[0].status.cadence = std::chrono::hours{24};
  base::SystemClock clock;
  Publication published(std::make_shared<const model::Snapshot>(load_last_good(feeds, store_)));
  Reader reader(published);
  std::chrono::steady_clock::time_point start;
  {
    Poller poller(std::move(feeds), store_, clock, published, reader.on_publish(), "machine");
    reader.wait_for_revision(1);
    start = std::chrono::steady_clock::now();
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, seconds{30});
}

TEST_F(PollerTest, EndsAtOnceWhileAServerHolds) {
  std::latch asked(1);
  const support::LoopbackServer server([&](support::Connection& peer, const std::string&) {
    asked.count_down();
    peer.hold();
  });
  FetchOptions options;
  options.url = server.url();
  options.timeout = std::chrono::hours{1};
  options.connect_timeout = std::chrono::hours{1};
  options.fetch_program = BLUELAMP_FETCH;
  auto feed = at_once(script_);
  feed.source = std::make_unique<FetchedSource>(options);
  auto feeds = feeds_of(std::move(feed));
  base::SystemClock clock;
  Publication published(std::make_shared<const model::Snapshot>(load_last_good(feeds, store_)));
  std::chrono::steady_clock::time_point start;
  {
    Poller poller(std::move(feeds), store_, clock, published, {}, "machine");
    asked.wait();
    start = std::chrono::steady_clock::now();
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, seconds{30});
  EXPECT_EQ(published.get()->revision, 0u) << "a round that was stopped is not published";
}

TEST_F(PollerTest, TheReaderNeverFreesABoard) {
  // Every document is a new board; the reader drops its snapshot only after the next one is there,
  // and the old board must still be held by the feed thread then.
  for (int i = 0; i < 50; ++i) script_.then(document(board_document(std::to_string(i))));
  std::latch held(1);
  script_.then([&](const auto&, const auto&) {
    held.wait();
    return unchanged();
  });
  auto feeds = feeds_of(at_once(script_));
  support::HurryingClock clock;
  Publication published(std::make_shared<const model::Snapshot>(load_last_good(feeds, store_)));
  Reader reader(published);
  Poller poller(std::move(feeds), store_, clock, published, reader.on_publish(), "machine");
  std::shared_ptr<const model::Snapshot> shown = reader.wait_for_revision(1);
  while (shown->revision < 50) {
    auto next = reader.wait_for_revision(shown->revision + 1);
    EXPECT_GE(shown.use_count(), 2) << shown->revision;
    shown = std::move(next);
  }
  EXPECT_EQ(shown->feeds[0].board->title, "49");
  held.count_down();
}

TEST_F(PollerTest, WithoutFeedsItEndsByItself) {
  base::SystemClock clock;
  Publication published(std::make_shared<const model::Snapshot>());
  { Poller poller({}, store_, clock, published, {}, "machine"); }
  EXPECT_EQ(published.get()->revision, 0u);
}

TEST_F(PollerTest, FetchOnceAsksEveryFeedAndFallsBackOnTheStore) {
  ASSERT_TRUE(
      store_
          .save("plan",
                {board_document("kept", R"(, "marking": 1)"), {}, base::Timestamp(seconds{5})})
          .ok());
  Script plan_script;
  script_.then(document(board_document("new", R"(, "organisation": 1)")));
  plan_script.then(failure(FetchFailure::not_found, "HTTP 404"));
  std::vector<PolledFeed> feeds;
  feeds.push_back(support::scripted_feed(script_, "calls"));
  feeds.push_back(support::scripted_feed(plan_script, "plan"));
  support::ManualClock clock;
  base::Complaints complaints;
  const auto snapshot = fetch_once(feeds, store_, clock, complaints);
  ASSERT_EQ(snapshot.feeds.size(), 2u);
  EXPECT_EQ(snapshot.feeds[0].board->title, "new");
  EXPECT_EQ(snapshot.feeds[0].status.fetched_at, clock.now());
  EXPECT_EQ(snapshot.feeds[1].board->title, "kept");
  EXPECT_EQ(snapshot.feeds[1].status.fetched_at, base::Timestamp(seconds{5}));
  EXPECT_TRUE(snapshot.feeds[1].status.from_store);
  EXPECT_EQ(snapshot.feeds[1].status.last_attempt->failure, FetchFailure::not_found);
  ASSERT_EQ(complaints.size(), 2u);
  EXPECT_EQ(complaints[0].source, "calls");
  EXPECT_EQ(complaints[0].pointer, "/organisation");
  EXPECT_EQ(complaints[1].source, "plan");
  EXPECT_EQ(complaints[1].pointer, "/marking");
}

}  // namespace
}  // namespace feed
