#include "feed/pointer_list.h"

#include <utility>

#include "base/utf8.h"

namespace feed {

void PointerList::add(std::string pointer) {
  if (has_room()) named_.push_back(std::move(pointer));
  ++count_;
}

std::string PointerList::to_text() const {
  std::string text;
  for (const std::string& pointer : named_) text += (text.empty() ? "" : ", ") + pointer;
  if (count_ > named_.size()) text += " and " + std::to_string(count_ - named_.size()) + " more";
  return text;
}

std::string pointer_step(std::string_view key) {
  constexpr size_t kLongest = 40;
  std::string step = "/";
  for (const char c : base::shorten(base::clean_line(key), kLongest)) {
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

}  // namespace feed
