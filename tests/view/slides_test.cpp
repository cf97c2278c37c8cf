// Overview, headline figures and the wait for a feed: what fits, and what goes first.
#include <gtest/gtest.h>

#include "support/sample_plan.h"
#include "view/staged.h"

namespace view {
namespace {

present::Plan only(present::Content content, std::string title = "One line of title") {
  present::Plan plan;
  plan.board_name = "Dorset Police and Crime Plan";
  plan.clock = "14:32";
  plan.slides = {support::sample_slide("slide", std::move(title), "", std::move(content))};
  return plan;
}

present::Kpis kpis_of(std::size_t count) {
  present::Kpis kpis;
  auto cards = support::sample_kpis().cards;
  for (std::size_t i = 0; i < count; ++i) kpis.cards.push_back(cards[i % cards.size()]);
  return kpis;
}

TEST(Slides, texts_keep_to_their_boxes_and_apart) {
  for (const Look& look : all_looks()) {
    for (int times : {1, 3}) {
      auto plan = support::lengthened(support::sample_plan(), times);
      for (const auto& slide : plan.slides) {
        SCOPED_TRACE(name_of(look) + ", " + std::to_string(times) + " times, " + slide.id);
        present::Plan single = plan;
        single.slides = {slide};
        Staged staged(single, look);
        expect_texts_apart(staged);
      }
    }
  }
}

TEST(Slides, every_card_is_on_some_page) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged kpis(only(support::sample_kpis()), look);
    auto texts = kpis.texts_of_all_pages();
    for (const auto& card : support::sample_kpis().cards) {
      EXPECT_EQ(std::ranges::count(texts, card.figure.number), 1) << card.title;
    }
    Staged overview(only(support::sample_overview()), look);
    texts = overview.texts_of_all_pages();
    for (const auto& card : support::sample_overview().cards) {
      for (const auto& theme : card.themes) {
        // A narrow card cuts a name, but never leaves it out.
        auto start = theme.title.substr(0, 9);
        EXPECT_GE(std::ranges::count_if(texts, [&](auto& t) { return t.starts_with(start); }), 1)
            << theme.title;
      }
    }
  }
}

TEST(Kpis, six_stand_on_a_page_and_the_rest_on_the_next) {
  for (auto [count, pages] : {std::pair{0, 1}, {1, 1}, {4, 1}, {6, 1}, {7, 2}, {12, 2}, {13, 3}}) {
    for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, {1080, 1920}}) {
      Staged staged(only(kpis_of(std::size_t(count))), {size});
      EXPECT_EQ(staged.pages(), pages) << count << " at " << size.width;
      EXPECT_EQ(staged.says("Page 1 of " + std::to_string(pages)), pages > 1) << count;
    }
  }
}

TEST(Kpis, a_long_title_takes_no_card_from_the_page) {
  std::string title =
      "999 answering improves but still misses its target, while 101 callers wait "
      "a third less than they did a year ago";
  Staged staged(only(support::sample_kpis(), title));
  EXPECT_EQ(staged.pages(), 1);
  EXPECT_FALSE(staged.says(title)) << "it has two lines";
}

TEST(Kpis, larger_letters_leave_fewer_on_a_page) {
  int before = 1;
  for (double distance : {3.0, 3.6, 4.6}) {
    Staged staged(only(kpis_of(6)), {{1920, 1080}, settings::Theme::dark, distance});
    EXPECT_GE(staged.pages(), before) << distance;
    before = staged.pages();
  }
  EXPECT_GE(before, 2);
}

TEST(Kpis, the_public_reads_three_at_most_and_words_for_the_rating) {
  Look look{{1920, 1080}, settings::Theme::light, 3, settings::Audience::public_screen};
  Staged staged(only(kpis_of(6)), look);
  EXPECT_EQ(staged.pages(), 2);
  EXPECT_TRUE(staged.says("Near target"));
  EXPECT_TRUE(staged.says("No target set"));
  EXPECT_FALSE(staged.says("higher is better"));
}

TEST(Kpis, a_long_figure_becomes_smaller_before_it_is_cut) {
  auto height_of = [](const std::string& number) {
    present::Kpis kpis = kpis_of(6);
    kpis.cards[0].figure = {.number = number};
    Staged staged(only(kpis));
    return staged.ink_of(number).height();
  };
  float value = height_of("1,441");
  EXPECT_GT(value, 87);
  EXPECT_LT(height_of("1,234,567,890"), value);
  EXPECT_LT(height_of("see finance report"), value);
}

TEST(Kpis, a_late_tile_says_since_when_and_no_change) {
  Staged staged(only(support::sample_late_kpis()));
  EXPECT_TRUE(staged.says("As at 31 March 2023"));
  EXPECT_TRUE(staged.says("6 weeks late, next try 14:47"));
  EXPECT_FALSE(staged.says("No earlier figure"));
  EXPECT_FALSE(staged.says("Target ≥ 80%"));
}

TEST(Kpis, a_tile_without_data_shows_no_number_and_no_rating) {
  present::Kpis kpis = support::sample_late_kpis();
  kpis.cards[4].rating = model::Rating::green;
  Staged staged(only(kpis));
  EXPECT_TRUE(staged.says("No data yet"));
  EXPECT_TRUE(staged.says("Awaiting the contact feed"));
  EXPECT_FALSE(staged.says("53,623"));
  auto texts = staged.texts();
  EXPECT_EQ(std::ranges::count(texts, "G"), 2);
}

TEST(Kpis, a_period_that_the_slide_states_is_not_repeated) {
  auto plan = only(support::sample_kpis());
  plan.slides[0].period = "Quarter 1 survey";
  Staged staged(plan);
  auto texts = staged.texts();
  EXPECT_EQ(std::ranges::count(texts, "Quarter 1 survey"), 1);
}

TEST(Overview, six_priorities_stand_on_a_page_with_their_headlines) {
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, {1280, 720}, {3840, 2160}}) {
    Staged staged(only(support::sample_overview()), {size});
    EXPECT_EQ(staged.pages(), 1);
    EXPECT_TRUE(staged.says("Burglary work with businesses")) << size.width;
  }
}

TEST(Overview, second_headlines_go_first_then_all_then_a_page_is_added) {
  auto with_themes = [](std::size_t more) {
    present::Overview overview = support::sample_overview();
    for (std::size_t i = 0; i < more; ++i) {
      overview.cards[0].themes.push_back(support::sample_theme("More", model::Rating::green));
    }
    return Staged(only(overview));
  };
  Staged one = with_themes(1);
  EXPECT_EQ(one.pages(), 1);
  EXPECT_TRUE(one.says("ASB down 80% in a funded area"));
  EXPECT_FALSE(one.says("Burglary work with businesses"));
  Staged three = with_themes(3);
  EXPECT_EQ(three.pages(), 1);
  EXPECT_FALSE(three.says("ASB down 80% in a funded area"));
  EXPECT_EQ(with_themes(6).pages(), 2);
}

TEST(Overview, a_card_too_long_for_a_page_goes_on_in_another) {
  present::Overview overview;
  overview.cards.resize(1);
  overview.cards[0].title = "Everything";
  for (int i = 0; i < 40; ++i) {
    overview.cards[0].themes.push_back(
        support::sample_theme("Theme " + std::to_string(i), model::Rating::amber));
  }
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, {1080, 1920}}) {
    Staged staged(only(overview), {size});
    auto texts = staged.texts_of_all_pages();
    EXPECT_GT(std::ranges::count(texts, "Everything"), 1);
    for (const auto& theme : overview.cards[0].themes) {
      EXPECT_EQ(std::ranges::count(texts, theme.title), 1) << theme.title;
    }
  }
}

TEST(Overview, an_unchanged_mark_gives_way_to_a_long_name_and_a_changed_one_does_not) {
  auto marks_with = [](present::Move move) {
    present::Overview overview;
    overview.cards.resize(3);
    overview.cards[0].themes = {support::sample_theme(
        "A name of a theme that is rather long", model::Rating::amber, move, model::Rating::green)};
    Staged staged(only(overview));
    auto texts = staged.texts();
    return std::ranges::count(texts, "A");
  };
  EXPECT_EQ(marks_with(present::Move::same), 0);
  EXPECT_EQ(marks_with(present::Move::improved), 1);
}

TEST(Overview, nothing_in_it_still_draws) {
  EXPECT_EQ(Staged(only(present::Overview{})).pages(), 1);
  present::Overview bare;
  bare.cards.resize(2);
  Staged staged(only(bare));
  expect_texts_apart(staged);
}

TEST(WaitingSlide, feeds_go_on_where_they_do_not_fit) {
  present::Waiting waiting;
  for (int i = 0; i < 9; ++i) {
    waiting.feeds.push_back({"Feed " + std::to_string(i), "Refused", "in 5 min"});
  }
  Staged staged(only(waiting));
  EXPECT_GT(staged.pages(), 1);
  auto texts = staged.texts_of_all_pages();
  for (const auto& feed : waiting.feeds) {
    EXPECT_EQ(std::ranges::count(texts, feed.title), 1) << feed.title;
  }
  EXPECT_TRUE(Staged(only(present::Waiting{})).says("No figures to show yet"));
}

TEST(Chrome, the_marking_and_the_first_part_of_the_age_are_never_dropped) {
  auto plan = support::lengthened(only(support::sample_kpis()), 4);
  plan.slides[0].marking = "OFFICIAL-SENSITIVE";
  plan.slides[0].marking_in_header = true;
  plan.slides[0].footer.insert(plan.slides[0].footer.begin(), "3 h ago");
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(plan, look);
    auto texts = staged.texts();
    EXPECT_EQ(std::ranges::count(texts, "OFFICIAL-SENSITIVE"), 2);
    EXPECT_TRUE(std::ranges::any_of(texts, [](auto& t) { return t.starts_with("3 h ago"); }));
    EXPECT_TRUE(staged.says("14:32"));
  }
}

TEST(Chrome, the_place_in_the_rotation) {
  auto plan = support::sample_plan();
  auto stage = Stage::create({}, {1920, 1080}, 0);
  ASSERT_TRUE(stage);
  ASSERT_TRUE(stage.value()->set_plan(plan));
  auto place = [&](const Showing& showing) {
    stage.value()->build(showing);
    for (const auto& region : stage.value()->regions()) {
      if (region.name == "position") return region.texts.at(0).text;
    }
    return std::string();
  };
  EXPECT_EQ(place({.position = {1, 0}}), "Slide 2 of 5");
  EXPECT_EQ(place({.position = {1, 0}, .paused = true}), "Paused  ·  Slide 2 of 5");
  EXPECT_EQ(place({.position = {4, 0}}), "Waiting");
}

}  // namespace
}  // namespace view
