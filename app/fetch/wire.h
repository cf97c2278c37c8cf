// What passes between the board and bluelamp-fetch: one request in, one answer out.
//
// A message is a magic word, the length of its payload, the payload and the payload's CRC-32. Each
// side distrusts the other: what is cut short, too large or damaged is an error, never a crash.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace fetch {

struct Request {
  std::string url;
  std::string etag;           // of the document that the board has; empty: none
  std::string last_modified;  // likewise
  std::chrono::milliseconds connect_timeout{2000};
  std::chrono::milliseconds deadline{15000};  // for everything, name lookup included
  std::uint64_t max_bytes = 8u << 20;         // of the document, inflated
  std::string ca_file;       // trusted instead of the system's; empty: the system's
  std::string header_name;   // sent to the URL's own origin alone; empty: none
  std::string header_value;  // a secret

  bool operator==(const Request&) const = default;
};

// Why there is no HTTP answer, or none that can be used. What a status means is the board's affair.
enum class Failure : std::uint32_t {
  none,
  refused,
  unreachable,
  name_not_found,
  timed_out,
  tls,
  not_http,
  too_large,
  truncated,
  redirect,
  bad_encoding,  // brotli that nobody asked for, damaged gzip
  bad_request,   // a URL or header that cannot be sent
  internal,      // the program itself could not go on
};
inline constexpr Failure kLastFailure = Failure::internal;

struct Answer {
  Failure failure = Failure::none;
  std::string detail;   // for a person; holds no secret
  int http_status = 0;  // of the last answer, whatever came of it; 0: none
  std::string etag;
  std::string last_modified;
  std::optional<std::chrono::seconds> max_age;
  std::optional<std::chrono::seconds> retry_after;  // as a wait from now
  std::string body;                                 // inflated; only with status 200
  std::chrono::milliseconds looked_up{0};           // until the name was known, first hop
  std::chrono::milliseconds took{0};                // the whole request

  bool operator==(const Answer&) const = default;
};

// Room for everything in an answer that is not its body, and for a whole request.
inline constexpr std::uint64_t kOverhead = 64u << 10;

struct WireError {
  std::string detail;
};

std::string encode(const Request& request);
std::string encode(const Answer& answer);

// `message` is all that the peer sent: nothing may follow the payload.
base::Result<Request, WireError> decode_request(std::string_view message);
base::Result<Answer, WireError> decode_answer(std::string_view message, std::uint64_t max_body);

}  // namespace fetch
