// Columns of a table of money: which fit beside the titles and the bars, and in which letters.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "view/finance_plan.h"

namespace view {
namespace {

using Form = present::Finance::Form;
using RowWeight = present::Finance::Weight;

constexpr float kColumnGap = 38;
constexpr float kColumnGapInPortrait = 32;
constexpr float kBarsAir = 14;
constexpr float kLeastTitle = 285;
constexpr float kLeastBars = 200;
constexpr float kMostColumn = 330;
constexpr int kMostTitleLines = 2;
constexpr int kMostTitleLinesInPortrait = 3;
constexpr int kMostTitleLinesOfAll = 5;
constexpr int kTransfers = 1;  // are dropped first, for titles of one line
constexpr int kMostHeadLines = 2;

constexpr Type kHead{Role::foot, Weight::semibold};

float widest_word(std::string_view text, Type type, const Layout& layout) {
  float widest = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    widest = std::max(widest, layout.type.width(text.substr(0, space), type));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return widest;
}

// What a closing bracket takes hangs out to the right.
std::string_view without_hanging(std::string_view text) {
  if (text.ends_with(')')) text.remove_suffix(1);
  return text;
}

class Columns {
 public:
  Columns(const present::Finance& content, const Layout& layout, float width)
      : content_(content), layout_(layout), width_(width) {}

  FinanceStyle best() {
    const int usual = layout_.metrics.portrait ? kMostTitleLinesInPortrait : kMostTitleLines;
    for (Role role : {Role::body, Role::label, Role::foot}) {
      if (content_.form == Form::movement) {
        most_lines_ = 1;
        brief_heads_ = false;
        for (int dropped = 0; dropped <= kTransfers; ++dropped) {
          if (auto style = attempt(role, dropped, true)) return *style;
        }
      }
      most_lines_ = usual;
      for (int dropped = 0; dropped <= most_dropped(); ++dropped) {
        for (bool brief : {false, true}) {
          brief_heads_ = brief;
          if (auto style = attempt(role, dropped, true)) return *style;
        }
      }
    }
    // Letters and titles of an unusual size: bars say nothing that the figures do not.
    with_bars_ = false;
    for (int lines : {usual, kMostTitleLinesOfAll}) {
      most_lines_ = lines;
      for (Role role : {Role::body, Role::label, Role::foot}) {
        if (auto style = attempt(role, most_dropped(), true)) return *style;
      }
    }
    return *attempt(Role::foot, most_dropped(), false);
  }

 private:
  float g() const { return layout_.growth(); }
  float gap() const { return (layout_.metrics.portrait ? kColumnGapInPortrait : kColumnGap) * g(); }

  // A bar keeps more distance than a figure.
  float bars_gap() const { return gap() + (layout_.metrics.portrait ? 0 : kBarsAir * g()); }

  int most_dropped() const {
    int most = 0;
    for (const auto& sheet : content_.sheets) {
      for (const auto& column : sheet.columns) most = std::max(most, column.dropped);
    }
    return most;
  }

  float bars_width() const {
    if (!with_bars_) return 0;
    const auto width = [&](const std::string& text) { return layout_.type.width(text, kHead); };
    switch (content_.form) {
      case Form::variance:
        return std::max(kLeastBars * g(),
                        width(brief_heads_ ? content_.below_zero_brief : content_.below_zero) +
                            width(content_.above_zero) + 37 * g());
      case Form::movement:
        if (brief_heads_) {
          return std::max(kLeastBars * g(),
                          std::max(width(content_.opening), width(content_.closing)) +
                              (kFinanceSwatch + kFinanceSwatchGap + 2) * g());
        }
        return width(content_.opening) + width(content_.closing) +
               (2 * (kFinanceSwatch + kFinanceSwatchGap) + 28) * g();
      case Form::rows:
      case Form::shares:
        break;
    }
    return 0;
  }

  // Wide enough for its figures, and for its head in two lines.
  float column_width(const present::Finance::Sheet& sheet, std::size_t column, Role role) const {
    const Type figure{role, Weight::semibold, Digits::tabular};
    float width = widest_word(sheet.columns[column].title, kHead, layout_);
    for (const auto& row : sheet.rows) {
      width = std::max(width, layout_.type.width(without_hanging(row.cells[column]), figure));
    }
    const float most = kMostColumn * g();
    while (width < most &&
           layout_.type.line_count(sheet.columns[column].title, kHead, width) > kMostHeadLines) {
      width += 8;
    }
    return std::ceil(std::min(width, most)) + 1;
  }

  float title_room(const std::vector<float>& widths) const {
    float taken = 2 * kFinanceInset * g();
    for (float width : widths) taken += width + gap();
    if (bars_width() > 0) taken += bars_width() + bars_gap();
    return width_ - taken;
  }

  bool titles_fit(const present::Finance::Sheet& sheet, Role role, float room) const {
    return std::ranges::all_of(sheet.rows, [&](const auto& row) {
      const Type type{role, row.weight == RowWeight::line ? Weight::regular : Weight::semibold};
      return widest_word(row.title, type, layout_) <= room &&
             finance_title_lines(row, role, room, layout_) <= most_lines_;
    });
  }

  // Sheets of one form have the same columns: they share their widths, so that bars of all of them
  // are drawn to one scale.
  std::vector<float> shared_widths(Role role) const {
    std::vector<float> widths;
    for (const auto& sheet : content_.sheets) {
      if (sheet.columns.size() > widths.size()) widths.resize(sheet.columns.size());
      for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        widths[i] = std::max(widths[i], column_width(sheet, i, role));
      }
    }
    return widths;
  }

  std::optional<FinanceStyle> attempt(Role role, int dropped, bool must_fit) {
    FinanceStyle style;
    style.role = role;
    style.brief_heads = brief_heads_;
    widths_ = shared_widths(role);
    for (std::size_t s = 0; s < content_.sheets.size(); ++s) {
      const auto& sheet = content_.sheets[s];
      std::vector<std::size_t> shown;
      for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const int order = sheet.columns[i].dropped;
        if (order == 0 || order > dropped) shown.push_back(i);
      }
      for (const auto& columns : split(sheet, shown, role)) {
        std::vector<float> widths;
        for (std::size_t column : columns) widths.push_back(widths_[column]);
        float room = title_room(widths);
        if (must_fit && (room < kLeastTitle * g() || !titles_fit(sheet, role, room))) {
          return std::nullopt;
        }
        style.parts.push_back(place(s, columns, widths, role));
      }
    }
    finish(style);
    return style;
  }

  // Neighbours of one group; a column without a group stands for itself.
  static std::vector<std::vector<std::size_t>> runs_of(const present::Finance::Sheet& sheet,
                                                       const std::vector<std::size_t>& shown) {
    std::vector<std::vector<std::size_t>> runs;
    for (std::size_t column : shown) {
      const auto& group = sheet.columns[column].group;
      const bool goes_on =
          !runs.empty() && !group.empty() && sheet.columns[runs.back().back()].group == group;
      if (!goes_on) runs.emplace_back();
      runs.back().push_back(column);
    }
    return runs;
  }

  // Columns that do not fit beside each other stand on pages of their own, if none may be given up;
  // groups stay together where they can.
  std::vector<std::vector<std::size_t>> split(const present::Finance::Sheet& sheet,
                                              const std::vector<std::size_t>& shown,
                                              Role role) const {
    const auto fits = [&](const std::vector<std::size_t>& columns) {
      std::vector<float> widths;
      for (std::size_t column : columns) widths.push_back(widths_[column]);
      const float room = title_room(widths);
      return room >= kLeastTitle * g() && titles_fit(sheet, role, room);
    };
    if (content_.form != Form::rows || fits(shown)) return {shown};
    std::vector<std::vector<std::size_t>> units;
    for (const auto& run : runs_of(sheet, shown)) {
      if (fits(run)) {
        units.push_back(run);
      } else {
        for (std::size_t column : run) units.push_back({column});
      }
    }
    std::vector<std::vector<std::size_t>> parts;
    for (const auto& unit : units) {
      std::vector<std::size_t> joined = parts.empty() ? unit : parts.back();
      if (!parts.empty()) joined.insert(joined.end(), unit.begin(), unit.end());
      if (!parts.empty() && fits(joined)) {
        parts.back() = joined;
      } else {
        parts.push_back(unit);
      }
    }
    return parts;
  }

  FinancePart place(std::size_t sheet, const std::vector<std::size_t>& columns,
                    std::vector<float> widths, Role role) const {
    FinancePart part;
    part.sheet = sheet;
    // Where nothing fits, columns leave a part of the width to the titles and end in ellipses.
    const float least = std::min(kLeastTitle * g(), width_ * 0.3f);
    float room = title_room(widths);
    if (room < least && !widths.empty()) {
      const float each = (least - room) / static_cast<float>(widths.size());
      for (float& width : widths) width = std::max(width - each, 20.0f);
      room = std::max(title_room(widths), least);
    }
    const float inset = kFinanceInset * g();
    const bool bars = bars_width() > 0;
    // Bars take what the titles leave, but not more than half of the width.
    const float needed = std::max(longest_title(content_.sheets[sheet], room, role), least);
    const float spare = bars ? std::clamp(room - needed, 0.0f, width_ * 0.5f - bars_width()) : 0;
    float x = width_ - inset;
    if (bars) {
      part.bars_right = x;
      part.bars_left = x - bars_width() - std::max(spare, 0.0f);
      x = part.bars_left - bars_gap();
    }
    for (std::size_t i = columns.size(); i > 0; --i) {
      part.columns.insert(part.columns.begin(), {columns[i - 1], x - widths[i - 1], x});
      x -= widths[i - 1] + gap();
    }
    part.title_right = x;
    return part;
  }

  float longest_title(const present::Finance::Sheet& sheet, float room, Role role) const {
    float longest = 0;
    for (const auto& row : sheet.rows) {
      const std::string text = row.ref.empty() ? row.title : row.title + "  " + row.ref;
      longest = std::max(longest, layout_.type.width(text, {role, Weight::semibold}));
    }
    return std::min(longest, room);
  }

  void finish(FinanceStyle& style) const {
    // The key of the pairs takes two lines then.
    if (with_bars_ && brief_heads_ && content_.form == Form::movement) style.head_lines = 2;
    for (const auto& part : style.parts) {
      const auto& columns = content_.sheets[part.sheet].columns;
      for (const auto& at : part.columns) {
        const auto& column = columns[at.column];
        style.groups = style.groups || !column.group.empty();
        const int lines = layout_.type.line_count(column.title, kHead, at.right - at.left + 0.5f);
        style.head_lines = std::max(style.head_lines, std::min(lines, kMostHeadLines));
      }
    }
  }

  const present::Finance& content_;
  const Layout& layout_;
  float width_;
  std::vector<float> widths_;
  int most_lines_ = kMostTitleLines;
  bool brief_heads_ = false;
  bool with_bars_ = true;
};

}  // namespace

int finance_title_lines(const present::Finance::Row& row, Role role, float room,
                        const Layout& layout) {
  const Type type{role, row.weight == RowWeight::line ? Weight::regular : Weight::semibold};
  const std::string text = row.ref.empty() ? row.title : row.title + " " + row.ref;
  return std::max(1, layout.type.line_count(text, type, room));
}

FinanceStyle finance_style(const present::Finance& content, const Layout& layout, const Box& room) {
  FinanceStyle style = Columns(content, layout, room.width()).best();
  const float rows = room.height() - finance_heads_height(style, layout);
  style.most_title_lines = std::max(1, static_cast<int>(rows / layout.metrics.pitch(style.role)));
  return style;
}

}  // namespace view
