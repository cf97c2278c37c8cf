#include "present/dates.h"

#include <array>
#include <cstdio>

namespace present {
namespace {

using std::chrono::month;
using std::chrono::sys_days;

constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};

std::string month_name(model::Date date) {
  const auto number = static_cast<unsigned>(date.month());
  return number >= 1 && number <= 12 ? kMonths[number - 1] : "?";
}

std::string short_month(model::Date date) {
  return month_name(date).substr(0, 3);
}
std::string year_of(model::Date date) {
  return std::to_string(static_cast<int>(date.year()));
}
std::string day_of(model::Date date) {
  return std::to_string(static_cast<unsigned>(date.day()));
}

bool is_first_of_month(model::Date date) {
  return date.day() == std::chrono::day{1};
}
bool is_last_of_month(model::Date date) {
  return sys_days{date} == sys_days{date.year() / date.month() / std::chrono::last};
}

std::string plural(long long count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

std::string short_date(model::Date date) {
  return day_of(date) + " " + short_month(date) + " " + year_of(date);
}
std::string long_date(model::Date date) {
  return day_of(date) + " " + month_name(date) + " " + year_of(date);
}
std::string day_month(model::Date date) {
  return day_of(date) + " " + month_name(date);
}
std::string short_weekday(model::Date date) {
  constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return kDays[std::chrono::weekday(std::chrono::sys_days{date}).c_encoding()];
}

std::string month_year(model::Date date) {
  return month_name(date) + " " + year_of(date);
}
std::string short_month_year(model::Date date) {
  return short_month(date) + " " + year_of(date);
}

std::string range(const model::Period& period) {
  if (!period.from || !period.to) return "";
  const auto from = *period.from;
  const auto to = *period.to;
  const bool same_year = from.year() == to.year();
  if (is_first_of_month(from) && is_last_of_month(to)) {
    if (same_year && from.month() == to.month()) return month_year(from);
    return short_month(from) + (same_year ? "" : " " + year_of(from)) + " to " +
           short_month_year(to);
  }
  return day_of(from) + " " + short_month(from) + (same_year ? "" : " " + year_of(from)) + " to " +
         short_date(to);
}

std::string whole_period(const model::Period& period) {
  const std::string months = range(period);
  if (period.label.empty()) return months;
  if (months.empty() || months == period.label) return period.label;
  return period.label + " (" + months + ")";
}

std::string brief_period(const model::Period& period) {
  return period.label.empty() ? range(period) : period.label;
}

std::string quarter_of(const model::Period& period) {
  const std::string& label = period.label;
  const auto starts = [&](std::string_view word) { return label.starts_with(word); };
  const size_t digit = starts("Quarter ") ? 8 : starts("Q") ? 1 : std::string::npos;
  if (digit < label.size() && label[digit] >= '1' && label[digit] <= '4' &&
      (digit + 1 == label.size() || label[digit + 1] == ' ')) {
    return std::string("Q") + label[digit];
  }
  return label;
}

model::Date last_day(model::Date first, model::Interval every) {
  using std::chrono::days;
  using std::chrono::months;
  switch (every) {
    case model::Interval::day:
      return first;
    case model::Interval::week:
      return model::Date{sys_days{first} + days{6}};
    case model::Interval::month:
      return model::Date{sys_days{first + months{1}} - days{1}};
    case model::Interval::quarter:
      return model::Date{sys_days{first + months{3}} - days{1}};
    case model::Interval::year:
      return model::Date{sys_days{first + months{12}} - days{1}};
  }
  return first;
}

std::string duration(std::chrono::seconds length) {
  const long long minutes = length.count() / 60;
  const long long hours = minutes / 60;
  const long long days = hours / 24;
  if (minutes < 1) return "under 1 min";
  if (minutes < 60) return std::to_string(minutes) + " min";
  if (hours < 48) return std::to_string(hours) + " h";
  if (days < 14) return plural(days, "day", "days");
  if (days < 63) return plural(days / 7, "week", "weeks");
  if (days < 730) return plural(days / 30, "month", "months");
  return plural(days / 365, "year", "years");
}

std::string ago(std::chrono::seconds age) {
  return age < std::chrono::minutes{1} ? "just now" : duration(age) + " ago";
}

std::string clock_time(model::Timestamp time) {
  const base::LocalTime local = base::to_local(time);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d", local.hour % 100, local.minute % 100);
  return text.data();
}

}  // namespace present
