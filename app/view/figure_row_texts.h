// The texts of one row of large figures, broken into lines: what a row needs and what it draws.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/figure_rows.h"

namespace view {

// draw_change_line() asks for the room of bolder words than it sets, wider by at most this.
inline constexpr float kBolderWords = 1.12f;

// What all rows of a slide have in common; chosen by figure_row_pages.cpp.
struct RowForm {
  bool stacked = false;  // title above the figure, scale below it; else both right of it
  Role number = Role::value;
  float number_width = 0;
  Role title = Role::body;
  bool one_line = true;          // title, and beside it the change, unless stacked
  float change_width = 0;        // one_line: of its column, at the right end of the title's
  bool side_right = true;        // stacked: the change stands right of the figure, else below
  Role change = Role::body;      // unless it stands beside a title, whose role it has then
  bool compared_inline = false;  // after the change, else below it
  int title_lines = 1;           // at most
  int other_lines = 6;           // at most, of any one text
  bool with_details = true;      // and notes
  bool with_change = true;
  float air = 0;      // between lines, more than they need
  float stretch = 0;  // of the scale, likewise
  float edge = 0;     // stacked: above the first and below the last line, likewise
};

// Widths of the parts of a row.
struct RowRooms {
  float number = 0;
  float title = 0;
  float scale = 0;
  float side = 0;  // stacked: right of the figure
};

enum class Tone { strong, context, absent };

struct PlacedText {
  Point at;  // on the baseline, from the block's top left
  std::string text;
  Type type;
  Tone tone = Tone::strong;
  float room = 0;
};

struct PlacedChange {
  present::KpiCard::Change change;
  Point at;
  float room = 0;
  Role role = Role::body;
};

struct TextBlock {
  std::vector<PlacedText> texts;
  std::optional<PlacedChange> change;
  float height = 0;  // from the first capital's top to the last baseline
};

struct RowTexts {
  TextBlock head;           // title, change unless stacked, details
  TextBlock number;         // a text in the figure's place that needs lines; else empty
  float number_height = 0;  // of the figure or of that text
  TextBlock note;           // unless stacked; its gap to the figure included
  TextBlock side;           // stacked: change and note
  TextBlock words;          // in place of the scale; the gap above included
  float late_strip = 0;     // height; 0: not late
  float middle_height = 0;  // stacked: of figure and side, the gap above included
  float below_height = 0;   // of the scale, strip or words, the gap above included
  bool fits_one_line = true;
  bool is_whole = true;  // no text is cut off
};

RowTexts set_row(const FigureRow& row, const Layout& layout, const RowForm& form,
                 const RowRooms& rooms);

// Of the change with what it is compared with, in one line of this role.
float change_width(const FigureRow& row, const Layout& layout, Role role);
// Without what it is compared with.
float plain_change_width(const FigureRow& row, const Layout& layout, Role role);

// Vertical distances.
float row_pad(const Layout& layout, const RowForm& form);  // above and below the texts
float stacked_gap(const Layout& layout);                   // stacked: from the title to the figure
float line_gap(const Layout& layout);   // from a baseline to the next capital's top
float scale_gap(const Layout& layout);  // from a baseline to the scale
float scale_height(const Layout& layout);
float labels_gap(const Layout& layout);  // from the scale to its labels

}  // namespace view
