// Small boards, snapshots and settings for tests, in the figures of the 2023/24 Q1 report.
#pragma once

#include <memory>
#include <utility>

#include "model/snapshot.h"
#include "settings/settings.h"

namespace support {

inline model::Date date(int year, unsigned month, unsigned day) {
  return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

inline model::Timestamp noon() {
  return std::chrono::sys_days{date(2026, 3, 10)} + std::chrono::hours{12};
}

inline model::Kpi answering_999() {
  model::Kpi kpi;
  kpi.id = "999-10s";
  kpi.title = "999 calls answered within 10 seconds";
  kpi.short_title = "999 answered in 10 s";
  kpi.quantity = {.value = 86.9, .unit = model::Unit::percent, .decimals = 1};
  kpi.good = model::Good::up;
  kpi.target = model::Target{.is = model::Target::Is::at_least, .value = 90};
  kpi.change = model::Quantity{.value = 6.3, .unit = model::Unit::points};
  kpi.previous = model::Comparator{{}, "last year"};
  kpi.period = {"", date(2023, 4, 1), date(2023, 7, 31)};
  return kpi;
}

inline model::Board plan_board() {
  using model::Rating;
  model::Board board;
  board.title = "Dorset Police and Crime Plan";
  board.period = {"Quarter 1 2023/24", date(2023, 4, 1), date(2023, 6, 30)};
  board.previous_period.label = "Quarter 4 2022/23";
  board.marking = "Official";
  board.priorities.push_back(
      {.id = "p4",
       .number = 4,
       .title = "Fight Rural Crime",
       .short_title = "Rural crime",
       .headlines = {{"Regional rural partnership set up", ""}},
       .themes = {
           {.id = "country-watch", .title = "Country Watch", .rag = {Rating::green, {}}},
           {.id = "fly-tipping", .title = "Fly-tipping", .rag = {Rating::amber, Rating::red}}}});
  board.kpis.push_back(answering_999());
  return board;
}

inline model::FeedSnapshot fetched(model::Id id, model::Board board,
                                   std::chrono::seconds ago = std::chrono::minutes{12}) {
  model::FeedSnapshot feed;
  feed.status.id = std::move(id);
  feed.status.title = "Plan board";
  feed.status.late_after = std::chrono::hours{1};
  feed.status.fetched_at = noon() - ago;
  feed.status.next_try_at = noon() + std::chrono::minutes{15};
  feed.board = std::make_shared<const model::Board>(std::move(board));
  return feed;
}

inline settings::Slide slide(settings::Slide::Kind kind, model::Id id) {
  settings::Slide wanted;
  wanted.kind = kind;
  wanted.id = std::move(id);
  return wanted;
}

}  // namespace support
