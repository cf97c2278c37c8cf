#include "view/priority_pages.h"

#include <algorithm>
#include <span>

namespace view {
namespace {

constexpr float kLeftShare = 752.0f / 1800;
constexpr float kRightShare = 1000.0f / 1800;
constexpr float kSectionGap = 35;
constexpr float kQuoteGap = 28;

// Larger letters leave two columns too narrow: everything goes below each other then.
constexpr float kMostGrowthOfColumns = 1.3f;

struct Part {
  RowList list;
  std::size_t first;
  std::size_t last;
};

struct Pitch {
  float natural;
  float least;
};

class Planner {
 public:
  Planner(const present::PriorityPage& content, const Layout& layout, const Box& room)
      : content_(content), layout_(layout), room_(room) {
    bool left = content.quote || !content.themes.empty();
    bool right = !content.measures.empty() || !content.indicators.empty();
    two_columns_ =
        left && right && !layout.metrics.portrait && layout.growth() <= kMostGrowthOfColumns;
    left_ = right_ = room;
    if (two_columns_) {
      left_.right = room.left + room.width() * kLeftShare;
      right_.left = room.right - room.width() * kRightShare;
    }
    plan_.style = row_style(content, layout, left_.width(), right_.width());
  }

  PriorityPlan plan() && {
    if (two_columns_) {
      plan_columns();
    } else {
      plan_stack();
    }
    if (plan_.pages.empty()) plan_.pages.emplace_back();
    return std::move(plan_);
  }

 private:
  std::size_t count(RowList list) const {
    switch (list) {
      case RowList::themes:
        return content_.themes.size();
      case RowList::measures:
        return content_.measures.size();
      case RowList::indicators:
        break;
    }
    return content_.indicators.size();
  }

  // A row must hold its title's lines and its mark, whose letter is not to get smaller than Foot.
  Pitch pitch(RowList list) const {
    float g = layout_.growth();
    const RowStyle& style = plan_.style;
    bool marked =
        list == RowList::themes || (list == RowList::indicators && content_.indicators_rated);
    int lines = list == RowList::themes     ? style.theme_lines
                : list == RowList::measures ? style.measure_lines
                                            : style.indicator_lines;
    float least = static_cast<float>(lines) * layout_.metrics.pitch(style.role) + 6;
    if (marked) least = std::max(least, 58 * g);
    float natural = list == RowList::themes ? 81 * g : list == RowList::measures ? 66 * g : 74 * g;
    return {std::max(natural, least), least};
  }

  float fixed(RowList list) const { return section_head(layout_) + section_air(layout_, list); }

  Part whole(RowList list) const { return {list, 0, count(list)}; }

  std::vector<Part> filled(std::initializer_list<RowList> lists) const {
    std::vector<Part> parts;
    for (RowList list : lists) {
      if (count(list) > 0) parts.push_back(whole(list));
    }
    return parts;
  }

  float least_height(std::span<const Part> parts) const {
    float height = 0;
    for (const Part& part : parts) {
      if (&part != &parts.front()) height += kSectionGap * layout_.growth();
      height +=
          fixed(part.list) + static_cast<float>(part.last - part.first) * pitch(part.list).least;
    }
    return height;
  }

  // The quotation whole or not at all: half of what somebody said is something else.
  std::optional<QuoteCard> quote_within(const Box& box, float height) const {
    if (!content_.quote) return std::nullopt;
    float width = box.width() - 2 * kQuoteMargin;
    for (Role role : {Role::body, Role::label, Role::foot}) {
      int lines = layout_.type.line_count(content_.quote->text, {role}, width);
      QuoteCard card{box, role, lines};
      card.box.bottom = box.top + quote_height(role, lines);
      if (card.box.height() <= height) return card;
    }
    return std::nullopt;
  }

  float quote_height(Role role, int lines) const {
    return quote_above(layout_, role) +
           static_cast<float>(lines - 1) * layout_.metrics.pitch(role) +
           quote_below(layout_, *content_.quote);
  }

  // Sets sections below each other from `top`, squeezed as much as the column asks for.
  void place(PriorityPagePlan& page, Box column, float top, std::span<const Part> parts) const {
    column.top = top;
    float least = least_height(parts);
    float natural = least;
    for (const Part& part : parts) {
      Pitch row = pitch(part.list);
      natural += static_cast<float>(part.last - part.first) * (row.natural - row.least);
    }
    float give = natural > least ? (column.height() - least) / (natural - least) : 1;
    give = std::clamp(give, 0.0f, 1.0f);
    for (const Part& part : parts) {
      Pitch row = pitch(part.list);
      float height = row.least + (row.natural - row.least) * give;
      Box box = column;
      box.top = top;
      box.bottom = top + fixed(part.list) + static_cast<float>(part.last - part.first) * height;
      page.sections.push_back({part.list, part.first, part.last, box, height});
      top = box.bottom + kSectionGap * layout_.growth();
    }
  }

  // Equal pieces of a list, each within the height of a page.
  std::vector<Part> pieces(RowList list) const {
    std::vector<Part> parts;
    std::size_t rows = count(list);
    if (rows == 0) return parts;
    float room = std::max(0.0f, room_.height() - fixed(list));
    auto most = std::max<std::size_t>(1, static_cast<std::size_t>(room / pitch(list).least));
    std::size_t pages = (rows + most - 1) / most;
    for (std::size_t i = 0; i < pages; ++i) {
      parts.push_back({list, rows * i / pages, rows * (i + 1) / pages});
    }
    return parts;
  }

  void plan_columns() {
    std::vector<Part> left = pieces(RowList::themes);
    std::vector<Part> right = filled({RowList::measures, RowList::indicators});
    bool right_is_whole = least_height(right) <= room_.height();
    bool apart = !right_is_whole && right.size() > 1;
    std::vector<Part> rows;
    if (!right_is_whole) {
      rows = pieces(content_.indicators.empty() ? RowList::measures : RowList::indicators);
    }
    std::size_t pages = std::max<std::size_t>({left.size(), rows.size(), 1});
    for (std::size_t i = 0; i < pages; ++i) {
      PriorityPagePlan& page = plan_.pages.emplace_back();
      bool has_left = i < left.size() || (i == 0 && content_.quote);
      bool has_right = right_is_whole ? i == 0 : i < rows.size();
      if (has_right) {
        auto parts = right_is_whole ? std::span<const Part>(right) : std::span(&rows[i], 1);
        place(page, has_left ? right_ : room_, room_.top, parts);
      }
      if (!has_left) continue;
      Box column = has_right ? left_ : room_;
      auto parts = i < left.size() ? std::span<const Part>(&left[i], 1) : std::span<const Part>();
      float top = room_.top;
      if (left.size() <= 1 && i == 0) {
        float gap = parts.empty() ? 0 : kQuoteGap * layout_.growth() + least_height(parts);
        page.quote = quote_within(column, room_.height() - gap);
        if (page.quote) top = page.quote->box.bottom + kQuoteGap * layout_.growth();
      }
      place(page, column, top, parts);
    }
    if (apart) add_pages(pieces(RowList::measures));
  }

  void add_pages(std::span<const Part> parts) {
    for (const Part& part : parts) {
      place(plan_.pages.emplace_back(), room_, room_.top, std::span(&part, 1));
    }
  }

  void plan_stack() {
    auto all = filled({RowList::themes, RowList::measures, RowList::indicators});
    if (all.empty()) {
      PriorityPagePlan& page = plan_.pages.emplace_back();
      page.quote = quote_within(room_, room_.height());
      if (!page.quote && content_.quote) page.quote = shortened_quote();
      return;
    }
    float least = least_height(all);
    if (least <= room_.height()) {
      PriorityPagePlan& page = plan_.pages.emplace_back();
      float gap = kQuoteGap * layout_.growth();
      page.quote = quote_within(room_, room_.height() - gap - least);
      place(page, room_, page.quote ? page.quote->box.bottom + gap : room_.top, all);
      return;
    }
    auto main = filled({RowList::themes, RowList::indicators});
    if (!main.empty() && least_height(main) <= room_.height()) {
      place(plan_.pages.emplace_back(), room_, room_.top, main);
    } else {
      add_pages(pieces(RowList::themes));
      add_pages(pieces(RowList::indicators));
    }
    add_pages(pieces(RowList::measures));
  }

  // Alone on the slide and still too long: as much of it as there is room for.
  QuoteCard shortened_quote() const {
    Role role = Role::foot;
    float lines = (room_.height() - quote_height(role, 1)) / layout_.metrics.pitch(role);
    QuoteCard card{room_, role, 1 + std::max(0, static_cast<int>(lines))};
    card.box.bottom = room_.top + quote_height(role, card.lines);
    return card;
  }

  const present::PriorityPage& content_;
  const Layout& layout_;
  Box room_;
  Box left_;
  Box right_;
  bool two_columns_ = false;
  PriorityPlan plan_;
};

}  // namespace

float section_head(const Layout& layout) {
  return layout.metrics.cap(Role::foot) + 20 * layout.growth();
}

float section_air(const Layout& layout, RowList list) {
  return (list == RowList::themes ? 8.0f : 3.0f) * layout.growth();
}

float quote_above(const Layout& layout, Role role) {
  return 100 * layout.growth() + layout.metrics.cap(role);
}

float quote_below(const Layout& layout, const present::Quote& quote) {
  if (quote.attribution.empty()) return 34 * layout.growth();
  return 68 * layout.growth() + layout.metrics.cap(Role::foot);
}

PriorityPlan plan_priority(const present::PriorityPage& content, const Layout& layout,
                           const Box& room) {
  return Planner(content, layout, room).plan();
}

}  // namespace view
