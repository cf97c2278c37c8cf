#include "feed/pointer_list.h"

#include <utility>

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

}  // namespace feed
