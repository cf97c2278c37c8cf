#include "fetch/program/headers.h"

#include <time.h>

#include <algorithm>
#include <charconv>

namespace fetch {
namespace {

using std::chrono::seconds;

constexpr size_t kLongestValidator = 1024;
constexpr seconds kYear = std::chrono::hours{24 * 365};
constexpr seconds kWeek = std::chrono::hours{24 * 7};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

// Digits without end are a very long time, not nonsense.
std::optional<seconds> delay(std::string_view text, seconds most) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  const auto value = whole_number(text);
  if (!value || *value > static_cast<std::uint64_t>(most.count())) return most;
  return seconds(static_cast<std::int64_t>(*value));
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
    const auto low = [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return low(a) == low(b);
  });
}

}  // namespace

std::optional<base::Timestamp> parse_http_date(std::string_view text) {
  const std::string date(trimmed(text));
  for (const char* form :
       {"%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"}) {
    tm parts{};
    const char* end = strptime(date.c_str(), form, &parts);
    if (!end || *end != '\0') continue;
    return base::Timestamp(seconds(timegm(&parts)));
  }
  return std::nullopt;
}

std::optional<seconds> max_age(std::string_view cache_control) {
  for (size_t at = 0; at <= cache_control.size();) {
    const auto end = std::min(cache_control.find(',', at), cache_control.size());
    const auto directive = trimmed(cache_control.substr(at, end - at));
    const auto equals = directive.find('=');
    if (equals != std::string_view::npos &&
        equal_ignoring_case(directive.substr(0, equals), "max-age")) {
      auto value = directive.substr(equals + 1);
      if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
      }
      return delay(value, kYear);
    }
    at = end + 1;
  }
  return std::nullopt;
}

std::optional<seconds> retry_after(std::string_view value, std::string_view date,
                                   base::Timestamp now) {
  value = trimmed(value);
  if (const auto wait = delay(value, kWeek)) return wait;
  const auto at = parse_http_date(value);
  if (!at) return std::nullopt;
  return std::clamp(*at - parse_http_date(date).value_or(now), seconds{0}, kWeek);
}

std::string usable_validator(std::string_view value) {
  const bool usable =
      value.size() <= kLongestValidator && std::all_of(value.begin(), value.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F;
      });
  return usable ? std::string(trimmed(value)) : std::string{};
}

std::optional<std::uint64_t> content_length(std::string_view value) {
  return whole_number(trimmed(value));
}

}  // namespace fetch
