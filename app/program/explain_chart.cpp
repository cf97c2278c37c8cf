#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

namespace {

ordered_json to_json(const present::Chart::Point& point) {
  if (!point.value) return nullptr;
  ordered_json json{{"value", *point.value}, {"text", point.text}};
  if (point.hollow) json["hollow"] = true;
  if (!point.joined) json["joined"] = false;
  return json;
}

ordered_json to_json(const present::Chart::Series& series) {
  return {{"title", series.title},
          {"points", list_of(series.points, [](const auto& point) { return to_json(point); })}};
}

ordered_json to_json(const present::Chart::Panel& panel) {
  const auto series = [](const auto& one) { return to_json(one); };
  ordered_json json{{"title", panel.title}};
  json["stacked"] = panel.stacked;
  json["bars"] = list_of(panel.bars, series);
  json["totals"] = panel.totals;
  json["lines"] = list_of(panel.lines, series);
  json["lines_follow_bars"] = panel.lines_follow_bars;
  json["axis"] = json_of(panel.axis);
  json["targets"] = list_of(panel.targets, [](const auto& target) {
    return ordered_json{{"first", target.first},
                        {"last", target.last},
                        {"value", target.value},
                        {"text", target.text}};
  });
  return json;
}

ordered_json to_json(const present::Trend::Event& event) {
  return {{"at", event.at}, {"label", event.label}, {"detail", event.detail}};
}

}  // namespace

ordered_json json_of(const present::Chart& chart) {
  const auto event = [](const auto& one) { return to_json(one); };
  ordered_json json{{"kind", "chart"}};
  json["panels"] = list_of(chart.panels, [](const auto& panel) { return to_json(panel); });
  json["intervals"] = chart.intervals;
  json["years"] = list_of(chart.years, [](const auto& year) {
    return ordered_json{{"first", year.first}, {"last", year.last}, {"text", year.text}};
  });
  json["events"] = list_of(chart.events, event);
  json["breaks"] = list_of(chart.breaks, event);
  json["hollow"] = chart.hollow;
  json["figures_title"] = chart.figures_title;
  json["figures"] = list_of(chart.figures, [](const auto& figure) { return json_of(figure); });
  json["age"] = to_json(chart.age);
  return json;
}

}  // namespace program
