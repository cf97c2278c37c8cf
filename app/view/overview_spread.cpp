#include "view/overview_spread.h"

#include <algorithm>

#include "view/card.h"

namespace view::overview {
namespace {

using present::OverviewCard;

constexpr float kRowPitch = 43;
constexpr float kStripAir = 8;  // of a late card, so that it is no higher than others
constexpr float kGapOfRows = 20;
constexpr float kGapInPortrait = 15;
constexpr float kLeftPart = 378;  // of a split card: where what stands left of its themes ends
constexpr float kMostSplitGrowth = 1.4f;

bool is_fresh(const OverviewCard& card) {
  return card.age.state == present::TileAge::State::fresh;
}

int shown_themes(const OverviewCard& card) {
  bool waits = card.age.state == present::TileAge::State::waiting;
  return waits ? 0 : static_cast<int>(card.themes.size());
}

float needed_height(const OverviewCard& card, const Layout& layout, const Spread& spread) {
  float themes = static_cast<float>(shown_themes(card)) * pitch_of(layout);
  float foot = foot_height(layout, card, spread);
  if (!is_split(layout)) return head_height(layout) + themes + foot;
  float growth = layout.growth();
  float left = 52 * growth + 43 * growth + foot;
  return std::max(2 * head_height(layout) + 4 + themes, left);
}

bool fits(const Cards& cards, const Layout& layout, const Spread& spread) {
  for (int page = 0; page < pages_of(cards, spread); ++page) {
    auto heights = row_heights(cards, page, layout, spread);
    if (total_height(heights, gap_of(layout)) > area_of(layout).height() + 1) return false;
  }
  return true;
}

}  // namespace

float total_height(const std::vector<float>& heights, float gap) {
  float sum = gap * static_cast<float>(std::max<size_t>(1, heights.size()) - 1);
  for (float height : heights) sum += height;
  return sum;
}

bool is_split(const Layout& layout) {
  return layout.metrics.portrait && layout.growth() <= kMostSplitGrowth;
}

Box area_of(const Layout& layout) {
  Box box = layout.content;
  box.bottom += is_split(layout) ? 5.0f : 9.0f;  // as far as the design goes
  return box;
}

float card_width(const Layout& layout, const Spread& spread) {
  return (layout.content.width() - kCardGap * static_cast<float>(spread.columns - 1)) /
         static_cast<float>(spread.columns);
}

float gap_of(const Layout& layout) {
  return is_split(layout) ? kGapInPortrait : kGapOfRows;
}

float badge_side(const Layout& layout) {
  return (is_split(layout) ? 44.0f : 40.0f) * layout.growth();
}

float title_left(const Layout& layout, const OverviewCard& card) {
  if (card.number.empty()) return kCardMargin;
  float badge = badge_side(layout);
  return is_split(layout) ? 18 + badge + 18 : 16 + badge + 14;
}

float title_room(const Layout& layout, const OverviewCard& card, float width) {
  float right = is_split(layout) ? kLeftPart : width - kCardMargin;
  return right - title_left(layout, card);
}

float headline_room(const Layout& layout, float width) {
  return is_split(layout) ? kLeftPart - 43 : width - 46 - 30;
}

// Narrow in portrait: how late it is takes two lines there.
float strip_height(const Layout& layout) {
  return late_strip_height(layout, kStripAir, is_split(layout) ? 2 : 1);
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
  if (is_split(layout)) {
    lines = std::min(2, layout.type.line_count(card.headlines.front(), {Role::foot},
                                               headline_room(layout, card_width(layout, spread))));
    return 31 + 34 * growth + 39 * growth * static_cast<float>(lines - 1) + 25;
  }
  return 24 + 25 * growth + 39 * growth * static_cast<float>(lines - 1) + 15;
}

float head_height(const Layout& layout) {
  return is_split(layout) ? 10.0f : 14 + badge_side(layout) + 12;
}

float pitch_of(const Layout& layout) {
  return (is_split(layout) ? kRowPitch + 1 : kRowPitch) * layout.growth();
}

Role label_role(const Cards& cards, const Layout& layout, float width) {
  for (Role role : {Role::label, Role::foot}) {
    bool all = std::ranges::all_of(cards, [&](const OverviewCard& card) {
      Type type{role, Weight::semibold};
      float room = title_room(layout, card, width);
      return is_split(layout) ? layout.type.line_count(card.title, type, room) <= 2
                              : layout.type.width(card.title, type) <= room;
    });
    if (all) return role;
  }
  return Role::foot;
}

// A card with more themes than a page has room for goes on in a card of its own.
Cards cut_to_pages(const Cards& cards, const Layout& layout) {
  Cards pieces;
  for (const OverviewCard& card : cards) {
    if (shown_themes(card) == 0) {
      pieces.push_back(card);
      continue;
    }
    OverviewCard bare = card;
    bare.themes.clear();
    bare.headlines.clear();
    float around =
        is_split(layout) ? 2 * head_height(layout) + 4 : needed_height(bare, layout, {1, 1, 0});
    float room = area_of(layout).height() - around;
    auto most = static_cast<size_t>(std::max(1.0f, (room + 1) / pitch_of(layout)));
    for (size_t first = 0; first < card.themes.size(); first += most) {
      OverviewCard& piece = pieces.emplace_back(bare);
      size_t count = std::min(most, card.themes.size() - first);
      piece.themes.assign(card.themes.begin() + static_cast<std::ptrdiff_t>(first),
                          card.themes.begin() + static_cast<std::ptrdiff_t>(first + count));
      if (first + count == card.themes.size()) piece.headlines = card.headlines;
    }
  }
  return pieces;
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

Spread spread_of(const Cards& cards, const Layout& layout) {
  constexpr float kNarrowestColumn = 490;  // for one step of growth
  int most = 1;
  if (!is_split(layout)) {
    float narrowest = kNarrowestColumn * layout.growth();
    most = std::clamp(
        static_cast<int>((layout.content.width() + kCardGap) / (narrowest + kCardGap)), 1, 3);
    most = std::min(most, std::max(1, static_cast<int>(cards.size())));
  }
  int tallest = layout.metrics.portrait ? 6 : 2;
  int headlines = is_split(layout) ? 1 : 2;
  for (int rows = tallest; rows >= 1; --rows) {
    for (int lines = headlines; lines >= 0; --lines) {
      Spread spread{most, rows, lines};
      if (fits(cards, layout, spread)) return spread;
    }
  }
  return {most, 1, 0};
}

}  // namespace view::overview
