// Bytes -> a JSON document that is safe to walk. Private to the .cpp files of app/feed: it names
// the JSON library's type, which no public header may.
//
// nlohmann's own parse() is not used: it builds as deep as it is told, takes what stands after a
// NUL, and keeps the last of two equal keys without a word. This one builds the tree from its
// events, and so can stop at the first level too many, before that level exists.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/result.h"
#include "feed/decode.h"
#include "feed/pointer_list.h"

namespace feed {

struct JsonDocument {
  JsonDocument() = default;
  JsonDocument(JsonDocument&&) noexcept = default;
  JsonDocument& operator=(JsonDocument&&) = delete;
  // nlohmann's destructor allocates for a container that holds something, and so ends the program
  // where there is no memory. This one takes the tree apart from its leaves, allocating nothing.
  ~JsonDocument();

  nlohmann::json root;
  PointerList repeated_keys;  // the first of equal keys counts
};

// A byte order mark at the start is accepted. Refused as not JSON: anything after the document, a
// NUL anywhere, malformed UTF-8, a lone surrogate, a number beyond a double (1e999), more than
// `depth` levels of lists and objects. Numbers of the result are finite.
base::Result<JsonDocument, Refusal> parse_json(std::string_view bytes, size_t depth);

}  // namespace feed
