#include "view/trend_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "view/chart_strokes.h"

namespace view {
namespace {

using Bar = present::Trend::Bar;
using Line = present::Trend::Line;
using present::Certainty;
using Place = view::Point;

constexpr float kBarShare = 0.69f;  // of a step
constexpr float kLeastBar = 3;      // a zero is seen, other than what is missing
constexpr float kStripe = 4;
constexpr float kStripePitch = 9;
constexpr float kLineWidth = 5;
constexpr float kDot = 9;
constexpr float kHalo = 4;  // of ground around a line before bars

// Pixels of the glass: below this step bars would run into each other.
constexpr float kLeastStep = 3;
constexpr float kLeastHollow = 7;  // of the bar
constexpr float kColumn = 2;
constexpr std::size_t kMostSingle = 1000;  // points of a line
constexpr std::size_t kMostStriped = 150;  // bars; the stripes of one cost up to 300 vertices

Color thin(Color color, std::uint8_t alpha = 130) {
  color.alpha = alpha;
  return color;
}

template <class Point>
bool has_value(const Point& point) {
  return point.value && std::isfinite(*point.value);
}

struct Extremes {
  double least = 0;
  double most = 0;
  bool any = false;

  void add(double value) {
    least = any ? std::min(least, value) : value;
    most = any ? std::max(most, value) : value;
    any = true;
  }
};

// Indices of the points that stand between two x, the ones cut by them included.
template <class Point>
std::span<const Point> between(const Panel& panel, std::span<const Point> points, float from,
                               float to) {
  auto index = [&](float x) {
    float at = std::floor((x - panel.box.left) / panel.step());
    return static_cast<std::size_t>(std::clamp(at, 0.0f, static_cast<float>(points.size())));
  };
  std::size_t first = index(from);
  std::size_t last = std::min(points.size(), index(to) + 1);
  return first < last ? points.subspan(first, last - first) : std::span<const Point>{};
}

int column_count(const Panel& panel) {
  return std::max(1, static_cast<int>(panel.box.width() * panel.pixels / kColumn));
}

struct Column {
  std::size_t number;
  float left;
  float right;
};

// Calls draw(column, points in it, index of the first) for each column of pixels with points.
template <class Point, class Draw>
void for_each_column(const Panel& panel, std::span<const Point> points, Draw draw) {
  auto columns = static_cast<std::size_t>(column_count(panel));
  float width = panel.box.width() / static_cast<float>(columns);
  for (std::size_t c = 0; c < columns; ++c) {
    std::size_t first = points.size() * c / columns;
    std::size_t last = points.size() * (c + 1) / columns;
    float left = panel.box.left + width * static_cast<float>(c);
    if (first < last) draw(Column{c, left, left + width}, points.subspan(first, last - first));
  }
}

// Level stripes from the bar's end on, so that the end is sharp. Not slanted ones: these say late.
void draw_stripes(Canvas& canvas, const Box& box, bool down, Color color, float pixels) {
  float pitch = std::max(2.0f, std::round(kStripePitch * pixels)) / pixels;
  float stripe = std::max(1.0f, std::round(kStripe * pixels)) / pixels;
  for (float at = 0; at < box.height(); at += pitch) {
    float height = std::min(stripe, box.height() - at);
    float top = down ? box.bottom - at - height : box.top + at;
    canvas.fill({box.left, top, box.right, top + height}, color);
  }
}

struct BarLook {
  Certainty certainty;
  Color color;
  bool down;     // hangs from zero
  bool striped;  // so few bars that they can be
};

void draw_bar(Canvas& canvas, const Box& box, const BarLook& look, float pixels) {
  bool narrow = box.width() * pixels < kLeastHollow;
  switch (look.certainty) {
    case Certainty::settled:
      return canvas.fill(box, look.color);
    case Certainty::provisional:
      return narrow ? canvas.fill(box, thin(look.color)) : canvas.outline(box, look.color, 2);
    case Certainty::estimated:
      if (!narrow && look.striped) return draw_stripes(canvas, box, look.down, look.color, pixels);
      return canvas.fill(box, thin(look.color, 70));
  }
}

void draw_single_bars(Canvas& canvas, const Panel& panel, std::span<const Bar> bars,
                      const ChartColors& colors) {
  // Whole pixels, or neighbours would look unequal.
  float width = std::max(1.0f, std::round(panel.step() * kBarShare * panel.pixels)) / panel.pixels;
  float zero = panel.y(0);
  auto estimated = std::ranges::count(bars, Certainty::estimated, &Bar::certainty);
  bool striped = static_cast<std::size_t>(estimated) <= kMostStriped;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (!has_value(bars[i])) continue;
    float middle = panel.x(static_cast<double>(i) + 0.5);
    float left = std::round((middle - width / 2) * panel.pixels) / panel.pixels;
    float end = panel.y(*bars[i].value);
    bool down = *bars[i].value < 0;
    if (std::abs(end - zero) < kLeastBar) end = down ? zero + kLeastBar : zero - kLeastBar;
    Box box{left, std::min(end, zero), left + width, std::max(end, zero)};
    Color color = bars[i].in_focus ? colors.bar_in_focus : colors.bar;
    draw_bar(canvas, box, {bars[i].certainty, color, down, striped}, panel.pixels);
  }
}

// Full colour as far as every bar of the column reaches, thin colour as far as the longest does;
// thin colour alone where none of them is settled.
void draw_dense_bars(Canvas& canvas, const Panel& panel, std::span<const Bar> bars,
                     const ChartColors& colors) {
  float zero = panel.y(0);
  for_each_column(panel, bars, [&](const Column& at, std::span<const Bar> own) {
    Extremes column;
    bool settled = false;
    for (const Bar& bar : own) {
      if (!has_value(bar)) continue;
      column.add(*bar.value);
      settled = settled || bar.certainty == Certainty::settled;
    }
    if (!column.any) return;
    Color color = own.back().in_focus ? colors.bar_in_focus : colors.bar;
    float high = panel.y(column.most);
    float low = panel.y(column.least);
    Color sure = settled ? color : thin(color);
    if (column.least > 0) canvas.fill({at.left, low, at.right, zero}, sure);
    if (column.most < 0) canvas.fill({at.left, zero, at.right, high}, sure);
    float top = std::min(high, low - kLeastBar);
    canvas.fill({at.left, top, at.right, low}, thin(color));
  });
}

Stroke stroke_of(Certainty certainty, Color color) {
  switch (certainty) {
    case Certainty::provisional:
      return {color, kLineWidth, 14, 9};
    case Certainty::estimated:
      return {color, kLineWidth, 5, 6};
    case Certainty::settled:
      break;
  }
  return {color, kLineWidth, 0, 0};
}

// What of each 12 columns is drawn.
bool is_dash(Certainty certainty, std::size_t column) {
  switch (certainty) {
    case Certainty::provisional:
      return column % 12 < 8;
    case Certainty::estimated:
      return column % 6 < 3;
    case Certainty::settled:
      break;
  }
  return true;
}

void draw_dense_line(Canvas& canvas, const Panel& panel, std::span<const Line> line, Color color) {
  const Line* before = nullptr;
  for_each_column(panel, line, [&](const Column& at, std::span<const Line> own) {
    Extremes column;
    Certainty certainty = Certainty::settled;
    for (const Line& point : own) {
      if (!has_value(point)) {
        before = nullptr;
        continue;
      }
      if (before && point.joined) column.add(*before->value);
      column.add(*point.value);
      certainty = std::max(certainty, point.certainty);
      before = &point;
    }
    if (!column.any || !is_dash(certainty, at.number)) return;
    canvas.fill({at.left, panel.y(column.most) - kLineWidth / 2, at.right,
                 panel.y(column.least) + kLineWidth / 2},
                color);
  });
}

struct Piece {
  Certainty certainty;
  Path path;
};

// Pieces that are joined and of one certainty: what leads to a point is as sure as the point.
std::vector<Piece> pieces_of(const Panel& panel, std::span<const Line> line) {
  std::vector<Piece> pieces;
  bool open = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Line& point = line[i];
    if (!has_value(point)) {
      open = false;
      continue;
    }
    if (!open || !point.joined) {
      pieces.push_back({point.certainty, {}});
    } else if (pieces.back().certainty != point.certainty) {
      Place last = pieces.back().path.back();
      pieces.push_back({point.certainty, {last}});
    }
    open = true;
    pieces.back().path.push_back({panel.x(static_cast<double>(i) + 0.5), panel.y(*point.value)});
  }
  return pieces;
}

bool is_dense(const Panel& panel, std::span<const Line> line, const std::vector<Piece>& pieces) {
  if (line.size() > kMostSingle || panel.step() * panel.pixels < kColumn) return true;
  return std::ranges::any_of(pieces, [](const Piece& piece) {
    return has_too_many_dashes({&piece.path, 1}, stroke_of(piece.certainty, {}));
  });
}

}  // namespace

void draw_bars(Canvas& canvas, const Panel& panel, std::span<const Bar> bars,
               const ChartColors& colors) {
  if (panel.step() * panel.pixels < kLeastStep) {
    draw_dense_bars(canvas, panel, bars, colors);
  } else {
    draw_single_bars(canvas, panel, bars, colors);
  }
  for (float y : {panel.y(0), panel.box.bottom}) {
    canvas.line({panel.box.left, y}, {panel.box.right, y}, colors.axis, 2);
  }
}

void draw_line(Canvas& canvas, const Panel& panel, std::span<const Line> line,
               const ChartColors& colors, Behind behind) {
  std::vector<Piece> pieces = pieces_of(panel, line);
  if (is_dense(panel, line, pieces)) {
    draw_dense_line(canvas, panel, line, colors.line);
    pieces.clear();
  }
  for (const Piece& piece : pieces) {
    if (behind == Behind::bars) {
      draw_plain(canvas, piece.path, colors.ground, kLineWidth + 2 * kHalo);
    }
  }
  for (const Piece& piece : pieces) {
    draw_path(canvas, piece.path, stroke_of(piece.certainty, colors.line));
  }
  auto last = std::ranges::find_if(line.rbegin(), line.rend(), has_value<Line>);
  if (last == line.rend()) return;
  double at = static_cast<double>(line.rend() - last) - 0.5;
  Place place{panel.x(at), panel.y(*last->value)};
  if (last->certainty == Certainty::settled) return canvas.circle(place, kDot, colors.strong);
  canvas.circle(place, kDot, colors.ground);
  canvas.ring(place, kDot, colors.strong, 3);
}

void draw_bar_sample(Canvas& canvas, const Box& box, Certainty certainty, float pixels,
                     const ChartColors& colors) {
  draw_bar(canvas, box, {certainty, colors.bar_in_focus, false, true}, pixels);
}

void draw_line_sample(Canvas& canvas, const Box& box, Certainty certainty,
                      const ChartColors& colors) {
  float y = box.centre().y;
  std::array<Place, 2> path = {{{box.left, y}, {box.right, y}}};
  draw_path(canvas, path, stroke_of(certainty, colors.line));
}

std::optional<Span> taken(const Panel& panel, std::span<const Bar> bars, float from, float to) {
  Extremes extremes;
  for (const Bar& bar : between(panel, bars, from, to)) {
    if (has_value(bar)) extremes.add(*bar.value);
  }
  if (!extremes.any) return std::nullopt;
  extremes.add(0);
  return Span{panel.y(extremes.most), panel.y(extremes.least)};
}

std::optional<Span> taken(const Panel& panel, std::span<const Line> line, float from, float to) {
  // The stroke between two points belongs to both.
  Extremes extremes;
  for (const Line& point : between(panel, line, from - panel.step(), to + panel.step())) {
    if (has_value(point)) extremes.add(*point.value);
  }
  if (!extremes.any) return std::nullopt;
  return Span{panel.y(extremes.most) - kDot, panel.y(extremes.least) + kDot};
}

}  // namespace view
