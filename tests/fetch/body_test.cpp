#include "fetch/program/body.h"

#include <gtest/gtest.h>

#include <string>

#include "support/gzip.h"

namespace fetch {
namespace {

using support::gzip;

// The text that arrives, or the failure's number, when `bytes` come in pieces of `step`.
std::string read(const std::string& encoding, const std::string& bytes, size_t step,
                 std::uint64_t limit = 1000) {
  Body body(encoding, limit);
  for (size_t at = 0; at < bytes.size(); at += step) {
    if (!body.take(std::string_view(bytes).substr(at, step))) break;
  }
  body.finish();
  if (body.trouble().failure != Failure::none) {
    return "failure " + std::to_string(static_cast<int>(body.trouble().failure));
  }
  return body.bytes();
}

std::string failure(Failure kind) {
  return "failure " + std::to_string(static_cast<int>(kind));
}

TEST(Body, TakesPlainBytesUpToTheLimit) {
  for (size_t step : {1u, 7u, 5000u}) {
    EXPECT_EQ(read("", "hello", step, 5), "hello");
    EXPECT_EQ(read("identity", "hello", step, 5), "hello");
    EXPECT_EQ(read("", "hello!", step, 5), failure(Failure::too_large));
  }
  EXPECT_EQ(read("", "", 1, 5), "");
}

TEST(Body, InflatesGzipHoweverItIsCutIntoPieces) {
  const std::string text(900, 'x');
  for (size_t step : {1u, 2u, 13u, 5000u}) {
    EXPECT_EQ(read("gzip", gzip(text), step), text);
    EXPECT_EQ(read(" X-GZip ", gzip(text), step), text);
    EXPECT_EQ(read("gzip", gzip("one ") + gzip("two"), step), "one two");
  }
}

TEST(Body, InflatesMoreThanOneBufferFromOnePiece) {
  const std::string text(100'000, 'x');
  EXPECT_EQ(read("gzip", gzip(text), 5000, 100'000), text);
}

TEST(Body, StopsABombAtTheLimit) {
  const std::string bomb = gzip(std::string(20u << 20, '\0'));
  EXPECT_LT(bomb.size(), 40'000u);
  EXPECT_EQ(read("gzip", bomb, 4096, 1u << 20), failure(Failure::too_large));
}

TEST(Body, RefusesGzipThatIsCutOrDamaged) {
  const std::string whole = gzip("a document that is long enough to be worth it");
  for (size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(read("gzip", whole.substr(0, size), 7), failure(Failure::truncated)) << size;
  }
  std::string damaged = whole;
  damaged[whole.size() - 5] = static_cast<char>(damaged[whole.size() - 5] ^ 1);
  EXPECT_EQ(read("gzip", damaged, 7), failure(Failure::bad_encoding));
  EXPECT_EQ(read("gzip", "plain text", 7), failure(Failure::bad_encoding));
  EXPECT_EQ(read("gzip", whole + "junk", 7), failure(Failure::bad_encoding));
}

TEST(Body, RefusesAnEncodingThatNobodyAskedFor) {
  for (const char* encoding : {"br", "deflate", "gzip, gzip", "zstd", "nonsense"}) {
    EXPECT_EQ(read(encoding, "x", 1), failure(Failure::bad_encoding)) << encoding;
  }
}

}  // namespace
}  // namespace fetch
