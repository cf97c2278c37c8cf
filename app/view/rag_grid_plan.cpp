#include "view/rag_grid_plan.h"

#include <algorithm>

#include "view/sheet.h"
#include "view/whole_tile.h"

namespace view::grid {
namespace {

using present::RagGrid;
using Is = RagGrid::Cell::Is;

constexpr Type kHead{Role::foot, Weight::semibold};
constexpr float kTitleGap = 24;  // behind the titles
constexpr float kRowAir = 18;    // above and below a title
constexpr float kLeastRow = 70;
constexpr float kLeastTitle = 6;  // em, beside members
constexpr int kMostHeadLines = 4;
constexpr float kWidestWord = 280;  // of a head; a longer one is broken
constexpr float kMostStretch = 1.2f;
constexpr float kMostHeads = 0.4f;  // of the height

// Widths of a column, for one step of growth.
struct Width {
  float least;
  float most;
};

Width width_of(Form form) {
  switch (form) {
    case Form::marks:
      return {150, 230};
    case Form::counts:
      return {150, 300};
    case Form::members:
      break;
  }
  return {210, 260};
}

Form form_of(const RagGrid& grid) {
  for (const auto& group : grid.groups) {
    for (const auto& row : group.rows) {
      for (const auto& cell : row.cells) {
        if (cell.is == Is::count) return Form::counts;
        if (cell.is == Is::member) return Form::members;
      }
    }
  }
  return Form::marks;
}

float widest_title(const RagGrid& grid, const Layout& layout, Role role) {
  float widest = layout.type.width(grid.corner, kHead);
  for (const auto& group : grid.groups) {
    for (const auto& row : group.rows) {
      widest = std::max(widest, layout.type.width(row.head.title, {role, Weight::semibold}));
    }
  }
  return kSheetInset + badge_width(grid, layout) + widest + kTitleGap * layout.growth();
}

bool has_groups(const RagGrid& grid) {
  return std::ranges::any_of(grid.groups,
                             [](const auto& group) { return !group.head.title.empty(); });
}

// Heads are broken between words, so that a column is as wide as the longest.
float widest_word(const RagGrid& grid, const Layout& layout) {
  float widest = 0;
  for (const auto& column : grid.columns) {
    const std::string& title = column.title;
    for (std::size_t from = 0; from < title.size();) {
      const std::size_t to = std::min(title.find(' ', from), title.size());
      widest = std::max(widest, layout.type.width(title.substr(from, to - from), kHead));
      from = to + 1;
    }
  }
  return widest;
}

class Planner {
 public:
  Planner(const RagGrid& grid, const Layout& layout)
      : grid_(grid), layout_(layout), g_(layout.growth()) {
    plan_.form = form_of(grid);
    plan_.room = whole_tile_room(layout, grid.age);
    least_ = width_of(plan_.form).least * g_;
    most_ = width_of(plan_.form).most * g_;
    if (plan_.form == Form::members) return;
    const float word = std::min(widest_word(grid, layout) + 18 * g_, kWidestWord * g_);
    least_ = std::max(least_, word);
    most_ = std::max(most_, least_);
  }

  Plan plan() && {
    if (plan_.form == Form::members) {
      plan_members();
    } else {
      plan_columns();
    }
    if (plan_.pages.size() > 1) try_two_sheets();
    return std::move(plan_);
  }

 private:
  std::size_t columns() const { return std::max<std::size_t>(1, grid_.columns.size()); }

  void plan_members() {
    const float width = plan_.room.width();
    plan_.sheet_width = width;
    const float beside = kSheetInset + badge_width(grid_, layout_) + kTitleGap * g_;
    const float least = beside + kLeastTitle * layout_.metrics.em(Role::body);
    plan_.title_width =
        std::min(widest_title(grid_, layout_, Role::body), std::max(width * 0.3f, least));
    const float room = width - plan_.title_width;
    const auto fit = static_cast<std::size_t>(std::max(1.0f, room / least_));
    plan_.in_line = std::min(fit, columns());
    plan_.column_width = std::min(room / static_cast<float>(plan_.in_line), most_);
    plan_.ranges = {{0, columns()}};
    break_pages();
  }

  void plan_columns() {
    const float width = plan_.room.width();
    plan_.sheet_width = width;
    const float natural = widest_title(grid_, layout_, Role::body);
    const float for_all = width - static_cast<float>(columns()) * least_;
    plan_.title_width = std::min(natural, std::max(for_all, width * 0.36f));
    const auto fit = std::max(1.0f, (width - plan_.title_width) / least_);
    const std::size_t pages =
        (columns() + static_cast<std::size_t>(fit) - 1) / static_cast<std::size_t>(fit);
    const std::size_t each = (columns() + pages - 1) / pages;
    for (std::size_t first = 0; first < columns(); first += each) {
      plan_.ranges.push_back({first, std::min(first + each, columns())});
    }
    const float room = width - plan_.title_width;
    plan_.column_width = std::min(room / static_cast<float>(each), most_);
    // Few columns stand at the right edge, their rows' titles have the rest.
    plan_.title_width = width - plan_.column_width * static_cast<float>(each);
    break_pages();
  }

  // Narrow sheets with many rows stand beside each other, so that the whole is seen at once.
  void try_two_sheets() {
    if (plan_.form != Form::marks || plan_.ranges.size() > 1 || layout_.metrics.portrait) return;
    const float width = (plan_.room.width() - kSheetGap * g_) / 2;
    const float columns_width = static_cast<float>(columns()) * least_ * 0.86f;
    for (const Role role : {Role::body, Role::label}) {
      if (widest_title(grid_, layout_, role) + columns_width > width) continue;
      plan_.role = role;
      plan_.sheets = 2;
      plan_.sheet_width = width;
      plan_.column_width = columns_width / static_cast<float>(columns());
      plan_.title_width = width - columns_width;
      break_pages();
      return;
    }
  }

  void measure_heads() {
    int lines = 1;
    for (const auto& column : grid_.columns) {
      const float room = plan_.column_width - 16 * g_;
      lines = std::max(lines, layout_.type.line_count(column.title, kHead, room));
    }
    const float pitch = layout_.metrics.pitch(Role::foot);
    const float one = heads_height(layout_);
    const float room = plan_.room.height();
    const int most = 1 + static_cast<int>(std::max(0.0f, room * kMostHeads - one) / pitch);
    plan_.head_lines = std::min({lines, kMostHeadLines, most});
    plan_.heads_height = one + static_cast<float>(plan_.head_lines - 1) * pitch;
    const float label = room - plan_.heads_height - member_frame(layout_);
    plan_.label_lines = std::clamp(static_cast<int>(label / pitch), 1, 3);
  }

  float title_height(const RagGrid::Row& row) const {
    const auto lines = static_cast<float>(title_lines(grid_, row, plan_, layout_));
    return lines * layout_.metrics.pitch(plan_.role) + kRowAir * g_;
  }

  float member_height(const RagGrid::Row& row, std::size_t first) const {
    int lines = 1;
    for (std::size_t i = first; i < std::min(first + plan_.in_line, row.cells.size()); ++i) {
      if (row.cells[i].is != Is::member) break;
      lines = std::max(lines, grid::label_lines(row.cells[i], plan_, layout_));
    }
    return member_frame(layout_) + static_cast<float>(lines) * layout_.metrics.pitch(Role::foot);
  }

  // A row of members is a part for each line of them.
  void add_row(std::vector<GroupedRow>& rows, std::size_t group, std::size_t index, float room) {
    const RagGrid::Row& row = grid_.groups[group].rows[index];
    const float title = title_height(row);
    if (plan_.form != Form::members) {
      rows.push_back({group, index, false, std::min(std::max(title, kLeastRow * g_), room)});
      return;
    }
    for (std::size_t first = 0; first == 0 || first < row.cells.size(); first += plan_.in_line) {
      if (first > 0 && row.cells[first].is == Is::empty) break;
      const float height = std::max(member_height(row, first), first == 0 ? title : 0);
      rows.push_back({group, index, false, std::min(height, room), first / plan_.in_line});
    }
  }

  void break_pages() {
    measure_heads();
    const float room = plan_.room.height() - plan_.heads_height;
    std::vector<GroupedRow> rows;
    for (std::size_t group = 0; group < grid_.groups.size(); ++group) {
      const auto& of = grid_.groups[group];
      if (has_groups(grid_)) rows.push_back({group, 0, true, group_head_height(layout_)});
      for (std::size_t row = 0; row < of.rows.size(); ++row) {
        add_row(rows, group, row, room);
      }
    }
    plan_.pages = break_groups(rows, room);
    plan_.stretch = stretch_of(plan_.pages, room, kMostStretch);
  }

  const RagGrid& grid_;
  const Layout& layout_;
  float g_;
  float least_ = 0;
  float most_ = 0;
  Plan plan_;
};

}  // namespace

int Plan::page_count() const {
  const std::size_t by_rows = (pages.size() + sheets - 1) / sheets;
  return static_cast<int>(std::max<std::size_t>(1, by_rows * ranges.size()));
}

Plan plan_of(const RagGrid& grid, const Layout& layout) {
  return Planner(grid, layout).plan();
}

float badge_width(const RagGrid& grid, const Layout& layout) {
  float widest = 0;
  for (const auto& group : grid.groups) {
    for (const auto& row : group.rows) {
      if (row.head.badge.empty()) continue;
      widest = std::max(widest, layout.type.width(row.head.badge, kHead));
    }
  }
  return widest > 0 ? widest + (20 + 20) * layout.growth() : 0;
}

float member_frame(const Layout& layout) {
  return (kMemberTop + kMark * 1.2f + kMemberGap + 6) * layout.growth();
}

int label_lines(const RagGrid::Cell& cell, const Plan& plan, const Layout& layout) {
  const float room = plan.column_width - 14 * layout.growth();
  return std::clamp(layout.type.line_count(cell.label, {Role::foot}, room), 1, plan.label_lines);
}

Type title_type(const RagGrid::Row& row, Role role) {
  return {role, present::needs_attention(row.rating) ? Weight::semibold : Weight::regular};
}

int title_lines(const RagGrid& grid, const RagGrid::Row& row, const Plan& plan,
                const Layout& layout) {
  const float room =
      plan.title_width - kSheetInset - badge_width(grid, layout) - kTitleGap * layout.growth();
  return lines_within(layout, row.head.title, title_type(row, plan.role), room,
                      plan.room.height() - plan.heads_height - kRowAir * layout.growth());
}

}  // namespace view::grid
