// The forward plan: a time line, and a card for each meeting on it.
//
// Wide glass has the line above up to three cards of one height; upright glass has it on the left
// of cards that are as high as their items need.
#include <algorithm>
#include <array>
#include <vector>

#include "view/card.h"
#include "view/meeting_card.h"
#include "view/sheet.h"
#include "view/slide_kinds.h"
#include "view/whole_tile.h"

namespace view {
namespace {

using State = present::MeetingCard::State;

constexpr float kNode = 17;
constexpr float kNodeRing = 5;
constexpr float kAboveNode = 22;
constexpr float kBelowLine = 36;
constexpr float kLineRoom = 62;        // left of upright cards
constexpr float kNarrowestCard = 560;  // for one step of growth
constexpr int kMostColumns = 3;
constexpr float kMostStretch = 26;  // of the gap between items
constexpr std::array kRolesToTry = {Role::body, Role::label, Role::foot};

// All cards of a slide, in order, and which of them stand on each page.
struct Spread {
  Box cards;
  int columns = 1;
  MeetingStyle style;
  std::vector<MeetingPart> parts;
  std::vector<PageRows> pages;  // of parts
};

bool is_upright(const Layout& layout) {
  return layout.metrics.portrait;
}

// Cards that stand alone on their pages have no time line above them: it would join nothing.
bool has_line(const Spread& spread, const Layout& layout) {
  return is_upright(layout) || spread.columns > 1;
}

int columns_of(const Layout& layout, float width) {
  if (is_upright(layout)) return 1;
  const float narrowest = kNarrowestCard * layout.growth();
  return std::clamp(static_cast<int>((width + kCardGap) / (narrowest + kCardGap)), 1, kMostColumns);
}

Box card_area(const present::ForwardPlan& content, const Layout& layout, const Spread& spread) {
  Box area = whole_tile_room(layout, content.age);
  if (is_upright(layout)) {
    area.left += kLineRoom;
  } else if (has_line(spread, layout)) {
    area.top += kAboveNode + 2 * kNode + kBelowLine;
  }
  return area;
}

// Of a card's items, what stands below its rule: without the air around it.
float items_room(const Layout& layout, const MeetingStyle& style, float card_height) {
  return card_height - style.head - 2 * meeting_air(layout, style);
}

// Rows of items carry the gap that follows them, and so the room has one more.
std::vector<MeetingPart> cut_into_parts(const present::ForwardPlan& content, const Layout& layout,
                                        const MeetingStyle& style, float card_height) {
  const float gap = meeting_item_gap(layout);
  std::vector<MeetingPart> parts;
  for (std::size_t i = 0; i < content.meetings.size(); ++i) {
    std::vector<RowHeight> rows;
    for (const auto& item : content.meetings[i].items) {
      rows.push_back({meeting_item_height(item, layout, style) + gap});
    }
    for (const PageRows& rows_of_card :
         break_rows(rows, items_room(layout, style, card_height) + gap)) {
      parts.push_back({i, rows_of_card.first, rows_of_card.last});
    }
  }
  return parts;
}

float natural_height(const present::ForwardPlan& content, const Layout& layout,
                     const MeetingStyle& style, const MeetingPart& part) {
  float height = style.head + 2 * meeting_air(layout, style);
  for (std::size_t i = part.first; i < part.last; ++i) {
    height += meeting_item_height(content.meetings[part.meeting].items[i], layout, style);
  }
  const auto items = static_cast<float>(part.last - part.first);
  return height + meeting_item_gap(layout) * std::max(0.0f, items - 1);
}

float head_of_all(const present::ForwardPlan& content, const Layout& layout,
                  const MeetingStyle& style) {
  float head = 0;
  for (const auto& card : content.meetings) {
    head = std::max(head, meeting_head_height(card, layout, style));
  }
  return head;
}

// Largest type in which every item has room in a card of its own.
MeetingStyle style_of(const present::ForwardPlan& content, const Layout& layout, float width,
                      float card_height) {
  constexpr float kFewestLines = 3;
  MeetingStyle style{.width = width};
  style.head = head_of_all(content, layout, style);
  if (items_room(layout, style, card_height) < kFewestLines * layout.metrics.pitch(Role::body)) {
    style.compact = true;
    style.head = head_of_all(content, layout, style);
  }
  for (Role role : kRolesToTry) {
    style.role = role;
    const float room = items_room(layout, style, card_height);
    const bool all = std::ranges::all_of(content.meetings, [&](const auto& card) {
      return std::ranges::all_of(card.items, [&](const auto& item) {
        return meeting_item_height(item, layout, style) <= room;
      });
    });
    if (all) break;
  }
  return style;
}

void cut_with(Spread& spread, const present::ForwardPlan& content, const Layout& layout) {
  spread.cards = card_area(content, layout, spread);
  const float width = grid_cell(spread.cards, spread.columns, 1, kCardGap, 0).width();
  spread.style = style_of(content, layout, width, spread.cards.height());
  spread.parts = cut_into_parts(content, layout, spread.style, spread.cards.height());
}

Spread spread_of(const present::ForwardPlan& content, const Layout& layout) {
  Spread spread;
  spread.columns = columns_of(layout, whole_tile_room(layout, content.age).width());
  cut_with(spread, content, layout);
  // Cards share the width evenly: four stand two and two, not three and one.
  if (const int parts = static_cast<int>(spread.parts.size()); parts > 0 && spread.columns > 1) {
    const int pages = (parts + spread.columns - 1) / spread.columns;
    const int columns = (parts + pages - 1) / pages;
    if (columns < spread.columns) {
      spread.columns = columns;
      cut_with(spread, content, layout);
    }
  }
  std::vector<RowHeight> rows;
  for (const MeetingPart& part : spread.parts) {
    const float height =
        is_upright(layout) ? natural_height(content, layout, spread.style, part) + kCardGap : 1.0f;
    rows.push_back({height});
  }
  const float room =
      is_upright(layout) ? spread.cards.height() + kCardGap : static_cast<float>(spread.columns);
  spread.pages = break_rows(rows, room);
  return spread;
}

class PagePainter {
 public:
  PagePainter(const present::ForwardPlan& content, const Spread& spread, const PageRows& page,
              const Layout& layout)
      : content_(content),
        spread_(spread),
        page_(page),
        layout_(layout),
        late_(content.age.state == present::TileAge::State::late) {}

  void draw() {
    place_cards();
    draw_time_line();
    const float gap = meeting_item_gap(layout_) + stretch_;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      const MeetingPart& part = part_at(i);
      auto& canvas = layout_.region("meeting " + std::to_string(page_.first + i), boxes_[i]);
      draw_meeting(canvas, layout_, content_.meetings[part.meeting], part, boxes_[i], spread_.style,
                   gap, content_.age);
    }
  }

 private:
  const MeetingPart& part_at(std::size_t index) const { return spread_.parts[page_.first + index]; }
  const present::MeetingCard& meeting_at(std::size_t index) const {
    return content_.meetings[part_at(index).meeting];
  }

  // Room to spare goes between the items, as much in each card.
  void place_cards() {
    const Box& area = spread_.cards;
    const bool upright = is_upright(layout_);
    float gaps = 0;  // of the cards that share the room
    float taken = 0;
    std::vector<float> heights;
    for (std::size_t i = page_.first; i < page_.last; ++i) {
      const MeetingPart& part = spread_.parts[i];
      const auto items = static_cast<float>(part.last - part.first);
      heights.push_back(natural_height(content_, layout_, spread_.style, part));
      gaps = upright ? gaps + items : std::max(gaps, items);
      taken = upright ? taken + heights.back() + (i > page_.first ? kCardGap : 0)
                      : std::max(taken, heights.back());
    }
    const float spare = std::max(0.0f, area.height() - taken);
    stretch_ = std::min(spare / (gaps + 1), kMostStretch * layout_.growth());
    float top = area.top;
    for (std::size_t i = 0; i < heights.size(); ++i) {
      if (!upright) {
        boxes_.push_back(grid_cell(area, spread_.columns, 1, kCardGap, static_cast<int>(i)));
        continue;
      }
      const MeetingPart& part = part_at(i);
      const float height = heights[i] + stretch_ * static_cast<float>(part.last - part.first);
      boxes_.push_back({area.left, top, area.right, top + height});
      top += height + kCardGap;
    }
  }

  Point node_at(std::size_t index) const {
    const Box& box = boxes_[index];
    if (is_upright(layout_)) {
      return {box.left - kLineRoom + kNode,
              box.top + 28 * layout_.growth() + layout_.metrics.cap(Role::value) / 2};
    }
    return {box.left + kNode, box.top - kBelowLine - kNode};
  }

  Point towards_end() const {
    const Point last = node_at(boxes_.size() - 1);
    return is_upright(layout_) ? Point{last.x, boxes_.back().bottom}
                               : Point{spread_.cards.right, last.y};
  }

  // From one node to the next; dotted where nobody has set a date yet.
  void draw_stretch(Canvas& canvas, Point from, Point to, bool is_dotted) {
    const Theme& theme = layout_.theme;
    const Color color = late_ ? theme.late_mark : theme.text_absent;
    if (is_dotted) {
      canvas.dashed_line(from, to, color, 4, 4, 12);
    } else {
      canvas.line(from, to, color, 4);
    }
  }

  void draw_node(Canvas& canvas, Point at, const present::MeetingCard& meeting) {
    const Theme& theme = layout_.theme;
    const Color ground = late_ ? theme.late_ground : theme.ground;
    const Color strong = late_ ? theme.late_text : theme.text;
    const Color quiet = late_ ? theme.late_mark : theme.text_absent;
    canvas.circle(at, kNode + 6, ground);
    switch (meeting.state) {
      case State::next:
        return canvas.circle(at, kNode, strong);
      case State::held:
        return canvas.circle(at, kNode, quiet);
      case State::planned:
        return canvas.ring(at, kNode, strong, kNodeRing);
      case State::undated:
        return canvas.ring(at, kNode, quiet, kNodeRing);
    }
  }

  void draw_time_line() {
    if (boxes_.empty() || !has_line(spread_, layout_)) return;
    const Box& area = spread_.cards;
    const Box bounds = is_upright(layout_)
                           ? Box{area.left - kLineRoom, area.top, area.left - 1, area.bottom}
                           : Box{area.left, area.top - kBelowLine - 2 * kNode - kAboveNode,
                                 area.right, area.top - 1};
    Canvas& canvas = layout_.region("time line", bounds);
    for (std::size_t i = 0; i + 1 < boxes_.size(); ++i) {
      draw_stretch(canvas, node_at(i), node_at(i + 1), meeting_at(i + 1).state == State::undated);
    }
    const bool more = page_.last < spread_.parts.size();
    const auto& last = meeting_at(boxes_.size() - 1);
    const auto& following = more ? content_.meetings[spread_.parts[page_.last].meeting] : last;
    if (more || last.state == State::undated) {
      draw_stretch(canvas, node_at(boxes_.size() - 1), towards_end(),
                   following.state == State::undated);
    }
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      if (!part_at(i).continues()) draw_node(canvas, node_at(i), meeting_at(i));
    }
  }

  const present::ForwardPlan& content_;
  const Spread& spread_;
  const PageRows& page_;
  const Layout& layout_;
  bool late_;
  float stretch_ = 0;
  std::vector<Box> boxes_;
};

// Right of the title if there is room, else nowhere: the numbers are those of the whole board.
void draw_key(const present::ForwardPlan& content, const Layout& layout) {
  if (content.badge.empty()) return;
  const float side = item_badge_side(layout);
  const float words = layout.type.width(content.badge_words, {Role::foot});
  const float width = side + 16 + words;
  if (width > layout.aside.width()) return;
  const float baseline = layout.aside.bottom - 4;
  const float x = layout.aside.right - width;
  auto& canvas = layout.region(
      "key", {x - 4, layout.aside.top, layout.aside.right + 8, layout.aside.bottom + 18});
  const float middle = baseline - layout.metrics.cap(Role::foot) / 2;
  draw_item_badge(canvas, layout, {x + side / 2, middle}, content.badge, layout.theme.text, {});
  canvas.text({x + side + 16, baseline}, content.badge_words, {Role::foot},
              layout.theme.text_context, words + 1);
}

}  // namespace

int page_count(const present::ForwardPlan& content, const Layout& layout) {
  return static_cast<int>(spread_of(content, layout).pages.size());
}

void draw(const present::ForwardPlan& content, int page, const Layout& layout) {
  const Spread spread = spread_of(content, layout);
  draw_whole_tile(layout, content.age);
  draw_key(content, layout);
  PagePainter(content, spread, spread.pages[static_cast<std::size_t>(page)], layout).draw();
}

}  // namespace view
