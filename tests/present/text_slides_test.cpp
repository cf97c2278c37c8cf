// Slides of words: theme pages, headlines, spotlights.
#include "present/text_slides.h"

#include <gtest/gtest.h>

#include "present/plan.h"
#include "support/boards.h"

namespace present {
namespace {

using Kind = settings::Slide::Kind;
using model::Rating;
using support::date;
using support::fetched;
using support::noon;

model::Theme road_safety() {
  return {.id = "road-safety",
          .title = "Road safety",
          .rag = {Rating::green, Rating::amber},
          .headlines = {{"Website relaunches", "In January 2018"}, {"KSI falls", ""}},
          .activities = {"Motorcycle first response promoted nationally"},
          .indicators = {"TBC"},
          .risks = {"Public opinion on speed enforcement"},
          .commitments = {"Lower the drink-drive limit", "Support speed watch"}};
}

model::Board board_of_2017() {
  model::Board board;
  board.period = {"Quarter 2 2017/18", date(2017, 7, 1), date(2017, 9, 30)};
  board.previous_period.label = "Quarter 1 2017/18";
  board.marking = "Official";
  model::Priority communities;
  communities.id = "communities";
  communities.number = 2;
  communities.title = "Working with our communities";
  communities.headlines = {{"Road safety website", "Relaunches in January 2018"},
                           {"KSI falls", ""}};
  communities.spotlight = model::Spotlight{"We listened.", "Commissioner", date(2017, 9, 16)};
  communities.themes = {road_safety(),
                        {.id = "cyber", .title = "Cyber-crime", .rag = {Rating::amber, {}}},
                        {.id = "engagement",
                         .title = "Engagement",
                         .rag = {Rating::green, Rating::none},
                         .detail = "First problem-solving forum held."}};
  board.priorities.push_back(communities);
  board.priorities.push_back({.id = "future", .title = "Transforming for the future"});
  return board;
}

Plan plan_of(const settings::Slide& wanted, model::Board board = board_of_2017()) {
  settings::Settings settings;
  settings.slides = {wanted};
  model::Snapshot snapshot;
  snapshot.feeds.push_back(fetched("plan", std::move(board)));
  return make_plan(settings, snapshot, {noon(), true});
}

TEST(MakeThemes, GivesASlideForEachThemeThatSaysSomething) {
  const Plan plan = plan_of(support::slide(Kind::theme, "themes"));
  ASSERT_EQ(plan.slides.size(), 2u);
  EXPECT_TRUE(plan.skipped.empty());
  EXPECT_EQ(plan.slides[0].id, "themes/road-safety");
  EXPECT_EQ(plan.slides[0].title, "Road safety");
  EXPECT_EQ(plan.slides[0].subtitle, "Priority 2: Working with our communities  ·  theme 1 of 3");
  EXPECT_EQ(plan.slides[0].period, "Quarter 2 2017/18 (Jul to Sep 2017)");
  EXPECT_EQ(plan.slides[0].marking, "OFFICIAL");
  EXPECT_EQ(plan.slides[0].footer.front(), "Figures to 30 Sep 2017");
  EXPECT_GT(plan.slides[0].load.words, 25);
  EXPECT_EQ(plan.slides[1].id, "themes/engagement");
  const auto& engagement = std::get<ThemePage>(plan.slides[1].content);
  EXPECT_TRUE(engagement.lists.empty());
  EXPECT_EQ(engagement.detail, "First problem-solving forum held.");
}

TEST(MakeThemes, KeepsTheFiveListsInTheReportsOrder) {
  const Plan plan = plan_of(support::slide(Kind::theme, "themes"));
  const auto& page = std::get<ThemePage>(plan.slides[0].content);
  ASSERT_EQ(page.lists.size(), 5u);
  EXPECT_EQ(page.lists[0].title, "Headlines");
  EXPECT_TRUE(page.lists[0].stands_out);
  EXPECT_EQ(page.lists[0].items[0], (Statement{"Website relaunches", "In January 2018"}));
  EXPECT_EQ(page.lists[1].title, "Activities and achievements");
  EXPECT_FALSE(page.lists[1].stands_out);
  EXPECT_EQ(page.lists[2], (TextList{"Key indicators", {{"TBC", ""}}}));
  EXPECT_EQ(page.lists[3].title, "Risks and challenges");
  EXPECT_EQ(page.lists[4].title, "Key commitments");
  EXPECT_EQ(page.lists[4].items.size(), 2u);
}

TEST(MakeThemes, SaysTheMoveOfTheRatingInWords) {
  struct Row {
    model::NowBefore<Rating> rag;
    const char* words;
  };
  for (const Row& row :
       {Row{{Rating::green, Rating::amber}, "Improved since Q1"},
        Row{{Rating::red, Rating::amber}, "Worsened since Q1"},
        Row{{Rating::amber, Rating::amber}, "No change since Q1"},
        Row{{Rating::amber, Rating::none}, "New rating"}, Row{{Rating::amber, {}}, "Rated amber"},
        Row{{{}, Rating::amber}, ""}, Row{{{}, {}}, ""}}) {
    model::Board board = board_of_2017();
    board.priorities[0].themes[0].rag = row.rag;
    const Plan plan = plan_of(support::slide(Kind::theme, "themes"), board);
    EXPECT_EQ(std::get<ThemePage>(plan.slides[0].content).rating_words, row.words);
  }
  model::Board board = board_of_2017();
  board.previous_period = {};
  const Plan plan = plan_of(support::slide(Kind::theme, "themes"), board);
  EXPECT_EQ(std::get<ThemePage>(plan.slides[0].content).rating_words, "Improved");
}

TEST(MakeThemes, GivesTheOneThatIsAskedForOrSaysWhyNot) {
  struct Row {
    const char* priority;
    const char* theme;
    const char* reason;  // empty: the slide of road safety
  };
  for (const Row& row : {Row{"", "road-safety", ""}, Row{"", "plan/road-safety", ""},
                         Row{"communities", "road-safety", ""},
                         Row{"", "cyber", "theme cyber has no lists and no detail"},
                         Row{"", "gone", "no feed has theme gone"},
                         Row{"", "other/road-safety", "no feed has theme other/road-safety"},
                         Row{"future", "road-safety", "priority future has no theme road-safety"},
                         Row{"future", "", "no theme of priority future has lists or a detail"},
                         Row{"gone", "", "no feed has priority gone"}}) {
    SCOPED_TRACE(std::string(row.priority) + ", " + row.theme);
    settings::Slide wanted = support::slide(Kind::theme, "one");
    wanted.priority = row.priority;
    wanted.theme = row.theme;
    const Plan plan = plan_of(wanted);
    if (std::string(row.reason).empty()) {
      EXPECT_EQ(plan.slides[0].id, "one");
      EXPECT_EQ(plan.slides[0].title, "Road safety");
      EXPECT_TRUE(plan.skipped.empty());
    } else {
      EXPECT_EQ(plan.skipped, (std::vector<Skipped>{{"one", row.reason}}));
    }
  }
  model::Board board = board_of_2017();
  board.priorities[0].themes.resize(2);
  board.priorities[0].themes[0] = {.id = "t", .title = "T"};
  EXPECT_EQ(plan_of(support::slide(Kind::theme, "themes"), board).skipped,
            (std::vector<Skipped>{{"themes", "no feed has themes with lists or a detail"}}));
}

TEST(MakeHeadlines, GivesThePrioritysOwnAndThenItsThemesEachOnce) {
  const Plan plan = plan_of(support::slide(Kind::headlines, "headlines"));
  ASSERT_EQ(plan.slides.size(), 1u);
  EXPECT_TRUE(plan.skipped.empty());
  EXPECT_EQ(plan.slides[0].id, "headlines/communities");
  EXPECT_EQ(std::get<Headlines>(plan.slides[0].content).items,
            (std::vector<Statement>{{"Road safety website", "Relaunches in January 2018"},
                                    {"KSI falls", ""},
                                    {"Website relaunches", "In January 2018"}}));
}

TEST(MakeHeadlines, TitlesCountAndName) {
  struct Row {
    const char* wanted;
    const char* message;
    const char* title_of_priority;
    const char* short_title;
    const char* title;
    const char* subtitle;
  };
  constexpr const char* kCommunities = "Working with our communities";
  constexpr const char* kVictims = "Supporting victims, witnesses and reducing reoffending";
  for (const Row& row :
       {Row{"", "", kCommunities, "", "Three headlines: Working with our communities",
            "Priority 2: Working with our communities"},
        Row{"", "Three steps forward", kCommunities, "", "Three steps forward",
            "Priority 2: Working with our communities  ·  three headlines"},
        Row{"As the town sees it", "Three steps forward", kCommunities, "", "As the town sees it",
            "Priority 2: Working with our communities  ·  three headlines"},
        Row{"", "", kVictims, "", kVictims, "Three headlines"},
        Row{"", "", kVictims, "Victims", "Three headlines: Victims",
            "Priority 2: Supporting victims, witnesses and reducing reoffending"}}) {
    settings::Slide wanted = support::slide(Kind::headlines, "headlines");
    wanted.title = row.wanted;
    model::Board board = board_of_2017();
    board.priorities[0].message = row.message;
    board.priorities[0].title = row.title_of_priority;
    board.priorities[0].short_title = row.short_title;
    const Slide slide = plan_of(wanted, board).slides[0];
    EXPECT_EQ(slide.title, row.title);
    EXPECT_EQ(slide.subtitle, row.subtitle);
    EXPECT_EQ(slide.badge, "2");
  }
}

TEST(MakeHeadlines, OfThePriorityThatIsNamedOrSaysWhyNot) {
  settings::Slide wanted = support::slide(Kind::headlines, "headlines");
  wanted.priority = "plan/communities";
  EXPECT_EQ(plan_of(wanted).slides[0].id, "headlines");
  wanted.priority = "future";
  EXPECT_EQ(plan_of(wanted).skipped[0].reason, "the priority and its themes have no headlines");
  wanted.priority = "other/communities";
  EXPECT_EQ(plan_of(wanted).skipped[0].reason, "no feed has priority other/communities");
  wanted.priority.clear();
  EXPECT_EQ(plan_of(wanted, support::plan_board()).slides[0].title, "One headline: Rural crime");
  model::Board board = board_of_2017();
  board.priorities.erase(board.priorities.begin());
  EXPECT_EQ(plan_of(wanted, board).skipped[0].reason, "no feed has headlines");
}

TEST(MakeSpotlights, GivesOneForEachPriorityThatHasOne) {
  const Plan plan = plan_of(support::slide(Kind::spotlight, "words"));
  ASSERT_EQ(plan.slides.size(), 1u);
  EXPECT_EQ(plan.slides[0].id, "words/communities");
  EXPECT_EQ(plan.slides[0].title, "Working with our communities");
  EXPECT_EQ(plan.slides[0].subtitle, "Priority 2  ·  spotlight");
  const auto& spotlight = std::get<Spotlight>(plan.slides[0].content);
  EXPECT_EQ(spotlight.quote, (Quote{"We listened.", "Commissioner, September 2017"}));
  settings::Slide wanted = support::slide(Kind::spotlight, "words");
  wanted.priority = "future";
  EXPECT_EQ(plan_of(wanted).skipped[0].reason, "the priority has no spotlight");
  wanted.priority = "gone";
  EXPECT_EQ(plan_of(wanted).skipped[0].reason, "no feed has priority gone");
  wanted.priority.clear();
  EXPECT_EQ(plan_of(wanted, support::plan_board()).skipped[0].reason, "no feed has a spotlight");
  wanted.title = "In their words";
  EXPECT_EQ(plan_of(wanted).slides[0].subtitle,
            "Priority 2: Working with our communities  ·  spotlight");
}

TEST(TextSlides, KnowThatTheirFeedIsLate) {
  for (Kind kind : {Kind::theme, Kind::headlines, Kind::spotlight}) {
    settings::Settings settings;
    settings.slides = {support::slide(kind, "slide")};
    model::Snapshot snapshot;
    snapshot.feeds.push_back(fetched("plan", board_of_2017(), std::chrono::hours{5}));
    const Plan plan = make_plan(settings, snapshot, {noon(), true});
    ASSERT_FALSE(plan.slides.empty());
    const auto age = std::visit(
        [](const auto& content) {
          if constexpr (requires { content.age; }) return content.age;
          return TileAge{};
        },
        plan.slides[0].content);
    EXPECT_EQ(age.state, TileAge::State::late);
    EXPECT_EQ(age.as_at, "As at 30 September 2017");
  }
}

}  // namespace
}  // namespace present
