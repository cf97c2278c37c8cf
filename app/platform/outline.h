// Which pixels lie inside a triangle or a convex outline, row by row and without a division a row.
//
// Places are counted in 1/64 px and reach 8192 px either way. A pixel lies inside if its centre
// does; a centre exactly on a side belongs to the outline below or to the right, so that neighbours
// leave no seam and no pixel is painted twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace platform {

struct Place {
  static constexpr int kPixel = 64;
  static constexpr int kHalf = kPixel / 2;

  int x = 0, y = 0;

  bool operator==(const Place&) const = default;
};

// Positive if the three run clockwise as seen on the glass.
inline std::int64_t doubled_area(const Place& a, const Place& b, const Place& c) {
  return std::int64_t{b.x - a.x} * (c.y - a.y) - std::int64_t{b.y - a.y} * (c.x - a.x);
}

// The first pixel whose centre is at or after a place along either axis.
inline int first_pixel(int along) {
  return (along - Place::kHalf + Place::kPixel - 1) >> 6;
}

inline std::int64_t divide_down(std::int64_t value, std::int64_t positive) {
  const std::int64_t quotient = value / positive;
  return value % positive < 0 ? quotient - 1 : quotient;
}

// A side on its way down: for each row the first pixel whose centre is at or right of it.
class Descent {
 public:
  Descent() = default;
  // From a place to a lower one, told from `row` on.
  Descent(const Place& from, const Place& to, int row) {
    const std::int64_t dx = to.x - from.x, dy = to.y - from.y;
    const std::int64_t down = std::int64_t{row} * Place::kPixel + Place::kHalf - from.y;
    whole_ = dy * Place::kPixel;
    const std::int64_t reached = (from.x - Place::kHalf) * dy + dx * down + whole_ - 1;
    const std::int64_t column = divide_down(reached, whole_), step = divide_down(dx, dy);
    column_ = static_cast<int>(column);
    part_ = reached - column * whole_;
    step_ = static_cast<int>(step);
    part_step_ = (dx - step * dy) * Place::kPixel;
  }

  int column() const { return column_; }

  void next_row() {
    column_ += step_;
    part_ += part_step_;
    if (part_ >= whole_) {
      part_ -= whole_;
      ++column_;
    }
  }

 private:
  std::int64_t part_ = 0, part_step_ = 0, whole_ = 1;  // column_ + part_ / whole_ is exact
  int column_ = 0, step_ = 0;
};

// True if the outline, either way round, turns one way only and closes after one turn. A corner
// may lie on the line between its neighbours, or on one of them.
bool is_convex(std::span<const Place> outline);

// Calls draw(row, first, last + 1) for the pixels of each row from `top` to before `bottom`, not
// cut to left and right; without pixels first may be at or after the end. The outline is convex.
template <class Draw>
void for_each_row(std::span<const Place> outline, int top, int bottom, Draw draw) {
  std::size_t highest = 0;
  int lowest = outline[0].y;
  for (std::size_t i = 1; i < outline.size(); ++i) {
    if (outline[i].y < outline[highest].y) highest = i;
    if (outline[i].y > lowest) lowest = outline[i].y;
  }
  int row = first_pixel(outline[highest].y);
  if (row < top) row = top;
  if (const int end = first_pixel(lowest); end < bottom) bottom = end;
  const std::size_t last = outline.size() - 1;
  // From the highest corner down both ways: the side that each way has reached, and its end.
  struct Way {
    std::size_t corner;
    int end;
    Descent side;
  };
  Way ways[2] = {{highest, row, {}}, {highest, row, {}}};
  const auto reach = [&](Way& way, bool onward) {
    while (way.end <= row) {
      const Place& from = outline[way.corner];
      way.corner = onward ? (way.corner == last ? 0 : way.corner + 1)
                          : (way.corner == 0 ? last : way.corner - 1);
      const Place& to = outline[way.corner];
      way.end = first_pixel(to.y);
      if (way.end > row) way.side = Descent(from, to, row);
    }
  };
  while (row < bottom) {
    reach(ways[0], true);
    reach(ways[1], false);
    int until = ways[0].end < ways[1].end ? ways[0].end : ways[1].end;
    if (until > bottom) until = bottom;
    for (; row < until; ++row) {
      const int one = ways[0].side.column(), other = ways[1].side.column();
      draw(row, one < other ? one : other, one < other ? other : one);
      ways[0].side.next_row();
      ways[1].side.next_row();
    }
  }
}

}  // namespace platform
