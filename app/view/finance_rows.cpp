#include "view/finance_rows.h"

#include <algorithm>

#include "view/card.h"

namespace view {
namespace {

using Row = present::Finance::Row;
using RowWeight = present::Finance::Weight;

constexpr float kNaturalRow = 69;
constexpr float kMostStretch = 1.45f;
constexpr float kMostStretchInPortrait = 1.9f;
constexpr float kRadius = 8;
constexpr Type kHead{Role::foot, Weight::semibold};

class RowsPainter {
 public:
  RowsPainter(Canvas& canvas, const present::Finance& content, const FinancePlan& plan,
              const FinancePage& page, const Box& box, const Layout& layout)
      : canvas_(canvas),
        content_(content),
        style_(plan.style),
        part_(plan.style.parts[page.part]),
        sheet_(content.sheets[part_.sheet]),
        rows_(page.rows),
        box_(box),
        layout_(layout),
        theme_(layout.theme),
        colors_(colors_of(layout.theme, content.age)),
        late_(content.age.state == present::TileAge::State::late),
        bars_(content, plan.style.brief_heads, box.left + part_.bars_left,
              box.left + part_.bars_right, layout) {}

  void draw() {
    const float top = box_.top + finance_heads_height(style_, layout_);
    draw_heads(top);
    const auto heights = stretched(box_.bottom - top);
    float y = top;
    for (std::size_t i = rows_.first; i < rows_.last; ++i) {
      const float bottom = y + heights[i - rows_.first];
      draw_row(sheet_.rows[i], {box_.left, y, box_.right, bottom});
      y = bottom;
    }
    if (has_bars() && rows_.last > rows_.first) bars_.draw_zero(canvas_, top - 1, y);
  }

 private:
  float g() const { return layout_.growth(); }
  bool has_bars() const { return part_.bars_right > part_.bars_left; }
  float inset() const { return kFinanceInset * g(); }

  void draw_heads(float bottom) {
    const float pitch = layout_.metrics.pitch(Role::foot);
    const float last = bottom - heads_height(layout_) + layout_.metrics.cap(Role::foot) + 1;
    canvas_.text({box_.left + inset(), last}, "Line", kHead, colors_.context,
                 part_.title_right - inset());
    for (const auto& at : part_.columns) {
      const auto lines = layout_.type.wrap(sheet_.columns[at.column].title, kHead,
                                           at.right - at.left + 0.5f, style_.head_lines);
      float baseline = last - static_cast<float>(lines.size()) * pitch;
      for (const auto& line : lines) {
        baseline += pitch;
        canvas_.text({box_.left + at.right, baseline}, line, kHead, colors_.context,
                     at.right - at.left + 1, Align::right);
      }
    }
    if (style_.groups) draw_groups();
    if (has_bars()) bars_.draw_heads(canvas_, last);
    canvas_.line({box_.left, bottom - 1}, {box_.right, bottom - 1},
                 late_ ? theme_.late_mark : theme_.rule, 2);
  }

  // Over the columns that they name, with a line as wide as these.
  void draw_groups() {
    const float baseline = box_.top + layout_.metrics.cap(Role::foot) + 1;
    float free = box_.left + inset();  // a name may be longer than its columns are wide
    for (std::size_t i = 0; i < part_.columns.size();) {
      const std::string& group = sheet_.columns[part_.columns[i].column].group;
      std::size_t end = i + 1;
      while (end < part_.columns.size() &&
             sheet_.columns[part_.columns[end].column].group == group) {
        ++end;
      }
      const float left = box_.left + part_.columns[i].left;
      const float right = box_.left + part_.columns[end - 1].right;
      i = end;
      if (group.empty()) continue;
      canvas_.text({right, baseline}, group, kHead, colors_.strong, right - free + 1, Align::right);
      free = right + 24 * g();
      const float y = baseline + 11 * g();
      canvas_.line({left, y}, {right, y}, late_ ? theme_.late_mark : theme_.hairline, 2);
    }
  }

  // Rows share what the page has left, up to a little more than the design gives them.
  std::vector<float> stretched(float room) const {
    std::vector<float> heights;
    float least = 0;
    float natural = 0;
    std::vector<float> more;
    const float stretch = layout_.metrics.portrait ? kMostStretchInPortrait : kMostStretch;
    const float one_line = layout_.metrics.pitch(style_.role) + 2 * g();
    const float roomy = kNaturalRow * stretch * g() - one_line;
    for (std::size_t i = rows_.first; i < rows_.last; ++i) {
      heights.push_back(finance_row_height(sheet_.rows[i], part_, style_, layout_));
      more.push_back(std::max(roomy, 0.0f));
      least += heights.back();
      natural += heights.back() + more.back();
    }
    const float give =
        natural > least ? std::clamp((room - least) / (natural - least), 0.0f, 1.0f) : 0;
    for (std::size_t i = 0; i < heights.size(); ++i) heights[i] += more[i] * give;
    return heights;
  }

  void draw_ground(const Row& row, const Box& box) {
    if (row.weight == RowWeight::line) {
      // Without bars a line leads the eye from the title to its figures.
      if (!has_bars()) {
        canvas_.line({box.left, box.bottom}, {box.right, box.bottom},
                     late_ ? theme_.late_hatch : theme_.hairline, 2);
      }
      return;
    }
    if (late_) {
      canvas_.line({box.left, box.top}, {box.right, box.top}, theme_.late_mark, 2);
      return;
    }
    const float inset = 3 * g();
    canvas_.fill({box.left, box.top + inset, box.right, box.bottom - inset},
                 row.weight == RowWeight::total ? theme_.raised : theme_.card, kRadius);
  }

  void draw_row(const Row& row, const Box& box) {
    draw_ground(row, box);
    draw_title(row, box);
    const float baseline = box.centre().y + layout_.metrics.cap(style_.role) / 2;
    for (const auto& at : part_.columns) draw_cell(row, at, baseline);
    if (has_bars()) bars_.draw_row(canvas_, row, box);
  }

  void draw_title(const Row& row, const Box& box) {
    const bool sums = row.weight != RowWeight::line;
    const Type type{style_.role, sums ? Weight::semibold : Weight::regular};
    const bool stands_out = sums || row.effect == present::Finance::Effect::adverse;
    const Color color = stands_out ? colors_.strong : colors_.context;
    const float room = part_.title_right - inset();
    const float pitch = layout_.metrics.pitch(style_.role);
    const int all =
        std::min(finance_title_lines(row, style_.role, room, layout_), style_.most_title_lines);
    auto lines = layout_.type.wrap(row.title, type, room, all);
    const Type ref{Role::foot, Weight::regular};
    const float ref_width = row.ref.empty() ? 0 : layout_.type.width(row.ref, ref);
    const float gap = layout_.type.width(" ", type);
    float last = lines.empty() ? 0 : layout_.type.width(lines.back(), type);
    const bool own_line = !row.ref.empty() && last + gap + ref_width > room;
    if (own_line && all > 1 && static_cast<int>(lines.size()) >= all) {
      lines = layout_.type.wrap(row.title, type, room, all - 1);
    }
    const auto count = lines.size() + (own_line ? 1 : 0);
    float baseline = box.centre().y + layout_.metrics.cap(style_.role) / 2 -
                     static_cast<float>(count - 1) * pitch / 2;
    const float left = box_.left + inset();
    for (const auto& line : lines) {
      canvas_.text({left, baseline}, line, type, color, room + 0.5f);
      baseline += pitch;
    }
    if (row.ref.empty()) return;
    if (own_line) {
      last = -gap;
    } else {
      baseline -= pitch;
    }
    canvas_.text({left + last + gap, baseline}, row.ref, ref, colors_.context,
                 room - last - gap + 0.5f);
  }

  // Digits end at the column's edge; a closing bracket hangs out.
  void draw_cell(const Row& row, const FinanceColumn& at, float baseline) {
    const std::string& text = row.cells[at.column];
    if (text.empty()) return;
    const bool sums = row.weight != RowWeight::line;
    const bool strong = sheet_.columns[at.column].strong;
    const bool nothing = text == "–";
    const bool bold = sums || (strong && !nothing);
    const Type type{style_.role, bold ? Weight::semibold : Weight::regular, Digits::tabular};
    const float hang = text.ends_with(')') ? layout_.type.width(")", type) : 0;
    canvas_.text({box_.left + at.right + hang, baseline}, text, type,
                 bold ? colors_.strong : colors_.context, at.right - at.left + hang + 1,
                 Align::right);
  }

  Canvas& canvas_;
  const present::Finance& content_;
  const FinanceStyle& style_;
  const FinancePart& part_;
  const present::Finance::Sheet& sheet_;
  PageRows rows_;
  Box box_;
  const Layout& layout_;
  const Theme& theme_;
  TileColors colors_;
  bool late_;
  FinanceBars bars_;
};

}  // namespace

void draw_finance_rows(Canvas& canvas, const present::Finance& content, const FinancePlan& plan,
                       const FinancePage& page, const Box& box, const Layout& layout) {
  RowsPainter(canvas, content, plan, page, box, layout).draw();
}

}  // namespace view
