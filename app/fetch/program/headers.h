// What response headers mean; every text here comes from an untrusted server.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace fetch {

// The three date forms of RFC 9110, 5.6.7.
std::optional<base::Timestamp> parse_http_date(std::string_view text);

// Cache-Control: max-age in seconds, at most a year; nothing where there is none.
std::optional<std::chrono::seconds> max_age(std::string_view cache_control);

// Retry-After as a wait, at most a week. A date is counted from the server's own Date header where
// there is one, since this machine's clock may be wrong, else from `now`; a date in the past is no
// wait at all.
std::optional<std::chrono::seconds> retry_after(std::string_view value, std::string_view date,
                                                base::Timestamp now);

// A validator that can safely be sent back: visible ASCII and spaces, of moderate length. Anything
// else is dropped, and the next request is an unconditional one.
std::string usable_validator(std::string_view value);

// Content-Length: nothing unless it is one plain number.
std::optional<std::uint64_t> content_length(std::string_view value);

}  // namespace fetch
