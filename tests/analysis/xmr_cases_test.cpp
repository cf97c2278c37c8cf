// Our own cases, against what tests/data/spc/expect.py works out exactly.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/xmr.h"
#include "base/time.h"

namespace analysis {
namespace {

using Json = nlohmann::json;

model::Date date_in(const Json& text) {
  return *base::parse_date(text.get<std::string>());
}

std::vector<XmrPoint> points_in(const Json& items) {
  std::vector<XmrPoint> points;
  model::Date at = std::chrono::year{2020} / 1 / 1;
  for (const Json& item : items) {
    XmrPoint point;
    const bool is_object = item.is_object();
    if (is_object && item.contains("date")) at = date_in(item["date"]);
    point.at = at;
    const Json value = is_object ? item.value("value", Json()) : item;
    if (!value.is_null()) point.value = value.get<double>();
    point.is_ghost = is_object && item.value("ghost", false);
    point.breaks = is_object && item.value("break", false);
    points.push_back(point);
    at += std::chrono::months{1};
  }
  return points;
}

model::Good good_in(const Json& test) {
  const auto word = test.value("good", "neither");
  if (word == "up") return model::Good::up;
  return word == "down" ? model::Good::down : model::Good::neither;
}

XmrQuestion question_in(const Json& test) {
  XmrQuestion question;
  question.good = good_in(test);
  if (test.contains("target")) question.target = test["target"].get<double>();
  if (test.contains("baseline")) question.baseline = test["baseline"].get<size_t>();
  for (const Json& date : test.value("rebase", Json::array()))
    question.rebase.push_back(date_in(date));
  return question;
}

void set_switch(XmrRule& rule, const std::string& name, const Json& value) {
  using Screening = XmrRule::Screening;
  if (name == "limit_factor") {
    rule.limit_factor = std::stod(value.get<std::string>());
  } else if (name == "screening") {
    rule.screening = value == "none"     ? Screening::none
                     : value == "ranges" ? Screening::ranges
                                         : Screening::points;
  } else if (name == "shift_points") {
    rule.shift_points = value.get<size_t>();
  } else if (name == "trend_points") {
    rule.trend_points = value.get<size_t>();
  } else if (name == "min_baseline") {
    rule.min_baseline = value.get<size_t>();
  } else if (name == "rules_cross_rebase") {
    rule.rules_cross_rebase = value.get<bool>();
  } else if (name == "two_sigma_counts_beyond_limit") {
    rule.two_sigma_counts_beyond_limit = value.get<bool>();
  } else if (name == "trend_needs_side") {
    rule.trend_needs_side = value.get<bool>();
  } else if (name == "conflict") {
    rule.conflict = value == "improvement" ? Conflict::improvement
                    : value == "concern"   ? Conflict::concern
                                           : Conflict::ranked;
  } else if (name == "target_on_limit") {
    rule.target_on_limit = value == "inclusive" ? Edge::inclusive : Edge::strict;
  } else {
    ADD_FAILURE() << "no such switch: " << name;
  }
}

XmrRule rule_in(const Json& test) {
  XmrRule rule = test["profile"] == "mdc" ? mdc() : nhsr();
  const Json switches = test.value("rule", Json::object());
  for (const auto& [name, value] : switches.items()) set_switch(rule, name, value);
  return rule;
}

void expect_number(const Json& expected, std::optional<double> found, const char* what) {
  EXPECT_EQ(expected.is_null(), !found) << what;
  if (expected.is_null() || !found) return;
  const double number = expected.get<double>();
  EXPECT_NEAR(*found, number, 1e-9 * std::max(1.0, std::abs(number))) << what;
}

void expect_section(const Json& expected, const XmrSection& found) {
  EXPECT_EQ(found.first, expected["first"].get<size_t>());
  EXPECT_EQ(found.count, expected["count"].get<size_t>());
  EXPECT_EQ(found.is_short, expected["short"].get<bool>());
  EXPECT_EQ(found.is_judged, expected["judged"].get<bool>());
  expect_number(expected["mean"], found.mean, "mean");
  expect_number(expected["average_range"], found.average_range, "average range");
  const auto line = [&](double XmrLimits::*which) {
    return found.limits ? std::optional((*found.limits).*which) : std::nullopt;
  };
  expect_number(expected["lower"], line(&XmrLimits::lower), "lower");
  expect_number(expected["upper"], line(&XmrLimits::upper), "upper");
  expect_number(expected["lower_two_sigma"], line(&XmrLimits::lower_two_sigma), "lower two sigma");
  expect_number(expected["upper_two_sigma"], line(&XmrLimits::upper_two_sigma), "upper two sigma");
}

std::vector<std::string> names_of(const XmrFlags& flags) {
  std::vector<std::string> names;  // in the order of the alphabet
  if (flags.shift_high) names.push_back("shift_high");
  if (flags.shift_low) names.push_back("shift_low");
  if (flags.single_high) names.push_back("single_high");
  if (flags.single_low) names.push_back("single_low");
  if (flags.trend_down) names.push_back("trend_down");
  if (flags.trend_up) names.push_back("trend_up");
  if (flags.two_sigma_high) names.push_back("two_sigma_high");
  if (flags.two_sigma_low) names.push_back("two_sigma_low");
  return names;
}

std::string name_of(Cause cause) {
  constexpr const char* kNames[] = {"", "common", "improvement", "concern", "neither"};
  return kNames[static_cast<size_t>(cause)];
}

std::string name_of(Variation variation) {
  constexpr const char* kNames[] = {"",
                                    "common",
                                    "improvement_high",
                                    "improvement_low",
                                    "concern_high",
                                    "concern_low",
                                    "neither_high",
                                    "neither_low"};
  return kNames[static_cast<size_t>(variation)];
}

std::string name_of(Assurance assurance) {
  constexpr const char* kNames[] = {"", "pass", "fail", "hit_or_miss"};
  return kNames[static_cast<size_t>(assurance)];
}

std::string name_of(model::Direction direction) {
  if (direction == model::Direction::level) return "";
  return direction == model::Direction::up ? "up" : "down";
}

std::string name_of(const XmrDoubt& doubt) {
  switch (doubt.is) {
    case XmrDoubt::Is::rebase_matches_no_point:
      return "rebase " + base::format_date(*doubt.at) + " matches no point";
    case XmrDoubt::Is::baseline_too_short:
      return "baseline too short";
    case XmrDoubt::Is::baseline_too_long:
      return "baseline too long";
  }
  return "?";
}

std::string text_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? "" : found->get<std::string>();
}

void expect_mark(const Json& expected, const XmrMark& found) {
  EXPECT_EQ(found.section, expected["section"].get<size_t>());
  EXPECT_EQ(found.counts, expected.value("counts", false));
  EXPECT_EQ(found.after_gap, expected.value("after_gap", false));
  EXPECT_EQ(found.after_break, expected.value("after_break", false));
  expect_number(expected.value("range", Json()), found.moving_range, "moving range");
  EXPECT_EQ(names_of(found.flags), expected.value("flags", std::vector<std::string>()));
  EXPECT_EQ(name_of(found.cause), text_in(expected, "cause"));
  EXPECT_EQ(name_of(found.towards), text_in(expected, "towards"));
}

void run(const Json& test) {
  const Xmr xmr = analyse(points_in(test["points"]), question_in(test), rule_in(test));
  const Json& expected = test["expect"];
  ASSERT_EQ(xmr.sections.size(), expected["sections"].size());
  for (size_t i = 0; i < xmr.sections.size(); ++i)
    expect_section(expected["sections"][i], xmr.sections[i]);
  ASSERT_EQ(xmr.marks.size(), expected["marks"].size());
  for (size_t i = 0; i < xmr.marks.size(); ++i) {
    SCOPED_TRACE("point " + std::to_string(i));
    expect_mark(expected["marks"][i], xmr.marks[i]);
  }
  EXPECT_EQ(name_of(xmr.variation), text_in(expected, "variation"));
  EXPECT_EQ(name_of(xmr.assurance), text_in(expected, "assurance"));
  std::vector<std::string> doubts;
  for (const XmrDoubt& doubt : xmr.doubts) doubts.push_back(name_of(doubt));
  EXPECT_EQ(doubts, expected["doubts"].get<std::vector<std::string>>());
}

class XmrCases : public testing::TestWithParam<const char*> {};

TEST_P(XmrCases, AgreeWithTheExactImplementation) {
  std::ifstream file(std::string(BLUELAMP_SOURCE_DIR "/tests/data/spc/") + GetParam() + ".json");
  ASSERT_TRUE(file);
  const Json tests = Json::parse(file);
  ASSERT_FALSE(tests.empty());
  for (const Json& test : tests) {
    SCOPED_TRACE(test["name"].get<std::string>());
    run(test);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, XmrCases, testing::Values("rules", "switches", "edges", "drawn"),
                         [](const auto& file) { return std::string(file.param); });

}  // namespace
}  // namespace analysis
