#include <gtest/gtest.h>

#include "present/make_slides.h"
#include "support/boards.h"

namespace present {
namespace {

using model::AgendaItem;
using State = MeetingCard::State;
using std::chrono::hours;
using support::date;

constexpr auto kProposed = AgendaItem::Status::proposed;
constexpr auto kConfirmed = AgendaItem::Status::confirmed;

// The agenda of the report, two years later: its meetings lie ahead of a clock that is believed.
model::Board board_with_agenda() {
  model::Board board = support::plan_board();
  board.generated_at = support::noon() - hours{24};
  board.priorities.push_back({.id = "p5", .number = 5, .title = "Victims and communities"});
  board.priorities.push_back({.id = "rural", .title = "Fight Rural Crime", .short_title = "Rural"});
  board.agenda = {
      {{}, "after Quarter 4", {{"Quarter 4 monitoring report", "", kProposed, ""}}},
      {date(2026, 5, 26),
       "Police and Crime Panel",
       {{"Quarter 2 monitoring report", "", kProposed, ""},
        {"Reduce crime", "p5", kProposed, ""},
        {"Wildlife crime", "rural", kProposed, "Chief Constable"}}},
      {date(2026, 2, 5),
       "Police and Crime Panel",
       {{"Quarter 1 monitoring report", "", kProposed, ""}}},
      {date(2026, 7, 14),
       "Police and Crime Panel",
       {{"Budget precept 2026/27", "", kProposed, ""}}},
  };
  return board;
}

class ForwardPlanOf : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(base::set_time_zone("UTC")); }

  Made make(const model::Board& board, model::Timestamp now = support::noon(),
            bool trusted = true) {
    model::Snapshot snapshot;
    snapshot.feeds.push_back(support::fetched("plan", board));
    return make_forward_plan(Context(settings_, snapshot, {now, trusted}), wanted_);
  }

  Slide slide(const model::Board& board, model::Timestamp now = support::noon(),
              bool trusted = true) {
    const auto made = make(board, now, trusted);
    EXPECT_TRUE(made) << made.error();
    return made ? made.value() : Slide{};
  }

  static const ForwardPlan& content(const Slide& slide) {
    return std::get<ForwardPlan>(slide.content);
  }

  settings::Settings settings_;
  settings::Slide wanted_ = support::slide(settings::Slide::Kind::forward_plan, "ahead");
};

TEST_F(ForwardPlanOf, SaysWhatComesInOrderOfDate) {
  const Slide made = slide(board_with_agenda());
  EXPECT_EQ(made.title, "Next meeting: 26 May, in 11 weeks");
  EXPECT_EQ(made.subtitle, "All items proposed. Police and Crime Panel.");
  EXPECT_EQ(made.period, "Meetings, May 2026 to Jul 2026");
  EXPECT_EQ(made.marking, "OFFICIAL");
  ASSERT_FALSE(made.footer.empty());
  EXPECT_EQ(made.footer[0], "Plan of 9 Mar 2026");
  const auto& meetings = content(made).meetings;
  ASSERT_EQ(meetings.size(), 3u) << "February is over";
  EXPECT_EQ(meetings[0].day, "26");
  EXPECT_EQ(meetings[0].month, "May 2026");
  EXPECT_EQ(meetings[0].when, "in 11 weeks");
  EXPECT_EQ(meetings[0].title, "") << "the subtitle says it for all";
  EXPECT_EQ(meetings[0].state, State::next);
  EXPECT_EQ(meetings[1].state, State::planned);
  EXPECT_EQ(meetings[1].when, "in 18 weeks");
  EXPECT_EQ(meetings[2].state, State::undated);
  EXPECT_EQ(meetings[2].month, "Date to be set");
  EXPECT_EQ(meetings[2].title, "after Quarter 4");
  EXPECT_EQ(meetings[2].when, "");
}

TEST_F(ForwardPlanOf, NumbersItemsByTheirPriority) {
  const Slide made = slide(board_with_agenda());
  const auto& items = content(made).meetings[0].items;
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0], (AgendaLine{"", "Quarter 2 monitoring report", ""}));
  EXPECT_EQ(items[1], (AgendaLine{"5", "Reduce crime", ""}));
  EXPECT_EQ(items[2], (AgendaLine{"", "Wildlife crime", "Rural, Chief Constable"}));
  EXPECT_EQ(content(made).badge, "5");
  EXPECT_EQ(content(made).badge_words, "item of priority 5");
}

TEST_F(ForwardPlanOf, SaysAtEachItemWhatDiffersBetweenThem) {
  auto board = board_with_agenda();
  board.agenda[1].items[2].status = kConfirmed;
  board.agenda[3].title = "Scrutiny Board";
  const Slide made = slide(board);
  EXPECT_EQ(made.subtitle, "");
  const auto& meetings = content(made).meetings;
  EXPECT_EQ(meetings[0].title, "Police and Crime Panel");
  EXPECT_EQ(meetings[1].title, "Scrutiny Board");
  EXPECT_EQ(meetings[0].items[1].note, "proposed");
  EXPECT_EQ(meetings[0].items[2].note, "confirmed, Rural, Chief Constable");
}

TEST_F(ForwardPlanOf, CountsDaysOfTheCalendar) {
  struct Row {
    model::Date on;
    std::string title;
    std::string when;
  };
  const Row rows[] = {
      {date(2026, 3, 10), "Meeting today, 10 March", "today"},
      {date(2026, 3, 11), "Next meeting: tomorrow, 11 March", "tomorrow"},
      {date(2026, 3, 19), "Next meeting: 19 March, in 9 days", "in 9 days"},
      {date(2026, 3, 23), "Next meeting: 23 March, in 13 days", "in 13 days"},
      {date(2026, 3, 24), "Next meeting: 24 March, in 2 weeks", "in 2 weeks"},
      {date(2026, 7, 14), "Next meeting: 14 July, in 18 weeks", "in 18 weeks"},
      {date(2027, 3, 9), "Next meeting: 9 March 2027, in 52 weeks", "in 52 weeks"},
      {date(2028, 6, 1), "Next meeting: 1 June 2028, in 2 years", "in 2 years"},
      {date(2026, 3, 9), "Last meeting: 9 March 2026", "held yesterday"},
      {date(2026, 3, 1), "Last meeting: 1 March 2026", "held 9 days ago"},
      {date(2025, 12, 23), "Last meeting: 23 December 2025", "held 11 weeks ago"},
  };
  for (const Row& row : rows) {
    auto board = board_with_agenda();
    board.agenda = {{row.on, "", {}}};
    for (const auto now : {support::noon() - hours{12}, support::noon() + hours{11}}) {
      const Slide made = slide(board, now);
      EXPECT_EQ(made.title, row.title);
      EXPECT_EQ(content(made).meetings[0].when, row.when);
    }
  }
}

TEST_F(ForwardPlanOf, TakesTodayFromTheLocalCalendar) {
  ASSERT_TRUE(base::set_time_zone("Europe/London"));
  auto board = board_with_agenda();
  board.agenda = {{date(2026, 6, 2), "", {}}};
  const auto late_evening = std::chrono::sys_days{date(2026, 6, 1)} + hours{23};
  EXPECT_EQ(content(slide(board, late_evening)).meetings[0].when, "today");
}

TEST_F(ForwardPlanOf, KeepsTheLastMeetingWhenNoneIsAhead) {
  auto board = board_with_agenda();
  const auto later = support::noon() + hours{24 * 200};
  Slide made = slide(board, later);
  EXPECT_EQ(made.title, "The next meeting has no date yet");
  ASSERT_EQ(content(made).meetings.size(), 2u);
  EXPECT_EQ(content(made).meetings[0].day, "14");
  EXPECT_EQ(content(made).meetings[0].state, State::held);
  board.agenda.erase(board.agenda.begin());
  made = slide(board, later);
  EXPECT_EQ(made.title, "Last meeting: 14 July 2026");
  ASSERT_EQ(content(made).meetings.size(), 1u);
}

TEST_F(ForwardPlanOf, ClaimsNoDistanceWithoutAClock) {
  const Slide made = slide(board_with_agenda(), support::noon(), false);
  EXPECT_EQ(made.title, "Forward plan: 4 meetings");
  for (const auto& meeting : content(made).meetings) {
    EXPECT_EQ(meeting.when, "");
    EXPECT_NE(meeting.state, State::next);
    EXPECT_NE(meeting.state, State::held);
  }
}

TEST_F(ForwardPlanOf, MarksAllMeetingsOfTheNextDay) {
  auto board = board_with_agenda();
  board.agenda[3].on = date(2026, 5, 26);
  const auto made = slide(board);
  EXPECT_EQ(content(made).meetings[0].state, State::next);
  EXPECT_EQ(content(made).meetings[1].state, State::next);
}

TEST_F(ForwardPlanOf, SaysThatItemsAreStillMissing) {
  auto board = board_with_agenda();
  board.agenda = {{date(2026, 5, 26), "Police and Crime Panel", {}}};
  const auto made = slide(board);
  ASSERT_EQ(content(made).meetings[0].items.size(), 1u);
  EXPECT_EQ(content(made).meetings[0].items[0].title, "No items yet");
  EXPECT_TRUE(content(made).meetings[0].items[0].is_absent);
  EXPECT_EQ(content(made).badge, "");
}

TEST_F(ForwardPlanOf, IsSkippedWithoutMeetings) {
  const auto made = make(support::plan_board());
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error(), "no feed has meetings");
}

TEST_F(ForwardPlanOf, TakesTheTitleOfTheSettings) {
  wanted_.title = "Coming to panel";
  EXPECT_EQ(slide(board_with_agenda()).title, "Coming to panel");
}

TEST_F(ForwardPlanOf, BringsTheMeetingsOfAllFeedsTogether) {
  model::Snapshot snapshot;
  auto other = board_with_agenda();
  other.agenda = {{date(2026, 4, 1), "Scrutiny Board", {{"Vetting", "p5", kProposed, ""}}}};
  other.priorities.clear();
  snapshot.feeds.push_back(support::fetched("plan", board_with_agenda()));
  snapshot.feeds.push_back(support::fetched("scrutiny", other));
  const auto made =
      make_forward_plan(Context(settings_, snapshot, {support::noon(), true}), wanted_);
  ASSERT_TRUE(made);
  const auto& meetings = content(made.value()).meetings;
  ASSERT_EQ(meetings.size(), 4u);
  EXPECT_EQ(meetings[0].title, "Scrutiny Board");
  EXPECT_EQ(meetings[0].items[0].badge, "5");
  EXPECT_EQ(made.value().title, "Next meeting: 1 April, in 3 weeks");
}

}  // namespace
}  // namespace present
