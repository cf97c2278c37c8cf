// Markings of slides, and what a slide says that may not be shown.
#include <gtest/gtest.h>

#include "analysis/release.h"
#include "present/context.h"
#include "present/plan.h"
#include "present/withheld.h"
#include "support/boards.h"

namespace present {
namespace {

using Audience = settings::Audience;
using Kind = settings::Slide::Kind;
using Thing = model::Withheld::Thing;
using support::answering_999;
using support::fetched;
using support::noon;
using support::plan_board;
using support::slide;

model::FeedSnapshot released(model::Board board, const settings::Settings& settings) {
  auto left = analysis::release(std::move(board), {.levels = settings.marking.levels,
                                                   .ceiling = settings::ceiling_of(settings),
                                                   .aliases = settings.marking.aliases,
                                                   .suppress_below = suppress_below(settings)});
  auto feed = fetched("plan", std::move(left.board));
  feed.withheld = std::move(left.withheld);
  return feed;
}

Plan plan_of(const settings::Settings& settings, std::vector<model::Board> boards) {
  model::Snapshot snapshot;
  for (auto& board : boards) {
    snapshot.feeds.push_back(released(std::move(board), settings));
    if (snapshot.feeds.size() > 1) snapshot.feeds.back().status.id = "second";
  }
  return make_plan(settings, snapshot, {noon(), true});
}

settings::Settings settings_for(Audience audience) {
  settings::Settings settings;
  settings.title = "Police figures";
  settings.screen.audience = audience;
  return settings;
}

model::Series calls() {
  model::Series series;
  series.id = "calls";
  series.title = "Calls";
  for (unsigned month = 1; month <= 12; ++month) {
    series.points.push_back({support::date(2023, month, 1), 500.0 + month, {}});
  }
  return series;
}

TEST(Marking, OfASlideIsTheHighestOfWhatItShows) {
  auto settings = settings_for(Audience::restricted);
  settings.slides = {slide(Kind::kpis, "both"), slide(Kind::kpis, "low"), slide(Kind::kpis, "high"),
                     slide(Kind::overview, "overview"), slide(Kind::trend, "trend")};
  settings.slides[0].kpis = {"low", "high"};
  settings.slides[1].kpis = {"low"};
  settings.slides[2].kpis = {"high"};
  settings.slides[4].series = "calls";
  model::Board board = plan_board();
  board.kpis = {answering_999(), answering_999()};
  board.kpis[0].id = "low";
  board.kpis[0].marking = "Public";
  board.kpis[1].id = "high";
  board.kpis[1].marking = "Official-Sensitive";
  board.series = {calls()};
  board.series[0].marking = "OFFICIAL-SENSITIVE";
  const Plan plan = plan_of(settings, {board});
  const struct {
    const char* marking;
    bool in_header;
  } expected[] = {{"OFFICIAL-SENSITIVE", true},
                  {"PUBLIC", false},
                  {"OFFICIAL-SENSITIVE", true},
                  {"OFFICIAL", false},
                  {"OFFICIAL-SENSITIVE", true}};
  ASSERT_EQ(plan.slides.size(), std::size(expected));
  for (size_t i = 0; i < plan.slides.size(); ++i) {
    EXPECT_EQ(plan.slides[i].marking, expected[i].marking) << plan.slides[i].id;
    EXPECT_EQ(plan.slides[i].marking_in_header, expected[i].in_header) << plan.slides[i].id;
  }
}

TEST(Marking, TheBoardsNameAndContactsAreOfADocumentToo) {
  auto settings = settings_for(Audience::staff);
  settings.slides = {slide(Kind::kpis, "figures")};
  model::Board board = plan_board();
  board.kpis[0].marking = "PUBLIC";
  EXPECT_EQ(plan_of(settings, {board}).slides[0].marking, "PUBLIC");
  settings.title.clear();  // then the document's own title stands in the header
  EXPECT_EQ(plan_of(settings, {board}).slides[0].marking, "OFFICIAL");
}

TEST(Marking, SeveralFeedsCountTogether) {
  auto settings = settings_for(Audience::restricted);
  settings.slides = {slide(Kind::overview, "overview")};
  model::Board sensitive = plan_board();
  sensitive.marking = "OFFICIAL-SENSITIVE";
  EXPECT_EQ(plan_of(settings, {plan_board(), sensitive}).slides[0].marking, "OFFICIAL-SENSITIVE");
}

TEST(Marking, TheHeaderRepeatsEveryLevelFromOfficialSensitiveUp) {
  auto settings = settings_for(Audience::restricted);
  settings.marking.levels = {"PUBLIC", "OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET"};
  settings.marking.ceiling = "SECRET";
  settings.slides = {slide(Kind::overview, "overview")};
  for (const auto& level : settings.marking.levels) {
    model::Board board = plan_board();
    board.marking = level;
    const Plan plan = plan_of(settings, {board});
    EXPECT_EQ(plan.slides[0].marking, level);
    EXPECT_EQ(plan.slides[0].marking_in_header, level == "OFFICIAL-SENSITIVE" || level == "SECRET");
  }
}

TEST(HighestMarking, TakesAWordThatIsNoLevelForTheHighest) {
  const settings::Settings settings;
  const model::Snapshot snapshot;
  const Context context(settings, snapshot, {noon(), true});
  EXPECT_EQ(highest_marking(context, {"public", " Official "}), "OFFICIAL");
  EXPECT_EQ(highest_marking(context, {"OFFICIAL-SENSITIVE", "RESTRICTED"}), "RESTRICTED");
  EXPECT_EQ(highest_marking(context, {"", "PUBLIC"}), "PUBLIC");
  EXPECT_EQ(highest_marking(context, {}), "");
}

TEST(Withheld, ASlideIsSkippedWithTheReason) {
  auto settings = settings_for(Audience::public_screen);
  settings.slides = {slide(Kind::kpis, "named"), slide(Kind::kpis, "all"),
                     slide(Kind::overview, "overview"), slide(Kind::trend, "trend"),
                     slide(Kind::kpis, "gone")};
  settings.slides[0].kpis = {"plan/999-10s"};
  settings.slides[3].series = "calls";
  settings.slides[4].kpis = {"no-such-figure"};
  model::Board board = plan_board();
  board.series = {calls()};
  board.series[0].marking = "OFFICIAL-SENSITIVE";
  const Plan plan = plan_of(settings, {board});
  const std::string official = "withheld: marked OFFICIAL, above PUBLIC";
  EXPECT_EQ(plan.skipped,
            (std::vector<Skipped>{{"named", official},
                                  {"all", official},
                                  {"overview", official},
                                  {"trend", "withheld: marked OFFICIAL-SENSITIVE, above PUBLIC"},
                                  {"gone", "no feed has any of its figures"}}));
  ASSERT_EQ(plan.slides.size(), 1u);
  const auto& waiting = std::get<Waiting>(plan.slides[0].content);
  EXPECT_EQ(waiting.feeds[0].last_answer, "Not asked yet");
}

TEST(Withheld, TheWaitSaysWhyNothingIsShown) {
  auto settings = settings_for(Audience::staff);
  settings.slides = {slide(Kind::overview, "overview")};
  model::Board board = plan_board();
  board.marking.clear();
  model::Snapshot snapshot;
  snapshot.feeds.push_back(released(board, settings));
  snapshot.feeds[0].status.last_attempt = model::FetchAttempt{};
  const Plan plan = make_plan(settings, snapshot, {noon(), true});
  EXPECT_EQ(std::get<Waiting>(plan.slides[0].content).feeds[0].last_answer,
            "Answered, withheld: not marked");
}

TEST(Withheld, AFigureLeavesNoTileBehind) {
  auto settings = settings_for(Audience::public_screen);
  settings.slides = {slide(Kind::kpis, "figures")};
  settings.slides[0].kpis = {"shown", "secret", "gone"};
  model::Board board = plan_board();
  board.kpis = {answering_999(), answering_999()};
  board.kpis[0].id = "shown";
  board.kpis[0].marking = "PUBLIC";
  board.kpis[1].id = "secret";
  const Plan plan = plan_of(settings, {board});
  ASSERT_EQ(plan.slides.size(), 1u);
  const auto& cards = std::get<Kpis>(plan.slides[0].content).cards;
  ASSERT_EQ(cards.size(), 2u);
  EXPECT_EQ(cards[0].id, "plan/shown");
  EXPECT_EQ(cards[1].id, "gone");
  EXPECT_EQ(plan.slides[0].marking, "PUBLIC");
}

TEST(Withheld, ASmallCountIsShownAsOneWithItsKey) {
  auto settings = settings_for(Audience::public_screen);
  settings.slides = {slide(Kind::kpis, "figures")};
  model::Board board = plan_board();
  board.marking = "PUBLIC";
  board.kpis[0].quantity = {.value = 3.0};
  board.kpis[0].target->value = 10;
  const Plan plan = plan_of(settings, {board});
  const auto& card = std::get<Kpis>(plan.slides[0].content).cards[0];
  EXPECT_EQ(card.figure, (Figure{"<5", "[low]", true}));
  EXPECT_EQ(card.change.amount, "No earlier figure");
  EXPECT_EQ(card.rating, model::Rating::none);
  EXPECT_EQ(plan.slides[0].footer.back(), "[low] low number");
}

}  // namespace
}  // namespace present
