#include "feed/feed_runner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/manual_clock.h"
#include "support/polled_feed.h"
#include "support/temporary_folder.h"

namespace feed {
namespace {

using model::FetchFailure;
using std::chrono::minutes;
using std::chrono::seconds;
using support::board_document;
using support::document;
using support::failure;
using support::unchanged;

class FeedRunnerTest : public testing::Test {
 protected:
  // Everything as after a start of the program, with whatever the store has.
  void start() {
    feed_ = support::scripted_feed(script_);
    runner_.emplace(feed_, load_last_good(feed_, store_).shown, store_, clock_);
  }

  Outcome round(Answer answer) {
    script_.restart();
    script_.then(std::move(answer));
    clock_.advance(seconds{60});
    return runner_->round({});
  }

  // The round's log lines.
  std::string log_of(Answer answer) {
    testing::internal::CaptureStderr();
    round(std::move(answer));
    return testing::internal::GetCapturedStderr();
  }

  const model::FeedStatus& status() const { return runner_->shown().status; }
  std::string title() const {
    return runner_->shown().board ? runner_->shown().board->title : "(no board)";
  }

  support::TemporaryFolder folder_;
  Store store_{folder_.path()};
  support::ManualClock clock_;
  support::Script script_;
  PolledFeed feed_;
  std::optional<FeedRunner> runner_;
};

TEST_F(FeedRunnerTest, TakesInAGoodDocument) {
  start();
  EXPECT_EQ(title(), "(no board)");
  const auto outcome = round(document(board_document("one"), {"\"1\"", "then"}));
  EXPECT_FALSE(outcome.failed);
  EXPECT_EQ(title(), "one");
  EXPECT_EQ(status().etag, "\"1\"");
  EXPECT_EQ(status().last_modified, "then");
  EXPECT_EQ(status().fetched_at, clock_.now());
  EXPECT_EQ(status().first_attempt_at, clock_.now());
  EXPECT_EQ(status().last_attempt->failure, FetchFailure::none);
  EXPECT_EQ(status().last_attempt->at, clock_.now());
  EXPECT_EQ(status().failures_in_a_row, 0);
  EXPECT_FALSE(status().from_store);
  EXPECT_EQ(store_.load("calls")->body, board_document("one"));
}

TEST_F(FeedRunnerTest, ShowsOnlyWhatIsReleased) {
  const auto without_title = [](model::Board board) {
    const std::string title = std::exchange(board.title, "");
    return model::Released{std::move(board),
                           {{.thing = model::Withheld::Thing::kpi, .id = title, .why = "a test"}}};
  };
  start();
  feed_.release = without_title;
  round(document(board_document("one")));
  EXPECT_EQ(title(), "");
  ASSERT_EQ(runner_->shown().withheld.size(), 1u);
  EXPECT_EQ(runner_->shown().withheld[0].id, "one");
  EXPECT_EQ(store_.load("calls")->body, board_document("one"));
  round(failure(FetchFailure::timed_out));
  EXPECT_EQ(runner_->shown().withheld.size(), 1u);
  EXPECT_NE(log_of(document(board_document("two"))).find("1 thing withheld"), std::string::npos);

  // Nor after a start, before anything has answered.
  const auto good = load_last_good(feed_, store_);
  ASSERT_TRUE(good.shown.board);
  EXPECT_EQ(good.shown.board->title, "");
  EXPECT_EQ(good.shown.withheld[0].id, "two");
}

TEST_F(FeedRunnerTest, AFailureKeepsTheBoardAndSaysWhy) {
  start();
  round(document(board_document("one")));
  const auto board = runner_->shown().board;
  const auto fetched_at = status().fetched_at;
  for (int i = 1; i <= 3; ++i) {
    EXPECT_TRUE(round(failure(FetchFailure::refused, "127.0.0.1: refused")).failed);
    EXPECT_EQ(runner_->shown().board, board) << "the very same board, not a copy";
    EXPECT_EQ(status().fetched_at, fetched_at);
    EXPECT_EQ(status().failures_in_a_row, i);
    EXPECT_EQ(status().last_attempt->detail, "127.0.0.1: refused");
  }
  EXPECT_FALSE(round(document(board_document("two"))).failed);
  EXPECT_EQ(title(), "two");
  EXPECT_EQ(status().failures_in_a_row, 0);
}

TEST_F(FeedRunnerTest, RefusedDocumentsKeepTheLastGoodOne) {
  struct Row {
    std::string body;
    FetchFailure expected;
  };
  const std::vector<Row> table = {
      {"<html>Sign in to the wireless network</html>", FetchFailure::not_json},
      {board_document("cut").substr(0, 20), FetchFailure::not_json},
      {"", FetchFailure::not_json},
      {R"({"format": "something-else/1"})", FetchFailure::wrong_format},
      {"[]", FetchFailure::wrong_format},
  };
  start();
  round(document(board_document("good"), {"\"good\"", ""}));
  const auto board = runner_->shown().board;
  for (const auto& row : table) {
    EXPECT_TRUE(round(document(row.body, {"\"broken\"", ""})).failed);
    EXPECT_EQ(status().last_attempt->failure, row.expected) << row.body;
    EXPECT_FALSE(status().last_attempt->detail.empty());
    EXPECT_EQ(runner_->shown().board, board);
    EXPECT_EQ(status().etag, "\"good\"") << "a 304 must never be about a document not shown";
    EXPECT_EQ(store_.load("calls")->body, board_document("good"));
  }
}

TEST_F(FeedRunnerTest, ADocumentOverTheFeedsLimitIsRefused) {
  start();
  feed_.limits.bytes = 10;
  round(document(board_document("large")));
  EXPECT_EQ(status().last_attempt->failure, FetchFailure::too_large);
}

TEST_F(FeedRunnerTest, UnchangedRefreshesTheTimeAlone) {
  start();
  round(document(board_document("one"), {"\"1\"", ""}));
  const auto board = runner_->shown().board;
  EXPECT_FALSE(round(unchanged({"\"1b\"", ""})).failed);
  EXPECT_EQ(runner_->shown().board, board);
  EXPECT_EQ(status().fetched_at, clock_.now());
  EXPECT_EQ(status().etag, "\"1b\"");
  EXPECT_EQ(store_.load("calls")->validators.etag, "\"1b\"");
}

TEST_F(FeedRunnerTest, WhatWasNotedBeforeTheClockWasSetKeepsItsDistance) {
  start();
  round(document(board_document("Contact")));
  clock_.step(std::chrono::hours{400'000});
  round(failure(FetchFailure::timed_out));
  EXPECT_EQ(status().fetched_at, clock_.now() - seconds{60});
  EXPECT_EQ(status().first_attempt_at, clock_.now() - seconds{60});
  EXPECT_EQ(status().last_attempt->at, clock_.now());
}

TEST_F(FeedRunnerTest, TheTimeOfAKeptDocumentStaysWhenTheClockIsSet) {
  start();
  round(document(board_document("Contact")));
  const auto fetched_at = status().fetched_at;
  start();
  round(failure(FetchFailure::timed_out));
  clock_.step(std::chrono::hours{4});
  round(failure(FetchFailure::timed_out));
  EXPECT_EQ(status().fetched_at, fetched_at);
}

TEST_F(FeedRunnerTest, UnchangedIsNoAnswerToAnEmptyScreen) {
  start();
  EXPECT_TRUE(round(unchanged()).failed);
  EXPECT_EQ(status().last_attempt->failure, FetchFailure::unexpected_status);
  EXPECT_FALSE(status().fetched_at);
}

TEST_F(FeedRunnerTest, SendsValidatorsOnlyForADocumentThatIsShown) {
  start();
  round(document("nonsense", {"\"nonsense\"", ""}));
  round(document(board_document("one"), {"\"1\"", "then"}));
  EXPECT_EQ(script_.asked().at(0), Validators{});
  round(unchanged({"\"1\"", "then"}));
  EXPECT_EQ(script_.asked().at(0), (Validators{"\"1\"", "then"}));
}

TEST_F(FeedRunnerTest, TheSameBytesAreNeitherDecodedNorWrittenAgain) {
  start();
  round(document(board_document("one")));
  const auto board = runner_->shown().board;
  const auto written = std::filesystem::last_write_time(folder_.path() / "calls.feed");
  EXPECT_FALSE(round(document(board_document("one"))).failed);
  EXPECT_EQ(runner_->shown().board, board);
  EXPECT_EQ(status().fetched_at, clock_.now());
  EXPECT_EQ(std::filesystem::last_write_time(folder_.path() / "calls.feed"), written);

  // Nor after a start, when only the store knows what the bytes were.
  start();
  const auto loaded = runner_->shown().board;
  ASSERT_TRUE(loaded);
  round(document(board_document("one")));
  EXPECT_EQ(runner_->shown().board, loaded);
  round(document(board_document("two")));
  EXPECT_EQ(title(), "two");
}

TEST_F(FeedRunnerTest, AStartShowsTheLastGoodDocumentWithItsAge) {
  start();
  round(document(board_document("one", R"(, "unheard_of": 1)"), {"\"1\"", "then"}));
  const auto fetched_at = status().fetched_at;
  clock_.advance(minutes{600});
  start();
  EXPECT_EQ(title(), "one");
  EXPECT_TRUE(status().from_store);
  EXPECT_EQ(status().fetched_at, fetched_at);
  EXPECT_EQ(status().etag, "\"1\"");
  EXPECT_EQ(status().complaints, 1u);
  EXPECT_FALSE(status().last_attempt);
  round(unchanged({"\"1\"", "then"}));
  EXPECT_FALSE(status().from_store);
  EXPECT_EQ(status().fetched_at, clock_.now());
}

TEST_F(FeedRunnerTest, AKeptDocumentThatCannotBeReadIsNoBoard) {
  ASSERT_TRUE(store_.save("calls", {"from an older version", {"\"x\"", ""}, clock_.now()}).ok());
  testing::internal::CaptureStderr();
  start();
  EXPECT_NE(testing::internal::GetCapturedStderr().find("feed calls: the kept document"),
            std::string::npos);
  EXPECT_EQ(title(), "(no board)");
  EXPECT_EQ(status().etag, "");
}

TEST_F(FeedRunnerTest, AnAgeOnDiskIsRenewedNowAndThen) {
  start();
  round(document(board_document("one")));
  const auto saved_at = clock_.now();
  for (int i = 0; i < 14; ++i) round(unchanged());
  EXPECT_EQ(store_.load("calls")->fetched_at, saved_at);
  round(unchanged());
  EXPECT_EQ(store_.load("calls")->fetched_at, saved_at + minutes{15});
}

TEST_F(FeedRunnerTest, ADiskThatRefusesIsTriedAgainAndNamedOnce) {
  const auto in_the_way = folder_.write("state", "a file where the folder should be");
  const Store store(in_the_way);
  feed_ = support::scripted_feed(script_);
  runner_.emplace(feed_, load_last_good(feed_, store).shown, store, clock_);
  EXPECT_NE(log_of(document(board_document("one"))).find("is not kept"), std::string::npos);
  EXPECT_EQ(title(), "one");
  EXPECT_EQ(log_of(unchanged()), "");
  std::filesystem::remove(in_the_way);
  round(unchanged());
  const auto kept = store.load("calls");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->body, board_document("one"));
  EXPECT_EQ(kept->fetched_at, clock_.now());
}

TEST_F(FeedRunnerTest, LogsEachTurnOnce) {
  const auto count = [](const std::string& log) {
    return std::count(log.begin(), log.end(), '\n');
  };
  start();
  EXPECT_EQ(count(log_of(document(board_document("one")))), 0);
  const auto first = log_of(failure(FetchFailure::refused, "10.0.0.1: refused"));
  EXPECT_EQ(count(first), 1);
  EXPECT_NE(first.find("warning feed calls (https://example.org/feed.json): Connection refused: "
                       "10.0.0.1: refused; the last good board stays"),
            std::string::npos)
      << first;
  EXPECT_EQ(log_of(failure(FetchFailure::refused, "10.0.0.1: refused")), "");
  // One of the server's other addresses.
  EXPECT_EQ(log_of(failure(FetchFailure::refused, "10.0.0.2: refused")), "");
  EXPECT_EQ(count(log_of(failure(FetchFailure::tls, "expired"))), 1);
  EXPECT_EQ(count(log_of(failure(FetchFailure::tls, "wrong host"))), 1);
  EXPECT_EQ(log_of(failure(FetchFailure::tls, "wrong host")), "");
  const auto back = log_of(unchanged());
  EXPECT_EQ(count(back), 1);
  EXPECT_NE(back.find("info feed calls: answers again"), std::string::npos) << back;
  EXPECT_EQ(log_of(unchanged()), "");
}

TEST_F(FeedRunnerTest, LogsAComplaintOnceAndNotWithEveryDocument) {
  start();
  const auto first = log_of(document(board_document("one", R"(, "organisation": 1)")));
  EXPECT_NE(first.find("warning feed calls: /organisation: found"), std::string::npos) << first;
  EXPECT_EQ(log_of(document(board_document("two", R"(, "organisation": 1)"))), "");
  const auto more =
      log_of(document(board_document("three", R"(, "organisation": 1, "marking": 2)")));
  EXPECT_EQ(more.find("/organisation"), std::string::npos) << more;
  EXPECT_NE(more.find("/marking"), std::string::npos) << more;
  EXPECT_EQ(status().complaints, 2u);
}

TEST_F(FeedRunnerTest, ManyComplaintsAreCounted) {
  std::string priorities;
  for (int i = 0; i < 50; ++i) {
    priorities +=
        std::string(i ? ", " : "") + R"({"id": "p)" + std::to_string(i) + R"(", "title": 1})";
  }
  start();
  const auto log =
      log_of(document(board_document("one", ", \"priorities\": [" + priorities + "]")));
  EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), 21) << log;
  EXPECT_NE(log.find("and 30 more"), std::string::npos) << log;
}

TEST_F(FeedRunnerTest, AStoppedRoundChangesNothing) {
  start();
  round(document(board_document("one")));
  const auto before = status();
  std::stop_source stop;
  script_.restart();
  script_.then([&](const auto&, const auto&) {
    stop.request_stop();
    return failure(FetchFailure::timed_out, "stopped");
  });
  runner_->round(stop.get_token());
  EXPECT_EQ(status(), before);
}

TEST_F(FeedRunnerTest, GivingUpIsAFailureThatIsShown) {
  start();
  round(document(board_document("one")));
  EXPECT_TRUE(runner_->give_up(std::bad_alloc()).failed);
  EXPECT_EQ(title(), "one");
  EXPECT_EQ(status().last_attempt->failure, FetchFailure::fetcher_failed);
  EXPECT_EQ(status().last_attempt->detail, "the round was given up: std::bad_alloc");
  EXPECT_EQ(status().failures_in_a_row, 1);
}

}  // namespace
}  // namespace feed
