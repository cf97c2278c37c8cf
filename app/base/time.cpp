#include "base/time.h"

#include <time.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace base {
namespace {

// Exactly `digits` decimal digits at `at`.
std::optional<int> digits_at(std::string_view text, size_t at, size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  int value = 0;
  for (char c : text.substr(at, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool char_at(std::string_view text, size_t at, char wanted) {
  return at < text.size() && text[at] == wanted;
}

}  // namespace

bool is_time_zone_installed(const std::string& name) {
  if (name == "UTC") return true;
  if (name.empty() || name.front() == '/' || name.find("..") != std::string::npos ||
      name.find('\0') != std::string::npos) {
    return false;
  }
  // The folder also holds lists of zones, which the C library would take for UTC without a word.
  const std::string path = "/usr/share/zoneinfo/" + name;
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return false;
  std::array<char, 4> magic{};
  std::ifstream(path, std::ios::binary).read(magic.data(), magic.size());
  return std::string_view(magic.data(), magic.size()) == "TZif";
}

bool set_time_zone(const std::string& name) {
  if (name.empty()) return true;
  if (!is_time_zone_installed(name)) return false;
  setenv("TZ", name.c_str(), 1);
  tzset();
  return true;
}

LocalTime to_local(Timestamp time) {
  const time_t seconds = static_cast<time_t>(time.time_since_epoch().count());
  tm parts{};
  if (!localtime_r(&seconds, &parts)) return {Date{}, 0, 0, 0};
  return {Date{std::chrono::year{parts.tm_year + 1900},
               std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
               std::chrono::day{static_cast<unsigned>(parts.tm_mday)}},
          parts.tm_hour, parts.tm_min, parts.tm_sec};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || !char_at(text, 4, '-') || !char_at(text, 7, '-')) return std::nullopt;
  const auto year = digits_at(text, 0, 4);
  const auto month = digits_at(text, 5, 2);
  const auto day = digits_at(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Date> parse_series_key(std::string_view text) {
  std::string whole(text);
  if (whole.size() == 4) whole += "-01-01";
  if (whole.size() == 7) whole += "-01";
  return parse_date(whole);
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  using namespace std::chrono;
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ')) {
    return std::nullopt;
  }
  const auto date = parse_date(text.substr(0, 10));
  const auto hour = digits_at(text, 11, 2);
  const auto minute = digits_at(text, 14, 2);
  const auto second = digits_at(text, 17, 2);
  if (!date || !hour || !minute || !second || text[13] != ':' || text[16] != ':') {
    return std::nullopt;
  }
  if (*hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  size_t at = 19;
  if (char_at(text, at, '.')) {
    const size_t first = ++at;
    while (digits_at(text, at, 1)) ++at;
    if (at == first) return std::nullopt;
  }
  minutes offset{0};
  const std::string_view zone = text.substr(at);
  if (zone != "Z" && zone != "z") {
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') {
      return std::nullopt;
    }
    const auto zone_hour = digits_at(zone, 1, 2);
    const auto zone_minute = digits_at(zone, 4, 2);
    if (!zone_hour || !zone_minute || *zone_hour > 23 || *zone_minute > 59) return std::nullopt;
    offset = hours{*zone_hour} + minutes{*zone_minute};
    if (zone[0] == '-') offset = -offset;
  }
  return Timestamp{sys_days{*date}} + hours{*hour} + minutes{*minute} + seconds{*second} - offset;
}

std::string format_date(Date date) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

std::string format_timestamp(Timestamp timestamp) {
  const auto day = std::chrono::floor<std::chrono::days>(timestamp);
  const std::chrono::hh_mm_ss rest(timestamp - day);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ",
                static_cast<int>(rest.hours().count()), static_cast<int>(rest.minutes().count()),
                static_cast<int>(rest.seconds().count()));
  return format_date(Date{day}) + text.data();
}

}  // namespace base
