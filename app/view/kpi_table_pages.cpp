#include "view/kpi_table_pages.h"

#include <algorithm>

#include "view/card.h"
#include "view/row_sheet.h"

namespace view::kpi_table {
namespace {

using present::KpiTable;

constexpr float kNoteAir = 4;
constexpr float kMostStretch = 1.3f;
constexpr float kMostNotes = 0.4f;  // of a page, for one note below a table

class Breaker {
 public:
  Breaker(const KpiTable& table, Plan& plan, const Layout& layout)
      : table_(table),
        plan_(plan),
        layout_(layout),
        room_(plan.room.height() - plan.heads),
        rows_(table.rows.size()) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const bool has_child = i + 1 < rows_.size() && table.rows[i + 1].is_child;
      rows_[i] = {plan.heights[i], has_child};
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) part_from_notes(i);
  }

  void run() {
    // What is too much on a page is added to the height of a row on it, until all pages hold.
    std::vector<PageRows> pages = break_rows(rows_, room_);
    for (std::size_t round = 0; round <= rows_.size() * (table_.notes.size() + 1); ++round) {
      if (!widen_overfull(pages)) break;
      pages = break_rows(rows_, room_);
    }
    for (const PageRows& rows : pages) plan_.pages.push_back({rows, notes_of(rows), {}});
    stretch();
    add_note_pages();
  }

 private:
  bool is_apart(std::size_t note) const { return std::ranges::find(apart_, note) != apart_.end(); }

  // The longest notes go first, until the others fit beside the row.
  void part_from_notes(std::size_t row) {
    std::vector<std::size_t> notes = table_.rows[row].notes;
    const auto height = [&](std::size_t note) { return note_height(table_, note, plan_, layout_); };
    std::ranges::sort(notes, {}, height);
    while (!notes.empty()) {
      float needed = plan_.heights[row] + note_gap(layout_);
      for (const std::size_t note : notes) needed += height(note);
      if (needed <= room_ && height(notes.back()) <= room_ * kMostNotes) break;
      if (!is_apart(notes.back())) apart_.push_back(notes.back());
      notes.pop_back();
    }
  }

  std::vector<std::size_t> notes_of(const PageRows& rows) const {
    std::vector<std::size_t> notes;
    for (std::size_t i = rows.first; i < rows.last; ++i) {
      for (const std::size_t note : table_.rows[i].notes) {
        if (!is_apart(note) && std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
      }
    }
    std::ranges::sort(notes);
    return notes;
  }

  float height_of_notes(const std::vector<std::size_t>& notes) const {
    float height = notes.empty() ? 0 : note_gap(layout_);
    for (const std::size_t note : notes) height += note_height(table_, note, plan_, layout_);
    return height;
  }

  // Whether some page holds too much; then its first row counts as so much higher.
  bool widen_overfull(const std::vector<PageRows>& pages) {
    bool any = false;
    for (const PageRows& page : pages) {
      if (page.last - page.first < 2) continue;
      float rows = 0;
      float counted = 0;
      for (std::size_t i = page.first; i < page.last; ++i) {
        rows += plan_.heights[i];
        counted += rows_[i].height;
      }
      const float needed = rows + height_of_notes(notes_of(page));
      if (needed <= room_ || counted > room_) continue;
      rows_[page.first].height += needed - counted;
      any = true;
    }
    return any;
  }

  void stretch() {
    plan_.stretch = kMostStretch;
    for (const Page& page : plan_.pages) {
      float rows = 1;
      for (std::size_t i = page.rows.first; i < page.rows.last; ++i) rows += plan_.heights[i];
      const float room = room_ - height_of_notes(page.notes);
      plan_.stretch = std::clamp(room / rows, 1.0f, plan_.stretch);
    }
  }

  void add_note_pages() {
    std::vector<NoteLine> lines;
    const float width = plan_.room.width() - note_left(table_, layout_);
    for (std::size_t note = 0; note < table_.notes.size(); ++note) {
      if (!is_apart(note)) continue;
      bool first = true;
      constexpr int kAll = 10000;
      for (auto& line : layout_.type.wrap(table_.notes[note].text, {Role::foot}, width, kAll)) {
        lines.push_back({note, first, std::move(line)});
        first = false;
      }
    }
    if (lines.empty()) return;
    const std::vector<RowHeight> heights(lines.size(), {layout_.metrics.pitch(Role::foot)});
    for (const PageRows& part : break_rows(heights, plan_.room.height())) {
      Page page{{rows_.size(), rows_.size()}, {}, {}};
      for (std::size_t i = part.first; i < part.last; ++i) page.note_lines.push_back(lines[i]);
      plan_.pages.push_back(std::move(page));
    }
  }

  const KpiTable& table_;
  Plan& plan_;
  const Layout& layout_;
  float room_;
  std::vector<RowHeight> rows_;
  std::vector<std::size_t> apart_;  // notes with a page of their own
};

}  // namespace

float note_left(const KpiTable& table, const Layout& layout) {
  float widest = 0;
  for (const auto& note : table.notes) {
    widest = std::max(widest, layout.type.width(note.mark, kHeadType));
  }
  return kSheetInset + widest + 16 * layout.growth();
}

float note_gap(const Layout& layout) {
  return 16 * layout.growth();
}

float note_height(const KpiTable& table, std::size_t note, const Plan& plan, const Layout& layout) {
  const float width = plan.room.width() - note_left(table, layout);
  const int lines = layout.type.line_count(table.notes[note].text, {Role::foot}, width);
  return static_cast<float>(std::max(1, lines)) * layout.metrics.pitch(Role::foot) +
         kNoteAir * layout.growth();
}

float strip_height(const KpiTable& table, const KpiTable::Row& row, const Plan& plan,
                   const Layout& layout) {
  if (!is_late_alone(table, row)) return 0;
  const float width = plan.room.width() - 2 * kSheetInset;
  const float strip = lateness_height(layout, width, row.age);
  return strip + 2 * kStripGap * layout.growth();
}

void break_pages(const KpiTable& table, Plan& plan, const Layout& layout) {
  Breaker(table, plan, layout).run();
}

}  // namespace view::kpi_table
