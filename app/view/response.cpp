// Contact and response: what it is, the target, and whether that is good, row by row.
#include <vector>

#include "view/figure_rows.h"
#include "view/slide_kinds.h"

namespace view {
namespace {

FigureRow row_of(const present::Response::Tile& tile, const Layout& layout) {
  FigureRow row;
  row.card = tile.card;
  row.compared = tile.compared;
  if (tile.when != layout.period) row.note = tile.when;
  // The public reads the verdict in words.
  if (layout.metrics.public_look && tile.card.rating != model::Rating::none) {
    row.strong = tile.card.rating_words;
  }
  if (tile.bullet) {
    const auto& ticks = tile.bullet->axis.ticks;
    FigureRow::Scale scale{*tile.bullet, {}};
    scale.labels.words = tile.card.target;
    scale.labels.target = target_share(*tile.bullet);
    if (!ticks.empty()) {
      scale.labels.low = ticks.front().text;
      scale.labels.high = ticks.back().text;
    }
    row.scale = std::move(scale);
  }
  row.verdict = tile.card.target;
  row.remark = tile.card.direction_words;
  return row;
}

std::vector<FigureRow> rows_of(const present::Response& content, const Layout& layout) {
  std::vector<FigureRow> rows;
  for (const auto& tile : content.tiles) rows.push_back(row_of(tile, layout));
  return rows;
}

}  // namespace

int page_count(const present::Response& content, const Layout& layout) {
  return figure_row_pages(rows_of(content, layout), layout);
}

void draw(const present::Response& content, int page, const Layout& layout) {
  draw_figure_rows(rows_of(content, layout), page, layout);
}

}  // namespace view
