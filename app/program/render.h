// `bluelamp render`: every slide as a picture, without a display.
#pragma once

#include "program/exit_code.h"
#include "program/options.h"

namespace program {

// Names each file on standard output: NN-slide.png, with -page after it where there are several.
ExitCode render(const RenderOptions& options);

}  // namespace program
