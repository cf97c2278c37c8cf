// The cases gathered from other projects. The file lies beside the repository and is no part of it.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "xmr_fixture.h"

namespace analysis {
namespace {

constexpr const char* kFile = BLUELAMP_SOURCE_DIR "/../shared/data/spc-fixtures.json";

using Check = void (*)(const Json&);

const std::map<std::string, Check>& checks() {
  static const std::map<std::string, Check> kChecks = {
      {"mdc", check_mdc},
      {"mdc.flags", check_mdc_flags},
      {"mdc.exclude_mr_outliers", check_screened_points},
      {"xmr", check_nhsr},
      {"assurance", check_assurance},
      {"assurance.rebased", check_assurance},
      {"rule.shift7.window_end", check_shift_ends},
      {"rule.trend7.window_end", check_trend_ends},
      {"rule.two_in_three.flag", check_two_in_three},
      {"rule.priority", check_priority},
      {"rule.point_type", check_point_type},
      {"rebase.groups", check_groups},
      {"short_group", check_short},
      {"qic.i", check_qic},
      {"limits", check_limits},
      {"limits.screened", check_screened},
      {"series.screened", check_screened},
      {"other.shift", check_other_shift},
      {"other.trend", check_other_trend},
      {"other.astronomical", check_other_outside},
  };
  return kChecks;
}

const std::map<std::string, std::string>& not_run() {
  static const std::map<std::string, std::string> kNotRun = {
      {"rule.seven.backfill", "a step inside the R package: ours marks whole runs, without ends"},
      {"rule.two_in_three.window", "a step inside the R package: the marked points are tested"},
      {"qic.mr", "a chart of moving ranges, which is not drawn"},
      {"anhoej.limits", "Anhoej's runs analysis, which is no rule of Making Data Count"},
      {"other.twoInThree", "another rule: the third point may lie on the other side of the mean"},
      {"other.i_chart", "a weighted mean of ratios, which has other limits"},
  };
  return kNotRun;
}

TEST(XmrFixtures, CasesOfOtherProjectsPass) {
  std::ifstream file(kFile);
  if (!file) GTEST_SKIP() << "not beside this clone: " << kFile;
  const Json all = Json::parse(file);
  std::map<std::string, int> ran, left;
  for (const Json& test : all["cases"]) {
    SCOPED_TRACE(test["id"].get<std::string>());
    const std::string kind = test["kind"];
    const std::string key =
        kind + (test.contains("profile") ? ", " + test.value("profile", "") : "");
    const auto check = checks().find(kind);
    if (check != checks().end()) {
      check->second(test);
      ++ran[key];
    } else {
      ASSERT_TRUE(not_run().contains(kind)) << "neither run nor left out: " << kind;
      ++left[kind];
    }
  }
  int total = 0;
  for (const auto& [key, count] : ran) {
    std::cout << "ran     " << count << "  " << key << '\n';
    total += count;
  }
  for (const auto& [kind, count] : left)
    std::cout << "not run " << count << "  " << kind << ": " << not_run().at(kind) << '\n';
  std::cout << "ran " << total << " of " << all["cases"].size() << " cases\n";
}

}  // namespace
}  // namespace analysis
