// How a KPI table is laid out: in columns, or, where they leave titles no room, with each row's
// figures below its title; and which rows and notes stand on which page.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "view/sheet.h"
#include "view/slide_kinds.h"

namespace view::kpi_table {

inline constexpr float kMark = 50;      // diameter
inline constexpr float kIndent = 40;    // of a child
inline constexpr float kStackAir = 26;  // above and below what is stacked
inline constexpr float kStripGap = 8;   // above the strip of a late row

struct Column {
  float right = 0;  // from the row's left edge; cells end here
  float width = 0;
  bool shown = true;
};

// The figures of a row below its title, when they do not stand beside it.
struct Stack {
  bool used = false;
  bool captions = false;    // each figure has its head above it; else heads stand on top
  std::size_t in_line = 1;  // figures
  std::size_t count = 0;    // figures of a row
  int text_lines = 1;       // of the longest figure
};

// A note, or what of it has room, on a page that has no rows.
struct NoteLine {
  std::size_t note = 0;
  bool is_first = false;
  std::string text;
};

struct Page {
  PageRows rows;
  std::vector<std::size_t> notes;
  std::vector<NoteLine> note_lines;
};

struct Plan {
  Box room;
  Role role = Role::body;  // of titles and figures
  bool with_word = true;
  bool titles_whole = true;  // else titles end where their page does
  float title_right = 0;     // from the row's left edge
  float word_left = 0;
  float mark = 0;                      // centre
  float variation = 0, assurance = 0;  // centres of the icons; 0: the table has none
  std::vector<Column> columns;
  Stack stack;
  float heads = 0;             // height
  std::vector<float> heights;  // that rows need
  float stretch = 1;           // of all rows, so that the fullest page is full
  std::vector<Page> pages;     // at least one
};

inline constexpr float kIcon = 56;  // diameter

Plan plan_of(const present::KpiTable& table, const Layout& layout);

Type title_type(const present::KpiTable::Row& row, Role role);
Type cell_type(present::KpiTable::Kind kind, Role role);
inline constexpr Type kHeadType{Role::foot, Weight::semibold};
inline constexpr Type kWordType{Role::foot, Weight::semibold};

// "1,2": the notes that are referred to behind a title.
std::string note_marks(const present::KpiTable& table, const present::KpiTable::Row& row);

float title_left(const present::KpiTable::Row& row, const Layout& layout);
int title_lines(const present::KpiTable& table, const present::KpiTable::Row& row, const Plan& plan,
                const Layout& layout);
float title_room(const present::KpiTable& table, const present::KpiTable::Row& row,
                 const Plan& plan, const Layout& layout);

// A row without rating shows that only if it has a target.
bool draws_mark(const present::KpiTable& table, const present::KpiTable::Row& row);

// A row that is late by itself, not with the whole table.
bool is_late_alone(const present::KpiTable& table, const present::KpiTable::Row& row);
float strip_height(const present::KpiTable& table, const present::KpiTable::Row& row,
                   const Plan& plan, const Layout& layout);

// "No data yet. Awaiting Contact handling", where a row has no figures.
std::string waiting_text(const present::KpiTable::Row& row);
float waiting_left(const Plan& plan);  // from the row's left edge
float waiting_room(const Plan& plan);

float note_left(const present::KpiTable& table, const Layout& layout);  // of its text
float note_gap(const Layout& layout);  // between the rows and the first note
float note_height(const present::KpiTable& table, std::size_t note, const Plan& plan,
                  const Layout& layout);

// The number of a figure and its unit "points", which is set smaller; the unit is empty for others.
struct Value {
  std::string number;
  std::string unit;
};
Value value_of(const std::string& text);
float value_width(const std::string& text, Type type, const Layout& layout);

}  // namespace view::kpi_table
