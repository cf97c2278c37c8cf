#include <gtest/gtest.h>

#include "present/make_slides.h"
#include "support/report_2013.h"

namespace present {
namespace {

using model::Rating;
using Dimension = settings::Slide::Dimension;
using Kind = settings::Slide::Kind;
using support::Making;
using support::report_2013;
using support::slide;

Made grid(const Making& making, Dimension rows, Dimension columns) {
  auto wanted = slide(Kind::rag_grid, "g");
  wanted.rows = rows;
  wanted.columns = columns;
  return make_rag_grid(making.context(), wanted);
}

RagGrid content_of(const Made& made) {
  EXPECT_TRUE(made) << (made ? "" : made.error());
  return made ? std::get<RagGrid>(made.value().content) : RagGrid{};
}

TEST(MakeRagGrid, SetsThemesBeforeAndNowUnderTheirPriorities) {
  const Made made = grid(Making(report_2013()), Dimension::themes, Dimension::periods);
  const RagGrid content = content_of(made);
  EXPECT_EQ(made.value().title, "2 themes green, 1 amber, none red");
  ASSERT_EQ(content.groups.size(), 2u);
  EXPECT_EQ(content.groups[1].head, (RagGrid::Head{"2", "Reduce harm"}));
  const auto& cells = content.groups[1].rows[0].cells;
  EXPECT_EQ(content.columns[0].title, "Q1");
  EXPECT_EQ(cells[0].rag.before, Rating::amber);
  EXPECT_EQ(cells[1].rag.now, Rating::green);
  EXPECT_EQ(cells[1].rag.move, Move::improved);
  EXPECT_EQ(content.groups[0].rows[0].cells[0].is, RagGrid::Cell::Is::empty);
}

TEST(MakeRagGrid, CountsThemesOfEachPriorityEitherWayRound) {
  const Making making(report_2013());
  const RagGrid content = content_of(grid(making, Dimension::priorities, Dimension::ratings));
  ASSERT_EQ(content.columns.size(), 3u);
  EXPECT_EQ(content.columns[0].title, "Red");
  const auto& first = content.groups[0].rows[0];
  EXPECT_EQ(first.head.badge, "1");
  EXPECT_EQ(first.cells[0].count, 0);
  EXPECT_EQ(first.cells[1].count, 1);
  EXPECT_EQ(first.cells[2].count, 1);
  const RagGrid turned = content_of(grid(making, Dimension::ratings, Dimension::priorities));
  EXPECT_EQ(turned.corner, "Rating");
  ASSERT_EQ(turned.groups[0].rows.size(), 3u);
  EXPECT_EQ(turned.groups[0].rows[2].head.title, "Green");
  EXPECT_EQ(turned.groups[0].rows[2].cells[1].count, 1);
}

TEST(MakeRagGrid, GivesEachThemeItsMarkInsteadOfMakingOneUpForThePriority) {
  const Making making(report_2013());
  const RagGrid content = content_of(grid(making, Dimension::priorities, Dimension::themes));
  EXPECT_EQ(content.groups[0].rows[0].cells[0].label, "Crime");
  EXPECT_EQ(content.groups[0].rows[0].cells[1].rag.now, Rating::amber);
  EXPECT_EQ(content.groups[0].rows[1].cells[1].is, RagGrid::Cell::Is::empty);
  EXPECT_EQ(grid(making, Dimension::priorities, Dimension::periods).error(),
            "a grid of priorities by periods has nothing to cross: a priority has no rating of "
            "its own");
}

TEST(MakeRagGrid, CrossesAreasWithKpis) {
  model::Board board = report_2013();
  const auto area = [](std::string title, std::string id, Rating now) {
    model::Area made;
    made.title = std::move(title);
    made.kpi = std::move(id);
    made.rag.now = now;
    return made;
  };
  board.areas = {area("Purbeck", "crime", Rating::green), area("Purbeck", "veh", Rating::red),
                 area("Poole", "veh", Rating::amber)};
  const Making making(board);
  const RagGrid content = content_of(grid(making, Dimension::areas, Dimension::kpis));
  ASSERT_EQ(content.columns.size(), 2u);
  EXPECT_EQ(content.columns[1].title, "Vehicle crime");
  EXPECT_EQ(content.groups[0].rows[0].cells[1].rag.now, Rating::red);
  EXPECT_EQ(content.groups[0].rows[1].cells[0].is, RagGrid::Cell::Is::empty);
  const RagGrid counts = content_of(grid(making, Dimension::kpis, Dimension::ratings));
  EXPECT_EQ(counts.groups[0].rows[1].cells[0].count, 1);
}

TEST(MakeRagGrid, RatesKpisAsTheirTargetsSay) {
  const Made made = grid(Making(report_2013()), Dimension::kpis, Dimension::periods);
  const RagGrid content = content_of(made);
  ASSERT_EQ(content.groups[0].rows.size(), 1u);
  EXPECT_EQ(content.columns.size(), 1u);  // nothing was rated before
  EXPECT_EQ(content.groups[0].rows[0].cells[0].rag.now, Rating::amber);
  EXPECT_EQ(made.value().subtitle, "KPIs by periods. Ratings from targets. Amber: within 5%.");
}

TEST(MakeRagGrid, SaysWhatHasNothingToCross) {
  const Making making(report_2013());
  EXPECT_EQ(grid(making, Dimension::themes, Dimension::ratings).error(),
            "a grid of themes by ratings has nothing to cross");
  EXPECT_EQ(grid(making, Dimension::themes, Dimension::themes).error(),
            "a grid of themes by themes has nothing to cross");
  EXPECT_EQ(grid(making, Dimension::commitments, Dimension::periods).error(),
            "a grid of commitments by periods has nothing to cross: no feed rates any");
  EXPECT_EQ(grid(making, Dimension::areas, Dimension::kpis).error(),
            "a grid of areas by KPIs has nothing to cross: no feed rates any");
}

}  // namespace
}  // namespace present
