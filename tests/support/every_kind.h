// Settings that show a board in every way there is, whatever the board holds.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "model/board.h"
#include "settings/settings.h"

namespace support {

// `feed` is the id of the feed that the board comes from. Of many series the first four are drawn.
inline settings::Settings settings_of_every_kind(const model::Board& board,
                                                 const std::string& feed) {
  using Slide = settings::Slide;
  using Kind = Slide::Kind;
  settings::Settings settings;
  settings.feeds.push_back({.id = feed, .title = "Board", .url = "http://127.0.0.1/feed.json"});
  const auto add = [&](Slide slide) {
    slide.id = "slide-" + std::to_string(settings.slides.size());
    settings.slides.push_back(std::move(slide));
  };

  for (Kind kind : {Kind::overview, Kind::kpis, Kind::priority, Kind::theme, Kind::headlines,
                    Kind::spotlight, Kind::kpi_table, Kind::commitments, Kind::exceptions,
                    Kind::response, Kind::rank, Kind::forward_plan, Kind::control_charts}) {
    add({.kind = kind, .icons = kind == Kind::kpis || kind == Kind::kpi_table});
  }
  using enum Slide::Dimension;
  for (auto [rows, columns] : {std::pair{themes, periods},
                               {priorities, ratings},
                               {commitments, periods},
                               {kpis, periods},
                               {kpis, areas}}) {
    add({.kind = Kind::rag_grid, .rows = rows, .columns = columns});
  }
  using enum Slide::Form;
  for (Slide::Form form : {automatic, rows, variance, shares, movement}) {
    add({.kind = Kind::finance, .form = form});
  }
  constexpr std::size_t kMost = 4;
  const std::size_t drawn = std::min(board.series.size(), kMost);
  for (std::size_t i = 0; i < drawn; ++i) {
    const model::Id& series = board.series[i].id;
    add({.kind = Kind::trend, .series = series, .months = 240, .axes = Slide::Axes::two_panels});
    add({.kind = Kind::trend, .series = series, .months = 12, .axes = Slide::Axes::dual});
    add({.kind = Kind::control_chart, .series = series});
    add({.kind = Kind::chart, .series_as_lines = {series}});
  }
  if (drawn > 0) {
    Slide chart{.kind = Kind::chart, .bars = Slide::Bars::stacked, .rolling = {6, 12}};
    for (std::size_t i = 0; i < drawn; ++i) chart.series_as_bars.push_back(board.series[i].id);
    add(chart);
    chart.bars = Slide::Bars::grouped;
    add(chart);
  }
  return settings;
}

}  // namespace support
