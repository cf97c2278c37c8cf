// All priorities at once: a card each, its themes with their ratings, and what to know about it.
#include <algorithm>
#include <array>
#include <vector>

#include "view/card.h"
#include "view/marks.h"
#include "view/slide_kinds.h"

namespace view {
namespace {

using present::OverviewCard;

constexpr float kRowPitch = 43;
constexpr float kRowGap = 4;
constexpr float kRowEdge = 7;
constexpr float kRowInset = 14;  // of a row's ground from the card's edge
constexpr float kMark = 38;      // diameter
constexpr float kLastMark = 32.5f;
constexpr float kStripAir = 8;  // of a late card, so that it is no higher than others
constexpr float kGapOfRows = 20;
constexpr float kGapInPortrait = 15;
constexpr float kRightPart = 408;  // portrait: where the themes begin, from the card's left
constexpr float kLeftPart = 378;   // and where what stands left of them ends

// How the cards of a slide are spread. All pages have the same.
struct Spread {
  int columns = 1;
  int rows = 1;
  int headlines = 0;  // most of a card

  int cards() const { return columns * rows; }
};

using Cards = std::vector<OverviewCard>;

bool is_fresh(const OverviewCard& card) {
  return card.age.state == present::TileAge::State::fresh;
}

Box area_of(const Layout& layout) {
  Box box = layout.content;
  box.bottom += layout.metrics.portrait ? 5.0f : 9.0f;  // as far as the design goes
  return box;
}

float card_width(const Layout& layout, const Spread& spread) {
  return (layout.content.width() - kCardGap * static_cast<float>(spread.columns - 1)) /
         static_cast<float>(spread.columns);
}

float gap_of(const Layout& layout) {
  return layout.metrics.portrait ? kGapInPortrait : kGapOfRows;
}

float badge_side(const Layout& layout) {
  return (layout.metrics.portrait ? 44.0f : 40.0f) * layout.growth();
}

float title_left(const Layout& layout, const OverviewCard& card) {
  if (card.number.empty()) return kCardMargin;
  float badge = badge_side(layout);
  return layout.metrics.portrait ? 18 + badge + 18 : 16 + badge + 14;
}

float title_room(const Layout& layout, const OverviewCard& card, float width) {
  float right = layout.metrics.portrait ? kLeftPart : width - kCardMargin;
  return right - title_left(layout, card);
}

float headline_room(const Layout& layout, float width) {
  return layout.metrics.portrait ? kLeftPart - 43 : width - 46 - 30;
}

// Narrow in portrait: how late it is takes two lines there.
float strip_height(const Layout& layout) {
  return late_strip_height(layout, kStripAir, layout.metrics.portrait ? 2 : 1);
}

// What the part below the themes (or, in portrait, left of them) takes.
float foot_height(const Layout& layout, const OverviewCard& card, const Spread& spread) {
  float growth = layout.growth();
  if (!is_fresh(card)) {
    return card.age.state == present::TileAge::State::late ? strip_height(layout) + 20
                                                           : no_data_height(layout) + 34 + 20;
  }
  int lines = std::min(spread.headlines, static_cast<int>(card.headlines.size()));
  if (lines == 0) return 14;
  if (layout.metrics.portrait) {
    lines = std::min(2, layout.type.line_count(card.headlines.front(), {Role::foot},
                                               headline_room(layout, card_width(layout, spread))));
    return 31 + 34 * growth + 39 * growth * static_cast<float>(lines - 1) + 25;
  }
  return 24 + 25 * growth + 39 * growth * static_cast<float>(lines - 1) + 15;
}

float head_height(const Layout& layout) {
  return layout.metrics.portrait ? 10.0f : 14 + badge_side(layout) + 12;
}

float pitch_of(const Layout& layout) {
  return (layout.metrics.portrait ? kRowPitch + 1 : kRowPitch) * layout.growth();
}

Role label_role(const Cards& cards, const Layout& layout, float width) {
  for (Role role : {Role::label, Role::foot}) {
    bool all = std::ranges::all_of(cards, [&](const OverviewCard& card) {
      Type type{role, Weight::semibold};
      float room = title_room(layout, card, width);
      return layout.metrics.portrait ? layout.type.line_count(card.title, type, room) <= 2
                                     : layout.type.width(card.title, type) <= room;
    });
    if (all) return role;
  }
  return Role::foot;
}

int shown_themes(const OverviewCard& card) {
  bool waits = card.age.state == present::TileAge::State::waiting;
  return waits ? 0 : static_cast<int>(card.themes.size());
}

float needed_height(const OverviewCard& card, const Layout& layout, const Spread& spread) {
  float themes = static_cast<float>(shown_themes(card)) * pitch_of(layout);
  float foot = foot_height(layout, card, spread);
  if (!layout.metrics.portrait) return head_height(layout) + themes + foot;
  float growth = layout.growth();
  float left = 52 * growth + 43 * growth + foot;
  return std::max(2 * head_height(layout) + 4 + themes, left);
}

// Heights of the rows of one page.
std::vector<float> row_heights(const Cards& cards, int page, const Layout& layout,
                               const Spread& spread) {
  std::vector<float> heights;
  auto first = static_cast<size_t>(page * spread.cards());
  auto last = std::min(cards.size(), first + static_cast<size_t>(spread.cards()));
  for (size_t i = first; i < last; ++i) {
    float needed = needed_height(cards[i], layout, spread);
    if ((i - first) % static_cast<size_t>(spread.columns) == 0) heights.push_back(needed);
    heights.back() = std::max(heights.back(), needed);
  }
  return heights;
}

int pages_of(const Cards& cards, const Spread& spread) {
  int count = static_cast<int>(cards.size());
  return std::max(1, (count + spread.cards() - 1) / spread.cards());
}

float sum_of(const std::vector<float>& heights, float gap) {
  float sum = gap * static_cast<float>(std::max<size_t>(1, heights.size()) - 1);
  for (float height : heights) sum += height;
  return sum;
}

bool fits(const Cards& cards, const Layout& layout, const Spread& spread) {
  for (int page = 0; page < pages_of(cards, spread); ++page) {
    auto heights = row_heights(cards, page, layout, spread);
    if (sum_of(heights, gap_of(layout)) > area_of(layout).height() + 1) return false;
  }
  return true;
}

Spread spread_of(const Cards& cards, const Layout& layout) {
  constexpr float kNarrowestColumn = 490;  // for one step of growth
  int most = 1;
  if (!layout.metrics.portrait) {
    float narrowest = kNarrowestColumn * layout.growth();
    most = std::clamp(
        static_cast<int>((layout.content.width() + kCardGap) / (narrowest + kCardGap)), 1, 3);
    most = std::min(most, std::max(1, static_cast<int>(cards.size())));
  }
  int tallest = layout.metrics.portrait ? 6 : 2;
  int headlines = layout.metrics.portrait ? 1 : 2;
  for (int rows = tallest; rows >= 1; --rows) {
    for (int lines = headlines; lines >= 0; --lines) {
      Spread spread{most, rows, lines};
      if (fits(cards, layout, spread)) return spread;
    }
  }
  return {most, 1, 0};
}

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
  auto fitting = static_cast<size_t>(std::max(0.0f, (area.height() + 1) / pitch));
  size_t shown = card.themes.size();
  if (shown > fitting) shown = fitting > 0 ? fitting - 1 : 0;
  float y = area.top;
  for (size_t i = 0; i < shown; ++i) {
    draw_theme(canvas, layout, card, card.themes[i],
               {area.left, y + kRowGap / 2, area.right, y + pitch - kRowGap / 2});
    y += pitch;
  }
  if (shown < card.themes.size() && fitting > 0) {
    std::string more = "and " + std::to_string(card.themes.size() - shown) + " more";
    canvas.text({area.left + 18, y + pitch / 2 + layout.metrics.cap(Role::foot) / 2}, more,
                {Role::foot}, layout.theme.text_absent, area.width() - 36);
  }
}

void draw_headlines(Canvas& canvas, const Layout& layout, const OverviewCard& card, const Box& box,
                    const Spread& spread) {
  const Metrics& metrics = layout.metrics;
  float growth = layout.growth();
  int count = std::min(spread.headlines, static_cast<int>(card.headlines.size()));
  if (count == 0) return;
  bool portrait = metrics.portrait;
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
  float inset = metrics.portrait ? 18.0f : 14.0f;
  float left = box.left + (metrics.portrait ? 18 : 16);
  float middle = box.top + inset + side / 2;
  if (!card.number.empty()) {
    canvas.fill({left, middle - side / 2, left + side, middle + side / 2}, layout.theme.raised, 8);
    canvas.letter({left + side / 2, middle}, card.number, 28 * layout.growth(), colors.strong);
  }
  Point at{box.left + title_left(layout, card), middle + metrics.cap(role) / 2};
  canvas.paragraph(at, card.title, {role, Weight::semibold}, colors.strong,
                   title_room(layout, card, box.width()), metrics.portrait ? 2 : 1);
}

void draw_one(Canvas& canvas, const Layout& layout, const OverviewCard& card, const Box& box,
              const Spread& spread, Role role) {
  using State = present::TileAge::State;
  draw_card(canvas, layout.theme, box, card.age);
  draw_title(canvas, layout, card, box, role);
  bool portrait = layout.metrics.portrait;
  float left = portrait ? box.left + kRightPart : box.left + kRowInset;
  float top = box.top + head_height(layout);
  if (card.age.state == State::waiting) {
    Box inner{portrait ? left + 18 : box.left + kCardMargin, top + 34, box.right - kCardMargin,
              box.bottom};
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
  if (content.before_label.empty() || layout.metrics.portrait) return;
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
  for (const auto& entry : entries) {
    bool last = entry.move == present::Move::unknown;
    float sign = last ? mark * 1.15f : icon;
    Point centre{x + sign / 2, baseline - cap / 2};
    if (last) {
      draw_mark(canvas, layout.theme, centre, mark, model::Rating::amber, MarkLook::last);
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
  return pages_of(content.cards, spread_of(content.cards, layout));
}

void draw(const present::Overview& content, int page, const Layout& layout) {
  draw_legend(content, layout);
  Spread spread = spread_of(content.cards, layout);
  Box area = area_of(layout);
  float width = card_width(layout, spread);
  Role role = label_role(content.cards, layout, width);
  auto heights = row_heights(content.cards, page, layout, spread);
  float gap = gap_of(layout);
  float room = (area.height() - sum_of(heights, gap)) / std::max(1.0f, float(heights.size()));
  float y = area.top;
  auto next = static_cast<size_t>(page * spread.cards());
  for (float needed : heights) {
    // Room to spare goes to all rows, but a few short cards are not blown up to the whole glass.
    float height = needed + std::min(room, needed * 0.35f);
    for (int column = 0; column < spread.columns && next < content.cards.size(); ++column, ++next) {
      float x = area.left + static_cast<float>(column) * (width + kCardGap);
      Box box{x, y, x + width, y + height};
      auto& canvas = layout.region("card " + std::to_string(next), box);
      draw_one(canvas, layout, content.cards[next], box, spread, role);
    }
    y += height + gap;
  }
}

}  // namespace view
