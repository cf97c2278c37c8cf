// The program's log: one line an event, to standard error.
#pragma once

#include <string_view>

namespace base {

// Any thread may call these. A text from outside is cleaned: it cannot start a line of its own.
void log_info(std::string_view text);
void log_warning(std::string_view text);
void log_error(std::string_view text);

// Drops what is below warnings; for commands whose standard error a person reads.
void log_quietly();

}  // namespace base
