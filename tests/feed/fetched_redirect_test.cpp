// Redirects, and who gets to see the credentials.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <string>

#include "feed/fetched_source.h"
#include "support/loopback_server.h"
#include "support/temporary_folder.h"

namespace feed {
namespace {

using model::FetchFailure;
using std::chrono::seconds;
using support::Connection;
using support::http_answer;
using support::LoopbackServer;

FetchOptions options_for(const std::string& url) {
  FetchOptions options;
  options.url = url;
  options.connect_timeout = seconds{20};
  options.timeout = seconds{60};
  options.fetch_program = BLUELAMP_FETCH;
  return options;
}

Answer fetch(const FetchOptions& options) {
  return FetchedSource(options).fetch({}, {});
}

std::string redirect(const std::string& to, const std::string& status = "302 Found") {
  return http_answer(status, "moved", "Location: " + to + "\r\n");
}

// "/3" leads to "/2" and so on; "/0" is the document.
void count_down(Connection& peer, const std::string& head) {
  const char step = head.at(5);
  if (step == '0') {
    peer.send(http_answer("200 OK", "{}"));
  } else {
    peer.send(redirect(std::string("/") + static_cast<char>(step - 1)));
  }
}

bool carries(const std::string& head, const std::string& text) {
  return head.find(text) != std::string::npos;
}

TEST(Redirects, AreFollowedThreeTimesAndNoMore) {
  const LoopbackServer server(count_down);
  EXPECT_EQ(fetch(options_for(server.url("/3"))).body, "{}");
  const Answer answer = fetch(options_for(server.url("/4")));
  EXPECT_EQ(answer.attempt.failure, FetchFailure::redirect);
  EXPECT_EQ(answer.attempt.detail, "more than 3 redirects");
  EXPECT_EQ(server.requests().size(), 8u);
}

TEST(Redirects, OfEveryStatusThatMeansOne) {
  for (const std::string status : {"301 Moved", "302 Found", "303 See", "307 Temp", "308 Perm"}) {
    const LoopbackServer server([&](Connection& peer, const std::string& head) {
      peer.send(head.starts_with("GET /to ") ? http_answer("200 OK", "{}")
                                             : redirect("to", status));
    });
    EXPECT_EQ(fetch(options_for(server.url("/from"))).body, "{}") << status;
  }
  const LoopbackServer choices(redirect("/to", "300 Choices"));
  EXPECT_EQ(fetch(options_for(choices.url())).attempt.failure, FetchFailure::unexpected_status);
}

TEST(Redirects, InALoopEnd) {
  const LoopbackServer server(redirect("/again"));
  EXPECT_EQ(fetch(options_for(server.url())).attempt.failure, FetchFailure::redirect);
  EXPECT_EQ(server.requests().size(), 4u);
}

TEST(Redirects, KeepTheTokenWithinTheOriginAlone) {
  const support::TemporaryFolder folder;
  const LoopbackServer other(http_answer("200 OK", "{\"other\":1}"));
  const LoopbackServer own([&other](Connection& peer, const std::string& head) {
    if (head.starts_with("GET /inside ")) {
      peer.send(http_answer("200 OK", "{}"));
    } else if (head.starts_with("GET /leave ")) {
      peer.send(redirect(other.url()));
    } else if (head.starts_with("GET /rename ")) {
      const auto port = head.find("Host: 127.0.0.1:") + 16;
      peer.send(redirect("http://localhost:" + head.substr(port, head.find('\r', port) - port) +
                         "/inside"));
    } else {
      peer.send(redirect("/inside"));
    }
  });

  auto options = options_for(own.url("/stay"));
  options.token_file = folder.write("token", "s3cret\n");
  EXPECT_EQ(fetch(options).body, "{}");
  ASSERT_EQ(own.requests().size(), 2u);
  for (const auto& head : own.requests()) {
    EXPECT_TRUE(carries(head, "\r\nAuthorization: Bearer s3cret\r\n")) << head;
  }

  // Another port, then another name of the same port: neither is the same origin.
  for (const char* path : {"/leave", "/rename"}) {
    options.url = own.url(path);
    EXPECT_EQ(fetch(options).attempt.failure, FetchFailure::none);
  }
  ASSERT_EQ(other.requests().size(), 1u);
  EXPECT_FALSE(carries(other.requests().at(0), "s3cret"));
  EXPECT_FALSE(carries(other.requests().at(0), "Authorization"));
  ASSERT_EQ(own.requests().size(), 5u);
  EXPECT_TRUE(carries(own.requests().at(4), "GET /inside "));
  EXPECT_FALSE(carries(own.requests().at(4), "s3cret"));
}

TEST(Token, IsReadAgainForEachRequest) {
  const support::TemporaryFolder folder;
  const LoopbackServer server([](Connection& peer, const std::string& head) {
    peer.send(carries(head, "X-Key: new\r\n") ? http_answer("200 OK", "{}")
                                              : http_answer("401 Unauthorized", ""));
  });
  auto options = options_for(server.url());
  options.token_file = folder.write("token", "old");
  options.token_header = "X-Key";
  options.token_prefix = "";
  FetchedSource source(options);
  EXPECT_EQ(source.fetch({}, {}).attempt.failure, FetchFailure::unauthorised);
  folder.write("token", "new\r\n");
  EXPECT_EQ(source.fetch({}, {}).body, "{}");
}

TEST(Token, ComesFromTheEnvironment) {
  const LoopbackServer server(http_answer("200 OK", "{}"));
  auto options = options_for(server.url());
  options.token_environment = "BLUELAMP_TEST_TOKEN";
  setenv("BLUELAMP_TEST_TOKEN", "abc", 1);
  EXPECT_EQ(fetch(options).attempt.failure, FetchFailure::none);
  unsetenv("BLUELAMP_TEST_TOKEN");
  const Answer answer = fetch(options);
  EXPECT_EQ(answer.attempt.failure, FetchFailure::credentials);
  EXPECT_EQ(answer.attempt.detail, "the environment variable BLUELAMP_TEST_TOKEN is not set");
  ASSERT_EQ(server.requests().size(), 1u);
  EXPECT_TRUE(carries(server.requests().at(0), "\r\nAuthorization: Bearer abc\r\n"));
}

TEST(Token, ThatCannotBeUsedIsNamedButNotShown) {
  const support::TemporaryFolder folder;
  struct Row {
    std::filesystem::path file;
    std::string expected;
  };
  const std::vector<Row> table = {
      {folder.path() / "none", "none: No such file or directory"},
      {folder.path(), ": not a regular file"},
      {folder.write("empty", " \n"), "empty is empty"},
      {folder.write("evil", "s3cret\r\nX-Evil: 1"), "evil is not one line of text"},
      {folder.write("large", std::string(9000, 'x')), "over the limit of 8192 bytes"},
  };
  const LoopbackServer server(http_answer("200 OK", "{}"));
  for (const auto& row : table) {
    auto options = options_for(server.url());
    options.token_file = row.file;
    const Answer answer = fetch(options);
    EXPECT_EQ(answer.attempt.failure, FetchFailure::credentials) << row.file;
    EXPECT_TRUE(carries(answer.attempt.detail, row.expected)) << answer.attempt.detail;
    EXPECT_FALSE(carries(answer.attempt.detail, "s3cret"));
  }
  EXPECT_TRUE(server.requests().empty());
}

}  // namespace
}  // namespace feed
