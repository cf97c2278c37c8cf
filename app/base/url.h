// http and https URLs, as far as a feed needs them (RFC 3986).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base {

struct Url {
  std::string scheme;     // "http" or "https"
  std::string host;       // lower case; an IPv6 address stands here without brackets
  int port = 0;           // 1 to 65535, always filled in
  std::string target;     // path and query as they are sent: visible ASCII, starts with '/'
  std::string user_info;  // "name:password", percent-decoded; a secret

  bool operator==(const Url&) const = default;
};

// Nothing for another scheme, an empty or impossible host, an absurd port, or a control character.
// A fragment is dropped; spaces and bytes beyond ASCII in path and query are percent-encoded.
std::optional<Url> parse_url(std::string_view text);

// Where a redirect from `from` leads. Credentials inside `location` are dropped.
std::optional<Url> resolve(const Url& from, std::string_view location);

bool same_origin(const Url& left, const Url& right);

// "example.org", "example.org:8080", "[::1]:8080": the port only where it is not the scheme's own.
std::string authority(const Url& url);

// "https://example.org/feed.json?…": for a person or a log, without credentials; a query may hold
// a key, so that it is only hinted at. Words instead of an address that cannot be read.
std::string display(const Url& url);
std::string display(std::string_view url);

}  // namespace base
