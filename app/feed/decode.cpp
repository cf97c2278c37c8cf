#include "feed/decode.h"

#include <exception>
#include <new>
#include <utility>

#include "base/utf8.h"
#include "feed/decode_parts.h"
#include "feed/decode_values.h"
#include "feed/json_document.h"

namespace feed {
namespace {

constexpr std::string_view kFormat = "bluelamp-board/1";

// Nothing if the document says that it is ours.
std::optional<std::string> format_fault(const nlohmann::json& root) {
  const std::string expected = ", expected \"" + std::string(kFormat) + "\"";
  if (!root.is_object()) {
    return "the document is " + std::string(root.is_array() ? "a list" : "a single value") +
           ", expected an object whose \"format\" is \"" + std::string(kFormat) + '"';
  }
  const auto format = root.find("format");
  if (format == root.end()) return "\"format\" is missing" + expected;
  if (format->is_string() && format->get_ref<const std::string&>() == kFormat) return std::nullopt;
  return "\"format\" is " + to_found(*format) + expected;
}

Decoded read_board(const JsonDocument& document, Findings& findings) {
  const Node root(document.root, findings);
  if (!document.repeated_keys.empty()) {
    findings.add(base::Severity::warning, "", "repeated keys " + document.repeated_keys.to_text(),
                 "each key once in its object; the first one counts");
  }
  Decoded decoded;
  model::Board& board = decoded.board;
  Fields fields(root);
  fields.find("format");
  fields.find("$schema");  // editors put it there
  board.organisation = fields.text("organisation");
  board.title = fields.text("title");
  board.message = fields.text("message");
  board.period = read_period(fields, "period");
  board.previous_period = read_period(fields, "previous_period");
  board.generated_at = fields.timestamp("generated_at");
  board.next_due = fields.date("next_due");
  board.marking = fields.text("marking");
  board.priorities = read_priorities(fields);
  board.kpis = read_kpis(fields);
  board.series = read_all_series(fields);
  board.commitments = read_commitments(fields);
  constexpr int kMostCommitments = 9999;
  board.commitments_total = fields.whole("commitments_total", 0, kMostCommitments);
  board.areas = read_areas(fields);
  board.area_groups = read_area_groups(fields);
  board.tables = read_tables(fields);
  board.agenda = read_agenda(fields);
  board.notices = read_notices(fields);
  board.contacts = read_contacts(fields);
  fields.finish();
  decoded.complaints = findings.take();
  return decoded;
}

base::Failure<Refusal> refuse(Refusal::Kind kind, std::string detail) {
  return base::Failure{Refusal{kind, std::move(detail)}};
}

// Throws std::bad_alloc, and nothing else.
base::Result<Decoded, Refusal> read(std::string_view bytes, std::string_view source,
                                    const DecodeLimits& limits) {
  if (bytes.size() > limits.bytes) {
    return refuse(Refusal::Kind::too_large, std::to_string(bytes.size()) + " bytes, at most " +
                                                std::to_string(limits.bytes) + " are read");
  }
  try {
    const base::Result<JsonDocument, Refusal> document = parse_json(bytes, limits.depth);
    if (!document) return base::Failure{document.error()};
    if (auto fault = format_fault(document.value().root)) {
      return refuse(Refusal::Kind::wrong_format, *std::move(fault));
    }
    Findings findings(source, limits);
    return read_board(document.value(), findings);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    // A fault of the JSON library or of ours: the board goes on with what it has.
    return refuse(Refusal::Kind::not_json, base::shorten(base::clean_line(error.what()), 200));
  }
}

}  // namespace

base::Result<Decoded, Refusal> decode(std::string_view bytes, std::string_view source,
                                      const DecodeLimits& limits) {
  try {
    return read(bytes, source, limits);
  } catch (const std::bad_alloc&) {
    // No detail: there is no memory to write one.
    return refuse(Refusal::Kind::no_memory, {});
  }
}

}  // namespace feed
