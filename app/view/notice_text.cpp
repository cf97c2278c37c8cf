#include "view/notice_text.h"

#include <algorithm>
#include <array>

namespace view {
namespace {

constexpr int kNoLimit = 1000;
constexpr float kWidestLabel = 0.4f;  // of the room; wider ones stand above their text
constexpr float kLabelGap = 1.2f;     // em

struct Roles {
  Role title;
  Role text;
  int most_title_lines;
};

// Within the base height, largest first.
constexpr std::array<Roles, 7> kLarge = {{{Role::value, Role::big, 1},
                                          {Role::value, Role::title, 1},
                                          {Role::big, Role::title, 1},
                                          {Role::value, Role::title, 2},
                                          {Role::big, Role::title, 2},
                                          {Role::big, Role::body, 2},
                                          {Role::title, Role::body, kNoLimit}}};
// Beyond it.
constexpr std::array<Roles, 2> kLong = {
    {{Role::title, Role::body, kNoLimit}, {Role::body, Role::body, kNoLimit}}};

float of_lines(const std::vector<std::string>& lines, Role role, const Metrics& metrics) {
  if (lines.empty()) return 0;
  return metrics.cap(role) + static_cast<float>(lines.size() - 1) * metrics.pitch(role);
}

// How many lines each part may take.
struct Limits {
  int title = kNoLimit;
  int detail = kNoLimit;
  int pair = kNoLimit;
  std::size_t pairs = kNoLimit;
};

void break_pairs(NoticeText& text, const std::vector<model::Line>& lines, const Layout& layout,
                 float room, const Limits& limits) {
  const Type label_type{text.text_role, Weight::regular};
  const Type text_type{text.text_role, Weight::semibold};
  float widest = 0;
  for (const auto& line : lines)
    widest = std::max(widest, layout.type.width(line.label, label_type));
  text.text_left = widest + kLabelGap * layout.metrics.em(text.text_role);
  const bool beside =
      widest <= room * kWidestLabel && std::ranges::all_of(lines, [&](const model::Line& line) {
        return layout.type.width(line.text, text_type) <= room - text.text_left;
      });
  if (!beside) text.text_left = 0;
  for (const auto& line : lines) {
    if (text.pairs.size() >= limits.pairs) break;
    text.pairs.push_back(
        {layout.type.wrap(line.label, label_type, room, limits.pair),
         layout.type.wrap(line.text, text_type, room - text.text_left, limits.pair)});
  }
}

void break_foot(NoticeText& text, const present::NoticeTaken& notice, const Layout& layout,
                float room) {
  constexpr int kMostLines = 3;
  const Role role = notice_foot_role(layout.metrics);
  const Type until{role, Weight::semibold};
  const Type sent{role, Weight::regular};
  text.one_foot_line = layout.type.width(notice.until, until) +
                           2 * notice_foot_gap(layout.metrics) +
                           layout.type.width(notice.sent, sent) <=
                       room;
  text.until = layout.type.wrap(notice.until, until, room, kMostLines);
  text.sent = layout.type.wrap(notice.sent, sent, room, kMostLines);
}

NoticeText set_in(const Roles& roles, const present::NoticeTaken& notice, const Layout& layout,
                  const NoticeRoom& room, const Limits& limits) {
  NoticeText text;
  text.title_role = roles.title;
  text.text_role = roles.text;
  text.title =
      layout.type.wrap(notice.text, {roles.title, Weight::semibold}, room.title, limits.title);
  if (!notice.detail.empty()) {
    text.detail =
        layout.type.wrap(notice.detail, {roles.text, Weight::regular}, room.body, limits.detail);
  }
  break_pairs(text, notice.lines, layout, room.body, limits);
  break_foot(text, notice, layout, room.foot);
  return text;
}

// The last resort. The title may take half, each pair one line, the detail what is left.
NoticeText cut_to_fit(const present::NoticeTaken& notice, const Layout& layout,
                      const NoticeRoom& room, const NoticeGaps& gaps) {
  const Roles roles{Role::body, Role::body, kNoLimit};
  const float pitch = layout.metrics.pitch(Role::body);
  NoticeText fixed;
  break_foot(fixed, notice, layout, room.foot);
  const float left = room.most_height - notice_height(fixed, layout.metrics, gaps);
  Limits limits;
  const int lines = std::max(2, static_cast<int>((left - gaps.above_body) / pitch));
  limits.title =
      std::min(layout.type.line_count(notice.text, {Role::body, Weight::semibold}, room.title),
               std::max(1, lines / 2));
  limits.pair = 1;
  const float pair = 2 * pitch + gaps.between;
  const int for_pairs =
      static_cast<int>(static_cast<float>(lines - limits.title - 1) * pitch / pair);
  limits.pairs = std::min(notice.lines.size(), static_cast<std::size_t>(std::max(0, for_pairs)));
  const float taken = static_cast<float>(limits.pairs) * pair + gaps.between;
  limits.detail = std::max(
      1, static_cast<int>((static_cast<float>(lines - limits.title) * pitch - taken) / pitch));
  return set_in(roles, notice, layout, room, limits);
}

}  // namespace

// Where the public reads the smallest content type is as large as body elsewhere.
Role notice_foot_role(const Metrics& metrics) {
  return metrics.public_look ? Role::foot : Role::body;
}

float notice_foot_gap(const Metrics& metrics) {
  return 0.9f * metrics.em(notice_foot_role(metrics));
}

float title_height(const NoticeText& text, const Metrics& metrics) {
  return of_lines(text.title, text.title_role, metrics);
}

float body_height(const NoticeText& text, const Metrics& metrics, float between) {
  const float cap = metrics.cap(text.text_role);
  float height = of_lines(text.detail, text.text_role, metrics);
  for (const NoticePair& pair : text.pairs) {
    const auto lines = text.text_left > 0 ? std::max(pair.label.size(), pair.text.size())
                                          : pair.label.size() + pair.text.size();
    if (height > 0) height += between;
    height += cap + static_cast<float>(std::max<std::size_t>(lines, 1) - 1) *
                        metrics.pitch(text.text_role);
  }
  return height;
}

float foot_height(const NoticeText& text, const Metrics& metrics) {
  const Role role = notice_foot_role(metrics);
  const auto lines = text.one_foot_line ? 1 : text.until.size() + text.sent.size();
  return metrics.cap(role) +
         static_cast<float>(std::max<std::size_t>(lines, 1) - 1) * metrics.pitch(role);
}

float notice_height(const NoticeText& text, const Metrics& metrics, const NoticeGaps& gaps) {
  float height = gaps.above_title + title_height(text, metrics);
  if (text.has_body()) height += gaps.above_body + body_height(text, metrics, gaps.between);
  return height + 2 * gaps.around_rule + foot_height(text, metrics) + gaps.below_foot;
}

NoticeText break_notice(const present::NoticeTaken& notice, const Layout& layout,
                        const NoticeRoom& room, const NoticeGaps& gaps) {
  const auto fits = [&](const NoticeText& text, const Roles& roles, float height) {
    return text.title.size() <= static_cast<std::size_t>(roles.most_title_lines) &&
           notice_height(text, layout.metrics, gaps) <= height;
  };
  for (const Roles& roles : kLarge) {
    NoticeText text = set_in(roles, notice, layout, room, {});
    if (fits(text, roles, room.base_height)) return text;
  }
  for (const Roles& roles : kLong) {
    NoticeText text = set_in(roles, notice, layout, room, {});
    if (fits(text, roles, room.most_height)) return text;
  }
  return cut_to_fit(notice, layout, room, gaps);
}

}  // namespace view
