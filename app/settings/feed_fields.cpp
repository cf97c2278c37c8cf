#include <algorithm>

#include "base/utf8.h"
#include "settings/fields.h"
#include "settings/url.h"

namespace settings {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds kWeek = std::chrono::days{7};
constexpr std::chrono::seconds kLongest = std::chrono::days{1000};

std::string describe_url(const std::string& url) {
  return "\"" + base::shorten(base::clean_line(without_credentials(url)), 80) + "\"";
}

void read_url(const Place& place, std::string& out) {
  std::string text;
  read_exact(place, text);
  if (text.empty()) return;
  // Not place.refuse(expected): what stands there may hold a password.
  if (const auto expected = refuse_url(text)) return place.refuse(describe_url(text), *expected);
  out = std::move(text);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void read_variable_name(const Place& place, std::string& out) {
  const std::string& text = place.json().text;
  const bool is_good = place.json().kind == Json::Kind::text && !text.empty() &&
                       !is_digit(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
                         return is_letter(c) || is_digit(c) || c == '_';
                       });
  // The value is not repeated: people put the token itself here.
  if (!is_good) {
    return place.refuse("something else",
                        "the name of an environment variable: letters, digits, _");
  }
  out = text;
}

void read_header_name(const Place& place, std::string& out) {
  constexpr std::string_view kSigns = "!#$%&'*+-.^_`|~";
  const std::string& text = place.json().text;
  const bool is_good = place.json().kind == Json::Kind::text && !text.empty() &&
                       std::all_of(text.begin(), text.end(), [&](char c) {
                         return is_letter(c) || is_digit(c) || kSigns.find(c) != kSigns.npos;
                       });
  if (!is_good) return place.refuse("the name of an HTTP header, such as \"Authorization\"");
  out = text;
}

// May be empty; its space at the end counts.
void read_header_part(const Place& place, std::string& out) {
  const std::string& text = place.json().text;
  const bool is_good =
      place.json().kind == Json::Kind::text &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
  if (!is_good) return place.refuse("a text of printable ASCII, such as \"Bearer \"");
  out = text;
}

void read_late_after(const Place& place, std::chrono::seconds& out) {
  read_seconds(place, 0s, kLongest, out);
}

constexpr Field<Feed> kFeed[] = {
    {"id", [](Feed& f, const Place& p) { read_own_id(p, f.id); }},
    {"title", [](Feed& f, const Place& p) { read_text(p, f.title); }},
    {"url", [](Feed& f, const Place& p) { read_url(p, f.url); }},
    {"file", [](Feed& f, const Place& p) { read_path(p, f.file); }},
    {"every_seconds", [](Feed& f, const Place& p) { read_seconds(p, 5s, kWeek, f.every); }},
    {"late_after_seconds", [](Feed& f, const Place& p) { read_late_after(p, f.late_after); }},
    {"generated_late_after_seconds",
     [](Feed& f, const Place& p) {
       std::chrono::seconds late_after{0};
       read_seconds(p, 5s, kLongest, late_after);
       if (late_after > 0s) f.generated_late_after = late_after;
     }},
    {"connect_timeout_seconds",
     [](Feed& f, const Place& p) { read_milliseconds(p, 100ms, 60s, f.connect_timeout); }},
    {"timeout_seconds", [](Feed& f, const Place& p) { read_milliseconds(p, 1s, 300s, f.timeout); }},
    {"max_bytes",
     [](Feed& f, const Place& p) {
       auto bytes = static_cast<std::int64_t>(f.max_bytes);
       read_count(p, 1024, 64 << 20, bytes);
       f.max_bytes = static_cast<std::uint64_t>(bytes);
     }},
    {"ca_file", [](Feed& f, const Place& p) { read_path(p, f.ca_file); }},
    {"token_file", [](Feed& f, const Place& p) { read_path(p, f.token_file); }},
    {"token_environment",
     [](Feed& f, const Place& p) { read_variable_name(p, f.token_environment); }},
    {"token_header", [](Feed& f, const Place& p) { read_header_name(p, f.token_header); }},
    {"token_prefix", [](Feed& f, const Place& p) { read_header_part(p, f.token_prefix); }},
    {"first_after_seconds",
     [](Feed& f, const Place& p) {
       std::chrono::seconds first_after{-1};
       read_seconds(p, 0s, kWeek, first_after);
       if (first_after >= 0s) f.first_after = first_after;
     }},
};

// A setting that somebody believes in and nobody obeys.
void refuse_for_file(const Place& place) {
  for (std::string_view key : {"connect_timeout_seconds", "timeout_seconds", "ca_file",
                               "token_file", "token_environment", "token_header", "token_prefix"}) {
    if (const auto given = place.member(key)) {
      given->refuse("this key beside \"file\"", "it only beside \"url\"");
    }
  }
}

void check_token(const Feed& feed, const Place& place) {
  const auto file = place.member("token_file");
  const auto environment = place.member("token_environment");
  if (file && environment) {
    environment->refuse("a second token beside \"token_file\"",
                        "only one of \"token_file\" and \"token_environment\"");
  }
  if (!file && !environment) {
    for (std::string_view key : {"token_header", "token_prefix"}) {
      if (const auto given = place.member(key)) {
        given->refuse("this key without a token",
                      "\"token_file\" or \"token_environment\" with it");
      }
    }
  }
  const auto url = place.member("url");
  if (feed.url.empty() || !url) return;
  if ((file || environment) && !keeps_secrets(feed.url)) {
    url->refuse(describe_url(feed.url) + " with a token",
                "https://, so that nobody on the way can read the token");
  }
  const auto ca_file = place.member("ca_file");
  if (ca_file && !is_https(feed.url)) {
    ca_file->warn(describe(ca_file->json()) + " beside an http:// url",
                  "https://, which alone checks certificates");
  }
}

}  // namespace

std::span<const Field<Feed>> feed_fields() {
  return kFeed;
}

void check_feed(const Feed& feed, const Place& place) {
  if (place.json().kind != Json::Kind::object) return;
  if (!place.has("id")) place.miss("id", "a short name of the feed, such as \"plan\"");
  const auto file = place.member("file");
  if (file && place.has("url")) {
    file->refuse("\"file\" beside \"url\"", "only one of \"url\" and \"file\"");
  } else if (file) {
    refuse_for_file(place);
  } else if (!place.has("url")) {
    place.refuse("neither \"url\" nor \"file\"", "one of them");
  }
  if (!file) check_token(feed, place);
  if (feed.late_after > 0s && feed.late_after <= feed.every) {
    if (const auto late_after = place.member("late_after_seconds")) {
      late_after->refuse("0, or more than the " + std::to_string(feed.every.count()) +
                         " seconds between two requests");
    }
  }
  if (feed.connect_timeout > feed.timeout) {
    const auto connect = place.member("connect_timeout_seconds");
    const auto whole = place.member("timeout_seconds");
    (connect ? *connect : *whole)
        .refuse("a connect timeout not above the whole request's " +
                std::to_string(feed.timeout.count()) + " ms");
  }
}

}  // namespace settings
