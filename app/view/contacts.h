// The strip that says how to reach the police. It stands above the footer of every slide of a
// public screen and is never dropped; what it takes, the slide's content does not have.
#pragma once

#include <vector>

#include "model/board.h"
#include "view/canvas.h"
#include "view/slide_kinds.h"

namespace view {

// 0 without contacts. `width` of the strip.
float contacts_height(const std::vector<model::Line>& contacts, float width, const Metrics& metrics,
                      const Typesetter& type);

void draw_contacts(Canvas& canvas, const Layout& layout, const std::vector<model::Line>& contacts,
                   const Box& box);

}  // namespace view
