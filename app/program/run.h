// `bluelamp run`: the board.
#pragma once

#include "program/exit_code.h"
#include "program/options.h"

namespace program {

// Returns when asked to end by key, signal or --seconds, or when the display is lost; with
// ExitCode::start_again when the settings file has come to hold other settings.
ExitCode run(const RunOptions& options);

}  // namespace program
