#include "view/area_strip.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "view/card.h"

namespace view {
namespace {

using PoliceArea = present::Exceptions::Area;
using Limits = present::Exceptions::Limits;
using Months = present::Exceptions::Months;

constexpr float kLabelGap = 20;
constexpr float kDot = 8;
constexpr float kLeastBand = 96;
constexpr float kMostBand = 168;
constexpr Type kLabel{Role::foot, Weight::regular};
constexpr Type kWords{Role::foot, Weight::semibold};

class StripPainter {
 public:
  StripPainter(Canvas& canvas, const Layout& layout, const PoliceArea& area,
               const present::TileAge& age, const Box& box)
      : canvas_(canvas),
        layout_(layout),
        theme_(layout.theme),
        area_(area),
        colors_(colors_of(layout.theme, age)),
        late_(age.state == present::TileAge::State::late),
        box_(box),
        plot_(box) {
    plot_.right -= area_strip_labels(layout);
  }

  void draw() {
    if (area_.months) {
      draw_months(*area_.months);
    } else if (area_.limits == Limits::unknown) {
      canvas_.text({plot_.left, middle_baseline(box_.centre().y)}, "Limits not known", kLabel,
                   colors_.context, box_.width());
    } else {
      draw_category();
    }
  }

 private:
  float g() const { return layout_.growth(); }
  float cap() const { return layout_.metrics.cap(Role::foot); }
  float middle_baseline(float middle) const { return middle + cap() / 2; }
  Color line_color() const { return late_ ? theme_.late_mark : theme_.text_absent; }

  void draw_limit(float y, const char* word, bool solid = false) {
    if (solid) {
      canvas_.line({plot_.left, y}, {plot_.right, y}, line_color(), 3);
    } else {
      canvas_.dashed_line({plot_.left, y}, {plot_.right, y}, line_color(), 2, 12, 8);
    }
    const float x = plot_.right + kLabelGap * g();
    canvas_.text({x, middle_baseline(y)}, word, kLabel, colors_.context, box_.right - x + 0.5f);
  }

  void draw_band(float top, float bottom) {
    if (!late_) canvas_.fill({plot_.left, top, plot_.right, bottom}, theme_.raised);
  }

  void draw_months(const Months& months) {
    const float half_label = cap() / 2 + 4;
    const float below = cap() + 18 * g();
    const float room = std::min(box_.height() - 2 * half_label - below, kMostBand * g());
    const float spare = std::max(0.0f, box_.height() - room - 2 * half_label - below);
    plot_.top = box_.top + half_label + spare / 2;
    plot_.bottom = plot_.top + std::max(room, 1.0f);
    double low = months.lower;
    double high = months.upper;
    for (const auto& point : months.points) {
      if (!point.value) continue;
      low = std::min(low, *point.value);
      high = std::max(high, *point.value);
    }
    const auto y = [&](double value) {
      return plot_.bottom - static_cast<float>((value - low) / (high - low)) * plot_.height();
    };
    draw_band(y(months.upper), y(months.lower));
    draw_limit(y(months.upper), "Upper");
    draw_limit(y(months.lower), "Lower");
    if (months.mean) draw_mean(y(*months.mean), y(months.upper), y(months.lower));
    draw_points(months, y);
  }

  // Its word only where those of the limits leave room.
  void draw_mean(float y, float upper, float lower) {
    canvas_.line({plot_.left, y}, {plot_.right, y}, late_ ? theme_.late_text : theme_.text_context,
                 2);
    const float pitch = cap() + 10 * g();
    if (y - upper < pitch || lower - y < pitch) return;
    const float x = plot_.right + kLabelGap * g();
    canvas_.text({x, middle_baseline(y)}, "Mean", kLabel, colors_.context, box_.right - x + 0.5f);
  }

  template <class Y>
  void draw_points(const Months& months, Y y) {
    const Color color = late_ ? theme_.late_mark : theme_.bar_in_focus;
    const float step =
        plot_.width() / static_cast<float>(std::max<size_t>(months.points.size(), 1));
    const float baseline = plot_.bottom + 18 * g() + cap();
    std::vector<Point> stroke;
    const auto end_stroke = [&] {
      if (stroke.size() > 1) canvas_.polyline(stroke, color, 4);
      stroke.clear();
    };
    float x = plot_.left + step / 2;
    for (const auto& point : months.points) {
      canvas_.text({x, baseline}, point.label, kLabel, colors_.context, step, Align::centre);
      if (point.value) {
        stroke.push_back({x, y(*point.value)});
      } else {
        end_stroke();
      }
      x += step;
    }
    end_stroke();
    x = plot_.left + step / 2;
    for (const auto& point : months.points) {
      if (point.value) draw_point({x, y(*point.value)}, point.stands_out, color);
      x += step;
    }
  }

  void draw_point(Point at, bool stands_out, Color color) {
    if (!stands_out) {
      canvas_.circle(at, kDot, color);
      return;
    }
    canvas_.circle(at, 2 * kDot, late_ ? theme_.late_ground : theme_.card);
    canvas_.ring(at, 2 * kDot, colors_.strong, 3);
    canvas_.circle(at, kDot, colors_.strong);
  }

  // No points are known: a band with the words where the area stands, and a sign that is no point.
  void draw_category() {
    const float half_label = cap() / 2 + 4;
    const float outside = cap() + 34 * g();
    const bool above = area_.limits == Limits::above;
    const bool below = area_.limits == Limits::below;
    const float taken = 2 * half_label + (above || below ? outside - half_label : 0);
    const float band = std::min(box_.height() - taken, kMostBand * g() - (above || below ? 40 : 0));
    const float spare = std::max(0.0f, box_.height() - taken - band);
    plot_.top = box_.top + spare / 2 + (above ? outside : half_label);
    plot_.bottom = plot_.top + std::max(band, 1.0f);
    const bool near = area_.limits == Limits::near;
    draw_band(plot_.top, plot_.bottom);
    draw_limit(plot_.top, "Upper", near && !area_.went_down);
    draw_limit(plot_.bottom, "Lower", near && area_.went_down);
    const float aside = cap() / 2 + 17 * g();
    float middle = plot_.centre().y;
    if (above) middle = plot_.top - aside;
    if (below) middle = plot_.bottom + aside;
    if (near) middle = area_.went_down ? plot_.bottom - aside : plot_.top + aside;
    draw_words(middle);
  }

  void draw_words(float middle) {
    const float width = layout_.type.width(area_.limits_words, kWords);
    const float sign = 26 * g();
    const float gap = 14 * g();
    const bool within = area_.limits == Limits::within;
    const float all = within ? width : sign + gap + width;
    float x = plot_.centre().x - all / 2;
    const Color color = within ? colors_.context : colors_.strong;
    if (!within) {
      const bool up =
          area_.limits == Limits::above || (area_.limits == Limits::near && !area_.went_down);
      const auto direction = up ? model::Direction::up : model::Direction::down;
      if (area_.limits == Limits::near) {
        draw_arrow(canvas_, {x + sign / 2, middle}, sign, direction, color);
      } else {
        draw_change(canvas_, {x + sign / 2, middle}, sign, direction, color);
      }
      x += sign + gap;
    }
    canvas_.text({x, middle_baseline(middle)}, area_.limits_words, kWords, color,
                 plot_.right - x + 0.5f);
  }

  Canvas& canvas_;
  const Layout& layout_;
  const Theme& theme_;
  const PoliceArea& area_;
  TileColors colors_;
  bool late_;
  Box box_;
  Box plot_;
};

}  // namespace

float area_strip_height(const PoliceArea& area, const Layout& layout) {
  const float cap = layout.metrics.cap(Role::foot);
  const float labels = cap + 8 + kLeastBand * layout.growth();
  if (area.months) return labels + cap + 18 * layout.growth();
  const bool outside = area.limits == Limits::above || area.limits == Limits::below;
  return outside ? labels + cap / 2 + 34 * layout.growth() : labels;
}

float area_strip_labels(const Layout& layout) {
  float width = 0;
  for (const char* word : {"Upper", "Mean", "Lower"}) {
    width = std::max(width, layout.type.width(word, kLabel));
  }
  return width + kLabelGap * layout.growth();
}

void draw_area_strip(Canvas& canvas, const Layout& layout, const PoliceArea& area,
                     const present::TileAge& age, const Box& box) {
  StripPainter(canvas, layout, area, age, box).draw();
}

}  // namespace view
