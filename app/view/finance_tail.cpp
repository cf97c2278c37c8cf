#include "view/finance_tail.h"

#include <algorithm>
#include <limits>

#include "view/card.h"

namespace view {
namespace {

constexpr float kMark = 52;
constexpr float kAbove = 30;  // over callout and remark
constexpr float kNoteAir = 24;
constexpr Type kStrong{Role::body, Weight::semibold};
constexpr Type kPlain{Role::body, Weight::regular};

struct CalloutLines {
  std::vector<std::string> text;
  std::vector<std::string> detail;
  bool on_one_line = false;

  std::size_t count() const { return on_one_line ? 1 : text.size() + detail.size(); }
};

float callout_inset(const present::Finance& content, const Layout& layout) {
  const bool marked = content.callout->rating != model::Rating::none;
  return (kFinanceInset + (marked ? kMark * 1.2f + 18 : 0)) * layout.growth();
}

CalloutLines lines_of(const present::Finance& content, const Layout& layout, float width,
                      int most) {
  const auto& callout = *content.callout;
  const float room = width - callout_inset(content, layout) - kFinanceInset * layout.growth();
  CalloutLines lines;
  const float both =
      layout.type.width(callout.text + " ", kStrong) + layout.type.width(callout.detail, kPlain);
  lines.on_one_line = both <= room;
  lines.text = layout.type.wrap(callout.text, kStrong, room, std::max(1, most));
  const int left = most - static_cast<int>(lines.text.size());
  if (left > 0) lines.detail = layout.type.wrap(callout.detail, kPlain, room, left);
  return lines;
}

// The mark is higher than the line that it stands on.
float first_line(const Layout& layout) {
  return std::max(layout.metrics.pitch(Role::body), kMark * 1.2f * layout.growth());
}

}  // namespace

float callout_height(const present::Finance& content, const Layout& layout, float width,
                     float most) {
  if (!content.callout) return 0;
  const float pitch = layout.metrics.pitch(Role::body);
  const float above = kAbove * layout.growth();
  const int lines_at_most = std::max(1, static_cast<int>((most - above) / pitch));
  const auto lines = lines_of(content, layout, width, lines_at_most);
  return above + first_line(layout) + pitch * (static_cast<float>(lines.count()) - 1);
}

void draw_callout(Canvas& canvas, const present::Finance& content, const Layout& layout,
                  const Box& box) {
  const auto& callout = *content.callout;
  const float g = layout.growth();
  const float pitch = layout.metrics.pitch(Role::body);
  const auto colors = colors_of(layout.theme, content.age);
  const int most = std::max(1, static_cast<int>((box.height() - kAbove * g + 1) / pitch));
  const auto lines = lines_of(content, layout, box.width(), most);
  const float left = box.left + callout_inset(content, layout);
  const float room = box.right - kFinanceInset * g - left;
  const float first = box.top + kAbove * g + first_line(layout) / 2;
  if (callout.rating != model::Rating::none) {
    draw_mark(canvas, layout.theme, {box.left + (kFinanceInset + kMark * 0.6f) * g, first},
              kMark * g, callout.rating, look_of(content.age), MarkRoom::free);
  }
  Point at{left, first + layout.metrics.cap(Role::body) / 2};
  if (lines.on_one_line) {
    const float width = canvas.text(at, callout.text, kStrong, colors.strong, room + 0.5f) +
                        layout.type.width(" ", kStrong);
    canvas.text({at.x + width, at.y}, callout.detail, kPlain, colors.context, room - width + 0.5f);
    return;
  }
  for (const auto& line : lines.text) {
    canvas.text(at, line, kStrong, colors.strong, room + 0.5f);
    at.y += pitch;
  }
  for (const auto& line : lines.detail) {
    canvas.text(at, line, kPlain, colors.context, room + 0.5f);
    at.y += pitch;
  }
}

float remark_height(const present::Finance& content, const Layout& layout, const Box& page) {
  if (content.remark.empty()) return 0;
  const int needed = layout.type.line_count(content.remark, {Role::foot},
                                            page.width() - 2 * kFinanceInset * layout.growth());
  const int most = static_cast<int>(page.height() / 4 / layout.metrics.pitch(Role::foot));
  const int lines = std::min(needed, std::max(1, most));
  return 14 * layout.growth() + static_cast<float>(lines) * layout.metrics.pitch(Role::foot);
}

void draw_remark(Canvas& canvas, const present::Finance& content, const Layout& layout,
                 const Box& box) {
  const float inset = kFinanceInset * layout.growth();
  const float pitch = layout.metrics.pitch(Role::foot);
  const float top = box.top + 14 * layout.growth();
  const int lines = std::max(1, static_cast<int>((box.bottom - top + 1) / pitch));
  canvas.paragraph({box.left + inset, top + (pitch + layout.metrics.cap(Role::foot)) / 2},
                   content.remark, {Role::foot}, colors_of(layout.theme, content.age).context,
                   box.width() - 2 * inset + 0.5f, lines);
}

float note_left(const std::vector<present::Finance::Note>& notes, Role role, const Layout& layout) {
  float left = 0;
  for (const auto& note : notes) {
    if (note.ref.empty()) continue;
    left = std::max(left,
                    layout.type.width(note.ref, {role, Weight::semibold}) + 24 * layout.growth());
  }
  return left;
}

std::vector<NoteLine> note_lines(const std::vector<present::Finance::Note>& notes, Role role,
                                 float left, float width, const Layout& layout) {
  std::vector<NoteLine> lines;
  const float room = width - left - 2 * kFinanceInset * layout.growth();
  for (const auto& note : notes) {
    auto texts = layout.type.wrap(note.text, {role}, room, std::numeric_limits<int>::max());
    if (texts.empty()) texts.emplace_back();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      lines.push_back({i == 0 ? note.ref : "", std::move(texts[i]), i == 0});
    }
  }
  return lines;
}

std::vector<RowHeight> note_heights(const std::vector<NoteLine>& lines, Role role,
                                    const Layout& layout) {
  std::vector<RowHeight> heights;
  const float air = (role == Role::foot ? 0 : kNoteAir) * layout.growth();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool more = i + 1 < lines.size() && !lines[i + 1].starts;
    heights.push_back({layout.metrics.pitch(role) + (lines[i].starts ? air : 0), more});
  }
  return heights;
}

void draw_notes(Canvas& canvas, const present::Finance& content, const FinancePlan& plan,
                PageRows lines, const Box& box, const Layout& layout) {
  const Role role = plan.note_role;
  const auto colors = colors_of(layout.theme, content.age);
  const auto heights = note_heights(plan.notes, role, layout);
  const float left = box.left + kFinanceInset * layout.growth();
  const float pitch = layout.metrics.pitch(role);
  float y = box.top;
  for (std::size_t i = lines.first; i < lines.last; ++i) {
    y += heights[i].height;
    const float baseline = y - (pitch - layout.metrics.cap(role)) / 2;
    const NoteLine& line = plan.notes[i];
    if (!line.ref.empty()) {
      canvas.text({left, baseline}, line.ref, {role, Weight::semibold}, colors.strong,
                  plan.note_left);
    }
    const float x = left + plan.note_left;
    canvas.text({x, baseline}, line.text, {role}, colors.context,
                box.right - kFinanceInset * layout.growth() - x + 0.5f);
  }
}

}  // namespace view
