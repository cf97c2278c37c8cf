// Places among others: the place, then the ladder on which it stands.
#include <vector>

#include "view/figure_rows.h"
#include "view/slide_kinds.h"

namespace view {
namespace {

FigureRow row_of(const present::Ranks::Card& card, const Layout& layout) {
  FigureRow row;
  row.card.id = card.id;
  row.card.title = card.title;
  row.card.figure = {card.place, "", !card.place_known};
  row.card.change = card.move;
  row.card.rating = card.rating;
  row.card.age = card.age;
  row.note = card.among;
  row.strong = card.value;
  row.detail = card.detail;
  if (layout.metrics.public_look && card.rating != model::Rating::none) {
    row.detail = row.strong + (row.strong.empty() || row.detail.empty() ? "" : ", ") + row.detail;
    row.strong = card.rating_words;
  }
  if (card.ladder) {
    row.scale = FigureRow::Scale{*card.ladder,
                                 {.low = card.ladder->best,
                                  .high = card.ladder->last,
                                  .words = card.target,
                                  .target = target_share(*card.ladder)}};
  }
  row.verdict = card.target;
  row.remark = card.met_by;
  return row;
}

std::vector<FigureRow> rows_of(const present::Ranks& content, const Layout& layout) {
  std::vector<FigureRow> rows;
  for (const auto& card : content.cards) rows.push_back(row_of(card, layout));
  return rows;
}

}  // namespace

int page_count(const present::Ranks& content, const Layout& layout) {
  return figure_row_pages(rows_of(content, layout), layout);
}

void draw(const present::Ranks& content, int page, const Layout& layout) {
  draw_figure_rows(rows_of(content, layout), page, layout);
}

}  // namespace view
