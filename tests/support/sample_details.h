// A priority and a series as present/ would hand them to view/: priority 5 of Dorset's quarter 1 of
// 2023/24, and a made-up monthly series of six years with an event and a target.
#pragma once

#include <cmath>
#include <string>

#include "support/sample_plan.h"

namespace support {

inline present::PriorityPage sample_priority() {
  constexpr Rating A = Rating::amber;
  constexpr Rating G = Rating::green;
  constexpr Rating R = Rating::red;
  present::PriorityPage page;
  page.quote = {"Victims told us what helps. This quarter we funded it.",
                "Commissioner, June 2023"};
  page.now_label = "Q1";
  page.before_label = "Q4";
  page.themes = {sample_theme("Victims and Community", A, Move::improved, G),
                 sample_theme("CJS & RJ", A, Move::same, A),
                 sample_theme("Vulnerability", A, Move::same, A),
                 sample_theme("Hate Crime", G, Move::same, G),
                 sample_theme("Business & Retail Crime", A, Move::same, A)};
  page.measures = {{"Victims supported", {Direction::up, ""}, {Direction::up, ""}},
                   {"Victim satisfaction", {Direction::up, ""}, {Direction::level, "65%"}},
                   {"Legitimacy, inspection", {{}, "Adequate"}, {{}, "Adequate"}}};
  page.indicators = {{"Victim Support cases", "3,387", "", Direction::up, {}, G},
                     {"Victims’ Bureau contacts", "5,038", "", Direction::down, {}, G},
                     {"Recorded hate crime", "−5.8%", "−14", Direction::down, {}, A},
                     {"Recorded hate incidents", "−7.7%", "−6", Direction::down, {}, R},
                     {"Business crime", "+10.1%", "+333", Direction::up, {}, R},
                     {"Victim services spend", "£2m", "", Direction::up, {}, G}};
  page.indicators_rated = true;
  return page;
}

inline present::Axis sample_axis(double low, double high,
                                 std::initializer_list<std::pair<double, const char*>> ticks) {
  present::Axis axis{low, high, {}};
  for (const auto& [at, text] : ticks) axis.ticks.push_back({at, text});
  return axis;
}

inline present::Trend sample_trend() {
  present::Trend trend;
  trend.bars_title = "Each month";
  trend.line_title = "Rolling 12 months";
  for (int i = 0; i < 72; ++i) {
    double season = std::cos((i % 12 - 11) * 0.5236);
    double value = (i < 49 ? 1600 : 1300) + 250 * season;
    trend.bars.push_back({value, i >= 49});
    present::Trend::Line point;
    if (i >= 11) point.value = i < 49 ? 19200 : 19200 - 300 * std::min(i - 48, 12);
    trend.line.push_back(point);
  }
  trend.bars_axis =
      sample_axis(0, 1850, {{0, "0"}, {500, "500"}, {1000, "1,000"}, {1500, "1,500"}});
  trend.line_axis = sample_axis(
      13000, 20000, {{14000, "14,000"}, {16000, "16,000"}, {18000, "18,000"}, {20000, "20,000"}});
  trend.line_targets = {{0, 71, 14900, "Target 14,900"}};
  for (int year = 0; year < 6; ++year) {
    trend.years.push_back({year * 12, year * 12 + 11, std::to_string(1979 + year)});
  }
  trend.events = {{49, "Seat belts", "compulsory, 31 Jan 1983"}};
  present::SideFigure month{.caption = "December 1984", .number = "1,763"};
  month.direction = Direction::up;
  month.change = "16.5%";
  month.word = "worse";
  month.change_on = "on December 1983";
  present::SideFigure year = month;
  year.caption = "Year to Dec 1984";
  year.number = "16,421";
  year.rating = Rating::red;
  year.rated = true;
  year.change = "6.1%";
  year.change_on = "on the year before";
  year.target = "5.9% over target";
  year.target_note = "(illustrative target)";
  trend.figures = {month, year};
  return trend;
}

inline present::Plan plan_with(present::Content content) {
  present::Plan plan;
  plan.board_name = "Dorset Police and Crime Plan";
  plan.clock = "14:32";
  plan.slides = {sample_slide("slide", "Victim satisfaction flat while business crime rises",
                              "Priority 5: Put Victims and Communities First", std::move(content))};
  return plan;
}

inline present::TileAge sample_late_age() {
  return {present::TileAge::State::late, "As at 31 March 2023", "6 weeks late, next try 14:47"};
}

}  // namespace support
