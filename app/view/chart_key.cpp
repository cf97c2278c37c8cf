#include "view/chart_key.h"

#include <algorithm>

#include "view/trend_marks.h"

namespace view {
namespace {

constexpr Type kName{Role::foot, Weight::regular};
constexpr float kBarSample = 24;
constexpr float kLineSample = 48;
constexpr float kBesideSample = 12;
constexpr float kBetween = 34;

float sample_width(const KeyEntry& entry, const Layout& layout) {
  bool is_line =
      entry.sample == KeyEntry::Sample::line || entry.sample == KeyEntry::Sample::single_line;
  return layout.growth() * (is_line ? kLineSample : kBarSample);
}

float text_indent(const KeyEntry& entry, const Layout& layout) {
  return sample_width(entry, layout) + kBesideSample * layout.growth();
}

}  // namespace

float entry_width(const KeyEntry& entry, const Layout& layout) {
  return text_indent(entry, layout) + layout.type.width(entry.text, kName);
}

std::vector<KeyLine> break_key(const std::vector<KeyEntry>& entries, const Layout& layout,
                               float width, float indent) {
  std::vector<KeyLine> lines;
  float x = indent;
  for (const KeyEntry& entry : entries) {
    float wide = entry_width(entry, layout);
    if (lines.empty() || x + wide > width) {
      // Nothing stands on the first line yet: it stays empty, and its title alone.
      if (!lines.empty() || x + wide > width) x = 0;
      if (lines.empty() && indent > 0 && x == 0) lines.emplace_back();
      lines.emplace_back();
    }
    wide = std::min(wide, width);
    lines.back().places.push_back({entry, x, wide});
    x += wide + kBetween * layout.growth();
  }
  return lines;
}

void draw_key_line(Canvas& canvas, ChartFrame& frame, const KeyLine& line, float left,
                   float baseline) {
  const Layout& layout = frame.layout;
  float cap = layout.metrics.cap(Role::foot);
  for (const auto& [entry, x, width] : line.places) {
    float from = left + x;
    Box whole = line_box(frame, from, baseline, width);
    // An event's line makes way.
    bool crossed = std::ranges::any_of(
        frame.event_lines, [&](float at) { return at > whole.left && at < whole.right; });
    if (crossed) canvas.fill(whole, frame.colors.ground);
    float sample = sample_width(entry, layout);
    Box box{from, baseline - cap, from + sample, baseline};
    switch (entry.sample) {
      case KeyEntry::Sample::bar:
        draw_bar_sample(canvas, box, entry.look.number, false, frame.colors);
        break;
      case KeyEntry::Sample::hollow:
        draw_bar_sample(canvas, box, entry.look.number, true, frame.colors);
        break;
      case KeyEntry::Sample::ring:
        canvas.ring(box.centre(), cap * 0.4f, frame.colors.line, 3);
        break;
      case KeyEntry::Sample::line:
        draw_line_sample(canvas, box, entry.look, frame.colors);
        break;
      case KeyEntry::Sample::single_bar:
        draw_bar_sample(canvas, box, entry.certainty, frame.layout.metrics.scale, frame.colors);
        break;
      case KeyEntry::Sample::single_line:
        draw_line_sample(canvas, box, entry.certainty, frame.colors);
        break;
    }
    float indent = text_indent(entry, layout);
    canvas.text({from + indent, baseline}, entry.text, kName, frame.colors.strong,
                width - indent + 0.5f);
    frame.occupied.push_back(whole);
  }
}

}  // namespace view
