// Areas on the glass: cards with their strips, and rows of those that are no exceptions.
#include <gtest/gtest.h>

#include "present/context.h"
#include "present/make_slides.h"
#include "support/sample_money.h"
#include "view/staged.h"

namespace view {
namespace {

using present::Exceptions;
using Limits = model::Area::Limits;

Exceptions exceptions_of(const model::Board& board) {
  model::Snapshot snapshot;
  snapshot.feeds = {support::fetched("plan", board)};
  const settings::Settings settings;
  const present::Context context(settings, snapshot, {support::noon()});
  const auto made =
      present::make_exceptions(context, support::slide(settings::Slide::Kind::exceptions, "areas"));
  return std::get<Exceptions>(made.at(0).made.value().content);
}

// Eleven areas, of every standing to their limits, and rated.
model::Board whole_board() {
  model::Board board = support::areas_board();
  const char* names[] = {"Christchurch", "East Dorset", "North Dorset", "Poole North",
                         "Poole South",  "Swanage",     "West Dorset",  "Weymouth"};
  const Limits limits[] = {Limits::above, Limits::below, Limits::near, Limits::unknown};
  for (int i = 0; i < 8; ++i) {
    model::Area area;
    area.title = names[i];
    area.kpi = "total-crime";
    if (i < 7) area.change = i < 3 ? 20 - i : -i;
    if (i < 6) area.percent = i < 3 ? 2.5 - i * 0.5 : -i * 1.5;
    area.limits = limits[i % 4];
    area.rag.now = i % 2 ? model::Rating::green : model::Rating::amber;
    if (i % 3 == 0) area.note = "Fewest in the summer since records began";
    board.areas.push_back(area);
  }
  return board;
}

Exceptions lengthened(Exceptions content) {
  const auto three_times = [](std::string& text) {
    if (!text.empty()) text = text + " " + text + " " + text;
  };
  for (auto* list : {&content.exceptions, &content.others}) {
    for (auto& area : *list) {
      three_times(area.title);
      three_times(area.note);
      three_times(area.counted);
    }
  }
  three_times(content.others_line);
  three_times(content.areas);
  return content;
}

TEST(ExceptionsSlide, TheThreeThatRoseAsInTheMockUp) {
  Staged staged(support::plan_with(exceptions_of(support::areas_board())));
  EXPECT_EQ(staged.pages(), 1);
  for (const char* text :
       {"Purbeck", "+12.3%", "95 more crimes", "Rise in April and May only", "Within limits",
        "Upper", "Mean", "Lower", "M", "S", "The other eight areas did not rise"}) {
    EXPECT_TRUE(staged.says(text)) << text;
  }
  EXPECT_LT(staged.ink_of("Purbeck").top, staged.ink_of("Bournemouth Central").top);
}

TEST(ExceptionsSlide, WithoutPointsTheStripHasWordsAndNoMonths) {
  model::Board board = support::areas_board();
  board.series.clear();
  Staged staged(support::plan_with(exceptions_of(board)));
  EXPECT_TRUE(staged.says("Near limit"));
  EXPECT_FALSE(staged.says("Mean"));
  EXPECT_FALSE(staged.says("J"));
}

TEST(ExceptionsSlide, EveryAreaStandsOnExactlyOnePage) {
  const Exceptions content = exceptions_of(whole_board());
  ASSERT_EQ(content.exceptions.size() + content.others.size(), 11u);
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(support::plan_with(content), look);
    const auto texts = staged.texts_of_all_pages();
    for (const char* name : {"Purbeck", "Weymouth", "Swanage", "Poole South"}) {
      EXPECT_EQ(std::ranges::count(texts, name), 1) << name;
    }
    EXPECT_EQ(
        std::ranges::count_if(texts, [](const auto& text) { return text.find("Not known") == 0; }),
        1);
  }
}

TEST(ExceptionsSlide, NoTextLeavesItsBoxOrCoversAnother) {
  for (const auto& board : {support::areas_board(), whole_board()}) {
    for (const Look& look : all_looks()) {
      SCOPED_TRACE(name_of(look));
      Staged staged(support::plan_with(exceptions_of(board)), look);
      expect_texts_apart(staged);
    }
  }
}

TEST(ExceptionsSlide, LongTextsBreakCleanly) {
  for (const auto& board : {support::areas_board(), whole_board()}) {
    for (const Look& look : all_looks()) {
      SCOPED_TRACE(name_of(look));
      Staged staged(support::plan_with(lengthened(exceptions_of(board))), look);
      expect_texts_apart(staged);
    }
  }
}

TEST(ExceptionsSlide, LateFiguresSaySince) {
  for (const auto& board : {support::areas_board(), whole_board()}) {
    Exceptions content = exceptions_of(board);
    content.age = support::sample_late_age();
    for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, {1080, 1920}, {1280, 720}}) {
      Staged staged(support::plan_with(content), {size});
      EXPECT_TRUE(staged.says("As at 31 March 2023"));
      expect_texts_apart(staged);
    }
  }
}

TEST(ExceptionsSlide, NothingToShowIsNoCrash) {
  EXPECT_EQ(Staged(support::plan_with(Exceptions{})).pages(), 1);
}

}  // namespace
}  // namespace view
