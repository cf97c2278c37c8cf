// A feed's round where the n-th allocation fails, for n = 1, 2, … until a round is clean. Whatever
// happened, the board, its validators and the document on disk belong together, and the next round
// shows and keeps what the server has.
#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "exhaustion/failing_memory.h"
#include "feed/feed_runner.h"
#include "feed/poller.h"
#include "support/hurrying_clock.h"
#include "support/manual_clock.h"
#include "support/polled_feed.h"
#include "support/temporary_folder.h"

namespace exhaustion {
namespace {

using feed::Answer;
using feed::Validators;
using model::FetchFailure;
using std::chrono::seconds;

constexpr std::uint64_t kFarTooMany = 100'000;

// Long enough that no text of a document lies inside a string object.
std::string etag(const std::string& title) {
  return "\"the version of the document that is called " + title + "\"";
}

// The marking is a complaint, to be logged.
Answer document(const std::string& title) {
  return support::document(support::board_document(title, R"(, "marking": 1)"),
                           {etag(title), "Wed, 20 Sep 2023 15:00:00 GMT, of " + title});
}

// What the server says while memory ends; "one" is on the screen.
Answer a_new_document() {
  return document("two");
}
Answer the_same_bytes() {
  auto answer = document("one");
  answer.validators.etag = etag("one once more");
  return answer;
}
Answer nothing_new() {
  return support::unchanged({etag("one once more"), ""});
}
Answer a_failure() {
  return support::failure(FetchFailure::refused,
                          "a detail that is too long to lie in the string object itself");
}
Answer no_json() {
  return support::document("this is not a document, and it is long enough to be a page");
}

struct Shape {
  const char* name;
  Answer (*answer)();
};

class Rounds : public testing::TestWithParam<std::tuple<Shape, Ends>> {
 protected:
  // A screen that shows and keeps "one".
  void start() {
    std::filesystem::remove_all(folder_.path());
    feed_ = support::scripted_feed(script_);
    runner_.emplace(feed_, model::FeedSnapshot{feed_.status}, store_, clock_);
    round(document("one"));
  }

  void expect(Answer answer) {
    script_.restart();
    script_.then(std::move(answer));
    clock_.advance(seconds{60});
  }
  feed::Outcome round(Answer answer) {
    expect(std::move(answer));
    return runner_->round({});
  }

  // The validators of the bytes that this title stands for.
  static bool belongs(const std::string& tag, const std::string& title) {
    return tag == etag(title) || (title == "one" && tag == etag("one once more"));
  }

  support::TemporaryFolder folder_;
  feed::Store store_{folder_.path() / "state"};
  support::ManualClock clock_;
  support::Script script_;
  feed::PolledFeed feed_;
  std::optional<feed::FeedRunner> runner_;
};

TEST_P(Rounds, BoardValidatorsAndDiskBelongTogether) {
  const auto& [shape, ends] = GetParam();
  const bool is_new = std::string(shape.name) == "a_new_document";
  std::uint64_t n = 1;
  std::uint64_t given_up = 0;
  for (bool has_failed = true; has_failed && n < kFarTooMany; ++n) {
    start();
    expect(shape.answer());
    feed::Outcome outcome;
    {
      const FailingMemory memory(n, ends);
      try {
        outcome = runner_->round({});
      } catch (const std::exception& error) {
        outcome = runner_->give_up(error);
        ++given_up;
      }
      has_failed = memory.has_failed();
    }
    const auto& shown = runner_->shown();
    ASSERT_TRUE(shown.board) << "allocation " << n;
    ASSERT_TRUE(belongs(shown.status.etag, shown.board->title)) << "allocation " << n;
    ASSERT_EQ(outcome.failed, shown.status.failures_in_a_row == 1) << "allocation " << n;
    ASSERT_TRUE(shown.status.last_attempt);
    ASSERT_EQ(shown.status.last_attempt->at, clock_.now()) << "allocation " << n;
    ASSERT_EQ(outcome.failed, shown.status.last_attempt->failure != FetchFailure::none);

    const auto kept = feed::load_last_good(feed_, store_).shown;
    ASSERT_TRUE(kept.board) << "allocation " << n;
    ASSERT_TRUE(belongs(kept.status.etag, kept.board->title)) << "allocation " << n;

    // The server has not changed since it was asked.
    const std::string has = is_new ? "two" : "one";
    const bool knows = shown.status.etag == etag(has);
    ASSERT_FALSE(round(knows ? support::unchanged({etag(has), ""}) : document(has)).failed);
    ASSERT_EQ(runner_->shown().board->title, has) << "allocation " << n;
    ASSERT_EQ(feed::load_last_good(feed_, store_).shown.board->title, has) << "allocation " << n;
  }
  EXPECT_LT(n, kFarTooMany);
  EXPECT_GT(given_up, 2u);
}

INSTANTIATE_TEST_SUITE_P(, Rounds,
                         testing::Combine(testing::Values(Shape{"a_new_document", a_new_document},
                                                          Shape{"the_same_bytes", the_same_bytes},
                                                          Shape{"nothing_new", nothing_new},
                                                          Shape{"a_failure", a_failure},
                                                          Shape{"no_json", no_json}),
                                          testing::Values(Ends::once, Ends::for_good)),
                         [](const auto& one) {
                           return std::string(std::get<0>(one.param).name) +
                                  (std::get<1>(one.param) == Ends::once ? "_once" : "_for_good");
                         });

// One allocation after its second answer fails.
class EndingMemory final : public feed::Source {
 public:
  EndingMemory(std::uint64_t n, bool& was_reached) : n_(n), was_reached_(was_reached) {}

  Answer fetch(const Validators&, std::stop_token) override {
    if (memory_) was_reached_ = memory_->has_failed();
    memory_.reset();
    ++asked_;
    auto answer = document(asked_ == 1 ? "one" : asked_ == 2 ? "two" : "three");
    if (asked_ == 2) memory_.emplace(n_, Ends::once);
    return answer;
  }

 private:
  std::uint64_t n_;
  bool& was_reached_;
  int asked_ = 0;
  std::optional<FailingMemory> memory_;
};

// Where an allocation fails while the feed thread takes in and publishes the second document, the
// third is published all the same.
TEST(FeedThread, PublishesTheNextDocument) {
  bool was_reached = true;
  for (std::uint64_t n = 1; was_reached && n < kFarTooMany; ++n) {
    support::TemporaryFolder folder;
    const feed::Store store(folder.path());
    support::Script unused;
    std::vector<feed::PolledFeed> feeds;
    feeds.push_back(support::scripted_feed(unused));
    feeds.front().source = std::make_unique<EndingMemory>(n, was_reached);
    feeds.front().first_after = seconds{0};
    const support::HurryingClock clock;
    feed::Publication published(
        std::make_shared<const model::Snapshot>(feed::load_last_good(feeds, store)));
    std::mutex mutex;
    std::condition_variable woken;
    std::vector<std::string> titles;
    const auto on_publish = [&] {
      const auto snapshot = published.get();
      const std::lock_guard lock(mutex);
      const auto& board = snapshot->feeds.front().board;
      titles.push_back(board ? board->title : "");
      woken.notify_all();
    };
    {
      const feed::Poller poller(std::move(feeds), store, clock, published, on_publish, "machine");
      std::unique_lock lock(mutex);
      woken.wait(lock, [&] { return !titles.empty() && titles.back() == "three"; });
    }
    ASSERT_EQ(titles.front(), "one");
  }
  EXPECT_FALSE(was_reached) << "no round was clean";
}

}  // namespace
}  // namespace exhaustion
