// Scales that lie: a figure from zero against its target, and a place among others.
#pragma once

#include <optional>
#include <string>

#include "present/figure_slides.h"
#include "view/canvas.h"
#include "view/slide_kinds.h"

namespace view {

// What stands below a scale: its ends, and the target's words as near to its line as they leave
// room; without a target in the middle. The ends go before the words do.
struct ScaleLabels {
  std::string low;
  std::string high;
  std::string words;
  std::optional<float> target;  // where, as a share of the length
};

// How far the target's line reaches out of the scale, above and below.
float target_overhang(const Layout& layout);

// Both fill `box`, but for the target's line.
void draw_bullet(Canvas& canvas, const Layout& layout, const Box& box,
                 const present::Bullet& bullet);
void draw_ladder(Canvas& canvas, const Layout& layout, const Box& box,
                 const present::Ranks::Ladder& ladder);

// Where the line of the target stands, as a share of the length; none without one.
std::optional<float> target_share(const present::Bullet& bullet);
std::optional<float> target_share(const present::Ranks::Ladder& ladder);

void draw_scale_labels(Canvas& canvas, const Layout& layout, float left, float right,
                       float baseline, const ScaleLabels& labels);

}  // namespace view
