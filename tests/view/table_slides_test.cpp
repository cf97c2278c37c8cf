#include <gtest/gtest.h>

#include "support/sample_tables.h"
#include "view/row_sheet.h"
#include "view/staged.h"

namespace view {
namespace {

using present::Commitments;
using present::KpiTable;
using present::RagGrid;
using support::lengthened_table;
using support::plan_with;

// How often a word stands in the texts of all pages.
long count_word(const std::vector<std::string>& texts, const std::string& word) {
  long count = 0;
  for (const auto& text : texts) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      ++count;
    }
  }
  return count;
}

template <class Table>
void expect_apart_everywhere(const Table& table) {
  for (const Look& look : all_looks()) {
    for (const int times : {1, 3}) {
      for (const bool late : {false, true}) {
        SCOPED_TRACE(name_of(look) + " times " + std::to_string(times) + (late ? " late" : ""));
        Table shown = table;
        if (late) shown.age = support::sample_late_age();
        Staged staged(lengthened_table(shown, times), look);
        expect_texts_apart(staged);
      }
    }
  }
}

KpiTable with_rows(std::size_t count) {
  KpiTable table = support::sample_kpi_table();
  const KpiTable::Row first = table.rows[0];
  table.rows.clear();
  for (std::size_t i = 0; i < count; ++i) {
    table.rows.push_back(first);
    table.rows.back().title = "K" + std::to_string(i + 1) + ".";
  }
  return table;
}

TEST(BreakGroups, RepeatsTheHeadOnEveryPageOfItsGroup) {
  std::vector<GroupedRow> rows = {{0, 0, true, 100}};
  for (std::size_t i = 0; i < 6; ++i) rows.push_back({0, i, false, 100});
  const auto pages = break_groups(rows, 400);
  ASSERT_EQ(pages.size(), 2u);
  for (const auto& page : pages) {
    EXPECT_TRUE(page.front().is_head);
    EXPECT_EQ(page.size(), 4u);
  }
}

TEST(BreakGroups, LeavesNoHeadAloneAndCountsAHeadOnceOnItsFirstPage) {
  const std::vector<GroupedRow> rows = {{0, 0, true, 100}, {0, 0, false, 100}, {0, 1, false, 100},
                                        {1, 0, true, 100}, {1, 0, false, 100}, {1, 1, false, 100}};
  const auto pages = break_groups(rows, 400);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].size(), 3u);
  EXPECT_EQ(pages[1].size(), 3u);
  EXPECT_TRUE(pages[1].front().is_head);
  EXPECT_EQ(break_groups({}, 400).size(), 1u);
}

TEST(KpiTableSlide, SaysEverythingOnOnePageWhereItFits) {
  Staged staged(plan_with(support::sample_kpi_table()));
  EXPECT_EQ(staged.pages(), 1);
  for (const char* text : {"KPI",     "Target",
                           "2012/13", "2013/14",
                           "Change",  "%",
                           "RAG",     "Total crime",
                           "21,012",  "−1,431",
                           "−6.8%",   "+4.1",
                           "points",  "better",
                           "worse",   "228 [p]",
                           "[p]",     "provisional",
                           "1",       "The target rises to 33% over the four years of the plan.",
                           "TBC",     "–"}) {
    EXPECT_TRUE(staged.says(text)) << text;
  }
}

TEST(KpiTableSlide, IndentsAChildBelowItsParent) {
  Staged staged(plan_with(support::sample_kpi_table()));
  EXPECT_GT(staged.ink_of("Sanction detection rate").left,
            staged.ink_of("Dwelling burglary").left + 30);
}

TEST(KpiTableSlide, NeverPartsAChildFromItsParent) {
  for (const std::size_t parents : {4u, 7u, 10u, 13u}) {
    for (const Look& look : all_looks()) {
      SCOPED_TRACE(name_of(look));
      KpiTable table = with_rows(2 * parents);
      for (std::size_t i = 1; i < table.rows.size(); i += 2) table.rows[i].is_child = true;
      Staged staged(plan_with(table), look);
      for (int page = 0; page < staged.pages(); ++page) {
        staged.show(page);
        // Where a page holds no more than one row, they have to part.
        if (std::ranges::count_if(table.rows,
                                  [&](const auto& row) { return staged.says(row.title); }) == 1) {
          continue;
        }
        for (std::size_t i = 0; i < parents; ++i) {
          EXPECT_EQ(staged.says(table.rows[2 * i].title), staged.says(table.rows[2 * i + 1].title));
        }
      }
    }
  }
}

TEST(KpiTableSlide, LosesNoRowAndNoNote) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    KpiTable table = with_rows(25);
    for (std::size_t i = 0; i < 25; i += 3) {
      table.rows[i].notes = {table.notes.size()};
      table.notes.push_back({std::to_string(i + 2), "N" + std::to_string(i) + ".", false});
    }
    Staged staged(plan_with(table), look);
    const auto texts = staged.texts_of_all_pages();
    for (const auto& row : table.rows) EXPECT_EQ(count_word(texts, row.title), 1) << row.title;
    for (std::size_t i = 2; i < table.notes.size(); ++i) {
      EXPECT_EQ(count_word(texts, table.notes[i].text), 1) << table.notes[i].text;
    }
  }
}

TEST(KpiTableSlide, ANoteStandsOnEveryPageThatRefersToIt) {
  KpiTable table = with_rows(25);
  table.rows.front().notes = {1};
  table.rows.back().notes = {1};
  Staged staged(plan_with(table));
  ASSERT_GT(staged.pages(), 1);
  EXPECT_TRUE(staged.says("provisional"));
  staged.show(staged.pages() - 1);
  EXPECT_TRUE(staged.says("provisional"));
}

TEST(KpiTableSlide, ANoteTooLongForItsPageGoesOnBehindTheTable) {
  KpiTable table = support::sample_kpi_table();
  std::string& text = table.notes[0].text;
  text.clear();
  for (int i = 0; i < 400; ++i) text += "wordy ";
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(plan_with(table), look);
    EXPECT_EQ(count_word(staged.texts_of_all_pages(), "wordy"), 400);
    expect_texts_apart(staged);
  }
}

TEST(KpiTableSlide, ALateRowSaysSoItself) {
  KpiTable table = support::sample_kpi_table();
  table.rows[1].age = support::sample_late_age();
  table.rows[5].age = {present::TileAge::State::waiting, "No data yet",
                       "Awaiting Contact handling"};
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(plan_with(table), look);
    const auto texts = staged.texts_of_all_pages();
    EXPECT_EQ(count_word(texts, "As at 31 March 2023"), 1);
    EXPECT_EQ(count_word(texts, "TBC"), 0);
    EXPECT_GE(count_word(texts, "Contact"), 1);
    expect_texts_apart(staged);
  }
}

TEST(KpiTableSlide, KeepsTextsApartAtAnyLength) {
  expect_apart_everywhere(support::sample_kpi_table());
}

TEST(KpiTableSlide, LongTitlesAreShownWhole) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    KpiTable table = support::sample_kpi_table();
    for (auto& row : table.rows) row.title += " " + row.title + " " + row.title;
    Staged staged(plan_with(table), look);
    EXPECT_EQ(count_word(staged.texts_of_all_pages(), "burglary"), 3);
    EXPECT_EQ(count_word(staged.texts_of_all_pages(), "detection"), 3);
    EXPECT_EQ(count_word(staged.texts_of_all_pages(), "offences"), 3);
  }
}

TEST(CommitmentsSlide, ShowsSevenOnAPageAsDesigned) {
  Staged staged(plan_with(support::sample_commitments()));
  EXPECT_EQ(staged.pages(), 1);
  for (const char* text : {"No.", "Commitment", "Q1", "Q2", "Status", "068", "074", "On track",
                           "At risk", "Late", "Start neighbourhood justice panels county-wide"}) {
    EXPECT_TRUE(staged.says(text)) << text;
  }
  EXPECT_NEAR(staged.ink_of("069").top - staged.ink_of("068").top, 103, 3);
}

TEST(CommitmentsSlide, FiveWithTwoLinesFit) {
  Commitments commitments = support::sample_commitments();
  auto& rows = commitments.groups[0].rows;
  rows.resize(5);
  for (auto& row : rows) row.title += " and " + row.title;
  EXPECT_EQ(Staged(plan_with(commitments)).pages(), 1);
}

TEST(CommitmentsSlide, LastAndMoveGoFirstWhereThereIsNoRoom) {
  Staged staged(plan_with(support::sample_commitments()), {{1080, 1920}});
  EXPECT_FALSE(staged.says("Q1"));
  EXPECT_TRUE(staged.says("Q2"));
  EXPECT_TRUE(staged.says("At risk"));
}

TEST(CommitmentsSlide, LosesNothingAndRepeatsHeadsOfGroups) {
  Commitments commitments = support::sample_commitments();
  const auto row = commitments.groups[0].rows[0];
  commitments.groups = {{"1", "First priority", {}}, {"2", "Second priority", {}}};
  for (int i = 0; i < 40; ++i) {
    commitments.groups[i < 25 ? 0 : 1].rows.push_back(row);
    commitments.groups[i < 25 ? 0 : 1].rows.back().title = "C" + std::to_string(i) + ".";
  }
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(plan_with(commitments), look);
    ASSERT_GT(staged.pages(), 2);
    const auto texts = staged.texts_of_all_pages();
    for (int i = 0; i < 40; ++i) EXPECT_EQ(count_word(texts, "C" + std::to_string(i) + "."), 1);
    staged.show(1);
    EXPECT_GE(count_word(staged.texts(), "priority"), 1);
  }
}

TEST(CommitmentsSlide, KeepsTextsApartAtAnyLength) {
  expect_apart_everywhere(support::sample_commitments());
  Commitments grouped = support::sample_commitments();
  grouped.groups.push_back(grouped.groups[0]);
  grouped.groups[0].badge = "1";
  grouped.groups[0].title = "Protecting people at risk of harm";
  grouped.groups[1].title = "Other commitments";
  expect_apart_everywhere(grouped);
}

TEST(RagGridSlide, KeepsTextsApartAtAnyLength) {
  expect_apart_everywhere(support::sample_grid_in_time());
  expect_apart_everywhere(support::sample_grid_of_areas(11, 8));
  expect_apart_everywhere(support::sample_grid_of_counts());
  expect_apart_everywhere(support::sample_grid_of_members());
}

TEST(RagGridSlide, PagesByRowsAndByColumnsWithoutLosingAny) {
  RagGrid grid = support::sample_grid_of_areas(14, 15);
  for (std::size_t i = 0; i < 14; ++i) {
    grid.groups[0].rows[i].head.title = "S" + std::to_string(i + 1) + ".";
  }
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(plan_with(grid), look);
    const auto texts = staged.texts_of_all_pages();
    for (int i = 1; i <= 14; ++i) {
      EXPECT_GE(std::ranges::count(texts, "S" + std::to_string(i) + "."), 1) << i;
    }
    EXPECT_GE(count_word(texts, "15"), 1);
  }
}

TEST(RagGridSlide, SetsManyThemesInTwoSheets) {
  RagGrid grid = support::sample_grid_in_time();
  for (int i = 0; i < 10; ++i) grid.groups[1].rows.push_back(grid.groups[1].rows[0]);
  Staged staged(plan_with(grid));
  EXPECT_EQ(staged.pages(), 1);
  EXPECT_EQ(std::ranges::count(staged.texts(), "Theme"), 2);
}

TEST(RagGridSlide, CountsStandBesideTheirMarks) {
  Staged staged(plan_with(support::sample_grid_of_counts()));
  for (const char* text : {"Priority", "Red", "Amber", "Green", "1", "3", "12", "–"}) {
    EXPECT_TRUE(staged.says(text)) << text;
  }
}

TEST(TableSlides, EmptyContentDoesNotCrash) {
  for (const Look& look : all_looks()) {
    EXPECT_EQ(Staged(plan_with(KpiTable{}), look).pages(), 1);
    EXPECT_EQ(Staged(plan_with(Commitments{}), look).pages(), 1);
    EXPECT_EQ(Staged(plan_with(RagGrid{}), look).pages(), 1);
  }
}

}  // namespace
}  // namespace view
