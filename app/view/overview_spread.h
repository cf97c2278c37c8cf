// How the cards of an overview are spread over pages: sizes, and what is dropped where room lacks.
#pragma once

#include <vector>

#include "view/slide_kinds.h"

namespace view::overview {

using Cards = std::vector<present::OverviewCard>;

// All pages of a slide are alike.
struct Spread {
  int columns = 1;
  int rows = 1;
  int headlines = 0;  // most of a card

  int cards() const { return columns * rows; }
};

inline constexpr float kRightPart = 408;  // of a split card: where its themes begin, from its left

// In portrait a card has its name and headline left, its themes right, unless letters are large.
bool is_split(const Layout& layout);

// A card with more themes than a page has room for goes on in a card of its own.
Cards cut_to_pages(const Cards& cards, const Layout& layout);

// Second headlines go first, then all of them, then a page is added.
Spread spread_of(const Cards& cards, const Layout& layout);
int pages_of(const Cards& cards, const Spread& spread);

Box area_of(const Layout& layout);
float gap_of(const Layout& layout);  // between rows
float card_width(const Layout& layout, const Spread& spread);

// Heights that the rows of one page need.
std::vector<float> row_heights(const Cards& cards, int page, const Layout& layout,
                               const Spread& spread);

float total_height(const std::vector<float>& rows, float gap);

// Parts of a card.
float badge_side(const Layout& layout);
float head_height(const Layout& layout);
float pitch_of(const Layout& layout);  // of its themes
float foot_height(const Layout& layout, const present::OverviewCard& card, const Spread& spread);
float strip_height(const Layout& layout);                                   // if it is late
float title_left(const Layout& layout, const present::OverviewCard& card);  // from its left
float title_room(const Layout& layout, const present::OverviewCard& card, float width);
float headline_room(const Layout& layout, float width);

// The size in which the names of all cards fit.
Role label_role(const Cards& cards, const Layout& layout, float width);

}  // namespace view::overview
