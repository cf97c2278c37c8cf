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
constexpr int kMostHeadLines = 4;
constexpr float kWidestWord = 280;  // of a head; a longer one is broken
constexpr float kMostStretch = 1.2f;
constexpr float kMostTitle = 0.5f;  // of the width, while other columns need room

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
    plan_.title_width = std::min(widest_title(grid_, layout_, Role::body), width * 0.3f);
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
    plan_.head_lines = std::min(lines, kMostHeadLines);
    plan_.heads_height = heads_height(layout_) + static_cast<float>(plan_.head_lines - 1) *
                                                     layout_.metrics.pitch(Role::foot);
  }

  float height_of(const RagGrid::Row& row) const {
    const float lines = static_cast<float>(title_lines(grid_, row, plan_, layout_));
    float height = lines * layout_.metrics.pitch(plan_.role) + kRowAir * g_;
    if (plan_.form != Form::members) return std::max(height, kLeastRow * g_);
    float cells = 0;
    for (std::size_t first = 0; first < row.cells.size(); first += plan_.in_line) {
      if (row.cells[first].is == Is::empty) break;
      cells += member_height(row, first, plan_, layout_);
    }
    return std::max(height, cells);
  }

  void break_pages() {
    measure_heads();
    const float room = plan_.room.height() - plan_.heads_height;
    std::vector<GroupedRow> rows;
    for (std::size_t group = 0; group < grid_.groups.size(); ++group) {
      const auto& of = grid_.groups[group];
      if (has_groups(grid_)) rows.push_back({group, 0, true, group_head_height(layout_)});
      for (std::size_t row = 0; row < of.rows.size(); ++row) {
        rows.push_back({group, row, false, height_of(of.rows[row])});
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

int label_lines(const RagGrid::Cell& cell, const Plan& plan, const Layout& layout) {
  constexpr int kMostLines = 3;
  const float room = plan.column_width - 14 * layout.growth();
  return std::clamp(layout.type.line_count(cell.label, {Role::foot}, room), 1, kMostLines);
}

float member_height(const RagGrid::Row& row, std::size_t first, const Plan& plan,
                    const Layout& layout) {
  int lines = 1;
  for (std::size_t i = first; i < std::min(first + plan.in_line, row.cells.size()); ++i) {
    if (row.cells[i].is == Is::member)
      lines = std::max(lines, label_lines(row.cells[i], plan, layout));
  }
  const float g = layout.growth();
  return (kMemberTop + kMark * 1.2f + kMemberGap) * g +
         static_cast<float>(lines) * layout.metrics.pitch(Role::foot) + 6 * g;
}

Type title_type(const RagGrid::Row& row, Role role) {
  return {role, present::needs_attention(row.rating) ? Weight::semibold : Weight::regular};
}

int title_lines(const RagGrid& grid, const RagGrid::Row& row, const Plan& plan,
                const Layout& layout) {
  const float room =
      plan.title_width - kSheetInset - badge_width(grid, layout) - kTitleGap * layout.growth();
  return lines_within(layout, row.head.title, title_type(row, plan.role), room,
                      plan.room.height() * 0.6f);
}

}  // namespace view::grid
