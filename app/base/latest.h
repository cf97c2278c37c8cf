// The newest published snapshot, handed from one thread to another.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace base {

// Any thread may call either function. A reader keeps what it took for as long as it likes.
// A mutex, not std::atomic<std::shared_ptr>: g++ 12's is reported as a race by ThreadSanitizer.
template <class T>
class Latest {
 public:
  explicit Latest(std::shared_ptr<const T> first) : value_(std::move(first)) {}

  std::shared_ptr<const T> get() const {
    std::lock_guard lock(mutex_);
    return value_;
  }

  void publish(std::shared_ptr<const T> next) {
    std::lock_guard lock(mutex_);
    value_.swap(next);  // what stood here is released after the lock, by the publishing thread
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const T> value_;
};

}  // namespace base
