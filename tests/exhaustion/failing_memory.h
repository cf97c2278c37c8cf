// Memory that ends: this executable's operator new fails from a chosen call on.
#pragma once

#include <cstdint>

namespace exhaustion {

enum class Ends {
  once,      // one call fails, the next is served
  for_good,  // every call fails until the end of the scope
};

// While it lives, the n-th call of operator new (from 1) throws std::bad_alloc, in the thread
// that made it, which also ends it. One at a time.
class FailingMemory {
 public:
  FailingMemory(std::uint64_t n, Ends ends);
  ~FailingMemory();
  FailingMemory(const FailingMemory&) = delete;
  FailingMemory& operator=(const FailingMemory&) = delete;

  bool has_failed() const;
};

}  // namespace exhaustion
