// Areas: those that are exceptions as cards, the largest first; the others as rows below or behind
// them.
#include <algorithm>
#include <vector>

#include "view/area_cards.h"
#include "view/area_rows.h"
#include "view/card.h"
#include "view/sheet.h"
#include "view/whole_tile.h"

namespace view {
namespace {

constexpr float kGap = 14;  // between cards
constexpr float kLineAir = 20;
constexpr Type kLine{Role::foot, Weight::regular};

struct AreaPage {
  PageRows cards;
  PageRows rows;

  bool has_cards() const { return cards.last > cards.first; }
  bool has_rows() const { return rows.last > rows.first; }
};

float line_height(const present::Exceptions& content, const Layout& layout) {
  if (content.others_line.empty()) return 0;
  return layout.metrics.cap(Role::foot) + 2 * kLineAir * layout.growth();
}

std::vector<RowHeight> card_heights(const present::Exceptions& content, const AreaCardForm& form,
                                    const Layout& layout, float width) {
  std::vector<RowHeight> heights;
  for (const auto& area : content.exceptions) {
    heights.push_back({area_card_height(area, form, layout, width) + kGap * layout.growth()});
  }
  return heights;
}

float sum_of(const std::vector<RowHeight>& heights, PageRows rows) {
  float sum = 0;
  for (std::size_t i = rows.first; i < rows.last; ++i) sum += heights[i].height;
  return sum;
}

// The line about the others closes the cards, and heads the rows where there are any.
std::vector<AreaPage> pages_of(const present::Exceptions& content, const Layout& layout,
                               const Box& room) {
  const auto form = area_card_form(content, layout, room.width());
  const auto cards = card_heights(content, form, layout, room.width());
  const auto rows = area_row_heights(content, layout, room.width());
  const float line = line_height(content, layout);
  const float heads = rows.empty() ? 0 : heads_height(layout);
  const PageRows all_cards{0, cards.size()};
  const PageRows all_rows{0, rows.size()};
  if (sum_of(cards, all_cards) + line + heads + sum_of(rows, all_rows) <= room.height()) {
    return {{all_cards, all_rows}};
  }
  std::vector<AreaPage> pages;
  if (!cards.empty()) {
    for (const PageRows& page : break_rows(cards, room.height() - line))
      pages.push_back({page, {}});
  }
  if (!rows.empty()) {
    for (const PageRows& page : break_rows(rows, room.height() - line - heads)) {
      pages.push_back({{}, page});
    }
  }
  if (pages.empty()) pages.emplace_back();
  return pages;
}

// Cards share the room of their page, up to what the design gives them.
void draw_cards(const present::Exceptions& content, const Layout& layout, PageRows cards,
                const Box& box) {
  const auto form = area_card_form(content, layout, box.width());
  const auto heights = card_heights(content, form, layout, box.width());
  const float gap = kGap * layout.growth();
  float more = 0;
  for (std::size_t i = cards.first; i < cards.last; ++i) {
    more += std::max(0.0f, area_card_natural(layout, form) - heights[i].height + gap);
  }
  const float spare = box.height() + gap - sum_of(heights, cards);
  const float give = more > 0 ? std::clamp(spare / more, 0.0f, 1.0f) : 0;
  float y = box.top;
  for (std::size_t i = cards.first; i < cards.last; ++i) {
    float height = heights[i].height - gap;
    height += std::max(0.0f, area_card_natural(layout, form) - height) * give;
    const Box card{box.left, y, box.right, std::min(y + height, box.bottom)};
    Canvas& canvas = layout.region("area " + std::to_string(i), card);
    draw_area_card(canvas, layout, content.exceptions[i], content.age, form, card);
    y += height + gap;
  }
}

float cards_height(const present::Exceptions& content, const Layout& layout, PageRows cards,
                   float width) {
  const auto form = area_card_form(content, layout, width);
  return sum_of(card_heights(content, form, layout, width), cards);
}

}  // namespace

int page_count(const present::Exceptions& content, const Layout& layout) {
  return static_cast<int>(pages_of(content, layout, whole_tile_room(layout, content.age)).size());
}

void draw(const present::Exceptions& content, int page, const Layout& layout) {
  Box room = whole_tile_room(layout, content.age);
  const AreaPage at = pages_of(content, layout, room)[static_cast<std::size_t>(page)];
  draw_whole_tile(layout, content.age);
  const float line = line_height(content, layout);
  if (at.has_cards()) {
    Box box = room;
    box.bottom -= line;
    if (at.has_rows()) {
      const float rows = area_rows_natural(content, layout, at.rows, room.width());
      box.bottom = std::max(box.bottom - rows,
                            box.top + cards_height(content, layout, at.cards, room.width()));
    }
    draw_cards(content, layout, at.cards, box);
    room.top = box.bottom;
  }
  if (line > 0) {
    const Box box{room.left, room.top, room.right, room.top + line};
    Canvas& canvas = layout.region("others line", box);
    canvas.text({box.left, box.centre().y + layout.metrics.cap(Role::foot) / 2},
                content.others_line, kLine, colors_of(layout.theme, content.age).context,
                box.width());
    room.top = box.bottom;
  }
  if (at.has_rows()) draw_area_rows(content, layout, at.rows, room);
}

}  // namespace view
