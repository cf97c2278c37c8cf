// TLS is verified always, and the reason for a refusal can be read.
#include <gtest/gtest.h>

#include <string>

#include "feed/fetched_source.h"
#include "support/loopback_server.h"
#include "support/temporary_folder.h"
#include "support/tls_identity.h"

namespace feed {
namespace {

using model::FetchFailure;
using support::http_answer;
using support::Identity;
using support::LoopbackServer;

constexpr const char* kLocal = "DNS:localhost,IP:127.0.0.1";

class Tls : public testing::Test {
 protected:
  // What comes of asking a server with this certificate while trusting `ca_file`.
  Answer ask(const Identity& server_identity, const std::filesystem::path& ca_file,
             const std::string& host = "127.0.0.1") {
    return ask(server_identity.server_context(), ca_file, host);
  }
  Answer ask(const support::Context& context, const std::filesystem::path& ca_file,
             const std::string& host = "127.0.0.1") {
    const LoopbackServer server(http_answer("200 OK", "{}"), context.get());
    Answer answer = fetch(server.url("/feed.json", host), ca_file);
    requests_ = server.requests().size();
    return answer;
  }

  Answer fetch(const std::string& url, const std::filesystem::path& ca_file = {}) {
    FetchOptions options;
    options.url = url;
    options.connect_timeout = std::chrono::seconds{20};
    options.timeout = std::chrono::seconds{60};
    options.ca_file = ca_file;
    options.fetch_program = BLUELAMP_FETCH;
    return FetchedSource(options).fetch({}, {});
  }

  void expect_refused(const Answer& answer, const std::string& reason) {
    EXPECT_EQ(answer.attempt.failure, FetchFailure::tls) << answer.attempt.detail;
    EXPECT_EQ(answer.attempt.detail, reason);
    EXPECT_EQ(requests_, 0u) << "a request was sent to a server that is not trusted";
  }

  support::TemporaryFolder folder_;
  Identity authority_{"Private authority"};
  std::filesystem::path trusted_ = folder_.write("ca.pem", authority_.pem());
  size_t requests_ = 0;
};

TEST_F(Tls, APrivateAuthorityIsTrustedByFile) {
  const Identity server("server", kLocal, &authority_);
  for (const std::string host : {"127.0.0.1", "localhost"}) {
    const Answer answer = ask(server, trusted_, host);
    EXPECT_EQ(answer.attempt.failure, FetchFailure::none) << answer.attempt.detail;
    EXPECT_EQ(answer.body, "{}");
  }
}

TEST_F(Tls, AnAuthorityThatNobodyTrusts) {
  const Identity server("server", kLocal, &authority_);
  const std::string reason = "the certificate was not issued by a trusted authority";
  expect_refused(ask(server, {}), reason);
  const Identity stranger("Another authority");
  expect_refused(ask(server, folder_.write("other.pem", stranger.pem())), reason);
}

TEST_F(Tls, ASelfSignedCertificate) {
  expect_refused(ask(Identity("server", kLocal, nullptr), trusted_),
                 "the certificate is self-signed and not among the trusted ones");
}

TEST_F(Tls, ACertificateOutOfItsTime) {
  expect_refused(ask(Identity("server", kLocal, &authority_,
                              {.from = "20000101000000Z", .to = "20010101000000Z"}),
                     trusted_),
                 "the certificate has expired");
  expect_refused(ask(Identity("server", kLocal, &authority_,
                              {.from = "20980101000000Z", .to = "20990101000000Z"}),
                     trusted_),
                 "the certificate is not yet valid; is this machine's clock right?");
}

TEST_F(Tls, ACertificateForAnotherHost) {
  expect_refused(ask(Identity("server", "DNS:example.org", &authority_), trusted_),
                 "the certificate is for another host than 127.0.0.1");
  expect_refused(ask(Identity("localhost", "DNS:example.org", &authority_), trusted_, "localhost"),
                 "the certificate is for another host than localhost");
}

TEST_F(Tls, AnOldProtocol) {
  const Identity server("server", kLocal, &authority_);
  const auto context = server.server_context();
  SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(context.get(), TLS1_1_VERSION);
  SSL_CTX_set_security_level(context.get(), 0);
  const Answer answer = ask(context, trusted_);
  EXPECT_EQ(answer.attempt.failure, FetchFailure::tls);
  EXPECT_TRUE(answer.attempt.detail.starts_with("the TLS handshake failed: "))
      << answer.attempt.detail;
  EXPECT_EQ(requests_, 0u);
}

TEST_F(Tls, AnAuthorityFileThatCannotBeRead) {
  const Identity server("server", kLocal, &authority_);
  for (const auto& file : {folder_.path() / "none.pem", folder_.write("junk.pem", "junk")}) {
    expect_refused(ask(server, file), "no certificate authority can be read from " + file.string());
  }
}

TEST_F(Tls, AServerThatSpeaksNone) {
  const LoopbackServer server("HTTP/1.1 400 Bad Request\r\n\r\n");
  const Answer answer = fetch("https://127.0.0.1:" + std::to_string(server.port()) + "/");
  EXPECT_EQ(answer.attempt.failure, FetchFailure::tls);
  EXPECT_EQ(answer.attempt.detail, "the TLS handshake failed: wrong version number");
}

// What OpenSSL then says is about our own hanging up, which is nobody's cause.
TEST_F(Tls, AHandshakeThatIsBrokenOffOrNeverAnswered) {
  const LoopbackServer leaves([](support::Connection&, const std::string&) {});
  const Answer gone = fetch("https://127.0.0.1:" + std::to_string(leaves.port()) + "/");
  EXPECT_EQ(gone.attempt.failure, FetchFailure::tls);
  EXPECT_EQ(gone.attempt.detail, "the TLS handshake was broken off");

  const LoopbackServer silent([](support::Connection& peer, const std::string&) { peer.hold(); });
  FetchOptions options;
  options.url = "https://127.0.0.1:" + std::to_string(silent.port()) + "/";
  options.connect_timeout = std::chrono::milliseconds{300};
  options.timeout = std::chrono::seconds{60};
  options.fetch_program = BLUELAMP_FETCH;
  const Answer held = FetchedSource(options).fetch({}, {});
  EXPECT_EQ(held.attempt.failure, FetchFailure::timed_out) << held.attempt.detail;
  EXPECT_EQ(held.attempt.detail, "the TLS handshake was not complete in time");
}

TEST_F(Tls, NeverGoesOnToPlainHttp) {
  const LoopbackServer plain(http_answer("200 OK", "{\"plain\":1}"));
  const Identity identity("server", kLocal, &authority_);
  const auto context = identity.server_context();
  const LoopbackServer server(
      http_answer("302 Found", "", "Location: " + plain.url("/x?key=1") + "\r\n"), context.get());
  const Answer answer = fetch(server.url(), trusted_);
  EXPECT_EQ(answer.attempt.failure, FetchFailure::redirect);
  EXPECT_EQ(answer.attempt.detail, "a redirect from https to http, to " + plain.url("/x") + "?…");
  EXPECT_TRUE(plain.requests().empty());
}

TEST_F(Tls, ADocumentCutOffWithoutAGoodbyeIsNotWhole) {
  const Identity identity("server", kLocal, &authority_);
  const auto context = identity.server_context();
  const LoopbackServer server(
      [](support::Connection& peer, const std::string&) {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
        peer.slam();
      },
      context.get());
  EXPECT_EQ(fetch(server.url(), trusted_).attempt.failure, FetchFailure::truncated);
}

}  // namespace
}  // namespace feed
