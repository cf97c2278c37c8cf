// A process: its chart with lines named in the gutters, and beside it the two icons with the words
// that say what they mean.
#include <algorithm>

#include "view/control_labels.h"
#include "view/figure_places.h"
#include "view/whole_tile.h"

namespace view {
namespace {

constexpr float kIconsWidth = 300;
constexpr float kMostIconsShare = 0.3f;  // of the width
constexpr float kIconsGap = 44;
constexpr float kMostBelow = 0.4f;   // of the height, where the icons stand below
constexpr float kMostGutter = 0.2f;  // of the chart's width
constexpr float kPoint = 8;
constexpr float kLeastPoint = 3.5f;
constexpr float kTickGap = 20;

constexpr Type kWords{Role::foot, Weight::semibold};
constexpr Type kWhy{Role::foot, Weight::regular};

// One icon and its words.
struct IconBlock {
  const present::VariationIcon* variation = nullptr;
  const present::AssuranceIcon* assurance = nullptr;
  std::string words;
  std::string why;
};

std::vector<IconBlock> blocks_of(const present::ProcessIcons& icons) {
  std::vector<IconBlock> blocks;
  if (icons.variation) {
    blocks.push_back({&*icons.variation, nullptr, icons.variation->words, icons.variation->why});
  }
  if (icons.assurance) {
    blocks.push_back({nullptr, &*icons.assurance, icons.assurance->words, icons.assurance->why});
  }
  return blocks;
}

// How much the icons say: the explanation goes first, then the ring gets smaller.
struct IconForm {
  float diameter = 144;
  bool with_why = true;
};

class Icons {
 public:
  Icons(const present::ControlChart& content, const Layout& layout)
      : layout_(layout), blocks_(blocks_of(content.icons)), age_(content.age) {}

  // Takes its room and leaves the chart's.
  Box place(const Box& room) {
    if (blocks_.empty()) return room;
    return layout_.metrics.portrait ? place_below(room) : place_beside(room);
  }

  void draw() const {
    const ProcessColors colors = process_colors(layout_.theme, age_);
    const TileColors texts = colors_of(layout_.theme, age_);
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      const Box& box = boxes_[i];
      Canvas& canvas = layout_.region("icon " + std::to_string(i + 1), box.inset(-4));
      const Point centre{box.left + form_.diameter / 2, box.top + form_.diameter / 2};
      const IconBlock& block = blocks_[i];
      if (block.variation) draw_variation(canvas, centre, form_.diameter, *block.variation, colors);
      if (block.assurance) draw_assurance(canvas, centre, form_.diameter, *block.assurance, colors);
      draw_words(canvas, block, box, texts);
    }
  }

 private:
  float words_width(float block_width) const {
    return beside_ ? block_width - form_.diameter - 32 : block_width;
  }

  float words_height(const IconBlock& block, float width) const {
    const float pitch = layout_.metrics.pitch(Role::foot);
    auto lines = layout_.type.wrap(block.words, kWords, width, 4).size();
    if (form_.with_why) lines += layout_.type.wrap(block.why, kWhy, width, 3).size();
    return pitch * static_cast<float>(lines);
  }

  float height_of(const IconBlock& block, float width) const {
    const float words = words_height(block, words_width(width));
    return beside_ ? std::max(form_.diameter, words)
                   : form_.diameter + 22 * layout_.growth() + words;
  }

  void draw_words(Canvas& canvas, const IconBlock& block, const Box& box,
                  const TileColors& texts) const {
    const float width = words_width(box.width());
    const float cap = layout_.metrics.cap(Role::foot);
    const float pitch = layout_.metrics.pitch(Role::foot);
    Point at{box.left, box.top + form_.diameter + 22 * layout_.growth() + cap};
    if (beside_) {
      const float spare = box.height() - words_height(block, width);
      at = {box.right - width, box.top + spare / 2 + (pitch + cap) / 2};
    }
    for (const auto& line : layout_.type.wrap(block.words, kWords, width, 4)) {
      canvas.text(at, line, kWords, texts.strong, width + 0.5f);
      at.y += pitch;
    }
    if (!form_.with_why) return;
    for (const auto& line : layout_.type.wrap(block.why, kWhy, width, 3)) {
      canvas.text(at, line, kWhy, texts.context, width + 0.5f);
      at.y += pitch;
    }
  }

  // The first form in which the blocks fit.
  template <class Fits>
  bool choose(Fits fits) {
    for (IconForm form :
         {IconForm{144, true}, IconForm{144, false}, IconForm{104, false}, IconForm{72, false}}) {
      form_ = form;
      if (fits()) return true;
    }
    return false;
  }

  Box place_beside(const Box& room) {
    const float g = layout_.growth();
    const float width = std::min(kIconsWidth * g, room.width() * kMostIconsShare);
    const float left = room.right - width;
    const float gap = 40 * g;
    const auto sum = [&] {
      float height = -gap;
      for (const auto& block : blocks_) height += gap + height_of(block, width);
      return height;
    };
    if (!choose([&] { return sum() <= room.height(); })) return room;
    // The second begins half way down where it has the room: each has its half of the chart.
    float top = room.top + std::min(16.0f, (room.height() - sum()) / 2);
    const float half = room.top + room.height() / 2;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const float tall = height_of(blocks_[i], width);
      if (i > 0) top = std::max(top, std::min(half, room.bottom - tall));
      boxes_.push_back({left, top, room.right, top + tall});
      top += tall + gap;
    }
    return {room.left, room.top, left - kIconsGap, room.bottom};
  }

  Box place_below(const Box& room) {
    beside_ = true;
    const float gap = 40;
    const auto count = static_cast<float>(blocks_.size());
    const float width = (room.width() - gap * (count - 1)) / count;
    const auto tallest = [&] {
      float height = 0;
      for (const auto& block : blocks_) height = std::max(height, height_of(block, width));
      return height;
    };
    if (!choose([&] { return tallest() <= room.height() * kMostBelow; })) return room;
    const float top = room.bottom - tallest();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const float left = room.left + static_cast<float>(i) * (width + gap);
      boxes_.push_back({left, top, left + width, room.bottom});
    }
    return {room.left, room.top, room.right, top - 36 * layout_.growth()};
  }

  const Layout& layout_;
  std::vector<IconBlock> blocks_;
  const present::TileAge& age_;
  IconForm form_;
  bool beside_ = false;  // words beside the ring, not below it
  std::vector<Box> boxes_;
};

// What must be known beyond the icons, at the foot of the chart.
std::vector<std::string> foot_lines(const present::ControlChart& content, const Layout& layout,
                                    float width) {
  std::string text;
  for (const auto* parts : {&content.notes, &content.key}) {
    for (const auto& part : *parts) text += (text.empty() ? "" : " · ") + part;
  }
  if (text.empty()) return {};
  return layout.type.wrap(text, kWhy, width, 2);
}

void draw_chart(const present::ControlChart& content, const Layout& layout, const Box& chart) {
  Canvas& canvas = layout.region("chart", text_bounds(chart, layout));
  const Metrics& metrics = layout.metrics;
  const float g = layout.growth();
  const float cap = metrics.cap(Role::foot);
  const ChartColors colors = chart_colors(layout.theme, content.age);
  const ProcessColors process = process_colors(layout.theme, content.age);

  const auto foot = foot_lines(content, layout, chart.width());
  const float foot_height = metrics.pitch(Role::foot) * static_cast<float>(foot.size());
  Gutters gutters = gutters_of(content, layout);
  if (gutters.left_width > chart.width() * kMostGutter) gutters.left.clear();
  const bool has_limits = std::ranges::any_of(
      content.lines.sections, [](const auto& section) { return section.upper.has_value(); });
  float room = has_limits ? 0 : std::min(tick_width(content.axis, layout.type), chart.width() / 4);
  const float left = gutters.left.empty() ? (room > 0 ? room + kTickGap : 0) : gutters.left_width;

  const float axis = chart.bottom - foot_height - (content.years.empty() ? 4 : 4 + cap + 21 * g);
  Box box{chart.left + left, chart.top + 8, chart.right - gutters.right_width, axis};
  if (box.width() < 80 || box.height() < 80) return;
  const Panel panel = make_panel(box, content.lines, metrics);
  ChartFrame frame{
      layout, colors, chart, {}, content.events, content.years, chart.top + cap + 5 * g, axis};
  frame.panels.push_back(
      {panel, content.axis, content.lines.targets,
       [&](float from, float to) { return taken(panel, content.lines, from, to); }, false});

  if (!has_limits) draw_grid(canvas, metrics, layout.type, panel, content.axis, colors, room);
  canvas.line({box.left, axis}, {box.right, axis}, colors.axis, 2);
  const bool late = content.age.state == present::TileAge::State::late;
  const Color band = late ? layout.theme.late_ground : layout.theme.card;
  const float radius = std::clamp(panel.step() * 0.55f, kLeastPoint, kPoint);
  draw_control_lines(canvas, panel, content.lines, {radius, 3, band}, process);
  draw_years(canvas, frame);
  draw_event_lines(canvas, frame);
  draw_event_words(canvas, frame);
  draw_gutters(canvas, std::move(gutters), panel, layout, colors);
  draw_cause_words(canvas, frame, content, panel, radius, process);
  Point at{chart.left, chart.bottom - foot_height + metrics.pitch(Role::foot) * 0.78f};
  for (const auto& line : foot) {
    canvas.text(at, line, kWhy, colors.context, chart.width() + 0.5f);
    at.y += metrics.pitch(Role::foot);
  }
}

}  // namespace

int page_count(const present::ControlChart& /*content*/, const Layout& /*layout*/) {
  return 1;
}

void draw(const present::ControlChart& content, int /*page*/, const Layout& layout) {
  draw_whole_tile(layout, content.age);
  Icons icons(content, layout);
  const Box chart = icons.place(whole_tile_room(layout, content.age));
  draw_chart(content, layout, chart);
  icons.draw();
}

}  // namespace view
