#include <algorithm>
#include <cmath>

#include "view/chart_series.h"

namespace view {
namespace {

using ChartPoint = present::Chart::Point;

constexpr float kGroupShare = 0.78f;  // of an interval's place
constexpr float kSingleShare = 0.69f;
constexpr float kStackShare = 0.62f;
constexpr float kBetweenBars = 0.08f;  // of a pitch
constexpr float kWidestBar = 150;
constexpr float kLeastBar = 3;        // a zero is seen, other than what is missing
constexpr float kSeam = 2;            // of ground between the parts of a stack
constexpr float kLeastHollow = 7;     // pixels of the glass; narrower ones are only paler
constexpr float kLeastBarPixels = 3;  // below this bars run into each other
constexpr std::size_t kHatched = 3;   // the look that is no plain colour
constexpr std::size_t kLooks = 4;
constexpr std::size_t kMostHatched = 60;  // bars; a hatch costs up to 400 vertices

bool has_value(const ChartPoint& point) {
  return point.value && std::isfinite(*point.value);
}

Color fill_of(std::size_t look, const ChartColors& colors) {
  switch (look % kLooks) {
    case 0:
      return colors.bar_in_focus;
    case 1:
      return colors.bar;
    case 2:
      return colors.line;
    default:
      return colors.context;
  }
}

struct BarLook {
  std::size_t look;
  bool hollow;
  bool few;  // so few bars that they can be hatched
};

void draw_bar(Canvas& canvas, const Box& box, const BarLook& drawn, float pixels,
              const ChartColors& colors) {
  const auto& [look, hollow, few] = drawn;
  Color color = fill_of(look, colors);
  bool narrow = box.width() * pixels < kLeastHollow;
  if (hollow && narrow) {
    color.alpha = 130;
    canvas.fill(box, color);
  } else if (hollow) {
    canvas.outline(box, color, 3);
  } else if (look % kLooks == kHatched) {
    if (few && !narrow) canvas.hatch(box, color, 3, 11, 0);
    if (!few || narrow) canvas.fill(box, colors.grid);
    if (!narrow) canvas.outline(box, color, 2);
  } else {
    canvas.fill(box, color);
  }
}

Box snapped(float left, float width, const Span& span, float pixels) {
  float x = std::round(left * pixels) / pixels;
  return {x, span.top, x + width, span.bottom};
}

Span from_zero(const Panel& panel, double value) {
  float zero = panel.y(0);
  float end = panel.y(value);
  if (std::abs(end - zero) < kLeastBar) end = value < 0 ? zero + kLeastBar : zero - kLeastBar;
  return {std::min(zero, end), std::max(zero, end)};
}

// Where intervals are narrower than bars can be, only so many of them are drawn as have room: of
// those that share a place the one with the highest stack.
template <class Draw>
void for_each_place(const Panel& panel, ChartSeries bars, Draw draw) {
  auto points = static_cast<std::size_t>(panel.points);
  auto places = static_cast<std::size_t>(
      std::max(1.0f, panel.box.width() * panel.pixels / (kLeastBarPixels + 1)));
  if (points <= places) {
    for (std::size_t i = 0; i < points; ++i) draw(i);
    return;
  }
  auto height = [&](std::size_t i) {
    double sum = 0;
    for (const auto& series : bars) sum += std::abs(series.points[i].value.value_or(0));
    return sum;
  };
  for (std::size_t place = 0; place < places; ++place) {
    std::size_t highest = points * place / places;
    for (std::size_t i = highest; i < points * (place + 1) / places; ++i) {
      if (height(i) > height(highest)) highest = i;
    }
    draw(highest);
  }
}

}  // namespace

BarSlots BarSlots::of(const Panel& panel, std::size_t series, bool stacked) {
  float step = panel.step();
  auto count = static_cast<float>(stacked ? 1 : std::max<std::size_t>(series, 1));
  float share = stacked ? kStackShare : count > 1 ? kGroupShare : kSingleShare;
  float pitch = std::min(step * share / count, kWidestBar);
  float width = count > 1 ? pitch * (1 - kBetweenBars) : pitch;
  width = std::round(width * panel.pixels) / panel.pixels;
  if (stacked) width = std::max(width, 1 / panel.pixels);
  if (!stacked && width * panel.pixels < kLeastBarPixels) width = 0;
  return {pitch, width, (step - pitch * (count - 1) - width) / 2};
}

void draw_grouped(Canvas& canvas, const Panel& panel, ChartSeries bars, const BarSlots& slots,
                  const ChartColors& colors) {
  for (std::size_t look = 0; look < bars.size(); ++look) {
    const auto& points = bars[look].points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!has_value(points[i])) continue;
      float left =
          panel.x(static_cast<double>(i)) + slots.first + slots.pitch * static_cast<float>(look);
      Box box = snapped(left, slots.width, from_zero(panel, *points[i].value), panel.pixels);
      draw_bar(canvas, box, {look, points[i].hollow, points.size() <= kMostHatched}, panel.pixels,
               colors);
    }
  }
}

void draw_stacked(Canvas& canvas, const Panel& panel, ChartSeries bars, const BarSlots& slots,
                  const ChartColors& colors) {
  for_each_place(panel, bars, [&](std::size_t i) {
    for (std::size_t look = 0; look < bars.size(); ++look) {
      auto span = part_of_stack(panel, bars, look, i);
      if (!span) continue;
      bool seam = look > 0 && span->bottom - span->top > 2 * kSeam;
      if (seam) span->bottom -= kSeam;
      float left = panel.x(static_cast<double>(i)) + slots.first;
      Box box = snapped(left, slots.width, *span, panel.pixels);
      bool few = bars[look].points.size() <= kMostHatched;
      draw_bar(canvas, box, {look, bars[look].points[i].hollow, few}, panel.pixels, colors);
    }
  });
}

std::optional<Span> part_of_stack(const Panel& panel, ChartSeries bars, std::size_t series,
                                  std::size_t point) {
  const present::Chart::Point& own = bars[series].points[point];
  if (!has_value(own)) return std::nullopt;
  double base = 0;
  for (const auto& below : bars.first(series)) {
    double value = has_value(below.points[point]) ? *below.points[point].value : 0;
    if ((value < 0) == (*own.value < 0)) base += value;
  }
  float from = panel.y(base);
  float to = panel.y(base + *own.value);
  return Span{std::min(from, to), std::max(from, to)};
}

void draw_bar_sample(Canvas& canvas, const Box& box, std::size_t look, bool hollow,
                     const ChartColors& colors) {
  draw_bar(canvas, box, {look, hollow, true}, kLeastHollow, colors);
}

std::optional<Color> letters_on(std::size_t look, const ChartColors& colors) {
  switch (look % kLooks) {
    case 0:
    case 2:
      return colors.ground;
    case 1:
      return colors.strong;
    default:
      return std::nullopt;
  }
}

}  // namespace view
