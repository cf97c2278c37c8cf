// The three forms of a KPI's tile.
#include <algorithm>

#include "view/kpi_parts.h"
#include "view/marks.h"
#include "view/process_icons.h"

namespace view {
namespace {

using State = present::TileAge::State;

constexpr float kValueColumn = 535;  // portrait: from the row's left
constexpr float kMostTightening = 14;
constexpr float kSparkWidth = 142;  // narrower says nothing
constexpr float kSparkHeight = 62;
constexpr float kDot = 8;

// What a card leaves out where letters are large and the glass is low.
struct Thrift {
  bool period = true;
  Role value = Role::value;
  bool change = true;
  bool target = true;
};

// Baselines from the tile's top.
struct Lines {
  float label = 0;
  float label_pitch = 0;
  float period = 0;
  float value = 0;
  float change = 0;
  float target = 0;
};

constexpr float kBelowCard = 22;
constexpr float kCardTightening = 30;

// As designed; a card may be lower by kCardTightening, taken from between the lines.
Lines card_lines(const Layout& layout, const Thrift& thrift = {}, float tightening = 0) {
  const Metrics& metrics = layout.metrics;
  float growth = layout.growth();
  Lines lines;
  lines.label = 32.5f - tightening * 0.2f + metrics.cap(Role::body);
  lines.period = lines.label;
  if (thrift.period) lines.period += 18 * growth + metrics.cap(Role::foot);
  lines.value =
      lines.period + 29 * metrics.text_scale - tightening * 0.3f + metrics.cap(thrift.value);
  lines.change = lines.value;
  if (thrift.change) {
    lines.change += 39 * growth - tightening * 0.3f + metrics.cap(Role::body);
  }
  lines.target = lines.change;
  if (thrift.target) lines.target += 28 * growth + metrics.cap(Role::foot);
  return lines;
}

float bottom_of(const Lines& lines) {
  return lines.target + kBelowCard;
}

// What a card of this height has room for.
Thrift thrift_of(const Layout& layout, float height) {
  for (Thrift thrift :
       {Thrift{}, Thrift{.period = false}, Thrift{.period = false, .value = Role::big},
        Thrift{.period = false, .value = Role::big, .target = false}}) {
    if (bottom_of(card_lines(layout, thrift)) - kCardTightening * 0.8f <= height + 1) return thrift;
  }
  return {.period = false, .value = Role::title, .change = false, .target = false};
}

// As designed; a row may be lower by kMostTightening, taken from above, between and below.
Lines row_lines(const Layout& layout, float tightening = 0) {
  const Metrics& metrics = layout.metrics;
  float growth = layout.growth();
  Lines lines;
  lines.label = 32 - tightening * 0.3f + metrics.cap(Role::body);
  lines.period = lines.label + 17.5f * growth + metrics.cap(Role::foot);
  lines.value = std::max(39 - tightening * 0.3f + metrics.cap(Role::value), lines.period);
  lines.change = lines.period + 36 * growth - tightening * 0.3f + metrics.cap(Role::body);
  lines.target = lines.change + 27 * growth + metrics.cap(Role::foot);
  return lines;
}

// Two lines of a label stand where one large one and the air around it would.
void draw_label(Canvas& canvas, const Layout& layout, const present::KpiCard& card, Point at,
                float room, const KpiForm& form, Lines& lines, bool with_period = true) {
  if (form.label_lines > 1 && with_period) {
    float growth = layout.growth();
    lines.label += layout.metrics.cap(form.label) - layout.metrics.cap(Role::body) - 10.5f;
    lines.period = lines.label + layout.metrics.pitch(form.label) + 10 * growth +
                   layout.metrics.cap(Role::foot);
  }
  TileColors colors = colors_of(layout.theme, card.age);
  canvas.paragraph({at.x, at.y + lines.label}, card.title, {form.label, Weight::semibold},
                   colors.strong, room, with_period ? form.label_lines : 1);
  if (with_period && card.period != layout.period) {
    canvas.text({at.x, at.y + lines.period}, card.period, {Role::foot}, colors.context, room);
  }
}

// The largest role up to `most` whose capitals are no higher than `height`.
Role tallest(const Layout& layout, float height, Role most) {
  for (Role role : {Role::value, Role::big, Role::title, Role::body}) {
    if (role <= most && layout.metrics.cap(role) <= height) return role;
  }
  return Role::foot;
}

float mark_size(const Layout& layout) {
  return kKpiMark * std::min(layout.growth(), 1.4f);
}

// Variation and assurance side by side, their right end at `right`; returns the width taken.
float draw_icons(Canvas& canvas, const Layout& layout, const present::KpiCard& card, float right,
                 float middle) {
  constexpr float kGap = 12;
  if (!card.icons.any() || card.age.state == State::waiting) return 0;
  const ProcessColors colors = process_colors(layout.theme, card.age);
  const float size = mark_size(layout);
  float width = 0;
  if (card.icons.assurance) {
    draw_assurance(canvas, {right - size / 2, middle}, size, *card.icons.assurance, colors);
    width += size + kGap;
  }
  if (card.icons.variation) {
    draw_variation(canvas, {right - width - size / 2, middle}, size, *card.icons.variation, colors);
    width += size + kGap;
  }
  return width;
}

}  // namespace

float kpi_label_room(const Layout& layout, float width) {
  if (layout.metrics.portrait) return kValueColumn - kCardMargin - 24;
  return width - kCardMargin - mark_size(layout) - 46;
}

float kpi_card_height(const Layout& layout) {
  return card_lines(layout).target + kBelowCard;
}

float kpi_row_height(const Layout& layout) {
  return row_lines(layout).target + 28 - kMostTightening;
}

void draw_kpi_card(Canvas& canvas, const Layout& layout, const present::KpiCard& card,
                   const Box& box, const KpiForm& form) {
  Thrift thrift = thrift_of(layout, box.height());
  float spare = box.height() - bottom_of(card_lines(layout, thrift));
  Lines lines = card_lines(layout, thrift, std::clamp(-spare / 0.8f, 0.0f, kCardTightening));
  // Room to spare goes between the label, the value and what stands below it.
  spare = std::max(0.0f, spare);
  float inner = box.width() - 2 * kCardMargin;
  float left = box.left + kCardMargin;
  draw_card(canvas, layout.theme, box, card.age, card.rating);
  Lines moved = lines;
  draw_label(canvas, layout, card, {left, box.top}, kpi_label_room(layout, box.width()), form,
             moved, thrift.period);
  float size = mark_size(layout);
  draw_mark(canvas, layout.theme, {box.right - size / 2 - 28, box.top + size / 2 + 28}, size,
            card.age.state == State::waiting ? model::Rating::none : card.rating,
            look_of(card.age));
  if (card.age.state == State::waiting) {
    float top = std::max(box.bottom - 29 - no_data_height(layout), box.top + moved.period + 12);
    draw_no_data(canvas, layout, {left, top, left + inner, box.bottom - 14}, card.age);
    return;
  }
  float value_y = box.top + lines.value + spare * 0.4f;
  if (card.age.state == State::late) {
    Box strip{box.left + 24, box.bottom - 24 - late_strip_height(layout), box.right - 24,
              box.bottom - 24};
    value_y = std::min(value_y, strip.top - 14);
    draw_figure(canvas, layout, card, {left, value_y}, inner,
                tallest(layout, value_y - box.top - moved.period - 12, thrift.value));
    draw_late_strip(canvas, layout, strip, card.age);
    return;
  }
  float width = draw_figure(canvas, layout, card, {left, value_y}, inner, thrift.value);
  float spark_right = box.right - kCardMargin - 5;
  float spark_left = spark_right - kSparkWidth;
  if (left + width + 20 <= spark_left) {
    float low = value_y - 10;
    draw_sparkline(canvas, layout.theme, {spark_left, low - kSparkHeight, spark_right, low},
                   card.sparkline);
  }
  float below = box.top + spare * 0.8f;
  if (thrift.change) {
    float middle = below + lines.change - layout.metrics.cap(Role::body) / 2;
    float icons = draw_icons(canvas, layout, card, box.right - 28, middle);
    draw_change_line(canvas, layout, card.change, {left, below + lines.change}, inner - icons);
  }
  if (thrift.target) {
    draw_target_line(canvas, layout, card, {left, below + lines.target}, inner);
  }
}

void draw_kpi_row(Canvas& canvas, const Layout& layout, const present::KpiCard& card,
                  const Box& box, const KpiForm& form) {
  float spare = box.height() - kpi_row_height(layout) - kMostTightening;
  Lines lines = row_lines(layout, std::clamp(-spare, 0.0f, kMostTightening));
  float top = box.top + std::max(0.0f, spare) / 2;
  float left = box.left + kCardMargin;
  float room = kValueColumn - kCardMargin - 24;
  float value_left = box.left + kValueColumn;
  float value_room = box.right - kCardMargin - value_left;
  draw_card(canvas, layout.theme, box, card.age, card.rating);
  Lines moved = lines;
  draw_label(canvas, layout, card, {left, top}, room, form, moved);
  float size = mark_size(layout);
  Point mark{box.right - kCardMargin - 34, top + lines.target - 27};
  if (card.age.state == State::waiting) {
    draw_no_data(canvas, layout,
                 {value_left, box.centre().y - no_data_height(layout) / 2 - 10,
                  value_left + value_room, box.bottom},
                 card.age);
    return;
  }
  draw_figure(canvas, layout, card, {value_left, top + lines.value}, value_room, Role::value);
  draw_mark(canvas, layout.theme, mark, size, card.rating, look_of(card.age));
  if (card.age.state == State::late) {
    float bottom = box.bottom - 18;
    draw_late_strip(canvas, layout,
                    {box.left + 18, bottom - late_strip_height(layout),
                     value_left + value_room - size - 20, bottom},
                    card.age);
    return;
  }
  draw_change_line(canvas, layout, card.change, {left, top + lines.change}, room);
  draw_target_line(canvas, layout, card, {left, top + lines.target}, room);
  float icons = draw_icons(canvas, layout, card, mark.x - size / 2 - 20, mark.y);
  float spark_right = mark.x - size / 2 - 58 - icons;
  float spark_bottom = top + lines.target - 5;
  float spark_top = std::max(top + lines.value + 40, spark_bottom - 52);
  if (!has_sparkline(card.sparkline)) {
    canvas.text({value_left + 6, top + lines.target - 13}, "No history", {Role::foot},
                layout.theme.text_absent, spark_right - value_left);
  } else if (spark_bottom - spark_top >= 24) {
    draw_sparkline(canvas, layout.theme, {value_left + 5, spark_top, spark_right, spark_bottom},
                   card.sparkline);
  }
}

}  // namespace view
