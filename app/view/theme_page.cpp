// One theme: its rating, and its lists of text in columns.
#include <algorithm>

#include "view/statement.h"
#include "view/text_columns.h"
#include "view/whole_tile.h"

namespace view {
namespace {

constexpr float kMark = 58;
constexpr Type kHead{Role::foot, Weight::semibold};
constexpr Type kRatingWords{Role::foot, Weight::semibold};

bool is_late(const present::TileAge& age) {
  return age.state == present::TileAge::State::late;
}

// The rating stands beside the title if there is room, else in a row above the lists.
struct RatingPlace {
  bool shown = false;
  bool beside_title = false;
  float width = 0;
};

float marks_width(const present::ThemePage& content, const Layout& layout) {
  const float mark = kMark * 1.2f * layout.growth();
  return content.rag.move == present::Move::unknown ? mark : mark + 130 * layout.growth();
}

RatingPlace place_rating(const present::ThemePage& content, const Layout& layout) {
  RatingPlace place;
  place.shown = !content.rating_words.empty();
  place.width = marks_width(content, layout) + 24 * layout.growth() +
                layout.type.width(content.rating_words, kRatingWords);
  place.beside_title = place.shown && place.width <= layout.aside.width();
  return place;
}

float rating_row(const Layout& layout) {
  return 100 * layout.growth();
}

struct Plan {
  RatingPlace rating;
  Box room;
  std::vector<present::TextList> lists;
  TextFlow flow;        // of the lists
  Statement statement;  // above them; alone if there are none
  Box statement_box;

  int pages() const {
    return lists.empty() ? static_cast<int>(statement.pages.size()) : flow.pages();
  }
};

// The detail in large letters above the lists, if all of it then stands on one page.
bool lead_with_detail(Plan& plan, const present::ThemePage& content, const Layout& layout) {
  Box box = plan.room;
  box.top += 16 * layout.growth();
  std::vector<std::string> lines =
      wrap_evenly(content.detail, {Role::title}, box.width(), layout.type);
  const std::size_t most = layout.metrics.portrait ? 4 : 2;
  if (lines.size() > most) return false;
  box.bottom = box.top + statement_height(layout, Role::title, lines.size());
  Box below = plan.room;
  below.top = box.bottom + list_gap(layout);
  TextFlow flow = flow_text(content.lists, layout, below);
  if (flow.pages() > 1) return false;
  plan.room = below;
  plan.statement_box = box;
  plan.statement = {Role::title, {std::move(lines)}};
  plan.lists = content.lists;
  plan.flow = std::move(flow);
  return true;
}

Plan plan_of(const present::ThemePage& content, const Layout& layout) {
  Plan plan;
  plan.rating = place_rating(content, layout);
  plan.room = whole_tile_room(layout, content.age);
  // Capitals begin a little below where a card would.
  plan.room.top += 8 * layout.growth();
  if (plan.rating.shown && !plan.rating.beside_title) plan.room.top += rating_row(layout);
  if (content.lists.empty()) {
    plan.statement_box = plan.room;
    plan.statement_box.top += 24 * layout.growth();
    plan.statement_box.bottom -= 24 * layout.growth();
    plan.statement = set_statement(content.detail, layout, plan.statement_box.width(),
                                   plan.statement_box.height());
    return plan;
  }
  if (!content.detail.empty()) {
    if (lead_with_detail(plan, content, layout)) return plan;
    plan.lists.push_back({"", {{content.detail, ""}}});
  }
  plan.lists.insert(plan.lists.end(), content.lists.begin(), content.lists.end());
  plan.flow = flow_text(plan.lists, layout, plan.room);
  return plan;
}

void draw_detail(const present::ThemePage& content, const Plan& plan, std::size_t page,
                 const Layout& layout) {
  Box bounds = plan.statement_box;
  const float em = layout.metrics.em(plan.statement.role);
  // Accents of capitals, tails, and what hangs over the ends of a line.
  bounds.top -= em * 0.25f;
  bounds.bottom += em * 0.26f;
  bounds.left -= em * 0.04f;
  bounds.right += em * 0.04f;
  Canvas& canvas = layout.region("detail", bounds);
  draw_statement(canvas, layout, {plan.statement_box.left, plan.statement_box.top},
                 plan.statement.pages[page], {plan.statement.role},
                 colors_of(layout.theme, content.age).strong, plan.statement_box.width());
}

// Mark before, move and mark now, to the right of `left`; returns where they end.
float draw_marks(Canvas& canvas, const present::ThemePage& content, const Layout& layout,
                 Point left) {
  const float size = kMark * layout.growth();
  float x = left.x + size * 0.6f;
  if (content.rag.move != present::Move::unknown) {
    draw_mark(canvas, layout.theme, {x, left.y}, size * 0.82f, content.rag.before,
              look_of(content.age, MarkLook::last));
    draw_move(canvas, layout.theme, {x + 65 * layout.growth(), left.y}, size * 0.55f,
              content.rag.move, look_of(content.age));
    x += 130 * layout.growth();
  }
  draw_mark(canvas, layout.theme, {x, left.y}, size, content.rag.now, look_of(content.age));
  return x + size * 0.6f;
}

void draw_rating(const present::ThemePage& content, const RatingPlace& place,
                 const Layout& layout) {
  const float g = layout.growth();
  const float cap = layout.metrics.cap(Role::foot);
  const Color color = colors_of(layout.theme, content.age).strong;
  const float words = layout.type.width(content.rating_words, kRatingWords);
  if (place.beside_title) {
    // Words first, so that the marks of all pages stand on the right margin.
    const float middle = layout.aside.bottom - layout.metrics.cap(Role::title) / 2;
    const float left = layout.aside.right - place.width;
    const float reach = kMark * 0.64f * g;
    Canvas& canvas =
        layout.region("rating", {left - 4, middle - reach, layout.aside.right + 8, middle + reach});
    canvas.text({left, middle + cap / 2}, content.rating_words, kRatingWords,
                is_late(content.age) ? layout.theme.text_context : color, words + 1);
    draw_marks(canvas, content, layout, {left + words + 24 * g, middle});
    return;
  }
  Box box = whole_tile_room(layout, content.age);
  box.bottom = box.top + rating_row(layout);
  Canvas& canvas = layout.region("rating", box);
  const float middle = box.top + 8 * g + kMark * 0.6f * g;
  const float x = draw_marks(canvas, content, layout, {box.left, middle}) + 24 * g;
  const auto lines = layout.type.wrap(content.rating_words, kRatingWords, box.right - x, 2);
  const float height = statement_height(layout, kRatingWords.role, lines.size());
  draw_statement(canvas, layout, {x, middle - height / 2}, lines, kRatingWords, color,
                 box.right - x);
}

class ColumnPainter {
 public:
  ColumnPainter(const present::ThemePage& content, const Plan& plan, const Layout& layout,
                Canvas& canvas, const Box& box)
      : plan_(plan),
        layout_(layout),
        canvas_(canvas),
        colors_(colors_of(layout.theme, content.age)),
        late_(is_late(content.age)),
        box_(box),
        y_(box.top) {}

  void draw(const TextColumn& column) {
    for (std::size_t i = column.first; i < column.last; ++i) {
      const TextPiece& piece = plan_.flow.pieces[i];
      const bool on_top = i == column.first;
      if (!on_top) y_ += piece.begins_list ? list_gap(layout_) : item_gap(layout_);
      if (on_top || piece.begins_list) draw_head(piece);
      draw_piece(piece);
    }
  }

 private:
  void draw_head(const TextPiece& piece) {
    const auto lines =
        head_lines(plan_.lists[piece.list], !piece.begins_list, layout_, box_.width());
    if (lines.empty()) return;
    float y = y_ + layout_.metrics.cap(Role::foot);
    for (const auto& line : lines) {
      canvas_.text({box_.left, y}, line, kHead, colors_.context, box_.width());
      y += layout_.metrics.pitch(Role::foot);
    }
    y += rule_below_head(layout_) - layout_.metrics.pitch(Role::foot);
    canvas_.line({box_.left, y}, {box_.right, y},
                 late_ ? layout_.theme.late_mark : layout_.theme.rule, 2);
    y_ += head_height(layout_, static_cast<int>(lines.size()));
  }

  void draw_piece(const TextPiece& piece) {
    const present::TextList& list = plan_.lists[piece.list];
    const bool leads = list.title.empty();
    const float indent = leads ? 0 : kTextIndent * layout_.growth();
    const float left = box_.left + indent;
    if (piece.begins_item && !leads) draw_bullet(list.stands_out);
    const bool strong = list.stands_out || leads;
    float y = y_ + layout_.metrics.cap(Role::body);
    for (const auto& line : piece.lines) {
      canvas_.text({left, y}, line, type_of(list), strong ? colors_.strong : colors_.context,
                   box_.right - left);
      y += layout_.metrics.pitch(Role::body);
    }
    for (const auto& line : piece.detail) {
      canvas_.text({left, y}, line, {Role::body}, colors_.context, box_.right - left);
      y += layout_.metrics.pitch(Role::body);
    }
    y_ += item_height(layout_, piece.line_count());
  }

  void draw_bullet(bool stands_out) {
    const float radius = 6 * layout_.growth();
    const Color color = late_        ? colors_.context
                        : stands_out ? layout_.theme.bar_in_focus
                                     : layout_.theme.text_absent;
    canvas_.circle({box_.left + radius + 2, y_ + layout_.metrics.cap(Role::body) / 2}, radius,
                   color);
  }

  const Plan& plan_;
  const Layout& layout_;
  Canvas& canvas_;
  TileColors colors_;
  bool late_;
  Box box_;
  float y_;
};

}  // namespace

int page_count(const present::ThemePage& content, const Layout& layout) {
  return plan_of(content, layout).pages();
}

void draw(const present::ThemePage& content, int page, const Layout& layout) {
  const Plan plan = plan_of(content, layout);
  draw_whole_tile(layout, content.age);
  if (plan.rating.shown) draw_rating(content, plan.rating, layout);
  const auto index = static_cast<std::size_t>(std::clamp(page, 0, plan.pages() - 1));
  if (index < plan.statement.pages.size()) draw_detail(content, plan, index, layout);
  const auto on_page = static_cast<std::size_t>(plan.flow.columns_on_page);
  for (std::size_t i = 0; i < on_page; ++i) {
    const std::size_t column = index * on_page + i;
    if (column >= plan.flow.columns.size()) break;
    Box box = plan.room;
    box.left += static_cast<float>(i) * (plan.flow.width + kColumnGap);
    box.right = box.left + plan.flow.width;
    Box bounds = box;
    bounds.top -= 8 * layout.growth();
    bounds.left -= 3;
    Canvas& canvas = layout.region("column " + std::to_string(i), bounds);
    ColumnPainter(content, plan, layout, canvas, box).draw(plan.flow.columns[column]);
  }
}

}  // namespace view
