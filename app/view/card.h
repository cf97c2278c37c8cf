// Grounds of cards and rows, and what a tile looks like whose figures are late or not there yet.
#pragma once

#include "present/slides.h"
#include "view/canvas.h"
#include "view/marks.h"
#include "view/slide_kinds.h"

namespace view {

inline constexpr float kCardRadius = 14;
inline constexpr float kCardMargin = 32;
inline constexpr float kCardGap = 24;

// The ground that belongs to the state: a card, with a coloured left edge if the rating asks for
// attention; a hatch if late; a dashed outline alone if waiting.
void draw_card(Canvas& canvas, const Theme& theme, const Box& box, const present::TileAge& age,
               model::Rating rating = model::Rating::none);

// Ground and left edge of a row that asks for attention; nothing for others.
void draw_row(Canvas& canvas, const Theme& theme, const Box& box, float edge, model::Rating rating);

// Colours of a tile's texts: what stands out, and what goes with it.
struct TileColors {
  Color strong;
  Color context;
};
TileColors colors_of(const Theme& theme, const present::TileAge& age);

// The look of a mark in a tile of this age.
MarkLook look_of(const present::TileAge& age, MarkLook fresh = MarkLook::now);

// The light strip of a late tile: since when, how late. How late takes
// as many lines as the box has room for; then its texts end in an ellipsis.
inline constexpr float kLateStripAir = 13;  // above and below its two lines
float late_strip_height(const Layout& layout, float air = kLateStripAir, int detail_lines = 1);
void draw_late_strip(Canvas& canvas, const Layout& layout, const Box& box,
                     const present::TileAge& age);

// The same on one line, where the strip is wide enough for that.
bool fits_late_line(const Layout& layout, float width, const present::TileAge& age);
float late_line_height(const Layout& layout);
void draw_late_line(Canvas& canvas, const Layout& layout, const Box& box,
                    const present::TileAge& age);

// The line where it fits the width, else the strip.
float lateness_height(const Layout& layout, float width, const present::TileAge& age);
void draw_lateness(Canvas& canvas, const Layout& layout, const Box& box,
                   const present::TileAge& age);

// Long dash, "No data yet" and what is awaited, from the top of `box` down; in a lower box without
// the dash, then without what is awaited.
float no_data_height(const Layout& layout);
void draw_no_data(Canvas& canvas, const Layout& layout, const Box& box,
                  const present::TileAge& age);

}  // namespace view
