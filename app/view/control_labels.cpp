#include "view/control_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace view {
namespace {

using Lines = present::ControlLines;
using Cause = Lines::Cause;

constexpr Type kNumber{Role::foot, Weight::semibold, Digits::tabular};
constexpr Type kWord{Role::foot, Weight::regular};
constexpr Type kCause{Role::foot, Weight::semibold};
constexpr float kFromPanel = 18;
constexpr float kClear = 8;

float word_space(const Layout& layout) {
  return layout.metrics.em(Role::foot) * 0.28f;
}

float width_of(const GutterLabel& label, const Layout& layout) {
  return layout.type.width(label.number, kNumber) + word_space(layout) +
         layout.type.width(label.word, kWord);
}

float widest(const std::vector<GutterLabel>& labels, const Layout& layout) {
  float width = 0;
  for (const auto& label : labels) {
    width = std::max(width, width_of(label, layout));
  }
  return width > 0 ? width + kFromPanel : 0;
}

// In order of height, none nearer to the next than a line's pitch, all within the panel as far as
// they have room there.
void spread(std::vector<GutterLabel>& labels, const Panel& panel, float pitch) {
  std::ranges::stable_sort(labels, std::greater{}, &GutterLabel::value);
  float free_from = panel.box.top - pitch;
  for (auto& label : labels) {
    label.middle = std::max(panel.y(label.value), free_from);
    free_from = label.middle + pitch;
  }
  float bottom = panel.box.bottom;
  for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
    label->middle = std::min(label->middle, bottom);
    bottom = label->middle - pitch;
  }
}

void add_section(std::vector<GutterLabel>& labels, const Lines::Section& section,
                 std::array<const char*, 3> words) {
  if (section.upper) labels.push_back({*section.upper, section.upper_text, words[0]});
  if (section.mean) labels.push_back({*section.mean, section.mean_text, words[1]});
  if (section.lower) labels.push_back({*section.lower, section.lower_text, words[2]});
}

// Whether what joins two points enters the box.
bool enters(Point from, Point to, const Box& box) {
  float enter = 0;
  float leave = 1;
  const auto clip = [&](float start, float step, float low, float high) {
    if (step == 0) return start >= low && start <= high;
    float a = (low - start) / step;
    float b = (high - start) / step;
    if (a > b) std::swap(a, b);
    enter = std::max(enter, a);
    leave = std::min(leave, b);
    return enter <= leave;
  };
  return clip(from.x, to.x - from.x, box.left, box.right) &&
         clip(from.y, to.y - from.y, box.top, box.bottom);
}

class CauseWords {
 public:
  CauseWords(Canvas& canvas, ChartFrame& frame, const present::ControlChart& content,
             const Panel& panel, float radius)
      : canvas_(canvas), frame_(frame), content_(content), panel_(panel), radius_(radius) {
    const auto& points = content.lines.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (points[i].value && std::isfinite(*points[i].value)) known_.push_back(i);
    }
  }

  void draw(Cause cause, const char* word, Color color) {
    std::vector<std::size_t> runs;
    for (std::size_t i : known_) {
      if (content_.lines.points[i].cause == cause) runs.push_back(i);
    }
    if (runs.empty()) return;
    // The farthest from the middle stand freest.
    const double middle = (content_.lines.low + content_.lines.high) / 2;
    const auto away = [&](std::size_t i) { return -std::abs(*value(i) - middle); };
    std::ranges::stable_sort(runs, {}, away);
    constexpr std::size_t kMostTried = 60;
    if (runs.size() > kMostTried) runs.resize(kMostTried);
    for (std::size_t i : runs) {
      if (set(i, word, color, *value(i) > middle)) return;
    }
  }

  void draw_newest(const std::string& text, Color color) {
    if (known_.empty()) return;
    const std::size_t newest = known_.back();
    const bool high = *value(newest) > (content_.lines.low + content_.lines.high) / 2;
    set(newest, text, color, high);
  }

 private:
  std::optional<double> value(std::size_t i) const { return content_.lines.points[i].value; }
  Point place(std::size_t i) const {
    return {panel_.x(static_cast<double>(i) + 0.5), panel_.y(*value(i))};
  }

  bool set(std::size_t i, const std::string& text, Color color, bool high) {
    const float width = frame_.layout.type.width(text, kCause);
    const float cap = frame_.layout.metrics.cap(Role::foot);
    const Point at = place(i);
    const float side = radius_ + 14;
    const float above = at.y - radius_ - 12;
    const float below = at.y + radius_ + 12 + cap;
    const float outside = high ? above : below;
    const float last_left = panel_.box.right - width;
    const float farther = (high ? -1.0f : 1.0f) * frame_.layout.metrics.pitch(Role::foot);
    const std::array<Point, 8> corners = {{{std::min(at.x - width / 2, last_left), outside},
                                           {at.x + side, at.y + cap / 2},
                                           {at.x - side - width, at.y + cap / 2},
                                           {at.x - width, outside},
                                           {at.x - side - width, outside},
                                           {at.x - width / 2, high ? below : above},
                                           {at.x - width / 2, outside + farther},
                                           {at.x - width / 2, outside + 2 * farther}}};
    for (Point corner : corners) {
      Box box = line_box(frame_, corner.x, corner.y, width);
      if (!is_clear(box) || parted(at.x, box)) continue;
      canvas_.text(corner, text, kCause, color, width + 0.5f);
      frame_.occupied.push_back(box);
      return true;
    }
    return false;
  }

  // An event's line between a point and its word would give the word to the other side.
  bool parted(float x, const Box& box) const {
    return std::ranges::any_of(frame_.event_lines, [&](float line) {
      return line > std::min(x, box.left) && line < std::max(x, box.right);
    });
  }

  bool is_clear(const Box& text) const {
    const Box box = text.inset(-kClear);
    const Box& room = panel_.box;
    if (text.left < room.left || text.right > room.right) return false;
    if (text.top < frame_.box.top || text.bottom > room.bottom) return false;
    const auto hits = [&](const Box& other) { return box.overlaps(other); };
    if (std::ranges::any_of(frame_.occupied, hits)) return false;
    return !hits_lines(box) && !hits_points(box);
  }

  bool hits_lines(const Box& box) const {
    const auto crosses = [&](int first, int last, const std::optional<double>& at) {
      if (!at) return false;
      const float y = panel_.y(*at);
      return y > box.top && y < box.bottom && panel_.x(first) < box.right &&
             panel_.x(last + 1.0) > box.left;
    };
    return std::ranges::any_of(content_.lines.sections,
                               [&](const auto& section) {
                                 return crosses(section.first, section.last, section.mean) ||
                                        crosses(section.first, section.last, section.lower) ||
                                        crosses(section.first, section.last, section.upper);
                               }) ||
           std::ranges::any_of(content_.lines.targets, [&](const auto& target) {
             return crosses(target.first, target.last, target.value);
           });
  }

  bool hits_points(const Box& box) const {
    const Box grown = box.inset(-radius_);
    for (std::size_t k = 0; k < known_.size(); ++k) {
      const Point at = place(known_[k]);
      if (at.x > grown.left && at.x < grown.right && at.y > grown.top && at.y < grown.bottom) {
        return true;
      }
      if (k > 0 && enters(place(known_[k - 1]), at, box)) return true;
    }
    return false;
  }

  Canvas& canvas_;
  ChartFrame& frame_;
  const present::ControlChart& content_;
  const Panel& panel_;
  float radius_;
  std::vector<std::size_t> known_;
};

}  // namespace

Gutters gutters_of(const present::ControlChart& content, const Layout& layout) {
  Gutters gutters;
  const auto& lines = content.lines;
  if (lines.sections.size() > 1) {
    add_section(gutters.left, lines.sections.front(), {"Upper", "Mean", "Lower"});
  }
  if (!lines.sections.empty()) {
    add_section(gutters.right, lines.sections.back(), {"upper", "mean", "lower"});
  }
  if (!lines.targets.empty()) {
    gutters.right.push_back({lines.targets.back().value, content.target_texts.back(), "target"});
  }
  gutters.left_width = widest(gutters.left, layout);
  gutters.right_width = widest(gutters.right, layout);
  return gutters;
}

void draw_gutters(Canvas& canvas, Gutters gutters, const Panel& panel, const Layout& layout,
                  const ChartColors& colors) {
  const float cap = layout.metrics.cap(Role::foot);
  spread(gutters.left, panel, cap * 1.5f);
  spread(gutters.right, panel, cap * 1.5f);
  const float space = word_space(layout);
  const auto set = [&](float left, float middle, const std::string& text, Type type, Color color) {
    const float width = layout.type.width(text, type);
    canvas.text({left, middle + cap / 2}, text, type, color, width + 0.5f);
    return left + width + space;
  };
  for (const auto& label : gutters.left) {
    const float left = panel.box.left - kFromPanel - width_of(label, layout);
    const float number = set(left, label.middle, label.word, kWord, colors.context);
    set(number, label.middle, label.number, kNumber, colors.strong);
  }
  for (const auto& label : gutters.right) {
    const float word =
        set(panel.box.right + kFromPanel, label.middle, label.number, kNumber, colors.strong);
    set(word, label.middle, label.word, kWord, colors.context);
  }
}

void draw_cause_words(Canvas& canvas, ChartFrame& frame, const present::ControlChart& content,
                      const Panel& panel, float radius, const ProcessColors& colors) {
  CauseWords words(canvas, frame, content, panel, radius);
  words.draw_newest(content.last_value, colors.text);
  words.draw(Cause::concern, "Concern", colors.concern);
  words.draw(Cause::improvement, "Improvement", colors.improvement);
  words.draw(Cause::neither, "Special cause", colors.neither);
}

}  // namespace view
