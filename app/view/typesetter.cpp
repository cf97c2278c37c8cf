#include "view/typesetter.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"

namespace view {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr char32_t kEllipsisCodePoint = 0x2026;

std::string_view without_end_spaces(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

bool is_attached(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) ||
         (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F) ||
         (c >= 0x1F3FB && c <= 0x1F3FF) || is_invisible(c);
}

bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
}

float Typesetter::advance(char32_t code_point, Type type) const {
  if (is_invisible(code_point)) return 0;
  bool shares = type.digits == Digits::tabular && code_point >= '0' && code_point <= '9';
  float em = static_cast<float>(metrics_.em_pixels(type.role)) / metrics_.scale;
  return fonts_.face(type.weight).advance(shares ? U'0' : code_point) * em;
}

float Typesetter::width(std::string_view text, Type type) const {
  float sum = 0;
  for (size_t at = 0; at < text.size();) sum += advance(base::next_code_point(text, at), type);
  return sum;
}

// Byte offset of the first letter, with what is attached to it, that ends beyond `width`.
size_t Typesetter::first_that_do_not_fit(std::string_view text, Type type, float width) const {
  float sum = 0;
  size_t letter = 0;
  for (size_t at = 0; at < text.size();) {
    size_t start = at;
    char32_t code_point = base::next_code_point(text, at);
    if (!is_attached(code_point)) letter = start;
    sum += advance(code_point, type);
    if (sum > width) return letter;
  }
  return text.size();
}

std::string Typesetter::fit(std::string_view text, Type type, float width) const {
  text = without_end_spaces(text);
  if (first_that_do_not_fit(text, type, width) == text.size()) return std::string(text);
  float room = width - advance(kEllipsisCodePoint, type);
  if (room < 0) return {};
  auto kept = without_end_spaces(text.substr(0, first_that_do_not_fit(text, type, room)));
  return std::string(kept) + std::string(kEllipsis);
}

std::vector<std::string> Typesetter::wrap(std::string_view text, Type type, float width,
                                          int most_lines) const {
  std::vector<std::string> lines;
  text = without_end_spaces(text);
  while (!text.empty() && static_cast<int>(lines.size()) < most_lines) {
    size_t end = first_that_do_not_fit(text, type, width);
    if (end == text.size()) {
      lines.emplace_back(text);
      break;
    }
    if (static_cast<int>(lines.size()) + 1 == most_lines) {
      lines.push_back(fit(text, type, width));
      break;
    }
    // A space may stand just behind the edge: it is not drawn.
    size_t space = text.rfind(' ', end);
    size_t cut = space == std::string_view::npos || space == 0 ? end : space;
    if (cut == 0) base::next_code_point(text, cut);  // not even one letter fits: go on with one
    lines.emplace_back(without_end_spaces(text.substr(0, cut)));
    text.remove_prefix(cut);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  return lines;
}

int Typesetter::line_count(std::string_view text, Type type, float width) const {
  return static_cast<int>(wrap(text, type, width, std::numeric_limits<int>::max()).size());
}

Role Typesetter::largest(std::string_view text, Weight weight, float width,
                         std::initializer_list<Role> roles) const {
  for (Role role : roles) {
    if (this->width(text, {role, weight}) <= width) return role;
  }
  return *(roles.end() - 1);
}

Role Typesetter::largest(std::span<const std::string> texts, Weight weight, float width,
                         std::initializer_list<Role> roles) const {
  for (Role role : roles) {
    bool all = std::ranges::all_of(texts, [&](const auto& text) {
      return this->width(text, {role, weight}) <= width;
    });
    if (all) return role;
  }
  return *(roles.end() - 1);
}

}  // namespace view
