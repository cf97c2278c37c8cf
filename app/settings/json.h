// A JSON document as a tree that remembers its order; who parses it is private to json.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace settings {

struct Json {
  enum class Kind { null, boolean, number, text, array, object };

  Kind kind = Kind::null;
  bool boolean = false;
  double number = 0;               // finite
  std::string text;                // of a text; of a number, as people write it
  std::vector<Json> items;         // of an array; of an object, the values
  std::vector<std::string> names;  // of an object: names[i] names items[i]; each once
  size_t order = 0;                // how many values start before this one in the document
};

// What is wrong with the text itself, before anybody asks what it means.
struct JsonTrouble {
  size_t order = 0;
  std::string pointer;
  std::string found;
  std::string expected;
};

struct ParsedJson {
  std::optional<Json> root;  // none if the text is not JSON, is too large or too deep
  std::vector<JsonTrouble> troubles;
};

inline constexpr size_t kMaxBytes = 1u << 20;
inline constexpr size_t kMaxDepth = 64;

// Strict RFC 8259 in UTF-8. Stricter than most in three points: a key given twice is a trouble (the
// first value is kept), a number must be finite, and nothing may follow, not even after a NUL.
// Never throws for anything in `text`.
ParsedJson parse_json(std::string_view text);

}  // namespace settings
