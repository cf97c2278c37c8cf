// One meeting of the forward plan as a card: its date, then its items.
#pragma once

#include <cstddef>

#include "present/slides.h"
#include "view/canvas.h"
#include "view/slide_kinds.h"

namespace view {

// The items that one card holds; a meeting with many goes on in the next card.
struct MeetingPart {
  std::size_t meeting = 0;
  std::size_t first = 0;
  std::size_t last = 0;  // not included

  bool continues() const { return first > 0; }
};

struct MeetingStyle {
  Role role = Role::body;  // of the items
  float width = 0;         // of the card
  float head = 0;          // from the card's top to the rule: the same for all of a slide
  bool compact = false;    // low glass with large letters: the date on one line, less air
};

// From a card's top to the rule below its date.
float meeting_head_height(const present::MeetingCard& card, const Layout& layout,
                          const MeetingStyle& style);

// From the rule to the capitals of the first item, and from the last line to the card's edge.
float meeting_air(const Layout& layout, const MeetingStyle& style);
float meeting_item_gap(const Layout& layout);
// From the capitals of an item's first line to the baseline of its last.
float meeting_item_height(const present::AgendaLine& item, const Layout& layout,
                          const MeetingStyle& style);

// `gap` between items, at least meeting_item_gap().
void draw_meeting(Canvas& canvas, const Layout& layout, const present::MeetingCard& card,
                  const MeetingPart& part, const Box& box, const MeetingStyle& style, float gap,
                  const present::TileAge& age);

// The number of a priority in its square; `middle` of it.
void draw_item_badge(Canvas& canvas, const Layout& layout, Point middle, const std::string& number,
                     Color letter, const present::TileAge& age);
float item_badge_side(const Layout& layout);

}  // namespace view
