#include "view/row_sheet.h"

#include <algorithm>

#include "view/card.h"
#include "view/sheet.h"

namespace view {
namespace {

float height_of(const GroupedPage& page) {
  float height = 0;
  for (const auto& row : page) height += row.height;
  return height;
}

}  // namespace

std::vector<GroupedPage> break_groups(std::span<const GroupedRow> rows, float room) {
  std::vector<RowHeight> heights;
  float head = 0;
  for (const auto& row : rows) {
    heights.push_back({row.height, row.is_head});
    if (row.is_head) head = std::max(head, row.height);
  }
  std::vector<GroupedPage> pages;
  GroupedRow head_of_group;
  // A page that goes on with a group needs room for its head, too.
  const bool one_page = break_rows(heights, room).size() == 1;
  for (const PageRows& broken : break_rows(heights, one_page ? room : room - head)) {
    GroupedPage page;
    for (std::size_t i = broken.first; i < broken.last; ++i) {
      if (rows[i].is_head) head_of_group = rows[i];
      const bool goes_on = page.empty() && !rows[i].is_head && head_of_group.is_head &&
                           head_of_group.group == rows[i].group;
      if (goes_on) page.push_back(head_of_group);
      page.push_back(rows[i]);
    }
    pages.push_back(std::move(page));
  }
  return pages;
}

float stretch_of(std::span<const GroupedPage> pages, float room, float most) {
  float fullest = 1;
  for (const auto& page : pages) fullest = std::max(fullest, height_of(page));
  return std::clamp(room / fullest, 1.0f, most);
}

float group_head_height(const Layout& layout) {
  return 74 * layout.growth();
}

void draw_group_head(Canvas& canvas, const Layout& layout, const Box& box, const std::string& badge,
                     const std::string& title, const present::TileAge& age) {
  const TileColors colors = colors_of(layout.theme, age);
  const float g = layout.growth();
  float left = box.left;
  const float middle = box.bottom - 34 * g;
  if (!badge.empty()) {
    const float side = 46 * g;
    const float width =
        std::max(side, layout.type.width(badge, {Role::foot, Weight::semibold}) + 20 * g);
    canvas.fill(
        {left, middle - side / 2, left + width, middle + side / 2},
        age.state == present::TileAge::State::late ? layout.theme.late_hatch : layout.theme.raised,
        8);
    canvas.text({left + width / 2, middle + layout.metrics.cap(Role::foot) / 2}, badge,
                {Role::foot, Weight::semibold}, colors.strong, width, Align::centre);
    left += width + 18 * g;
  } else {
    left += kSheetInset;
  }
  const float room = box.right - left;
  const Role role =
      layout.type.largest(title, Weight::semibold, room, {Role::body, Role::label, Role::foot});
  canvas.text({left, middle + layout.metrics.cap(role) / 2}, title, {role, Weight::semibold},
              colors.strong, room);
}

void draw_row_title(Canvas& canvas, const Layout& layout, const Box& room, const std::string& title,
                    Type type, Color color, int lines) {
  const float above = static_cast<float>(lines - 1) * layout.metrics.pitch(type.role) / 2;
  const float baseline = room.centre().y + layout.metrics.cap(type.role) / 2 - above;
  canvas.paragraph({room.left, baseline}, title, type, color, room.width(), lines);
}

int lines_within(const Layout& layout, const std::string& title, Type type, float width,
                 float room) {
  const int most = std::max(1, static_cast<int>(room / layout.metrics.pitch(type.role)));
  return std::clamp(layout.type.line_count(title, type, width), 1, most);
}

}  // namespace view
