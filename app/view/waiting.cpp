// The whole screen while no feed has ever answered.
#include <algorithm>
#include <array>

#include "view/slide_kinds.h"

namespace view {
namespace {

constexpr std::string_view kTitle = "No figures to show yet";
constexpr std::string_view kSubtitle =
    "This screen fills itself as soon as the first feed answers.";

struct Table {
  float head = 0;  // baseline of the column heads
  float row_pitch = 0;
  float feed_width = 0;
  float next_width = 0;
  int rows = 1;  // on one page
};

float title_baseline(const Layout& layout, Role role) {
  return layout.content.top + 75 + 110 + 46 * layout.growth() + layout.metrics.cap(role);
}

Role title_role(const Layout& layout) {
  return layout.type.largest(kTitle, Weight::semibold, layout.content.width(),
                             {Role::value, Role::big, Role::title});
}

float subtitle_baseline(const Layout& layout) {
  return title_baseline(layout, title_role(layout)) + 44 * layout.growth() +
         layout.metrics.cap(Role::body);
}

int subtitle_lines(const Layout& layout) {
  return std::min(2, layout.type.line_count(kSubtitle, {Role::body}, layout.content.width()));
}

Table table_of(const present::Waiting& content, const Layout& layout) {
  const Metrics& metrics = layout.metrics;
  Table table;
  float extra = static_cast<float>(subtitle_lines(layout) - 1) * metrics.pitch(Role::body);
  table.head = subtitle_baseline(layout) + extra + 72 * layout.growth() + metrics.cap(Role::foot);
  table.row_pitch = 53 * layout.growth() + metrics.em(Role::body);
  for (const auto& feed : content.feeds) {
    table.feed_width =
        std::max(table.feed_width, layout.type.width(feed.title, {Role::body, Weight::semibold}));
    table.next_width = std::max(table.next_width, layout.type.width(feed.next_try, {Role::body}));
  }
  float width = layout.content.width();
  table.feed_width = std::clamp(table.feed_width + 40, width * 0.311f, width * 0.4f);
  table.next_width = std::clamp(table.next_width + 40, width * 0.12f, width * 0.28f);
  float room = layout.content.bottom - metrics.pitch(Role::foot) - table.head - 32;
  table.rows = std::max(1, static_cast<int>(room / table.row_pitch));
  return table;
}

void draw_sign(Canvas& canvas, const Theme& theme, Point at) {
  canvas.outline({at.x, at.y, at.x + 152, at.y + 110}, theme.text_absent, 8, 22);
  canvas.fill({at.x + 52, at.y + 49, at.x + 100, at.y + 61}, theme.text_absent);
}

}  // namespace

int page_count(const present::Waiting& content, const Layout& layout) {
  int feeds = static_cast<int>(content.feeds.size());
  int rows = table_of(content, layout).rows;
  return std::max(1, (feeds + rows - 1) / rows);
}

void draw(const present::Waiting& content, int page, const Layout& layout) {
  const Metrics& metrics = layout.metrics;
  const Theme& theme = layout.theme;
  const Box& box = layout.content;
  Role role = title_role(layout);
  float baseline = title_baseline(layout, role);
  Table table = table_of(content, layout);

  auto& head = layout.region("waiting", {box.left - 8, box.top, box.right + 8, table.head + 12});
  draw_sign(head, theme, {box.left, box.top + 75});
  head.text({box.left, baseline}, kTitle, {role, Weight::semibold}, theme.text, box.width());
  head.paragraph({box.left, subtitle_baseline(layout)}, kSubtitle, {Role::body}, theme.text_context,
                 box.width(), 2);

  float answer_left = box.left + table.feed_width;
  float answer_width = box.width() - table.feed_width - table.next_width;
  Type strong{Role::foot, Weight::semibold};
  if (!content.feeds.empty()) {
    head.text({box.left, table.head}, "Feed", strong, theme.text_context, table.feed_width - 20);
    head.text({answer_left, table.head}, "Last answer", strong, theme.text_context, answer_width);
    head.text({box.right, table.head}, "Next try", strong, theme.text_context, table.next_width,
              Align::right);
  }
  float line = table.head + 20;
  std::size_t first = static_cast<std::size_t>(page * table.rows);
  std::size_t last = std::min(content.feeds.size(), first + static_cast<std::size_t>(table.rows));
  auto& rows = layout.region("feeds", {box.left - 8, line - 4, box.right + 8, box.bottom + 12});
  if (!content.feeds.empty()) rows.line({box.left, line}, {box.right, line}, theme.rule, 2);
  for (std::size_t i = first; i < last; ++i) {
    const auto& feed = content.feeds[i];
    if (i == first) line += 12;
    float y = line + table.row_pitch / 2 + metrics.cap(Role::body) / 2;
    rows.text({box.left, y}, feed.title, {Role::body, Weight::semibold}, theme.text,
              table.feed_width - 20);
    rows.text({answer_left, y}, feed.last_answer, {Role::body}, theme.text_context,
              answer_width - 20);
    rows.text({box.right, y}, feed.next_try, {Role::body}, theme.text, table.next_width,
              Align::right);
    line += table.row_pitch;
    rows.line({box.left, line}, {box.right, line}, theme.hairline, 2);
  }
  if (!content.where.empty()) {
    rows.text({box.left, box.bottom - 20}, content.where, {Role::foot}, theme.text_context,
              box.width());
  }
}

}  // namespace view
