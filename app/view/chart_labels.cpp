#include "view/chart_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace view {
namespace {

using Event = present::Trend::Event;
using Target = present::Trend::Target;

constexpr Type kLabel{Role::foot, Weight::semibold};
constexpr Type kDetail{Role::foot, Weight::regular};
constexpr float kFromLine = 16;          // between an event's line and its words
constexpr float kClear = 6;              // between words and anything else
constexpr std::size_t kMostEvents = 30;  // a dotted line costs 300 vertices

Box grown(const Box& box, float by) {
  return box.inset(-by);
}

bool is_free(const ChartFrame& frame, const Box& box) {
  return std::ranges::none_of(frame.occupied,
                              [&](const Box& other) { return grown(box, kClear).overlaps(other); });
}

bool crosses_event(const ChartFrame& frame, const Box& box, std::optional<float> except = {}) {
  return std::ranges::any_of(frame.event_lines, [&](float x) {
    return x != except && x > box.left - kClear && x < box.right + kClear;
  });
}

bool overlaps(const Box& box, const std::optional<Span>& span) {
  return span && box.top - kClear < span->bottom && box.bottom + kClear > span->top;
}

bool crosses_line(const Box& box, float y) {
  return y > box.top - kClear && y < box.bottom + kClear;
}

bool hits_grid(const Panel& panel, const present::Axis& axis, const Box& box) {
  return std::ranges::any_of(axis.ticks, [&](const auto& tick) {
    float y = panel.y(tick.at);
    return y > box.top - 2 && y < box.bottom + 2;
  });
}

bool hits_first(const ChartFrame& frame, const Box& box) {
  return overlaps(box, frame.panels.front().taken(box.left - kClear, box.right + kClear));
}

struct Words {
  Point label;
  std::string label_text;
  Point detail;
  std::string detail_text;  // may be empty
  Box box;
};

enum class Form { two_lines, one_line, label_only, label_lower };

class EventWords {
 public:
  EventWords(const ChartFrame& frame, const Event& event, float x)
      : frame_(frame),
        event_(event),
        x_(x),
        label_width_(frame.layout.type.width(event.label, kLabel)),
        detail_width_(frame.layout.type.width(event.detail, kDetail)) {}

  std::optional<Words> place() const {
    for (Form form : {Form::two_lines, Form::one_line, Form::label_only, Form::label_lower}) {
      if (form < Form::label_only && event_.detail.empty()) continue;
      for (Align side : {Align::left, Align::right}) {
        Words words = words_at(form, side);
        if (fits(words)) return words;
      }
    }
    return shortened();
  }

 private:
  float baseline() const { return frame_.title_baseline; }

  // Align::left: the words begin right of the line; Align::right: they end left of it.
  Words words_at(Form form, Align side) const {
    float gap = frame_.layout.metrics.em(Role::foot) * 0.3f;
    float width = form == Form::two_lines  ? std::max(label_width_, detail_width_)
                  : form == Form::one_line ? label_width_ + gap + detail_width_
                                           : label_width_;
    auto left_of = [&](float text_width) {
      return side == Align::left ? x_ + kFromLine : x_ - kFromLine - text_width;
    };
    float y = baseline() + (form == Form::label_lower ? detail_pitch() : 0);
    Words words;
    words.label_text = event_.label;
    words.label = {left_of(form == Form::one_line ? width : label_width_), y};
    words.box = line_box(frame_, left_of(width), y, width);
    if (form >= Form::label_only) return words;
    words.detail_text = event_.detail;
    words.detail = {words.label.x + label_width_ + gap, baseline()};
    if (form == Form::two_lines) {
      words.detail = {left_of(detail_width_), baseline() + detail_pitch()};
      words.box.bottom += detail_pitch();
    }
    return words;
  }

  float detail_pitch() const { return frame_.layout.metrics.pitch(Role::foot); }

  bool fits(const Words& words) const {
    const Box& box = words.box;
    return !words.label_text.empty() && box.left >= frame_.first().box.left &&
           box.right <= frame_.first().box.right && is_free(frame_, box) &&
           !crosses_event(frame_, box, x_) && !hits_first(frame_, box) && !hits_target(box);
  }

  bool hits_target(const Box& box) const {
    return std::ranges::any_of(frame_.panels.front().targets, [&](const Target& target) {
      return crosses_line(box, frame_.first().y(target.value)) &&
             frame_.first().x(target.first) < box.right &&
             frame_.first().x(target.last + 1) > box.left;
    });
  }

  // The beginning of the label, where more than a few letters have room.
  std::optional<Words> shortened() const {
    float least = frame_.layout.metrics.em(Role::foot) * 5;
    float right = frame_.first().box.right;
    float left = frame_.first().box.left;
    for (float x : frame_.event_lines) {
      if (x > x_) right = std::min(right, x - kFromLine);
      if (x < x_) left = std::max(left, x + kFromLine);
    }
    Box row = line_box(frame_, left, baseline(), right - left);
    for (const Box& other : frame_.occupied) {
      if (!other.overlaps(row)) continue;
      if (other.left > x_) right = std::min(right, other.left - kFromLine);
      if (other.right < x_) left = std::max(left, other.right + kFromLine);
    }
    for (Align side : {Align::left, Align::right}) {
      float room = side == Align::left ? right - x_ - kFromLine : x_ - kFromLine - left;
      if (room < least) continue;
      Words words;
      words.label_text = frame_.layout.type.fit(event_.label, kLabel, room);
      float width = frame_.layout.type.width(words.label_text, kLabel);
      words.label = {side == Align::left ? x_ + kFromLine : x_ - kFromLine - width, baseline()};
      words.box = line_box(frame_, words.label.x, baseline(), width);
      if (fits(words)) return words;
    }
    return std::nullopt;
  }

  const ChartFrame& frame_;
  const Event& event_;
  float x_;
  float label_width_;
  float detail_width_;
};

std::vector<const Event*> newest_first(const ChartFrame& frame) {
  std::vector<const Event*> events;
  for (const Event& event : frame.events) {
    if (event.at >= 0 && event.at <= frame.first().points) events.push_back(&event);
  }
  std::ranges::stable_sort(events, [](auto* a, auto* b) { return a->at > b->at; });
  if (events.size() > kMostEvents) events.resize(kMostEvents);
  return events;
}

bool hits_data(const FramePanel& in, const Box& box) {
  return overlaps(box, in.taken(box.left - kClear, box.right + kClear));
}

bool hits_targets(const FramePanel& in, const Box& box) {
  return std::ranges::any_of(in.targets, [&](const Target& target) {
    return crosses_line(box, in.panel.y(target.value)) && in.panel.x(target.first) < box.right &&
           in.panel.x(target.last + 1) > box.left;
  });
}

// What a target's words may cover, from nothing on.
enum class Demand { clear_of_all, over_grid, over_event, over_data };

std::optional<Point> place_target(const ChartFrame& frame, const FramePanel& in,
                                  const Target& target, float width, Demand demand) {
  const Metrics& metrics = frame.layout.metrics;
  float g = metrics.growth();
  const Box& panel = in.panel.box;
  float y = in.panel.y(target.value);
  float from = in.panel.x(target.first);
  float to = in.panel.x(target.last + 1);
  std::array<float, 3> lefts = {from + 9, to - 9 - width, (from + to - width) / 2};
  std::array<float, 2> baselines = {y + 13 * g + metrics.cap(Role::foot), y - 13 * g};
  for (float left : lefts) {
    left = std::clamp(left, panel.left, std::max(panel.left, panel.right - width));
    for (float baseline : baselines) {
      Box box = line_box(frame, left, baseline, width);
      if (box.right > panel.right + 1 || box.bottom > panel.bottom) continue;
      if (box.top < (in.has_bars ? frame.box.top : panel.top - 40 * g)) continue;
      if (!is_free(frame, box) || hits_targets(in, box)) continue;
      if (demand < Demand::over_data && hits_data(in, box)) continue;
      if (demand < Demand::over_event && crosses_event(frame, box)) continue;
      if (demand < Demand::over_grid && hits_grid(in.panel, in.axis, box)) continue;
      return Point{left, baseline};
    }
  }
  return std::nullopt;
}

void draw_target_labels(Canvas& canvas, ChartFrame& frame, const FramePanel& in) {
  std::size_t count = 0;
  auto targets = newest(in.targets);
  for (auto target = targets.rbegin(); target != targets.rend(); ++target) {
    ++count;
    if (&*target == in.named) continue;
    std::string text = frame.layout.type.fit(target->text, kLabel, in.panel.box.width());
    float width = frame.layout.type.width(text, kLabel);
    // Only the target that holds now is worth hiding something, and never the line: bars at least
    // show their ends beyond the words.
    bool newest_one = count == 1;
    bool over_bars = newest_one && in.has_bars &&
                     in.panel.box.height() > 4 * frame.layout.metrics.pitch(Role::foot);
    Demand most = over_bars    ? Demand::over_data
                  : newest_one ? Demand::over_event
                               : Demand::over_grid;
    std::optional<Point> at;
    for (Demand demand :
         {Demand::clear_of_all, Demand::over_grid, Demand::over_event, Demand::over_data}) {
      if (!at && demand <= most) at = place_target(frame, in, *target, width, demand);
    }
    if (!at || text.empty()) continue;
    Box box = line_box(frame, at->x, at->y, width);
    if (in.on_bars || hits_grid(in.panel, in.axis, box) || hits_data(in, box) ||
        crosses_event(frame, box)) {
      canvas.fill(grown(box, kClear), frame.colors.ground, kClear);
    }
    canvas.text(*at, text, kLabel, frame.colors.strong, width + 0.5f);
    frame.occupied.push_back(box);
  }
}

}  // namespace

// The box of one line of text on a baseline, as tall as letters get.
Box line_box(const ChartFrame& frame, float left, float baseline, float width) {
  float em = frame.layout.metrics.em(Role::foot);
  return {left, baseline - 0.76f * em, left + width, baseline + 0.24f * em};
}

void draw_event_lines(Canvas& canvas, ChartFrame& frame) {
  float top = frame.title_baseline - frame.layout.metrics.cap(Role::foot) - 1;
  for (const Event* event : newest_first(frame)) {
    float x = frame.first().x(event->at);
    frame.event_lines.push_back(x);
    canvas.dashed_line({x, top}, {x, frame.axis}, frame.colors.strong, 3, 4, 7);
  }
}

void draw_break_lines(Canvas& canvas, ChartFrame& frame, std::span<const Event> breaks) {
  float top = frame.title_baseline - frame.layout.metrics.cap(Role::foot) - 1;
  for (const Event& at : breaks.last(std::min(breaks.size(), kMostEvents))) {
    float x = frame.first().x(at.at);
    frame.event_lines.push_back(x);
    canvas.line({x, top}, {x, frame.axis}, frame.colors.context, 2);
  }
}

float draw_panel_title(Canvas& canvas, ChartFrame& frame, const std::string& text, float baseline) {
  Point at{frame.first().box.left + 6, baseline};
  float room = frame.first().box.right - at.x;
  float width = frame.layout.type.width(frame.layout.type.fit(text, kLabel, room), kLabel);
  Box box = line_box(frame, at.x, baseline, width);
  if (crosses_event(frame, box)) canvas.fill(box, frame.colors.ground);
  canvas.text(at, text, kLabel, frame.colors.strong, room);
  frame.occupied.push_back(box);
  return box.right;
}

void draw_event_words(Canvas& canvas, ChartFrame& frame) {
  for (const Event* event : newest_first(frame)) {
    auto words = EventWords(frame, *event, frame.first().x(event->at)).place();
    if (!words) continue;
    if (hits_grid(frame.first(), frame.panels.front().axis, words->box)) {
      canvas.fill(grown(words->box, 2), frame.colors.ground);
    }
    auto set = [&](Point at, const std::string& text, Type type, Color color) {
      if (text.empty()) return;
      canvas.text(at, text, type, color, frame.layout.type.width(text, type) + 0.5f);
    };
    set(words->label, words->label_text, kLabel, frame.colors.strong);
    set(words->detail, words->detail_text, kDetail, frame.colors.context);
    frame.occupied.push_back(words->box);
  }
}

void draw_last_value(Canvas& canvas, ChartFrame& frame, const FramePanel& in,
                     const LastPoint& last) {
  const Metrics& metrics = frame.layout.metrics;
  const Box& panel = in.panel.box;
  float width = last.text.empty() ? 0 : frame.layout.type.width(last.text, kLabel);
  if (width <= 0 || width > panel.width()) return;
  float left = std::clamp(last.at.x - width / 2, panel.left, panel.right - width);
  auto data = in.taken(left - kClear, left + width + kClear);
  if (!data) return;
  float air = 12 * metrics.growth();
  // Over lower neighbours it may stand a little away from its point, but no further.
  float most = metrics.pitch(Role::foot);
  for (bool below : {last.below, !last.below}) {
    float edge = below ? data->bottom : data->top;
    if (below != last.below && in.has_bars) continue;
    if (std::abs(edge - last.at.y) > most) continue;
    Box box =
        line_box(frame, left, below ? edge + air + metrics.cap(Role::foot) : edge - air, width);
    bool inside = box.bottom <= panel.bottom && box.top >= panel.top - 40 * metrics.growth() &&
                  box.top >= frame.box.top;
    if (!inside || !is_free(frame, box) || crosses_event(frame, box) || hits_targets(in, box)) {
      continue;
    }
    if (hits_grid(in.panel, in.axis, box)) {
      canvas.fill(grown(box, 2), frame.colors.ground);
    }
    float baseline = below ? edge + air + metrics.cap(Role::foot) : edge - air;
    canvas.text({left, baseline}, last.text, kLabel, frame.colors.strong, width + 0.5f);
    frame.occupied.push_back(box);
    return;
  }
}

void draw_target_labels(Canvas& canvas, ChartFrame& frame) {
  for (const FramePanel& panel : frame.panels) draw_target_labels(canvas, frame, panel);
}

}  // namespace view
