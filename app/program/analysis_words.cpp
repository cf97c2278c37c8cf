#include "analysis/rolling.h"
#include "base/time.h"
#include "present/process.h"
#include "program/analysis_report.h"

namespace program {

std::vector<std::string> AnalysisReport::notes() const {
  return present::doubts_about(analysis::points_of(numbers.series), xmr, rule);
}

std::vector<std::string> words_for(const analysis::XmrFlags& flags) {
  std::vector<std::string> words;
  if (flags.single_high) words.push_back("above limit");
  if (flags.single_low) words.push_back("below limit");
  if (flags.shift_high) words.push_back("shift above mean");
  if (flags.shift_low) words.push_back("shift below mean");
  if (flags.trend_up) words.push_back("trend up");
  if (flags.trend_down) words.push_back("trend down");
  if (flags.two_sigma_high) words.push_back("two of three high");
  if (flags.two_sigma_low) words.push_back("two of three low");
  return words;
}

std::string word_for(analysis::Cause cause) {
  switch (cause) {
    case analysis::Cause::not_judged:
      return "not judged";
    case analysis::Cause::common:
      return "common cause";
    case analysis::Cause::improvement:
      return "improvement";
    case analysis::Cause::concern:
      return "concern";
    case analysis::Cause::neither:
      return "special cause";
  }
  return "";
}

std::string word_for(analysis::Variation variation) {
  using analysis::Variation;
  switch (variation) {
    case Variation::none:
      return "none";
    case Variation::common:
      return "common cause";
    case Variation::improvement_high:
      return "improvement, high";
    case Variation::improvement_low:
      return "improvement, low";
    case Variation::concern_high:
      return "concern, high";
    case Variation::concern_low:
      return "concern, low";
    case Variation::neither_high:
      return "special cause, high";
    case Variation::neither_low:
      return "special cause, low";
  }
  return "";
}

std::string word_for(analysis::Assurance assurance) {
  switch (assurance) {
    case analysis::Assurance::none:
      return "none";
    case analysis::Assurance::pass:
      return "pass";
    case analysis::Assurance::fail:
      return "fail";
    case analysis::Assurance::hit_or_miss:
      return "hit or miss";
  }
  return "";
}

std::string key_of(const NumberFile& numbers, size_t point) {
  if (!numbers.has_dates) return std::to_string(point + 1);
  const std::string date = base::format_date(numbers.series.points[point].at);
  switch (numbers.series.every) {
    case model::Interval::day:
    case model::Interval::week:
      return date;
    case model::Interval::month:
    case model::Interval::quarter:
    case model::Interval::year:
      return date.substr(0, date.rfind('-'));
  }
  return date;
}

std::vector<int> rolling_lengths(model::Interval every) {
  const int year = analysis::intervals_in_year(every);
  if (year < 2) return {};
  return {year / 2, year};
}

}  // namespace program
