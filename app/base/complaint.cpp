#include "base/complaint.h"

namespace base {

std::string to_line(const Complaint& complaint) {
  std::string line = complaint.source + ": ";
  if (!complaint.pointer.empty()) line += complaint.pointer + ": ";
  if (!complaint.found.empty()) line += "found " + complaint.found + ", ";
  return line + "expected " + complaint.expected;
}

}  // namespace base
