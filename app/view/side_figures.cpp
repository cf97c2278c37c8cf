#include "view/side_figures.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "view/card.h"

namespace view {
namespace {

enum class Tone { strong, context };

// One line; `at` is from the block's top left corner.
struct Set {
  Point at;
  std::string text;
  Type type;
  Tone tone = Tone::context;
  std::optional<model::Direction> direction;  // a triangle before the text
};

struct Block {
  std::vector<Set> lines;
  Point mark;  // centre
  float mark_size = 0;
  float height = 0;
};

constexpr std::array kThrifts = {Thrift::none,    Thrift::no_target_note, Thrift::no_comparison,
                                 Thrift::smaller, Thrift::single_lines,   Thrift::number_and_change,
                                 Thrift::one_row, Thrift::one_small_row};

class Setter {
 public:
  Setter(const present::SideFigure& figure, const Layout& layout, float width, Thrift thrift)
      : figure_(figure), layout_(layout), width_(width), thrift_(thrift) {}

  Block set() && {
    add(figure_.caption, {Role::foot}, Tone::context, 0);
    add_number();
    add_change();
    if (thrift_ < Thrift::no_comparison) add(figure_.change_on, {Role::foot}, Tone::context, 22);
    if (thrift_ < Thrift::number_and_change) {
      Type strong{word_role(figure_.target, 0), Weight::semibold};
      add(figure_.target, strong, Tone::strong, 28);
    }
    if (thrift_ < Thrift::no_target_note) {
      add(figure_.target_note, {Role::foot}, Tone::context, 21);
    }
    // The number may stand lowest, with the change beside it.
    for (const Set& line : block_.lines) {
      const float descent = layout_.metrics.em(line.type.role) * 0.26f;
      block_.height = std::max(block_.height, line.at.y + descent);
    }
    return std::move(block_);
  }

  // Small rather than cut off: the beginning of a number is another number.
  Role number_role() const {
    float room = number_room();
    Role most = thrift_ < Thrift::smaller         ? Role::value
                : thrift_ == Thrift::smaller      ? Role::big
                : thrift_ < Thrift::one_small_row ? Role::title
                                                  : Role::body;
    for (Role role : {Role::value, Role::big, Role::title, Role::body, Role::label}) {
      if (role > most) continue;
      if (layout_.type.width(figure_.number, {role, Weight::semibold}) <= room) return role;
    }
    return Role::foot;
  }

 private:
  float g() const { return layout_.growth(); }
  // A caption is never cut for room: without it the number says nothing.
  int most_lines(bool is_caption) const {
    return is_caption || thrift_ < Thrift::single_lines ? 2 : 1;
  }

  // The largest size in which words stay on one line.
  Role word_role(const std::string& text, float indent) const {
    if (thrift_ >= Thrift::smaller) return Role::foot;
    return layout_.type.largest(text, Weight::semibold, width_ - indent,
                                {Role::body, Role::label, Role::foot});
  }

  // Lines of a text, the first `air` below what stands above it.
  void add(const std::string& text, Type type, Tone tone, float air, float indent = 0,
           std::optional<model::Direction> direction = {}) {
    for (auto& line :
         layout_.type.wrap(text, type, width_ - indent, most_lines(block_.lines.empty()))) {
      y_ += layout_.metrics.cap(type.role) + air * g();
      block_.lines.push_back({{indent, y_}, std::move(line), type, tone, direction});
      direction.reset();
      air = (layout_.metrics.pitch(type.role) - layout_.metrics.cap(type.role)) / g();
    }
  }

  float number_room() const { return width_ - (figure_.rated ? 88 * g() : 0); }

  void add_number() {
    float mark = figure_.rated ? 58 * g() : 0;
    float room = number_room();
    Role role = number_role();
    Type type{role, Weight::semibold};
    y_ += layout_.metrics.cap(role) + 27 * g();
    std::string number = layout_.type.fit(figure_.number, type, room);
    block_.mark_size = mark;
    block_.mark = {layout_.type.width(number, type) + 30 * g() + mark / 2,
                   y_ - layout_.metrics.cap(role) / 2};
    block_.lines.push_back({{0, y_}, std::move(number), type, Tone::strong, {}});
  }

  void add_change() {
    std::string words = figure_.change;
    if (!figure_.word.empty()) words += (words.empty() ? "" : " ") + figure_.word;
    if (words.empty()) return;
    float triangle = figure_.direction ? layout_.metrics.em(Role::body) : 0;
    Role role = word_role(words, triangle);
    if (figure_.direction) triangle = layout_.metrics.em(role);
    Type type{role, Weight::semibold};
    if (thrift_ >= Thrift::one_row) {
      const Set& number = block_.lines.back();
      float mark = block_.mark_size > 0 ? block_.mark_size + 30 * g() : 0;
      float x = layout_.type.width(number.text, number.type) + 20 * g() + mark;
      if (x + triangle + layout_.type.width(words, type) <= width_) {
        block_.lines.push_back({{x + triangle, y_}, words, type, Tone::strong, figure_.direction});
        return;
      }
    }
    add(words, type, Tone::strong, 38, triangle, figure_.direction);
  }

  const present::SideFigure& figure_;
  const Layout& layout_;
  float width_;
  Thrift thrift_;
  float y_ = 0;
  Block block_;
};

}  // namespace

float figure_height(const present::SideFigure& figure, const Layout& layout, float width,
                    Thrift thrift) {
  return Setter(figure, layout, width, thrift).set().height;
}

Role number_role(const present::SideFigure& figure, const Layout& layout, float width,
                 Thrift thrift) {
  return Setter(figure, layout, width, thrift).number_role();
}

std::optional<Thrift> thrift_below(std::span<const present::SideFigure> figures,
                                   const Layout& layout, float width, float gap, float height) {
  for (Thrift thrift : kThrifts) {
    float sum = -gap;
    for (const auto& figure : figures) sum += gap + figure_height(figure, layout, width, thrift);
    if (sum <= height) return thrift;
  }
  return std::nullopt;
}

std::optional<Thrift> thrift_beside(std::span<const present::SideFigure> figures,
                                    const Layout& layout, float width, float height) {
  for (Thrift thrift : kThrifts) {
    bool all = std::ranges::all_of(figures, [&](const auto& figure) {
      return figure_height(figure, layout, width, thrift) <= height;
    });
    if (all) return thrift;
  }
  return std::nullopt;
}

void draw_figure(Canvas& canvas, const present::SideFigure& figure, const Layout& layout,
                 const present::TileAge& age, const Box& box, Thrift thrift) {
  Block block = Setter(figure, layout, box.width(), thrift).set();
  TileColors colors = colors_of(layout.theme, age);
  for (const Set& line : block.lines) {
    Color color = line.tone == Tone::strong ? colors.strong : colors.context;
    Point at{box.left + line.at.x, box.top + line.at.y};
    if (line.direction) {
      float width = 0.65f * layout.metrics.em(line.type.role);
      float indent = line.at.x - layout.metrics.em(line.type.role);
      Point centre{box.left + indent + width / 2,
                   at.y - layout.metrics.cap(line.type.role) * 0.42f};
      draw_change(canvas, centre, width, *line.direction, color);
    }
    // A hair more than measured: the sum of the same widths may differ in its last bit.
    canvas.text(at, line.text, line.type, color, box.width() - line.at.x + 0.5f);
  }
  if (block.mark_size > 0) {
    draw_mark(canvas, layout.theme, {box.left + block.mark.x, box.top + block.mark.y},
              block.mark_size, figure.rating, look_of(age));
  }
}

}  // namespace view
