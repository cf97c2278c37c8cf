#include "view/trend_layout.h"

#include <algorithm>
#include <limits>

namespace view {
namespace {

using present::Certainty;
using Sample = KeyEntry::Sample;

constexpr Type kTitle{Role::foot, Weight::semibold};
constexpr float kTickGap = 20;
constexpr float kMostTickShare = 0.25f;  // of the chart's width
constexpr float kUpperShare = 0.59f;     // of two panels
constexpr float kLeastPanels = 160;      // height of two panels that can still be read
constexpr float kLeastAlone = 60;
constexpr float kIndent = 6;  // of titles from the panel's edge
constexpr float kBetween = 34;

float title_width(const std::string& title, const Layout& layout) {
  return layout.type.width(title, kTitle) + kBetween * layout.growth();
}

float key_pitch(const Layout& layout) {
  return layout.metrics.pitch(Role::foot) + 6 * layout.growth();
}

std::vector<KeyEntry> entries_of(std::span<const present::Trend::Key> key, Sample sample) {
  std::vector<KeyEntry> entries;
  for (const auto& entry : key) entries.push_back({sample, {}, entry.text, entry.certainty});
  return entries;
}

// In one panel the two series are told apart by samples, too, not by their colours alone.
std::vector<KeyEntry> dual_entries(const present::Trend& content) {
  std::vector<KeyEntry> entries = {{Sample::single_bar, {}, content.bars_title, {}},
                                   {Sample::single_line, {}, content.line_title, {}}};
  for (auto& entry : entries_of(content.bars_key, Sample::single_bar)) entries.push_back(entry);
  for (auto& entry : entries_of(content.line_key, Sample::single_line)) entries.push_back(entry);
  return entries;
}

float end_of(const KeyLine& line) {
  return line.places.empty() ? 0 : line.places.back().x + line.places.back().width;
}

void set_sides(TrendLayout& chart, const present::Trend& content, const Layout& layout) {
  float ticks = tick_width(content.bars_axis, layout.type);
  if (content.dual) {
    const auto last = std::ranges::find_if(content.line.rbegin(), content.line.rend(),
                                           [](const auto& at) { return at.value.has_value(); });
    LastValue value{last == content.line.rend() ? 0 : *last->value, content.last_line};
    chart.right_room = right_tick_width(content.line_axis, value, layout.type);
  } else if (!content.line.empty()) {
    ticks = std::max(ticks, tick_width(content.line_axis, layout.type));
  }
  const float most = chart.box.width() * kMostTickShare;
  chart.tick_room = std::min(ticks, most);
  chart.right_room = std::min(chart.right_room, most);
  chart.left = chart.box.left + (ticks > 0 ? chart.tick_room + kTickGap : 0);
  chart.right = chart.box.right - (chart.right_room > 0 ? chart.right_room + kTickGap : 0);
  chart.right = std::max(chart.right, chart.left + 1);
}

// x of the first event or break, from the panel's left edge.
float first_mark(const present::Trend& content, float width) {
  float first = std::numeric_limits<float>::max();
  for (const auto* marks : {&content.events, &content.breaks}) {
    for (const auto& mark : *marks) {
      const auto share =
          mark.at / static_cast<double>(std::max<std::size_t>(content.bars.size(), 1));
      first = std::min(first, static_cast<float>(share) * width);
    }
  }
  return first;
}

// Beside the title if that leaves the words of events their place; else in lines of its own.
void lay_out_bars_key(TrendLayout& chart, const present::Trend& content, const Layout& layout) {
  const float width = chart.right - chart.left - kIndent;
  const float free = first_mark(content, chart.right - chart.left) - kBetween;
  chart.key_baseline = chart.event_baseline = chart.title_baseline;
  if (content.dual) {
    chart.bars_key = break_key(dual_entries(content), layout, width, 0);
    const bool beside = chart.bars_key.size() == 1 && end_of(chart.bars_key.front()) <= free;
    if (!beside && free < width) {
      chart.event_baseline += key_pitch(layout) * static_cast<float>(chart.bars_key.size());
    }
    return;
  }
  const auto entries = entries_of(content.bars_key, Sample::single_bar);
  if (entries.empty()) return;
  chart.bars_key = break_key(entries, layout, width, title_width(content.bars_title, layout));
  if (chart.bars_key.size() == 1 && end_of(chart.bars_key.front()) <= free) return;
  chart.bars_key = break_key(entries, layout, width, 0);
  chart.key_baseline += key_pitch(layout);
}

float last_baseline(const TrendLayout& chart, const Layout& layout) {
  float last = std::max(chart.title_baseline, chart.event_baseline);
  if (chart.bars_key.empty()) return last;
  const auto below = static_cast<float>(chart.bars_key.size() - 1);
  return std::max(last, chart.key_baseline + key_pitch(layout) * below);
}

void lay_out_line_key(TrendLayout& chart, const present::Trend& content, const Layout& layout) {
  chart.line_key.clear();
  if (content.line_key.empty()) return;
  chart.line_key =
      break_key(entries_of(content.line_key, Sample::single_line), layout,
                chart.right - chart.left - kIndent, title_width(content.line_title, layout));
}

void lay_out_heights(TrendLayout& chart, const present::Trend& content, const Layout& layout) {
  const float g = layout.growth();
  const float cap = layout.metrics.cap(Role::foot);
  chart.bars_top = last_baseline(chart, layout) + 26 * g;
  chart.axis = chart.box.bottom - 4 - (content.years.empty() ? 0 : cap + 21 * g);
  chart.axis = std::max(chart.axis, chart.bars_top + 1);
  const float more_lines = chart.line_key.size() > 1
                               ? key_pitch(layout) * static_cast<float>(chart.line_key.size() - 1)
                               : 0;
  const float panels = chart.axis - chart.bars_top - 70 * g - cap - more_lines;
  chart.has_line_panel = !content.line.empty() && !content.dual && panels >= kLeastPanels;
  chart.bars_bottom = chart.has_line_panel ? chart.bars_top + panels * kUpperShare : chart.axis;
  chart.line_title_baseline = chart.bars_bottom + 30 * g + cap;
  chart.line_top = chart.line_title_baseline + more_lines + 40 * g;
}

}  // namespace

TrendLayout lay_out(const present::Trend& content, const Layout& layout, const Box& box) {
  TrendLayout chart;
  chart.box = box;
  set_sides(chart, content, layout);
  chart.title_baseline = box.top + layout.metrics.cap(Role::foot) + 5 * layout.growth();
  lay_out_bars_key(chart, content, layout);
  lay_out_line_key(chart, content, layout);
  lay_out_heights(chart, content, layout);
  while (chart.bars_bottom - chart.bars_top < kLeastAlone && !chart.bars_key.empty()) {
    chart.bars_key.pop_back();
    chart.event_baseline = chart.title_baseline;
    lay_out_heights(chart, content, layout);
  }
  return chart;
}

}  // namespace view
