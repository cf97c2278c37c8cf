#include "present/process.h"
#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

namespace {

ordered_json or_null(const std::optional<double>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

const char* word_for(present::ControlLines::Cause cause) {
  using Cause = present::ControlLines::Cause;
  switch (cause) {
    case Cause::not_judged:
      return "not judged";
    case Cause::common:
      return "common cause";
    case Cause::improvement:
      return "improvement";
    case Cause::concern:
      return "concern";
    case Cause::neither:
      break;
  }
  return "special cause";
}

const char* word_for(present::VariationIcon::Is is) {
  using Is = present::VariationIcon::Is;
  switch (is) {
    case Is::common:
      return "common cause";
    case Is::improvement:
      return "improvement";
    case Is::concern:
      return "concern";
    case Is::neither:
      break;
  }
  return "special cause";
}

const char* word_for(present::AssuranceIcon::Is is) {
  using Is = present::AssuranceIcon::Is;
  switch (is) {
    case Is::pass:
      return "pass";
    case Is::fail:
      return "fail";
    case Is::hit_or_miss:
      break;
  }
  return "hit or miss";
}

ordered_json to_json(const present::ControlLines& lines) {
  ordered_json json;
  json["points"] = list_of(lines.points, [](const auto& point) -> ordered_json {
    if (!point.value) return nullptr;
    ordered_json one{{"value", *point.value}, {"cause", word_for(point.cause)}};
    if (point.ghost) one["ghost"] = true;
    if (!point.joined) one["joined"] = false;
    if (point.hollow) one["hollow"] = true;
    return one;
  });
  json["sections"] = list_of(lines.sections, [](const auto& section) {
    return ordered_json{{"first", section.first},
                        {"last", section.last},
                        {"mean", or_null(section.mean)},
                        {"lower", or_null(section.lower)},
                        {"upper", or_null(section.upper)},
                        {"texts", {section.lower_text, section.mean_text, section.upper_text}}};
  });
  json["targets"] = list_of(lines.targets, [](const auto& target) {
    return ordered_json{{"value", target.value}, {"text", target.text}};
  });
  return json;
}

}  // namespace

ordered_json json_of(const present::ProcessIcons& icons) {
  ordered_json json{{"variation", nullptr}, {"assurance", nullptr}};
  if (icons.variation) {
    json["variation"] = {{"is", word_for(icons.variation->is)},
                         {"towards", to_json(icons.variation->towards)},
                         {"words", icons.variation->words},
                         {"why", icons.variation->why}};
  }
  if (icons.assurance) {
    json["assurance"] = {{"is", word_for(icons.assurance->is)},
                         {"words", icons.assurance->words},
                         {"why", icons.assurance->why}};
  }
  return json;
}

ordered_json json_of(const present::ControlChart& chart) {
  ordered_json json{{"kind", "control-chart"}};
  json["lines"] = to_json(chart.lines);
  json["events"] = list_of(chart.events, [](const auto& event) {
    return ordered_json{{"at", event.at}, {"label", event.label}, {"detail", event.detail}};
  });
  json["last"] = {{"value", chart.last_value}, {"when", chart.last_when}};
  json["icons"] = json_of(chart.icons);
  json["key"] = chart.key;
  json["notes"] = chart.notes;
  json["age"] = to_json(chart.age);
  return json;
}

ordered_json json_of(const present::ControlCharts& charts) {
  return {{"kind", "control-charts"},
          {"chart_head", charts.chart_head},
          {"age", to_json(charts.age)},
          {"rows", list_of(charts.rows, [](const auto& row) {
             ordered_json json{{"id", row.id}, {"title", row.title}};
             json["period"] = row.period;
             json["value"] = row.value;
             json["target"] = row.target;
             json["lines"] = to_json(row.lines);
             json["icons"] = json_of(row.icons);
             json["note"] = row.note;
             json["rating"] = json_of(row.rag);
             json["age"] = to_json(row.age);
             return json;
           })}};
}

ordered_json series_of(const present::Context& context) {
  ordered_json all = ordered_json::array();
  const bool nhsr =
      context.settings.control_charts.profile == settings::ControlCharts::Profile::nhsr;
  for (const auto& feed : context.snapshot.feeds) {
    if (!feed.board) continue;
    for (const auto& series : feed.board->series) {
      const present::Process process = present::process_of(context, series, {});
      AnalysisReport report;
      report.profile = nhsr ? "nhsr" : "mdc";
      report.numbers.series = series;
      report.question = process.question;
      report.rule = process.rule;
      report.xmr = process.xmr;
      ordered_json json{{"feed", feed.status.id}, {"id", series.id}, {"title", series.title}};
      json.update(json_of(report));
      json["icons"] = json_of(present::icons_of(process));
      all.push_back(std::move(json));
    }
  }
  return all;
}

}  // namespace program
