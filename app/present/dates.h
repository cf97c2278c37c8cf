// How dates, periods and ages are said.
#pragma once

#include <chrono>
#include <string>

#include "model/board.h"

namespace present {

std::string short_date(model::Date date);        // "30 Jun 2023"
std::string long_date(model::Date date);         // "30 June 2023"
std::string day_month(model::Date date);         // "30 June"
std::string short_weekday(model::Date date);     // "Mon"
std::string month_year(model::Date date);        // "June 2023"
std::string short_month_year(model::Date date);  // "Jun 2023"

// "Apr to Jun 2023", "Oct 2022 to Mar 2023", "June 2023" for whole months; else with days:
// "5 Apr to 30 Jun 2023". Empty unless both ends are known.
std::string range(const model::Period& period);

// "Quarter 1 2023/24 (Apr to Jun 2023)"; whichever half is known.
std::string whole_period(const model::Period& period);

// The label if there is one, else the range.
std::string brief_period(const model::Period& period);

// "Q4" for "Quarter 4 2022/23" and for "Q4 2022/23"; else the label as it is.
std::string quarter_of(const model::Period& period);

// The last day of the interval that begins at `first`.
model::Date last_day(model::Date first, model::Interval every);

// One unit, the largest that says something: "12 min", "3 h", "5 days", "6 weeks", "4 months".
std::string duration(std::chrono::seconds length);

// "just now" under a minute, else "12 min ago".
std::string ago(std::chrono::seconds age);

std::string clock_time(model::Timestamp time);  // "14:32", local

}  // namespace present
