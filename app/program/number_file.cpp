#include "program/number_file.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/time.h"
#include "base/utf8.h"

namespace program {
namespace {

using nlohmann::json;
using Parsed = base::Result<NumberFile, std::vector<std::string>>;

constexpr size_t kMostFaults = 20;
constexpr size_t kShownOfAText = 40;

std::string_view trimmed(std::string_view text) {
  constexpr const char* kBlank = " \t\r\"";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string quoted(std::string_view text) {
  return "\"" + base::shorten(base::clean_line(text), kShownOfAText) + "\"";
}

class Collected {
 public:
  void fault(const std::string& place, const std::string& what) {
    if (faults_.size() < kMostFaults) faults_.push_back(place + ": " + what);
  }

  void add(const std::string& place, std::string_view key, std::optional<double> value) {
    const auto date = base::parse_series_key(key);
    if (!date) {
      fault(place, quoted(key) + " is not a date such as 2023-04 or 2023-04-17");
      return;
    }
    auto& points = file_.series.points;
    if (!points.empty() && !(points.back().at < *date)) {
      fault(place,
            std::string(key) + (points.back().at == *date ? " stands here a second time"
                                                          : " is earlier than the row above"));
      return;
    }
    points.push_back({*date, value, {}});
  }

  void add(double value) { add_undated(value); }
  void add_missing() { add_undated(std::nullopt); }

  Parsed finish();

 private:
  void add_undated(std::optional<double> value) {
    const model::Date first = std::chrono::year{2000} / 1 / 1;
    const auto months = std::chrono::months{static_cast<int>(file_.series.points.size())};
    file_.has_dates = false;
    file_.series.points.push_back({first + months, value, {}});
  }

  NumberFile file_;
  std::vector<std::string> faults_;
};

// A gap is a whole number of intervals: the widest interval of which that is true of every step.
model::Interval interval_of(const std::vector<model::Point>& points) {
  using model::Interval;
  bool first_days = true;
  bool weeks = points.size() > 1;
  bool quarters = points.size() > 1;
  bool years = points.size() > 1;
  for (size_t i = 0; i < points.size(); ++i) {
    first_days &= points[i].at.day() == std::chrono::day{1};
    if (i == 0) continue;
    const auto& before = points[i - 1].at;
    const auto days = std::chrono::sys_days{points[i].at} - std::chrono::sys_days{before};
    const int months = static_cast<int>(static_cast<unsigned>(points[i].at.month())) -
                       static_cast<int>(static_cast<unsigned>(before.month()));
    weeks &= days.count() % 7 == 0;
    quarters &= months % 3 == 0;
    years &= months == 0;
  }
  if (!first_days) return weeks ? Interval::week : Interval::day;
  if (years) return Interval::year;
  return quarters ? Interval::quarter : Interval::month;
}

Parsed Collected::finish() {
  if (faults_.empty() && file_.series.points.empty()) faults_.push_back("no numbers");
  if (!faults_.empty()) return base::Failure{faults_};
  if (file_.has_dates) file_.series.every = interval_of(file_.series.points);
  return file_;
}

void add_row(Collected& collected, std::string_view row, size_t number) {
  const std::string place = "line " + std::to_string(number);
  const auto comma = row.find(',');
  const auto key = trimmed(row.substr(0, comma));
  if (number == 1 && !base::parse_series_key(key)) return;
  if (comma == std::string_view::npos) {
    collected.fault(place, "expected a date, a comma and a number, found " + quoted(row));
    return;
  }
  const auto text = trimmed(row.substr(comma + 1));
  const auto value = parse_number(text);
  if (!value && !text.empty()) {
    collected.fault(place, quoted(text) + " is not a number; leave it empty if it is missing");
    return;
  }
  collected.add(place, key, value);
}

void add_item(Collected& collected, const json& item, size_t number, bool dated) {
  const std::string place = "item " + std::to_string(number);
  if (!dated) {
    if (item.is_number()) return collected.add(item.get<double>());
    if (item.is_null()) return collected.add_missing();
    return collected.fault(place, "expected a number or null, as in the first item");
  }
  const bool is_pair = item.is_array() && item.size() == 2 && item[0].is_string() &&
                       (item[1].is_number() || item[1].is_null());
  if (!is_pair) return collected.fault(place, "expected [\"2023-04\", number or null]");
  const auto value = item[1].is_null() ? std::nullopt : std::optional(item[1].get<double>());
  collected.add(place, item[0].get<std::string>(), value);
}

}  // namespace

Parsed parse_csv(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Collected collected;
  for (size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const auto row = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!trimmed(row).empty()) add_row(collected, row, number);
  }
  return collected.finish();
}

Parsed parse_number_json(std::string_view text) {
  const json document = json::parse(text, nullptr, false);
  if (!document.is_array())
    return base::Failure{std::vector<std::string>{"not a JSON list of numbers or pairs"}};
  Collected collected;
  const bool dated = !document.empty() && document[0].is_array();
  for (size_t i = 0; i < document.size(); ++i) add_item(collected, document[i], i + 1, dated);
  return collected.finish();
}

}  // namespace program
