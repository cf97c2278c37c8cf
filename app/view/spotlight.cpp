// Somebody's words, large, and who said them.
#include <algorithm>

#include "view/marks.h"
#include "view/statement.h"
#include "view/whole_tile.h"

namespace view {
namespace {

constexpr float kOpening = 2;  // times the mark of a small quotation
constexpr float kOpeningHeight = 31;

struct Plan {
  Box card;
  Box inside;
  float opening = 0;  // from its top to the capitals of the text; 0: there is no room for it
  Type by_type{Role::body, Weight::semibold};
  int most_by_lines = 2;
  std::vector<std::string> by;
  float by_height = 0;  // from the last baseline of the text to that of the attribution
  Statement statement;
};

float text_room(const Plan& plan) {
  return plan.inside.height() - plan.opening - plan.by_height;
}

void set_texts(Plan& plan, const present::Quote& quote, const Layout& layout) {
  const float width = plan.inside.width();
  plan.by = layout.type.wrap(quote.attribution, plan.by_type, width, plan.most_by_lines);
  plan.by_height = 0;
  if (!plan.by.empty()) {
    plan.by_height =
        58 * layout.growth() + statement_height(layout, plan.by_type.role, plan.by.size());
  }
  plan.statement = set_statement(quote.text, layout, width, text_room(plan));
}

Plan plan_of(const present::Spotlight& content, const Layout& layout) {
  Plan plan;
  plan.card = whole_tile_room(layout, content.age);
  const float side = layout.metrics.portrait ? 56.0f : 104.0f;
  plan.inside = {plan.card.left + side, plan.card.top + 44, plan.card.right - side,
                 plan.card.bottom - 44};
  plan.opening = (kOpeningHeight * kOpening + 42) * layout.growth();
  set_texts(plan, content.quote, layout);
  if (plan.statement.role == Role::body) {
    // The attribution stays smaller than the words, and leaves them more room.
    plan.by_type.role = Role::foot;
    set_texts(plan, content.quote, layout);
  }
  if (text_room(plan) < statement_height(layout, Role::body, 2)) {
    plan.opening = 0;
    plan.most_by_lines = 1;
    set_texts(plan, content.quote, layout);
  }
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
  const float height = plan.opening + text_height + plan.by_height;
  const float width = plan.inside.width();
  Point at{plan.inside.left, plan.inside.top + std::max(0.0f, plan.inside.height() - height) / 2};
  if (plan.opening > 0) {
    draw_opening(canvas, at, kOpening * layout.growth(),
                 late ? colors.context : layout.theme.bar_in_focus);
  }
  at.y += plan.opening;
  draw_statement(canvas, layout, at, lines, {role}, colors.strong, width);
  at.y +=
      text_height + plan.by_height - statement_height(layout, plan.by_type.role, plan.by.size());
  draw_statement(canvas, layout, at, plan.by, plan.by_type, colors.context, width);
}

}  // namespace view
