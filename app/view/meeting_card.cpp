#include "view/meeting_card.h"

#include <algorithm>

#include "view/card.h"

namespace view {
namespace {

using State = present::MeetingCard::State;

constexpr float kAboveDate = 28;
constexpr float kBelowDate = 42;
constexpr float kCompactAir = 18;  // above and below a date on one line
constexpr float kDateGap = 28;
constexpr float kAboveTitle = 28;
constexpr float kMonthToWhen = 26;
constexpr float kItemIndent = 72;
constexpr float kDot = 8;

const std::string kContinued = "continued";
constexpr Type kDay{Role::value, Weight::semibold};

float g(const Layout& layout) {
  return layout.growth();
}

float inner_width(float card_width) {
  return card_width - 2 * kCardMargin;
}

// Where month and distance start, from the card's inner edge.
float beside_day(const present::MeetingCard& card, const Layout& layout) {
  return card.day.empty() ? 0 : layout.type.width(card.day, kDay) + kDateGap;
}

Role month_role(const present::MeetingCard& card, const Layout& layout, float width) {
  const float room = inner_width(width) - beside_day(card, layout);
  if (card.day.empty()) {
    return layout.type.largest(card.month, Weight::semibold, room,
                               {Role::title, Role::body, Role::label, Role::foot});
  }
  return layout.type.largest(card.month, Weight::semibold, room,
                             {Role::body, Role::label, Role::foot});
}

// A meeting without a date is known by its title, which is read first then.
Type title_type(const present::MeetingCard& card) {
  return {card.day.empty() ? Role::body : Role::label, Weight::regular};
}

int title_lines(const present::MeetingCard& card, const Layout& layout, float width) {
  return layout.type.line_count(card.title, title_type(card), inner_width(width));
}

// Of the lines beside the day.
float lines_height(const present::MeetingCard& card, const Layout& layout, float width) {
  return layout.metrics.cap(month_role(card, layout, width)) + kMonthToWhen * g(layout) +
         layout.metrics.cap(Role::foot);
}

// Where there is no date to say it beside, "continued" stands in the date's place.
std::string date_or_rest(const present::MeetingCard& card, const std::string& when) {
  return card.day.empty() && when == kContinued ? "Continued" : card.month;
}

// A compact head says all of it in one line, or in two.
struct CompactHead {
  std::string date;
  std::string rest;
  Role date_role = Role::body;
  bool one_line = true;
};

CompactHead compact_head(const present::MeetingCard& card, const std::string& when,
                         const Layout& layout, float width) {
  CompactHead head;
  const float room = inner_width(width);
  head.date = date_or_rest(card, when);
  if (!card.day.empty()) head.date = card.day + " " + head.date;
  if (!card.day.empty()) head.rest = when;
  if (!card.title.empty()) head.rest += (head.rest.empty() ? "" : ", ") + card.title;
  head.date_role =
      layout.type.largest(head.date, Weight::semibold, room, {Role::body, Role::label, Role::foot});
  head.one_line = layout.type.width(head.date, {head.date_role, Weight::semibold}) + kDateGap +
                      layout.type.width(head.rest, {Role::foot}) <=
                  room;
  return head;
}

float date_height(const present::MeetingCard& card, const Layout& layout,
                  const MeetingStyle& style) {
  if (style.compact) {
    // With whichever is said beside the date, here or where the meeting goes on.
    const bool one_line = compact_head(card, card.when, layout, style.width).one_line &&
                          compact_head(card, kContinued, layout, style.width).one_line;
    const float more = kMonthToWhen * g(layout) + layout.metrics.cap(Role::foot);
    return layout.metrics.cap(Role::body) + (one_line ? 0 : more);
  }
  if (card.day.empty()) return layout.metrics.cap(month_role(card, layout, style.width));
  return std::max(layout.metrics.cap(Role::value), lines_height(card, layout, style.width));
}

struct HeadColors {
  Color strong;
  Color context;
};

HeadColors head_colors(const present::MeetingCard& card, const Layout& layout,
                       const present::TileAge& age) {
  const TileColors colors = colors_of(layout.theme, age);
  const bool in_focus = card.state == State::next || card.state == State::planned;
  return {in_focus ? colors.strong : colors.context, colors.context};
}

void draw_compact_head(Canvas& canvas, const Layout& layout, const present::MeetingCard& card,
                       const std::string& when, const Box& box, const HeadColors& colors) {
  const CompactHead head = compact_head(card, when, layout, box.width());
  const float left = box.left + kCardMargin;
  const float right = box.right - kCardMargin;
  const float baseline = box.top + kCompactAir * g(layout) + layout.metrics.cap(Role::body);
  const float date = canvas.text({left, baseline}, head.date, {head.date_role, Weight::semibold},
                                 colors.strong, right - left);
  if (head.one_line) {
    canvas.text({right, baseline}, head.rest, {Role::foot}, colors.context,
                right - left - date - kDateGap + 1, Align::right);
  } else {
    canvas.text({left, baseline + kMonthToWhen * g(layout) + layout.metrics.cap(Role::foot)},
                head.rest, {Role::foot}, colors.context, right - left);
  }
}

void draw_head(Canvas& canvas, const Layout& layout, const present::MeetingCard& card,
               const MeetingPart& part, const Box& box, const MeetingStyle& style,
               const HeadColors& colors) {
  const Metrics& metrics = layout.metrics;
  const std::string when = part.continues() ? kContinued : card.when;
  if (style.compact) return draw_compact_head(canvas, layout, card, when, box, colors);
  const float left = box.left + kCardMargin;
  const float right = box.right - kCardMargin;
  const float height = date_height(card, layout, style);
  const float top = box.top + kAboveDate * g(layout);
  const Role month = month_role(card, layout, style.width);
  const float x = left + beside_day(card, layout);
  float month_baseline = top + height;
  if (!card.day.empty()) {
    const float middle = top + height / 2;
    const float day_baseline = middle + metrics.cap(Role::value) / 2;
    canvas.text({left, day_baseline}, card.day, kDay, colors.strong, x - left);
    const float lines = when.empty() ? metrics.cap(month) : lines_height(card, layout, style.width);
    month_baseline = middle - lines / 2 + metrics.cap(month);
    const bool is_next = card.state == State::next && !part.continues();
    canvas.text({x, middle + lines / 2}, when,
                {Role::foot, is_next ? Weight::semibold : Weight::regular},
                is_next ? colors.strong : colors.context, right - x);
  }
  canvas.text({x, month_baseline}, date_or_rest(card, when), {month, Weight::semibold},
              colors.strong, right - x);
  const Type type = title_type(card);
  canvas.paragraph({left, top + height + kAboveTitle * g(layout) + metrics.cap(type.role)},
                   card.title, type, colors.context, right - left,
                   std::max(1, title_lines(card, layout, style.width)));
}

// The note stands below the item and says who leads and whether it is agreed.
int note_lines(const present::AgendaLine& item, const Layout& layout, float room) {
  return item.note.empty() ? 0 : layout.type.line_count(item.note, {Role::foot}, room);
}

float item_room(float card_width, const Layout& layout) {
  return inner_width(card_width) - kItemIndent * g(layout);
}

}  // namespace

float meeting_head_height(const present::MeetingCard& card, const Layout& layout,
                          const MeetingStyle& style) {
  const float date = date_height(card, layout, style);
  if (style.compact) return date + 2 * kCompactAir * g(layout);
  const float height = date + (kAboveDate + kBelowDate) * g(layout);
  if (card.title.empty()) return height;
  const Type type = title_type(card);
  const int lines = title_lines(card, layout, style.width);
  return height + kAboveTitle * g(layout) + layout.metrics.cap(type.role) +
         static_cast<float>(lines - 1) * layout.metrics.pitch(type.role);
}

float meeting_air(const Layout& layout, const MeetingStyle& style) {
  return (style.compact ? 22.0f : 36.0f) * g(layout);
}

float meeting_item_gap(const Layout& layout) {
  return 46 * g(layout);
}

float meeting_item_height(const present::AgendaLine& item, const Layout& layout,
                          const MeetingStyle& style) {
  const Metrics& metrics = layout.metrics;
  const float room = item_room(style.width, layout);
  const int lines = layout.type.line_count(item.title, {style.role}, room);
  return metrics.cap(style.role) +
         static_cast<float>(std::max(lines, 1) - 1) * metrics.pitch(style.role) +
         static_cast<float>(note_lines(item, layout, room)) * metrics.pitch(Role::foot) * 1.1f;
}

float item_badge_side(const Layout& layout) {
  return 48 * g(layout);
}

void draw_item_badge(Canvas& canvas, const Layout& layout, Point middle, const std::string& number,
                     Color letter, const present::TileAge& age) {
  const float half = item_badge_side(layout) / 2;
  const bool late = age.state == present::TileAge::State::late;
  const Box box{middle.x - half, middle.y - half, middle.x + half, middle.y + half};
  if (late) {
    canvas.outline(box, layout.theme.late_mark, 2, 8);
  } else {
    canvas.fill(box, layout.theme.raised, 8);
  }
  canvas.letter(middle, number, (number.size() > 2 ? 21.0f : 28.0f) * g(layout), letter);
}

void draw_meeting(Canvas& canvas, const Layout& layout, const present::MeetingCard& card,
                  const MeetingPart& part, const Box& box, const MeetingStyle& style, float gap,
                  const present::TileAge& age) {
  const Metrics& metrics = layout.metrics;
  const Theme& theme = layout.theme;
  const bool late = age.state == present::TileAge::State::late;
  if (late) {
    canvas.fill(box, theme.late_ground, kCardRadius);
  } else {
    draw_card(canvas, theme, box, age);
  }
  draw_head(canvas, layout, card, part, box, style, head_colors(card, layout, age));
  const float left = box.left + kCardMargin;
  const float rule = box.top + style.head;
  canvas.line({left, rule}, {box.right - kCardMargin, rule}, late ? theme.late_mark : theme.rule,
              2);

  const TileColors colors = colors_of(theme, age);
  const float side = item_badge_side(layout);
  const float x = left + kItemIndent * g(layout);
  const float room = item_room(style.width, layout);
  float top = rule + meeting_air(layout, style);
  for (std::size_t i = part.first; i < part.last; ++i) {
    const present::AgendaLine& item = card.items[i];
    const float cap = metrics.cap(style.role);
    if (top + cap > box.bottom) break;  // so low a card holds its date alone
    const Point middle{left + side / 2, top + cap / 2};
    const bool quiet = item.is_absent || card.state == State::held;
    if (!item.badge.empty()) {
      draw_item_badge(canvas, layout, middle, item.badge, colors.strong, age);
    } else if (!item.is_absent) {
      canvas.circle(middle, kDot * g(layout), late ? theme.late_mark : theme.text_absent);
    }
    const float item_bottom = box.bottom - metrics.em(style.role) * 0.3f;
    const int most =
        std::max(1, 1 + static_cast<int>((item_bottom - top - cap) / metrics.pitch(style.role)));
    const int lines = canvas.paragraph({x, top + cap}, item.title, {style.role},
                                       quiet ? colors.context : colors.strong, room, most);
    const float last = top + cap + static_cast<float>(lines - 1) * metrics.pitch(style.role);
    const float note_pitch = metrics.pitch(Role::foot) * 1.1f;
    const int notes_that_fit = static_cast<int>((box.bottom - 10 - last) / note_pitch);
    if (const int notes = std::min(note_lines(item, layout, room), notes_that_fit); notes > 0) {
      canvas.paragraph({x, last + note_pitch}, item.note, {Role::foot}, colors.context, room,
                       notes);
    }
    top += meeting_item_height(item, layout, style) + gap;
  }
}

}  // namespace view
