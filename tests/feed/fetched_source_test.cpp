// The real program against a server that answers with whatever bytes a row says.
#include "feed/fetched_source.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <ostream>
#include <string>
#include <vector>

#include "support/gzip.h"
#include "support/loopback_server.h"
#include "support/temporary_folder.h"

namespace feed {
namespace {

using model::FetchFailure;
using std::chrono::milliseconds;
using std::chrono::seconds;
using support::Connection;
using support::gzip;
using support::http_answer;
using support::LoopbackServer;

constexpr std::uint64_t kMaxBytes = 64u << 10;

// Long timeouts: a loaded machine must not make a test fail that is not about time.
FetchOptions options_for(const std::string& url) {
  FetchOptions options;
  options.url = url;
  options.connect_timeout = seconds{20};
  options.timeout = seconds{60};
  options.max_bytes = kMaxBytes;
  options.fetch_program = BLUELAMP_FETCH;
  return options;
}

Answer fetch(const FetchOptions& options, const Validators& last = {}) {
  return FetchedSource(options).fetch(last, {});
}

std::string name_of(FetchFailure failure) {
  return std::string(model::to_words(failure));
}

struct Row {
  const char* name;
  std::string bytes;  // all that the server says before it closes
  FetchFailure expected;
  int status = 0;
  std::string body = "";
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.name;
}

const std::string kJson = "{\"format\":\"bluelamp-board/1\"}";

std::vector<Row> good_answers() {
  return {
      {"ok", http_answer("200 OK", kJson), FetchFailure::none, 200, kJson},
      {"without reason phrase", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\n{}", FetchFailure::none,
       200, "{}"},
      {"ended by closing", "HTTP/1.0 200 OK\r\n\r\n" + kJson, FetchFailure::none, 200, kJson},
      {"chunked",
       "HTTP/1.1 200 OK\r\nTransfer-Encoding: "
       "chunked\r\n\r\n3\r\n{\"a\r\n4;x=y\r\n\":1}\r\n0\r\n\r\n",
       FetchFailure::none, 200, "{\"a\":1}"},
      {"gzip", http_answer("200 OK", gzip(kJson), "Content-Encoding: gzip\r\n"), FetchFailure::none,
       200, kJson},
      {"gzip of several members",
       http_answer("200 OK", gzip("{") + gzip("}"), "Content-Encoding: gzip\r\n"),
       FetchFailure::none, 200, "{}"},
      {"the same length twice",
       "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}", FetchFailure::none,
       200, "{}"},
      {"at the limit", http_answer("200 OK", std::string(kMaxBytes, ' ')), FetchFailure::none, 200,
       std::string(kMaxBytes, ' ')},
      {"a captive portal, which the decoder refuses",
       http_answer("200 OK", "<html>Sign in</html>", "Content-Type: text/html\r\n"),
       FetchFailure::none, 200, "<html>Sign in</html>"},
  };
}

std::vector<Row> bad_answers() {
  const auto with_length = [](const std::string& length) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n{}";
  };
  const auto chunked = [](const std::string& rest) {
    return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + rest;
  };
  const auto encoded = [](const std::string& encoding, const std::string& body) {
    return http_answer("200 OK", body, "Content-Encoding: " + encoding + "\r\n");
  };
  const std::string packed = gzip(kJson);
  return {
      {"401", http_answer("401 Unauthorized", ""), FetchFailure::unauthorised, 401},
      {"403", http_answer("403 Forbidden", ""), FetchFailure::forbidden, 403},
      {"404", http_answer("404 Not Found", "<html>"), FetchFailure::not_found, 404},
      {"410", http_answer("410 Gone", ""), FetchFailure::gone, 410},
      {"429", http_answer("429 Too Many Requests", ""), FetchFailure::busy, 429},
      {"503", http_answer("503 Unavailable", ""), FetchFailure::busy, 503},
      {"500", http_answer("500 Internal", "trace"), FetchFailure::server_error, 500},
      {"204", "HTTP/1.1 204 No Content\r\n\r\n", FetchFailure::unexpected_status, 204},
      {"206", http_answer("206 Partial Content", "{"), FetchFailure::unexpected_status, 206},
      {"418", http_answer("418 Teapot", ""), FetchFailure::unexpected_status, 418},
      {"304 to a plain request", "HTTP/1.1 304 Not Modified\r\n\r\n",
       FetchFailure::unexpected_status, 304},
      {"closed at once", "", FetchFailure::refused},
      {"HTTP/0.9", "<html>hello</html>", FetchFailure::not_http},
      {"binary", std::string("\0\xFF\x16\x03\x01", 5), FetchFailure::not_http},
      {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", FetchFailure::not_http},
      {"a head cut short", "HTTP/1.1 200 OK\r\nContent-Le", FetchFailure::not_http},
      {"cut short", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", FetchFailure::truncated,
       200},
      {"negative length", with_length("-1"), FetchFailure::not_http, 200},
      {"length that is no number", with_length("two"), FetchFailure::not_http, 200},
      {"two lengths", with_length("2\r\nContent-Length: 3"), FetchFailure::not_http, 200},
      {"absurd length", with_length("60000000000"), FetchFailure::too_large, 200},
      {"one byte over", http_answer("200 OK", std::string(kMaxBytes + 1, ' ')),
       FetchFailure::too_large, 200},
      {"over without a length", "HTTP/1.0 200 OK\r\n\r\n" + std::string(kMaxBytes + 1, ' '),
       FetchFailure::too_large, 200},
      {"chunk size that is no number", chunked("zz\r\n{}\r\n0\r\n\r\n"), FetchFailure::truncated,
       200},
      {"chunk cut short", chunked("9\r\n{}"), FetchFailure::truncated, 200},
      {"last chunk missing", chunked("2\r\n{}\r\n"), FetchFailure::truncated, 200},
      {"gzip bomb", encoded("gzip", gzip(std::string(20u << 20, '\0'))), FetchFailure::too_large,
       200},
      {"gzip cut short", encoded("gzip", packed.substr(0, packed.size() - 9)),
       FetchFailure::truncated, 200},
      {"gzip damaged", encoded("gzip", "not gzip at all"), FetchFailure::unexpected_status, 200},
      {"brotli", encoded("br", "\x0B\x01\x80{}\x03"), FetchFailure::unexpected_status, 200},
      {"redirect to nowhere", http_answer("302 Found", ""), FetchFailure::redirect, 302},
      {"redirect to another scheme", http_answer("302 Found", "", "Location: ftp://a/\r\n"),
       FetchFailure::redirect, 302},
      {"redirect to an absurd port",
       http_answer("302 Found", "", "Location: http://127.0.0.1:99999/\r\n"),
       FetchFailure::redirect, 302},
  };
}

class EveryAnswer : public testing::TestWithParam<Row> {};

TEST_P(EveryAnswer, EndsAsTheRowSays) {
  const Row& row = GetParam();
  const LoopbackServer server(row.bytes);
  const Answer answer = fetch(options_for(server.url()));
  EXPECT_EQ(name_of(answer.attempt.failure), name_of(row.expected)) << answer.attempt.detail;
  EXPECT_EQ(answer.attempt.http_status, row.status);
  EXPECT_EQ(answer.body, row.body);
  EXPECT_EQ(answer.attempt.bytes, row.body.size());
  EXPECT_EQ(answer.attempt.detail.empty(), row.expected == FetchFailure::none);
  EXPECT_FALSE(answer.unchanged);
  EXPECT_EQ(server.requests().size(), 1u);
}

std::string row_name(const testing::TestParamInfo<Row>& row) {
  std::string name;
  for (char c : std::string(row.param.name))
    name += isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Good, EveryAnswer, testing::ValuesIn(good_answers()), row_name);
INSTANTIATE_TEST_SUITE_P(Bad, EveryAnswer, testing::ValuesIn(bad_answers()), row_name);

TEST(FetchedSource, NobodyListens) {
  std::string url;
  {
    const LoopbackServer gone("");
    url = gone.url();
  }
  const Answer answer = fetch(options_for(url));
  EXPECT_EQ(name_of(answer.attempt.failure), name_of(FetchFailure::refused));
  EXPECT_EQ(answer.attempt.detail, "127.0.0.1: Connection refused");
}

TEST(FetchedSource, AHostThatCannotExist) {
  const Answer answer = fetch(options_for("http://no..such.host/feed.json"));
  EXPECT_EQ(name_of(answer.attempt.failure), name_of(FetchFailure::name_not_found))
      << answer.attempt.detail;
}

TEST(FetchedSource, AnAddressThatLeadsNowhere) {
  const Answer answer = fetch(options_for("http://255.255.255.255/feed.json"));
  EXPECT_EQ(name_of(answer.attempt.failure), name_of(FetchFailure::unreachable))
      << answer.attempt.detail;
}

TEST(FetchedSource, AnAddressThatIsNone) {
  const Answer answer = fetch(options_for("gopher://example.org/"));
  EXPECT_EQ(name_of(answer.attempt.failure), name_of(FetchFailure::fetcher_failed));
}

TEST(FetchedSource, TriesEveryAddressOfAName) {
  // On most machines localhost is ::1 first, where this server does not listen.
  const LoopbackServer server(http_answer("200 OK", kJson));
  EXPECT_EQ(fetch(options_for(server.url("/", "localhost"))).body, kJson);
}

TEST(FetchedSource, SendsAPlainConditionalRequest) {
  const LoopbackServer server(
      "HTTP/1.1 304 Not Modified\r\nETag: \"b\"\r\nCache-Control: max-age=90"
      "\r\n\r\n");
  const Answer answer =
      fetch(options_for(server.url("/feed.json?a=1&b=%20")), {"\"a\"", "yesterday"});
  ASSERT_EQ(answer.attempt.failure, FetchFailure::none) << answer.attempt.detail;
  EXPECT_TRUE(answer.unchanged);
  EXPECT_EQ(answer.attempt.http_status, 304);
  EXPECT_EQ(answer.validators, (Validators{"\"b\"", "yesterday"}));
  EXPECT_EQ(answer.max_age, seconds{90});
  const std::string head = server.requests().at(0);
  EXPECT_TRUE(head.starts_with("GET /feed.json?a=1&b=%20 HTTP/1.1\r\n")) << head;
  for (const std::string line :
       {"If-None-Match: \"a\"", "If-Modified-Since: yesterday", "Accept-Encoding: gzip",
        "Connection: close", "Accept: application/json"}) {
    EXPECT_NE(head.find("\r\n" + line + "\r\n"), std::string::npos) << line << "\n" << head;
  }
  EXPECT_NE(head.find("\r\nHost: 127.0.0.1:" + std::to_string(server.port()) + "\r\n"),
            std::string::npos);
}

TEST(FetchedSource, A304ThatKeepsTheConnectionOpenCostsNoWaiting) {
  const LoopbackServer server([](Connection& peer, const std::string&) {
    peer.send("HTTP/1.1 304 Not Modified\r\nConnection: keep-alive\r\n\r\n");
    peer.hold();
  });
  EXPECT_TRUE(fetch(options_for(server.url()), {"\"a\"", ""}).unchanged);
}

TEST(FetchedSource, ReadsWhatTheServerSaysAboutTime) {
  const LoopbackServer ok(http_answer("200 OK", kJson,
                                      "ETag: \"v1\"\r\nLast-Modified: Sun, 06 Nov 1994 08:49:37 "
                                      "GMT\r\nCache-Control: max-age=7\r\n"));
  const Answer answer = fetch(options_for(ok.url()));
  EXPECT_EQ(answer.validators, (Validators{"\"v1\"", "Sun, 06 Nov 1994 08:49:37 GMT"}));
  EXPECT_EQ(answer.max_age, seconds{7});
  EXPECT_FALSE(answer.retry_after);

  for (const std::string value : {"120", "Sun, 06 Nov 1994 08:51:37 GMT"}) {
    const LoopbackServer busy(
        http_answer("503 Unavailable", "",
                    "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: " + value + "\r\n"));
    EXPECT_EQ(fetch(options_for(busy.url())).retry_after, seconds{120}) << value;
  }
}

// An interim answer may be refused or passed over; what follows it must never be taken for a body.
TEST(FetchedSource, AnInterimAnswerIsNotADocument) {
  const LoopbackServer server("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" +
                              http_answer("200 OK", kJson));
  const Answer answer = fetch(options_for(server.url()));
  if (answer.attempt.failure == FetchFailure::none) {
    EXPECT_EQ(answer.body, kJson);
  } else {
    EXPECT_EQ(name_of(answer.attempt.failure), name_of(FetchFailure::unexpected_status));
    EXPECT_EQ(answer.attempt.http_status, 103);
  }
}

TEST(FetchedSource, NoSecretIsShown) {
  EXPECT_EQ(origin_for_display("https://me:secret@example.org/f.json?key=secret"),
            "https://example.org/f.json?…");
  const LoopbackServer server(http_answer("404 Not Found", ""));
  auto options =
      options_for("http://me:secret@127.0.0.1:" + std::to_string(server.port()) + "/f?key=secret");
  const Answer answer = fetch(options);
  EXPECT_EQ(answer.attempt.detail,
            "HTTP 404 from http://127.0.0.1:" + std::to_string(server.port()) + "/f?…");
  EXPECT_NE(server.requests().at(0).find("\r\nAuthorization: Basic bWU6c2VjcmV0\r\n"),
            std::string::npos);
}

TEST(FetchedSource, UsesNoProxy) {
  const LoopbackServer proxy(http_answer("200 OK", "from the proxy"));
  const LoopbackServer server(http_answer("200 OK", kJson));
  setenv("http_proxy", proxy.url("").c_str(), 1);
  const Answer answer = fetch(options_for(server.url()));
  unsetenv("http_proxy");
  EXPECT_EQ(answer.body, kJson);
  EXPECT_TRUE(proxy.requests().empty());
}

}  // namespace
}  // namespace feed
