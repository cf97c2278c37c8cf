// Every file of tests/data/feeds against the .expected beside it, which has a line for each
// complaint, or one for the refusal. scripts/check-schema reads the same files.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "feed/decode.h"

namespace feed {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  EXPECT_TRUE(stream.is_open()) << path;
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> feeds_of(const char* folder) {
  std::vector<fs::path> paths;
  for (const auto& entry :
       fs::directory_iterator(fs::path(BLUELAMP_SOURCE_DIR) / "tests/data/feeds" / folder)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string to_word(Refusal::Kind kind) {
  switch (kind) {
    case Refusal::Kind::not_json:
      return "not_json";
    case Refusal::Kind::wrong_format:
      return "wrong_format";
    case Refusal::Kind::too_large:
      return "too_large";
    case Refusal::Kind::no_memory:
      return "no_memory";
  }
  return "";
}

std::string to_word(base::Severity severity) {
  switch (severity) {
    case base::Severity::note:
      return "note";
    case base::Severity::warning:
      return "warning";
    case base::Severity::error:
      return "error";
  }
  return "";
}

std::string outcome(const fs::path& path) {
  const auto decoded = decode(read_file(path), path.filename().string());
  if (!decoded) {
    return "refused " + to_word(decoded.error().kind) + ": " + decoded.error().detail + '\n';
  }
  std::string lines;
  for (const base::Complaint& complaint : decoded.value().complaints) {
    lines += to_word(complaint.severity) + ' ' + base::to_line(complaint) + '\n';
  }
  return lines;
}

// Without the line that is for the schema.
std::string expectation(const fs::path& path) {
  std::ifstream stream(fs::path(path).replace_extension(".expected"));
  std::string lines;
  for (std::string line; std::getline(stream, line);) {
    if (!line.starts_with("schema: ")) lines += line + '\n';
  }
  return lines;
}

class BadFeed : public testing::TestWithParam<fs::path> {};

TEST_P(BadFeed, IsComplainedAboutExactly) {
  const std::string expected = expectation(GetParam());
  EXPECT_FALSE(expected.empty()) << "nothing is expected of " << GetParam();
  EXPECT_EQ(outcome(GetParam()), expected);
}

class GoodFeed : public testing::TestWithParam<fs::path> {};

// A good file may have notes, and then names them; never more than notes.
TEST_P(GoodFeed, IsReadWithoutWarning) {
  EXPECT_EQ(outcome(GetParam()), expectation(GetParam()));
  const auto decoded = decode(read_file(GetParam()), "good");
  ASSERT_TRUE(decoded);
  for (const base::Complaint& complaint : decoded.value().complaints) {
    EXPECT_EQ(complaint.severity, base::Severity::note) << base::to_line(complaint);
  }
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, BadFeed, testing::ValuesIn(feeds_of("bad")), name_of);
INSTANTIATE_TEST_SUITE_P(Files, GoodFeed, testing::ValuesIn(feeds_of("good")), name_of);

}  // namespace
}  // namespace feed
