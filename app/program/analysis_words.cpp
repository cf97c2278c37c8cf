#include <algorithm>

#include "analysis/rolling.h"
#include "base/time.h"
#include "program/analysis_report.h"

namespace program {
namespace {

std::string note_of(const analysis::XmrDoubt& doubt) {
  using Is = analysis::XmrDoubt::Is;
  switch (doubt.is) {
    case Is::rebase_matches_no_point:
      return "no point at " + base::format_date(*doubt.at) + ": nothing is recalculated there";
    case Is::baseline_too_short:
      return "the baseline has too few points and is not applied";
    case Is::baseline_too_long:
      return "the baseline is longer than the first section and is not applied";
  }
  return "";
}

bool all_equal(const std::vector<model::Point>& points) {
  std::optional<double> seen;
  for (const model::Point& point : points) {
    if (!point.value) continue;
    if (seen && *seen != *point.value) return false;
    seen = point.value;
  }
  return seen.has_value();
}

}  // namespace

std::vector<std::string> AnalysisReport::notes() const {
  std::vector<std::string> notes;
  for (const auto& doubt : xmr.doubts) notes.push_back(note_of(doubt));
  for (size_t i = 0; i < xmr.sections.size(); ++i) {
    const auto& section = xmr.sections[i];
    if (!section.is_short) continue;
    const size_t least = i == 0 ? rule.min_points : rule.min_points_after_rebase;
    notes.push_back("section " + std::to_string(i + 1) + " has fewer than " +
                    std::to_string(std::max(least, rule.warn_below)) + " points: " +
                    (section.is_judged ? "do not rely on its limits" : "mean and target only"));
  }
  if (numbers.series.points.size() > 1 && all_equal(numbers.series.points))
    notes.push_back("all values are equal");
  const auto gaps = std::count_if(xmr.marks.begin(), xmr.marks.end(),
                                  [](const auto& mark) { return mark.after_gap; });
  if (gaps > 0)
    notes.push_back(std::to_string(gaps) + (gaps == 1 ? " gap" : " gaps") +
                    ": missing points are skipped, their neighbours count as consecutive");
  return notes;
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
