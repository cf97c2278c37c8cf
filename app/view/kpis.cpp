// Headline figures: how many fit on a page, and in which form.
#include <algorithm>
#include <array>
#include <vector>

#include "view/kpi_parts.h"
#include "view/slide_kinds.h"

namespace view {
namespace {

constexpr float kGapInPortrait = 13;
constexpr float kNarrowestCard = 500;  // for one step of growth
constexpr float kNarrowestPublicCard = 560;
constexpr float kMostStretch = 1.3f;

struct Grid {
  int columns = 1;
  int rows = 1;

  int cards() const { return columns * rows; }
};

bool is_row_form(const Layout& layout) {
  return layout.metrics.portrait;
}

bool is_public_form(const Layout& layout) {
  return layout.metrics.public_look && !layout.metrics.portrait &&
         least_public_kpi_height(layout) <= layout.content.height();
}

Box area_of(const Layout& layout) {
  Box box = layout.content;
  if (!layout.metrics.portrait && !is_public_form(layout)) box.bottom -= 10;
  return box;
}

float gap_of(const Layout& layout) {
  return is_row_form(layout) ? kGapInPortrait : kCardGap;
}

float needed_height(const Layout& layout) {
  if (is_row_form(layout)) return kpi_row_height(layout);
  return is_public_form(layout) ? public_kpi_height(layout) : kpi_card_height(layout);
}

Grid grid_of(int count, const Layout& layout) {
  Box area = area_of(layout);
  float gap = gap_of(layout);
  auto most = [&](float room, float needed) {
    return static_cast<int>((room + gap + 1) / (needed + gap));
  };
  int rows = std::max(1, most(area.height(), needed_height(layout)));
  if (is_row_form(layout)) return {1, std::min({6, rows, std::max(1, count)})};
  float narrowest = is_public_form(layout) ? kNarrowestPublicCard * layout.metrics.text_scale
                                           : kNarrowestCard * layout.growth();
  int columns = std::clamp(most(area.width(), narrowest), 1, 3);
  rows = is_public_form(layout) ? 1 : std::min(rows, 2);
  // A few cards stand in as few rows as they need, four in a square.
  columns = std::min(columns, std::max(1, count));
  if (count == 4 && columns == 3 && rows == 2) columns = 2;
  rows = std::min(rows, std::max(1, (count + columns - 1) / columns));
  return {columns, rows};
}

KpiForm form_of(const std::vector<present::KpiCard>& cards, const Layout& layout, float width) {
  float room = kpi_label_room(layout, width);
  for (Role role : {Role::body, Role::label, Role::foot}) {
    bool all = std::ranges::all_of(cards, [&](const auto& card) {
      return layout.type.width(card.title, {role, Weight::semibold}) <= room;
    });
    if (all) return {role, 1};
  }
  return {Role::foot, 2};
}

}  // namespace

int page_count(const present::Kpis& content, const Layout& layout) {
  int count = static_cast<int>(content.cards.size());
  int on_page = grid_of(count, layout).cards();
  return std::max(1, (count + on_page - 1) / on_page);
}

void draw(const present::Kpis& content, int page, const Layout& layout) {
  int count = static_cast<int>(content.cards.size());
  Grid grid = grid_of(count, layout);
  Box area = area_of(layout);
  float gap = gap_of(layout);
  float rows = static_cast<float>(grid.rows);
  float height = (area.height() - gap * (rows - 1)) / rows;
  if (!is_public_form(layout)) {
    height = std::min(height, needed_height(layout) * kMostStretch);
  }
  area.bottom = area.top + height * rows + gap * (rows - 1);
  Box first_cell = grid_cell(area, grid.columns, grid.rows, gap, 0);
  KpiForm form = form_of(content.cards, layout, first_cell.width());
  PublicForm public_form;
  if (is_public_form(layout)) public_form = public_form_of(content.cards, layout, first_cell);
  for (int cell = 0; cell < grid.cards(); ++cell) {
    int index = page * grid.cards() + cell;
    if (index >= count) break;
    const auto& card = content.cards[static_cast<size_t>(index)];
    Box box = grid_cell(area, grid.columns, grid.rows, gap, cell);
    auto& canvas = layout.region("card " + std::to_string(index), box);
    if (is_row_form(layout)) {
      draw_kpi_row(canvas, layout, card, box, form);
    } else if (is_public_form(layout)) {
      draw_public_kpi(canvas, layout, card, box, public_form);
    } else {
      draw_kpi_card(canvas, layout, card, box, form);
    }
  }
}

}  // namespace view
