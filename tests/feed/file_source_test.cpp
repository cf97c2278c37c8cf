#include "feed/file_source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "support/temporary_folder.h"

namespace feed {
namespace {

using model::FetchFailure;

TEST(FileSource, ReadsAFileOnceUntilItChanges) {
  const support::TemporaryFolder folder;
  const auto file = folder.write("feed.json", "{}");
  FileSource source(file, 100);
  const Answer first = source.fetch({}, {});
  EXPECT_EQ(first.attempt.failure, FetchFailure::none);
  EXPECT_EQ(first.body, "{}");
  EXPECT_EQ(first.attempt.bytes, 2u);
  EXPECT_FALSE(first.validators.etag.empty());

  const Answer second = source.fetch(first.validators, {});
  EXPECT_TRUE(second.unchanged);
  EXPECT_EQ(second.validators, first.validators);
  EXPECT_EQ(second.body, "");

  folder.write("feed.json", "{ }");
  const Answer third = source.fetch(second.validators, {});
  EXPECT_FALSE(third.unchanged);
  EXPECT_EQ(third.body, "{ }");

  // Same size, other time: what a script writes that only changes a figure.
  std::filesystem::last_write_time(
      file, std::filesystem::last_write_time(file) + std::chrono::seconds{1});
  EXPECT_FALSE(source.fetch(third.validators, {}).unchanged);

  // Replaced by rename, as a careful writer does, with the old time and size.
  const auto time = std::filesystem::last_write_time(file);
  const Answer before = source.fetch({}, {});
  std::filesystem::last_write_time(folder.write("new.json", "{x}"), time);
  std::filesystem::rename(folder.path() / "new.json", file);
  EXPECT_EQ(source.fetch(before.validators, {}).body, "{x}");
}

TEST(FileSource, SaysWhyAFileCannotBeRead) {
  const support::TemporaryFolder folder;
  folder.write("large.json", "12345");
  mkfifo((folder.path() / "pipe").c_str(), 0600);
  struct Row {
    const char* name;
    FetchFailure failure;
    std::string expected;
  };
  const std::vector<Row> table = {
      {"none.json", FetchFailure::file, ": No such file or directory"},
      {"large.json/x", FetchFailure::file, ": Not a directory"},
      {".", FetchFailure::file, ": not a regular file"},
      {"pipe", FetchFailure::file, ": not a regular file"},
      {"large.json", FetchFailure::too_large, ": over the limit of 4 bytes"},
  };
  for (const auto& row : table) {
    const auto file = folder.path() / row.name;
    const Answer answer = FileSource(file, 4).fetch({}, {});
    EXPECT_EQ(answer.attempt.failure, row.failure) << row.name;
    EXPECT_EQ(answer.attempt.detail, file.string() + row.expected);
    EXPECT_FALSE(answer.unchanged);
  }
}

TEST(FileSource, AFileThatVanishesIsNotUnchanged) {
  const support::TemporaryFolder folder;
  const auto file = folder.write("feed.json", "{}");
  FileSource source(file, 100);
  const Answer first = source.fetch({}, {});
  std::filesystem::remove(file);
  const Answer second = source.fetch(first.validators, {});
  EXPECT_EQ(second.attempt.failure, FetchFailure::file);
  EXPECT_FALSE(second.unchanged);
}

}  // namespace
}  // namespace feed
