// The signs of the board: ratings, moves, directions. The letter and the shape say it, colour
// repeats it.
#pragma once

#include "model/board.h"
#include "present/slides.h"
#include "view/canvas.h"
#include "view/theme.h"

namespace view {

enum class MarkLook {
  now,   // filled
  last,  // of the period before: outline only; choose about 0.8 of the present one's size
  late,  // grey outline
};

// In rows no higher than the mark a diamond is drawn a little smaller.
enum class MarkRoom { free, tight };

// `diameter` of the circle that green is; the others are as large to the eye.
void draw_mark(Canvas& canvas, const Theme& theme, Point centre, float diameter,
               model::Rating rating, MarkLook look, MarkRoom room = MarkRoom::free);

// Nothing for Move::unknown. `size` is the side of the square that it fills.
void draw_move(Canvas& canvas, const Theme& theme, Point centre, float size, present::Move move,
               MarkLook look = MarkLook::now);

// A number that went up or down; two bars where it stayed level. `width` of its base.
void draw_change(Canvas& canvas, Point centre, float width, model::Direction direction,
                 Color color);

// A wanted direction: a thin arrow, `length` from end to end.
void draw_arrow(Canvas& canvas, Point centre, float length, model::Direction direction,
                Color color);

// The board's sign in the header, 36 by 41 with its left edge and top at `at`, times `size`.
void draw_emblem(Canvas& canvas, Point at, float size, Color color);

// How a quotation opens: two strokes that lean in from the right, 40 by 31 with their left edge and
// top at `at`, times `size`.
void draw_opening(Canvas& canvas, Point at, float size, Color color);

// Dots for pages, the present one filled; `left` on their centre line. Returns the width.
float draw_page_dots(Canvas& canvas, const Theme& theme, Point left, int page, int pages,
                     float size);

}  // namespace view
