// One text as large as its room allows: somebody's words, or all that there is to say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/slide_kinds.h"

namespace view {

float widest_word(std::string_view text, Type type, const Typesetter& typesetter);

// As few lines as the width allows, of about the same length: the last is not left with one word.
std::vector<std::string> wrap_evenly(std::string_view text, Type type, float width,
                                     const Typesetter& typesetter);

struct Statement {
  Role role = Role::body;
  std::vector<std::vector<std::string>> pages;  // lines; at least one page
};

// In Big or Title if it fits the room with every word whole, else in Body, over as many pages as it
// takes. Lines and pages are filled evenly.
Statement set_statement(std::string_view text, const Layout& layout, float width, float height);

// From the capitals of the first line to the last baseline.
float statement_height(const Layout& layout, Role role, std::size_t lines);

// Lines below each other, the first with its capitals on `top`.
void draw_statement(Canvas& canvas, const Layout& layout, Point top,
                    const std::vector<std::string>& lines, Type type, Color color, float width);

}  // namespace view
