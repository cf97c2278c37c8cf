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
  std::vector<GroupedRow> heads;  // of each row's group; no head where it has none
  for (const auto& row : rows) {
    heights.push_back({row.height, row.is_head});
    const bool same = !heads.empty() && heads.back().group == row.group;
    heads.push_back(row.is_head ? row : same ? heads.back() : GroupedRow{row.group});
  }
  const auto goes_on = [&](std::size_t first) {
    return !rows[first].is_head && heads[first].is_head &&
           heads[first].height + rows[first].height <= room;
  };
  // A row that starts a page within its group counts as high as its head and itself.
  std::vector<PageRows> broken = break_rows(heights, room);
  std::vector<bool> widened(rows.size(), false);
  for (bool again = true; again;) {
    again = false;
    for (const PageRows& page : broken) {
      if (page.first == page.last || !goes_on(page.first) || widened[page.first]) continue;
      heights[page.first].height += heads[page.first].height;
      widened[page.first] = again = true;
    }
    if (again) broken = break_rows(heights, room);
  }
  std::vector<GroupedPage> pages;
  for (const PageRows& from : broken) {
    GroupedPage page;
    if (from.first < from.last && goes_on(from.first)) page.push_back(heads[from.first]);
    for (std::size_t i = from.first; i < from.last; ++i) page.push_back(rows[i]);
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

void draw_row_mark(Canvas& canvas, const Theme& theme, Point centre, float diameter,
                   float row_height, model::Rating rating, MarkLook look) {
  // A diamond reaches 0.6 of the diameter up and down, in a tight row 0.535.
  const float height = row_height - 6;
  const MarkRoom room = 1.2f * diameter > height ? MarkRoom::tight : MarkRoom::free;
  const float most = height / (room == MarkRoom::tight ? 1.07f : 1.2f);
  draw_mark(canvas, theme, centre, std::min(diameter, most), rating, look, room);
}

int lines_within(const Layout& layout, const std::string& title, Type type, float width,
                 float room) {
  const int most = std::max(1, static_cast<int>(room / layout.metrics.pitch(type.role)));
  return std::clamp(layout.type.line_count(title, type, width), 1, most);
}

}  // namespace view
