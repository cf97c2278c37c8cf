// The numbers beside a chart: what they are, how they moved, how they stand against the target.
#pragma once

#include <optional>
#include <span>

#include "view/slide_kinds.h"

namespace view {

// What is given up where room is short: each step gives up what the one before did, and more.
enum class Thrift {
  none,
  no_target_note,
  no_comparison,  // neither what the change is on
  smaller,        // number in Big at most, words in Foot
  single_lines,   // nothing takes a second line, number in Title
  number_and_change,
  one_row,        // the change beside the number, if it has room there
  one_small_row,  // number in Body
};

// From the top of the caption's capitals to under the last line. Design pixels.
float figure_height(const present::SideFigure& figure, const Layout& layout, float width,
                    Thrift thrift);

// The least thrift under which all figures, below each other or side by side, take at most
// `height` together; none if no thrift is enough.
std::optional<Thrift> thrift_below(std::span<const present::SideFigure> figures,
                                   const Layout& layout, float width, float gap, float height);
std::optional<Thrift> thrift_beside(std::span<const present::SideFigure> figures,
                                    const Layout& layout, float width, float height);

// The size of the number.
Role number_role(const present::SideFigure& figure, const Layout& layout, float width,
                 Thrift thrift);

void draw_figure(Canvas& canvas, const present::SideFigure& figure, const Layout& layout,
                 const present::TileAge& age, const Box& box, Thrift thrift);

}  // namespace view
