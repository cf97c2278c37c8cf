// UTF-8 as it must be before it reaches a log or a slide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

inline constexpr char32_t kReplacement = 0xFFFD;

// The code point that starts at `at`, which moves past it. A malformed sequence (overlong,
// surrogate, cut short, above U+10FFFF) yields kReplacement and moves one byte.
char32_t next_code_point(std::string_view text, size_t& at);

void append_code_point(std::string& text, char32_t code_point);

// Valid UTF-8 on one line: control characters and line or paragraph separators become a space,
// bidirectional controls and other invisible format characters go, and so do combining marks
// without a letter to stand on; malformed bytes become U+FFFD, runs of spaces become one, no space
// at either end.
std::string clean_line(std::string_view text);

// At most `limit` code points; a longer text ends in an ellipsis within the limit.
std::string shorten(std::string_view text, size_t limit);

}  // namespace base
