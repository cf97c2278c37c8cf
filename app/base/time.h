// Dates and times: ISO 8601 in, parts of the local day out.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace base {

using Date = std::chrono::year_month_day;

struct LocalTime {
  Date date;
  int hour = 0;    // 0 to 23
  int minute = 0;  // 0 to 59
  int second = 0;  // 0 to 60

  bool operator==(const LocalTime&) const = default;
};

// Whether this machine has the rules of a zone such as "Europe/London".
bool is_time_zone_installed(const std::string& name);

// Sets the zone that to_local uses, as TZ takes it ("Europe/London"); an empty name keeps the
// machine's. False if the zone is not installed, and nothing changed. Call before threads start.
bool set_time_zone(const std::string& name);

LocalTime to_local(Timestamp time);

// "2023-06-30"; nothing for a day that the calendar does not have.
std::optional<Date> parse_date(std::string_view text);

// "2023-04" (its first day), "2023-04-17" or "2023" (1 January): the keys of a series.
std::optional<Date> parse_series_key(std::string_view text);

// "2023-09-20T09:00:00Z", with fractions, or with an offset such as "+01:00", which is respected.
// A time without zone is refused: nobody could say what it means.
std::optional<Timestamp> parse_timestamp(std::string_view text);

std::string format_date(Date date);                 // "2023-06-30"
std::string format_timestamp(Timestamp timestamp);  // "2023-09-20T09:00:00Z"

}  // namespace base
