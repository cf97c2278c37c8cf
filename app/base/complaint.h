// One thing wrong with a file that people write: settings or a feed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

enum class Severity {
  note,     // worth knowing, nothing to mend: an unknown key
  warning,  // shown as it stands, but somebody should look
  error,    // spoils the field, or for settings the start
};

struct Complaint {
  Severity severity = Severity::error;
  std::string source;    // file path or feed id
  std::string pointer;   // JSON Pointer (RFC 6901); empty for the whole document
  std::string found;     // what stands there, cleaned and shortened
  std::string expected;  // what would have been right, in words

  bool operator==(const Complaint&) const = default;
};

using Complaints = std::vector<Complaint>;

// "board.json: /feeds/0/url: found 17, expected a text" on one line, without the severity.
std::string to_line(const Complaint& complaint);

// One step of a JSON Pointer (RFC 6901): the key with ~ and / escaped, cleaned so that a hostile
// one cannot start a line, and shortened when it is longer than any key of ours.
std::string pointer_step(std::string_view key);

}  // namespace base
