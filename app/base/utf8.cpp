#include "base/utf8.h"

namespace base {
namespace {

bool is_space_or_control(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Characters that draw nothing and only steer the text around them.
bool is_invisible_format(char32_t c) {
  return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

// Accents and strokes that are set over or under the letter before them.
bool is_combining_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) ||
         (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

}  // namespace

char32_t next_code_point(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  size_t length = 0;
  char32_t code_point = 0;
  char32_t least = 0;
  if (lead < 0x80) {
    ++at;
    return lead;
  } else if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, code_point = lead & 0x1F, least = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, code_point = lead & 0x0F, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, code_point = lead & 0x07, least = 0x10000;
  }
  bool whole = length > 0 && at + length <= text.size();
  for (size_t i = 1; whole && i < length; ++i) {
    whole = (byte(at + i) & 0xC0) == 0x80;
    code_point = (code_point << 6) | (byte(at + i) & 0x3F);
  }
  if (!whole || code_point < least || code_point > 0x10FFFF ||
      (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    ++at;
    return kReplacement;
  }
  at += length;
  return code_point;
}

void append_code_point(std::string& text, char32_t c) {
  const auto add = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6)), add(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12)), add(0x80 | ((c >> 6) & 0x3F)), add(0x80 | (c & 0x3F));
  } else {
    add(0xF0 | (c >> 18)), add(0x80 | ((c >> 12) & 0x3F)), add(0x80 | ((c >> 6) & 0x3F)),
        add(0x80 | (c & 0x3F));
  }
}

std::string clean_line(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  bool space_due = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_space_or_control(c)) {
      space_due = !clean.empty();
    } else if (is_combining_mark(c) && (space_due || clean.empty())) {
      continue;
    } else if (!is_invisible_format(c)) {
      if (space_due) clean.push_back(' ');
      space_due = false;
      append_code_point(clean, c);
    }
  }
  return clean;
}

std::string shorten(std::string_view text, size_t limit) {
  size_t keep = 0;  // end of the text that still leaves room for the ellipsis
  size_t count = 0;
  for (size_t at = 0; at < text.size(); ++count) {
    if (count + 1 == limit) keep = at;
    if (count == limit) {
      std::string cut(text.substr(0, keep));
      if (limit > 0) append_code_point(cut, 0x2026);
      return cut;
    }
    next_code_point(text, at);
  }
  return std::string(text);
}

}  // namespace base
