#include "xmr_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace analysis {

using model::Direction;
using model::Good;

model::Date day(size_t index) {
  return std::chrono::sys_days{std::chrono::year{2000} / 1 / 1} +
         std::chrono::days{static_cast<int>(index)};
}

std::vector<XmrPoint> points_in(const Json& values) {
  std::vector<XmrPoint> points;
  for (const Json& value : values) {
    XmrPoint point;
    point.at = day(points.size());
    if (!value.is_null()) point.value = value.get<double>();
    points.push_back(point);
  }
  return points;
}

Good good_in(const Json& input) {
  const auto word = input.value("improvement", "neutral");
  if (word == "increase") return Good::up;
  return word == "decrease" ? Good::down : Good::neither;
}

XmrQuestion question_in(const Json& input) {
  XmrQuestion question;
  question.every = model::Interval::day;
  question.good = good_in(input);
  if (input.contains("target") && !input["target"].is_null())
    question.target = input["target"].get<double>();
  for (const char* key : {"rebase_at_index0", "recalculate_at_index0"}) {
    for (const Json& index : input.value(key, Json::array()))
      question.rebase.push_back(day(index.get<size_t>()));
  }
  for (const char* key : {"fix_after_n_points", "baseline_points", "freeze"}) {
    if (input.contains(key) && !input[key].is_null()) question.baseline = input[key].get<size_t>();
  }
  return question;
}

void expect_number(const Json& expected, std::optional<double> found, double tolerance,
                   const char* what) {
  EXPECT_EQ(expected.is_null(), !found) << what;
  if (expected.is_null() || !found) return;
  EXPECT_NEAR(*found, expected.get<double>(),
              tolerance * std::max(1.0, std::abs(expected.get<double>())))
      << what;
}

std::string word_of(Variation variation) {
  switch (variation) {
    case Variation::none:
      return "";
    case Variation::common:
      return "common_cause";
    case Variation::improvement_high:
      return "improvement_high";
    case Variation::improvement_low:
      return "improvement_low";
    case Variation::concern_high:
      return "concern_high";
    case Variation::concern_low:
      return "concern_low";
    case Variation::neither_high:
      return "neutral_high";
    case Variation::neither_low:
      return "neutral_low";
  }
  return "?";
}

std::string word_of(Assurance assurance) {
  switch (assurance) {
    case Assurance::none:
      return "";
    case Assurance::pass:
      return "consistent_pass";
    case Assurance::fail:
      return "consistent_fail";
    case Assurance::hit_or_miss:
      return "inconsistent";
  }
  return "?";
}

std::string text_in(const Json& value) {
  return value.is_null() ? std::string() : value.get<std::string>();
}

std::string colour_of(Cause cause) {
  switch (cause) {
    case Cause::not_judged:
    case Cause::common:
      return "grey";
    case Cause::improvement:
      return "blue";
    case Cause::concern:
      return "orange";
    case Cause::neither:
      return "purple";
  }
  return "?";
}

std::vector<std::string> rules_of(const XmrFlags& flags) {
  std::vector<std::string> rules;  // in the order of the alphabet
  if (flags.shift_high) rules.push_back("shift_high");
  if (flags.shift_low) rules.push_back("shift_low");
  if (flags.single_high) rules.push_back("single_high");
  if (flags.single_low) rules.push_back("single_low");
  if (flags.trend_down) rules.push_back("trend_down");
  if (flags.trend_up) rules.push_back("trend_up");
  if (flags.two_sigma_high) rules.push_back("two_sigma_high");
  if (flags.two_sigma_low) rules.push_back("two_sigma_low");
  return rules;
}

// The one rule that the R package names for a point.
std::string ranked_rule(const XmrFlags& flags, Direction towards) {
  if (flags.single_high) return "Above UCL";
  if (flags.single_low) return "Below LCL";
  if (flags.trend_up || flags.trend_down)
    return towards == Direction::up ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)";
  if (flags.two_sigma_high) return "2 in 3 Above CL";
  if (flags.two_sigma_low) return "2 in 3 Below CL";
  if (flags.shift_high) return "7 Points Above CL";
  if (flags.shift_low) return "7 Points Below CL";
  return "Common Cause";
}

std::string point_type_of(Cause cause, Direction towards) {
  switch (cause) {
    case Cause::not_judged:
    case Cause::common:
      return "common_cause";
    case Cause::improvement:
      return "special_cause_improvement";
    case Cause::concern:
      return "special_cause_concern";
    case Cause::neither:
      return towards == Direction::up ? "special_cause_neutral_high" : "special_cause_neutral_low";
  }
  return "?";
}

}  // namespace analysis
