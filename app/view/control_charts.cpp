// Processes, a row each: what it is, where it stands, its last points between their limits, the two
// icons, the rating.
#include <algorithm>

#include "view/card.h"
#include "view/control_lines.h"
#include "view/row_sheet.h"
#include "view/sheet.h"
#include "view/whole_tile.h"

namespace view {
namespace {

using present::ControlCharts;
using State = present::TileAge::State;

constexpr float kRow = 58;       // height, with air
constexpr float kRowAir = 4;     // around the lines of a title, which have their own
constexpr float kMostIcon = 84;  // diameter
constexpr float kMark = 46;
constexpr float kGap = 28;
constexpr float kMostStretch = 2.2f;
constexpr float kPoint = 4.5f;
constexpr int kMostTitleLines = 3;

constexpr Type kHead{Role::foot, Weight::semibold};
constexpr Type kNote{Role::foot, Weight::regular};

// Where the columns stand, from the left edge of the sheet; equal on all pages.
struct Plan {
  Box room;
  float heads = 0;
  Type title{Role::body, Weight::regular};
  Type value{Role::body, Weight::semibold};
  float title_width = 0;
  float value_right = 0;
  float chart_left = 0, chart_right = 0;
  float variation = 0, assurance = 0, mark = 0;  // middles
  bool with_assurance = false;
  bool with_marks = false;
  std::vector<float> heights;
  std::vector<PageRows> pages;
  float stretch = 1;
};

bool is_late_alone(const ControlCharts& content, const ControlCharts::Row& row) {
  return row.age.state == State::late && content.age.state != State::late;
}

// Of the late row's own light strip.
float strip_height(const ControlCharts& content, const ControlCharts::Row& row,
                   const Layout& layout) {
  return is_late_alone(content, row) ? late_line_height(layout) + 10 * layout.growth() : 0;
}

class Planner {
 public:
  Planner(const ControlCharts& content, const Layout& layout)
      : content_(content), layout_(layout), g_(layout.growth()) {}

  Plan plan() {
    plan_.room = whole_tile_room(layout_, content_.age);
    plan_.heads = heads_height(layout_);
    plan_.with_marks = std::ranges::any_of(
        content_.rows, [](const auto& row) { return row.rag.now != model::Rating::none; });
    plan_.with_assurance = std::ranges::any_of(
        content_.rows, [](const auto& row) { return row.icons.assurance.has_value(); });
    // Smaller letters only where the larger ones leave titles too many lines.
    for (Role role : {Role::body, Role::label, Role::foot}) {
      set_columns(role);
      if (longest_title() <= (layout_.metrics.portrait ? 2 : 1)) break;
    }
    set_pages();
    return std::move(plan_);
  }

 private:
  void set_columns(Role role) {
    plan_.title = {role, Weight::regular};
    plan_.value = {role, Weight::semibold};
    const float width = plan_.room.width();
    float right = width - kSheetInset;
    const auto middle = [&](float room) {
      right -= room;
      return right + room / 2;
    };
    if (plan_.with_marks) plan_.mark = middle(std::max(kMark * 1.3f, head_width("RAG")));
    // In portrait the icons stand too near to each other for their names.
    const bool named = !layout_.metrics.portrait;
    const auto icon = [&](const char* head) {
      return std::max(1.25f * kRow * g_, named ? head_width(head) + kGap / 2 : 0);
    };
    if (plan_.with_marks) right -= kGap / 2;
    if (plan_.with_assurance) plan_.assurance = middle(icon("Assurance"));
    plan_.variation = middle(icon("Variation"));
    plan_.chart_right = right - kGap / 2;
    plan_.chart_left = plan_.chart_right - width * (layout_.metrics.portrait ? 0.25f : 0.29f);
    plan_.value_right = plan_.chart_left - kGap;
    plan_.title_width = plan_.value_right - value_width() - kGap - kSheetInset;
  }

  float head_width(const char* text) const { return layout_.type.width(text, kHead) + 4; }

  float value_width() const {
    float width = head_width("Value");
    for (const auto& row : content_.rows) {
      width = std::max(width, layout_.type.width(row.value, plan_.value));
    }
    return std::min(width, plan_.room.width() * 0.22f);
  }

  int lines_of(const ControlCharts::Row& row) const {
    return std::clamp(layout_.type.line_count(row.title, plan_.title, plan_.title_width), 1,
                      kMostTitleLines);
  }

  int longest_title() const {
    int lines = 1;
    for (const auto& row : content_.rows) lines = std::max(lines, lines_of(row));
    return lines;
  }

  float height_of(const ControlCharts::Row& row, int lines) const {
    const float text = layout_.metrics.pitch(plan_.title.role) * static_cast<float>(lines);
    return std::max(kRow * g_, text + kRowAir * g_) + strip_height(content_, row, layout_);
  }

  std::vector<PageRows> pages_of(const std::vector<float>& heights, float room) const {
    std::vector<RowHeight> rows;
    for (const float height : heights) rows.push_back({height, false});
    return break_rows(rows, room);
  }

  // Rows of one height compare better, as long as that needs no further page.
  void set_pages() {
    const int longest = longest_title();
    std::vector<float> even;
    for (const auto& row : content_.rows) {
      plan_.heights.push_back(height_of(row, lines_of(row)));
      even.push_back(height_of(row, longest));
    }
    const float room = plan_.room.height() - plan_.heads;
    plan_.pages = pages_of(plan_.heights, room);
    const auto even_pages = pages_of(even, room);
    if (even_pages.size() == plan_.pages.size()) {
      plan_.heights = even;
      plan_.pages = even_pages;
    }
    float fullest = 1;
    for (const auto& page : plan_.pages) {
      float sum = 0;
      for (std::size_t i = page.first; i < page.last; ++i) sum += plan_.heights[i];
      fullest = std::max(fullest, sum);
    }
    plan_.stretch = std::clamp(room / fullest, 1.0f, kMostStretch);
  }

  const ControlCharts& content_;
  const Layout& layout_;
  float g_;
  Plan plan_;
};

class RowPainter {
 public:
  RowPainter(const ControlCharts& content, const ControlCharts::Row& row, const Plan& plan,
             const Layout& layout, Canvas& canvas, const Box& box)
      : row_(row),
        plan_(plan),
        layout_(layout),
        canvas_(canvas),
        age_(content.age.state == State::late ? content.age : row.age),
        colors_(colors_of(layout.theme, age_)),
        strong_(age_.state == State::fresh && present::needs_attention(row.rag.now)),
        box_(box),
        body_{box.left, box.top, box.right, box.bottom - strip_height(content, row, layout)},
        late_alone_(is_late_alone(content, row)) {}

  void draw() {
    draw_ground();
    draw_row_title(canvas_, layout_,
                   {box_.left + kSheetInset, body_.top, box_.left + kSheetInset + plan_.title_width,
                    body_.bottom},
                   row_.title, {plan_.title.role, strong_ ? Weight::semibold : Weight::regular},
                   strong_ ? colors_.strong : colors_.context, title_lines());
    if (age_.state == State::waiting) {
      draw_note(plan_.value_right - plan_.room.width() * 0.1f,
                row_.age.detail.empty() ? row_.age.as_at : row_.age.as_at + ". " + row_.age.detail);
      return;
    }
    draw_value();
    if (row_.lines.points.empty()) {
      draw_note(plan_.chart_left, row_.note);
    } else {
      draw_process();
    }
    if (plan_.with_marks && row_.rag.now != model::Rating::none) {
      draw_row_mark(canvas_, layout_.theme, {box_.left + plan_.mark, body_.centre().y},
                    kMark * layout_.growth(), body_.height(), row_.rag.now, look_of(age_));
    }
  }

 private:
  int title_lines() const {
    return lines_within(layout_, row_.title, plan_.title, plan_.title_width, body_.height());
  }

  void draw_ground() {
    const float inset = 3 * layout_.growth();
    const Box ground{box_.left, box_.top + inset, box_.right, box_.bottom - inset};
    if (!late_alone_) {
      if (strong_) draw_row(canvas_, layout_.theme, ground, kSheetEdge, row_.rag.now);
      return;
    }
    draw_card(canvas_, layout_.theme, ground, row_.age);
    const Box strip{box_.left + kSheetInset, body_.bottom, box_.right - kSheetInset,
                    box_.bottom - 10 * layout_.growth()};
    draw_lateness(canvas_, layout_, strip, row_.age);
  }

  void draw_value() {
    const std::string text = row_.value.empty() ? "–" : row_.value;
    const float room = plan_.value_right - kSheetInset - plan_.title_width - kGap;
    const float cap = layout_.metrics.cap(plan_.value.role);
    canvas_.text({box_.left + plan_.value_right, body_.centre().y + cap / 2}, text, plan_.value,
                 colors_.strong, room + 1, Align::right);
  }

  void draw_process() {
    const ProcessColors colors = process_colors(layout_.theme, age_);
    const float air = std::min(10.0f, body_.height() * 0.12f);
    const Box chart{box_.left + plan_.chart_left, body_.top + air, box_.left + plan_.chart_right,
                    body_.bottom - air};
    const Panel panel = make_panel(chart, row_.lines, layout_.metrics);
    const Color band = age_.state == State::late ? layout_.theme.late_ground
                       : strong_                 ? layout_.theme.ground
                                                 : layout_.theme.card;
    draw_control_lines(canvas_, panel, row_.lines, {kPoint, 2, band}, colors);
    const float size = std::min(kMostIcon * layout_.growth(), body_.height() - 8);
    const float y = body_.centre().y;
    if (row_.icons.variation) {
      draw_variation(canvas_, {box_.left + plan_.variation, y}, size, *row_.icons.variation,
                     colors);
    }
    if (row_.icons.assurance) {
      draw_assurance(canvas_, {box_.left + plan_.assurance, y}, size, *row_.icons.assurance,
                     colors);
    }
    if (!row_.icons.any()) draw_note(plan_.chart_right + kGap / 2, row_.note);
  }

  void draw_note(float left, const std::string& text) {
    const float right = plan_.with_marks && age_.state != State::waiting
                            ? plan_.mark - kMark * layout_.growth()
                            : plan_.room.width() - kSheetInset;
    const float room = right - left;
    const float pitch = layout_.metrics.pitch(Role::foot);
    const int most = std::max(1, static_cast<int>(body_.height() / pitch));
    const auto lines = layout_.type.wrap(text, kNote, room, most);
    float y = body_.centre().y + layout_.metrics.cap(Role::foot) / 2 -
              static_cast<float>(lines.size() - 1) * pitch / 2;
    for (const auto& line : lines) {
      canvas_.text({box_.left + left, y}, line, kNote, colors_.context, room + 0.5f);
      y += pitch;
    }
  }

  const ControlCharts::Row& row_;
  const Plan& plan_;
  const Layout& layout_;
  Canvas& canvas_;
  const present::TileAge& age_;
  TileColors colors_;
  bool strong_;
  Box box_;
  Box body_;  // without the strip of a late row
  bool late_alone_;
};

void draw_all_heads(Canvas& canvas, const ControlCharts& content, const Plan& plan,
                    const Layout& layout) {
  const float left = plan.room.left;
  std::vector<Head> heads{
      {"Measure", left + kSheetInset, plan.title_width, Align::left},
      {"Value", left + plan.value_right, plan.value_right - plan.title_width, Align::right},
      {content.chart_head, left + plan.chart_left, plan.chart_right - plan.chart_left,
       Align::left}};
  if (!layout.metrics.portrait) {
    const auto name = [&](const char* head, float at) {
      heads.push_back({head, left + at, layout.type.width(head, kHead) + 1, Align::centre});
    };
    name("Variation", plan.variation);
    if (plan.with_assurance) name("Assurance", plan.assurance);
  }
  if (plan.with_marks) {
    heads.push_back({"RAG", left + plan.mark, 2 * kMark * layout.growth(), Align::centre});
  }
  draw_heads(canvas, layout, plan.room, heads, content.age);
}

}  // namespace

int page_count(const ControlCharts& content, const Layout& layout) {
  return static_cast<int>(Planner(content, layout).plan().pages.size());
}

void draw(const ControlCharts& content, int page, const Layout& layout) {
  draw_whole_tile(layout, content.age);
  const Plan plan = Planner(content, layout).plan();
  const PageRows& shown =
      plan.pages[std::min(static_cast<std::size_t>(page), plan.pages.size() - 1)];
  Canvas& canvas = layout.region(
      "processes", {plan.room.left, plan.room.top - 10, plan.room.right, plan.room.bottom});
  draw_all_heads(canvas, content, plan, layout);
  const bool late = content.age.state == State::late;
  float y = plan.room.top + plan.heads;
  for (std::size_t i = shown.first; i < shown.last; ++i) {
    const Box box{plan.room.left, y, plan.room.right, y + plan.heights[i] * plan.stretch};
    if (i > shown.first) {
      canvas.line({box.left, box.top}, {box.right, box.top},
                  late ? layout.theme.late_hatch : layout.theme.hairline, 2);
    }
    RowPainter(content, content.rows[i], plan, layout, canvas, box).draw();
    y = box.bottom;
  }
}

}  // namespace view
