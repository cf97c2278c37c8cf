#include "base/url.h"

#include <algorithm>
#include <array>
#include <vector>

namespace base {
namespace {

constexpr size_t kLongestUrl = 8000;
constexpr size_t kLongestHost = 253;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string to_lower(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(), lower);
  return low;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

int hex(char c) {
  if (is_digit(c)) return c - '0';
  const char low = lower(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
  });
}

// What may not travel as it is becomes %XX; a '%' that is there already stays.
std::string encode_target(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kUnsafe = " \"<>\\^`{|}";
  std::string encoded;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && kUnsafe.find(c) == std::string_view::npos) {
      encoded.push_back(c);
    } else {
      encoded.push_back('%');
      encoded.push_back(kDigits[byte >> 4]);
      encoded.push_back(kDigits[byte & 15]);
    }
  }
  return encoded;
}

std::string decode_percent(std::string_view text) {
  std::string decoded;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool escape =
        text[at] == '%' && at + 2 < text.size() && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0;
    if (escape) {
      decoded.push_back(static_cast<char>(hex(text[at + 1]) * 16 + hex(text[at + 2])));
      at += 2;
    } else {
      decoded.push_back(text[at]);
    }
  }
  return decoded;
}

int default_port(std::string_view scheme) {
  return scheme == "https" ? 443 : 80;
}

bool is_host_name(std::string_view host) {
  return !host.empty() && host.size() <= kLongestHost &&
         std::all_of(host.begin(), host.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_';
         });
}

bool is_ipv6(std::string_view host) {
  return host.find(':') != std::string_view::npos && host.size() <= 45 &&
         std::all_of(host.begin(), host.end(),
                     [](char c) { return hex(c) >= 0 || c == ':' || c == '.'; });
}

// "name:password@host:port" without the slashes around it.
bool read_authority(std::string_view text, Url& url) {
  if (const auto at = text.rfind('@'); at != std::string_view::npos) {
    url.user_info = decode_percent(text.substr(0, at));
    if (has_control(url.user_info)) return false;
    text.remove_prefix(at + 1);
  }
  std::string_view port;
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string_view::npos || !is_ipv6(text.substr(1, end - 1))) return false;
    url.host = to_lower(text.substr(1, end - 1));
    text.remove_prefix(end + 1);
    if (!text.empty() && text.front() != ':') return false;
    if (!text.empty()) port = text.substr(1);
  } else {
    const auto colon = text.find(':');
    if (!is_host_name(text.substr(0, colon))) return false;
    url.host = to_lower(text.substr(0, colon));
    if (colon != std::string_view::npos) port = text.substr(colon + 1);
  }
  if (port.size() > 5 || !std::all_of(port.begin(), port.end(), is_digit)) return false;
  url.port = default_port(url.scheme);
  if (!port.empty()) {
    url.port = 0;
    for (char c : port) url.port = url.port * 10 + (c - '0');
  }
  return url.port >= 1 && url.port <= 65535;
}

// "/a/./b/../c" -> "/a/c" (RFC 3986, 5.2.4).
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  bool slash_at_end = false;
  for (size_t at = 1; at <= path.size();) {
    const auto next = std::min(path.find('/', at), path.size());
    const auto part = path.substr(at, next - at);
    slash_at_end = part == "." || part == "..";
    if (part == "..") {
      if (!kept.empty()) kept.pop_back();
    } else if (part != ".") {
      kept.push_back(part);
    }
    at = next + 1;
  }
  std::string joined;
  for (const auto part : kept) joined.append("/").append(part);
  if (slash_at_end || joined.empty()) joined += '/';
  return joined;
}

bool has_scheme(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text.front())) return false;
  const auto scheme = text.substr(0, colon);
  return std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

}  // namespace

std::optional<Url> parse_url(std::string_view text) {
  if (text.size() > kLongestUrl || has_control(text)) return std::nullopt;
  text = text.substr(0, text.find('#'));
  const auto colon = text.find("://");
  if (colon == std::string_view::npos) return std::nullopt;
  Url url;
  url.scheme = to_lower(text.substr(0, colon));
  if (url.scheme != "http" && url.scheme != "https") return std::nullopt;
  text.remove_prefix(colon + 3);
  const auto end = std::min(text.find_first_of("/?"), text.size());
  if (!read_authority(text.substr(0, end), url)) return std::nullopt;
  url.target = encode_target(text.substr(end));
  if (!url.target.starts_with('/')) url.target.insert(0, "/");
  return url;
}

std::optional<Url> resolve(const Url& from, std::string_view location) {
  if (location.size() > kLongestUrl || has_control(location)) return std::nullopt;
  std::optional<Url> to;
  if (has_scheme(location)) {
    to = parse_url(location);
  } else if (location.starts_with("//")) {
    to = parse_url(from.scheme + ":" + std::string(location));
  } else {
    location = location.substr(0, location.find('#'));
    const std::string_view path = std::string_view(from.target).substr(0, from.target.find('?'));
    const auto question = std::min(location.find('?'), location.size());
    const auto query = location.substr(question);
    const auto reference = location.substr(0, question);
    to = from;
    if (reference.starts_with('/')) {
      to->target = without_dots(encode_target(reference)) + encode_target(query);
    } else if (!reference.empty()) {
      const auto folder = std::string(path.substr(0, path.rfind('/') + 1));
      to->target = without_dots(folder + encode_target(reference)) + encode_target(query);
    } else if (!query.empty()) {
      to->target = std::string(path) + encode_target(query);
    }
  }
  if (to) to->user_info.clear();
  return to;
}

bool same_origin(const Url& left, const Url& right) {
  return left.scheme == right.scheme && left.host == right.host && left.port == right.port;
}

std::string authority(const Url& url) {
  const bool is_address = url.host.find(':') != std::string::npos;
  std::string text = is_address ? "[" + url.host + "]" : url.host;
  if (url.port != default_port(url.scheme)) text += ":" + std::to_string(url.port);
  return text;
}

std::string display(const Url& url) {
  const auto question = url.target.find('?');
  std::string text = url.scheme + "://" + authority(url) + url.target.substr(0, question);
  if (question != std::string::npos) text += "?…";
  return text;
}

std::string display(std::string_view url) {
  const auto parsed = parse_url(url);
  return parsed ? display(*parsed) : "(an address that cannot be read)";
}

}  // namespace base
