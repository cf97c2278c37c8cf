// Points and boxes in design pixels: 1920 by 1080 (or 1080 by 1920) whatever the glass has.
#pragma once

#include <algorithm>

namespace view {

struct Point {
  float x = 0;
  float y = 0;

  bool operator==(const Point&) const = default;
};

struct Box {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  float width() const { return right - left; }
  float height() const { return bottom - top; }
  Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
  Box inset(float by) const { return {left + by, top + by, right - by, bottom - by}; }
  bool contains(const Box& other) const {
    return other.left >= left && other.top >= top && other.right <= right && other.bottom <= bottom;
  }
  bool overlaps(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  Box joined(const Box& other) const {
    return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
            std::max(bottom, other.bottom)};
  }

  bool operator==(const Box&) const = default;
};

// A cell of `columns` by `rows` equal cells with `gap` between them, counted row by row.
inline Box grid_cell(const Box& area, int columns, int rows, float gap, int index) {
  float width = (area.width() - gap * float(columns - 1)) / float(columns);
  float height = (area.height() - gap * float(rows - 1)) / float(rows);
  float left = area.left + float(index % columns) * (width + gap);
  float top = area.top + float(index / columns) * (height + gap);
  return {left, top, left + width, top + height};
}

}  // namespace view
