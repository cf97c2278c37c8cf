#include "settings/url.h"

#include <arpa/inet.h>

#include <algorithm>

#include "base/url.h"

namespace settings {
namespace {

// "127.0.0.1.example.org" and "127.1" are names that somebody else may own.
bool is_loopback_address(const std::string& host) {
  in_addr address{};
  return inet_pton(AF_INET, host.c_str(), &address) == 1 && (ntohl(address.s_addr) >> 24) == 127;
}

// In small letters; empty if there is none.
std::string scheme_of(std::string_view url) {
  const size_t end = url.find("://");
  if (end == url.npos) return "";
  std::string scheme(url.substr(0, end));
  for (char& c : scheme) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return scheme;
}

}  // namespace

std::optional<std::string> refuse_url(std::string_view text) {
  const std::string scheme = scheme_of(text);
  if (scheme != "http" && scheme != "https") return "a URL that starts with http:// or https://";
  const std::string_view rest = text.substr(scheme.size() + 3);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  if (authority.find('@') != authority.npos) {
    return "a URL without user or password; use token_file or token_environment";
  }
  if (authority.empty() || authority.front() == ':') return "a host after " + scheme + "://";
  const bool is_plain = std::all_of(text.begin(), text.end(),
                                    [](char c) { return c > 0x20 && c < 0x7F && c != '\\'; });
  if (!is_plain) return "a URL whose spaces and other special characters are written as %20";
  if (text.find('#') != text.npos) return "a URL without a fragment (#)";
  if (!base::parse_url(text)) return "a host name or address, and a port from 1 to 65535 if any";
  return std::nullopt;
}

bool keeps_secrets(std::string_view url) {
  const auto parsed = refuse_url(url) ? std::nullopt : base::parse_url(url);
  if (!parsed) return false;
  return parsed->scheme == "https" || parsed->host == "localhost" || parsed->host == "::1" ||
         is_loopback_address(parsed->host);
}

bool is_https(std::string_view url) {
  return scheme_of(url) == "https";
}

std::string without_credentials(std::string_view url) {
  const size_t scheme_end = url.find("://");
  const size_t start = scheme_end == url.npos ? 0 : scheme_end + 3;
  const size_t end = std::min(url.find_first_of("/?#", start), url.size());
  const size_t at = url.substr(0, end).rfind('@');
  if (at == url.npos || at < start) return std::string(url);
  return std::string(url.substr(0, start)) + "…" + std::string(url.substr(at));
}

}  // namespace settings
