#include "platform/outline.h"

namespace platform {

bool is_convex(std::span<const Place> outline) {
  if (outline.size() < 3) return false;
  // The last side that has a length leads into the first corner.
  std::size_t from = outline.size() - 1;
  while (from > 0 && outline[from] == outline[0]) --from;
  std::int64_t dx = outline[0].x - outline[from].x, dy = outline[0].y - outline[from].y;
  int turning = 0, vertically = dy > 0 ? 1 : dy < 0 ? -1 : 0, reversals = 0, first_way = vertically;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Place& at = outline[i];
    const Place& next = outline[i + 1 < outline.size() ? i + 1 : 0];
    if (at == next) continue;
    const std::int64_t next_dx = next.x - at.x, next_dy = next.y - at.y;
    const std::int64_t turn = dx * next_dy - dy * next_dx;
    if (turn == 0 && dx * next_dx + dy * next_dy < 0) return false;
    if (turn != 0) {
      const int way = turn > 0 ? 1 : -1;
      if (turning == -way) return false;
      turning = way;
    }
    if (next_dy != 0) {
      const int way = next_dy > 0 ? 1 : -1;
      if (vertically == -way) ++reversals;
      vertically = way;
      if (first_way == 0) first_way = way;
    }
    dx = next_dx;
    dy = next_dy;
  }
  if (vertically != first_way) ++reversals;  // counted from a level side, the circle is not closed
  return turning != 0 && reversals == 2;
}

}  // namespace platform
