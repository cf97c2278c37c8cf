// The cases of other projects: how they are read, and a check for each kind.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "analysis/xmr.h"

namespace analysis {

using Json = nlohmann::json;

constexpr double kTolerance = 1e-9;

model::Date day(size_t index);
std::vector<XmrPoint> points_in(const Json& values);
model::Good good_in(const Json& input);
XmrQuestion question_in(const Json& input);

// Icons, colours and rules in the words of the file; nothing for none.
std::string word_of(Variation variation);
std::string word_of(Assurance assurance);
std::string text_in(const Json& value);
std::string colour_of(Cause cause);
std::vector<std::string> rules_of(const XmrFlags& flags);
std::string ranked_rule(const XmrFlags& flags, model::Direction towards);
std::string point_type_of(Cause cause, model::Direction towards);

void expect_number(const Json& expected, std::optional<double> found, double tolerance,
                   const char* what);

// Whole series.
void check_mdc(const Json& test);
void check_mdc_flags(const Json& test);
void check_nhsr(const Json& test);
void check_assurance(const Json& test);
void check_groups(const Json& test);
void check_short(const Json& test);
void check_qic(const Json& test);
void check_limits(const Json& test);
void check_screened(const Json& test);
void check_screened_points(const Json& test);

// Single rules.
void check_shift_ends(const Json& test);
void check_trend_ends(const Json& test);
void check_two_in_three(const Json& test);
void check_priority(const Json& test);
void check_point_type(const Json& test);
void check_other_shift(const Json& test);
void check_other_trend(const Json& test);
void check_other_outside(const Json& test);

}  // namespace analysis
