// `bluelamp check`: everything that is wrong with settings and feed, for the person who can mend
// it.
#pragma once

#include "program/exit_code.h"
#include "program/options.h"

namespace program {

// Complaints go to standard output, errors first, one line each, then a line that counts them.
ExitCode check(const CheckOptions& options);

}  // namespace program
