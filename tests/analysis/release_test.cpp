#include "analysis/release.h"

#include <gtest/gtest.h>

namespace analysis {
namespace {

using model::Withheld;
using Thing = model::Withheld::Thing;

const ReleaseRule kStaff{
    .levels = {"PUBLIC", "OFFICIAL", "OFFICIAL-SENSITIVE"}, .ceiling = "OFFICIAL", .aliases = {}};

ReleaseRule below(const char* ceiling) {
  ReleaseRule rule = kStaff;
  rule.ceiling = ceiling;
  return rule;
}

model::Board board_marked(const std::string& marking) {
  model::Board board;
  board.organisation = "Dorset Police";
  board.title = "Plan board";
  board.message = "15 themes green";
  board.period.label = "Quarter 1 2023/24";
  board.next_due = std::chrono::year{2023} / 11 / 30;
  board.marking = marking;
  board.priorities.push_back({.id = "p1", .title = "Cut crime"});
  board.commitments.push_back({.number = "072"});
  board.commitments_total = 113;
  board.agenda.push_back({.title = "Meeting"});
  board.notices.push_back({.id = "n"});
  board.contacts.push_back({"Emergency?", "Call 999"});
  board.kpis.push_back({.id = "own", .title = "Its own marking"});
  board.kpis.push_back({.id = "none", .title = "The document's marking"});
  board.series.push_back({.id = "own"});
  board.series.push_back({.id = "none"});
  board.tables.push_back({.id = "own"});
  board.tables.push_back({.id = "none"});
  board.areas = {{.title = "Poole", .kpi = "own"},
                 {.title = "Weymouth", .kpi = "plan/none"},
                 {.title = "Purbeck"}};
  board.area_groups = {{.kpi = "own"}, {.kpi = "none"}};
  return board;
}

void mark_own(model::Board& board, const std::string& marking) {
  board.kpis[0].marking = marking;
  board.series[0].marking = marking;
  board.tables[0].marking = marking;
}

TEST(Release, ShowsWhatIsMarkedUpToTheCeiling) {
  for (const char* marking : {"OFFICIAL", " Official ", "public"}) {
    const auto released = release(board_marked(marking), kStaff);
    EXPECT_TRUE(released.withheld.empty()) << marking;
    EXPECT_EQ(released.board.kpis.size(), 2u);
    EXPECT_EQ(released.board.title, "Plan board");
    EXPECT_EQ(released.board.marking, canonical_marking(marking));
    EXPECT_EQ(released.board.kpis[1].marking, released.board.marking);
  }
}

TEST(Release, WithholdsADocumentWholeAndSaysWhy) {
  const struct {
    const char* marking;
    const char* ceiling;
    const char* why;
  } rows[] = {
      {"", "OFFICIAL", "not marked"},
      {"  ", "OFFICIAL-SENSITIVE", "not marked"},
      {"OFFICIAL", "PUBLIC", "marked OFFICIAL, above PUBLIC"},
      {"Official-Sensitive", "OFFICIAL", "marked OFFICIAL-SENSITIVE, above OFFICIAL"},
      {"NOT PROTECTIVELY MARKED", "OFFICIAL-SENSITIVE",
       "marked NOT PROTECTIVELY MARKED, which this screen does not know"},
      {"OFFICIAL", "NO SUCH LEVEL", "marked OFFICIAL, above NO SUCH LEVEL"},
  };
  for (const auto& row : rows) {
    const auto released = release(board_marked(row.marking), below(row.ceiling));
    ASSERT_EQ(released.withheld.size(), 10u) << row.marking;  // document, 3 x 2 figures, 3 areas
    EXPECT_EQ(released.withheld[0], (Withheld{Thing::document, "", "", row.why}));
    for (const auto& withheld : released.withheld) EXPECT_EQ(withheld.why, row.why);
    model::Board expected;  // nothing but what the age is told by, and whom to call
    expected.contacts = {{"Emergency?", "Call 999"}};
    expected.period.label = "Quarter 1 2023/24";
    expected.next_due = std::chrono::year{2023} / 11 / 30;
    EXPECT_EQ(released.board, expected) << row.marking;
  }
}

TEST(Release, AFigureMayBeMarkedHigherThanItsDocument) {
  model::Board board = board_marked("OFFICIAL");
  mark_own(board, "Official-Sensitive");
  const auto released = release(board, kStaff);
  EXPECT_EQ(released.board.kpis.size(), 1u);
  EXPECT_EQ(released.board.series.size(), 1u);
  EXPECT_EQ(released.board.tables.size(), 1u);
  EXPECT_EQ(released.board.title, "Plan board");
  ASSERT_EQ(released.board.areas.size(), 2u);  // Poole followed its KPI
  EXPECT_EQ(released.board.areas[0].title, "Weymouth");
  EXPECT_EQ(released.board.area_groups.size(), 1u);
  const std::string why = "marked OFFICIAL-SENSITIVE, above OFFICIAL";
  EXPECT_EQ(released.withheld, (std::vector<Withheld>{{Thing::area, "Poole", "", why},
                                                      {Thing::kpi, "own", "", why},
                                                      {Thing::series, "own", "", why},
                                                      {Thing::table, "own", "", why}}));
}

TEST(Release, AFigureMayBeShownThoughItsDocumentIsWithheld) {
  model::Board board = board_marked("OFFICIAL");
  mark_own(board, "Public");
  const auto released = release(board, below("PUBLIC"));
  ASSERT_EQ(released.board.kpis.size(), 1u);
  EXPECT_EQ(released.board.kpis[0].id, "own");
  EXPECT_EQ(released.board.kpis[0].marking, "PUBLIC");
  EXPECT_EQ(released.board.series.size(), 1u);
  EXPECT_EQ(released.board.tables.size(), 1u);
  ASSERT_EQ(released.board.areas.size(), 1u);
  EXPECT_EQ(released.board.areas[0].title, "Poole");
  EXPECT_EQ(released.board.marking, "PUBLIC");  // of what is left of it
  EXPECT_TRUE(released.board.title.empty());
  EXPECT_TRUE(released.board.priorities.empty());
  EXPECT_TRUE(released.board.commitments.empty());
  EXPECT_FALSE(released.board.commitments_total);
  EXPECT_EQ(released.board.contacts, board.contacts) << "they are written for the public";
  EXPECT_TRUE(released.board.notices.empty());
}

TEST(Release, AnAliasStandsForALevelOnlyWhereItIsSet) {
  ReleaseRule rule = kStaff;
  rule.aliases["NOT PROTECTIVELY MARKED"] = "OFFICIAL";
  const auto released = release(board_marked("Not protectively marked"), rule);
  EXPECT_TRUE(released.withheld.empty());
  EXPECT_EQ(released.board.marking, "OFFICIAL");
}

TEST(Release, SuppressesWhatIsLeft) {
  model::Board board = board_marked("OFFICIAL");
  board.kpis[0].quantity.value = 3.0;
  ReleaseRule rule = kStaff;
  rule.suppress_below = 5;
  const auto released = release(board, rule);
  EXPECT_EQ(released.board.kpis[0].quantity.value, model::Value("<5"));
  EXPECT_EQ(released.withheld,
            (std::vector<Withheld>{{Thing::kpi, "own", "value", "count below 5"}}));
}

}  // namespace
}  // namespace analysis
