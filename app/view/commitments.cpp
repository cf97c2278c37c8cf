// Commitments, a row each: number, text, rating before and now, and the word for it.
#include <algorithm>
#include <vector>

#include "view/card.h"
#include "view/row_sheet.h"
#include "view/sheet.h"
#include "view/slide_kinds.h"
#include "view/whole_tile.h"

namespace view {
namespace {

using present::Commitments;

constexpr float kMark = 61;  // diameter
constexpr float kLastMark = 48;
constexpr float kMove = 33;
constexpr float kAir = 48;         // above and below a text of one line
constexpr float kAirOfLines = 35;  // of more lines
constexpr float kRowGap = 11;      // between two grounds
constexpr float kLeastTitle = 11;  // em of Body; with less, columns are dropped
constexpr float kMostStretch = 1.15f;

constexpr Type kNumber{Role::body, Weight::regular, Digits::tabular};
constexpr Type kHead{Role::foot, Weight::semibold};

Type title_type(const Commitments::Row& row) {
  return {Role::body, present::needs_attention(row.rag.now) ? Weight::semibold : Weight::regular};
}

// From the left edge of a row.
struct Columns {
  float title = 0;
  float title_right = 0;
  bool has_last = false;
  float last = 0;  // centres
  float move = 0;
  float now = 0;
  bool has_word = false;
  float word = 0;
  float word_width = 0;

  float title_room() const { return title_right - title; }
};

struct Content {
  float number_width = 0;
  float word_width = 0;
  bool has_last = false;
};

Content measure(const Commitments& commitments, const Layout& layout) {
  Content content;
  content.word_width = layout.type.width("Status", kHead);
  for (const auto& group : commitments.groups) {
    for (const auto& row : group.rows) {
      content.number_width = std::max(content.number_width, layout.type.width(row.number, kNumber));
      content.word_width =
          std::max(content.word_width, layout.type.width(row.word, {Role::body, Weight::semibold}));
      content.has_last = content.has_last || row.rag.move != present::Move::unknown;
    }
  }
  return content;
}

Columns arrange(const Content& content, const Layout& layout, float width, bool with_last,
                bool with_word) {
  const float g = layout.growth();
  Columns columns;
  columns.has_last = with_last;
  columns.has_word = with_word;
  columns.title = kSheetInset;
  if (content.number_width > 0) columns.title += std::min(content.number_width, width / 5) + 24 * g;
  columns.word_width = std::min(content.word_width, width / 3);
  columns.word = width - kSheetInset - columns.word_width;
  columns.now = with_word ? columns.word - 80 * g : width - kSheetInset - 44 * g;
  columns.move = columns.now - 86 * g;
  columns.last = columns.now - 170 * g;
  columns.title_right = (with_last ? columns.last - 29 * g : columns.now - 37 * g) - 28 * g;
  return columns;
}

Columns columns_of(const Commitments& commitments, const Layout& layout, float width) {
  const Content content = measure(commitments, layout);
  const float enough = kLeastTitle * layout.metrics.em(Role::body);
  Columns columns = arrange(content, layout, width, content.has_last, true);
  if (columns.title_room() < enough) columns = arrange(content, layout, width, false, true);
  if (columns.title_room() < enough) columns = arrange(content, layout, width, false, false);
  return columns;
}

struct Sheet {
  Box room;  // below the heads
  Columns columns;
  std::vector<GroupedPage> pages;
  float stretch = 1;
};

float air_of(const Layout& layout, int lines) {
  return (lines == 1 ? kAir : kAirOfLines) * layout.growth();
}

int lines_of(const Commitments::Row& row, const Sheet& sheet, const Layout& layout) {
  return lines_within(layout, row.title, title_type(row), sheet.columns.title_room(),
                      sheet.room.height() - air_of(layout, 2));
}

Sheet sheet_of(const Commitments& content, const Layout& layout) {
  Sheet sheet;
  sheet.room = whole_tile_room(layout, content.age);
  sheet.room.top += heads_height(layout);
  sheet.columns = columns_of(content, layout, sheet.room.width());
  std::vector<GroupedRow> rows;
  for (std::size_t group = 0; group < content.groups.size(); ++group) {
    const auto& of = content.groups[group];
    if (!of.title.empty()) rows.push_back({group, 0, true, group_head_height(layout)});
    for (std::size_t row = 0; row < of.rows.size(); ++row) {
      const int lines = lines_of(of.rows[row], sheet, layout);
      const float text = static_cast<float>(lines) * layout.metrics.pitch(Role::body);
      const float height = std::min(text + air_of(layout, lines), sheet.room.height());
      rows.push_back({group, row, false, height});
    }
  }
  sheet.pages = break_groups(rows, sheet.room.height());
  sheet.stretch = stretch_of(sheet.pages, sheet.room.height(), kMostStretch);
  return sheet;
}

// A label that is too long for its place gives way to a plain word.
std::string head_label(const std::string& label, const char* otherwise, float room,
                       const Layout& layout) {
  return layout.type.width(label, kHead) <= room ? label : otherwise;
}

void draw_all_heads(Canvas& canvas, const Commitments& content, const Sheet& sheet,
                    const Layout& layout, const Box& box) {
  const Columns& columns = sheet.columns;
  const float g = layout.growth();
  std::vector<Head> heads;
  const float left = box.left;
  const bool numbered = columns.title > kSheetInset;
  const float number_room = columns.title - kSheetInset - 12 * g;
  if (numbered && layout.type.width("No.", kHead) <= number_room) {
    heads.push_back({"No.", left + kSheetInset, number_room, Align::left});
  }
  heads.push_back({"Commitment", left + columns.title, columns.title_room(), Align::left});
  // Centred heads have the same room on both sides of their marks.
  const float beside =
      std::min(box.width() - columns.now,
               columns.now - (columns.has_last ? columns.move : columns.title_right));
  const float room = std::min(150 * g, 2 * beside);
  if (columns.has_last) {
    heads.push_back({head_label(content.before_label, "Before", room, layout), left + columns.last,
                     room, Align::centre});
  }
  heads.push_back({head_label(content.now_label, "Now", room, layout), left + columns.now, room,
                   Align::centre});
  if (columns.has_word) {
    heads.push_back({"Status", left + columns.word, columns.word_width + 1, Align::left});
  }
  draw_heads(canvas, layout, box, heads, content.age);
}

void draw_commitment(Canvas& canvas, const Commitments& content, const Commitments::Row& row,
                     const Sheet& sheet, const Layout& layout, const Box& box) {
  const Theme& theme = layout.theme;
  const Columns& columns = sheet.columns;
  const float g = layout.growth();
  const bool late = content.age.state == present::TileAge::State::late;
  const bool strong = present::needs_attention(row.rag.now);
  const TileColors colors = colors_of(theme, content.age);
  if (!late) {
    draw_row(canvas, theme,
             {box.left, box.top + kRowGap * g / 2, box.right, box.bottom - kRowGap * g / 2},
             kSheetEdge, row.rag.now);
  }
  const float middle = box.centre().y;
  const float baseline = middle + layout.metrics.cap(Role::body) / 2;
  const int lines = lines_of(row, sheet, layout);
  canvas.text({box.left + kSheetInset, baseline}, row.number, kNumber,
              late || strong ? colors.context : theme.text_absent,
              columns.title - kSheetInset - 10 * g);
  draw_row_title(canvas, layout,
                 {box.left + columns.title, box.top, box.left + columns.title_right, box.bottom},
                 row.title, title_type(row), strong ? colors.strong : colors.context, lines);
  if (columns.has_last && row.rag.move != present::Move::unknown) {
    draw_row_mark(canvas, theme, {box.left + columns.last, middle}, kLastMark * g, box.height(),
                  row.rag.before, look_of(content.age, MarkLook::last));
    draw_move(canvas, theme, {box.left + columns.move, middle}, kMove * g, row.rag.move,
              look_of(content.age));
  }
  draw_row_mark(canvas, theme, {box.left + columns.now, middle}, kMark * g, box.height(),
                row.rag.now, look_of(content.age));
  if (columns.has_word) {
    canvas.text({box.left + columns.word, baseline}, row.word, title_type(row),
                strong ? colors.strong : colors.context, columns.word_width + 1);
  }
}

}  // namespace

int page_count(const Commitments& content, const Layout& layout) {
  return static_cast<int>(sheet_of(content, layout).pages.size());
}

void draw(const Commitments& content, int page, const Layout& layout) {
  draw_whole_tile(layout, content.age);
  const Sheet sheet = sheet_of(content, layout);
  const Box box = whole_tile_room(layout, content.age);
  Canvas& canvas = layout.region("commitments", {box.left, box.top - 10, box.right, box.bottom});
  draw_all_heads(canvas, content, sheet, layout, box);
  float y = sheet.room.top;
  const GroupedRow* above = nullptr;
  for (const GroupedRow& at : sheet.pages[static_cast<std::size_t>(page)]) {
    const auto& group = content.groups[at.group];
    const Box row{box.left, y, box.right, y + at.height * sheet.stretch};
    y = row.bottom;
    if (at.is_head) {
      draw_group_head(canvas, layout, row, group.badge, group.title, content.age);
      above = nullptr;
      continue;
    }
    const auto& commitment = group.rows[at.row];
    const bool plain = !present::needs_attention(commitment.rag.now);
    // Two rows without ground need a line between them.
    if (above && plain && !present::needs_attention(group.rows[above->row].rag.now)) {
      canvas.line({row.left + kSheetInset, row.top}, {row.right - kSheetInset, row.top},
                  content.age.state == present::TileAge::State::late ? layout.theme.late_hatch
                                                                     : layout.theme.hairline,
                  2);
    }
    draw_commitment(canvas, content, commitment, sheet, layout, row);
    above = &at;
  }
}

}  // namespace view
