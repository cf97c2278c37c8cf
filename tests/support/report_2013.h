// A board with rows of priority 1 of the report for quarter 2 of 2013/14, and what is made of it.
#pragma once

#include <chrono>
#include <string>
#include <utility>

#include "present/context.h"
#include "support/boards.h"

namespace support {

inline model::Kpi compared(std::string id, std::string title, double before, double now,
                           model::Unit unit, model::Good good) {
  model::Kpi made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.priority = "p1";
  const auto decimals = unit == model::Unit::percent ? std::optional<int>(1) : std::nullopt;
  made.quantity = {.value = now, .unit = unit, .decimals = decimals};
  made.previous =
      model::Comparator{{.value = before, .unit = unit, .decimals = decimals}, "2012/13"};
  made.good = good;
  made.period = {"2013/14", date(2013, 4, 1), date(2013, 9, 30)};
  return made;
}

inline model::Board report_2013() {
  model::Board board;
  board.title = "Police and Crime Plan";
  board.period = {"Quarter 2 2013/14", date(2013, 4, 1), date(2013, 9, 30)};
  board.previous_period.label = "Quarter 1 2013/14";
  board.marking = "Official";
  board.priorities = {
      {.id = "p1",
       .number = 1,
       .title = "Reduce the number of victims",
       .themes = {{.id = "crime", .title = "Crime", .rag = {model::Rating::green, {}}},
                  {.id = "asb", .title = "ASB", .rag = {model::Rating::amber, {}}}}},
      {.id = "p2",
       .number = 2,
       .title = "Reduce harm",
       .themes = {{.id = "road",
                   .title = "Road safety",
                   .rag = {model::Rating::green, model::Rating::amber}}}}};
  board.kpis = {
      compared("veh-sd", "Sanction detection rate", 3.9, 4.0, model::Unit::percent,
               model::Good::up),
      compared("crime", "Total crime", 21012, 19581, model::Unit::count, model::Good::down),
      compared("outcomes", "Positive outcome rate", 21.1, 25.2, model::Unit::percent,
               model::Good::up),
      compared("veh", "Vehicle crime", 2539, 2157, model::Unit::count, model::Good::down)};
  board.kpis[0].parent = "veh";
  board.kpis[1].target = model::Target{.is = model::Target::Is::text, .text = "≥ 1% cut"};
  board.kpis[2].target = model::Target{.is = model::Target::Is::at_least, .value = 25.5};
  board.kpis[2].note = "Rises to 33%.";
  return board;
}

// A snapshot of one feed, "plan", and the settings that stand beside it.
struct Making {
  model::Snapshot snapshot;
  settings::Settings settings;

  explicit Making(model::Board board, std::chrono::seconds ago = std::chrono::minutes{12}) {
    snapshot.feeds.push_back(fetched("plan", std::move(board), ago));
  }
  present::Context context() const { return present::Context(settings, snapshot, {noon(), true}); }
};

}  // namespace support
