#include "view/chrome.h"

#include <algorithm>

#include "view/card.h"
#include "view/contacts.h"
#include "view/marks.h"

namespace view {
namespace {

constexpr Type kChrome{Role::chrome, Weight::regular};
constexpr Type kChromePlace{Role::chrome, Weight::regular, Digits::tabular};
constexpr Type kChromeStrong{Role::chrome, Weight::semibold, Digits::tabular};
constexpr float kGap = 28;
constexpr float kShortestName = 6;  // em; less of the board's name says nothing
constexpr std::string_view kSeparator = "  ·  ";
constexpr int kMostDots = 8;

float marking_width(const std::string& marking, const Layout& layout, float padding) {
  return layout.type.width(marking, kChromeStrong) + 2 * padding;
}

// A marking in its frame; returns where it ends.
float draw_marking(Canvas& canvas, const std::string& marking, Point at, float padding, float room,
                   const Layout& layout) {
  const Theme& theme = layout.theme;
  float width = std::min(room, marking_width(marking, layout, padding));
  float half = 11 + 12 * layout.metrics.text_scale;
  float middle = at.y - layout.metrics.cap(Role::chrome) / 2;
  canvas.outline({at.x, middle - half, at.x + width, middle + half}, theme.rule, 2, 6);
  canvas.text({at.x + padding, at.y}, marking, kChromeStrong, theme.text, width - 2 * padding + 1);
  return at.x + width;
}

void draw_header(const present::Plan& plan, const present::Slide& slide, const Furniture& furniture,
                 const Layout& layout) {
  const Metrics& metrics = layout.metrics;
  const Theme& theme = layout.theme;
  const Box& box = furniture.header;
  float baseline = furniture.header_baseline;
  float k = layout.metrics.text_scale;
  float right = metrics.page_width - metrics.margin;

  float clock_width = layout.type.width(plan.clock, kChromeStrong);
  float clock_left = std::max(metrics.margin, right - clock_width);
  Box clock_box{clock_left - 8, box.top, metrics.page_width, box.bottom - 2};
  auto& clock = layout.regions->add("clock", clock_box, Part::chrome);
  clock.text({right, baseline}, plan.clock, kChromeStrong, theme.text, right - clock_left + 1,
             Align::right);
  right = clock_left;

  float emblem_size = (k - 1) * 0.6f + 1;
  float name_left = metrics.margin + 36 * emblem_size + 14;
  float marking_room =
      slide.marking_in_header ? marking_width(slide.marking, layout, 14) + kGap : 0;

  if (!slide.period.empty() && !metrics.portrait) {
    float room = right - 2 * kGap - name_left - marking_room;
    float width = layout.type.width(slide.period, kChrome);
    if (width <= room) {
      float rule = right - 27;
      Box period_box{right - 53 - width - 4, box.top, clock_box.left, box.bottom - 2};
      auto& canvas = layout.regions->add("period", period_box, Part::chrome);
      float middle = baseline - metrics.cap(Role::chrome) / 2;
      canvas.line({rule, middle - 15}, {rule, middle + 15}, theme.rule, 2);
      canvas.text({right - 53, baseline}, slide.period, kChrome, theme.text_context, width + 1,
                  Align::right);
      right -= 2 * kGap + width;
    }
  }

  Box left_box{0, box.top, right - 5, box.bottom - 2};
  auto& canvas = layout.regions->add("header", left_box, Part::chrome);
  float middle = baseline - metrics.cap(Role::chrome) / 2;
  draw_emblem(canvas, {metrics.margin - 2, middle - 20.5f * emblem_size}, emblem_size,
              theme.text_context);
  float room = right - kGap - name_left - marking_room;
  if (room >= kShortestName * metrics.em(Role::chrome)) {
    float width =
        canvas.text({name_left, baseline}, plan.board_name, kChromeStrong, theme.text, room);
    name_left += width + kGap;
  }
  if (slide.marking_in_header) {
    draw_marking(canvas, slide.marking, {name_left, baseline}, 14, right - kGap - name_left,
                 layout);
  }
  auto& line = layout.regions->add("header line", box, Part::chrome);
  line.fill({0, box.bottom - 1, metrics.page_width, box.bottom + 1}, theme.hairline);
}

std::string position_text(const present::Slide& slide, const ChromeState& state) {
  std::string text = "Waiting";
  if (!std::holds_alternative<present::Waiting>(slide.content)) {
    text =
        "Slide " + std::to_string(state.position.slide + 1) + " of " + std::to_string(state.slides);
  }
  return state.paused ? "Paused" + std::string(kSeparator) + text : text;
}

// As many parts of the age line as fit; the last are dropped first, the first is never.
std::string age_text(const std::vector<std::string>& parts, float room, const Layout& layout) {
  std::string text;
  for (const auto& part : parts) {
    std::string longer = text.empty() ? part : text + std::string(kSeparator) + part;
    if (!text.empty() && layout.type.width(longer, kChrome) > room) break;
    text = std::move(longer);
  }
  return text;
}

void draw_footer(const present::Slide& slide, const ChromeState& state, const Furniture& furniture,
                 const Layout& layout) {
  const Metrics& metrics = layout.metrics;
  const Theme& theme = layout.theme;
  const Box& box = furniture.footer;
  float k = layout.metrics.text_scale;
  float right = metrics.page_width - metrics.margin;
  float left = metrics.margin;
  float cap = metrics.cap(Role::chrome);
  float middle = metrics.portrait ? box.bottom - 30 : (box.top + box.bottom) / 2 - 2;
  if (metrics.portrait) middle = box.bottom - 15 - 15 * k;
  float baseline = middle + cap / 2;

  std::string place = position_text(slide, state);
  float place_width = layout.type.width(place, kChromePlace);
  Box place_box{right - place_width - 6, middle - cap - 9, metrics.page_width, box.bottom};
  auto& corner = layout.regions->add("position", place_box, Part::chrome);
  corner.text({right, baseline}, place, kChromePlace, theme.text_context, place_width + 1,
              Align::right);

  auto& canvas = layout.regions->add(
      "footer", {0, box.top, metrics.portrait ? metrics.page_width : place_box.left, box.bottom},
      Part::chrome);
  float padding = metrics.portrait ? 15 : 18;
  float room = right - place_width - kGap - left;
  if (!slide.marking.empty()) {
    float end = draw_marking(canvas, slide.marking, {left - 1, baseline}, padding, room, layout);
    if (!metrics.portrait) {
      left = end + kGap;
      room = right - place_width - kGap - left;
    }
  }
  if (slide.footer.empty() || room <= 0) return;
  if (metrics.portrait) {
    room = right - left;
    baseline -= 48 * k;
  }
  canvas.text({left, baseline}, age_text(slide.footer, room, layout), kChrome, theme.text_context,
              room);
}

void draw_title(const present::Slide& slide, const ChromeState& state, const Furniture& furniture,
                const Layout& layout) {
  const Metrics& metrics = layout.metrics;
  const Theme& theme = layout.theme;
  float right = metrics.page_width - metrics.margin;
  Box box{metrics.margin - 8, furniture.header.bottom + 2, right + 8, furniture.content.top - 1};
  auto& canvas = layout.regions->add("title", box);
  if (!slide.badge.empty()) {
    canvas.fill(furniture.badge, theme.raised, 10);
    Point centre = furniture.badge.centre();
    canvas.text({centre.x, centre.y + metrics.cap(Role::body) / 2}, slide.badge,
                {Role::body, Weight::semibold}, theme.text, furniture.badge.width() - 8,
                Align::centre);
  }
  Point at = furniture.title_at;
  for (const auto& line : furniture.title) {
    canvas.text(at, line, {furniture.title_role, Weight::semibold}, theme.text, right - at.x);
    at.y += metrics.pitch(furniture.title_role);
  }
  if (furniture.subtitle_baseline <= 0) return;
  float y = furniture.subtitle_baseline;
  float room = right - at.x;
  if (state.pages > 1) {
    Type type{Role::foot, Weight::semibold, Digits::tabular};
    std::string text =
        "Page " + std::to_string(state.position.page + 1) + " of " + std::to_string(state.pages);
    float width = layout.type.width(text, type);
    canvas.text({right, y}, text, type, theme.text, width + 1, Align::right);
    room -= width + kGap;
    if (state.pages <= kMostDots) {
      float size = 18 * layout.metrics.text_scale;
      float dots = (static_cast<float>(state.pages - 1) * 1.78f + 1) * size;
      float start = right - width - 26 - dots;
      draw_page_dots(canvas, theme, {start, y - metrics.cap(Role::foot) / 2}, state.position.page,
                     state.pages, size);
      room -= dots + 26;
    }
  }
  canvas.text({at.x, y}, furniture.subtitle, {Role::foot, Weight::regular}, theme.text_context,
              room);
}

}  // namespace

Furniture furnish(const present::Slide& slide, const std::vector<model::Line>& contacts, int pages,
                  const Metrics& metrics, const Typesetter& type) {
  Furniture result;
  float k = metrics.text_scale;
  float width = metrics.page_width;
  float left = metrics.margin;
  float right = width - metrics.margin;
  result.header = {0, 0, width, 36 + 32 * k};
  result.header_baseline = (result.header.bottom - 1) / 2 + metrics.cap(Role::chrome) / 2;
  float footer_height = metrics.portrait ? 32 + 80 * k : 36 + 32 * k;
  result.footer = {0, metrics.page_height - footer_height + 6, width, metrics.page_height};
  result.bar = {0, metrics.page_height - footer_height, width, result.footer.top};
  float bottom = result.bar.top - 24;
  if (float height = contacts_height(contacts, right - left, metrics, type); height > 0) {
    result.contacts = {left, bottom - height, right, bottom};
    bottom = result.contacts.top - kCardGap;
  }

  // A slide that waits says so itself, in large letters.
  if (std::holds_alternative<present::Waiting>(slide.content)) {
    result.content = {left, result.header.bottom + 24, right, bottom};
    return result;
  }

  result.subtitle = slide.subtitle;
  if (result.subtitle.empty() && metrics.portrait) result.subtitle = slide.period;
  bool has_subtitle = !result.subtitle.empty() || pages > 1;
  float cap = metrics.cap(Role::title);
  float air = metrics.public_look ? (has_subtitle ? 34.0f : 44.0f) : 30.0f;
  float baseline = result.header.bottom + air + cap;
  if (!slide.badge.empty()) {
    float side = 20 + 42 * k;
    float badge_width =
        std::max(side, type.width(slide.badge, {Role::body, Weight::semibold}) + 24);
    float middle = baseline - cap / 2;
    result.badge = {left, middle - side / 2, left + badge_width, middle + side / 2};
    left += badge_width + 24;
  }
  // One line, smaller if need be; only what is longer still takes a second from the content.
  result.title_role =
      type.largest(slide.title, Weight::semibold, right - left, {Role::title, Role::body});
  Type title_type{result.title_role, Weight::semibold};
  result.title = type.wrap(slide.title, title_type, right - left, 2);
  result.title_at = {left, baseline};
  if (result.title.size() > 1) {
    result.title_at.y -= cap - metrics.cap(result.title_role);
    baseline = result.title_at.y + metrics.pitch(result.title_role);
  }
  float last = result.title.empty() ? 0 : type.width(result.title.back(), title_type);
  result.aside = {left + last + 40, baseline - metrics.pitch(Role::title), right, baseline};
  float content_top = baseline + (metrics.public_look ? 48.0f : 24.0f) * k;
  if (has_subtitle) {
    result.subtitle_baseline = baseline + 28 * metrics.growth() + metrics.cap(Role::foot);
    content_top =
        result.subtitle_baseline + (metrics.portrait ? 16.0f : 20.0f) + 11 * metrics.growth();
  }
  result.content = {metrics.margin, content_top, right, bottom};
  return result;
}

void draw_chrome(const present::Plan& plan, const ChromeState& state, const Furniture& furniture,
                 const Layout& layout) {
  const present::Slide& slide = plan.slides[state.position.slide];
  draw_header(plan, slide, furniture, layout);
  if (!std::holds_alternative<present::Waiting>(slide.content)) {
    draw_title(slide, state, furniture, layout);
  }
  if (!plan.contacts.empty()) {
    auto& strip = layout.regions->add("contacts", furniture.contacts, Part::chrome);
    draw_contacts(strip, layout, plan.contacts, furniture.contacts);
  }
  auto& bar = layout.regions->add("dwell bar", furniture.bar, Part::chrome);
  bar.fill(furniture.bar, layout.theme.raised);
  if (state.progress) {
    Box done = furniture.bar;
    done.right =
        done.left + done.width() * static_cast<float>(std::clamp(*state.progress, 0.0, 1.0));
    bar.fill(done, layout.theme.text_absent);
  }
  draw_footer(slide, state, furniture, layout);
}

}  // namespace view
