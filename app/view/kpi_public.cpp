// A KPI as the public reads it: the largest figure, plain words, words for the rating.
#include <algorithm>
#include <array>

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

// Baselines from the card's top.
struct Head {
  float value = 0;
  float label = 0;
};

Head head_of(const Layout& layout, const PublicForm& form) {
  float growth = layout.metrics.text_scale;
  Head head;
  head.value =
      (form.figure == Role::hero ? 68.0f : 44.0f) * growth + layout.metrics.cap(form.figure);
  head.label = head.value + 48 * growth + layout.metrics.cap(form.label);
  return head;
}

// With one line of the label.
float least_height(const Layout& layout, const PublicForm& form) {
  float descent = 0.3f * layout.metrics.em(form.label);
  float change = form.with_change ? change_height(layout) : 0;
  return head_of(layout, form).label + descent + change + foot_of(layout).rule;
}

float label_pitch(const Layout& layout, const PublicForm& form) {
  return layout.metrics.pitch(form.label) * 0.94f;
}

float top_air(const Layout& layout, const Box& box) {
  return std::clamp((box.height() - public_kpi_height(layout)) * 0.4f, 0.0f, 60.0f);
}

bool says_change(const present::KpiCard& card, const PublicForm& form) {
  return form.with_change && card.age.state == State::fresh && card.change.direction.has_value();
}

float foot_height(const Layout& layout, const present::KpiCard& card) {
  return card.age.state == State::late ? late_strip_height(layout) + 24 : foot_of(layout).rule;
}

int label_lines(const Layout& layout, const present::KpiCard& card, const Box& box,
                const PublicForm& form) {
  float y = box.top + top_air(layout, box) + head_of(layout, form).label;
  float room = box.bottom - foot_height(layout, card) -
               (says_change(card, form) ? change_height(layout) : 0) - y;
  float descent = 0.3f * layout.metrics.em(form.label);
  return std::clamp(1 + static_cast<int>((room - descent) / label_pitch(layout, form)), 1, 4);
}

constexpr std::array<PublicForm, 8> kForms = {{{Role::hero, true, Role::body},
                                               {Role::hero, false, Role::body},
                                               {Role::value, false, Role::body},
                                               {Role::hero, false, Role::label},
                                               {Role::value, false, Role::label},
                                               {Role::value, false, Role::foot},
                                               {Role::big, false, Role::label},
                                               {Role::big, false, Role::foot}}};

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
  return least_height(layout, {}) + layout.metrics.pitch(Role::body);
}

float least_public_kpi_height(const Layout& layout) {
  return least_height(layout, {Role::big, false, Role::body});
}

PublicForm public_form_of(const std::vector<present::KpiCard>& cards, const Layout& layout,
                          const Box& box) {
  float inner = box.width() - 2 * kMargin;
  for (const PublicForm& form : kForms) {
    bool all = std::ranges::all_of(cards, [&](const present::KpiCard& card) {
      return card.age.state == State::waiting ||
             layout.type.line_count(card.title, {form.label}, inner) <=
                 label_lines(layout, card, box, form);
    });
    if (all && least_height(layout, form) <= box.height()) return form;
  }
  return kForms.back();
}

void draw_public_kpi(Canvas& canvas, const Layout& layout, const present::KpiCard& card,
                     const Box& box, const PublicForm& form) {
  const Metrics& metrics = layout.metrics;
  const present::TileAge& age = card.age;
  TileColors colors = colors_of(layout.theme, age);
  float left = box.left + kMargin;
  float inner = box.width() - 2 * kMargin;
  draw_card(canvas, layout.theme, box, age);
  if (age.state == State::waiting) {
    float y = box.bottom - 48 - no_data_height(layout);
    float first = box.top + 48 + metrics.cap(Role::body);
    float pitch = metrics.pitch(Role::body) * 0.94f;
    int most = std::clamp(static_cast<int>((y - first - 20) / pitch) + 1, 1, 3);
    canvas.paragraph({left, first}, card.title, {Role::body}, colors.strong, inner, most);
    draw_no_data(canvas, layout, {left, y, left + inner, box.bottom}, age);
    return;
  }
  Head head = head_of(layout, form);
  float top = box.top + top_air(layout, box);
  draw_figure(canvas, layout, card, {left, top + head.value}, inner, form.figure);
  float y = top + head.label;
  for (const auto& line :
       layout.type.wrap(card.title, {form.label}, inner, label_lines(layout, card, box, form))) {
    canvas.text({left, y}, line, {form.label}, colors.strong, inner);
    y += label_pitch(layout, form);
  }
  if (says_change(card, form)) {
    float change_y = box.bottom - foot_height(layout, card) - 26 * metrics.text_scale;
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
