#include "view/kpi_table_plan.h"

#include <algorithm>

#include "view/kpi_table_pages.h"
#include "view/row_sheet.h"
#include "view/whole_tile.h"

namespace view::kpi_table {
namespace {

using present::KpiTable;
using Kind = KpiTable::Kind;
using State = present::TileAge::State;

constexpr float kGap = 34;           // between columns
constexpr float kLeastGap = 18;      // where figures stand below their titles
constexpr float kMostColumn = 0.2f;  // of the width, so that titles keep room
constexpr float kLeastTitle = 12;    // em; with less, figures go below their titles
constexpr int kMostCellLines = 3;
constexpr float kLeastRow = 50;
constexpr float kLeastMarkedRow = 58;
constexpr float kRowAir = 8;
constexpr float kCaptionGap = 4;

bool is_waiting(const KpiTable::Row& row) {
  return row.age.state == State::waiting;
}

float natural_width(const KpiTable& table, std::size_t column, Role role, const Layout& layout) {
  const Type type = cell_type(table.columns[column].kind, role);
  float widest = layout.type.width(table.columns[column].head, kHeadType);
  for (const auto& row : table.rows) {
    const auto& cell = row.cells[column];
    const float arrow = cell.arrow ? layout.metrics.em(role) : 0;
    widest = std::max(widest, arrow + value_width(cell.text, type, layout));
  }
  return widest + 1;
}

bool has_words(const KpiTable& table) {
  return std::ranges::any_of(table.rows, [](const auto& row) { return !row.word.empty(); });
}

class Planner {
 public:
  Planner(const KpiTable& table, const Layout& layout)
      : table_(table), layout_(layout), g_(layout.growth()) {
    plan_.room = whole_tile_room(layout, table.age);
    place_icons();
  }

  Plan plan() && {
    plan_.columns.assign(table_.columns.size(), {});
    arrange_all();
    // Where a row is higher than a page, it has to say less: what it was, before what it is.
    for (const Kind kind : {Kind::period, Kind::before, Kind::change, Kind::target, Kind::share}) {
      if (tallest() <= page_room()) break;
      for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
        if (table_.columns[i].kind == kind) plan_.columns[i].shown = false;
      }
      arrange_all();
    }
    if (tallest() > page_room()) {
      plan_.titles_whole = false;
      arrange_all();
    }
    for (float& height : plan_.heights) height = std::min(height, page_room());
    break_pages(table_, plan_, layout_);
    return std::move(plan_);
  }

 private:
  // The icons stand right of everything else, under no head: the slide's subtitle says what they
  // mean.
  void place_icons() {
    const auto any = [&](auto has) {
      return std::ranges::any_of(table_.rows, [&](const auto& row) { return has(row.icons); });
    };
    const float slot = (kIcon + 16) * g_;
    float right = plan_.room.width() - kSheetInset * 0.5f;
    if (any([](const auto& icons) { return icons.assurance.has_value(); })) {
      plan_.assurance = right - slot / 2;
      right -= slot;
    }
    if (any([](const auto& icons) { return icons.variation.has_value(); })) {
      plan_.variation = right - slot / 2;
      right -= slot;
      icons_ = plan_.room.width() - right;
    }
  }

  float width() const { return plan_.room.width() - icons_; }
  float page_room() const { return plan_.room.height() - plan_.heads; }
  float tallest() const {
    return plan_.heights.empty() ? 0 : *std::ranges::max_element(plan_.heights);
  }

  void arrange_all() {
    const bool words = has_words(table_);
    plan_.stack = {};
    // The word goes first, then the size; titles take more lines before their letters get small.
    arrange(Role::body, words) || arrange(Role::body, false) || arrange(Role::label, words) ||
        arrange(Role::label, false) || arrange_in_lines(words);
    plan_.heights.clear();
    for (const auto& row : table_.rows) plan_.heights.push_back(height_of(row));
  }

  // Columns from the right; whether every title fits beside them on one line.
  bool arrange(Role role, bool with_word) {
    plan_.role = role;
    plan_.with_word = with_word;
    float right = width() - kSheetInset * 0.75f;
    if (table_.rated) {
      plan_.mark = right - kMark * 0.6f * g_;
      right = plan_.mark - kMark * 0.6f * g_ - kGap * g_;
    }
    if (with_word) {
      plan_.word_left = right - word_width();
      right = plan_.word_left - 18 * g_;
    }
    for (std::size_t i = table_.columns.size(); i-- > 0;) {
      if (!plan_.columns[i].shown) continue;
      const float natural = natural_width(table_, i, role, layout_);
      plan_.columns[i] = {right, std::min(natural, width() * kMostColumn), true};
      right -= plan_.columns[i].width + kGap * g_;
    }
    plan_.title_right = right;
    plan_.heads = heads_height(layout_);
    return std::ranges::all_of(table_.rows, [&](const auto& row) {
      return title_lines(table_, row, plan_, layout_) == 1;
    });
  }

  float word_width() const {
    return std::max(layout_.type.width("better", kWordType),
                    layout_.type.width("worse", kWordType)) +
           1;
  }

  bool arrange_in_lines(bool words) {
    for (const Role role : {Role::body, Role::label}) {
      arrange(role, false);
      const float enough = kLeastTitle * layout_.metrics.em(role);
      if (plan_.title_right - kSheetInset >= enough) return true;
    }
    stack(words);
    for (const auto& row : table_.rows) {
      plan_.stack.text_lines = std::max(plan_.stack.text_lines, cell_lines(row));
    }
    return true;
  }

  // Titles over the whole width, figures below them: in columns under heads, in the largest letters
  // in which these fit, else each under a head of its own.
  void stack(bool words) {
    float right = width() - kSheetInset * 0.75f;
    if (table_.rated) right = plan_.mark - kMark * 0.6f * g_ - kGap * 0.6f * g_;
    plan_.title_right = right;
    plan_.stack.used = true;
    for (const Role role : {Role::body, Role::label, Role::foot}) {
      plan_.role = role;
      // The mark stands beside the title, and the figures have the width to themselves.
      if (stack_under_heads(width() - kSheetInset * 0.75f, words)) return;
    }
    plan_.role = Role::body;
    stack_under_captions(right, words);
  }

  bool stack_under_heads(float right, bool words) {
    const float room = right - kSheetInset;
    float sum = 0;
    plan_.stack.count = 0;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (!plan_.columns[i].shown) continue;
      ++plan_.stack.count;
      plan_.columns[i].width = natural_width(table_, i, plan_.role, layout_);
      sum += plan_.columns[i].width;
    }
    const auto gaps = static_cast<float>(std::max<std::size_t>(plan_.stack.count, 1) - 1);
    const float word = word_width() + kGap * g_;
    const float least = sum + gaps * kLeastGap * g_;
    if (least > room) return false;
    plan_.with_word = words && least + word <= room;
    if (plan_.with_word) plan_.word_left = right - word_width();
    spread_columns(plan_.with_word ? room - word : room, sum, gaps);
    plan_.heads = heads_height(layout_);
    plan_.stack.in_line = std::max<std::size_t>(1, plan_.stack.count);
    return true;
  }

  // In equal columns, as wide as the widest.
  void stack_under_captions(float right, bool words) {
    const float room = right - kSheetInset;
    float widest = 0;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (!plan_.columns[i].shown) continue;
      widest = std::max(widest, std::min(natural_width(table_, i, plan_.role, layout_), room));
    }
    plan_.heads = 0;
    plan_.stack.captions = true;
    plan_.with_word = words;  // it stands in the caption of the change
    const float gap = kGap * g_;
    const auto fit = static_cast<std::size_t>((room + gap) / (widest + gap));
    plan_.stack.in_line = std::max<std::size_t>(1, fit);
    const auto count = static_cast<float>(plan_.stack.in_line);
    const float column = (room - gap * (count - 1)) / count;
    std::size_t at = 0;
    for (Column& each : plan_.columns) {
      if (!each.shown) continue;
      const auto place = static_cast<float>(at++ % plan_.stack.in_line);
      each.width = column;
      each.right = kSheetInset + place * (column + gap) + column;
    }
  }

  void spread_columns(float room, float sum, float gaps) {
    const float gap = gaps > 0 ? (room - sum) / gaps : 0;
    float left = kSheetInset;
    for (auto& column : plan_.columns) {
      if (!column.shown) continue;
      column.right = left + column.width;
      left = column.right + gap;
    }
  }

  int cell_lines(const KpiTable::Row& row) const {
    int lines = 1;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!plan_.columns[i].shown) continue;
      const Type type = cell_type(table_.columns[i].kind, plan_.role);
      if (value_width(row.cells[i].text, type, layout_) <= plan_.columns[i].width) continue;
      lines =
          std::max(lines, layout_.type.line_count(row.cells[i].text, type, plan_.columns[i].width));
    }
    return std::min(lines, kMostCellLines);
  }

  float height_of(const KpiTable::Row& row) const {
    const float pitch = layout_.metrics.pitch(plan_.role);
    const float title = static_cast<float>(title_lines(table_, row, plan_, layout_)) * pitch;
    const int text_lines = plan_.stack.used ? plan_.stack.text_lines : cell_lines(row);
    const float cells = static_cast<float>(text_lines) * pitch;
    float height = 0;
    if (!plan_.stack.used) {
      height =
          std::max(std::max(title, is_waiting(row) ? waiting_height(row) : cells) + kRowAir * g_,
                   kLeastRow * g_);
    } else if (is_waiting(row)) {
      height = title + waiting_height(row) + kStackAir * g_;
    } else {
      const std::size_t count = std::max<std::size_t>(1, plan_.stack.count);
      const std::size_t lines = (count + plan_.stack.in_line - 1) / plan_.stack.in_line;
      const float caption =
          plan_.stack.captions ? layout_.metrics.pitch(Role::foot) + kCaptionGap * g_ : 0;
      height = title + static_cast<float>(lines) * (cells + caption) + kStackAir * g_;
    }
    return height + strip_height(table_, row, plan_, layout_);
  }

  float waiting_height(const KpiTable::Row& row) const {
    const float room = waiting_room(plan_);
    const int lines = layout_.type.line_count(waiting_text(row), {Role::foot}, room);
    return static_cast<float>(std::clamp(lines, 1, kMostCellLines)) *
           layout_.metrics.pitch(Role::foot);
  }

  const KpiTable& table_;
  const Layout& layout_;
  float g_;
  Plan plan_;
  float icons_ = 0;  // width
};

}  // namespace

Plan plan_of(const KpiTable& table, const Layout& layout) {
  return Planner(table, layout).plan();
}

Type title_type(const KpiTable::Row& row, Role role) {
  return {role, present::needs_attention(row.rating) ? Weight::semibold : Weight::regular};
}

Type cell_type(Kind kind, Role role) {
  if (kind == Kind::period) return {Role::foot, Weight::regular, Digits::tabular};
  return {role, kind == Kind::now ? Weight::semibold : Weight::regular, Digits::tabular};
}

std::string note_marks(const KpiTable& table, const KpiTable::Row& row) {
  std::string marks;
  for (const std::size_t note : row.notes) {
    if (table.notes[note].is_flag) continue;
    marks += (marks.empty() ? "" : ",") + table.notes[note].mark;
  }
  return marks;
}

float title_left(const KpiTable::Row& row, const Layout& layout) {
  return kSheetInset + (row.is_child ? kIndent * layout.growth() : 0);
}

float title_room(const KpiTable& table, const KpiTable::Row& row, const Plan& plan,
                 const Layout& layout) {
  const std::string marks = note_marks(table, row);
  const float behind =
      marks.empty() ? 0 : layout.type.width(marks, kHeadType) + 6 * layout.growth();
  return std::max(plan.title_right - title_left(row, layout) - behind,
                  layout.metrics.em(plan.role));
}

int title_lines(const KpiTable& table, const KpiTable::Row& row, const Plan& plan,
                const Layout& layout) {
  const float width = title_room(table, row, plan, layout);
  if (plan.titles_whole) {
    const int lines = layout.type.line_count(row.title, title_type(row, plan.role), width);
    return std::max(1, lines);
  }
  const float strip = strip_height(table, row, plan, layout);
  const float room = plan.room.height() - plan.heads - strip - kRowAir * layout.growth();
  const float most = plan.stack.used ? room * 0.6f : room;
  return lines_within(layout, row.title, title_type(row, plan.role), width, most);
}

bool draws_mark(const KpiTable& table, const KpiTable::Row& row) {
  return table.rated && !is_waiting(row) && (row.rating != model::Rating::none || row.has_target);
}

bool is_late_alone(const KpiTable& table, const KpiTable::Row& row) {
  return row.age.state == State::late && table.age.state != State::late;
}

std::string waiting_text(const KpiTable::Row& row) {
  if (row.age.detail.empty()) return row.age.as_at;
  return row.age.as_at + ". " + row.age.detail;
}

float waiting_left(const Plan& plan) {
  return plan.stack.used ? kSheetInset : plan.title_right + kGap;
}

float waiting_room(const Plan& plan) {
  return plan.room.width() - kSheetInset - waiting_left(plan);
}

Value value_of(const std::string& text) {
  for (const std::string_view unit : {" points", " point"}) {
    if (text.ends_with(unit)) {
      return {text.substr(0, text.size() - unit.size()), std::string(unit.substr(1))};
    }
  }
  return {text, ""};
}

float value_width(const std::string& text, Type type, const Layout& layout) {
  const Value value = value_of(text);
  const float number = layout.type.width(value.number, type);
  if (value.unit.empty()) return number;
  return number + 8 * layout.growth() + layout.type.width(value.unit, {Role::foot});
}

}  // namespace view::kpi_table
