// Where the figures of a chart stand: in a column at its right, in portrait in a row below it.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "view/side_figures.h"

namespace view {

using Figures = std::span<const present::SideFigure>;

// Which figures stay if letters are so large that not all fit.
enum class Keep { first, last };

struct FigureWishes {
  Figures figures;
  std::string heading;  // over all of them; may be empty
  Keep keep = Keep::first;
  bool one_size = false;  // all numbers as large as the longest can be
  // The least top of the second figure for a chart of this box, so that it stands beside its panel;
  // 0 for none.
  std::function<float(const Box& chart)> second_top;
};

struct FigurePlaces {
  Box chart;  // what is left
  Figures shown = {};
  std::vector<Box> figures = {};  // one for each that is shown
  Box heading = {};
  std::vector<std::string> heading_lines = {};
  Thrift thrift = Thrift::none;
};

FigurePlaces places_of(const FigureWishes& wishes, const Layout& layout, const Box& room);

// Each figure in a region of its own.
void draw_figures(const FigurePlaces& places, const Layout& layout, const present::TileAge& age);

// Boxes begin at the capitals of their first line; some letters reach above them.
Box text_bounds(const Box& box, const Layout& layout);

}  // namespace view
