// Where and why a text stops being JSON, in words for the person who typed it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "settings/json.h"

namespace settings {

// What can be said before any parsing: too large, not UTF-8, NUL.
std::optional<JsonTrouble> find_encoding_trouble(std::string_view text);

struct SyntaxError {
  size_t read = 0;           // bytes read until the parser gave up, the last one included
  bool inside_text = false;  // it gave up between two quotes
  bool after_end = false;    // the document was whole already
};

JsonTrouble explain_syntax_error(std::string_view text, const SyntaxError& error);

}  // namespace settings
