// The icons of variation and assurance, drawn by us after Making Data Count: a ring, a letter and a
// short run. Colour repeats what letter and shape say.
#pragma once

#include "present/control_slides.h"
#include "view/canvas.h"
#include "view/theme.h"

namespace view {

// Colours of a process: what is late has none.
struct ProcessColors {
  Color improvement, concern, common, neither;
  Color text;  // letters, mean, target
  Color line;  // limits, and what joins the points
};
ProcessColors process_colors(const Theme& theme, const present::TileAge& age);
Color color_of(const ProcessColors& colors, present::ControlLines::Cause cause);

// A point of the chart: circle, diamond, square or triangle by its cause; in outline if hollow.
enum class PointLook { filled, hollow };
void draw_point(Canvas& canvas, Point centre, float radius, present::ControlLines::Cause cause,
                const ProcessColors& colors, PointLook look = PointLook::filled);

// `diameter` of the ring. Under kWholeIcon the letter is as large as the ring allows, and only one
// point stands for the run.
inline constexpr float kWholeIcon = 96;
void draw_variation(Canvas& canvas, Point centre, float diameter,
                    const present::VariationIcon& icon, const ProcessColors& colors);
void draw_assurance(Canvas& canvas, Point centre, float diameter,
                    const present::AssuranceIcon& icon, const ProcessColors& colors);

}  // namespace view
