#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

namespace {

const char* name_of(present::Certainty certainty) {
  switch (certainty) {
    case present::Certainty::provisional:
      return "provisional";
    case present::Certainty::estimated:
      return "estimated";
    case present::Certainty::settled:
      break;
  }
  return "settled";
}

// A number alone where nothing else is to be said of it.
template <class Point>
ordered_json value_of(const Point& point) {
  if (!point.value) return nullptr;
  if (point.certainty == present::Certainty::settled) return *point.value;
  return {{"value", *point.value}, {"certainty", name_of(point.certainty)}};
}

ordered_json to_json(const present::Trend::Event& event) {
  return {{"at", event.at}, {"label", event.label}, {"detail", event.detail}};
}

ordered_json to_json(const present::Trend::Target& target) {
  return {{"first", target.first},
          {"last", target.last},
          {"value", target.value},
          {"text", target.text}};
}

template <class Points>
ordered_json to_json(const std::string& title, const present::Axis& axis, const Points& points,
                     const std::vector<present::Trend::Target>& targets, const std::string& last,
                     const std::vector<present::Trend::Key>& key) {
  ordered_json json{{"title", title}, {"axis", json_of(axis)}};
  json["values"] = list_of(points, [](const auto& point) { return value_of(point); });
  json["last"] = last;
  json["key"] = list_of(key, [](const auto& entry) {
    return ordered_json{{"certainty", name_of(entry.certainty)}, {"text", entry.text}};
  });
  json["targets"] = list_of(targets, [](const auto& target) { return to_json(target); });
  return json;
}

}  // namespace

ordered_json json_of(const present::Trend& trend) {
  const auto event = [](const auto& one) { return to_json(one); };
  ordered_json json{{"kind", "trend"}, {"axes", trend.dual ? "dual" : "two-panels"}};
  json["bars"] = to_json(trend.bars_title, trend.bars_axis, trend.bars, trend.bar_targets,
                         trend.last_bar, trend.bars_key);
  json["line"] = to_json(trend.line_title, trend.line_axis, trend.line, trend.line_targets,
                         trend.last_line, trend.line_key);
  json["events"] = list_of(trend.events, event);
  json["breaks"] = list_of(trend.breaks, event);
  json["figures"] = list_of(trend.figures, [](const auto& figure) { return json_of(figure); });
  json["to_date"] = {
      {"text", trend.to_date.text}, {"on", trend.to_date.on}, {"target", trend.to_date.target}};
  json["years_before"] = list_of(trend.years_before, [](const auto& year) {
    return ordered_json{{"caption", year.caption}, {"value", year.text}};
  });
  json["age"] = to_json(trend.age);
  return json;
}

}  // namespace program
