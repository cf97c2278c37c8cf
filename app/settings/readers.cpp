// How each type of value is read: the second half of place.h.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/utf8.h"
#include "settings/place.h"

namespace settings {
namespace {

std::string number_text(double number) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.12g", number);
  return text.data();
}

std::string range_text(double least, double most) {
  return " from " + number_text(least) + " to " + number_text(most);
}

bool is_number_within(const Place& place, double least, double most) {
  return place.json().kind == Json::Kind::number && place.json().number >= least &&
         place.json().number <= most;
}

bool is_text(const Place& place) {
  return place.json().kind == Json::Kind::text;
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

// Whole seconds or counts within the range; both fit a double exactly.
bool is_whole_within(const Place& place, double least, double most) {
  return is_number_within(place, least, most) &&
         std::floor(place.json().number) == place.json().number;
}

}  // namespace

void read_text(const Place& place, std::string& out) {
  if (!is_text(place)) return place.refuse("a text");
  out = base::clean_line(place.json().text);
}

void read_exact(const Place& place, std::string& out) {
  const std::string& text = place.json().text;
  if (!is_text(place) || text.empty()) return place.refuse("a text that is not empty");
  if (has_control_character(text)) return place.refuse("a text without control characters");
  out = text;
}

void read_flag(const Place& place, bool& out) {
  if (place.json().kind != Json::Kind::boolean) return place.refuse("true or false");
  out = place.json().boolean;
}

void read_number(const Place& place, double least, double most, double& out) {
  if (!is_number_within(place, least, most)) {
    return place.refuse("a number" + range_text(least, most));
  }
  out = place.json().number;
}

void read_count(const Place& place, std::int64_t least, std::int64_t most, std::int64_t& out) {
  const auto low = static_cast<double>(least);
  const auto high = static_cast<double>(most);
  if (!is_whole_within(place, low, high)) {
    return place.refuse("a whole number" + range_text(low, high));
  }
  out = static_cast<std::int64_t>(place.json().number);
}

void read_seconds(const Place& place, std::chrono::seconds least, std::chrono::seconds most,
                  std::chrono::seconds& out) {
  const auto low = static_cast<double>(least.count());
  const auto high = static_cast<double>(most.count());
  if (!is_whole_within(place, low, high)) {
    return place.refuse("a whole number of seconds" + range_text(low, high));
  }
  out = std::chrono::seconds{static_cast<std::int64_t>(place.json().number)};
}

void read_milliseconds(const Place& place, std::chrono::milliseconds least,
                       std::chrono::milliseconds most, std::chrono::milliseconds& out) {
  const auto low = static_cast<double>(least.count()) / 1000;
  const auto high = static_cast<double>(most.count()) / 1000;
  if (!is_number_within(place, low, high)) {
    return place.refuse("a number of seconds" + range_text(low, high));
  }
  out = std::chrono::milliseconds{std::llround(place.json().number * 1000)};
}

void read_own_id(const Place& place, std::string& out) {
  const std::string& text = place.json().text;
  const auto is_good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  };
  if (!is_text(place) || text.empty() || text.size() > 64 || text.front() == '-' ||
      !std::all_of(text.begin(), text.end(), is_good)) {
    return place.refuse("1 to 64 letters, digits, - or _, the first of them not a -");
  }
  out = text;
}

void read_reference(const Place& place, std::string& out) {
  const std::string& text = place.json().text;
  if (!is_text(place) || text.empty() || base::clean_line(text) != text) {
    return place.refuse("an id of the feed, as in \"999-10s\" or \"calls/999-10s\"");
  }
  out = text;
}

void read_path(const Place& place, std::filesystem::path& out) {
  std::string text;
  read_exact(place, text);
  // An absolute right side replaces the left.
  if (!text.empty()) out = place.file().parent_path() / text;
}

}  // namespace settings
