// The program's log: one line an event, to standard error.
#pragma once

#include <exception>
#include <string_view>

namespace base {

// Any thread may call these. A text from outside is cleaned: it cannot start a line of its own.
void log_info(std::string_view text);
void log_warning(std::string_view text);
void log_error(std::string_view text);

// "publishing: no memory", as an error. For where nothing may be thrown: without memory for the
// line it is left out.
void log_failure(std::string_view what, const std::exception& error) noexcept;

// Drops what is below warnings; for commands whose standard error a person reads.
void log_quietly();

}  // namespace base
