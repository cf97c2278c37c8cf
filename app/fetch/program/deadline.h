// The program's own end: at the deadline it says so and is gone, whatever a library is waiting for.
//
// A signal and not a thread: name lookup, TLS handshake and reading all block in code that knows no
// common deadline, and a handler that only writes and exits interrupts each of them. The board
// kills the program a little later all the same.
#pragma once

#include <chrono>

namespace fetch {

enum class Stage { looking_up, asking, receiving };

// From now on the process ends by itself after `deadline` with an answer on standard output that
// says at which stage. Call once.
void arm_deadline(std::chrono::milliseconds deadline);

void enter(Stage stage);

// Call before an answer is written: the two must not mix.
void disarm_deadline();

}  // namespace fetch
