#include "fetch/wire.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::uint64_t kMaxBody = 1000;

Request full_request() {
  Request request;
  request.url = "https://example.org/feed.json?x=1";
  request.etag = "\"a\"";
  request.last_modified = "Sun, 06 Nov 1994 08:49:37 GMT";
  request.connect_timeout = milliseconds{1234};
  request.deadline = milliseconds{5678};
  request.max_bytes = 99;
  request.ca_file = "/etc/ca.pem";
  request.header_name = "Authorization";
  request.header_value = std::string("Bearer a\0b", 10);
  return request;
}

Answer full_answer() {
  Answer answer;
  answer.failure = Failure::truncated;
  answer.detail = "cut";
  answer.http_status = 200;
  answer.etag = "\"b\"";
  answer.last_modified = "then";
  answer.max_age = seconds{0};
  answer.retry_after = seconds{120};
  answer.body = std::string("{\0}", 3);
  answer.looked_up = milliseconds{1};
  answer.took = milliseconds{2};
  return answer;
}

TEST(Wire, CarriesARequestWhole) {
  for (const Request& request : {Request{}, full_request()}) {
    const auto got = decode_request(encode(request));
    ASSERT_TRUE(got.ok()) << got.error().detail;
    EXPECT_EQ(got.value(), request);
  }
}

TEST(Wire, CarriesAnAnswerWhole) {
  for (const Answer& answer : {Answer{}, full_answer()}) {
    const auto got = decode_answer(encode(answer), kMaxBody);
    ASSERT_TRUE(got.ok()) << got.error().detail;
    EXPECT_EQ(got.value(), answer);
  }
}

TEST(Wire, RefusesAnAnswerCutAnywhere) {
  const auto message = encode(full_answer());
  for (size_t size = 0; size < message.size(); ++size) {
    EXPECT_FALSE(decode_answer(message.substr(0, size), kMaxBody).ok()) << size;
  }
}

TEST(Wire, RefusesAnAnswerWithAnyBitTurned) {
  const auto message = encode(full_answer());
  for (size_t bit = 0; bit < message.size() * 8; ++bit) {
    auto damaged = message;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_FALSE(decode_answer(damaged, kMaxBody).ok()) << bit;
  }
}

TEST(Wire, RefusesARequestCutAnywhere) {
  const auto message = encode(full_request());
  for (size_t size = 0; size < message.size(); ++size) {
    EXPECT_FALSE(decode_request(message.substr(0, size)).ok()) << size;
  }
}

TEST(Wire, TakesABodyUpToTheLimitAndNoLonger) {
  Answer answer;
  answer.body.assign(kMaxBody, 'x');
  EXPECT_TRUE(decode_answer(encode(answer), kMaxBody).ok());
  answer.body += 'x';
  const auto got = decode_answer(encode(answer), kMaxBody);
  ASSERT_FALSE(got.ok());
  EXPECT_EQ(got.error().detail, "fields do not fit the message");
}

struct Hostile {
  const char* name;
  std::string message;
  const char* expected;
};

TEST(Wire, RefusesHostileAnswers) {
  const std::string good = encode(Answer{});
  const std::vector<Hostile> table = {
      {"nothing", "", "nothing was sent"},
      {"a crash report", "terminate called after throwing", "not a message of this program"},
      {"a request", encode(full_request()), "not a message of this program"},
      {"the magic alone", "BLa1", "message cut short"},
      {"a huge length", std::string("BLa1\xFF\xFF\xFF\xFF....", 12), "message too large"},
      {"a second message behind it", good + good, "something follows the message"},
      {"a wrong checksum", good.substr(0, good.size() - 4) + "ABCD", "message damaged"},
  };
  for (const auto& row : table) {
    const auto got = decode_answer(row.message, kMaxBody);
    ASSERT_FALSE(got.ok()) << row.name;
    EXPECT_EQ(got.error().detail, row.expected) << row.name;
  }
}

TEST(Wire, RefusesValuesThatCannotBe) {
  Answer unknown_failure;
  unknown_failure.failure = static_cast<Failure>(99);
  EXPECT_FALSE(decode_answer(encode(unknown_failure), kMaxBody).ok());

  Answer absurd_status;
  absurd_status.http_status = 1000;
  EXPECT_FALSE(decode_answer(encode(absurd_status), kMaxBody).ok());

  Answer endless_wait;
  endless_wait.retry_after = seconds{std::numeric_limits<std::int64_t>::max()};
  EXPECT_FALSE(decode_answer(encode(endless_wait), kMaxBody).ok());

  Answer long_detail;
  long_detail.detail.assign(20'000, 'x');
  EXPECT_FALSE(decode_answer(encode(long_detail), kMaxBody).ok());
}

}  // namespace
}  // namespace fetch
