#include "view/chart_layout.h"

#include <algorithm>

namespace view {
namespace {

using Content = present::Chart::Panel;

constexpr Type kStrong{Role::foot, Weight::semibold};
constexpr Type kName{Role::foot, Weight::regular};
constexpr float kTickGap = 20;
constexpr float kMostTickShare = 0.25f;  // of the chart's width
constexpr float kMostNameShare = 0.19f;
constexpr float kMostTargetShare = 0.24f;
constexpr float kMostNamesHeight = 0.30f;  // of the chart's height
constexpr float kLeastPlot = 110;
constexpr float kLeastAlone = 60;
constexpr float kUnderTitle = 28;
constexpr float kUnderPlot = 30;
constexpr float kAboveBar = 12;
constexpr float kBarsShare = 1.35f;  // of bars against lines
constexpr float kBesideEnd = 18;

float text_width(const Layout& layout, const std::string& text, Type type) {
  return text.empty() ? 0 : layout.type.width(text, type);
}

float widest(const Layout& layout, std::span<const std::string> texts, Type type) {
  float width = 0;
  for (const auto& text : texts) width = std::max(width, text_width(layout, text, type));
  return width;
}

std::vector<std::string> names_of(const Content& content) {
  std::vector<std::string> names;
  for (const auto& bar : content.bars) names.push_back(bar.title);
  for (const auto& line : content.lines) names.push_back(line.title);
  return names;
}

const present::Chart::Point* last_of(const present::Chart::Series& line) {
  auto last = std::ranges::find_if(line.points.rbegin(), line.points.rend(),
                                   [](const auto& point) { return point.value.has_value(); });
  return last == line.points.rend() ? nullptr : &*last;
}

bool stack_is_whole(const Content& content) {
  return std::ranges::all_of(content.bars, [](const auto& series) {
    return !series.points.empty() && series.points.back().value.has_value();
  });
}

Naming naming_of(const Content& content, const Layout& layout, const Box& box) {
  std::size_t count = content.bars.size() + content.lines.size();
  if (count < 2) return content.title.empty() ? Naming::key : Naming::none;
  bool of_one_kind = content.lines.empty() || content.bars.empty();
  bool at_ends = content.bars.empty() || (content.stacked && stack_is_whole(content));
  float rows = static_cast<float>(count) * (content.bars.empty() ? 2 : 1);
  bool fits = widest(layout, names_of(content), kName) <= box.width() * kMostNameShare &&
              rows * layout.metrics.pitch(Role::foot) <= box.height() * kMostNamesHeight;
  return of_one_kind && at_ends && fits ? Naming::at_right : Naming::key;
}

bool has_hollow(const Content& content) {
  auto any = [](const auto& series) {
    return std::ranges::any_of(series.points,
                               [](const auto& point) { return point.value && point.hollow; });
  };
  return std::ranges::any_of(content.bars, any) || std::ranges::any_of(content.lines, any);
}

std::vector<KeyEntry> entries_of(const PanelLayout& panel, const std::string& hollow) {
  using Sample = KeyEntry::Sample;
  std::vector<KeyEntry> entries;
  const Content& content = *panel.content;
  if (panel.naming == Naming::key) {
    Sample sample = panel.bars_as_lines ? Sample::line : Sample::bar;
    for (std::size_t i = 0; i < content.bars.size(); ++i) {
      entries.push_back({sample, {i, panel.bars_as_lines}, content.bars[i].title});
    }
    std::size_t first = panel.bars_as_lines ? content.bars.size() : 0;
    for (std::size_t i = 0; i < content.lines.size(); ++i) {
      entries.push_back(
          {Sample::line, {first + i, content.lines_follow_bars}, content.lines[i].title});
    }
  }
  if (!hollow.empty()) {
    entries.push_back({content.bars.empty() ? Sample::ring : Sample::hollow, {}, hollow});
  }
  return entries;
}

// Room at the right of all panels for the ends of lines and the names of parts.
// The target that holds at the end is named there, if its words are short enough.
const present::Trend::Target* target_at_end(const Content& content, const Layout& layout,
                                            const Box& box) {
  const auto& any = content.bars.empty() ? content.lines : content.bars;
  if (content.targets.empty() || any.empty()) return nullptr;
  const auto& target = content.targets.back();
  bool at_end = target.last + 1 == static_cast<int>(any.front().points.size());
  bool fits = text_width(layout, target.text, kStrong) <= box.width() * kMostTargetShare;
  return at_end && fits ? &target : nullptr;
}

float end_room(const std::vector<PanelLayout>& panels, const Layout& layout) {
  float room = 0;
  for (const auto& panel : panels) {
    for (const auto& line : panel.content->lines) {
      const auto* last = last_of(line);
      if (last) room = std::max(room, text_width(layout, last->text, kStrong));
    }
    if (panel.target_at_end) {
      room = std::max(room, text_width(layout, panel.target_at_end->text, kStrong));
    }
    if (panel.naming == Naming::at_right) {
      room = std::max(room, widest(layout, names_of(*panel.content), kName));
    }
  }
  return room > 0 ? room + kBesideEnd : 0;
}

bool values_fit(const PanelLayout& panel, const Layout& layout, const Panel& plot) {
  const Content& content = *panel.content;
  if (content.bars.empty() || panel.bars_as_lines || !content.lines.empty()) return false;
  BarSlots slots = BarSlots::of(plot, content.bars.size(), content.stacked);
  float room = (content.stacked || content.bars.size() == 1 ? plot.step() : slots.pitch) - 8;
  if (content.stacked) return widest(layout, content.totals, kStrong) <= room;
  return std::ranges::all_of(content.bars, [&](const auto& series) {
    return std::ranges::all_of(series.points, [&](const auto& point) {
      return text_width(layout, point.text, kStrong) <= room;
    });
  });
}

Panel plot_of(const ChartLayout& chart, const PanelLayout& panel, const Layout& layout) {
  const Content& content = *panel.content;
  const auto& any = content.bars.empty() ? content.lines : content.bars;
  std::size_t points = any.empty() ? 1 : any.front().points.size();
  return make_panel({chart.left, 0, chart.right, 1}, content.axis, points, layout.metrics);
}

// Widths first: they decide what stands in each panel, and so how high its head is.
void lay_out_widths(ChartLayout& chart, const present::Chart& content, const Layout& layout) {
  const Box& box = chart.box;
  for (auto& panel : chart.panels) {
    panel.naming = naming_of(*panel.content, layout, box);
    panel.target_at_end = target_at_end(*panel.content, layout, box);
  }
  auto set_sides = [&] {
    float ticks = 0;
    for (const auto& panel : chart.panels) {
      if (panel.with_ticks) ticks = std::max(ticks, tick_width(panel.content->axis, layout.type));
    }
    chart.tick_room = std::min(ticks, box.width() * kMostTickShare);
    chart.left = box.left + (ticks > 0 ? chart.tick_room + kTickGap : 0);
    chart.right = std::max(box.right - end_room(chart.panels, layout), chart.left + 1);
  };
  set_sides();
  std::string hollow = content.hollow;
  for (auto& panel : chart.panels) {
    Panel plot = plot_of(chart, panel, layout);
    const Content& inside = *panel.content;
    panel.bars_as_lines = !inside.bars.empty() && !inside.stacked &&
                          BarSlots::of(plot, inside.bars.size(), false).width <= 0;
    panel.with_values = values_fit(panel, layout, plot);
    panel.with_ticks = !panel.with_values || !inside.targets.empty();
    bool says_hollow = has_hollow(inside);
    panel.entries = entries_of(panel, says_hollow ? hollow : "");
    if (says_hollow) hollow.clear();
  }
  set_sides();
}

enum class KeyRow { title, own };

void lay_out_key(PanelLayout& panel, const ChartLayout& chart, const Layout& layout, KeyRow row) {
  if (panel.entries.empty()) return;
  float width = chart.box.right - chart.left - 6;
  const std::string& title = panel.content->title;
  float indent = title.empty() ? 0 : text_width(layout, title, kStrong) + 34 * layout.growth();
  panel.key_on_title = title.empty() || (row == KeyRow::title && indent < width);
  panel.key = break_key(panel.entries, layout, width, panel.key_on_title ? indent : 0);
}

void lay_out_keys(ChartLayout& chart, const present::Chart& content, const Layout& layout) {
  for (auto& panel : chart.panels) {
    // The words of events stand on the first title's line.
    bool shared =
        &panel == &chart.panels.front() && (!content.events.empty() || !content.breaks.empty());
    lay_out_key(panel, chart, layout, shared ? KeyRow::own : KeyRow::title);
  }
}

// From the panel's top to its plot.
float head_height(PanelLayout& panel, const Layout& layout, float top) {
  float g = layout.growth();
  const Metrics& metrics = layout.metrics;
  panel.title_baseline = top + metrics.cap(Role::foot) + 5 * g;
  float pitch = metrics.pitch(Role::foot) + 6 * g;
  panel.key_baseline = panel.title_baseline + (panel.key_on_title ? 0 : pitch);
  float last = panel.title_baseline;
  if (!panel.key.empty()) {
    last = panel.key_baseline + pitch * static_cast<float>(panel.key.size() - 1);
  }
  float air = kUnderTitle * g;
  if (panel.with_values) air += metrics.cap(Role::foot) + 6 * g;
  return last + air - top;
}

float axis_height(const ChartLayout& chart, const Layout& layout) {
  // Of letters that reach under their line; or of the axis' lowest number.
  bool any = chart.names_intervals || chart.names_years;
  return layout.metrics.em(Role::foot) * (any ? 0.24f : 0.6f) +
         (chart.names_intervals ? name_row(layout) : 0) +
         (chart.names_years ? name_row(layout) : 0);
}

float weight_of(const PanelLayout& panel) {
  return panel.content->bars.empty() ? 1 : kBarsShare;
}

// The height of the lowest plot.
float lay_out_heights(ChartLayout& chart, const Layout& layout) {
  float g = layout.growth();
  const Box& box = chart.box;
  chart.axis = box.bottom - axis_height(chart, layout);
  float plots = chart.axis - box.top;
  float weights = 0;
  for (auto& panel : chart.panels) {
    plots -= head_height(panel, layout, 0);
    weights += weight_of(panel);
  }
  plots -= kUnderPlot * g * static_cast<float>(chart.panels.size() - 1);
  float least = plots;
  float top = box.top;
  for (auto& panel : chart.panels) {
    float height = std::max(plots * weight_of(panel) / weights, 1.0f);
    least = std::min(least, height);
    top += head_height(panel, layout, top);
    panel.panel = plot_of(chart, panel, layout);
    panel.panel.box = {chart.left, top, chart.right, top + height};
    top += height + kUnderPlot * g;
  }
  return least;
}

// False if several panels have no room; of a single one, which has no other page, less is said.
bool fit_heights(ChartLayout& chart, const Layout& layout) {
  float least = lay_out_heights(chart, layout);
  if (chart.panels.size() > 1) return least >= kLeastPlot * layout.growth();
  PanelLayout& panel = chart.panels.front();
  bool own_row = !panel.key_on_title;
  while (least < kLeastAlone) {
    if (chart.names_intervals) {
      chart.names_intervals = false;
    } else if (own_row) {
      lay_out_key(panel, chart, layout, KeyRow::title);
      own_row = false;
    } else if (chart.names_years) {
      chart.names_years = false;
    } else if (!panel.key.empty()) {
      panel.key.pop_back();
    } else {
      chart.panels.clear();
      return true;
    }
    least = lay_out_heights(chart, layout);
  }
  return true;
}

ChartLayout page_of(const present::Chart& content, const Layout& layout, const Box& box,
                    std::size_t first, std::size_t count, bool& fits) {
  ChartLayout chart{};
  chart.box = box;
  for (std::size_t i = first; i < first + count; ++i) {
    chart.panels.push_back({});
    chart.panels.back().content = &content.panels[i];
  }
  lay_out_widths(chart, content, layout);
  float step =
      chart.panels.front().content ? plot_of(chart, chart.panels.front(), layout).step() : 0;
  float room = step - layout.metrics.em(Role::foot) * 0.35f;
  chart.names_intervals =
      !content.intervals.empty() && widest(layout, content.intervals, kName) <= room;
  chart.names_years = !content.years.empty();
  lay_out_keys(chart, content, layout);
  fits = fit_heights(chart, layout);
  return chart;
}

void spread(std::vector<EndLabel>& labels, const Box& plot, float cap) {
  std::ranges::stable_sort(labels, {}, &EndLabel::y);
  float free_from = plot.top - cap;
  for (EndLabel& label : labels) {
    label.top = std::max(label.y - cap / 2, free_from);
    free_from = label.top + label.height;
  }
  float bottom = plot.bottom + cap / 2;
  for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
    label->top = std::min(label->top, bottom - label->height);
    bottom = label->top;
  }
}

}  // namespace

std::vector<ChartLayout> lay_out(const present::Chart& content, const Layout& layout,
                                 const Box& box) {
  std::vector<ChartLayout> pages;
  for (std::size_t first = 0; first < content.panels.size();) {
    std::size_t count = content.panels.size() - first;
    for (bool fits = false;; --count) {
      ChartLayout page = page_of(content, layout, box, first, count, fits);
      if (!fits && count > 1) continue;
      pages.push_back(std::move(page));
      break;
    }
    first += count;
  }
  return pages;
}

std::vector<EndLabel> end_labels(const PanelLayout& panel, const Layout& layout) {
  std::vector<EndLabel> labels;
  const Content& content = *panel.content;
  bool named = panel.naming == Naming::at_right;
  float pitch = layout.metrics.pitch(Role::foot);
  for (const auto& line : content.lines) {
    const auto* last = last_of(line);
    if (!last) continue;
    labels.push_back({panel.panel.y(*last->value), last->text, named ? line.title : "",
                      pitch * (named ? 2 : 1) + 4 * layout.growth()});
  }
  for (std::size_t i = 0; named && content.stacked && i < content.bars.size(); ++i) {
    auto part = part_of_stack(panel.panel, content.bars, i, content.bars[i].points.size() - 1);
    if (part) labels.push_back({(part->top + part->bottom) / 2, "", content.bars[i].title, pitch});
  }
  if (panel.target_at_end) {
    const auto& target = *panel.target_at_end;
    labels.push_back({panel.panel.y(target.value), target.text, "", pitch});
  }
  spread(labels, panel.panel.box, layout.metrics.cap(Role::foot));
  // So many that they would climb into the title are not set at all.
  if (!labels.empty() && labels.front().top < panel.panel.box.top - pitch) labels.clear();
  return labels;
}

float name_row(const Layout& layout) {
  return layout.metrics.cap(Role::foot) + 21 * layout.growth();
}

}  // namespace view
