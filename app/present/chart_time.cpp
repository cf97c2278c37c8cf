#include "present/chart_time.h"

#include "present/dates.h"

namespace present {
namespace {

using model::Date;
using model::Interval;
using std::chrono::sys_days;

constexpr std::size_t kFewMonths = 14;
constexpr std::size_t kFewDays = 14;

bool is_by_day(const SeriesWindow& window) {
  return window.every == Interval::day || window.every == Interval::week;
}

unsigned month_of(Date date) {
  return static_cast<unsigned>(date.month());
}

// "9 Mar" and "Mar": the year stands in the header.
std::string day_and_month(Date date) {
  const std::string whole = short_date(date);
  return whole.substr(0, whole.rfind(' '));
}
std::string month_alone(Date date) {
  return short_month_year(date).substr(0, 3);
}

std::string financial_year(Date date) {
  const Date april{date.year() - std::chrono::years{month_of(date) < 4 ? 1 : 0}, std::chrono::April,
                   std::chrono::day{1}};
  return caption_of(april, Interval::year);
}

std::string span_of(const SeriesWindow& window, Date date) {
  constexpr long kFewYears = 400;  // days
  switch (window.every) {
    case Interval::year:
      return caption_of(date, Interval::year);
    case Interval::quarter:
      return financial_year(date);
    case Interval::month:
      break;
    case Interval::day:
    case Interval::week:
      if ((sys_days{window.end()} - sys_days{window.first}).count() < kFewYears) {
        return short_month_year(date);
      }
      break;
  }
  return std::to_string(static_cast<int>(date.year()));
}

}  // namespace

std::optional<model::Period> part_of_interval(const SeriesWindow& window, std::size_t index,
                                              const model::Period& figures_for) {
  const bool is_long = window.every == Interval::quarter || window.every == Interval::year;
  if (!is_long || !figures_for.to) return std::nullopt;
  const Date first = window.at(index);
  const bool within = sys_days{*figures_for.to} >= sys_days{first} &&
                      sys_days{*figures_for.to} < sys_days{last_day(first, window.every)};
  if (!within) return std::nullopt;
  return model::Period{"", first, figures_for.to};
}

std::vector<std::string> interval_names(const SeriesWindow& window) {
  std::vector<std::string> names;
  const bool few = window.every == Interval::quarter ||
                   (window.every == Interval::month && window.count <= kFewMonths) ||
                   (is_by_day(window) && window.count <= kFewDays);
  for (std::size_t i = 0; few && i < window.count; ++i) {
    const Date date = window.at(i);
    if (window.every == Interval::quarter) {
      names.push_back("Q" + std::to_string((month_of(date) + 8) % 12 / 3 + 1));
    } else {
      names.push_back(is_by_day(window) ? day_and_month(date) : month_alone(date));
    }
  }
  return names;
}

std::vector<Trend::Year> time_spans(const SeriesWindow& window,
                                    const std::optional<model::Period>& part) {
  std::vector<Trend::Year> spans;
  for (std::size_t i = 0; i < window.count; ++i) {
    const int index = static_cast<int>(i);
    const bool in_part = part && i + 1 == window.count && window.every == Interval::year;
    const std::string text = in_part ? range(*part) : span_of(window, window.at(i));
    if (spans.empty() || spans.back().text != text) spans.push_back({index, index, text});
    spans.back().last = index;
  }
  return spans;
}

}  // namespace present
