#include "view/notice.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "view/notice_text.h"

namespace view {
namespace {

using Level = model::Notice::Level;

constexpr std::uint8_t kShade = 158;  // of 255: leaves the slide 38% of its strength
constexpr float kEdge = 10;           // dark line that parts a band from what it covers
constexpr float kBandHeight = 378;    // of a short notice
constexpr float kTopRule = 20;        // of a full one
constexpr float kIconWidth = 192;
constexpr float kIconHeight = 168;
constexpr float kIconGap = 48;
constexpr float kMostStretch = 84;  // between the lines of a full notice with room to spare

struct NoticeColors {
  Color ground, text, context, rule, icon;
};

Color faint(Color color) {
  color.alpha = 110;
  return color;
}

NoticeColors band_colors(const Theme& theme, Level level) {
  switch (level) {
    case Level::urgent:
      return {theme.red, theme.red_letter, theme.red_letter, faint(theme.red_letter),
              theme.red_letter};
    case Level::warning:
      return {theme.amber, theme.amber_letter, theme.amber_letter, faint(theme.amber_letter),
              theme.amber_letter};
    case Level::information:
      break;
  }
  return {theme.raised, theme.text, theme.text_context, theme.rule, theme.text};
}

// Light whatever the board's theme: it must not be taken for one more slide.
NoticeColors full_colors(Level level) {
  const Theme& light = theme_of(settings::Theme::light);
  return {light.ground, light.text, light.text_context, light.rule,
          level == Level::urgent ? light.red : light.text};
}

Color top_rule(const Theme& theme, Level level) {
  switch (level) {
    case Level::urgent:
      return theme.red;
    case Level::warning:
      return theme.amber;
    case Level::information:
      break;
  }
  return theme_of(settings::Theme::light).bar_in_focus;  // a raised ground would not be seen
}

float icon_width(Level level) {
  return level == Level::warning ? kIconWidth : kIconHeight;
}

// Triangle, square or circle: the level is told by the shape, too.
void draw_icon(Canvas& canvas, Level level, const Box& box, Color color) {
  const float size = box.height();
  const float stroke = size * 0.075f;
  const Box in = box.inset(stroke / 2);
  const float x = box.centre().x;
  const auto sign = [&](float from, float to, float dot) {
    canvas.polyline(std::array<Point, 2>{{{x, box.top + from * size}, {x, box.top + to * size}}},
                    color, stroke);
    canvas.circle({x, box.top + dot * size}, stroke * 0.62f, color);
  };
  switch (level) {
    case Level::warning:
      canvas.polyline(
          std::array<Point, 4>{
              {{x, in.top}, {in.right, in.bottom}, {in.left, in.bottom}, {x, in.top}}},
          color, stroke);
      return sign(0.38f, 0.60f, 0.80f);
    case Level::urgent: {
      const float half = in.height() / 2;
      canvas.polyline(std::array<Point, 5>{{{x - half, in.top},
                                            {x + half, in.top},
                                            {x + half, in.bottom},
                                            {x - half, in.bottom},
                                            {x - half, in.top}}},
                      color, stroke);
      return sign(0.24f, 0.56f, 0.75f);
    }
    case Level::information:
      canvas.ring(box.centre(), size / 2, color, stroke);
      return sign(0.47f, 0.73f, 0.28f);
  }
}

// Baselines of one column of lines, from the capitals of the first at `top`; returns the last.
float draw_lines(Canvas& canvas, const Layout& layout, const std::vector<std::string>& lines,
                 Point top, Type type, Color color, float room) {
  Point at{top.x, top.y + layout.metrics.cap(type.role)};
  for (const auto& line : lines) {
    canvas.text(at, line, type, color, room + 1);
    at.y += layout.metrics.pitch(type.role);
  }
  return at.y - layout.metrics.pitch(type.role);
}

void draw_body(Canvas& canvas, const Layout& layout, const NoticeText& text, const Box& box,
               const NoticeColors& colors, float between) {
  const Type detail{text.text_role, Weight::regular};
  const Type strong{text.text_role, Weight::semibold};
  const float cap = layout.metrics.cap(text.text_role);
  const float pitch = layout.metrics.pitch(text.text_role);
  float top = box.top;
  if (!text.detail.empty()) {
    top = between + draw_lines(canvas, layout, text.detail, {box.left, top}, detail, colors.text,
                               box.width());
  }
  for (const NoticePair& pair : text.pairs) {
    const bool beside = text.text_left > 0;
    const float label_end = draw_lines(canvas, layout, pair.label, {box.left, top}, detail,
                                       colors.context, beside ? text.text_left : box.width());
    const float text_top = beside || pair.label.empty() ? top : label_end + pitch - cap;
    const float text_end =
        draw_lines(canvas, layout, pair.text, {box.left + text.text_left, text_top}, strong,
                   colors.text, box.width() - text.text_left);
    top = between + std::max(label_end, text_end);
  }
}

void draw_foot(Canvas& canvas, const Layout& layout, const NoticeText& text, const Box& box,
               const NoticeColors& colors) {
  const Role role = notice_foot_role(layout.metrics);
  const Type until{role, Weight::semibold};
  const Type sent{role, Weight::regular};
  const float end =
      draw_lines(canvas, layout, text.until, {box.left, box.top}, until, colors.text, box.width());
  if (text.sent.empty()) return;
  if (!text.one_foot_line) {
    const float top = end + layout.metrics.pitch(role) - layout.metrics.cap(role);
    draw_lines(canvas, layout, text.sent, {box.left, top}, sent, colors.context, box.width());
    return;
  }
  const float between = notice_foot_gap(layout.metrics);
  Point at{box.left + layout.type.width(text.until.front(), until) + between, end};
  canvas.circle({at.x, at.y - layout.metrics.cap(role) * 0.45f}, 0.07f * layout.metrics.em(role),
                colors.context);
  at.x += between;
  canvas.text(at, text.sent.front(), sent, colors.context, box.right - at.x + 1);
}

float marking_width(const Layout& layout, const std::string& marking) {
  return marking.empty() ? 0 : layout.type.width(marking, {Role::chrome, Weight::semibold}) + 36;
}

// In its frame; `at` is the middle of its right edge.
void draw_marking(Canvas& canvas, const Layout& layout, const std::string& marking, Point at,
                  const NoticeColors& colors) {
  if (marking.empty()) return;
  const float half = 11 + 12 * layout.metrics.text_scale;
  const float left = at.x - marking_width(layout, marking);
  canvas.outline({left, at.y - half, at.x, at.y + half}, colors.rule, 2, 6);
  const float baseline = at.y + layout.metrics.cap(Role::chrome) / 2;
  canvas.text({left + 18, baseline}, marking, {Role::chrome, Weight::semibold}, colors.text,
              at.x - left - 35);
}

Canvas& notice_region(const Layout& layout, std::string name, const Box& box) {
  return layout.regions->add(std::move(name), box, Part::notice);
}

void draw_banner(const NoticeOver& over, const Furniture& furniture, const Layout& layout) {
  const Metrics& metrics = layout.metrics;
  const float k = metrics.text_scale;
  const float small = metrics.portrait ? 0.75f : 1;  // of the icon
  const float left = metrics.margin + (kIconWidth + kIconGap) * small;
  const float right = metrics.page_width - metrics.margin;
  const std::string& own_marking = over.notice.marking;
  const std::string marking = own_marking == over.slide_marking ? "" : own_marking;
  const float marking_room = marking.empty() ? 0 : marking_width(layout, marking) + kIconGap;
  // Beside sender and end, or below them where they would be crowded.
  const bool below = marking_room > (right - left) * 0.3f;
  const float for_marking = below ? 0 : marking_room;

  const bool has_contacts = furniture.contacts.height() > 0;
  Box dimmed{0, furniture.header.bottom + 2, metrics.page_width,
             has_contacts ? furniture.contacts.top - kEdge : furniture.bar.top};
  const NoticeGaps gaps{44 * k, 40 * k, 26 * k, 40 * k, (below ? 116 : 46) * k};
  const float most = dimmed.height() - kEdge;
  const NoticeRoom room{right - left, right - left, right - left - for_marking,
                        std::min(most, kBandHeight * k * (metrics.portrait ? 1.4f : 1)), most};
  const NoticeText text = break_notice(over.notice, layout, room, gaps);
  const float needed = notice_height(text, metrics, gaps);
  const float height = std::clamp(needed, std::min(kBandHeight, most), most);
  const Box band{0, dimmed.bottom - height, metrics.page_width, dimmed.bottom};

  Color shade = layout.theme.ground;
  shade.alpha = kShade;
  notice_region(layout, "notice shade", dimmed).fill(dimmed, shade);

  const NoticeColors colors = band_colors(layout.theme, over.notice.level);
  const Box whole{0, band.top - kEdge, band.right, band.bottom};
  Canvas& canvas = notice_region(layout, "notice", whole);
  canvas.fill(whole, layout.theme.ground);
  canvas.fill(band, colors.ground);
  // What a short text leaves is shared out above and below it.
  const float spare = std::max(0.0f, height - needed) / 2;
  float y = band.top + gaps.above_title + spare;
  draw_icon(canvas, over.notice.level,
            {metrics.margin, y, metrics.margin + icon_width(over.notice.level) * small,
             y + kIconHeight * small},
            colors.icon);
  y = draw_lines(canvas, layout, text.title, {left, y}, {text.title_role, Weight::semibold},
                 colors.text, right - left);
  if (text.has_body()) {
    const Box body{left, y + gaps.above_body, right, band.bottom};
    draw_body(canvas, layout, text, body, colors, gaps.between);
  }
  const float foot_top = band.bottom - spare - gaps.below_foot - foot_height(text, metrics);
  const float rule = foot_top - gaps.around_rule;
  canvas.line({left, rule}, {right, rule}, colors.rule, 2);
  draw_foot(canvas, layout, text, {left, foot_top, right - for_marking, band.bottom}, colors);
  const float foot_middle = foot_top + metrics.cap(notice_foot_role(metrics)) / 2;
  draw_marking(canvas, layout, marking,
               below ? Point{left + marking_width(layout, marking), band.bottom - 52 * k}
                     : Point{right, foot_middle},
               colors);
}

// Where the parts of a full notice stand, one below the other.
struct FullPlaces {
  Box icon;
  Box title;
  float rule = 0;
  Box body;
  float between = 0;
  Box foot;  // its rule stands `around_rule` above
};

FullPlaces place(const NoticeText& text, Level level, const Metrics& metrics,
                 const NoticeGaps& gaps, float icon_beside) {
  FullPlaces places;
  const float left = metrics.margin;
  const float right = metrics.page_width - metrics.margin;
  places.foot = {left, metrics.page_height - gaps.below_foot - foot_height(text, metrics), right,
                 metrics.page_height};
  const float bottom = places.foot.top - 2 * gaps.around_rule;
  const float icon_above = icon_beside > 0 ? 0 : kIconHeight + kIconGap;
  const float title = title_height(text, metrics);
  const float head = icon_above + (icon_beside > 0 ? std::max(title, kIconHeight) : title);
  const float above = gaps.above_title + kTopRule;
  const float natural =
      text.has_body() ? head + gaps.above_body + body_height(text, metrics, gaps.between) : head;
  const float spare = std::max(0.0f, bottom - above - natural);
  // Lines first get some air, then everything stands in the middle.
  const auto parts = static_cast<float>(text.pairs.size() + (text.detail.empty() ? 0 : 1));
  const float air = text.has_body() ? std::min(spare / (parts + 3), kMostStretch) : spare / 2;
  const float top = above + (text.has_body() ? air : spare / 2);
  const float title_top =
      top + icon_above + (icon_beside > 0 ? (head - icon_above - title) / 2 : 0);
  places.icon = {left, top, left + icon_width(level), top + kIconHeight};
  if (icon_beside > 0) {
    const float middle = top + head / 2;
    places.icon.top = std::max(top, middle - kIconHeight / 2);
    places.icon.bottom = places.icon.top + kIconHeight;
  }
  places.title = {left + icon_beside, title_top, right, title_top + title};
  places.between = gaps.between + (text.has_body() ? air : 0);
  if (!text.has_body()) return places;
  places.rule = top + head + gaps.above_body / 2 + air / 2;
  const float body = body_height(text, metrics, places.between);
  const float free = bottom + gaps.around_rule - places.rule - body;
  places.body = {left, places.rule + free / 2, right, bottom};
  return places;
}

void draw_full(const NoticeOver& over, const Layout& layout) {
  const Metrics& metrics = layout.metrics;
  const float k = metrics.text_scale;
  const Type chrome{notice_foot_role(metrics), Weight::semibold, Digits::tabular};
  const float clock_width = layout.type.width(over.clock, chrome);
  const float right = metrics.page_width - metrics.margin;
  const float wide = right - metrics.margin;
  const float corner = clock_width + kIconGap + marking_width(layout, over.notice.marking);
  const bool corner_above = metrics.portrait;  // no room beside sender and end
  const float icon_beside = metrics.portrait ? 0 : kIconWidth + kIconGap * 0.75f;

  const NoticeGaps gaps{64 * k, 96 * k, 28 * k, 56 * k, (corner_above ? 130 : 76) * k};
  const float icon_above = icon_beside > 0 ? 0 : kIconHeight + kIconGap;
  const float most = metrics.page_height - kTopRule - icon_above;
  const NoticeRoom room{wide - icon_beside, wide, corner_above ? wide : wide - corner - kIconGap,
                        most, most};
  const NoticeText text = break_notice(over.notice, layout, room, gaps);
  const FullPlaces places = place(text, over.notice.level, metrics, gaps, icon_beside);

  const NoticeColors colors = full_colors(over.notice.level);
  const Box page{0, 0, metrics.page_width, metrics.page_height};
  Canvas& canvas = notice_region(layout, "notice", page);
  canvas.fill(page, colors.ground);
  canvas.fill({0, 0, page.right, kTopRule}, top_rule(layout.theme, over.notice.level));
  draw_icon(canvas, over.notice.level, places.icon, colors.icon);
  draw_lines(canvas, layout, text.title, {places.title.left, places.title.top},
             {text.title_role, Weight::semibold}, colors.text, places.title.width());
  if (text.has_body()) {
    canvas.line({metrics.margin, places.rule}, {right, places.rule}, colors.rule, 3);
    draw_body(canvas, layout, text, places.body, colors, places.between);
  }
  const float rule = places.foot.top - gaps.around_rule;
  canvas.line({metrics.margin, rule}, {right, rule}, colors.rule, 3);
  Box foot = places.foot;
  foot.right = metrics.margin + room.foot;
  draw_foot(canvas, layout, text, foot, colors);

  const float cap = metrics.cap(chrome.role);
  const float baseline = corner_above ? page.bottom - 52 * k : places.foot.top + cap;
  draw_marking(canvas, layout, over.notice.marking,
               {corner_above ? metrics.margin + marking_width(layout, over.notice.marking)
                             : right - clock_width - kIconGap * 0.75f,
                baseline - cap / 2},
               colors);
  const Box clock_box{right - clock_width - 6, baseline - cap - 12, page.right,
                      baseline + 0.4f * cap};
  notice_region(layout, "notice clock", clock_box)
      .text({right, baseline}, over.clock, chrome, colors.text, clock_width + 1, Align::right);
}

}  // namespace

void draw_notice(const NoticeOver& over, const Furniture& furniture, const Layout& layout) {
  if (over.notice.style == model::Notice::Style::full) {
    draw_full(over, layout);
  } else {
    draw_banner(over, furniture, layout);
  }
}

}  // namespace view
