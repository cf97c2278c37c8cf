// Somebody's words, large, and who said them.
#include <algorithm>

#include "view/statement.h"
#include "view/whole_tile.h"

namespace view {
namespace {

constexpr float kOpening = 2;  // times the mark of a small quotation
constexpr float kOpeningHeight = 31;
constexpr Type kAttribution{Role::body, Weight::semibold};

struct Plan {
  Box card;
  Box inside;
  float opening = 0;      // from its top to the capitals of the text
  float attribution = 0;  // from the last baseline to that of the attribution's last line; 0: none
  std::vector<std::string> by;
  Statement statement;
};

Plan plan_of(const present::Spotlight& content, const Layout& layout) {
  const float g = layout.growth();
  const Metrics& metrics = layout.metrics;
  Plan plan;
  plan.card = whole_tile_room(layout, content.age);
  const float side = metrics.portrait ? 56.0f : 104.0f;
  plan.inside = {plan.card.left + side, plan.card.top + 48, plan.card.right - side,
                 plan.card.bottom - 48};
  plan.opening = (kOpeningHeight * kOpening + 42) * g;
  plan.by = layout.type.wrap(content.quote.attribution, kAttribution, plan.inside.width(), 2);
  if (!plan.by.empty()) {
    plan.attribution = 58 * g + metrics.cap(Role::body) +
                       static_cast<float>(plan.by.size() - 1) * metrics.pitch(Role::body);
  }
  const float room = plan.inside.height() - plan.opening - plan.attribution;
  plan.statement = set_statement(content.quote.text, layout, plan.inside.width(), room);
  return plan;
}

}  // namespace

int page_count(const present::Spotlight& content, const Layout& layout) {
  return static_cast<int>(plan_of(content, layout).statement.pages.size());
}

void draw(const present::Spotlight& content, int page, const Layout& layout) {
  const Plan plan = plan_of(content, layout);
  const auto& pages = plan.statement.pages;
  const auto& lines = pages[std::min(static_cast<std::size_t>(page), pages.size() - 1)];
  const Role role = plan.statement.role;
  const TileColors colors = colors_of(layout.theme, content.age);
  const bool late = content.age.state == present::TileAge::State::late;
  draw_whole_tile(layout, content.age);
  Canvas& canvas = layout.region("spotlight", plan.card);
  if (!late) draw_card(canvas, layout.theme, plan.card, {});
  const float text_height = statement_height(layout, role, lines.size());
  const float height = plan.opening + text_height + plan.attribution;
  const float width = plan.inside.width();
  Point at{plan.inside.left, plan.inside.top + std::max(0.0f, plan.inside.height() - height) / 2};
  draw_opening(canvas, at, kOpening * layout.growth(),
               late ? colors.context : layout.theme.bar_in_focus);
  at.y += plan.opening;
  draw_statement(canvas, layout, at, lines, role, colors.strong, width);
  at.y += text_height + plan.attribution -
          static_cast<float>(std::max<std::size_t>(plan.by.size(), 1) - 1) *
              layout.metrics.pitch(Role::body);
  for (const auto& line : plan.by) {
    canvas.text(at, line, kAttribution, colors.context, width);
    at.y += layout.metrics.pitch(Role::body);
  }
}

}  // namespace view
