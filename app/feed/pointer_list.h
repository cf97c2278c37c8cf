// Places of a document that share one complaint: all are counted, the first few are named.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace feed {

class PointerList {
 public:
  // A pointer is only worth building while there is room to name it.
  bool has_room() const { return named_.size() < kNamed; }
  void add(std::string pointer);
  void add_unnamed() { ++count_; }

  bool empty() const { return count_ == 0; }
  std::string to_text() const;  // "/a, /b/0/c and 7 more"

 private:
  static constexpr size_t kNamed = 3;

  std::vector<std::string> named_;
  size_t count_ = 0;
};

}  // namespace feed
