// A KPI as the public reads it: the largest figure, plain words, words for the rating.
#include <algorithm>

#include "view/kpi_parts.h"
#include "view/marks.h"

namespace view {
namespace {

using State = present::TileAge::State;

constexpr float kMargin = 36;
constexpr float kMark = 76;        // diameter
constexpr float kWordsLeft = 148;  // of the rating's words, from the card's left

// Heights from the card's bottom.
struct Foot {
  float rule = 0;
  float words = 0;  // baselines
  float detail = 0;
  float mark = 0;  // centre
};

Foot foot_of(const Layout& layout) {
  float growth = layout.metrics.text_scale;
  Foot foot;
  foot.detail = 31 * growth;
  foot.words = foot.detail + 54 * growth;
  foot.mark = 76 * growth;
  foot.rule = foot.words + 25 * growth + layout.metrics.cap(Role::body);
  return foot;
}

float value_baseline(const Layout& layout) {
  return 68 * layout.metrics.text_scale + layout.metrics.cap(Role::hero);
}

float first_label(const Layout& layout) {
  return value_baseline(layout) + 48 * layout.metrics.text_scale + layout.metrics.cap(Role::body);
}

float change_height(const Layout& layout) {
  return layout.metrics.pitch(Role::body);
}

bool has_target(const present::KpiCard& card) {
  return !card.target.empty() && card.rating != model::Rating::none;
}

void draw_rating(Canvas& canvas, const Layout& layout, const present::KpiCard& card,
                 const Box& box) {
  const Theme& theme = layout.theme;
  TileColors colors = colors_of(theme, card.age);
  Foot foot = foot_of(layout);
  float growth = layout.metrics.text_scale;
  float left = box.left + kWordsLeft * growth;
  float room = box.right - kMargin / 2 - left;
  canvas.fill(
      {box.left + kMargin, box.bottom - foot.rule - 2, box.right - kMargin, box.bottom - foot.rule},
      theme.hairline);
  draw_mark(canvas, theme, {box.left + 80 * growth, box.bottom - foot.mark}, kMark * growth,
            card.rating, look_of(card.age));
  Role role =
      layout.type.largest(card.rating_words, Weight::semibold, room, {Role::body, Role::foot});
  float words = foot.words;
  if (!has_target(card)) words = foot.mark - layout.metrics.cap(role) / 2;
  canvas.text({left, box.bottom - words}, card.rating_words, {role, Weight::semibold},
              colors.strong, room);
  if (has_target(card)) {
    canvas.text({left, box.bottom - foot.detail}, card.target, {Role::foot}, colors.context, room);
  }
}

}  // namespace

float public_kpi_height(const Layout& layout) {
  return first_label(layout) + layout.metrics.pitch(Role::body) * 2 + change_height(layout) +
         foot_of(layout).rule;
}

void draw_public_kpi(Canvas& canvas, const Layout& layout, const present::KpiCard& card,
                     const Box& box) {
  const Metrics& metrics = layout.metrics;
  TileColors colors = colors_of(layout.theme, card.age);
  float left = box.left + kMargin;
  float inner = box.width() - 2 * kMargin;
  present::TileAge age = card.age;
  draw_card(canvas, layout.theme, box, age);
  float spare = std::max(0.0f, box.height() - public_kpi_height(layout)) * 0.4f;
  float top = box.top + std::min(spare, 60.0f);
  float pitch = metrics.pitch(Role::body) * 0.94f;
  if (age.state == State::waiting) {
    canvas.paragraph({left, top + 48 + metrics.cap(Role::body)}, card.title, {Role::body},
                     colors.strong, inner, 3);
    float y = box.bottom - 48 - no_data_height(layout);
    draw_no_data(canvas, layout, {left, y, left + inner, box.bottom}, age);
    return;
  }
  draw_figure(canvas, layout, card, {left, top + value_baseline(layout)}, inner, Role::hero);
  float foot = foot_of(layout).rule;
  if (age.state == State::late) foot = late_strip_height(layout) + 24;
  bool says_change = age.state == State::fresh && card.change.direction.has_value();
  float y = top + first_label(layout);
  float room = box.bottom - foot - 16 - y - (says_change ? change_height(layout) : 0);
  int most = std::max(1, 1 + static_cast<int>(room / pitch));
  for (const auto& line : layout.type.wrap(card.title, {Role::body}, inner, std::min(most, 4))) {
    canvas.text({left, y}, line, {Role::body}, colors.strong, inner);
    y += pitch;
  }
  if (says_change) {
    float change_y = box.bottom - foot - 26 * metrics.text_scale;
    draw_change_line(canvas, layout, card.change, {left, change_y}, inner, Role::foot);
  }
  if (age.state == State::late) {
    draw_late_strip(canvas, layout,
                    {box.left + 24, box.bottom - 24 - late_strip_height(layout), box.right - 24,
                     box.bottom - 24},
                    age);
    return;
  }
  draw_rating(canvas, layout, card, box);
}

}  // namespace view
