#include "present/plan.h"

#include <gtest/gtest.h>

#include "support/boards.h"

namespace present {
namespace {

using Kind = settings::Slide::Kind;
using support::date;
using support::fetched;
using support::noon;
using support::plan_board;
using support::slide;

model::Series casualties() {
  model::Series series;
  series.id = "ksi";
  series.title = "Killed or seriously injured";
  series.good = model::Good::down;
  model::Date at = date(2021, 1, 1);
  for (int month = 0; month < 36; ++month) {
    series.points.push_back({at, month < 24 ? 100.0 : 90.0, {}});
    at += std::chrono::months{1};
  }
  series.targets.push_back({{}, {}, 1000, true, "illustrative"});
  series.events.push_back({date(2022, 12, 16), "New law", ""});
  return series;
}

settings::Settings four_slides() {
  settings::Settings settings;
  settings.slides = {slide(Kind::overview, "overview"), slide(Kind::kpis, "figures"),
                     slide(Kind::priority, "priority"), slide(Kind::trend, "trend")};
  settings.slides.back().series = "ksi";
  return settings;
}

Plan plan_of(const settings::Settings& settings, model::Board board) {
  model::Snapshot snapshot;
  snapshot.feeds.push_back(fetched("plan", std::move(board)));
  return make_plan(settings, snapshot, {noon(), true});
}

TEST(MakePlan, MakesEverySlideThatHasSomethingToShow) {
  model::Board board = plan_board();
  board.series.push_back(casualties());
  const Plan plan = plan_of(four_slides(), board);
  ASSERT_EQ(plan.slides.size(), 4u);
  EXPECT_TRUE(plan.skipped.empty());
  EXPECT_EQ(plan.board_name, "Dorset Police and Crime Plan");
  EXPECT_EQ(plan.slides[0].title, "1 theme green, 1 amber, none red");
  EXPECT_EQ(plan.slides[0].marking, "OFFICIAL");
  EXPECT_EQ(plan.slides[0].period, "Quarter 1 2023/24 (Apr to Jun 2023)");
  EXPECT_EQ(plan.slides[0].footer,
            (std::vector<std::string>{"Figures to 30 Jun 2023", "fetched 12 min ago"}));
  EXPECT_EQ(plan.slides[1].title, "The one rated figure misses its target");
  EXPECT_EQ(plan.slides[1].subtitle, "Ratings from targets. Amber: within 5%.");
  EXPECT_EQ(plan.slides[2].id, "priority/p4");
  EXPECT_EQ(plan.slides[2].badge, "4");
  EXPECT_EQ(plan.slides[2].subtitle, "Priority 4: Fight Rural Crime");
  EXPECT_EQ(plan.slides[3].title, "Year to Dec 2023 down 10.0% on the year before");
}

TEST(MakePlan, SkipsWhatIsEmptyAndSaysWhy) {
  const Plan plan = plan_of(four_slides(), plan_board());
  EXPECT_EQ(plan.slides.size(), 3u);
  EXPECT_EQ(plan.skipped, (std::vector<Skipped>{{"trend", "no feed has series ksi"}}));
}

TEST(MakePlan, ALateTileSaysOnWhichDayTheNextTryIsUnlessItIsToday) {
  for (const auto& [wait, said] : {std::pair{std::chrono::hours{2}, "next try 14:00"},
                                   {std::chrono::hours{14}, "next try Wed 02:00"}}) {
    model::Snapshot snapshot;
    snapshot.feeds.push_back(support::fetched("plan", plan_board(), std::chrono::hours{30}));
    snapshot.feeds[0].status.next_try_at = noon() + wait;
    const Plan plan = make_plan(four_slides(), snapshot, {noon(), true});
    const auto& overview = std::get<Overview>(plan.slides[0].content);
    EXPECT_NE(overview.cards[0].age.detail.find(said), std::string::npos)
        << overview.cards[0].age.detail;
  }
}

TEST(MakePlan, IsNeverWithoutASlide) {
  model::Snapshot snapshot;
  model::FeedSnapshot feed;
  feed.status.title = "Contact handling";
  feed.status.first_attempt_at = noon() - std::chrono::minutes{1};
  feed.status.next_try_at = noon() + std::chrono::seconds{300};
  feed.status.last_attempt = model::FetchAttempt{.failure = model::FetchFailure::name_not_found,
                                                 .detail = "contact.example"};
  snapshot.feeds.push_back(feed);
  const Plan plan = make_plan(four_slides(), snapshot, {noon(), true});
  ASSERT_EQ(plan.slides.size(), 1u);
  EXPECT_EQ(plan.skipped.size(), 4u);
  EXPECT_EQ(plan.slides[0].title, "No figures to show yet");
  const auto& waiting = std::get<Waiting>(plan.slides[0].content);
  ASSERT_EQ(waiting.feeds.size(), 1u);
  EXPECT_EQ(waiting.feeds[0],
            (Waiting::Feed{"Contact handling", "Host not found: contact.example", "in 5 min"}));
}

TEST(MakePlan, OverviewKnowsHowEachRatingMoved) {
  const Plan plan = plan_of(four_slides(), plan_board());
  const auto& overview = std::get<Overview>(plan.slides[0].content);
  ASSERT_EQ(overview.cards.size(), 1u);
  EXPECT_EQ(overview.before_label, "rating in Q4");
  EXPECT_EQ(overview.cards[0].title, "Rural crime");
  EXPECT_EQ(overview.cards[0].themes[0].rag.move, Move::unknown);
  EXPECT_EQ(overview.cards[0].themes[1].rag.move, Move::improved);
}

TEST(MakePlan, AFigureThatNoFeedHasIsATileThatSaysSo) {
  settings::Settings settings;
  settings.slides = {slide(Kind::kpis, "figures")};
  settings.slides[0].kpis = {"999-10s", "calls/101", "plan/gone"};
  model::Snapshot snapshot;
  snapshot.feeds.push_back(fetched("plan", plan_board()));
  model::FeedSnapshot calls;
  calls.status.id = "calls";
  calls.status.title = "Contact handling";
  snapshot.feeds.push_back(calls);
  const Plan plan = make_plan(settings, snapshot, {noon(), true});
  ASSERT_EQ(plan.slides.size(), 1u);
  const auto& cards = std::get<Kpis>(plan.slides[0].content).cards;
  ASSERT_EQ(cards.size(), 3u);
  EXPECT_EQ(cards[1].age,
            (TileAge{TileAge::State::waiting, "No data yet", "Awaiting Contact handling"}));
  EXPECT_EQ(cards[2].age.as_at, "Unknown");
  EXPECT_EQ(plan.slides[0].footer,
            (std::vector<std::string>{"1 of 3 figures up to date", "1 waiting", "1 not given"}));
}

TEST(MakePlan, WithoutATrustedClockClaimsNoAge) {
  model::Snapshot snapshot;
  snapshot.feeds.push_back(fetched("plan", plan_board()));
  const Plan plan = make_plan(four_slides(), snapshot, {model::Timestamp{}, false});
  EXPECT_EQ(plan.clock, "Clock not set");
  EXPECT_EQ(plan.slides[0].footer,
            (std::vector<std::string>{"Figures to 30 Jun 2023", "age unknown"}));
}

TEST(MakePlan, TrendKeepsAPlaceForEveryMonth) {
  model::Board board = plan_board();
  model::Series series = casualties();
  series.points.erase(series.points.begin() + 5);
  series.points[30].flags = {model::Flag::provisional};
  board.series = {series};
  const Plan plan = plan_of(four_slides(), board);
  const auto& trend = std::get<Trend>(plan.slides[3].content);
  ASSERT_EQ(trend.bars.size(), 36u);
  EXPECT_FALSE(trend.bars[5].value);
  EXPECT_EQ(trend.bars[31].certainty, Certainty::provisional);
  ASSERT_EQ(trend.line.size(), 36u);
  EXPECT_FALSE(trend.line[16].value);  // the missing month is within the last twelve
  EXPECT_EQ(trend.line[17].value, 1200);
  ASSERT_EQ(trend.years.size(), 3u);
  EXPECT_EQ(trend.years[0], (Trend::Year{0, 11, "2021"}));
  ASSERT_EQ(trend.events.size(), 1u);
  EXPECT_NEAR(trend.events[0].at, 23 + 15.0 / 31, 1e-9);
  EXPECT_FALSE(trend.bars[22].in_focus);
  EXPECT_TRUE(trend.bars[23].in_focus);
  ASSERT_EQ(trend.figures.size(), 2u);
  EXPECT_EQ(trend.figures[1].caption, "Year to Dec 2023, provisional");
  EXPECT_EQ(trend.figures[1].number, "1,080");
  EXPECT_EQ(trend.figures[1].rating, model::Rating::red);
  EXPECT_EQ(trend.figures[1].target, "8.0% over target");
  EXPECT_EQ(trend.figures[1].target_note, "(illustrative target)");
  EXPECT_EQ(trend.line_targets.size(), 1u);
}

TEST(MakePlan, NeverAddsUpPercentages) {
  model::Board board = plan_board();
  model::Series series = casualties();
  series.unit = model::Unit::percent;
  board.series = {series};
  const Plan plan = plan_of(four_slides(), board);
  const auto& trend = std::get<Trend>(plan.slides[3].content);
  EXPECT_TRUE(trend.line.empty());
  EXPECT_EQ(trend.figures.size(), 1u);
}

TEST(ReadingTime, GrowsWithWhatIsToBeReadWithinBounds) {
  using std::chrono::milliseconds;
  EXPECT_EQ(reading_time({}, 1), milliseconds{8000});
  EXPECT_EQ(reading_time({.words = 20, .numbers = 12, .charts = 0, .rag_cells = 6}, 1),
            milliseconds{33750});
  EXPECT_EQ(reading_time({.words = 20, .numbers = 12, .charts = 0, .rag_cells = 6}, 2),
            milliseconds{19125});
  EXPECT_EQ(reading_time({.words = 1000}, 1), milliseconds{60000});
}

TEST(IsBelievable, RefusesABoardWithoutAClock) {
  EXPECT_FALSE(is_believable(model::Timestamp{}));
  EXPECT_TRUE(is_believable(noon()));
}

}  // namespace
}  // namespace present
