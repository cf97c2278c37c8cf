#include "view/chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace view {
namespace {

using Target = present::Trend::Target;

constexpr float kTickGap = 20;
constexpr std::size_t kMostTargets = 60;

Color mixed(Color a, Color b, float share) {
  auto mix = [&](std::uint8_t x, std::uint8_t y) {
    return static_cast<std::uint8_t>(std::lround(x + share * static_cast<float>(y - x)));
  };
  return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue), a.alpha};
}

}  // namespace

ChartColors chart_colors(const Theme& theme, const present::TileAge& age) {
  if (age.state == present::TileAge::State::late) {
    return {mixed(theme.late_ground, theme.late_mark, 0.5f),
            theme.late_mark,
            theme.late_text,
            theme.late_mark,
            theme.late_text,
            theme.late_context,
            theme.late_hatch,
            theme.late_mark,
            theme.late_ground};
  }
  // The line is the text's colour with a touch of the bars that it sums up.
  return {theme.bar,
          theme.bar_in_focus,
          mixed(theme.text, theme.bar_in_focus, 0.2f),
          mixed(theme.bar, theme.text, 0.25f),
          theme.text,
          theme.text_context,
          theme.hairline,
          theme.rule,
          theme.ground};
}

float Panel::y(double value) const {
  double share = high > low ? (value - low) / (high - low) : 0;
  return box.bottom - static_cast<float>(std::clamp(share, 0.0, 1.0)) * box.height();
}

Panel make_panel(const Box& box, const present::Axis& axis, std::size_t points,
                 const Metrics& metrics) {
  return {box, axis.low, axis.high, std::max(1, static_cast<int>(points)), metrics.scale};
}

float tick_width(const present::Axis& axis, const Typesetter& type) {
  float width = 0;
  for (const auto& tick : axis.ticks) {
    width = std::max(width, type.width(tick.text, {Role::foot, Weight::regular, Digits::tabular}));
  }
  return width;
}

void draw_grid(Canvas& canvas, const Metrics& metrics, const Typesetter& type, const Panel& panel,
               const present::Axis& axis, const ChartColors& colors, float room) {
  Type label{Role::foot, Weight::regular, Digits::tabular};
  std::optional<float> last_label;
  for (const auto& tick : axis.ticks) {
    if (tick.at < panel.low || tick.at > panel.high) continue;
    float y = panel.y(tick.at);
    canvas.line({panel.box.left, y}, {panel.box.right, y}, colors.grid, 2);
    bool crowded = last_label && *last_label - y < metrics.pitch(Role::foot);
    if (crowded || type.width(tick.text, label) > room) continue;
    last_label = y;
    canvas.text({panel.box.left - kTickGap, y + metrics.cap(Role::foot) / 2}, tick.text, label,
                colors.context, room + 0.5f, Align::right);
  }
}

float right_tick_width(const present::Axis& axis, const LastValue& last, const Typesetter& type) {
  float number = last.text.empty()
                     ? 0
                     : type.width(last.text, {Role::foot, Weight::semibold, Digits::tabular});
  return std::max(tick_width(axis, type), number);
}

void draw_right_ticks(Canvas& canvas, const Metrics& metrics, const Typesetter& type,
                      const Panel& panel, const present::Axis& axis, const LastValue& last,
                      Color color, float room) {
  constexpr float kTick = 9;
  float right = panel.box.right;
  float half = metrics.cap(Role::foot) / 2;
  auto set = [&](double at, const std::string& text, Weight weight) {
    float y = panel.y(at);
    canvas.line({right, y}, {right + kTick, y}, color, 2);
    canvas.text({right + kTickGap, y + half}, text, {Role::foot, weight, Digits::tabular}, color,
                room + 0.5f);
  };
  std::optional<float> below;
  auto crowded = [&](float y) {
    bool by_last = !last.text.empty() && std::abs(panel.y(last.at) - y) < metrics.pitch(Role::foot);
    return by_last || (below && *below - y < metrics.pitch(Role::foot));
  };
  for (const auto& tick : axis.ticks) {
    float y = panel.y(tick.at);
    if (tick.at < panel.low || tick.at > panel.high || crowded(y)) continue;
    if (type.width(tick.text, {Role::foot, Weight::regular, Digits::tabular}) > room) continue;
    below = y;
    set(tick.at, tick.text, Weight::regular);
  }
  if (!last.text.empty()) set(last.at, last.text, Weight::semibold);
}

void draw_axis_break(Canvas& canvas, const Panel& panel, const ChartColors& colors) {
  constexpr float kHeight = 36;
  bool above_zero = panel.low > 0;
  if ((!above_zero && panel.high >= 0) || panel.box.height() < 2 * kHeight) return;
  float x = panel.box.left;
  std::array<Point, 6> path = {{{x, 0}, {x, 8}, {x + 9, 14}, {x - 9, 23}, {x, 29}, {x, kHeight}}};
  for (Point& at : path) {
    at.y = above_zero ? panel.box.bottom - at.y : panel.box.top + at.y;
  }
  canvas.polyline(path, colors.context, 2.5f);
}

std::span<const Target> newest(std::span<const Target> targets) {
  return targets.last(std::min(targets.size(), kMostTargets));
}

void draw_targets(Canvas& canvas, const Panel& panel, std::span<const Target> targets,
                  const ChartColors& colors) {
  const Target* before = nullptr;
  for (const Target& target : newest(targets)) {
    float y = panel.y(target.value);
    canvas.dashed_line({panel.x(target.first), y}, {panel.x(target.last + 1.0), y}, colors.strong,
                       3, 16, 9);
    if (before && before->last + 1 == target.first) {
      float x = panel.x(target.first);
      canvas.line({x, panel.y(before->value)}, {x, y}, colors.strong, 3);
    }
    before = &target;
  }
}

}  // namespace view
