#include "base/url.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace base {
namespace {

std::string again(const Url& url) {
  return url.scheme + "://" + authority(url) + url.target;
}

TEST(Url, ReadsWhatCanBeFetched) {
  struct Row {
    const char* text;
    const char* expected;
    int port;
  };
  const std::vector<Row> table = {
      {"http://example.org", "http://example.org/", 80},
      {"HTTPS://Example.ORG/Feed.json", "https://example.org/Feed.json", 443},
      {"https://example.org:443/a", "https://example.org/a", 443},
      {"http://example.org:8080/a?b=c#part", "http://example.org:8080/a?b=c", 8080},
      {"http://example.org?b", "http://example.org/?b", 80},
      {"http://[::1]:81/", "http://[::1]:81/", 81},
      {"http://127.0.0.1/a b\xC3\xA9", "http://127.0.0.1/a%20b%C3%A9", 80},
      {"http://example.org/already%20done", "http://example.org/already%20done", 80},
      {"http://name:pass@example.org/", "http://example.org/", 80},
  };
  for (const auto& row : table) {
    const auto url = parse_url(row.text);
    ASSERT_TRUE(url) << row.text;
    EXPECT_EQ(again(*url), row.expected);
    EXPECT_EQ(url->port, row.port) << row.text;
  }
}

TEST(Url, RefusesWhatCannot) {
  for (const std::string text :
       {"", "example.org/feed.json", "ftp://example.org/", "file:///etc/passwd", "http://",
        "http:///path", "http://example.org:0/", "http://example.org:65536/",
        "http://example.org:123456789/", "http://example.org:-1/", "http://example.org:8a/",
        "http://exa mple.org/", "http://[::1/", "http://[zz]/", "http://[::1]x/",
        "http://example.org/a\r\nX: y", "http://ex\\ample.org/",
        "http://b\xC3\xBC"
        "cher.example/"}) {
    EXPECT_FALSE(parse_url(text)) << text;
  }
  EXPECT_FALSE(parse_url("http://" + std::string(254, 'a') + "/"));
  EXPECT_FALSE(parse_url("http://a/" + std::string(9000, 'a')));
}

TEST(Url, DecodesCredentials) {
  EXPECT_EQ(parse_url("http://me:p%40ss@example.org/")->user_info, "me:p@ss");
  EXPECT_EQ(parse_url("http://a@b@example.org/")->user_info, "a@b");
  EXPECT_FALSE(parse_url("http://me:a%0Ab@example.org/"));
}

TEST(Url, FollowsEveryKindOfLocation) {
  const auto from = *parse_url("https://me:secret@example.org/a/b/c?q");
  struct Row {
    const char* location;
    const char* expected;
  };
  const std::vector<Row> table = {
      {"https://other.org/x", "https://other.org/x"},
      {"http://example.org/x", "http://example.org/x"},
      {"//other.org/x", "https://other.org/x"},
      {"/x", "https://example.org/x"},
      {"x", "https://example.org/a/b/x"},
      {"../x?y", "https://example.org/a/x?y"},
      {"../../../../x", "https://example.org/x"},
      {"./", "https://example.org/a/b/"},
      {"..", "https://example.org/a/"},
      {"?y", "https://example.org/a/b/c?y"},
      {"x#part", "https://example.org/a/b/x"},
      {"/a:b", "https://example.org/a:b"},
  };
  for (const auto& row : table) {
    const auto to = resolve(from, row.location);
    ASSERT_TRUE(to) << row.location;
    EXPECT_EQ(again(*to), row.expected) << row.location;
    EXPECT_EQ(to->user_info, "") << row.location;
  }
  for (const char* location : {"javascript:alert(1)", "ftp://example.org/", "http://:80/",
                               "https://example.org:99999/", "/a\r\nb"}) {
    EXPECT_FALSE(resolve(from, location)) << location;
  }
}

TEST(Url, AnOriginIsSchemeHostAndPort) {
  const auto url = *parse_url("https://example.org/a");
  EXPECT_TRUE(same_origin(url, *parse_url("https://EXAMPLE.org:443/b")));
  EXPECT_FALSE(same_origin(url, *parse_url("http://example.org:443/a")));
  EXPECT_FALSE(same_origin(url, *parse_url("https://example.org:444/a")));
  EXPECT_FALSE(same_origin(url, *parse_url("https://sub.example.org/a")));
}

TEST(Url, ShowsNoSecret) {
  EXPECT_EQ(display("https://me:secret@example.org:8443/f.json?key=secret#x"),
            "https://example.org:8443/f.json?…");
  EXPECT_EQ(display("secret"), "(an address that cannot be read)");
}

}  // namespace
}  // namespace base
