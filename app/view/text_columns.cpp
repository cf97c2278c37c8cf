#include "view/text_columns.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

#include "view/statement.h"

namespace view {
namespace {

// Larger letters leave two columns too narrow.
constexpr float kMostGrowthOfColumns = 1.3f;
constexpr int kAnyNumber = std::numeric_limits<int>::max();
constexpr Type kHead{Role::foot, Weight::semibold};

// What a break costs, in squares of the share of a column that stays empty or is too full: a list
// parted between columns as much as 30 per cent, between pages as 40.
constexpr float kListParted = 0.09f;
constexpr float kListPartedByPage = 0.16f;

float descent(const Layout& layout) {
  return layout.metrics.em(Role::body) * 0.26f;
}

class Flow {
 public:
  Flow(std::span<const present::TextList> lists, const Layout& layout, const Box& room)
      : lists_(lists), layout_(layout), room_(room.height() - descent(layout)) {
    const bool two =
        lists.size() > 1 && !layout.metrics.portrait && layout.growth() <= kMostGrowthOfColumns;
    flow_.columns_on_page = two ? 2 : 1;
    flow_.width = two ? (room.width() - kColumnGap) / 2 : room.width();
    heads_.resize(lists.size());
    for (std::size_t i = 0; i < lists.size(); ++i) {
      for (bool continued : {false, true}) {
        const auto lines = head_lines(lists[i], continued, layout, flow_.width);
        heads_[i][continued ? 1 : 0] = head_height(layout, static_cast<int>(lines.size()));
      }
    }
  }

  TextFlow flow() && {
    set_pieces();
    if (!flow_.pieces.empty()) set_columns();
    return std::move(flow_);
  }

 private:
  float head(std::size_t list, bool continued) const { return heads_[list][continued ? 1 : 0]; }

  void set_pieces() {
    const float width = flow_.width - kTextIndent * layout_.growth();
    for (std::size_t list = 0; list < lists_.size(); ++list) {
      bool begins_list = true;
      const float head_room = std::max(head(list, false), head(list, true));
      const float lines_room = room_ - head_room - layout_.metrics.cap(Role::body);
      const int most = 1 + std::max(0, static_cast<int>(lines_room / pitch()));
      for (const auto& item : lists_[list].items) {
        TextPiece whole{list, begins_list, true, {}, {}};
        whole.lines = wrap_item(item.text, type_of(lists_[list]), width);
        whole.detail = layout_.type.wrap(item.detail, {Role::body}, width, kAnyNumber);
        add_parted(std::move(whole), static_cast<std::size_t>(most));
        begins_list = false;
      }
    }
  }

  // Two lines share the words, so that the second is not one word alone; longer texts fill theirs.
  std::vector<std::string> wrap_item(const std::string& text, Type type, float width) const {
    auto lines = layout_.type.wrap(text, type, width, kAnyNumber);
    return lines.size() == 2 ? wrap_evenly(text, type, width, layout_.type) : lines;
  }

  // As it is, or in pieces of `most` lines.
  void add_parted(TextPiece rest, std::size_t most) {
    while (static_cast<std::size_t>(rest.line_count()) > most) {
      TextPiece piece{rest.list, rest.begins_list, rest.begins_item, {}, {}};
      move_lines(rest.lines, piece.lines, most);
      move_lines(rest.detail, piece.detail, most - piece.lines.size());
      flow_.pieces.push_back(std::move(piece));
      rest.begins_list = rest.begins_item = false;
    }
    flow_.pieces.push_back(std::move(rest));
  }

  static void move_lines(std::vector<std::string>& from, std::vector<std::string>& to,
                         std::size_t most) {
    const auto end = from.begin() + static_cast<std::ptrdiff_t>(std::min(most, from.size()));
    to.assign(std::make_move_iterator(from.begin()), std::make_move_iterator(end));
    from.erase(from.begin(), end);
  }

  float pitch() const { return layout_.metrics.pitch(Role::body); }
  float height_of(std::size_t piece) const {
    return item_height(layout_, flow_.pieces[piece].line_count());
  }

  // Calls `visit(first, height)` for every column that may end before `last`, shortest first.
  template <class Visit>
  void for_columns_to(std::size_t last, Visit visit) const {
    float below = 0;  // all but the head above the first piece
    for (std::size_t first = last; first-- > 0;) {
      const TextPiece& piece = flow_.pieces[first];
      if (first + 1 < last) {
        const TextPiece& next = flow_.pieces[first + 1];
        below += next.begins_list ? list_gap(layout_) + head(next.list, false) : item_gap(layout_);
      }
      below += height_of(first);
      const float height = below + head(piece.list, !piece.begins_list);
      if (height > room_ && first + 1 < last) return;
      visit(first, height);
    }
  }

  // Columns that the pieces before each one need, and all of them need, at the least.
  std::vector<std::size_t> fewest_columns() const {
    std::vector<std::size_t> fewest(flow_.pieces.size() + 1, 0);
    for (std::size_t last = 1; last < fewest.size(); ++last) {
      fewest[last] = std::numeric_limits<std::size_t>::max();
      for_columns_to(last, [&](std::size_t first, float) {
        fewest[last] = std::min(fewest[last], fewest[first] + 1);
      });
    }
    return fewest;
  }

  float break_cost(std::size_t first, std::size_t column) const {
    if (first == 0 || flow_.pieces[first].begins_list) return 0;
    const bool turns_page = column % static_cast<std::size_t>(flow_.columns_on_page) == 0;
    return turns_page ? kListPartedByPage : kListParted;
  }

  // The cheapest columns up to each piece: as few as it needs, or one more where the last page
  // has one to spare.
  void set_columns() {
    const auto fewest = fewest_columns();
    const auto on_page = static_cast<std::size_t>(flow_.columns_on_page);
    const std::size_t all = (fewest.back() + on_page - 1) / on_page * on_page;
    const std::size_t spare = all - fewest.back();
    const float even = whole_height() / static_cast<float>(all);
    struct Best {
      float cost = std::numeric_limits<float>::infinity();
      std::size_t first = 0;
      std::size_t extra = 0;  // columns more than needed, before this one
    };
    std::vector<std::array<Best, 2>> best(fewest.size());
    best[0][0].cost = 0;
    for (std::size_t last = 1; last < best.size(); ++last) {
      for_columns_to(last, [&](std::size_t first, float height) {
        const float off = (height - even) / room_;
        for (std::size_t extra = 0; extra <= spare; ++extra) {
          const std::size_t column = fewest[first] + extra;
          const std::size_t extra_now = column + 1 - fewest[last];
          if (extra_now > spare) continue;
          const float cost = best[first][extra].cost + off * off + break_cost(first, column);
          Best& known = best[last][extra_now];
          if (cost < known.cost) known = {cost, first, extra};
        }
      });
    }
    const float empty = spare > 0 ? even / room_ : 0;
    std::size_t extra = best.back()[1].cost < best.back()[0].cost + empty * empty ? 1 : 0;
    for (std::size_t last = flow_.pieces.size(); last > 0;) {
      const Best& step = best[last][extra];
      flow_.columns.push_back({step.first, last});
      last = step.first;
      extra = step.extra;
    }
    std::ranges::reverse(flow_.columns);
  }

  float whole_height() const {
    float height = 0;
    for (std::size_t i = 0; i < flow_.pieces.size(); ++i) {
      const TextPiece& piece = flow_.pieces[i];
      height += height_of(i);
      if (piece.begins_list) height += head(piece.list, false);
      if (i > 0) height += piece.begins_list ? list_gap(layout_) : item_gap(layout_);
    }
    return height;
  }

  std::span<const present::TextList> lists_;
  const Layout& layout_;
  float room_;
  std::vector<std::array<float, 2>> heads_;  // height of each list's: as it begins, continued
  TextFlow flow_;
};

}  // namespace

int TextFlow::pages() const {
  const int count = static_cast<int>(columns.size());
  return std::max(1, (count + columns_on_page - 1) / columns_on_page);
}

float list_gap(const Layout& layout) {
  return 56 * layout.growth();
}

float item_gap(const Layout& layout) {
  return 38 * layout.growth();
}

float rule_below_head(const Layout& layout) {
  return 17 * layout.growth();
}

float head_height(const Layout& layout, int lines) {
  if (lines == 0) return 0;
  return layout.metrics.cap(Role::foot) +
         static_cast<float>(lines - 1) * layout.metrics.pitch(Role::foot) +
         rule_below_head(layout) + 28 * layout.growth();
}

float item_height(const Layout& layout, int lines) {
  return layout.metrics.cap(Role::body) +
         static_cast<float>(std::max(0, lines - 1)) * layout.metrics.pitch(Role::body);
}

std::vector<std::string> head_lines(const present::TextList& list, bool continued,
                                    const Layout& layout, float width) {
  return layout.type.wrap(
      continued && !list.title.empty() ? list.title + ", continued" : list.title, kHead, width, 2);
}

Type type_of(const present::TextList& list) {
  return {Role::body, list.stands_out ? Weight::semibold : Weight::regular};
}

TextFlow flow_text(std::span<const present::TextList> lists, const Layout& layout,
                   const Box& room) {
  return Flow(lists, layout, room).flow();
}

}  // namespace view
