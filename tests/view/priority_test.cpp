#include <gtest/gtest.h>

#include "view/staged.h"

namespace view {
namespace {

using present::PriorityPage;
using support::plan_with;
using support::sample_priority;

PriorityPage with_rows(std::size_t themes, std::size_t measures, std::size_t indicators) {
  PriorityPage page = sample_priority();
  auto fill = [](auto& rows, std::size_t count, const std::string& name) {
    auto first = rows.front();
    rows.clear();
    for (std::size_t i = 0; i < count; ++i) {
      rows.push_back(first);
      rows.back().title = name + std::to_string(i + 1);
    }
  };
  fill(page.themes, themes, "T");
  fill(page.measures, measures, "M");
  fill(page.indicators, indicators, "I");
  return page;
}

TEST(Priority, ShowsEverythingOnOnePageWhereItFits) {
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, settings::PixelSize{1280, 720},
                                   settings::PixelSize{1080, 1920}}) {
    Staged staged(plan_with(sample_priority()), {size});
    EXPECT_EQ(staged.pages(), 1);
    for (const char* text : {"Themes", "Q4", "Q1", "Measures of success", "Key indicators", "RAG",
                             "Commissioner, June 2023", "Business & Retail Crime", "65%",
                             "Victim services spend", "£2m"}) {
      EXPECT_TRUE(staged.says(text)) << text;
    }
  }
}

TEST(Priority, CountsPagesByWhatTheRowsNeed) {
  struct Row {
    std::size_t themes, measures, indicators;
    settings::PixelSize size;
    int pages;
  };
  for (const Row& row : {Row{5, 3, 6, {1920, 1080}, 1}, Row{11, 3, 6, {1920, 1080}, 1},
                         Row{5, 3, 9, {1920, 1080}, 2}, Row{14, 3, 6, {1920, 1080}, 2},
                         Row{40, 40, 40, {1920, 1080}, 8}, Row{5, 40, 0, {1920, 1080}, 4},
                         Row{5, 3, 6, {1080, 1920}, 1}, Row{12, 12, 6, {1080, 1920}, 2}}) {
    Staged staged(plan_with(with_rows(row.themes, row.measures, row.indicators)), {row.size});
    EXPECT_EQ(staged.pages(), row.pages)
        << row.themes << " " << row.measures << " " << row.indicators;
  }
}

TEST(Priority, EveryRowStandsOnExactlyOnePage) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(plan_with(with_rows(40, 40, 40)), look);
    auto texts = staged.texts_of_all_pages();
    for (int i = 1; i <= 40; ++i) {
      for (const char* name : {"T", "M", "I"}) {
        EXPECT_EQ(std::ranges::count(texts, name + std::to_string(i)), 1) << name << i;
      }
    }
  }
}

TEST(Priority, MeasuresMoveToAPageOfTheirOwn) {
  Staged staged(plan_with(with_rows(5, 3, 10)));
  ASSERT_EQ(staged.pages(), 2);
  EXPECT_TRUE(staged.says("Key indicators"));
  EXPECT_FALSE(staged.says("Measures of success"));
  staged.show(1);
  EXPECT_TRUE(staged.says("M3"));
  EXPECT_FALSE(staged.says("Key indicators"));
  EXPECT_FALSE(staged.says("Themes"));
}

TEST(Priority, TheQuotationGoesFirst) {
  Staged staged(plan_with(with_rows(10, 3, 6)));
  EXPECT_EQ(staged.pages(), 1);
  EXPECT_FALSE(staged.says("Commissioner, June 2023"));
  EXPECT_TRUE(staged.says("T10"));
  EXPECT_TRUE(staged.says("M3"));
}

TEST(Priority, AQuotationIsShownWholeOrNotAtAll) {
  PriorityPage page = sample_priority();
  page.quote->text.clear();
  for (int words = 0; words < 80; ++words) page.quote->text += "helpful ";
  EXPECT_FALSE(Staged(plan_with(page)).says("Commissioner, June 2023"));
  page.themes.clear();
  Staged roomy(plan_with(page));
  EXPECT_TRUE(roomy.says("Commissioner, June 2023"));
  int words = 0;
  for (const auto& text : roomy.texts()) {
    for (std::size_t at = text.find("helpful"); at != std::string::npos;) {
      ++words;
      at = text.find("helpful", at + 1);
    }
  }
  EXPECT_EQ(words, 80);
}

TEST(Priority, CountsBesidePercentagesGoBeforeLettersShrink) {
  Staged as_designed(plan_with(sample_priority()));
  EXPECT_TRUE(as_designed.says("+333"));
  PriorityPage page = sample_priority();
  page.indicators[3].title += "i";
  Staged longer(plan_with(page));
  EXPECT_FALSE(longer.says("+333"));
  EXPECT_FLOAT_EQ(longer.ink_of("Victim services spend").height(),
                  as_designed.ink_of("Victim services spend").height());
  page.indicators[3].title += " now";
  Staged smaller(plan_with(page));
  EXPECT_TRUE(smaller.says("+333"));
  EXPECT_LT(smaller.ink_of("Victim services spend").height(),
            as_designed.ink_of("Victim services spend").height());
  EXPECT_LT(smaller.ink_of("Hate Crime").height(), as_designed.ink_of("Hate Crime").height());
}

TEST(Priority, WhatIsEmptyLeavesItsRoomToTheRest) {
  PriorityPage page = sample_priority();
  page.measures.clear();
  Staged without_measures(plan_with(page));
  EXPECT_FALSE(without_measures.says("Measures of success"));
  EXPECT_NEAR(without_measures.bounds_of("indicators").top, without_measures.bounds_of("quote").top,
              10);
  page.indicators.clear();
  EXPECT_FLOAT_EQ(Staged(plan_with(page)).bounds_of("themes").width(), 1800);
  page = sample_priority();
  page.themes.clear();
  page.quote.reset();
  EXPECT_FLOAT_EQ(Staged(plan_with(page)).bounds_of("measures").width(), 1800);
  page.measures.clear();
  page.indicators.clear();
  EXPECT_EQ(Staged(plan_with(page)).pages(), 1);
}

TEST(Priority, WithoutRatingsOrEarlierOnesTheirColumnsGo) {
  PriorityPage page = sample_priority();
  page.indicators_rated = false;
  for (auto& theme : page.themes) theme.rag.move = present::Move::unknown;
  Staged staged(plan_with(page));
  EXPECT_FALSE(staged.says("RAG"));
  EXPECT_FALSE(staged.says("Q4"));
  EXPECT_TRUE(staged.says("Q1"));
}

TEST(Priority, AValueThatIsALongTextEndsInAnEllipsis) {
  PriorityPage page = sample_priority();
  page.indicators[0].value = "see the finance report of the last meeting of the panel";
  page.measures[0].current = {{}, "see the finance report of the last meeting of the panel"};
  Staged staged(plan_with(page));
  int cut = 0;
  for (const auto& text : staged.texts()) {
    if (text.starts_with("see the") && text.ends_with("…")) ++cut;
  }
  EXPECT_EQ(cut, 2);
  expect_texts_apart(staged);
}

TEST(Priority, LateFiguresLoseTheirColourAndSaySince) {
  PriorityPage page = sample_priority();
  page.age = support::sample_late_age();
  Staged staged(plan_with(page));
  EXPECT_TRUE(staged.says("As at 31 March 2023"));
  EXPECT_TRUE(staged.says("6 weeks late, next try 14:47"));
  const Theme& theme = theme_of(settings::Theme::dark);
  const ImDrawData& data = staged.show(0);
  for (int i = 0; i < data.CmdListsCount; ++i) {
    for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer) {
      for (Color color : {theme.red, theme.amber, theme.red_row, theme.green_ring}) {
        ASSERT_NE(vertex.col & 0xFFFFFF,
                  IM_COL32(color.red, color.green, color.blue, 0) & 0xFFFFFF);
      }
    }
  }
}

TEST(Priority, NoTextLeavesItsBoxOrCoversAnother) {
  for (const Look& look : all_looks()) {
    for (int times : {1, 3}) {
      for (bool late : {false, true}) {
        SCOPED_TRACE(name_of(look) + " times " + std::to_string(times) + (late ? " late" : ""));
        PriorityPage page = sample_priority();
        if (late) page.age = support::sample_late_age();
        Staged staged(support::lengthened(plan_with(page), times), look);
        expect_texts_apart(staged);
      }
    }
  }
}

TEST(Priority, ManyRowsOfLongTextsStayApartToo) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(support::lengthened(plan_with(with_rows(14, 9, 17)), 6), look);
    expect_texts_apart(staged);
  }
}

}  // namespace
}  // namespace view
