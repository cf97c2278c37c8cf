#include "xmr_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/xmr_rules.h"

namespace analysis {

using model::Direction;

namespace {

// A case writes its profile's switches out; the profile's own values are then what is tested.
XmrRule mdc_in(const Json& input) {
  XmrRule rule = mdc();
  EXPECT_EQ(rule.shift_points, input.value("run_points", rule.shift_points));
  EXPECT_EQ(rule.trend_points, input.value("trend_points", rule.trend_points));
  EXPECT_EQ(rule.min_points, input.value("min_points", rule.min_points));
  EXPECT_EQ(rule.rules_cross_rebase, input.value("rules_cross_recalculation", true));
  EXPECT_EQ(rule.two_sigma_counts_beyond_limit,
            input.value("two_sigma_counts_beyond_limit", false));
  EXPECT_EQ(rule.screening != XmrRule::Screening::none, input.value("screen_outliers", false));
  EXPECT_EQ(input.value("conflict", "improvement"), "improvement");
  return rule;
}

XmrRule nhsr_in(const Json& input) {
  XmrRule rule = nhsr();
  if (!input.value("screen_outliers", true)) rule.screening = XmrRule::Screening::none;
  return rule;
}

void expect_section(const Json& expected, const XmrSection& section, bool limits_shown) {
  EXPECT_EQ(section.first, expected["first_index0"].get<size_t>());
  EXPECT_EQ(section.count, expected["n"].get<size_t>());
  expect_number(expected["mean"], section.mean, kTolerance, "mean");
  EXPECT_EQ(section.is_judged, limits_shown);
  if (!limits_shown) {
    EXPECT_FALSE(section.limits);
    return;
  }
  const auto limits = section.limits;
  expect_number(expected["lpl"], limits ? std::optional(limits->lower) : std::nullopt, kTolerance,
                "lower limit");
  expect_number(expected["upl"], limits ? std::optional(limits->upper) : std::nullopt, kTolerance,
                "upper limit");
}

int sign_of(Direction direction) {
  if (direction == Direction::level) return 0;
  return direction == Direction::up ? 1 : -1;
}

// Three standard deviations, which other packages take as 3 / 1.128 instead of 2.66.
XmrRule exact_sigma() {
  XmrRule rule = mdc();
  rule.limit_factor = 3 / 1.128;
  return rule;
}

}  // namespace

void check_mdc(const Json& test) {
  const auto& expect = test["expect"];
  const auto points = points_in(test["input"]["y"]);
  const Xmr xmr = analyse(points, question_in(test["input"]), mdc_in(test["input"]));
  std::vector<std::string> colours = expect["colour"];
  // Where NHS England's table and its document disagree, its document is right: the table colours a
  // point grey in the twin of the same series.
  for (const Json& erratum : test.value("known_source_errata", Json::array()))
    colours[erratum["index0"].get<size_t>()] = erratum["document"].get<std::string>();
  const auto& derived = expect["derived"];
  for (size_t i = 0; i < points.size(); ++i) {
    EXPECT_EQ(colour_of(xmr.marks[i].cause), colours[i]) << "point " << i;
    EXPECT_EQ(rules_of(xmr.marks[i].flags), derived["rules"][i].get<std::vector<std::string>>())
        << "point " << i;
  }
  const bool shown = expect["limits_and_icons_shown"];
  ASSERT_EQ(xmr.sections.size(), derived["sections"].size());
  for (size_t i = 0; i < xmr.sections.size(); ++i)
    expect_section(derived["sections"][i], xmr.sections[i], shown);
  EXPECT_EQ(word_of(xmr.variation), text_in(derived["variation_icon"]));
  if (!expect.contains("published_numbers")) return;
  const auto& published = expect["published_numbers"];
  const double tolerance = published["tol"];
  const XmrSection& section = xmr.sections[0];
  EXPECT_NEAR(*section.mean, published["mean"].get<double>(), tolerance);
  if (!published.contains("upl")) return;
  EXPECT_NEAR(section.limits->upper, published["upl"].get<double>(), tolerance);
  EXPECT_NEAR(section.limits->lower, published["lpl"].get<double>(), tolerance);
  EXPECT_NEAR(*section.average_range, published["average_moving_range"].get<double>(), tolerance);
}

void check_mdc_flags(const Json& test) {
  const auto& expect = test["expect"];
  const auto points = points_in(test["input"]["y"]);
  // NHS England's own table colours a falling point above the mean in "trend - no pauses"; its
  // design system, from which these flags come, does not.
  XmrRule rule = mdc_in(test["input"]);
  rule.trend_needs_side = true;
  const Xmr xmr = analyse(points, question_in(test["input"]), rule);
  const XmrSection& section = xmr.sections.at(0);
  ASSERT_TRUE(section.limits);
  expect_number(expect["mean"], section.mean, kTolerance, "mean");
  expect_number(expect["upl"], section.limits->upper, kTolerance, "upper");
  expect_number(expect["lpl"], section.limits->lower, kTolerance, "lower");
  expect_number(expect["two_sigma_upper"], section.limits->upper_two_sigma, kTolerance, "upper 2");
  expect_number(expect["two_sigma_lower"], section.limits->lower_two_sigma, kTolerance, "lower 2");
  for (size_t i = 0; i < points.size(); ++i) {
    const XmrMark& mark = xmr.marks[i];
    expect_number(expect["moving_range"][i], mark.moving_range, kTolerance, "moving range");
    EXPECT_EQ(mark.flags.single_high, expect["single_high"][i].get<bool>()) << i;
    EXPECT_EQ(mark.flags.single_low, expect["single_low"][i].get<bool>()) << i;
    EXPECT_EQ(mark.flags.two_sigma_high, expect["two_sigma_high"][i].get<bool>()) << i;
    EXPECT_EQ(mark.flags.two_sigma_low, expect["two_sigma_low"][i].get<bool>()) << i;
    EXPECT_EQ(mark.flags.shift_high, expect["shift_high"][i].get<bool>()) << i;
    EXPECT_EQ(mark.flags.shift_low, expect["shift_low"][i].get<bool>()) << i;
    EXPECT_EQ(mark.flags.trend_up, expect["trend_up"][i].get<bool>()) << i;
    EXPECT_EQ(mark.flags.trend_down, expect["trend_down"][i].get<bool>()) << i;
    const std::string word = mark.cause == Cause::improvement ? "improvement"
                             : mark.cause == Cause::concern   ? "concern"
                                                              : "neither";
    EXPECT_EQ(word, expect["point"][i].get<std::string>()) << i;
  }
}

void check_nhsr(const Json& test) {
  const auto& expect = test["expect"];
  const auto points = points_in(test["input"]["y"]);
  const Xmr xmr = analyse(points, question_in(test["input"]), nhsr_in(test["input"]));
  ASSERT_EQ(xmr.sections.size(), expect["groups"].size());
  for (size_t i = 0; i < xmr.sections.size(); ++i)
    expect_section(expect["groups"][i], xmr.sections[i], true);
  for (size_t i = 0; i < points.size(); ++i) {
    const XmrMark& mark = xmr.marks[i];
    EXPECT_EQ(mark.flags.single_high || mark.flags.single_low,
              expect["outside_limits"][i].get<bool>())
        << i;
    EXPECT_EQ(ranked_rule(mark.flags, mark.towards),
              expect["special_cause_type"][i].get<std::string>())
        << i;
    EXPECT_EQ(point_type_of(mark.cause, mark.towards), expect["point_type"][i].get<std::string>())
        << i;
    const XmrSection& section = xmr.sections[mark.section];
    EXPECT_EQ(sign_of(side_of(*points[i].value, *section.mean, 1e-12)),
              expect["side_of_mean"][i].get<int>())
        << i;
    if (!section.limits) continue;
    const auto& limits = *section.limits;
    const auto near =
        beyond(*points[i].value, limits.lower_two_sigma, limits.upper_two_sigma, 1e-12);
    const bool outside = mark.flags.single_high || mark.flags.single_low;
    EXPECT_EQ(near != Direction::level && !outside, expect["close_to_limits"][i].get<bool>()) << i;
  }
  EXPECT_EQ(word_of(xmr.variation), text_in(expect["variation_icon"]));
  EXPECT_EQ(word_of(xmr.assurance), text_in(expect["assurance"]));
}

void check_assurance(const Json& test) {
  const auto& input = test["input"];
  const XmrRule rule = test["profile"] == "mdc" ? mdc() : nhsr();
  XmrLimits limits;
  const bool by_point = input.contains("lpl_by_point");
  limits.lower = by_point ? input["lpl_by_point"].back() : input["lpl"];
  limits.upper = by_point ? input["upl_by_point"].back() : input["upl"];
  const XmrQuestion question = question_in(input);
  EXPECT_EQ(word_of(assurance_of(limits, question.target, question.good, rule.target_on_limit)),
            text_in(test["expect"]["assurance"]));
}

void check_groups(const Json& test) {
  const Json values(test["input"]["n"].get<size_t>(), 1.0);
  XmrQuestion question = question_in(test["input"]);
  const bool is_before = test["input"].value("rebase_date_before_series", false);
  if (is_before) question.rebase.push_back(std::chrono::year{1999} / 12 / 1);
  const Xmr xmr = analyse(points_in(values), question, nhsr());
  EXPECT_EQ(xmr.doubts.size(), is_before ? 1u : 0u);
  const auto& expect = test["expect"];
  for (size_t i = 0; i < xmr.marks.size(); ++i) {
    if (expect.contains("group")) {
      EXPECT_EQ(xmr.marks[i].section, expect["group"][i].get<size_t>()) << i;
    }
    if (!expect.contains("marker")) continue;
    const bool begins = i > 0 && xmr.marks[i].section != xmr.marks[i - 1].section;
    EXPECT_EQ(begins ? 1 : 0, expect["marker"][i].get<int>()) << i;
  }
}

void check_short(const Json& test) {
  Json values = Json::array();
  XmrQuestion question;
  for (const Json& size : test["input"]["group_sizes"]) {
    if (!values.empty()) question.rebase.push_back(day(values.size()));
    for (size_t i = 0; i < size.get<size_t>(); ++i) values.push_back(i % 3);
  }
  EXPECT_EQ(nhsr().warn_below, test["input"]["threshold"].get<size_t>());
  const Xmr xmr = analyse(points_in(values), question, nhsr());
  ASSERT_EQ(xmr.sections.size(), test["expect"]["short"].size());
  for (size_t i = 0; i < xmr.sections.size(); ++i)
    EXPECT_EQ(xmr.sections[i].is_short, test["expect"]["short"][i].get<bool>()) << i;
}

void check_qic(const Json& test) {
  const auto& input = test["input"];
  const auto& expect = test["expect"];
  XmrRule rule = exact_sigma();
  if (input.value("screen_outliers", false)) rule.screening = XmrRule::Screening::ranges;
  rule.min_points = 2;
  rule.min_baseline = 2;
  const auto points = points_in(input["y"]);
  const Xmr xmr = analyse(points, question_in(input), rule);
  const XmrSection& section = xmr.sections.at(0);
  ASSERT_TRUE(section.limits);
  expect_number(expect["mean"], section.mean, kTolerance, "mean");
  expect_number(expect["lcl"], section.limits->lower, kTolerance, "lower");
  expect_number(expect["ucl"], section.limits->upper, kTolerance, "upper");
  if (!expect.contains("sigma_signal")) return;
  for (size_t i = 0; i < points.size(); ++i) {
    const XmrFlags& flags = xmr.marks[i].flags;
    EXPECT_EQ(flags.single_high || flags.single_low, expect["sigma_signal"][i].get<bool>()) << i;
  }
}

void check_limits(const Json& test) {
  const auto& expect = test["expect"];
  const double tolerance = expect["tol"];
  const auto points = points_in(test["input"]["y"]);
  const XmrSection ours = analyse(points, {}, mdc()).sections.at(0);
  const XmrSection exact = analyse(points, {}, exact_sigma()).sections.at(0);
  expect_number(expect["mean"], ours.mean, tolerance, "mean");
  expect_number(expect["average_moving_range"], ours.average_range, tolerance, "range");
  expect_number(expect["upl_266"], ours.limits->upper, tolerance, "upper");
  expect_number(expect["lpl_266"], ours.limits->lower, tolerance, "lower");
  expect_number(expect["upl_3_over_1128"], exact.limits->upper, tolerance, "upper, exact");
  expect_number(expect["lpl_3_over_1128"], exact.limits->lower, tolerance, "lower, exact");
}

void check_screened(const Json& test) {
  const auto& expect = test["expect"];
  const double tolerance = expect["tol"];
  XmrRule rule = nhsr();
  rule.min_baseline = 2;
  const auto points = points_in(test["input"]["y"]);
  const Xmr xmr = analyse(points, question_in(test["input"]), rule);
  const XmrSection& section = xmr.sections.at(0);
  ASSERT_TRUE(section.limits);
  expect_number(expect["mean"], section.mean, tolerance, "mean");
  expect_number(expect["lpl"], section.limits->lower, tolerance, "lower");
  expect_number(expect["upl"], section.limits->upper, tolerance, "upper");
  if (expect.contains("near_lower")) {
    expect_number(expect["near_lower"], section.limits->lower_two_sigma, tolerance, "lower 2");
    expect_number(expect["near_upper"], section.limits->upper_two_sigma, tolerance, "upper 2");
  }
  if (!expect.contains("special_cause")) return;
  for (size_t i = 0; i < points.size(); ++i) {
    const XmrFlags& flags = xmr.marks[i].flags;
    EXPECT_EQ(flags.single_high || flags.single_low, expect["outside_limits"][i].get<bool>()) << i;
    EXPECT_EQ(flags.any(), expect["special_cause"][i].get<bool>()) << i;
  }
}

void check_screened_points(const Json& test) {
  const auto& expect = test["expect"];
  XmrRule rule = mdc();
  rule.screening = XmrRule::Screening::points;
  const XmrSection section = analyse(points_in(test["input"]["y"]), {}, rule).sections.at(0);
  expect_number(expect["meanWithoutOutliers"], section.mean, kTolerance, "mean");
  expect_number(expect["mrBarExcluded"], section.average_range, kTolerance, "range");
  expect_number(expect["upl"], section.limits->upper, kTolerance, "upper");
  expect_number(expect["lpl"], section.limits->lower, kTolerance, "lower");
  expect_number(expect["twoSigmaUpper"], section.limits->upper_two_sigma, kTolerance, "upper 2");
  expect_number(expect["twoSigmaLower"], section.limits->lower_two_sigma, kTolerance, "lower 2");
}

}  // namespace analysis
