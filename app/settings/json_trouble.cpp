#include "settings/json_trouble.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace settings {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

// "line 3, column 7", both from 1; columns are characters, as editors count them.
std::string place_of(std::string_view text, size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const size_t line_start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
  size_t column = 1;
  for (size_t i = line_start; i < at; ++column) base::next_code_point(text, i);
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

JsonTrouble trouble(std::string_view text, size_t at, std::string found, std::string expected) {
  return {0, "", std::move(found) + " at " + place_of(text, at), std::move(expected)};
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '+' || c == '.';
}

size_t word_start(std::string_view text, size_t end) {
  while (end > 0 && is_word(text[end - 1])) --end;
  return end;
}

// The parser stands at the end of the token that it did not expect, or just behind a word that it
// does not know; people look for the start.
size_t token_start(std::string_view text, size_t last) {
  if (text[last] == '"') {
    size_t start = last;
    while (start > 0) {
      --start;
      if (text[start] == '"' && (start == 0 || text[start - 1] != '\\')) break;
    }
    return start;
  }
  if (is_word(text[last])) return word_start(text, last);
  const size_t start = word_start(text, last);
  const std::string_view word = text.substr(start, last - start);
  const bool is_value = word.empty() || word == "true" || word == "false" || word == "null" ||
                        (word.back() >= '0' && word.back() <= '9');
  return is_value ? last : start;
}

// What a person would call the token from `start` to `last`: a bracket, a word, a quoted text.
std::string snippet(std::string_view text, size_t start, size_t last) {
  const bool is_text = text[start] == '"' && last > start;
  size_t end = last + 1;
  if (is_word(text[start])) {
    for (end = start; end < text.size() && is_word(text[end]);) ++end;
  } else if (!is_text) {
    end = start;
    base::next_code_point(text, end);
  }
  const std::string shown = base::shorten(base::clean_line(text.substr(start, end - start)), 40);
  return is_text ? "the text " + shown : "'" + shown + "'";
}

char last_before(std::string_view text, size_t at) {
  const size_t last = text.substr(0, at).find_last_not_of(kSpace);
  return last == text.npos ? '\0' : text[last];
}

// The slips that people make, each with the words that mend it.
std::string mend(std::string_view text, size_t at) {
  const char here = text[at];
  const char before = last_before(text, at);
  const bool is_closing = here == '}' || here == ']';
  if (here == '/' || here == '#') return "JSON, which has no comments";
  if (here == '\'') return "double quotes around keys and texts";
  if (is_closing && before == ',') return "no comma before a closing bracket";
  if (is_closing && before == ':') return "a value after the colon";
  const bool starts_value = here == '"' || here == '{' || here == '[';
  if (starts_value && before != '\0' &&
      std::string_view("{[,:").find(before) == std::string::npos) {
    return "a comma or a colon before it";
  }
  if (before == '{' || (before == ',' && here != ',')) return "a key or a value as JSON writes it";
  return "JSON";
}

}  // namespace

std::optional<JsonTrouble> find_encoding_trouble(std::string_view text) {
  if (text.size() > kMaxBytes) {
    return JsonTrouble{0, "", "more than 1 MiB", "settings of at most 1 MiB"};
  }
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return JsonTrouble{0, "", "UTF-16", "a file saved as UTF-8"};
  }
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const bool is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
    if (text[at] == '\0') return trouble(text, at, "a NUL character", "text");
    base::next_code_point(text, at);
    // A malformed sequence is passed one byte at a time; a real U+FFFD takes three.
    if (!is_ascii && at == start + 1) {
      return trouble(text, start, "a byte that is not UTF-8", "a file saved as UTF-8");
    }
  }
  return std::nullopt;
}

JsonTrouble explain_syntax_error(std::string_view text, const SyntaxError& error) {
  if (error.read == 0 || error.read > text.size()) {
    return trouble(text, text.size(), "the end of the file",
                   text.find_first_not_of(kSpace) == text.npos
                       ? "an object in braces"
                       : "the rest: a quote or a bracket is not closed");
  }
  const size_t last = error.read - 1;
  if (error.inside_text) {
    return static_cast<unsigned char>(text[last]) < 0x20
               ? trouble(text, last, "a line break or control character inside a text",
                         "the closing quote before it")
               : trouble(
                     text, last, snippet(text, last, last) + " inside a text",
                     R"(an escape that JSON has: \" \\ \/ \b \f \n \r \t or \u and four digits)");
  }
  const size_t start = token_start(text, last);
  if (error.after_end && text[start] != '/' && text[start] != '#') {
    return trouble(text, start, snippet(text, start, last),
                   "nothing after the document's last bracket");
  }
  return trouble(text, start, snippet(text, start, last), mend(text, start));
}

}  // namespace settings
