// Either a value or the reason why there is none.
#pragma once

#include <cstdlib>
#include <utility>
#include <variant>

namespace base {

// Marks a value as the failure side of a Result: `return base::Failure{FetchError{...}};`
template <class E>
struct Failure {
  E error;
};
template <class E>
Failure(E) -> Failure<E>;

// E is the error type of the room that fails: a kind (an enum) and a detail for a person.
// Asking for the side that is not there is a broken promise of our own code and aborts.
template <class T, class E>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure<E> failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return *check(std::get_if<0>(&state_)); }
  T& value() & { return *check(std::get_if<0>(&state_)); }
  T&& value() && { return std::move(*check(std::get_if<0>(&state_))); }
  const E& error() const { return *check(std::get_if<1>(&state_)); }

 private:
  template <class P>
  static P* check(P* side) {
    if (!side) std::abort();
    return side;
  }

  std::variant<T, E> state_;
};

}  // namespace base
