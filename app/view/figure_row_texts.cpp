#include "view/figure_row_texts.h"

#include <algorithm>
#include <utility>

#include "view/kpi_parts.h"

namespace view {
namespace {

using State = present::TileAge::State;

constexpr float kBeforeChange = 40;
constexpr float kChangeSign = 46;  // a triangle and the gap behind it

float width_of_change(const present::KpiCard::Change& change, const Layout& layout, Role role) {
  if (!change.direction) return layout.type.width(change.amount, {role});
  const std::string words = change.amount + (change.word.empty() ? "" : "  " + change.word);
  return kChangeSign * layout.growth() + layout.type.width(words, {role, Weight::semibold});
}

class BlockSetter {
 public:
  BlockSetter(const Layout& layout, float width, int most_lines)
      : layout_(layout), width_(width), most_lines_(most_lines) {}

  // Each text goes below the one before it; `gap` is from that baseline to the capitals' tops.
  void add(const std::string& text, Type type, Tone tone, float gap) {
    add_from(text, type, tone, gap, 0);
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
      add(second, second_type, Tone::context, line_gap(layout_) * 0.8f);
    }
  }

  void add_change(const FigureRow& row, Role most, float gap) {
    present::KpiCard::Change change = row.card.change;
    if (change.amount.empty()) return;
    bool with_compared = false;
    Role role = Role::foot;
    for (const Role candidate : {Role::body, Role::label, Role::foot}) {
      if (candidate > most || with_compared) continue;
      role = candidate;
      with_compared = change_width(row, layout_, candidate) <= width_;
    }
    if (with_compared) change.word = said_after(row);
    block_.height += gap + layout_.metrics.cap(with_compared ? role : most);
    block_.change = {std::move(change), {0, block_.height}, width_, with_compared ? role : most};
    if (!with_compared) add(row.compared, {Role::foot}, Tone::context, line_gap(layout_));
  }

  // On the last line that was added, in a column at its right end.
  void put_change(const FigureRow& row, Role role, float column) {
    if (row.card.change.amount.empty()) return;
    present::KpiCard::Change change = row.card.change;
    change.word = said_after(row);
    block_.change = {std::move(change), {width_ - column, block_.height}, column + 1, role};
  }

  static std::string said_after(const FigureRow& row) {
    const std::string& word = row.card.change.word;
    return word + (word.empty() || row.compared.empty() ? "" : " ") + row.compared;
  }

  bool is_whole() const { return is_whole_; }
  TextBlock block() && { return std::move(block_); }

 private:
  void add_from(const std::string& text, Type type, Tone tone, float gap, float x) {
    if (text.empty()) return;
    is_whole_ = is_whole_ && layout_.type.line_count(text, type, width_) <= most_lines_;
    float down = gap + layout_.metrics.cap(type.role);
    for (auto& line : layout_.type.wrap(text, type, width_, most_lines_)) {
      block_.height += down;
      block_.texts.push_back({{x, block_.height}, std::move(line), type, tone, width_ - x});
      down = layout_.metrics.pitch(type.role);
    }
  }

  const Layout& layout_;
  float width_;
  int most_lines_;
  TextBlock block_;
  bool is_whole_ = true;
};

// What says less the later it stands is in the setter's hands; what a late or waiting tile leaves
// out is decided here.
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
    BlockSetter setter(layout_, rooms_.title, form_.most_lines);
    const Type title{form_.title, Weight::semibold};
    setter.add(row_.card.title, title, Tone::strong, 0);
    const float width = layout_.type.width(row_.card.title, title);
    const bool has_change = is_fresh_ && !row_.card.change.amount.empty() && !form_.stacked;
    float column = 0;
    if (has_change) column = form_.change_width + kBeforeChange * layout_.growth();
    texts_.fits_one_line = width + column <= rooms_.title;
    if (has_change && form_.one_line) {
      setter.put_change(row_, form_.title, form_.change_width);
    } else if (has_change) {
      setter.add_change(row_, Role::label, line_gap(layout_));
    }
    if (is_fresh_ && form_.with_details) {
      setter.add_pair(row_.strong, {Role::label, Weight::semibold}, row_.detail, {Role::foot},
                      line_gap(layout_), 18 * layout_.growth());
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
    BlockSetter setter(layout_, rooms_.number, std::max(form_.most_lines, 3));
    setter.add(figure.number, {Role::body, Weight::semibold}, Tone::context, 0);
    finish(setter, texts_.number);
    texts_.number_height = texts_.number.height;
  }

  void set_note() {
    if (!form_.with_details || row_.card.age.state == State::waiting) return;
    BlockSetter setter(layout_, rooms_.number, std::max(form_.most_lines, 2));
    setter.add(row_.note, {Role::foot}, Tone::context, line_gap(layout_));
    finish(setter, texts_.note);
  }

  void set_side() {
    const float room = form_.side_right ? rooms_.side : rooms_.scale;
    BlockSetter setter(layout_, room, std::max(form_.most_lines, 3));
    if (is_fresh_) setter.add_change(row_, Role::body, 0);
    if (form_.with_details && row_.card.age.state != State::waiting) {
      setter.add(row_.note, {Role::foot}, Tone::context, line_gap(layout_));
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
      texts_.late_strip = fits_late_line(layout_, rooms_.scale, age) ? late_line_height(layout_)
                                                                     : late_strip_height(layout_);
      texts_.below_height = line_gap(layout_) + texts_.late_strip;
      return;
    }
    if (is_fresh_ && row_.scale) {
      texts_.below_height = scale_gap(layout_) + scale_height(layout_) + labels_gap(layout_) +
                            layout_.metrics.cap(Role::foot);
      return;
    }
    BlockSetter setter(layout_, rooms_.scale, form_.most_lines);
    setter.add_pair(is_fresh_ ? row_.verdict : age.as_at, {Role::foot, Weight::semibold},
                    is_fresh_ ? row_.remark : age.detail, {Role::foot}, line_gap(layout_) * 1.2f,
                    24 * layout_.growth());
    finish(setter, texts_.words);
    texts_.below_height = texts_.words.height;
  }

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
  return 18 * layout.growth();
}
float scale_height(const Layout& layout) {
  return 32 * layout.growth();
}
float labels_gap(const Layout& layout) {
  return 14 * layout.growth();
}

}  // namespace view
