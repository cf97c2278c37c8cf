#include "program/play_log.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "support/temporary_folder.h"

namespace program {
namespace {

using support::TemporaryFolder;

void write_lines(const std::filesystem::path& file, std::vector<std::string> lines,
                 std::uint64_t most_bytes = PlayLog::kMostBytes) {
  PlayLog log(file, most_bytes);
  for (auto& line : lines) log.add(std::move(line));
}

TEST(PlayLog, GoesOnAtTheEndOfTheFile) {
  const TemporaryFolder folder;
  write_lines(folder.path() / "log", {"one", "two"});
  write_lines(folder.path() / "log", {"three"});
  EXPECT_EQ(folder.read("log"), "one\ntwo\nthree\n");
}

TEST(PlayLog, EndsALineThatAPowerCutHasTorn) {
  const TemporaryFolder folder;
  write_lines(folder.write("log", "whole\n{\"event\":\"sl"), {"next"});
  EXPECT_EQ(folder.read("log"), "whole\n{\"event\":\"sl\nnext\n");
}

TEST(PlayLog, TwoFilesNeverPassTheLimit) {
  const TemporaryFolder folder;
  for (int i = 0; i < 3; ++i) write_lines(folder.path() / "log", {"12345678", "abcdefgh"}, 20);
  EXPECT_EQ(folder.read("log"), "12345678\nabcdefgh\n");
  EXPECT_EQ(folder.read("log.1"), "12345678\nabcdefgh\n");
  write_lines(folder.path() / "log", {"last"}, 20);
  EXPECT_EQ(folder.read("log"), "last\n");
}

TEST(PlayLog, ALineOverTheLimitStandsInAFileOfItsOwn) {
  const TemporaryFolder folder;
  write_lines(folder.path() / "log", {"short", std::string(30, 'x'), "after"}, 20);
  EXPECT_EQ(folder.read("log"), "after\n");
  EXPECT_EQ(folder.read("log.1"), std::string(30, 'x') + "\n");
}

// Every write to /dev/full says that the disk is full.
TEST(PlayLog, AFullDiskCostsLinesAndNothingElse) {
  write_lines("/dev/full", {"one", "two"});
}

// A file that may not grow beyond 60 bytes, as on a disk that is full: the line that does not fit
// is lost, the next one finds room in a new file and says so first.
TEST(PlayLog, CountsWhatWasLostOnceItCanWriteAgain) {
  const TemporaryFolder folder;
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  signal(SIGXFSZ, SIG_IGN);
  const rlimit small{60, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  write_lines(folder.path() / "log", {std::string(80, 'x'), "after"}, 65);
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(folder.read("log.1"), std::string(60, 'x'));
  EXPECT_EQ(folder.read("log"), "{\"event\":\"lost\",\"lines\":1}\nafter\n");
}

TEST(PlayLog, APipeIsNeitherRenamedNorWaitedFor) {
  signal(SIGPIPE, SIG_IGN);
  const TemporaryFolder folder;
  const auto pipe = folder.path() / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  write_lines(pipe, {"nobody reads"});
  const int reader = open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  {
    PlayLog log(pipe, 20);
    for (int i = 0; i < 900; ++i) log.add(std::string(1000, 'x'));  // more than a pipe holds
  }
  std::array<char, 4096> buffer{};
  EXPECT_EQ(read(reader, buffer.data(), buffer.size()), static_cast<ssize_t>(buffer.size()));
  EXPECT_EQ(buffer[0], 'x');
  close(reader);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "pipe.1"));
}

}  // namespace
}  // namespace program
