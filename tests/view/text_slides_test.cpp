// Slides of words: that all of them stand on some page, in letters that never shrink.
#include <gtest/gtest.h>

#include <cctype>
#include <map>

#include "support/sample_texts.h"
#include "view/staged.h"
#include "view/text_columns.h"

namespace view {
namespace {

using present::TextList;
using support::plan_with;
using support::sample_headlines;
using support::sample_spotlight;
using support::sample_theme_page;

template <class Content>
present::Plan lengthened_plan(Content content, int times) {
  support::lengthening::lengthen(content, times);
  return plan_with(std::move(content));
}

// How often each word stands in the texts; a word that is longer than a line does not occur here.
std::map<std::string, int> words_of(const std::vector<std::string>& texts) {
  std::map<std::string, int> words;
  for (const auto& text : texts) {
    std::string word;
    for (const char c : text + " ") {
      if (c != ' ') {
        word += c;
      } else if (!word.empty()) {
        ++words[std::exchange(word, "")];
      }
    }
  }
  return words;
}

std::vector<std::string> texts_of(const std::vector<present::Statement>& items) {
  std::vector<std::string> texts;
  for (const auto& item : items) texts.insert(texts.end(), {item.text, item.detail});
  return texts;
}

// Of the slide's own regions, on all pages: what stands around it has words of its own.
std::vector<std::string> shown(Staged& staged, const std::string& region) {
  std::vector<std::string> texts;
  for (int page = 0; page < staged.pages(); ++page) {
    staged.show(page);
    for (const auto& known : staged.stage().regions()) {
      if (!known.name.starts_with(region)) continue;
      for (const auto& text : known.texts) texts.push_back(text.text);
    }
  }
  return texts;
}

void expect_all_words(Staged& staged, const std::string& region,
                      const std::vector<std::string>& texts) {
  const auto seen = words_of(shown(staged, region));
  for (const auto& [word, count] : words_of(texts)) {
    const auto found = seen.find(word);
    EXPECT_GE(found == seen.end() ? 0 : found->second, count) << word;
  }
}

template <class Check>
void in_every_look(Check check) {
  for (const Look& look : all_looks()) {
    for (int times : {1, 3}) {
      for (bool late : {false, true}) {
        SCOPED_TRACE(name_of(look) + " times " + std::to_string(times) + (late ? " late" : ""));
        check(look, times, late ? support::sample_late_age() : present::TileAge{});
      }
    }
  }
}

// Texts of which one alone is longer than a page.
template <class Check>
void in_some_looks_with_very_long_texts(Check check) {
  const Look afar{{1920, 1080}, settings::Theme::dark, 4.6};
  const Look upright{{1080, 1920}, settings::Theme::light, 3, settings::Audience::public_screen};
  for (const Look& look : {Look{{1920, 1080}}, afar, upright}) {
    SCOPED_TRACE(name_of(look));
    check(look, 20, present::TileAge{});
  }
}

TEST(ThemePage, LosesNoWordAndKeepsTextsApart) {
  const auto check = [](const Look& look, int times, const present::TileAge& age) {
    auto page = sample_theme_page();
    support::lengthening::lengthen(page, times);
    page.rating_words = "Improved since Q1";
    page.age = age;
    Staged staged(plan_with(page), look);
    expect_texts_apart(staged);
    for (const auto& list : page.lists) expect_all_words(staged, "column", texts_of(list.items));
  };
  in_every_look(check);
  in_some_looks_with_very_long_texts(check);
}

TEST(ThemePage, SaysTheRatingBesideTheTitleOrAboveTheLists) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(plan_with(sample_theme_page()), look);
    EXPECT_TRUE(staged.says("Improved since Q1") || staged.says("Improved since"));
    EXPECT_GE(staged.bounds_of("column 0").top + 4, staged.bounds_of("rating").bottom);
  }
  auto page = sample_theme_page();
  page.rating_words.clear();
  EXPECT_FALSE(Staged(plan_with(page)).says("Improved since Q1"));
}

TEST(ThemePage, RepeatsTheHeadOfAListThatBreaks) {
  auto page = sample_theme_page();
  page.lists = {{"Key commitments", {}}};
  for (int i = 1; i <= 40; ++i) {
    page.lists[0].items.push_back({"Commitment " + std::to_string(i), ""});
  }
  Staged staged(plan_with(page));
  ASSERT_GT(staged.pages(), 1);
  EXPECT_TRUE(staged.says("Key commitments"));
  staged.show(1);
  EXPECT_TRUE(staged.says("Key commitments, continued"));
  EXPECT_FALSE(staged.says("Key commitments"));
}

TEST(ThemePage, WithoutListsTheDetailIsSetLarge) {
  present::ThemePage page;
  page.detail = "Two areas of four teams each";
  Staged staged(plan_with(page));
  EXPECT_EQ(staged.pages(), 1);
  EXPECT_GT(staged.ink_of(page.detail).height(), 57);
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged longer(lengthened_plan(page, 60), look);
    expect_texts_apart(longer);
    expect_all_words(longer, "detail", std::vector<std::string>(60, page.detail));
  }
}

TEST(ThemePage, EmptyDoesNotCrash) {
  EXPECT_EQ(Staged(plan_with(present::ThemePage{})).pages(), 1);
  present::ThemePage page;
  page.lists = {{"Headlines", {}}, {"", {{"", ""}}}};
  EXPECT_EQ(Staged(plan_with(page)).pages(), 1);
}

TEST(ThemePage, TakesThousandsOfItems) {
  auto page = sample_theme_page();
  const auto items = page.lists[1].items;
  for (int i = 0; i < 1000; ++i) {
    page.lists[1].items.insert(page.lists[1].items.end(), items.begin(), items.end());
  }
  EXPECT_GT(Staged(plan_with(page)).pages(), 200);
}

TEST(Headlines, LoseNoWordAndKeepTextsApart) {
  const auto check = [](const Look& look, int times, const present::TileAge& age) {
    auto headlines = sample_headlines();
    support::lengthening::lengthen(headlines, times);
    headlines.age = age;
    Staged staged(plan_with(headlines), look);
    expect_texts_apart(staged);
    expect_all_words(staged, "headlines", texts_of(headlines.items));
  };
  in_every_look(check);
  in_some_looks_with_very_long_texts(check);
}

TEST(Headlines, FiveStandOnAPageAndTheSixthOnTheNext) {
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, {1280, 720}, {1080, 1920}}) {
    auto headlines = sample_headlines();
    EXPECT_EQ(Staged(plan_with(headlines), {size}).pages(), 1);
    headlines.items.push_back({"One more", ""});
    Staged staged(plan_with(headlines), {size});
    EXPECT_EQ(staged.pages(), 2);
    staged.show(1);
    EXPECT_TRUE(staged.says("One more"));
  }
}

TEST(Headlines, TheLeadIsLargerThanItsDetailAndLeftOfIt) {
  Staged staged(plan_with(sample_headlines()));
  const Box lead = staged.ink_of("Road safety website");
  const Box detail = staged.ink_of("Relaunches in January 2018");
  EXPECT_NEAR(detail.left, 972, 8);
  EXPECT_LT(lead.right, detail.left);
  EXPECT_GT(lead.height(), 1.2f * detail.height());
}

TEST(Headlines, AFewAreSetLarger) {
  auto headlines = sample_headlines();
  const float of_five = Staged(plan_with(headlines)).ink_of("Road safety website").height();
  headlines.items.resize(2);
  EXPECT_GT(Staged(plan_with(headlines)).ink_of("Road safety website").height(), of_five * 1.2f);
}

TEST(Headlines, NoneDoNotCrash) {
  EXPECT_EQ(Staged(plan_with(present::Headlines{})).pages(), 1);
  EXPECT_EQ(Staged(plan_with(present::Headlines{.items = {{"", ""}, {"", "Detail"}}})).pages(), 1);
}

TEST(Spotlight, LosesNoWordAndKeepsTextsApart) {
  const auto check = [](const Look& look, int times, const present::TileAge& age) {
    auto spotlight = sample_spotlight();
    const std::string by = spotlight.quote.attribution;
    support::lengthening::lengthen(spotlight, times);
    if (times == 20) spotlight.quote.attribution = by;
    spotlight.age = age;
    Staged staged(plan_with(spotlight), look);
    expect_texts_apart(staged);
    expect_all_words(staged, "spotlight", {spotlight.quote.text});
  };
  in_every_look(check);
  in_some_looks_with_very_long_texts(check);
}

TEST(Spotlight, GetsSmallerDownToBodyAndThenTakesPages) {
  auto height_of = [](int times) {
    auto spotlight = sample_spotlight();
    support::lengthening::lengthen(spotlight.quote.text, times);
    Staged staged(plan_with(spotlight));
    // Of the first line, which begins with a capital.
    for (const auto& text : staged.texts()) {
      if (text.starts_with("Victims told")) return staged.ink_of(text).height();
    }
    return 0.0f;
  };
  const float body = height_of(40);
  EXPECT_GT(height_of(1), 1.6f * body);
  EXPECT_FLOAT_EQ(height_of(60), body);
  EXPECT_GT(body, 31);
  Staged staged(lengthened_plan(sample_spotlight(), 40));
  EXPECT_GT(staged.pages(), 1);
}

TEST(Spotlight, SaysOnEveryPageWhoSaidIt) {
  auto spotlight = sample_spotlight();
  support::lengthening::lengthen(spotlight.quote.text, 60);
  Staged staged(plan_with(spotlight));
  for (int page = 0; page < staged.pages(); ++page) {
    staged.show(page);
    EXPECT_TRUE(staged.says("Commissioner, September 2017")) << page;
  }
}

TEST(Spotlight, EmptyDoesNotCrash) {
  EXPECT_EQ(Staged(plan_with(present::Spotlight{})).pages(), 1);
}

TEST(TextSlides, LateOnesSaySinceWhen) {
  for (present::Plan plan : {plan_with(sample_theme_page()), plan_with(sample_headlines()),
                             plan_with(sample_spotlight())}) {
    std::visit(
        [](auto& content) {
          if constexpr (requires { content.age; }) content.age = support::sample_late_age();
        },
        plan.slides[0].content);
    Staged staged(plan);
    EXPECT_TRUE(staged.says("As at 31 March 2023"));
    EXPECT_TRUE(staged.says("6 weeks late, next try 14:47"));
  }
}

}  // namespace
}  // namespace view
