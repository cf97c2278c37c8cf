#include <nlohmann/json.hpp>

#include "analysis/rolling.h"
#include "base/time.h"
#include "program/analysis_report.h"
#include "program/explain_slide.h"

namespace program {
namespace {

using nlohmann::ordered_json;

ordered_json number(const std::optional<double>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json section_json(const AnalysisReport& report, const analysis::XmrSection& section) {
  ordered_json json{{"from", key_of(report.numbers, section.first)},
                    {"to", key_of(report.numbers, section.last)},
                    {"points", section.count},
                    {"short", section.is_short},
                    {"mean", number(section.mean)},
                    {"average_moving_range", number(section.average_range)},
                    {"limits", nullptr}};
  if (section.limits) {
    json["limits"] = {{"lower", section.limits->lower},
                      {"upper", section.limits->upper},
                      {"lower_two_sigma", section.limits->lower_two_sigma},
                      {"upper_two_sigma", section.limits->upper_two_sigma}};
  }
  return json;
}

ordered_json point_json(const AnalysisReport& report, size_t i) {
  const auto& mark = report.xmr.marks[i];
  return {
      {"at", key_of(report.numbers, i)}, {"value", number(report.numbers.series.points[i].value)},
      {"section", mark.section + 1},     {"moving_range", number(mark.moving_range)},
      {"after_gap", mark.after_gap},     {"rules", words_for(mark.flags)},
      {"cause", word_for(mark.cause)}};
}

const char* word_for(model::Good good) {
  switch (good) {
    case model::Good::up:
      return "up";
    case model::Good::down:
      return "down";
    case model::Good::neither:
      return "neither";
  }
  return "";
}

}  // namespace

ordered_json json_of(const AnalysisReport& report) {
  ordered_json json{{"profile", report.profile},
                    {"good", word_for(report.question.good)},
                    {"target", number(report.question.target)},
                    {"notes", report.notes()},
                    {"variation", word_for(report.xmr.variation)},
                    {"assurance", word_for(report.xmr.assurance)},
                    {"sections", ordered_json::array()},
                    {"points", ordered_json::array()}};
  for (const auto& section : report.xmr.sections)
    json["sections"].push_back(section_json(report, section));
  for (size_t i = 0; i < report.xmr.marks.size(); ++i)
    json["points"].push_back(point_json(report, i));
  for (const int length : rolling_lengths(report.numbers.series.every)) {
    const auto totals = analysis::rolling_totals(report.numbers.series, length);
    for (size_t i = 0; i < totals.size(); ++i)
      json["points"][i]["rolling"][std::to_string(length)] = number(totals[i]);
  }
  return json;
}

std::string as_json(const AnalysisReport& report) {
  ordered_json json{{"file", report.file}};
  json.update(json_of(report));
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace program
