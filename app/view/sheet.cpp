#include "view/sheet.h"

#include <algorithm>

#include "view/card.h"

namespace view {
namespace {

// Up to where a page that starts at `first` may reach.
std::size_t end_of_page(std::span<const RowHeight> rows, std::size_t first, float room) {
  std::size_t last = first;
  for (float used = 0; last < rows.size(); ++last) {
    used += rows[last].height;
    if (used > room && last > first) break;
  }
  if (last == rows.size()) return last;
  std::size_t whole = last;
  while (whole > first && rows[whole - 1].stays_with_next) --whole;
  return whole > first ? whole : last;
}

std::size_t pages_needed(std::span<const RowHeight> rows, float room) {
  std::size_t pages = 0;
  for (std::size_t first = 0; first < rows.size(); ++pages) first = end_of_page(rows, first, room);
  return std::max<std::size_t>(pages, 1);
}

// Of rows that stay together, as far as a page can hold them.
float highest_run(std::span<const RowHeight> rows, float room) {
  float highest = 0;
  float run = 0;
  for (const RowHeight& row : rows) {
    run += row.height;
    if (row.stays_with_next) continue;
    if (run <= room) highest = std::max(highest, run);
    run = 0;
  }
  return highest;
}

}  // namespace

std::vector<PageRows> break_rows(std::span<const RowHeight> rows, float room) {
  if (rows.empty()) return {{}};
  // The least room that needs no more pages fills them evenly; less than holds a run would part it.
  const std::size_t pages = pages_needed(rows, room);
  float enough = room;
  if (pages > 1) {
    float too_little = highest_run(rows, room);
    constexpr float kClose = 1;
    while (enough - too_little > kClose) {
      const float middle = (enough + too_little) / 2;
      (pages_needed(rows, middle) > pages ? too_little : enough) = middle;
    }
  }
  std::vector<PageRows> broken;
  for (std::size_t first = 0; first < rows.size();) {
    const std::size_t last = end_of_page(rows, first, enough);
    broken.push_back({first, last});
    first = last;
  }
  return broken;
}

float heads_height(const Layout& layout) {
  return layout.metrics.cap(Role::foot) + 24 * layout.growth();
}

void draw_heads(Canvas& canvas, const Layout& layout, const Box& box, std::span<const Head> heads,
                const present::TileAge& age) {
  const bool late = age.state == present::TileAge::State::late;
  const Color color = colors_of(layout.theme, age).context;
  const float baseline = box.top + layout.metrics.cap(Role::foot) + 1;
  for (const Head& head : heads) {
    canvas.text({head.x, baseline}, head.text, {Role::foot, Weight::semibold}, color, head.room,
                head.align);
  }
  const float y = box.top + heads_height(layout) - 1;
  canvas.line({box.left, y}, {box.right, y}, late ? layout.theme.late_mark : layout.theme.rule, 2);
}

}  // namespace view
