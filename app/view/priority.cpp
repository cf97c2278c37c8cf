// One priority: what was said about it, its themes with both ratings, its measures and indicators.
#include <algorithm>

#include "view/marks.h"
#include "view/priority_rows.h"
#include "view/whole_tile.h"

namespace view {
namespace {

void draw_quote(const present::PriorityPage& content, const QuoteCard& card, const Layout& layout) {
  Canvas& canvas = layout.region("quote", card.box);
  const present::Quote& quote = *content.quote;
  TileColors colors = colors_of(layout.theme, content.age);
  bool late = content.age.state == present::TileAge::State::late;
  if (!late) draw_card(canvas, layout.theme, card.box, {});
  float left = card.box.left + kQuoteMargin;
  float width = card.box.width() - 2 * kQuoteMargin;
  draw_opening(canvas, {left + 2, card.box.top + 23 * layout.growth()}, layout.growth(),
               late ? colors.context : layout.theme.text_absent);
  float y = card.box.top + quote_above(layout, card.role);
  canvas.paragraph({left, y}, quote.text, {card.role}, colors.strong, width, card.lines);
  if (quote.attribution.empty()) return;
  canvas.text({left, card.box.bottom - 31 * layout.growth()}, quote.attribution, {Role::foot},
              colors.context, width);
}

PriorityPlan plan_of(const present::PriorityPage& content, const Layout& layout) {
  return plan_priority(content, layout, whole_tile_room(layout, content.age));
}

}  // namespace

int page_count(const present::PriorityPage& content, const Layout& layout) {
  return static_cast<int>(plan_of(content, layout).pages.size());
}

void draw(const present::PriorityPage& content, int page, const Layout& layout) {
  PriorityPlan plan = plan_of(content, layout);
  auto index = std::min(static_cast<std::size_t>(page), plan.pages.size() - 1);
  draw_whole_tile(layout, content.age);
  if (plan.pages[index].quote) draw_quote(content, *plan.pages[index].quote, layout);
  for (const RowSection& section : plan.pages[index].sections) {
    draw_section(content, section, plan.style, layout);
  }
}

}  // namespace view
