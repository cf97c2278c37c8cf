#include "feed/store.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "support/temporary_folder.h"

namespace feed {
namespace {

namespace fs = std::filesystem;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr model::Timestamp kThen(seconds{1'695'200'400});

Stored stored(const std::string& body) {
  return {body, {"\"etag of " + std::to_string(body.size()) + "\"", "yesterday"}, kThen};
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

class StoreTest : public testing::Test {
 protected:
  support::TemporaryFolder folder_;
  Store store_{folder_.path()};
};

TEST_F(StoreTest, KeepsADocumentWithAllThatBelongsToIt) {
  const std::string body("{\"a\":\"\0\n\xFF\"}", 10);
  ASSERT_TRUE(store_.save("calls", stored(body)).ok());
  const auto loaded = Store(folder_.path()).load("calls");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->body, body);
  EXPECT_EQ(loaded->validators, stored(body).validators);
  EXPECT_EQ(loaded->fetched_at, kThen);
  EXPECT_EQ(names_in(folder_.path()), std::set<std::string>{"calls.feed"});
}

TEST_F(StoreTest, KeepsADocumentWithoutValidatorsOrTime) {
  ASSERT_TRUE(store_.save("calls", {"", {}, {}}).ok());
  const auto loaded = store_.load("calls");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->body, "");
  EXPECT_EQ(loaded->validators, Validators{});
  EXPECT_FALSE(loaded->fetched_at);
}

TEST_F(StoreTest, AValidatorCannotForgeALine) {
  ASSERT_TRUE(store_.save("calls", {"{}", {"\"a\"\nlast-modified forged", ""}, kThen}).ok());
  EXPECT_EQ(store_.load("calls")->validators.last_modified, "");
}

TEST_F(StoreTest, MakesItsFolderForItsOwnerAlone) {
  const fs::path deep = folder_.path() / "a" / "b";
  ASSERT_TRUE(Store(deep).save("calls", stored("{}")).ok());
  EXPECT_EQ(fs::status(deep).permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(deep / "calls.feed").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(StoreTest, WithoutAFolderItKeepsNothing) {
  const Store none{fs::path{}};
  EXPECT_TRUE(none.save("calls", stored("{}")).ok());
  EXPECT_TRUE(none.touch("calls", kThen, {}).ok());
  EXPECT_FALSE(none.load("calls"));
}

TEST_F(StoreTest, NoIdLeavesTheFolderOrSharesAFile) {
  const std::vector<std::string> ids = {"..",
                                        "../x",
                                        "/etc/passwd",
                                        "a/b",
                                        "a%2Fb",
                                        "A",
                                        "a",
                                        "a b",
                                        "",
                                        ".",
                                        "%",
                                        "\n",
                                        "é",
                                        std::string(400, 'x'),
                                        std::string(401, 'x')};
  for (const auto& id : ids) ASSERT_TRUE(store_.save(id, stored(id)).ok()) << id;
  for (const auto& id : ids) {
    const auto loaded = store_.load(id);
    ASSERT_TRUE(loaded) << id;
    EXPECT_EQ(loaded->body, id);
  }
  EXPECT_EQ(names_in(folder_.path()).size(), ids.size());
}

TEST_F(StoreTest, ADamagedFileIsPutAside) {
  ASSERT_TRUE(store_.save("calls", stored("{\"title\":\"a document\"}")).ok());
  const std::string whole = folder_.read("calls.feed");
  std::vector<std::string> damaged = {"", "junk", whole + "x"};
  for (size_t size = 1; size < whole.size(); size += 7) damaged.push_back(whole.substr(0, size));
  for (size_t at = 0; at < whole.size(); ++at) {
    damaged.push_back(whole);
    damaged.back()[at] = static_cast<char>(damaged.back()[at] ^ 4);
  }
  testing::internal::CaptureStderr();
  for (const auto& contents : damaged) {
    folder_.write("calls.feed", contents);
    EXPECT_FALSE(store_.load("calls")) << contents;
    EXPECT_EQ(folder_.read("calls.feed.damaged"), contents);
    EXPECT_FALSE(fs::exists(folder_.path() / "calls.feed"));
  }
  EXPECT_NE(testing::internal::GetCapturedStderr().find(
                "calls.feed is damaged and put aside as calls.feed.damaged"),
            std::string::npos);
  ASSERT_TRUE(store_.save("calls", stored("{}")).ok());
  EXPECT_TRUE(store_.load("calls"));
}

TEST_F(StoreTest, RemovesWhatAnInterruptedSaveLeft) {
  ASSERT_TRUE(store_.save("calls", stored("{}")).ok());
  folder_.write("calls.feed.tmp", "half a docu");
  folder_.write("calls.fetched.tmp", "half");
  EXPECT_TRUE(store_.load("calls"));
  EXPECT_EQ(names_in(folder_.path()), std::set<std::string>{"calls.feed"});
}

TEST_F(StoreTest, ATouchMovesTheTimeAndTheValidators) {
  ASSERT_TRUE(store_.save("calls", stored("{}")).ok());
  const Validators now{"\"new\"", ""};
  ASSERT_TRUE(store_.touch("calls", kThen + minutes{20}, now).ok());
  const auto loaded = store_.load("calls");
  EXPECT_EQ(loaded->fetched_at, kThen + minutes{20});
  EXPECT_EQ(loaded->validators, now);
  EXPECT_EQ(loaded->body, "{}");
}

TEST_F(StoreTest, TouchesAreFarApartToSpareTheCard) {
  const auto first = stored("{}");
  ASSERT_TRUE(store_.save("calls", first).ok());
  const auto touched_at = [&](minutes after) {
    EXPECT_TRUE(store_.touch("calls", kThen + after, first.validators).ok());
    return *store_.load("calls")->fetched_at - kThen;
  };
  EXPECT_EQ(touched_at(minutes{14}), minutes{0});
  EXPECT_EQ(touched_at(minutes{15}), minutes{15});
  EXPECT_EQ(touched_at(minutes{29}), minutes{15});
  EXPECT_EQ(touched_at(minutes{30}), minutes{30});
  // A clock that was set back by a day is believed.
  EXPECT_EQ(touched_at(minutes{-1440}), minutes{-1440});
}

TEST_F(StoreTest, ATouchNeverSpeaksForAnotherDocument) {
  ASSERT_TRUE(store_.save("calls", stored("{}")).ok());
  ASSERT_TRUE(store_.touch("calls", kThen + minutes{20}, {}).ok());
  const std::string note = folder_.read("calls.fetched");
  ASSERT_TRUE(store_.save("calls", stored("{\"new\":1}")).ok());
  EXPECT_EQ(names_in(folder_.path()), std::set<std::string>{"calls.feed"});
  // As after a power cut between the rename and the removal.
  folder_.write("calls.fetched", note);
  EXPECT_EQ(store_.load("calls")->fetched_at, kThen);
}

TEST_F(StoreTest, ATouchOfNothingIsAnError) {
  const auto touched = store_.touch("calls", kThen, {});
  ASSERT_FALSE(touched.ok());
  EXPECT_NE(touched.error().detail.find("no document is kept"), std::string::npos);
}

TEST_F(StoreTest, AFolderThatIsNoneIsNamed) {
  const Store store(folder_.write("file", "") / "below");
  const auto saved = store.save("calls", stored("{}"));
  ASSERT_FALSE(saved.ok());
  EXPECT_TRUE(saved.error().detail.ends_with("file/below: Not a directory"))
      << saved.error().detail;
  EXPECT_FALSE(store.load("calls"));
}

// In a child: its exit status is the number of the first expectation that failed, or 0.
template <class Work>
int in_child(Work work) {
  const pid_t pid = fork();
  if (pid == 0) _exit(work());
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 200 + WTERMSIG(status);
}

// As somebody who may read the folder and not write to it.
TEST_F(StoreTest, AReadOnlyFolderKeepsTheOldDocument) {
  ASSERT_TRUE(store_.save("calls", stored("old")).ok());
  fs::permissions(folder_.path(), static_cast<fs::perms>(0555));
  EXPECT_EQ(in_child([&] {
              constexpr uid_t kNobody = 65534;
              if (geteuid() == 0 && setresuid(kNobody, kNobody, kNobody) != 0) return 1;
              const auto saved = store_.save("calls", stored("new"));
              if (saved.ok()) return 2;
              return saved.error().detail.ends_with("calls.feed: Permission denied") ? 0 : 3;
            }),
            0);
  EXPECT_EQ(store_.load("calls")->body, "old");
}

// A file size limit refuses a write half way, as a full disk does: some bytes are taken first.
TEST_F(StoreTest, AWriteThatFailsHalfWayKeepsTheOldDocument) {
  ASSERT_TRUE(store_.save("calls", stored("old")).ok());
  EXPECT_EQ(in_child([&] {
              signal(SIGXFSZ, SIG_IGN);
              const rlimit limit{5000, 5000};
              setrlimit(RLIMIT_FSIZE, &limit);
              const auto saved = store_.save("calls", stored(std::string(20'000, 'n')));
              if (saved.ok()) return 1;
              return saved.error().detail.ends_with("calls.feed: File too large") ? 0 : 2;
            }),
            0);
  EXPECT_EQ(store_.load("calls")->body, "old");
  EXPECT_EQ(names_in(folder_.path()), std::set<std::string>{"calls.feed"});
}

// Killed at a moment that nobody chose, again and again: what is there is always one whole
// document.
TEST_F(StoreTest, KilledAtAnyMomentItHoldsOneWholeDocument) {
  constexpr int kRounds = 60;
  const auto body_of = [](int i) {
    return std::to_string(i) + ":" + std::string(static_cast<size_t>(1000 + i * 997 % 60'000), 'x');
  };
  ASSERT_TRUE(store_.save("calls", stored(body_of(0))).ok());
  int last_seen = 0;
  for (int round = 0; round < kRounds; ++round) {
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const int start = last_seen;
    const pid_t pid = fork();
    if (pid == 0) {
      for (int i = start + 1;; ++i) {
        if (!store_.save("calls", stored(body_of(i))).ok()) _exit(1);
        if (!store_.touch("calls", kThen + minutes{i * 20}, {}).ok()) _exit(1);
        const char byte = 'x';
        if (write(ready[1], &byte, 1) != 1) _exit(1);
      }
    }
    close(ready[1]);
    // A few saves of grace, then the kill falls wherever the child has got to.
    char bytes[3];
    for (int i = 0; i <= round % 3; ++i) ASSERT_EQ(read(ready[0], bytes, 1), 1);
    kill(pid, SIGKILL);
    waitpid(pid, nullptr, 0);
    close(ready[0]);

    const auto loaded = store_.load("calls");
    ASSERT_TRUE(loaded) << "round " << round;
    const int number = std::stoi(loaded->body);
    EXPECT_GT(number, last_seen);
    EXPECT_EQ(loaded->body, body_of(number));
    EXPECT_FALSE(fs::exists(folder_.path() / "calls.feed.damaged"));
    EXPECT_FALSE(fs::exists(folder_.path() / "calls.feed.tmp"));
    last_seen = number;
  }
}

}  // namespace
}  // namespace feed
