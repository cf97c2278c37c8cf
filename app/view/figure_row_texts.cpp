#include "view/figure_row_texts.h"

#include <algorithm>
#include <utility>

#include "view/kpi_parts.h"

namespace view {
namespace {

using State = present::TileAge::State;

constexpr float kBeforeChange = 40;
// As draw_change_line() sets it: a triangle and the gap behind it, and the gap before the word.
constexpr float kChangeSign = 46;
constexpr float kBeforeWord = 0.31f;  // of an em
constexpr float kBelowCommas = 0.2f;  // of the number's em: what its commas reach below the line

float width_of_change(const present::KpiCard::Change& change, const Layout& layout, Role role) {
  if (!change.direction) return layout.type.width(change.amount, {role});
  float width =
      kChangeSign * layout.growth() + layout.type.width(change.amount, {role, Weight::semibold});
  if (change.word.empty()) return width;
  return width + layout.metrics.em(role) * kBeforeWord + layout.type.width(change.word, {role});
}

class BlockSetter {
 public:
  BlockSetter(const Layout& layout, const RowForm& form, float width)
      : layout_(layout),
        gap_(line_gap(layout) + form.air),
        width_(width),
        most_lines_(form.other_lines) {}

  // Each text goes below the one before it; `gap` is from that baseline to the capitals' tops.
  void add(const std::string& text, Type type, Tone tone, float gap) {
    add_lines(text, type, tone, gap, most_lines_);
  }

  void add_lines(const std::string& text, Type type, Tone tone, float gap, int most) {
    if (text.empty()) return;
    is_whole_ = is_whole_ && layout_.type.line_count(text, type, width_) <= most;
    float down = gap + layout_.metrics.cap(type.role);
    for (auto& line : layout_.type.wrap(text, type, width_, most)) {
      block_.height += down;
      block_.texts.push_back({{0, block_.height}, std::move(line), type, tone, width_});
      down = layout_.metrics.pitch(type.role);
    }
  }

  // Two texts in one line if they fit; else the second begins a line of its own.
  void add_pair(const std::string& first, Type first_type, const std::string& second,
                Type second_type, float gap, float between) {
    if (first.empty() || second.empty()) {
      add(first, first_type, Tone::strong, gap);
      add(second, second_type, Tone::context, gap);
      return;
    }
    const float taken = layout_.type.width(first, first_type) + between;
    const bool fits = taken + layout_.type.width(second, second_type) <= width_;
    add(first, first_type, Tone::strong, gap);
    if (fits) {
      block_.texts.push_back(
          {{taken, block_.height}, second, second_type, Tone::context, width_ - taken});
    } else {
      add(second, second_type, Tone::context, gap_ * 0.8f);
    }
  }

  void add_change(const FigureRow& row, const RowForm& form, float gap) {
    present::KpiCard::Change change = row.card.change;
    if (change.amount.empty()) return;
    if (form.compared_inline) change.word = said_after(row);
    block_.height += gap + layout_.metrics.cap(form.change);
    block_.change = {std::move(change), {0, block_.height}, width_, form.change};
    if (!form.compared_inline && form.with_details)
      add(row.compared, {Role::foot}, Tone::context, gap_);
  }

  // On the last line that was added, in a column at its right end.
  void put_change(const FigureRow& row, Role role, float column) {
    if (row.card.change.amount.empty()) return;
    present::KpiCard::Change change = row.card.change;
    change.word = said_after(row);
    block_.change = {
        std::move(change), {width_ - column, block_.height}, column * kBolderWords, role};
  }

  static std::string said_after(const FigureRow& row) {
    const std::string& word = row.card.change.word;
    return word + (word.empty() || row.compared.empty() ? "" : " ") + row.compared;
  }

  bool is_whole() const { return is_whole_; }
  TextBlock block() && { return std::move(block_); }

 private:
  const Layout& layout_;
  float gap_;
  float width_;
  int most_lines_;
  TextBlock block_;
  bool is_whole_ = true;
};

// Which texts a fresh, a late and a waiting tile have, and where.
class RowSetter {
 public:
  RowSetter(const FigureRow& row, const Layout& layout, const RowForm& form, const RowRooms& rooms)
      : row_(row),
        layout_(layout),
        form_(form),
        rooms_(rooms),
        is_fresh_(row.card.age.state == State::fresh) {}

  RowTexts set() && {
    set_head();
    set_number();
    form_.stacked ? set_side() : set_note();
    set_below();
    return std::move(texts_);
  }

 private:
  void set_head() {
    BlockSetter setter(layout_, form_, rooms_.title);
    const Type title{form_.title, Weight::semibold};
    setter.add_lines(row_.card.title, title, Tone::strong, 0, form_.title_lines);
    const float width = layout_.type.width(row_.card.title, title);
    const bool has_change = says_change() && !form_.stacked;
    float column = 0;
    if (has_change) column = form_.change_width + kBeforeChange * layout_.growth();
    texts_.fits_one_line = width + column <= rooms_.title;
    if (has_change && form_.one_line) {
      setter.put_change(row_, form_.title, form_.change_width);
    } else if (has_change) {
      setter.add_change(row_, form_, gap());
    }
    if (is_fresh_ && form_.with_details) {
      setter.add_pair(row_.strong, {Role::label, Weight::semibold}, row_.detail, {Role::foot},
                      gap(), 18 * layout_.growth());
    }
    finish(setter, texts_.head);
  }

  void set_number() {
    const present::Figure& figure = row_.card.figure;
    texts_.number_height = layout_.metrics.cap(form_.number);
    if (row_.card.age.state == State::waiting) {
      if (form_.stacked) texts_.number_height = layout_.metrics.cap(Role::body);
      return;
    }
    if (!figure.is_text || figure_width(layout_, figure, form_.number) <= rooms_.number) return;
    BlockSetter setter(layout_, form_, rooms_.number);
    setter.add(figure.number, {Role::body, Weight::semibold}, Tone::context, 0);
    finish(setter, texts_.number);
    texts_.number_height = texts_.number.height;
  }

  void set_note() {
    if (!form_.with_details || row_.card.age.state == State::waiting) return;
    BlockSetter setter(layout_, form_, rooms_.number);
    const float below_commas = kBelowCommas * layout_.metrics.em(form_.number);
    setter.add(row_.note, {Role::foot}, Tone::context, std::max(gap(), below_commas));
    finish(setter, texts_.note);
  }

  void set_side() {
    const float room = form_.side_right ? rooms_.side : rooms_.scale;
    BlockSetter setter(layout_, form_, room);
    const bool has_change = says_change();
    if (has_change) setter.add_change(row_, form_, 0);
    if (form_.with_details && row_.card.age.state != State::waiting) {
      setter.add(row_.note, {Role::foot}, Tone::context, has_change ? gap() : 0);
    }
    finish(setter, texts_.side);
    float& height = texts_.middle_height;
    height = texts_.number_height;
    if (form_.side_right) {
      height = std::max(height, texts_.side.height);
    } else if (texts_.side.height > 0) {
      height += line_gap(layout_) + texts_.side.height;
    }
    height += stacked_gap(layout_);
  }

  void set_below() {
    const auto& age = row_.card.age;
    if (age.state == State::late) {
      texts_.late_strip = lateness_height(layout_, rooms_.scale, age);
      texts_.below_height = line_gap(layout_) + texts_.late_strip;
      return;
    }
    if (is_fresh_ && row_.scale) {
      texts_.below_height = scale_gap(layout_) + scale_height(layout_) + form_.stretch +
                            labels_gap(layout_) + layout_.metrics.cap(Role::foot);
      return;
    }
    BlockSetter setter(layout_, form_, rooms_.scale);
    setter.add_pair(is_fresh_ ? row_.verdict : age.as_at, {Role::foot, Weight::semibold},
                    is_fresh_ ? row_.remark : age.detail, {Role::foot}, line_gap(layout_) * 1.2f,
                    24 * layout_.growth());
    finish(setter, texts_.words);
    texts_.below_height = texts_.words.height;
  }

  bool says_change() const {
    return is_fresh_ && form_.with_change && !row_.card.change.amount.empty();
  }
  float gap() const { return line_gap(layout_) + form_.air; }

  void finish(BlockSetter& setter, TextBlock& block) {
    texts_.is_whole = texts_.is_whole && setter.is_whole();
    block = std::move(setter).block();
  }

  const FigureRow& row_;
  const Layout& layout_;
  const RowForm& form_;
  const RowRooms& rooms_;
  bool is_fresh_;
  RowTexts texts_;
};

}  // namespace

RowTexts set_row(const FigureRow& row, const Layout& layout, const RowForm& form,
                 const RowRooms& rooms) {
  return RowSetter(row, layout, form, rooms).set();
}

float plain_change_width(const FigureRow& row, const Layout& layout, Role role) {
  return width_of_change(row.card.change, layout, role);
}

float change_width(const FigureRow& row, const Layout& layout, Role role) {
  auto change = row.card.change;
  change.word = BlockSetter::said_after(row);
  return width_of_change(change, layout, role);
}

float row_pad(const Layout& layout, const RowForm& form) {
  return (form.stacked ? 24.0f : 13.0f) * layout.growth();
}
float stacked_gap(const Layout& layout) {
  return 24 * layout.growth();
}
float line_gap(const Layout& layout) {
  return 18 * layout.growth();
}
float scale_gap(const Layout& layout) {
  return 16 * layout.growth();
}
float scale_height(const Layout& layout) {
  return 30 * layout.growth();
}
float labels_gap(const Layout& layout) {
  return 13 * layout.growth();
}

}  // namespace view
