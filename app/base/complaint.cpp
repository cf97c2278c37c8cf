#include "base/complaint.h"

#include "base/utf8.h"

namespace base {

std::string to_line(const Complaint& complaint) {
  std::string line = complaint.source + ": ";
  if (!complaint.pointer.empty()) line += complaint.pointer + ": ";
  if (!complaint.found.empty()) line += "found " + complaint.found + ", ";
  return line + "expected " + complaint.expected;
}

std::string pointer_step(std::string_view key) {
  constexpr size_t kLongest = 60;
  std::string step = "/";
  for (const char c : shorten(clean_line(key), kLongest)) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

}  // namespace base
