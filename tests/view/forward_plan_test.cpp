#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "support/sample_meetings.h"
#include "view/staged.h"

namespace view {
namespace {

using support::sample_forward_plan;

present::Plan board_of(present::ForwardPlan content) {
  return support::plan_with(std::move(content), "Next meeting: 14 December, in 11 weeks",
                            "Police and Crime Panel. All items proposed.");
}

present::ForwardPlan lengthened(int times) {
  present::ForwardPlan content = sample_forward_plan();
  support::lengthening::lengthen(content, times);
  return content;
}

// Every word of every item, in any order, as often as it was said.
std::multiset<std::string> words_of(const std::vector<std::string>& texts) {
  std::multiset<std::string> words;
  for (const auto& text : texts) {
    std::istringstream stream(text);
    for (std::string word; stream >> word;) words.insert(word);
  }
  return words;
}

// Of all pages; the title is cut by other rules.
std::vector<std::string> texts_of_cards(Staged& staged) {
  std::vector<std::string> texts;
  for (int page = 0; page < staged.pages(); ++page) {
    staged.show(page);
    for (const auto& region : staged.stage().regions()) {
      if (!region.name.starts_with("meeting")) continue;
      for (const auto& text : region.texts) texts.push_back(text.text);
    }
  }
  return texts;
}

void expect_all_items(Staged& staged, const present::ForwardPlan& content) {
  const auto shown = words_of(texts_of_cards(staged));
  std::vector<std::string> said;
  for (const auto& meeting : content.meetings) {
    for (const auto& item : meeting.items) {
      said.push_back(item.title);
      said.push_back(item.note);
    }
  }
  const auto wanted = words_of(said);
  for (const auto& word : wanted) EXPECT_GE(shown.count(word), wanted.count(word)) << word;
  for (const auto& word : shown) EXPECT_FALSE(word.ends_with("…")) << word;
}

TEST(ForwardPlan, keeps_every_text_apart) {
  for (const Look& look : all_looks()) {
    for (int times : {1, 3}) {
      SCOPED_TRACE(name_of(look) + ", times " + std::to_string(times));
      const auto content = lengthened(times);
      Staged staged(board_of(content), look);
      expect_texts_apart(staged);
    }
  }
}

TEST(ForwardPlan, shows_every_word_of_every_item) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    const auto content = sample_forward_plan();
    Staged staged(board_of(content), look);
    expect_all_items(staged, content);
  }
}

TEST(ForwardPlan, keeps_late_texts_apart) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    auto content = sample_forward_plan();
    content.age = {present::TileAge::State::late, "As at 20 September 2023",
                   "6 weeks late, next try 14:47"};
    Staged staged(board_of(std::move(content)), look);
    expect_texts_apart(staged);
    EXPECT_TRUE(staged.says("As at 20 September 2023"));
  }
}

TEST(ForwardPlan, has_three_meetings_on_a_wide_page_and_on_an_upright_one) {
  Staged wide(board_of(sample_forward_plan()));
  EXPECT_EQ(wide.pages(), 1);
  EXPECT_FLOAT_EQ(wide.bounds_of("meeting 0").bottom, wide.bounds_of("meeting 2").bottom);
  EXPECT_GT(wide.bounds_of("meeting 1").left, wide.bounds_of("meeting 0").right);
  EXPECT_EQ(wide.ink_of("Budget precept").bottom, wide.ink_of("Quarter 4 monitoring").bottom);
  Staged upright(board_of(sample_forward_plan()), {{1080, 1920}});
  EXPECT_EQ(upright.pages(), 1);
  EXPECT_GT(upright.bounds_of("meeting 1").top, upright.bounds_of("meeting 0").bottom);
}

TEST(ForwardPlan, goes_on_in_the_next_card_when_a_meeting_has_many_items) {
  auto content = sample_forward_plan();
  content.meetings.resize(1);
  content.meetings[0].items.clear();
  for (int i = 1; i <= 23; ++i) {
    content.meetings[0].items.push_back({"", "Item" + std::to_string(i), ""});
  }
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, {1080, 1920}}) {
    Staged staged(board_of(content), {size});
    const auto texts = staged.texts_of_all_pages();
    for (const auto& item : content.meetings[0].items) {
      EXPECT_EQ(std::ranges::count(texts, item.title), 1) << item.title;
    }
    EXPECT_GE(std::ranges::count(texts, "continued"), 1);
    EXPECT_EQ(std::ranges::count(texts, "in 11 weeks"), 1);
    expect_texts_apart(staged);
  }
}

TEST(ForwardPlan, shares_four_meetings_between_two_pages) {
  auto content = sample_forward_plan();
  content.meetings.insert(content.meetings.begin() + 1, content.meetings[1]);
  Staged staged(board_of(content));
  ASSERT_EQ(staged.pages(), 2);
  staged.show(0);
  EXPECT_FLOAT_EQ(staged.bounds_of("meeting 1").right, 1860);
  staged.show(1);
  EXPECT_FLOAT_EQ(staged.bounds_of("meeting 3").right, 1860);
}

TEST(ForwardPlan, survives_having_nothing_to_say) {
  for (const Look& look : all_looks()) {
    Staged nothing(board_of({}), look);
    EXPECT_EQ(nothing.pages(), 1);
    present::ForwardPlan bare;
    bare.meetings.resize(2);
    Staged staged(board_of(bare), look);
    expect_texts_apart(staged);
  }
}

}  // namespace
}  // namespace view
