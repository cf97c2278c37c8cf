#include "xmr_fixture.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "analysis/xmr_rules.h"

namespace analysis {

using model::Direction;
using model::Good;

namespace {

Direction direction_in(int sign) {
  if (sign == 0) return Direction::level;
  return sign > 0 ? Direction::up : Direction::down;
}

std::vector<XmrJudged> on_sides(const Json& sides) {
  std::vector<XmrJudged> chain;
  for (const Json& side : sides) {
    XmrJudged point;
    point.side = direction_in(side.get<int>());
    chain.push_back(point);
  }
  return chain;
}

std::vector<XmrJudged> of_values(const Json& values) {
  std::vector<XmrJudged> chain;
  for (const Json& value : values) {
    XmrJudged point;
    point.value = value.get<double>();
    chain.push_back(point);
  }
  return chain;
}

std::string other_word(const XmrFlags& flags) {
  return flags.high() ? "upper" : flags.low() ? "lower" : "none";
}

}  // namespace

// A window of seven ends where the series, cut off there, has a shift.
void check_shift_ends(const Json& test) {
  for (size_t end = 0; end < test["input"]["side_of_mean"].size(); ++end) {
    auto chain = on_sides(test["input"]["side_of_mean"]);
    chain.resize(end + 1);
    mark_shifts(chain, 7);
    EXPECT_EQ(chain.back().flags.any() ? 1 : 0, test["expect"]["window_end"][end].get<int>());
  }
}

void check_trend_ends(const Json& test) {
  for (size_t end = 0; end < test["input"]["y"].size(); ++end) {
    auto chain = of_values(test["input"]["y"]);
    chain.resize(end + 1);
    mark_trends(chain, 7);
    const XmrFlags& flags = chain.back().flags;
    EXPECT_EQ(flags.trend_up - flags.trend_down, test["expect"]["window_end"][end].get<int>());
  }
}

void check_two_in_three(const Json& test) {
  auto chain = on_sides(test["input"]["side_of_mean"]);
  for (size_t i = 0; i < chain.size(); ++i) {
    if (test["input"]["close_to_limit"][i].get<int>() != 0)
      chain[i].beyond_two_sigma = chain[i].side;
  }
  mark_two_of_three(chain, false);
  for (size_t i = 0; i < chain.size(); ++i)
    EXPECT_EQ(chain[i].flags.any() ? 1 : 0, test["expect"]["flag"][i].get<int>()) << i;
}

void check_priority(const Json& test) {
  const auto& input = test["input"];
  for (size_t i = 0; i < input["y"].size(); ++i) {
    const bool high = input["side_of_mean"][i].get<int>() > 0;
    XmrFlags flags;
    flags.trend_up = input["part_trend7"][i].get<int>() != 0;
    if (input["part_shift7"][i].get<int>() != 0) (high ? flags.shift_high : flags.shift_low) = true;
    if (input["flag_two_in_three"][i].get<int>() != 0)
      (high ? flags.two_sigma_high : flags.two_sigma_low) = true;
    if (input["outside_limits"][i].get<int>() != 0)
      (high ? flags.single_high : flags.single_low) = true;
    const auto towards = direction_of(flags, Good::up, Conflict::ranked);
    EXPECT_EQ(ranked_rule(flags, towards),
              test["expect"]["special_cause_type"][i].get<std::string>())
        << i;
  }
}

void check_point_type(const Json& test) {
  const Good good = good_in(test["input"]);
  for (size_t i = 0; i < test["input"]["special_cause_type"].size(); ++i) {
    const std::string type = test["input"]["special_cause_type"][i];
    XmrFlags flags;
    flags.single_high = type == "Above UCL";
    flags.single_low = type == "Below LCL";
    flags.trend_up = type == "7 Point Trend (Increasing)";
    flags.trend_down = type == "7 Point Trend (Decreasing)";
    flags.two_sigma_high = type == "2 in 3 Above CL";
    flags.two_sigma_low = type == "2 in 3 Below CL";
    flags.shift_high = type == "7 Points Above CL";
    flags.shift_low = type == "7 Points Below CL";
    const auto towards = direction_of(flags, good, Conflict::ranked);
    EXPECT_EQ(point_type_of(cause_of(towards, good), towards),
              test["expect"]["point_type"][i].get<std::string>())
        << type;
  }
}

void check_other_shift(const Json& test) {
  auto chain = of_values(test["input"]["val"]);
  for (size_t i = 0; i < chain.size(); ++i)
    chain[i].side = side_of(chain[i].value, test["input"]["targets"][i].get<double>(), 0);
  mark_shifts(chain, test["input"]["n"].get<size_t>());
  for (size_t i = 0; i < chain.size(); ++i)
    EXPECT_EQ(other_word(chain[i].flags), test["expect"]["flag"][i].get<std::string>()) << i;
}

void check_other_trend(const Json& test) {
  const auto n = test["input"]["n"].get<size_t>();
  auto chain = of_values(test["input"]["val"]);
  mark_trends(chain, n);
  for (size_t i = 0; i < chain.size(); ++i) {
    const auto& point = chain[i];
    const std::string word = point.later_trend == Direction::up     ? "upper"
                             : point.later_trend == Direction::down ? "lower"
                                                                    : "none";
    EXPECT_EQ(word, test["expect"]["flag"][i].get<std::string>()) << i;
  }
}

void check_other_outside(const Json& test) {
  auto chain = of_values(test["input"]["val"]);
  for (size_t i = 0; i < chain.size(); ++i) {
    chain[i].beyond_limit = beyond(chain[i].value, test["input"]["ll99"][i].get<double>(),
                                   test["input"]["ul99"][i].get<double>(), 0);
  }
  mark_single_points(chain);
  for (size_t i = 0; i < chain.size(); ++i)
    EXPECT_EQ(other_word(chain[i].flags), test["expect"]["flag"][i].get<std::string>()) << i;
}

}  // namespace analysis
