// A series as a trend shows it: its points, their totals over a year, and how settled each is.
#pragma once

#include <cstddef>
#include <vector>

#include "present/series_window.h"
#include "present/slides.h"

namespace present {

// Borrows the series. Lists begin with the whole series, so that the year before is known where it
// is not shown.
struct TrendPoints {
  const model::Series& series;
  SeriesWindow shown;
  SeriesWindow whole;
  std::size_t first = 0;               // index in the lists of the first point that is shown
  int year = 0;                        // intervals in a year; 0 where no number of them makes one
  std::vector<model::Point> points;    // one for each interval; one that is left out has no value
  Values totals;                       // over a year; empty where none is made or none is shown
  std::vector<Certainty> certainties;  // of the totals: that of the least settled point of each

  // Whether what is counted changed after one index, up to and including another: then the two
  // cannot be compared.
  bool has_break(std::size_t after, std::size_t to) const;
};

TrendPoints trend_points(const model::Series& series, const SeriesWindow& shown);

// Of both flags the weaker: an estimate will be replaced by a count, a provisional count revised.
Certainty certainty_of(const model::Point& point);

}  // namespace present
