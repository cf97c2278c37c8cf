// `bluelamp analyse`: a control chart of a file of numbers, in words and figures.
#pragma once

#include "program/exit_code.h"
#include "program/options.h"

namespace program {

// To standard output. A file that cannot be read, or is not as number_file.h says, is a line for
// each fault on standard error and ExitCode::errors.
ExitCode analyse(const AnalyseOptions& options);

}  // namespace program
