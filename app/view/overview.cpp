// All priorities at once: a card each, its themes with their ratings, and what to know about it.
#include <algorithm>
#include <array>
#include <vector>

#include "view/card.h"
#include "view/marks.h"
#include "view/overview_spread.h"
#include "view/slide_kinds.h"

namespace view {
namespace {

using namespace overview;
using present::OverviewCard;

constexpr float kRowGap = 4;
constexpr float kRowEdge = 7;
constexpr float kRowInset = 14;  // of a row's ground from the card's edge
constexpr float kMark = 38;      // diameter
constexpr float kLastMark = 32.5f;

struct Columns {
  float last = 0;  // centres
  float move = 0;
  float now = 0;
};

void draw_theme(Canvas& canvas, const Layout& layout, const OverviewCard& card,
                const OverviewCard::Theme& theme, const Box& row) {
  const Theme& colors = layout.theme;
  float growth = layout.growth();
  bool late = card.age.state == present::TileAge::State::late;
  bool strong = !late && present::needs_attention(theme.rag.now);
  if (strong) draw_row(canvas, colors, row, kRowEdge, theme.rag.now);
  Point middle = row.centre();
  Columns columns;
  columns.now = row.right - 33 * growth;
  columns.move = columns.now - 44.5f * growth;
  columns.last = columns.now - 88.5f * growth;

  Type type{Role::foot, strong ? Weight::semibold : Weight::regular};
  float left = row.left + 18;
  bool moved = theme.rag.move != present::Move::unknown;
  float room = columns.now - kMark / 2 * growth - 12 - left;
  float room_beside_last = columns.last - kLastMark / 2 * growth - 8 - left;
  // A name is worth more than the word that nothing changed.
  if (moved && theme.rag.move == present::Move::same &&
      layout.type.width(theme.title, type) > room_beside_last) {
    moved = false;
  }
  if (moved) {
    room = room_beside_last;
    draw_mark(canvas, colors, {columns.last, middle.y}, kLastMark * growth, theme.rag.before,
              look_of(card.age, MarkLook::last));
    draw_move(canvas, colors, {columns.move, middle.y}, 22 * growth, theme.rag.move,
              look_of(card.age));
  }
  draw_mark(canvas, colors, {columns.now, middle.y}, kMark * growth, theme.rag.now,
            look_of(card.age), MarkRoom::tight);
  TileColors tile = colors_of(colors, card.age);
  canvas.text({left, middle.y + layout.metrics.cap(Role::foot) / 2}, theme.title, type,
              strong ? tile.strong : tile.context, room);
}

void draw_themes(Canvas& canvas, const Layout& layout, const OverviewCard& card, const Box& area) {
  float pitch = pitch_of(layout);
  float y = area.top;
  for (const auto& theme : card.themes) {
    draw_theme(canvas, layout, card, theme,
               {area.left, y + kRowGap / 2, area.right, y + pitch - kRowGap / 2});
    y += pitch;
  }
}

void draw_headlines(Canvas& canvas, const Layout& layout, const OverviewCard& card, const Box& box,
                    const Spread& spread) {
  float growth = layout.growth();
  int count = std::min(spread.headlines, static_cast<int>(card.headlines.size()));
  if (count == 0) return;
  bool portrait = is_split(layout);
  float room = headline_room(layout, box.width());
  std::vector<std::string> lines;
  if (portrait) {
    lines = layout.type.wrap(card.headlines.front(), {Role::foot}, room, 2);
  } else {
    lines.assign(card.headlines.begin(), card.headlines.begin() + count);
  }
  float pitch = 39 * growth;
  float last = box.bottom - (portrait ? 25.0f : 15.0f);
  float height = (portrait ? 34.0f : 25.0f) * growth + pitch * static_cast<float>(lines.size() - 1);
  float left = box.left + 24;
  canvas.fill({left, last - height, left + 5, last}, layout.theme.text_absent, 2.5f);
  Point at{box.left + (portrait ? 43 : 46),
           last - (portrait ? 9.0f : 2.5f) * growth - pitch * static_cast<float>(lines.size() - 1)};
  for (const auto& line : lines) {
    canvas.text(at, line, {Role::foot}, layout.theme.text_context, room);
    at.y += pitch;
  }
}

void draw_title(Canvas& canvas, const Layout& layout, const OverviewCard& card, const Box& box,
                Role role) {
  const Metrics& metrics = layout.metrics;
  TileColors colors = colors_of(layout.theme, card.age);
  float side = badge_side(layout);
  float inset = is_split(layout) ? 18.0f : 14.0f;
  float left = box.left + (is_split(layout) ? 18 : 16);
  float middle = box.top + inset + side / 2;
  if (!card.number.empty()) {
    canvas.fill({left, middle - side / 2, left + side, middle + side / 2}, layout.theme.raised, 8);
    canvas.letter({left + side / 2, middle}, card.number, 28 * layout.growth(), colors.strong);
  }
  Point at{box.left + title_left(layout, card), middle + metrics.cap(role) / 2};
  canvas.paragraph(at, card.title, {role, Weight::semibold}, colors.strong,
                   title_room(layout, card, box.width()), is_split(layout) ? 2 : 1);
}

void draw_one(Canvas& canvas, const Layout& layout, const OverviewCard& card, const Box& box,
              const Spread& spread, Role role) {
  using State = present::TileAge::State;
  draw_card(canvas, layout.theme, box, card.age);
  draw_title(canvas, layout, card, box, role);
  bool portrait = is_split(layout);
  float left = portrait ? box.left + kRightPart : box.left + kRowInset;
  float top = box.top + head_height(layout);
  if (card.age.state == State::waiting) {
    Box inner{portrait ? left + 18 : box.left + kCardMargin, top + 34, box.right - kCardMargin,
              box.bottom - 14};
    draw_no_data(canvas, layout, inner, card.age);
    return;
  }
  float foot = foot_height(layout, card, spread);
  draw_themes(canvas, layout, card,
              {left, top, box.right - kRowInset, box.bottom - (portrait ? 10.0f : foot)});
  if (card.age.state == State::late) {
    float right = portrait ? left - 12 : box.right - 24;
    draw_late_strip(canvas, layout,
                    {box.left + 24, box.bottom - 12 - strip_height(layout), right, box.bottom - 12},
                    card.age);
  } else {
    draw_headlines(canvas, layout, card, box, spread);
  }
}

struct LegendEntry {
  std::string text;
  present::Move move;  // unknown: the mark of the period before
};

// Right of the title if there is room, else nowhere: the marks speak for themselves.
void draw_legend(const present::Overview& content, const Layout& layout) {
  if (content.before_label.empty() || is_split(layout)) return;
  const std::array<LegendEntry, 4> entries = {{{content.before_label, present::Move::unknown},
                                               {"better", present::Move::improved},
                                               {"worse", present::Move::worsened},
                                               {"same", present::Move::same}}};
  float growth = layout.growth();
  float icon = 24 * growth;
  float mark = 31 * growth;
  float width = 0;
  for (const auto& entry : entries) {
    float sign = entry.move == present::Move::unknown ? mark * 1.15f : icon;
    width += sign + 14 + layout.type.width(entry.text, {Role::foot}) + 25;
  }
  width -= 25;
  if (width > layout.aside.width()) return;
  float cap = layout.metrics.cap(Role::foot);
  float baseline = layout.aside.bottom - 4;
  float x = layout.aside.right - width;
  auto& canvas = layout.region(
      "legend", {x - 4, layout.aside.top, layout.aside.right + 8, layout.content.top - 1});
  // Where every mark on the slide is grey the legend's is, too.
  const bool all_late = std::ranges::all_of(content.cards, [](const present::OverviewCard& card) {
    return card.age.state == present::TileAge::State::late;
  });
  const MarkLook look = all_late ? MarkLook::late : MarkLook::last;
  for (const auto& entry : entries) {
    bool last = entry.move == present::Move::unknown;
    float sign = last ? mark * 1.15f : icon;
    Point centre{x + sign / 2, baseline - cap / 2};
    if (last) {
      draw_mark(canvas, layout.theme, centre, mark, model::Rating::amber, look);
    } else if (entry.move == present::Move::same) {
      draw_change(canvas, centre, icon, model::Direction::level, layout.theme.text);
    } else {
      draw_move(canvas, layout.theme, centre, icon, entry.move);
    }
    x += sign + 14;
    x += canvas.text({x, baseline}, entry.text, {Role::foot}, layout.theme.text_context,
                     layout.type.width(entry.text, {Role::foot}) + 1);
    x += 25;
  }
}

}  // namespace

int page_count(const present::Overview& content, const Layout& layout) {
  Cards cards = cut_to_pages(content.cards, layout);
  return pages_of(cards, spread_of(cards, layout));
}

void draw(const present::Overview& content, int page, const Layout& layout) {
  draw_legend(content, layout);
  Cards cards = cut_to_pages(content.cards, layout);
  Spread spread = spread_of(cards, layout);
  Box area = area_of(layout);
  float width = card_width(layout, spread);
  Role role = label_role(cards, layout, width);
  auto heights = row_heights(cards, page, layout, spread);
  float gap = gap_of(layout);
  float room = (area.height() - total_height(heights, gap)) / std::max(1.0f, float(heights.size()));
  float y = area.top;
  auto next = static_cast<size_t>(page * spread.cards());
  for (float needed : heights) {
    // Room to spare goes to all rows, but a few short cards are not blown up to the whole glass.
    float height = needed + std::min(room, needed * 0.35f);
    for (int column = 0; column < spread.columns && next < cards.size(); ++column, ++next) {
      float x = area.left + static_cast<float>(column) * (width + kCardGap);
      Box box{x, y, x + width, y + height};
      auto& canvas = layout.region("card " + std::to_string(next), box);
      draw_one(canvas, layout, cards[next], box, spread, role);
    }
    y += height + gap;
  }
}

}  // namespace view
