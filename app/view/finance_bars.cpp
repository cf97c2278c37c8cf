#include <algorithm>
#include <cmath>

#include "view/card.h"
#include "view/finance_rows.h"

namespace view {
namespace {

using Effect = present::Finance::Effect;
using Form = present::Finance::Form;

constexpr float kBarShare = 0.5f;    // of a row
constexpr float kPairShare = 0.23f;  // each of two
constexpr float kLeastBar = 3;
constexpr float kHeadAir = 12;  // between a head and the zero line

constexpr Type kHead{Role::foot, Weight::semibold};

bool is_late(const present::Finance& content) {
  return content.age.state == present::TileAge::State::late;
}

Color color_of(Effect effect, const Theme& theme, bool late) {
  if (late) return theme.late_mark;
  switch (effect) {
    case Effect::favourable:
      return theme.green_ring;
    case Effect::adverse:
      return theme.red;
    case Effect::none:
      break;
  }
  return theme.bar;
}

Color pair_color(const present::Finance& content, const Theme& theme, bool closing) {
  if (is_late(content)) return closing ? theme.late_mark : theme.late_hatch;
  return closing ? theme.bar_in_focus : theme.bar;
}

}  // namespace

FinanceBars::FinanceBars(const present::Finance& content, bool brief, float left, float right,
                         const Layout& layout)
    : content_(content), brief_(brief), layout_(layout), left_(left), right_(right) {
  double below = 0;
  double above = 0;
  const auto take = [&](const std::optional<double>& value) {
    if (!value || !std::isfinite(*value)) return;
    below = std::max(below, -*value);
    above = std::max(above, *value);
  };
  for (const auto& sheet : content.sheets) {
    for (const auto& row : sheet.rows) {
      take(row.variance);
      take(row.opening);
      take(row.closing);
    }
  }
  // Each side has room for its head, whatever there is to show on it.
  float least_below = 0;
  float least_above = 0;
  if (content.form == Form::variance) {
    const float air = (kHeadAir + 6) * layout.growth();
    least_below = layout.type.width(below_zero(), kHead) + air;
    least_above = layout.type.width(content.above_zero, kHead) + air;
  }
  const float width = right - left;
  const double all = below + above;
  const float share = all > 0 ? static_cast<float>(below / all) : 0.5f;
  const float room = content.form == Form::variance || below > 0 ? width * share : 0;
  zero_ = left + std::clamp(room, least_below, std::max(width - least_above, least_below));
  const double to_left = below > 0 ? static_cast<double>(zero_ - left) / below : HUGE_VAL;
  const double to_right = above > 0 ? static_cast<double>(right - zero_) / above : HUGE_VAL;
  const double scale = std::min(to_left, to_right);
  scale_ = std::isfinite(scale) ? static_cast<float>(scale) : 0;
}

void FinanceBars::draw_heads(Canvas& canvas, float baseline) const {
  const auto colors = colors_of(layout_.theme, content_.age);
  const float g = layout_.growth();
  if (content_.form == Form::variance) {
    const float air = kHeadAir * g;
    canvas.text({zero_ - air, baseline}, below_zero(), kHead, colors.context,
                zero_ - air - left_ + 0.5f, Align::right);
    canvas.text({zero_ + air, baseline}, content_.above_zero, kHead, colors.context,
                right_ - zero_ - air + 0.5f);
    return;
  }
  // The key of the pairs: beside each other, or below each other where there is little room.
  const float side = kFinanceSwatch * g;
  const float pitch = layout_.metrics.pitch(Role::foot);
  Point at{left_, brief_ ? baseline - pitch : baseline};
  for (bool closing : {false, true}) {
    const float middle = at.y - layout_.metrics.cap(Role::foot) / 2;
    canvas.fill({at.x, middle - side / 2, at.x + side, middle + side / 2},
                pair_color(content_, layout_.theme, closing), 3);
    const float x = at.x + side + kFinanceSwatchGap * g;
    const auto& word = closing ? content_.closing : content_.opening;
    const float width = canvas.text({x, at.y}, word, kHead, colors.context, right_ - x + 0.5f);
    at = brief_ ? Point{left_, baseline} : Point{x + width + 28 * g, at.y};
  }
}

void FinanceBars::draw_bar(Canvas& canvas, double value, float top, float bottom,
                           Color color) const {
  float length = static_cast<float>(std::abs(value)) * scale_;
  length = std::max(length, kLeastBar);
  Box box{zero_, top, zero_ + length, bottom};
  if (value < 0) box = {zero_ - length, top, zero_, bottom};
  canvas.fill(box, color);
}

void FinanceBars::draw_row(Canvas& canvas, const present::Finance::Row& row, const Box& box) const {
  const bool late = is_late(content_);
  const float middle = box.centre().y;
  const float pitch = std::min(box.height(), 84 * layout_.growth());
  if (content_.form == Form::variance) {
    if (!row.variance || *row.variance == 0) return;
    const float half = pitch * kBarShare / 2;
    draw_bar(canvas, *row.variance, middle - half, middle + half,
             color_of(row.effect, layout_.theme, late));
    return;
  }
  const float height = pitch * kPairShare;
  if (row.opening && *row.opening != 0) {
    draw_bar(canvas, *row.opening, middle - height - 2, middle - 2,
             pair_color(content_, layout_.theme, false));
  }
  if (row.closing && *row.closing != 0) {
    draw_bar(canvas, *row.closing, middle + 2, middle + 2 + height,
             pair_color(content_, layout_.theme, true));
  }
}

void FinanceBars::draw_zero(Canvas& canvas, float top, float bottom) const {
  const Theme& theme = layout_.theme;
  canvas.line({zero_, top}, {zero_, bottom}, is_late(content_) ? theme.late_text : theme.text, 3);
}

}  // namespace view
