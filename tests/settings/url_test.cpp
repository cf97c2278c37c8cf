#include "settings/url.h"

#include <gtest/gtest.h>

namespace settings {
namespace {

TEST(RefuseUrl, TakesWhatAFeedCanBeAskedAt) {
  for (const char* good :
       {"http://feeds.example", "https://feeds.example/", "HTTPS://Feeds.Example:8443/a?b=c@d",
        "http://127.0.0.1:8090/2023-24-q1.json", "https://[2001:db8::1]:443/x", "http://[::1]",
        "https://intranet/board.json?day=1%20May"}) {
    EXPECT_EQ(refuse_url(good), std::nullopt) << good;
  }
}

TEST(RefuseUrl, SaysWhatWasExpected) {
  struct {
    const char* url;
    const char* expected;
  } const cases[] = {
      {"feeds.example/a", "a URL that starts with http:// or https://"},
      {"ftp://feeds.example/a", "a URL that starts with http:// or https://"},
      {"file:///etc/passwd", "a URL that starts with http:// or https://"},
      {"//feeds.example", "a URL that starts with http:// or https://"},
      {"https://", "a host after https://"},
      {"http:///a", "a host after http://"},
      {"http://:80/a", "a host after http://"},
      {"http://?a", "a host after http://"},
      {"https://me:word@feeds.example/",
       "a URL without user or password; use token_file or token_environment"},
      {"https://me@feeds.example/",
       "a URL without user or password; use token_file or token_environment"},
      {"https://feeds.example/my board",
       "a URL whose spaces and other special characters are written as %20"},
      {"https://feeds.example\\@evil.example/",
       "a URL without user or password; use token_file or token_environment"},
      {"https://feeds.example/é",
       "a URL whose spaces and other special characters are written as %20"},
      {"https://feeds.example/a#b", "a URL without a fragment (#)"},
      {"https://feeds.example:0/", "a host name or address, and a port from 1 to 65535 if any"},
      {"https://feeds.example:65536/", "a host name or address, and a port from 1 to 65535 if any"},
      {"https://feeds.example:8o/", "a host name or address, and a port from 1 to 65535 if any"},
      {"https://fe*ds.example/", "a host name or address, and a port from 1 to 65535 if any"},
      {"https://[::1/", "a host name or address, and a port from 1 to 65535 if any"},
      {"https://[]/", "a host name or address, and a port from 1 to 65535 if any"},
  };
  for (const auto& c : cases) EXPECT_EQ(refuse_url(c.url), c.expected) << c.url;
}

TEST(KeepsSecrets, OverTlsAndInsideThisMachine) {
  for (const char* safe : {"https://feeds.example/", "http://localhost/", "http://LOCALHOST:8090/",
                           "http://127.0.0.1/", "http://127.8.9.10:80/", "http://[::1]:8090/"}) {
    EXPECT_TRUE(keeps_secrets(safe)) << safe;
  }
  for (const char* open :
       {"http://feeds.example/", "http://127.0.0.1.example.org/", "http://127.evil.example/",
        "http://localhost.example.org/", "http://10.0.0.1/", "http://[::2]/", "http://127.1/",
        "http://127.0.0.1./", "http://127.0..1/", "http://127.0.0.1\\@evil.example/",
        "not a url"}) {
    EXPECT_FALSE(keeps_secrets(open)) << open;
  }
}

TEST(WithoutCredentials, HidesWhatStandsBeforeTheHost) {
  EXPECT_EQ(without_credentials("https://me:word@feeds.example/a@b"),
            "https://…@feeds.example/a@b");
  EXPECT_EQ(without_credentials("me:word@feeds.example"), "…@feeds.example");
  EXPECT_EQ(without_credentials("https://a@b@feeds.example?x"), "https://…@feeds.example?x");
  EXPECT_EQ(without_credentials("https://feeds.example/a@b"), "https://feeds.example/a@b");
}

}  // namespace
}  // namespace settings
