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
constexpr int kMostLines = 2;
constexpr Type kLine{Role::foot, Weight::regular};

struct AreaPage {
  PageRows cards;
  PageRows rows;

  bool has_cards() const { return cards.last > cards.first; }
  bool has_rows() const { return rows.last > rows.first; }
};

struct AreaPlan {
  Box room;   // of the slide
  Box inner;  // the same without the line about the others
  float line = 0;
  AreaCardForm form;
  std::vector<RowHeight> cards;  // with the gap below each
  std::vector<AreaPage> pages;
};

float line_height(const present::Exceptions& content, const Layout& layout, float width) {
  if (content.others_line.empty()) return 0;
  const int lines = layout.type.line_count(content.others_line, kLine, width);
  return layout.metrics.cap(Role::foot) + 2 * kLineAir * layout.growth() +
         static_cast<float>(std::min(lines, kMostLines) - 1) * layout.metrics.pitch(Role::foot);
}

float sum_of(const std::vector<RowHeight>& heights, PageRows rows) {
  float sum = 0;
  for (std::size_t i = rows.first; i < rows.last; ++i) sum += heights[i].height;
  return sum;
}

// The line about the others closes the cards, and heads the rows where there are any.
AreaPlan plan_areas(const present::Exceptions& content, const Layout& layout) {
  AreaPlan plan;
  plan.room = plan.inner = whole_tile_room(layout, content.age);
  plan.line = line_height(content, layout, plan.room.width());
  plan.inner.bottom -= plan.line;
  const float gap = kGap * layout.growth();
  Box card = plan.inner;
  card.bottom -= gap;
  plan.form = area_card_form(content, layout, card);
  for (const auto& area : content.exceptions) {
    plan.cards.push_back({area_card_height(area, plan.form, layout, card.width()) + gap});
  }
  const auto rows = area_row_heights(content, layout, plan.inner);
  const float heads = rows.empty() ? 0 : heads_height(layout);
  const PageRows all_cards{0, plan.cards.size()};
  const PageRows all_rows{0, rows.size()};
  if (sum_of(plan.cards, all_cards) + heads + sum_of(rows, all_rows) <= plan.inner.height()) {
    plan.pages = {{all_cards, all_rows}};
    return plan;
  }
  if (!plan.cards.empty()) {
    for (const PageRows& page : break_rows(plan.cards, plan.inner.height())) {
      plan.pages.push_back({page, {}});
    }
  }
  if (!rows.empty()) {
    for (const PageRows& page : break_rows(rows, plan.inner.height() - heads)) {
      plan.pages.push_back({{}, page});
    }
  }
  return plan;
}

// Cards share the room of their page, up to what the design gives them. Returns where they end.
float draw_cards(const present::Exceptions& content, const Layout& layout, const AreaPlan& plan,
                 PageRows cards, const Box& box) {
  const float gap = kGap * layout.growth();
  const float natural = area_card_natural(layout, plan.form);
  const auto more_of = [&](std::size_t i) {
    return std::max(0.0f, natural - plan.cards[i].height + gap);
  };
  float more = 0;
  for (std::size_t i = cards.first; i < cards.last; ++i) more += more_of(i);
  const float spare = box.height() - sum_of(plan.cards, cards);
  const float give = more > 0 ? std::clamp(spare / more, 0.0f, 1.0f) : 0;
  float y = box.top;
  for (std::size_t i = cards.first; i < cards.last; ++i) {
    const float height = plan.cards[i].height - gap + more_of(i) * give;
    const Box card{box.left, y, box.right, y + height};
    Canvas& canvas = layout.region("area " + std::to_string(i), card);
    draw_area_card(canvas, layout, content.exceptions[i], content.age, plan.form, card);
    y += height + gap;
  }
  return y - gap;
}

void draw_others_line(const present::Exceptions& content, const Layout& layout, const Box& box) {
  Canvas& canvas = layout.region("others line", box);
  canvas.paragraph(
      {box.left, box.top + kLineAir * layout.growth() + layout.metrics.cap(Role::foot)},
      content.others_line, kLine, colors_of(layout.theme, content.age).context, box.width(),
      kMostLines);
}

}  // namespace

int page_count(const present::Exceptions& content, const Layout& layout) {
  return std::max(1, static_cast<int>(plan_areas(content, layout).pages.size()));
}

void draw(const present::Exceptions& content, int page, const Layout& layout) {
  const AreaPlan plan = plan_areas(content, layout);
  draw_whole_tile(layout, content.age);
  if (plan.pages.empty()) return;
  const AreaPage at = plan.pages[static_cast<std::size_t>(page)];
  Box rest = plan.room;
  if (at.has_cards()) {
    Box box = plan.inner;
    if (at.has_rows()) {
      const float rows = area_rows_natural(content, layout, at.rows, plan.inner);
      box.bottom = std::max(box.bottom - rows, box.top + sum_of(plan.cards, at.cards));
    }
    rest.top = draw_cards(content, layout, plan, at.cards, box);
  }
  if (plan.line > 0) {
    draw_others_line(content, layout, {rest.left, rest.top, rest.right, rest.top + plan.line});
    rest.top += plan.line;
  } else if (at.has_cards()) {
    rest.top += kGap * layout.growth();
  }
  if (at.has_rows()) draw_area_rows(content, layout, at.rows, plan.inner, rest);
}

}  // namespace view
