// The smallest settings that are whole, with a part replaced by what a test is about.
#pragma once

#include <string>
#include <vector>

#include "base/complaint.h"
#include "settings/settings.h"

namespace settings {

inline const std::string kFeed = R"({"id": "plan", "url": "https://feeds.example/plan.json"})";
inline const std::string kSlide = R"({"kind": "overview"})";

inline std::string board(const std::string& feeds, const std::string& slides,
                         const std::string& more = "") {
  return "{" + more + R"("feeds": [)" + feeds + R"(], "slides": [)" + slides + "]}";
}

// {"screen": {…}} and the like beside a good feed and a good slide.
inline std::string with(const std::string& key, const std::string& value) {
  return board(kFeed, kSlide, "\"" + key + "\": " + value + ", ");
}

// A feed with more keys, and a slide with more keys.
inline std::string with_feed(const std::string& more) {
  return board(R"({"id": "plan", "url": "https://feeds.example/plan.json", )" + more + "}", kSlide);
}
inline std::string with_slide(const std::string& more) {
  return board(kFeed, "{" + more + "}");
}

inline std::vector<std::string> lines(const base::Complaints& complaints) {
  std::vector<std::string> lines;
  for (const base::Complaint& complaint : complaints) lines.push_back(base::to_line(complaint));
  return lines;
}

}  // namespace settings
