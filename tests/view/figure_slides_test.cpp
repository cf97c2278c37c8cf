// Slides of large figures: that each keeps its row, its letters and its scale.
#include <gtest/gtest.h>

#include "support/sample_details.h"
#include "support/sample_figures.h"
#include "view/staged.h"

namespace view {
namespace {

using support::plan_with;
using support::sample_ranks;
using support::sample_response;

template <class Content>
Content lengthened_content(Content content, int times) {
  support::lengthening::lengthen(content, times);
  return content;
}

present::Response response_of(std::size_t count) {
  present::Response response;
  const auto tiles = sample_response().tiles;
  for (std::size_t i = 0; i < count; ++i) {
    response.tiles.push_back(tiles[i % tiles.size()]);
    response.tiles.back().card.title = "Figure " + std::to_string(i + 1);
    response.tiles.back().when.clear();
  }
  return response;
}

template <class Content>
void expect_apart_at_every_size(const Content& content) {
  for (const Look& look : all_looks()) {
    for (int times : {1, 3}) {
      SCOPED_TRACE(name_of(look) + ", " + std::to_string(times) + " times");
      Staged staged(plan_with(lengthened_content(content, times)), look);
      expect_texts_apart(staged);
    }
  }
}

TEST(Response, TextsKeepToTheirBoxesAndApart) {
  expect_apart_at_every_size(sample_response());
}

TEST(Ranks, TextsKeepToTheirBoxesAndApart) {
  expect_apart_at_every_size(sample_ranks());
}

TEST(FigureRows, LateAndWaitingOnesKeepApartToo) {
  present::Response response = sample_response();
  for (auto& tile : response.tiles) tile.card.age = support::sample_late_age();
  response.tiles[1].card.age = {present::TileAge::State::waiting, "No data yet",
                                "Awaiting the contact feed"};
  expect_apart_at_every_size(response);
  present::Ranks ranks = sample_ranks();
  ranks.cards[0].age = support::sample_late_age();
  ranks.cards[1].age = response.tiles[1].card.age;
  expect_apart_at_every_size(ranks);
}

TEST(FigureRows, EveryFigureStandsOnExactlyOnePage) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(plan_with(response_of(23)), look);
    const auto texts = staged.texts_of_all_pages();
    for (int i = 1; i <= 23; ++i) {
      EXPECT_EQ(std::ranges::count(texts, "Figure " + std::to_string(i)), 1) << i;
    }
  }
}

TEST(FigureRows, FiveStandOnAPage) {
  for (settings::PixelSize size :
       {settings::PixelSize{1920, 1080}, settings::PixelSize{1280, 720},
        settings::PixelSize{3840, 2160}, settings::PixelSize{1080, 1920}}) {
    for (auto [count, pages] : {std::pair{5, 1}, {6, 2}, {10, 2}}) {
      present::Plan plan = plan_with(response_of(static_cast<std::size_t>(count)));
      plan.slides[0].title = "One line of title";
      EXPECT_EQ(Staged(plan, {size}).pages(), pages) << count << " at " << size.width;
    }
  }
}

TEST(FigureRows, NothingToShowIsAnEmptyPage) {
  for (const Look& look : all_looks()) {
    EXPECT_EQ(Staged(plan_with(present::Response{}), look).pages(), 1);
    EXPECT_EQ(Staged(plan_with(present::Ranks{}), look).pages(), 1);
  }
}

TEST(Response, SaysFigureChangeTargetAndTheEndsOfItsScale) {
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, {1080, 1920}}) {
    Staged staged(plan_with(sample_response()), {size});
    for (const char* text : {"999 answered in 10 s", "86.9", "%", "6.3 points", "Target ≥ 90%",
                             "100%", "0", "July 2023", "No target", "higher is better"}) {
      EXPECT_GT(std::ranges::count(staged.texts_of_all_pages(), text), 0) << text;
    }
  }
}

TEST(Response, FiguresOfASlideShareOneSize) {
  Staged staged(plan_with(response_of(3)));
  EXPECT_NEAR(staged.ink_of("86.9").height(), staged.ink_of("87").height(), 3);
}

TEST(Response, TheTargetStandsBelowItsLine) {
  auto response = response_of(1);
  response.tiles[0].bullet->target = 50;
  Staged staged(plan_with(response));
  const Box words = staged.ink_of("Target ≥ 90%");
  const float zero = staged.ink_of("0").left;
  const float end = staged.ink_of("100%").right;
  EXPECT_NEAR(words.centre().x, (zero + end) / 2, 6);
  response.tiles[0].bullet->target = 98;
  Staged at_the_end(plan_with(response));
  EXPECT_LT(at_the_end.ink_of("Target ≥ 90%").right, at_the_end.ink_of("100%").left);
}

TEST(Response, ALateRowSaysSinceWhenAndNeitherChangeNorTarget) {
  present::Response response = sample_response();
  response.tiles[0].card.age = support::sample_late_age();
  Staged staged(plan_with(response));
  EXPECT_TRUE(staged.says("As at 31 March 2023"));
  EXPECT_TRUE(staged.says("6 weeks late, next try 14:47"));
  EXPECT_TRUE(staged.says("86.9"));
  EXPECT_FALSE(staged.says("6.3 points"));
  EXPECT_FALSE(staged.says("Target ≥ 90%"));
}

TEST(Response, ARowThatWaitsShowsNoNumberAndNoRating) {
  present::Response response = sample_response();
  response.tiles[0].card.age = {present::TileAge::State::waiting, "No data yet",
                                "Awaiting the contact feed"};
  Staged staged(plan_with(response));
  EXPECT_TRUE(staged.says("No data yet"));
  EXPECT_TRUE(staged.says("Awaiting the contact feed"));
  EXPECT_FALSE(staged.says("86.9"));
  EXPECT_FALSE(staged.says("A"));
}

TEST(Response, ThePublicReadsTheRatingInWords) {
  Look look{{1920, 1080}, settings::Theme::light, 3, settings::Audience::public_screen};
  Staged staged(plan_with(sample_response()), look);
  EXPECT_EQ(std::ranges::count(staged.texts_of_all_pages(), "Near target"), 1);
  EXPECT_FALSE(Staged(plan_with(sample_response())).says("Near target"));
}

TEST(Ranks, SaysPlaceMoveTargetAndLadder) {
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, {1080, 1920}}) {
    Staged staged(plan_with(sample_ranks()), {size});
    EXPECT_EQ(staged.pages(), 1);
    for (const char* text : {"3rd", "nationally", "69.6%", "1.1 points better on 2012/13", "4th",
                             "up 3 places", "Target ≥ 2nd", "1st", "8th", "Target ≥ 3rd",
                             "met by 1st to 3rd", "4", "7", "No target", "R"}) {
      EXPECT_TRUE(staged.says(text)) << text << " at " << size.width;
    }
  }
}

TEST(Ranks, ANarrowStepHasNoNumber) {
  present::Ranks ranks = sample_ranks();
  ranks.cards[2].ladder->places = 43;
  Staged staged(plan_with(ranks));
  EXPECT_FALSE(staged.says("7"));
  EXPECT_TRUE(staged.says("4th"));
}

}  // namespace
}  // namespace view
