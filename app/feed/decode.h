// Our feed format, bluelamp-board/1: bytes -> Board. The format is described by
// config/bluelamp-feed.schema.json; this is how it is read, which is more forgiving.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/complaint.h"
#include "base/result.h"
#include "model/board.h"

namespace feed {

struct DecodeLimits {
  size_t bytes = 8u << 20;
  size_t depth = 64;
  size_t points = 10'000;  // of one series
  size_t kpis = 2'000;
  size_t items = 2'000;  // of any other array
  size_t text = 4'000;   // code points of one text

  bool operator==(const DecodeLimits&) const = default;
};

// A document that is refused whole. Not JSON is also: malformed UTF-8, a lone surrogate, a number
// beyond a double (1e999), a NUL, anything after the document, nesting beyond the limit. A byte
// order mark at the start is accepted.
struct Refusal {
  enum class Kind { not_json, wrong_format, too_large, no_memory };

  Kind kind = Kind::not_json;
  std::string detail;  // "line 3, column 7: not JSON near <html>"; none with no_memory
};

struct Decoded {
  model::Board board;
  // What is wrong inside a document that is good as a whole: a wrong field is left empty, spoils
  // its own tile and is named here once.
  base::Complaints complaints;
};

// `source` names the document in complaints, of which there are at most about 500: the rest is
// counted in the last. Of repeated keys, ids and dates the first counts. Never throws, not even
// when there is no memory; any thread. Time grows with the bytes, memory too: at worst, a document
// of nothing but "{}", forty times.
base::Result<Decoded, Refusal> decode(std::string_view bytes, std::string_view source,
                                      const DecodeLimits& limits = {});

}  // namespace feed
