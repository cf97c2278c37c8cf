// Lines of a chart, solid or in dashes, with no more vertices than a draw list can hold.
#pragma once

#include <span>
#include <vector>

#include "view/canvas.h"

namespace view {

struct Stroke {
  Color color;
  float width;
  float on;  // 0: not dashed
  float off;
};

using Path = std::vector<Point>;

// A single point is a dot. Short paths have round joints.
void draw_path(Canvas& canvas, std::span<const Point> path, const Stroke& stroke);

// Without joints or dashes.
void draw_plain(Canvas& canvas, std::span<const Point> path, Color color, float width);

// Whether so much line would take too many dashes.
bool has_too_many_dashes(std::span<const Path> paths, const Stroke& stroke);

}  // namespace view
