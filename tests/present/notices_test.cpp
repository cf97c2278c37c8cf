#include <gtest/gtest.h>

#include "present/make_slides.h"
#include "support/boards.h"

namespace present {
namespace {

using Level = model::Notice::Level;
using Style = model::Notice::Style;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

model::Notice notice(model::Id id, Level level, std::optional<model::Timestamp> from,
                     model::Timestamp until) {
  model::Notice made;
  made.id = std::move(id);
  made.level = level;
  made.text = "Fire alarm test at 15:00";
  made.by = "Facilities";
  made.from = from;
  made.until = until;
  return made;
}

class Notices : public testing::Test {
 protected:
  void add_feed(std::vector<model::Notice> notices) {
    model::Board board = support::plan_board();
    board.notices = std::move(notices);
    snapshot_.feeds.push_back(
        support::fetched("feed" + std::to_string(snapshot_.feeds.size()), std::move(board)));
  }

  NoticeNow at(model::Timestamp time, bool trusted = true) const {
    return notice_now(Context(settings_, snapshot_, {time, trusted}));
  }

  model::Id shown_at(model::Timestamp time) const {
    const auto now = at(time);
    return now.notice ? now.notice->feed + "/" + now.notice->id : "";
  }

  settings::Settings settings_;
  model::Snapshot snapshot_;
  const model::Timestamp noon_ = support::noon();
};

TEST_F(Notices, StandFromTheirBeginningUntilExactlyTheirEnd) {
  add_feed({notice("a", Level::warning, noon_, noon_ + minutes{10})});
  EXPECT_EQ(shown_at(noon_ - seconds{1}), "");
  EXPECT_EQ(shown_at(noon_), "feed0/a");
  EXPECT_EQ(shown_at(noon_ + minutes{10} - seconds{1}), "feed0/a");
  EXPECT_EQ(shown_at(noon_ + minutes{10}), "");
}

TEST_F(Notices, SayWhenTheNextOfThemBeginsOrEnds) {
  add_feed({notice("a", Level::warning, noon_, noon_ + minutes{10}),
            notice("b", Level::information, noon_ + minutes{4}, noon_ + minutes{20})});
  EXPECT_EQ(at(noon_ - hours{1}).next_change, noon_);
  EXPECT_EQ(at(noon_).next_change, noon_ + minutes{4});
  EXPECT_EQ(at(noon_ + minutes{4}).next_change, noon_ + minutes{10});
  EXPECT_EQ(at(noon_ + minutes{10}).next_change, noon_ + minutes{20});
  EXPECT_EQ(at(noon_ + minutes{20}).next_change, std::nullopt);
}

TEST_F(Notices, TheMostUrgentGoesFirstThenTheNewest) {
  const auto end = noon_ + hours{1};
  add_feed({notice("always", Level::warning, {}, end),
            notice("old", Level::warning, noon_ - hours{2}, end),
            notice("new", Level::warning, noon_ - hours{1}, end),
            notice("newest", Level::information, noon_, end),
            notice("urgent", Level::urgent, noon_ - hours{3}, noon_ + minutes{5})});
  EXPECT_EQ(shown_at(noon_), "feed0/urgent");
  EXPECT_EQ(shown_at(noon_ + minutes{5}), "feed0/new");
}

TEST_F(Notices, ComeFromEveryFeed) {
  const auto end = noon_ + hours{1};
  add_feed({notice("a", Level::information, noon_, end)});
  add_feed({notice("a", Level::urgent, noon_, end)});
  add_feed({notice("b", Level::urgent, noon_, end)});
  EXPECT_EQ(shown_at(noon_), "feed1/a") << "of two alike the first";
  snapshot_.feeds[1].board.reset();
  EXPECT_EQ(shown_at(noon_), "feed2/b");
}

TEST_F(Notices, AreNotShownWithoutAClock) {
  add_feed({notice("a", Level::urgent, {}, noon_ + hours{1})});
  EXPECT_FALSE(at(noon_, false).notice);
  EXPECT_EQ(at(noon_, false).next_change, std::nullopt);
}

TEST_F(Notices, SayUntilWhenAndWhoSentThem) {
  struct Row {
    std::optional<model::Timestamp> from;
    model::Timestamp until;
    std::string by;
    std::string until_words;
    std::string sent;
  };
  const model::Timestamp midnight = noon_ + hours{12};
  const Row rows[] = {
      {noon_ - minutes{40}, noon_ + minutes{10}, "Facilities", "Shown until 12:10",
       "sent 11:20 by Facilities"},
      {{}, noon_ + minutes{10}, "Facilities", "Shown until 12:10", "sent by Facilities"},
      {noon_ - minutes{40}, noon_ + minutes{10}, "", "Shown until 12:10", "sent 11:20"},
      {{}, noon_ + minutes{10}, "", "Shown until 12:10", ""},
      {noon_, midnight, "", "Shown until midnight", "sent 12:00"},
      {noon_ - hours{24}, midnight + hours{9}, "", "Shown until 09:00 tomorrow",
       "sent 12:00 yesterday"},
      {noon_ - hours{72}, midnight + hours{72}, "Facilities", "Shown until midnight on 13 March",
       "sent 12:00 on 7 March by Facilities"},
  };
  ASSERT_TRUE(base::set_time_zone("UTC"));
  for (const Row& row : rows) {
    snapshot_.feeds.clear();
    auto made = notice("a", Level::warning, row.from, row.until);
    made.by = row.by;
    add_feed({made});
    const auto now = at(noon_);
    ASSERT_TRUE(now.notice);
    EXPECT_EQ(now.notice->until, row.until_words);
    EXPECT_EQ(now.notice->sent, row.sent);
    EXPECT_EQ(now.notice->marking, "OFFICIAL");
  }
}

TEST_F(Notices, ReachThePlanWithTheMomentOfTheNextChange) {
  add_feed({notice("a", Level::warning, noon_ + seconds{90}, noon_ + seconds{100})});
  const Plan before = make_plan(settings_, snapshot_, {noon_, true});
  EXPECT_FALSE(before.notice);
  EXPECT_EQ(before.next_change, noon_ + seconds{90});
  const Plan during = make_plan(settings_, snapshot_, {noon_ + seconds{90}, true});
  ASSERT_TRUE(during.notice);
  EXPECT_EQ(during.next_change, noon_ + seconds{100});
}

class Contacts : public Notices {
 protected:
  Contacts() {
    add_feed({});
    model::Board board = support::plan_board();
    board.contacts = {{"Emergency?", "Call 999"}, {"Not urgent?", "Call 101 or report online"}};
    auto full = notice("full", Level::warning, noon_, noon_ + hours{1});
    full.style = Style::full;
    full.lines = {{"Emergency", "Call 999"}, {"Open again", "Friday 29 September, 09:00"}};
    board.notices = {full};
    snapshot_.feeds.push_back(support::fetched("desk", std::move(board)));
  }
};

TEST_F(Contacts, StandOnPublicScreensOnly) {
  EXPECT_TRUE(make_plan(settings_, snapshot_, {noon_, true}).contacts.empty());
  settings_.screen.audience = settings::Audience::public_screen;
  const Plan plan = make_plan(settings_, snapshot_, {noon_, true});
  ASSERT_EQ(plan.contacts.size(), 2u) << "of the first feed that gives any";
  EXPECT_EQ(plan.contacts[0].text, "Call 999");
}

TEST_F(Contacts, GoOnAFullNoticeThatDoesNotSayThem) {
  EXPECT_EQ(at(noon_).notice->lines.size(), 2u);
  settings_.screen.audience = settings::Audience::public_screen;
  const auto now = at(noon_);
  ASSERT_EQ(now.notice->lines.size(), 3u);
  EXPECT_EQ(now.notice->lines[2].text, "Call 101 or report online");
}

}  // namespace
}  // namespace present
