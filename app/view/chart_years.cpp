#include <algorithm>
#include <cmath>

#include "view/chart_labels.h"

namespace view {

void draw_years(Canvas& canvas, const ChartFrame& frame, float drop) {
  const auto& years = frame.years;
  if (years.empty()) return;
  const Metrics& metrics = frame.layout.metrics;
  Type type{Role::foot, Weight::regular, Digits::tabular};
  float gap = metrics.em(Role::foot) * 0.5f;
  float widest = 0;
  float longest = 0;
  for (const auto& year : years) {
    widest = std::max(widest, frame.layout.type.width(year.text, type));
    longest = std::max(longest, frame.first().x(year.last + 1) - frame.first().x(year.first));
  }
  // The last label may have to move inwards by half of what it is wider than its year.
  float pitch = widest + gap + std::max(0.0f, (widest - longest) / 2);
  auto every = static_cast<std::size_t>(std::max(1.0f, std::ceil(pitch / longest)));
  float tick = drop + 9 * metrics.growth();
  float baseline = frame.axis + drop + 21 * metrics.growth() + metrics.cap(Role::foot);
  const Box& panel = frame.first().box;
  float free_from = panel.right + gap;
  for (std::size_t back = 0; back < years.size(); ++back) {
    const auto& year = years[years.size() - 1 - back];
    float from = frame.first().x(year.first);
    float to = frame.first().x(year.last + 1);
    if (back % every != 0) continue;
    if (year.first > 0) {
      canvas.line({from, frame.axis}, {from, frame.axis + tick}, frame.colors.axis, 2);
      for (std::size_t i = 0; i + 1 < frame.panels.size(); ++i) {
        float foot = frame.panels[i].panel.box.bottom;
        canvas.line({from, foot}, {from, foot + 9 * metrics.growth()}, frame.colors.axis, 2);
      }
    }
    float width = frame.layout.type.width(year.text, type);
    float left =
        std::clamp((from + to - width) / 2, panel.left, std::max(panel.left, panel.right - width));
    if (left + width + gap > free_from) continue;
    canvas.text({left, baseline}, year.text, type, frame.colors.context, width + 0.5f);
    free_from = left;
  }
}

}  // namespace view
