// One card for each area that is an exception.
#pragma once

#include <vector>

#include "view/slide_kinds.h"

namespace view {

// The same for all cards of a slide, so that their columns stand below each other.
struct AreaCardForm {
  Role title = Role::title;
  Role note = Role::body;
  Role percent = Role::big;
  bool stacked = false;  // the strip stands below the texts
  bool strips = true;    // else the limits are said in words alone
  int most_title = 100;  // lines, and of notes
  int most_note = 100;
  float mark = 0;           // width that a rating takes before the name; 0: none is rated
  float text_right = 0;     // of names and notes, from the card's left edge
  float percent_right = 0;  // of per cent and change
  float strip_left = 0;
};

// `room` is that of a page: what does not fit even alone gives up its strip, then lines.
AreaCardForm area_card_form(const present::Exceptions& content, const Layout& layout,
                            const Box& room);

// What an area needs, and what it may take where there is room.
float area_card_height(const present::Exceptions::Area& area, const AreaCardForm& form,
                       const Layout& layout, float width);
float area_card_natural(const Layout& layout, const AreaCardForm& form);

void draw_area_card(Canvas& canvas, const Layout& layout, const present::Exceptions::Area& area,
                    const present::TileAge& age, const AreaCardForm& form, const Box& box);

}  // namespace view
