#include "view/contacts.h"

#include <algorithm>
#include <array>
#include <string>

namespace view {
namespace {

constexpr float kPadding = 36;
constexpr float kRadius = 14;
constexpr float kLeastBetween = 56;
constexpr float kWidestLabel = 0.45f;  // of the strip: longer labels wrap
// More than this would leave the slide no room; only what nobody can read in passing is longer.
constexpr float kLargestPart = 0.4f;  // of the glass

constexpr std::array kRolesToTry = {Role::body, Role::label, Role::foot};

Type label_type(Role role) {
  return {role, Weight::regular};
}
Type text_type(Role role) {
  return {role, Weight::semibold};
}

// A label and what belongs to it, broken into lines.
struct Pair {
  std::vector<std::string> label;
  std::vector<std::string> text;
  float label_width = 0;
  float width = 0;  // of both on one line

  float lines() const { return static_cast<float>(std::max(label.size(), text.size())); }
};

struct Strip {
  Role role = Role::body;
  bool in_a_row = false;
  float text_left = 0;  // from the strip's inner edge, where they stand below each other
  std::vector<Pair> pairs;
  float height = 0;
};

float gap_of(const Metrics& metrics, Role role) {
  return metrics.em(role) * 0.28f;  // a space
}

float air_of(const Metrics& metrics, Role role) {
  return metrics.em(role) * 0.5f;
}

// Beside each other on one line.
Strip row_of(const std::vector<model::Line>& contacts, const Metrics& metrics,
             const Typesetter& type, Role role) {
  Strip strip{.role = role, .in_a_row = true};
  for (const auto& contact : contacts) {
    Pair pair{.label = {contact.label}, .text = {contact.text}};
    pair.label_width = type.width(contact.label, label_type(role));
    pair.width =
        pair.label_width + gap_of(metrics, role) + type.width(contact.text, text_type(role));
    strip.pairs.push_back(std::move(pair));
  }
  strip.height = metrics.pitch(role) + 2 * air_of(metrics, role);
  return strip;
}

bool fits(const Strip& strip, float room) {
  float width = -kLeastBetween;
  for (const Pair& pair : strip.pairs) width += pair.width + kLeastBetween;
  return width <= room;
}

// Below each other, texts at one left edge.
Strip stack_of(const std::vector<model::Line>& contacts, const Metrics& metrics,
               const Typesetter& type, Role role, float room, int most_lines) {
  Strip strip{.role = role};
  for (const auto& contact : contacts) {
    strip.text_left = std::max(strip.text_left, type.width(contact.label, label_type(role)));
  }
  const float label_room = std::min(strip.text_left, room * kWidestLabel) + 1;
  strip.text_left = label_room + 3 * gap_of(metrics, role);
  for (const auto& contact : contacts) {
    Pair pair{.label = type.wrap(contact.label, label_type(role), label_room, most_lines),
              .text = type.wrap(contact.text, text_type(role), room - strip.text_left, most_lines),
              .label_width = label_room};
    strip.height += pair.lines() * metrics.pitch(role);
    strip.pairs.push_back(std::move(pair));
  }
  strip.height += 2 * air_of(metrics, role);
  return strip;
}

Strip strip_of(const std::vector<model::Line>& contacts, float width, const Metrics& metrics,
               const Typesetter& type) {
  constexpr int kNoLimit = 1000;
  const float room = width - 2 * kPadding;
  const float most = metrics.page_height * kLargestPart;
  if (!metrics.portrait) {
    for (Role role : kRolesToTry) {
      Strip strip = row_of(contacts, metrics, type, role);
      if (fits(strip, room)) return strip;
    }
  }
  for (Role role : kRolesToTry) {
    Strip strip = stack_of(contacts, metrics, type, role, room, kNoLimit);
    const bool all_on_one_line =
        std::ranges::all_of(strip.pairs, [](const Pair& pair) { return pair.lines() <= 1; });
    const bool last = role == kRolesToTry.back();
    if (strip.height <= most && (all_on_one_line || last)) return strip;
  }
  Strip strip = stack_of(contacts, metrics, type, Role::foot, room, 1);
  while (strip.height > most && strip.pairs.size() > 1) {
    strip.height -= strip.pairs.back().lines() * metrics.pitch(strip.role);
    strip.pairs.pop_back();
  }
  return strip;
}

void draw_row(Canvas& canvas, const Layout& layout, const Strip& strip, const Box& inner) {
  float spare = inner.width();
  for (const Pair& pair : strip.pairs) spare -= pair.width;
  const float between =
      strip.pairs.size() > 1 ? spare / static_cast<float>(strip.pairs.size() - 1) : 0;
  const float gap = gap_of(layout.metrics, strip.role);
  Point at{inner.left, inner.centre().y + layout.metrics.cap(strip.role) / 2};
  for (const Pair& pair : strip.pairs) {
    canvas.text(at, pair.label[0], label_type(strip.role), layout.theme.text, pair.label_width + 1);
    const float taken = pair.label_width + gap;
    canvas.text({at.x + taken, at.y}, pair.text[0], text_type(strip.role), layout.theme.text,
                pair.width - taken + 1);
    at.x += pair.width + between;
  }
}

void draw_stack(Canvas& canvas, const Layout& layout, const Strip& strip, const Box& inner) {
  const float pitch = layout.metrics.pitch(strip.role);
  float top = inner.top + air_of(layout.metrics, strip.role);
  for (const Pair& pair : strip.pairs) {
    float y = top + (pitch + layout.metrics.cap(strip.role)) / 2;
    for (const auto& line : pair.label) {
      canvas.text({inner.left, y}, line, label_type(strip.role), layout.theme.text,
                  pair.label_width);
      y += pitch;
    }
    y = top + (pitch + layout.metrics.cap(strip.role)) / 2;
    for (const auto& line : pair.text) {
      canvas.text({inner.left + strip.text_left, y}, line, text_type(strip.role), layout.theme.text,
                  inner.width() - strip.text_left);
      y += pitch;
    }
    top += pair.lines() * pitch;
  }
}

}  // namespace

float contacts_height(const std::vector<model::Line>& contacts, float width, const Metrics& metrics,
                      const Typesetter& type) {
  return contacts.empty() ? 0 : strip_of(contacts, width, metrics, type).height;
}

void draw_contacts(Canvas& canvas, const Layout& layout, const std::vector<model::Line>& contacts,
                   const Box& box) {
  canvas.fill(box, layout.theme.raised, kRadius);
  const Strip strip = strip_of(contacts, box.width(), layout.metrics, layout.type);
  const Box inner{box.left + kPadding, box.top, box.right - kPadding, box.bottom};
  if (strip.in_a_row) {
    draw_row(canvas, layout, strip, inner);
  } else {
    draw_stack(canvas, layout, strip, inner);
  }
}

}  // namespace view
