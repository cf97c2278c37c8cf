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

float change_height(const Layout& layout) {
  return layout.metrics.pitch(Role::body);
}

// Baselines from the card's top, and what the card has room for.
struct Head {
  Role role = Role::hero;
  float value = 0;
  float label = 0;
  bool with_change = true;
};

Head head_of(const Layout& layout, Role role, bool with_change) {
  float growth = layout.metrics.text_scale;
  Head head{role, 0, 0, with_change};
  head.value = (role == Role::hero ? 68.0f : 44.0f) * growth + layout.metrics.cap(role);
  head.label = head.value + 48 * growth + layout.metrics.cap(Role::body);
  return head;
}

// With one line of the label.
float least_height(const Layout& layout, const Head& head) {
  float descent = 0.3f * layout.metrics.em(Role::body);
  float change = head.with_change ? change_height(layout) : 0;
  return head.label + descent + change + foot_of(layout).rule;
}

// The largest figure first, then the line with the change.
Head head_for(const Layout& layout, float height) {
  for (bool with_change : {true, false}) {
    for (Role role : {Role::hero, Role::value, Role::big}) {
      Head head = head_of(layout, role, with_change);
      if (least_height(layout, head) <= height) return head;
    }
  }
  return head_of(layout, Role::big, false);
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
  Head head = head_of(layout, Role::hero, true);
  return least_height(layout, head) + layout.metrics.pitch(Role::body);
}

float least_public_kpi_height(const Layout& layout) {
  return least_height(layout, head_of(layout, Role::big, false));
}

void draw_public_kpi(Canvas& canvas, const Layout& layout, const present::KpiCard& card,
                     const Box& box) {
  const Metrics& metrics = layout.metrics;
  const present::TileAge& age = card.age;
  TileColors colors = colors_of(layout.theme, age);
  float left = box.left + kMargin;
  float inner = box.width() - 2 * kMargin;
  draw_card(canvas, layout.theme, box, age);
  float pitch = metrics.pitch(Role::body) * 0.94f;
  if (age.state == State::waiting) {
    float y = box.bottom - 48 - no_data_height(layout);
    float first = box.top + 48 + metrics.cap(Role::body);
    int most = std::clamp(static_cast<int>((y - first - 20) / pitch) + 1, 1, 3);
    canvas.paragraph({left, first}, card.title, {Role::body}, colors.strong, inner, most);
    draw_no_data(canvas, layout, {left, y, left + inner, box.bottom}, age);
    return;
  }
  Head head = head_for(layout, box.height());
  float top = box.top + std::clamp((box.height() - public_kpi_height(layout)) * 0.4f, 0.0f, 60.0f);
  draw_figure(canvas, layout, card, {left, top + head.value}, inner, head.role);
  float foot = foot_of(layout).rule;
  if (age.state == State::late) foot = late_strip_height(layout) + 24;
  bool says_change =
      head.with_change && age.state == State::fresh && card.change.direction.has_value();
  float y = top + head.label;
  float room = box.bottom - foot - (says_change ? change_height(layout) : 0) - y;
  int most = 1 + static_cast<int>((room - 0.3f * metrics.em(Role::body)) / pitch);
  for (const auto& line :
       layout.type.wrap(card.title, {Role::body}, inner, std::clamp(most, 1, 4))) {
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
