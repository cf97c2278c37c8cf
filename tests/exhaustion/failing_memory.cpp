#include "exhaustion/failing_memory.h"

#include <cstdlib>
#include <new>

namespace exhaustion {
namespace {

thread_local std::uint64_t calls_left = 0;  // until one fails; 0: none will
thread_local bool is_over = false;
thread_local bool ends_for_good = false;

bool fails_now() {
  if (is_over) return ends_for_good;
  if (calls_left == 0 || --calls_left > 0) return false;
  is_over = true;
  return true;
}

}  // namespace

FailingMemory::FailingMemory(std::uint64_t n, Ends ends) {
  is_over = false;
  ends_for_good = ends == Ends::for_good;
  calls_left = n;
}

FailingMemory::~FailingMemory() {
  calls_left = 0;
  is_over = false;
}

bool FailingMemory::has_failed() const {
  return is_over;
}

}  // namespace exhaustion

void* operator new(std::size_t size) {
  if (exhaustion::fails_now()) throw std::bad_alloc();
  if (void* const memory = std::malloc(size > 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
// Not left to a sanitizer's own, whose memory our delete must not free.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return exhaustion::fails_now() ? nullptr : std::malloc(size > 0 ? size : 1);
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
  return operator new(size, tag);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}
