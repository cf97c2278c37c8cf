// The bar stands upright: so the labels of its parts are lines of a table, however long their
// names are, and the amounts stand below each other.
#include "view/finance_shares.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "view/card.h"

namespace view {
namespace {

using Share = present::Finance::Share;

constexpr float kBar = 300;
constexpr float kBarInPortrait = 130;
constexpr float kLeader = 84;  // from the bar to its labels
constexpr float kGap = 4;      // between parts of the bar
constexpr float kLeastPart = 5;
constexpr float kBetween = 36;  // columns

struct Label {
  std::vector<std::string> title;
  std::vector<std::string> detail;
  float height = 0;
  float top = 0;
};

class SharesPainter {
 public:
  SharesPainter(const present::Finance& content, const Box& box, const Layout& layout)
      : content_(content),
        box_(box),
        layout_(layout),
        theme_(layout.theme),
        colors_(colors_of(layout.theme, content.age)),
        late_(content.age.state == present::TileAge::State::late) {
    set_labels();
    place_labels();
  }

  bool fits() const { return fits_; }

  void draw(Canvas& canvas) {
    canvas_ = &canvas;
    float y = bar_.top;
    const float gaps = kGap * static_cast<float>(content_.shares.size() - 1);
    const float height = bar_.height() - gaps;
    for (std::size_t i = 0; i < content_.shares.size(); ++i) {
      const bool last = i + 1 == content_.shares.size();
      float part = std::max(kLeastPart, height * static_cast<float>(content_.shares[i].share));
      const Box box{bar_.left, y, bar_.right, last ? bar_.bottom : std::min(y + part, bar_.bottom)};
      draw_part(box, i);
      draw_leader(box.centre().y, labels_[i]);
      draw_label(content_.shares[i], labels_[i], i == 0);
      y = box.bottom + kGap;
    }
    draw_total();
  }

 private:
  float g() const { return layout_.growth(); }
  float label_left() const { return bar_.right + kLeader; }
  Type title_type() const { return {role_, Weight::semibold}; }
  Type figure_type() const { return {role_, Weight::semibold, Digits::tabular}; }

  float widest(std::string Share::*text, const std::string& whole) const {
    float width = layout_.type.width(whole, figure_type());
    for (const auto& share : content_.shares) {
      width = std::max(width, layout_.type.width(share.*text, figure_type()));
    }
    return width + 1;
  }

  // The largest letters in which all labels stand beside the bar; what is merged is named only
  // where there is room.
  void set_labels() {
    struct Try {
      Role role;
      int lines;
      int detail;
      float air;
      bool amounts_below = false;  // the names, not beside them
    };
    const int many = std::numeric_limits<int>::max();
    for (const Try& next :
         {Try{Role::title, 1, 2, 14}, Try{Role::body, 1, 2, 14}, Try{Role::body, 2, 2, 14},
          Try{Role::label, 2, 2, 14}, Try{Role::foot, 2, 2, 8}, Try{Role::foot, many, many, 8},
          Try{Role::foot, many, 0, 0}, Try{Role::foot, many, 0, 8, true},
          Try{Role::foot, many, 0, 0, false}}) {
      role_ = next.role;
      air_ = next.air * g();
      amounts_below_ = next.amounts_below;
      place_columns();
      if (make_labels(next.lines, next.detail)) return;
    }
    fits_ = false;
    const float each = bar_.height() / static_cast<float>(content_.shares.size());
    make_labels(std::max(1, static_cast<int>(each / layout_.metrics.pitch(Role::foot))), 0);
  }

  void place_columns() {
    total_ = layout_.metrics.pitch(role_) + 24 * g();
    bar_ = {box_.left, box_.top, box_.left + (layout_.metrics.portrait ? kBarInPortrait : kBar),
            box_.bottom - total_ - 16 * g()};
    percent_ = widest(&Share::percent, "100%");
    amount_ = widest(&Share::amount, content_.whole_amount);
    title_room_ = box_.right - label_left() - percent_ - (kBetween + kFinanceInset) * g();
    if (amounts_below_) {
      total_ += layout_.metrics.pitch(role_);
      bar_.bottom -= layout_.metrics.pitch(role_);
    } else {
      title_room_ -= amount_ + kBetween * g();
    }
  }

  // Whether the labels are whole and stand beside the bar.
  bool make_labels(int most, int most_detail) {
    float height = 0;
    bool whole = true;
    labels_.clear();
    for (const auto& share : content_.shares) {
      const int lines = layout_.type.line_count(share.title, title_type(), title_room_);
      whole = whole && lines <= most && words_fit(share.title);
      labels_.push_back(label_of(share, most, most_detail));
      height += labels_.back().height;
    }
    return whole && height <= bar_.height();
  }

  bool words_fit(std::string_view text) const {
    while (!text.empty()) {
      const std::size_t space = std::min(text.find(' '), text.size());
      if (layout_.type.width(text.substr(0, space), title_type()) > title_room_) return false;
      text.remove_prefix(std::min(space + 1, text.size()));
    }
    return true;
  }

  Label label_of(const Share& share, int most, int most_detail) const {
    Label label;
    label.title = layout_.type.wrap(share.title, title_type(), title_room_, most);
    label.detail = layout_.type.wrap(share.detail, {Role::foot}, title_room_, most_detail);
    const auto lines = label.title.size() + (amounts_below_ ? 1 : 0);
    label.height = static_cast<float>(lines) * layout_.metrics.pitch(role_) +
                   static_cast<float>(label.detail.size()) * layout_.metrics.pitch(Role::foot) +
                   air_;
    return label;
  }

  // Each beside its part; pushed down where it would cover the one above, and up again where the
  // last would leave the bar.
  void place_labels() {
    float y = bar_.top;
    float next = bar_.top;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const float part = bar_.height() * static_cast<float>(content_.shares[i].share);
      labels_[i].top = std::max(next, y + (part - labels_[i].height) / 2);
      next = labels_[i].top + labels_[i].height;
      y += part;
    }
    float bottom = bar_.bottom;
    for (std::size_t i = labels_.size(); i > 0; --i) {
      Label& label = labels_[i - 1];
      label.top = std::max(std::min(label.top, bottom - label.height), bar_.top);
      bottom = label.top;
    }
  }

  void draw_part(const Box& box, std::size_t index) {
    const Share::Kind kind = content_.shares[index].kind;
    const std::array fresh{theme_.bar_in_focus, theme_.bar, theme_.text_context,
                           theme_.text_absent};
    const std::array grey{theme_.late_mark, theme_.late_hatch, theme_.late_context,
                          theme_.late_hatch};
    if (kind == Share::Kind::not_shown) {
      canvas_->dashed_outline(box, late_ ? theme_.late_mark : theme_.text_absent, 2, 2, 10, 7);
      return;
    }
    if (kind == Share::Kind::merged) {
      canvas_->hatch(box, late_ ? theme_.late_mark : theme_.bar_in_focus, 4, 16, 2);
      canvas_->outline(box, late_ ? theme_.late_mark : theme_.bar_in_focus, 2, 2);
      return;
    }
    canvas_->fill(box, (late_ ? grey : fresh)[index % fresh.size()], 2);
  }

  void draw_leader(float from, const Label& label) {
    const float to = label.top + label.height / 2;
    const float left = bar_.right + 8 * g();
    const float right = label_left() - 18 * g();
    const float turn = (right - left) * 0.3f;
    const Color color = late_ ? theme_.late_mark : theme_.rule;
    const std::array<Point, 4> line = {
        {{left, from}, {left + turn, from}, {right - turn, to}, {right, to}}};
    canvas_->polyline(line, color, 3);
  }

  // `below`: the baseline under the last line of the name.
  void draw_figures(const std::string& amount, const std::string& percent, float baseline,
                    float below, bool strong) {
    const float right = box_.right - kFinanceInset * g();
    canvas_->text({right, baseline}, percent, figure_type(), colors_.strong, percent_,
                  Align::right);
    Type type = figure_type();
    if (!strong) type.weight = Weight::regular;
    const Color color = strong ? colors_.strong : colors_.context;
    if (amounts_below_) {
      canvas_->text({label_left(), below}, amount, type, color, title_room_ + 0.5f);
      return;
    }
    const float amount_right = right - percent_ - kBetween * g();
    canvas_->text({amount_right, baseline}, amount, type, color, amount_, Align::right);
  }

  void draw_label(const Share& share, const Label& label, bool largest) {
    const float pitch = layout_.metrics.pitch(role_);
    float baseline = label.top + air_ / 2 + (pitch + layout_.metrics.cap(role_)) / 2;
    draw_figures(share.amount, share.percent, baseline,
                 baseline + static_cast<float>(label.title.size()) * pitch, largest);
    Type type = title_type();
    if (!largest) type.weight = Weight::regular;
    for (const auto& line : label.title) {
      canvas_->text({label_left(), baseline}, line, type, colors_.strong, title_room_ + 0.5f);
      baseline += pitch;
    }
    const auto lines = label.title.size() + (amounts_below_ ? 1 : 0);
    baseline = label.top + air_ / 2 + static_cast<float>(lines) * pitch +
               (layout_.metrics.pitch(Role::foot) + layout_.metrics.cap(Role::foot)) / 2;
    for (const auto& line : label.detail) {
      canvas_->text({label_left(), baseline}, line, {Role::foot}, colors_.context,
                    title_room_ + 0.5f);
      baseline += layout_.metrics.pitch(Role::foot);
    }
  }

  void draw_total() {
    const Box row{box_.left, box_.bottom - total_, box_.right, box_.bottom};
    if (late_) {
      canvas_->line({row.left, row.top}, {row.right, row.top}, theme_.late_mark, 2);
    } else {
      canvas_->fill(row, theme_.raised, 8);
    }
    const float pitch = layout_.metrics.pitch(role_);
    float baseline = row.centre().y + layout_.metrics.cap(role_) / 2;
    if (amounts_below_) baseline -= pitch / 2;
    draw_figures(content_.whole_amount, "100%", baseline, baseline + pitch, true);
    canvas_->text({label_left(), baseline}, content_.whole, title_type(), colors_.strong,
                  title_room_);
  }

  Canvas* canvas_ = nullptr;  // while drawing
  const present::Finance& content_;
  Box box_;
  const Layout& layout_;
  const Theme& theme_;
  TileColors colors_;
  bool late_;
  float total_ = 0;
  bool fits_ = true;
  bool amounts_below_ = false;
  float air_ = 0;  // of a label, above and below together
  Box bar_;
  Role role_ = Role::title;
  float percent_ = 0;
  float amount_ = 0;
  float title_room_ = 0;
  std::vector<Label> labels_;
};

}  // namespace

bool finance_shares_fit(const present::Finance& content, const Box& box, const Layout& layout) {
  return content.shares.empty() || SharesPainter(content, box, layout).fits();
}

void draw_finance_shares(Canvas& canvas, const present::Finance& content, const Box& box,
                         const Layout& layout) {
  if (content.shares.empty()) return;
  SharesPainter(content, box, layout).draw(canvas);
}

}  // namespace view
