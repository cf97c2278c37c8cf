// Slides as JSON. Private to this room: only .cpp files include it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "present/context.h"
#include "present/slides.h"
#include "program/analysis_report.h"

namespace program {

const char* name_of(model::Rating rating);  // "green"; "none" for not rated
nlohmann::ordered_json to_json(const std::optional<model::Direction>& direction);
nlohmann::ordered_json to_json(const present::KpiCard::Change& change);
nlohmann::ordered_json to_json(const present::TileAge& age);
nlohmann::ordered_json to_json(const present::Slide& slide);

template <class T, class Make>
nlohmann::ordered_json list_of(const std::vector<T>& things, Make make) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const T& thing : things) json.push_back(make(thing));
  return json;
}

nlohmann::ordered_json json_of(const present::RatingPair& pair);
nlohmann::ordered_json json_of(const present::Cell& cell);
nlohmann::ordered_json json_of(const present::Axis& axis);
nlohmann::ordered_json json_of(const present::OverviewCard::Theme& theme);
nlohmann::ordered_json json_of(const present::SideFigure& figure);
nlohmann::ordered_json json_of(const present::ProcessIcons& icons);
nlohmann::ordered_json json_of(const std::vector<std::optional<double>>& values);

// What stands on a slide of each kind; the files explain_*.cpp.
nlohmann::ordered_json json_of(const present::Overview& slide);
nlohmann::ordered_json json_of(const present::Kpis& slide);
nlohmann::ordered_json json_of(const present::PriorityPage& slide);
nlohmann::ordered_json json_of(const present::Trend& slide);
nlohmann::ordered_json json_of(const present::Waiting& slide);
nlohmann::ordered_json json_of(const present::ThemePage& slide);
nlohmann::ordered_json json_of(const present::Headlines& slide);
nlohmann::ordered_json json_of(const present::Spotlight& slide);
nlohmann::ordered_json json_of(const present::KpiTable& slide);
nlohmann::ordered_json json_of(const present::Commitments& slide);
nlohmann::ordered_json json_of(const present::RagGrid& slide);
nlohmann::ordered_json json_of(const present::Exceptions& slide);
nlohmann::ordered_json json_of(const present::Finance& slide);
nlohmann::ordered_json json_of(const present::Response& slide);
nlohmann::ordered_json json_of(const present::Chart& slide);
nlohmann::ordered_json json_of(const present::Ranks& slide);
nlohmann::ordered_json json_of(const present::ForwardPlan& slide);
nlohmann::ordered_json json_of(const present::ControlChart& slide);
nlohmann::ordered_json json_of(const present::ControlCharts& slide);
nlohmann::ordered_json to_json(const present::NoticeTaken& notice);  // explain_meetings.cpp
nlohmann::ordered_json json_of(const std::vector<model::Line>& lines);
// A series judged as a process; analysis_json.cpp.
nlohmann::ordered_json json_of(const AnalysisReport& report);
// Every series of every feed, as it is judged with all its recalculations.
nlohmann::ordered_json series_of(const present::Context& context);
// All notices of all feeds, and why each is shown or not.
nlohmann::ordered_json notices_of(const present::Context& context, const present::Plan& plan);

}  // namespace program
