// `bluelamp run`: the board.
#pragma once

#include "program/exit_code.h"
#include "program/options.h"

namespace program {

// Returns when asked to end by key, signal or --seconds, or when the display is lost.
ExitCode run(const RunOptions& options);

}  // namespace program
