#include "view/area_rows.h"

#include <algorithm>
#include <string>
#include <utility>

#include "view/card.h"

namespace view {
namespace {

using PoliceArea = present::Exceptions::Area;
using Limits = present::Exceptions::Limits;

constexpr float kInset = 17;
constexpr float kGap = 44;
constexpr float kLeastTitle = 330;
constexpr float kNaturalRow = 76;
constexpr float kMoreAir = 22;  // of higher rows, where there is room
constexpr float kMark = 46;

constexpr Type kHead{Role::foot, Weight::semibold};

struct Columns {
  Role role = Role::body;
  float title_left = 0;
  float title_right = 0;
  float change_right = 0;
  float change_width = 0;  // 0: there is no room for it
  float percent_right = 0;
  float percent_width = 0;
  float limits_left = 0;
  float limits_width = 0;  // 0: no limits are known, or they stand below the names
  bool limits_below = false;
  int most_lines = 2;  // of a row, that a page holds
};

bool is_outside(const PoliceArea& area) {
  return area.limits == Limits::above || area.limits == Limits::below;
}

bool is_known(const PoliceArea& area) {
  return !area.percent.empty() || !area.change.empty();
}

// That it is not known stands below the name where the limits do.
std::string percent_text(const PoliceArea& area, bool with_limits) {
  return is_known(area) || !with_limits ? area.percent : "Not known";
}

Columns columns_in(const present::Exceptions& content, const Layout& layout, float width, Role role,
                   bool with_change, bool with_limits) {
  const float g = layout.growth();
  Columns columns;
  columns.role = role;
  columns.limits_below = !with_limits;
  float change = with_change ? layout.type.width("Change", kHead) : 0;
  float percent = layout.type.width("Per cent", kHead);
  float limits = 0;
  bool rated = false;
  for (const PoliceArea& area : content.others) {
    const Type figure{role, Weight::semibold, Digits::tabular};
    if (with_change) change = std::max(change, layout.type.width(area.change, figure));
    percent = std::max(percent, layout.type.width(percent_text(area, with_limits), figure));
    if (with_limits) {
      limits = std::max(limits, layout.type.width(area.limits_words, {role, Weight::semibold}));
    }
    rated = rated || area.rating != model::Rating::none;
  }
  if (limits > 0) limits = std::max(limits, layout.type.width("Limits", kHead));
  columns.change_width = change > 0 ? change + 1 : 0;
  columns.percent_width = percent + 1;
  columns.limits_width = limits > 0 ? limits + 1 : 0;
  float x = width - kInset * g;
  columns.limits_left = x - columns.limits_width;
  if (limits > 0) x = columns.limits_left - 1.4f * kGap * g;
  columns.percent_right = x;
  x -= columns.percent_width + kGap * g;
  columns.change_right = x;
  if (change > 0) x -= columns.change_width + kGap * g;
  columns.title_right = x;
  columns.title_left = (kInset + (rated ? kMark * 1.2f + 14 : 0)) * g;
  return columns;
}

// The largest letters in which names have room; the change is given up before letters shrink, and
// the limits go below the names.
Columns widest_columns(const present::Exceptions& content, const Layout& layout, float width) {
  const float least = std::min(kLeastTitle * layout.growth(), width * 0.42f);
  for (Role role : {Role::body, Role::label, Role::foot}) {
    for (const auto& [with_change, with_limits] :
         {std::pair{true, true}, {false, true}, {true, false}, {false, false}}) {
      const Columns columns = columns_in(content, layout, width, role, with_change, with_limits);
      if (columns.title_right - columns.title_left >= least) return columns;
    }
  }
  Columns columns = columns_in(content, layout, width, Role::foot, false, false);
  columns.title_right = std::max(columns.title_right, columns.title_left + 1);
  return columns;
}

Columns columns_of(const present::Exceptions& content, const Layout& layout, const Box& room) {
  Columns columns = widest_columns(content, layout, room.width());
  const float rows = room.height() - heads_height(layout) - 10 * layout.growth();
  columns.most_lines = std::max(2, static_cast<int>(rows / layout.metrics.pitch(columns.role)));
  return columns;
}

struct Lines {
  std::vector<std::string> title;
  std::vector<std::string> note;
};

Lines lines_of(const PoliceArea& area, const Columns& columns, const Layout& layout) {
  const float room = columns.title_right - columns.title_left;
  std::string note;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) note += (note.empty() ? "" : ". ") + text;
  };
  if (columns.limits_below) add(is_known(area) ? "" : "Not known");
  if (columns.limits_below) add(area.limits_words);
  add(area.note);
  Lines lines;
  const int most = note.empty() ? columns.most_lines : columns.most_lines - 1;
  lines.title = layout.type.wrap(area.title, {columns.role}, room, most);
  const int left = columns.most_lines - static_cast<int>(lines.title.size());
  lines.note = layout.type.wrap(note, {Role::foot}, room, left);
  return lines;
}

float texts_height(const Lines& lines, const Columns& columns, const Layout& layout) {
  return static_cast<float>(lines.title.size()) * layout.metrics.pitch(columns.role) +
         static_cast<float>(lines.note.size()) * layout.metrics.pitch(Role::foot);
}

float row_height(const PoliceArea& area, const Columns& columns, const Layout& layout) {
  return texts_height(lines_of(area, columns, layout), columns, layout) + 10 * layout.growth();
}

class RowsPainter {
 public:
  RowsPainter(Canvas& canvas, const present::Exceptions& content, const Layout& layout,
              const Columns& columns, const Box& box)
      : canvas_(canvas),
        content_(content),
        layout_(layout),
        box_(box),
        columns_(columns),
        colors_(colors_of(layout.theme, content.age)),
        late_(content.age.state == present::TileAge::State::late) {}

  void draw(PageRows rows) {
    draw_table_heads();
    float least = 0;
    float natural = 0;
    const float roomy = kNaturalRow * layout_.growth();
    const float more = kMoreAir * layout_.growth();
    for (std::size_t i = rows.first; i < rows.last; ++i) {
      const float height = row_height(content_.others[i], columns_, layout_);
      least += height;
      natural += std::max(height + more, roomy);
    }
    const float room = box_.height() - heads_height(layout_);
    const float give =
        natural > least ? std::clamp((room - least) / (natural - least), 0.0f, 1.0f) : 0;
    float y = box_.top + heads_height(layout_);
    for (std::size_t i = rows.first; i < rows.last; ++i) {
      float height = row_height(content_.others[i], columns_, layout_);
      height += std::max(more, roomy - height) * give;
      draw_row(content_.others[i], {box_.left, y, box_.right, y + height});
      y += height;
    }
  }

 private:
  void draw_table_heads() {
    const float g = layout_.growth();
    std::vector<Head> heads;
    heads.push_back(
        {content_.areas, box_.left + kInset * g, columns_.title_right - kInset * g, Align::left});
    if (columns_.change_width > 0) {
      heads.push_back(
          {"Change", box_.left + columns_.change_right, columns_.change_width + 1, Align::right});
    }
    heads.push_back(
        {"Per cent", box_.left + columns_.percent_right, columns_.percent_width + 1, Align::right});
    if (columns_.limits_width > 0) {
      heads.push_back(
          {"Limits", box_.left + columns_.limits_left, columns_.limits_width + 1, Align::left});
    }
    draw_heads(canvas_, layout_, box_, heads, content_.age);
  }

  void draw_row(const PoliceArea& area, const Box& row) {
    const Theme& theme = layout_.theme;
    const bool outside = is_outside(area);
    const Role role = columns_.role;
    const auto& metrics = layout_.metrics;
    const float room = columns_.title_right - columns_.title_left;
    const Lines lines = lines_of(area, columns_, layout_);
    const float texts = texts_height(lines, columns_, layout_);
    const float left = row.left + columns_.title_left;
    float baseline = row.centre().y - texts / 2 + (metrics.pitch(role) + metrics.cap(role)) / 2;
    for (const auto& line : lines.title) {
      canvas_.text({left, baseline}, line, {role}, outside ? colors_.strong : colors_.context,
                   room + 0.5f);
      baseline += metrics.pitch(role);
    }
    baseline += (metrics.pitch(Role::foot) + metrics.cap(Role::foot) - metrics.pitch(role) -
                 metrics.cap(role)) /
                2;
    for (const auto& line : lines.note) {
      canvas_.text({left, baseline}, line, {Role::foot}, colors_.context, room + 0.5f);
      baseline += metrics.pitch(Role::foot);
    }
    draw_figures(area, row);
    canvas_.line({row.left, row.bottom - 1}, {row.right, row.bottom - 1},
                 late_ ? theme.late_hatch : theme.hairline, 2);
  }

  void draw_figures(const PoliceArea& area, const Box& row) {
    const Role role = columns_.role;
    const float baseline = row.centre().y + layout_.metrics.cap(role) / 2;
    const float size = kMark * layout_.growth();
    if (area.rating != model::Rating::none) {
      draw_mark(canvas_, layout_.theme,
                {row.left + kInset * layout_.growth() + size * 0.6f, row.centre().y}, size,
                area.rating, look_of(content_.age));
    }
    if (columns_.change_width > 0) {
      canvas_.text({row.left + columns_.change_right, baseline}, area.change,
                   {role, Weight::regular, Digits::tabular}, colors_.context, columns_.change_width,
                   Align::right);
    }
    canvas_.text({row.left + columns_.percent_right, baseline},
                 percent_text(area, !columns_.limits_below),
                 {role, Weight::semibold, Digits::tabular}, colors_.strong, columns_.percent_width,
                 Align::right);
    if (columns_.limits_width <= 0) return;
    canvas_.text({row.left + columns_.limits_left, baseline}, area.limits_words,
                 {role, is_outside(area) ? Weight::semibold : Weight::regular},
                 is_outside(area) ? colors_.strong : colors_.context, columns_.limits_width);
  }

  Canvas& canvas_;
  const present::Exceptions& content_;
  const Layout& layout_;
  Box box_;
  Columns columns_;
  TileColors colors_;
  bool late_;
};

}  // namespace

std::vector<RowHeight> area_row_heights(const present::Exceptions& content, const Layout& layout,
                                        const Box& room) {
  std::vector<RowHeight> heights;
  if (content.others.empty()) return heights;
  const Columns columns = columns_of(content, layout, room);
  for (const auto& area : content.others) heights.push_back({row_height(area, columns, layout)});
  return heights;
}

float area_rows_natural(const present::Exceptions& content, const Layout& layout, PageRows rows,
                        const Box& room) {
  const Columns columns = columns_of(content, layout, room);
  float height = heads_height(layout);
  for (std::size_t i = rows.first; i < rows.last; ++i) {
    height +=
        std::max(row_height(content.others[i], columns, layout), kNaturalRow * layout.growth());
  }
  return height;
}

void draw_area_rows(const present::Exceptions& content, const Layout& layout, PageRows rows,
                    const Box& room, const Box& box) {
  Box bounds = box;
  bounds.top -= 8 * layout.growth();
  Canvas& canvas = layout.region("other areas", bounds);
  const Columns columns = columns_of(content, layout, room);
  RowsPainter(canvas, content, layout, columns, box).draw(rows);
}

}  // namespace view
