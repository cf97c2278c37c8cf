// Rows of one large figure each, over the width of the slide: the figure and what it is of, its
// scale, its mark. All rows of a slide share their columns, so that figures and scales compare.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>

#include "view/bullet.h"
#include "view/slide_kinds.h"

namespace view {

struct FigureRow {
  struct Scale {
    std::variant<present::Bullet, present::Ranks::Ladder> shape;
    ScaleLabels labels;
  };

  present::KpiCard card;  // figure, title, change, rating and age of it are drawn
  std::string compared;   // after the change
  std::string note;       // below the figure
  std::string strong;     // below the title, with the detail
  std::string detail;
  std::optional<Scale> scale;
  std::string verdict;  // without a scale: "No target", and what goes with it
  std::string remark;
};

int figure_row_pages(std::span<const FigureRow> rows, const Layout& layout);
void draw_figure_rows(std::span<const FigureRow> rows, int page, const Layout& layout);

}  // namespace view
