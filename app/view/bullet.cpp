#include "view/bullet.h"

#include <algorithm>

namespace view {
namespace {

constexpr float kBar = 0.4f;      // of the scale's height
constexpr float kBefore = 0.72f;  // likewise
constexpr float kTargetLine = 8;
constexpr float kBeforeLine = 5;
constexpr float kHalo = 2;
constexpr float kMostCellGap = 8;
constexpr float kBetweenLabels = 22;

Color band_color(const Theme& theme, model::Rating rating) {
  switch (rating) {
    case model::Rating::green:
    case model::Rating::complete:
      return theme.band_met;
    case model::Rating::red:
      return theme.band_missed;
    default:
      return theme.band_near;
  }
}

float share_of(double value, const present::Axis& axis) {
  const double length = axis.high - axis.low;
  if (!(length > 0)) return 0;
  return static_cast<float>(std::clamp((value - axis.low) / length, 0.0, 1.0));
}

Box middle_part(const Box& box, float share) {
  const float half = box.height() * share / 2;
  return {box.left, box.centre().y - half, box.right, box.centre().y + half};
}

void draw_target_line(Canvas& canvas, const Layout& layout, const Box& box, float x) {
  const float half = kTargetLine * layout.growth() / 2;
  const float over = target_overhang(layout);
  x = std::clamp(x, box.left + half, box.right - half);
  canvas.fill({x - half, box.top - over, x + half, box.bottom + over}, layout.theme.text);
}

// The place's number, where a cell is wide enough to hold it.
void draw_place(Canvas& canvas, const Layout& layout, const Box& cell, int place, Color color) {
  const Type type{Role::foot, Weight::semibold};
  const std::string text = std::to_string(place);
  const float cap = layout.metrics.cap(Role::foot);
  if (layout.type.width(text, type) + 8 > cell.width() || cap + 6 > cell.height()) return;
  canvas.text({cell.centre().x, cell.centre().y + cap / 2}, text, type, color, cell.width() - 4,
              Align::centre);
}

}  // namespace

float target_overhang(const Layout& layout) {
  return 7 * layout.growth();
}

std::optional<float> target_share(const present::Bullet& bullet) {
  if (!bullet.target) return std::nullopt;
  return share_of(*bullet.target, bullet.axis);
}

std::optional<float> target_share(const present::Ranks::Ladder& ladder) {
  if (!ladder.target || ladder.places <= 0) return std::nullopt;
  return static_cast<float>(*ladder.target) / static_cast<float>(ladder.places);
}

void draw_bullet(Canvas& canvas, const Layout& layout, const Box& box,
                 const present::Bullet& bullet) {
  const Theme& theme = layout.theme;
  const auto x_of = [&](double value) {
    return box.left + box.width() * share_of(value, bullet.axis);
  };
  if (bullet.bands.empty()) canvas.fill(box, theme.band_near);
  for (const auto& band : bullet.bands) {
    canvas.fill({x_of(band.from), box.top, x_of(band.to), box.bottom},
                band_color(theme, band.rating));
  }
  Box bar = middle_part(box, kBar);
  bar.right = x_of(bullet.value);
  canvas.fill(bar, theme.bar_in_focus);
  if (bullet.before) {
    const float half = kBeforeLine * layout.growth() / 2;
    const float x = std::clamp(x_of(*bullet.before), box.left + half, box.right - half);
    Box mark = middle_part(box, kBefore);
    mark = {x - half, mark.top, x + half, mark.bottom};
    // On the bar its colour alone would not show.
    canvas.fill({mark.left - kHalo, bar.top, mark.right + kHalo, bar.bottom}, theme.ground);
    canvas.fill(mark, theme.text_context);
  }
  if (const auto share = target_share(bullet)) {
    draw_target_line(canvas, layout, box, box.left + box.width() * *share);
  }
}

void draw_ladder(Canvas& canvas, const Layout& layout, const Box& box,
                 const present::Ranks::Ladder& ladder) {
  if (ladder.places <= 0) return;
  const Theme& theme = layout.theme;
  const float pitch = box.width() / static_cast<float>(ladder.places);
  const float gap = std::min(kMostCellGap, pitch * 0.2f);
  for (int place = 1; place <= ladder.places; ++place) {
    const float middle = box.left + pitch * (static_cast<float>(place) - 0.5f);
    const Box cell{middle - (pitch - gap) / 2, box.top, middle + (pitch - gap) / 2, box.bottom};
    if (ladder.own == place) {
      canvas.fill(cell, theme.bar_in_focus, 4);
      draw_place(canvas, layout, cell, place, theme.card);
      continue;
    }
    Color ground = theme.band_near;
    if (ladder.target) ground = place <= *ladder.target ? theme.band_met : theme.band_missed;
    canvas.fill(cell, ground, 4);
    if (ladder.before == place) {
      canvas.outline(cell, theme.text_context, 4, 4);
      draw_place(canvas, layout, cell, place, theme.text);
    }
  }
  if (const auto share = target_share(ladder)) {
    draw_target_line(canvas, layout, box, box.left + box.width() * *share);
  }
}

void draw_scale_labels(Canvas& canvas, const Layout& layout, float left, float right,
                       float baseline, const ScaleLabels& labels) {
  const Type plain{Role::foot};
  const Type words_type{Role::foot, labels.target ? Weight::semibold : Weight::regular};
  const Theme& theme = layout.theme;
  const float gap = kBetweenLabels * layout.growth();
  const float words = layout.type.width(labels.words, words_type);
  float from = left + layout.type.width(labels.low, plain) + gap;
  float to = right - layout.type.width(labels.high, plain) - gap;
  if (labels.words.empty() || words <= to - from) {
    canvas.text({left, baseline}, labels.low, plain, theme.text_context, right - left);
    canvas.text({right, baseline}, labels.high, plain, theme.text_context, right - left,
                Align::right);
  } else {
    from = left;
    to = right;
  }
  if (labels.words.empty()) return;
  const float middle = left + (right - left) * labels.target.value_or(0.5f);
  const float x = std::clamp(middle - words / 2, from, std::max(from, to - words));
  canvas.text({x, baseline}, labels.words, words_type,
              labels.target ? theme.text : theme.text_context, to - x + 0.5f);
}

}  // namespace view
