#include "view/statement.h"

#include <algorithm>
#include <limits>

namespace view {
namespace {

constexpr int kAnyNumber = std::numeric_limits<int>::max();

std::vector<std::vector<std::string>> even_pages(const std::vector<std::string>& lines,
                                                 std::size_t most) {
  const std::size_t pages = std::max<std::size_t>(1, (lines.size() + most - 1) / most);
  std::vector<std::vector<std::string>> broken;
  for (std::size_t i = 0; i < pages; ++i) {
    const auto at = [&](std::size_t page) {
      return lines.begin() + static_cast<std::ptrdiff_t>(lines.size() * page / pages);
    };
    broken.emplace_back(at(i), at(i + 1));
  }
  return broken;
}

}  // namespace

float widest_word(std::string_view text, Type type, const Typesetter& typesetter) {
  float widest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    widest = std::max(widest, typesetter.width(text.substr(0, end), type));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return widest;
}

std::vector<std::string> wrap_evenly(std::string_view text, Type type, float width,
                                     const Typesetter& typesetter) {
  const int lines = typesetter.line_count(text, type, width);
  if (lines > 1) {
    // The least width that needs no more lines.
    float too_little = std::max(width / 2, widest_word(text, type, typesetter));
    constexpr float kClose = 4;
    while (width - too_little > kClose) {
      const float middle = (width + too_little) / 2;
      (typesetter.line_count(text, type, middle) > lines ? too_little : width) = middle;
    }
  }
  return typesetter.wrap(text, type, width, kAnyNumber);
}

Statement set_statement(std::string_view text, const Layout& layout, float width, float height) {
  Statement statement;
  std::vector<std::string> lines;
  for (const Role role : {Role::big, Role::title, Role::body}) {
    statement.role = role;
    if (role != Role::body && widest_word(text, {role}, layout.type) > width) continue;
    lines = wrap_evenly(text, {role}, width, layout.type);
    if (statement_height(layout, role, lines.size()) <= height) break;
  }
  const float more = height - statement_height(layout, statement.role, 1);
  const float pitch = layout.metrics.pitch(statement.role);
  const auto most = static_cast<std::size_t>(1 + std::max(0, static_cast<int>(more / pitch)));
  statement.pages = even_pages(lines, most);
  return statement;
}

float statement_height(const Layout& layout, Role role, std::size_t lines) {
  if (lines == 0) return 0;
  return layout.metrics.cap(role) + static_cast<float>(lines - 1) * layout.metrics.pitch(role);
}

void draw_statement(Canvas& canvas, const Layout& layout, Point top,
                    const std::vector<std::string>& lines, Type type, Color color, float width) {
  float y = top.y + layout.metrics.cap(type.role);
  for (const auto& line : lines) {
    canvas.text({top.x, y}, line, type, color, width);
    y += layout.metrics.pitch(type.role);
  }
}

}  // namespace view
