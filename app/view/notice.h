// A notice that takes over: a band over the lower part of the slide, or the whole glass.
#pragma once

#include "present/slides.h"
#include "view/slide_kinds.h"

namespace view {

// Draws nothing but the notice. A banner lies over the slide, which the caller has dimmed; one that
// is full stands alone. `clock` is the plan's.
void draw_notice(const present::NoticeTaken& notice, const std::string& clock,
                 const Layout& layout);

}  // namespace view
