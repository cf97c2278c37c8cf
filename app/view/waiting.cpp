// The whole screen while no feed has ever answered.
#include <algorithm>
#include <array>

#include "view/slide_kinds.h"

namespace view {
namespace {

constexpr std::string_view kTitle = "No figures to show yet";
constexpr std::string_view kSubtitle =
    "This screen fills itself as soon as the first feed answers.";

// Where things stand; all y are baselines but for `rows`, the line under the heads.
struct Table {
  bool with_sign = true;
  bool with_place = true;  // where the screen hangs
  Role title_role = Role::value;
  float title = 0;
  float subtitle = 0;
  float head = 0;
  float rows = 0;
  float row_pitch = 0;
  float feed_width = 0;
  float next_width = 0;
  int on_page = 1;
};

constexpr float kFirstRowAir = 12;

Table table_with(const present::Waiting& content, const Layout& layout, bool with_sign,
                 bool with_place) {
  const Metrics& metrics = layout.metrics;
  const Box& box = layout.content;
  float growth = layout.growth();
  Table table{.with_sign = with_sign, .with_place = with_place && !content.where.empty()};
  table.title_role = layout.type.largest(kTitle, Weight::semibold, box.width(),
                                         {with_sign ? Role::value : Role::big, Role::title});
  table.title = box.top + (with_sign ? 75 + 110 + 46 * growth : 20) + metrics.cap(table.title_role);
  table.subtitle = table.title + 44 * growth + metrics.cap(Role::body);
  int lines = std::min(2, layout.type.line_count(kSubtitle, {Role::body}, box.width()));
  table.head = table.subtitle + static_cast<float>(lines - 1) * metrics.pitch(Role::body) +
               (with_sign ? 72.0f : 48.0f) * growth + metrics.cap(Role::foot);
  table.rows = table.head + 20 * growth;
  table.row_pitch = 53 * growth + metrics.em(Role::body);

  for (const auto& feed : content.feeds) {
    table.feed_width =
        std::max(table.feed_width, layout.type.width(feed.title, {Role::body, Weight::semibold}));
    table.next_width = std::max(table.next_width, layout.type.width(feed.next_try, {Role::body}));
  }
  float width = box.width();
  table.feed_width = std::clamp(table.feed_width + 40, width * 0.311f, width * 0.4f);
  table.next_width = std::clamp(table.next_width + 40, width * 0.16f, width * 0.28f);
  float below = table.with_place ? metrics.pitch(Role::foot) + 8 : 0;
  float room = box.bottom + 8 - below - table.rows - kFirstRowAir;
  table.on_page = static_cast<int>(room / table.row_pitch);
  if (table.on_page < 1) table.row_pitch = std::max(room, metrics.em(Role::body));
  return table;
}

// The sign goes first where it would crowd out the feeds, then the place.
Table table_of(const present::Waiting& content, const Layout& layout) {
  int wanted = std::min(3, static_cast<int>(content.feeds.size()));
  for (auto [sign, place] : {std::pair{true, true}, {false, true}}) {
    Table table = table_with(content, layout, sign, place);
    if (table.on_page >= wanted) return table;
  }
  Table table = table_with(content, layout, false, false);
  table.on_page = std::max(1, table.on_page);
  return table;
}

void draw_sign(Canvas& canvas, const Theme& theme, Point at) {
  canvas.outline({at.x, at.y, at.x + 152, at.y + 110}, theme.text_absent, 8, 22);
  canvas.fill({at.x + 52, at.y + 49, at.x + 100, at.y + 61}, theme.text_absent);
}

}  // namespace

int page_count(const present::Waiting& content, const Layout& layout) {
  int feeds = static_cast<int>(content.feeds.size());
  int rows = table_of(content, layout).on_page;
  return std::max(1, (feeds + rows - 1) / rows);
}

void draw(const present::Waiting& content, int page, const Layout& layout) {
  const Metrics& metrics = layout.metrics;
  const Theme& theme = layout.theme;
  const Box& box = layout.content;
  Table table = table_of(content, layout);
  Box above{box.left - 8, box.top, box.right + 8, table.rows - 2};
  auto& head = layout.region("waiting", above);
  if (table.with_sign) draw_sign(head, theme, {box.left, box.top + 75});
  head.text({box.left, table.title}, kTitle, {table.title_role, Weight::semibold}, theme.text,
            box.width());
  head.paragraph({box.left, table.subtitle}, kSubtitle, {Role::body}, theme.text_context,
                 box.width(), 2);

  float answer_left = box.left + table.feed_width;
  float answer_width = box.width() - table.feed_width - table.next_width - 20;
  auto& rows =
      layout.region("feeds", {box.left - 8, table.rows - 2, box.right + 8, box.bottom + 12});
  if (!content.feeds.empty()) {
    Type strong{Role::foot, Weight::semibold};
    head.text({box.left, table.head}, "Feed", strong, theme.text_context, table.feed_width - 20);
    head.text({answer_left, table.head}, "Last answer", strong, theme.text_context, answer_width);
    head.text({box.right, table.head}, "Next try", strong, theme.text_context, table.next_width,
              Align::right);
    rows.line({box.left, table.rows}, {box.right, table.rows}, theme.rule, 2);
  }
  auto first = static_cast<std::size_t>(page * table.on_page);
  auto last = std::min(content.feeds.size(), first + static_cast<std::size_t>(table.on_page));
  float line = table.rows + kFirstRowAir;
  for (std::size_t i = first; i < last; ++i) {
    const auto& feed = content.feeds[i];
    float y = line + table.row_pitch / 2 + metrics.cap(Role::body) / 2;
    rows.text({box.left, y}, feed.title, {Role::body, Weight::semibold}, theme.text,
              table.feed_width - 20);
    rows.text({answer_left, y}, feed.last_answer, {Role::body}, theme.text_context, answer_width);
    rows.text({box.right, y}, feed.next_try, {Role::body}, theme.text, table.next_width,
              Align::right);
    line += table.row_pitch;
    rows.line({box.left, line}, {box.right, line}, theme.hairline, 2);
  }
  if (table.with_place) {
    rows.text({box.left, box.bottom - 20}, content.where, {Role::foot}, theme.text_context,
              box.width());
  }
}

}  // namespace view
