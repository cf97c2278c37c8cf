#include <gtest/gtest.h>

#include <cmath>

#include "support/sample_chart.h"
#include "view/staged.h"

namespace view {
namespace {

using present::Chart;
using support::plan_with;
using support::sample_months;
using support::sample_three_panels;
using support::sample_years;

ImU32 packed(Color color) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

int corners(Staged& staged, Color color, const std::string& region = "panel 1") {
  int count = 0;
  const ImDrawList* list = staged.list_of(staged.show(0), region);
  if (!list) return 0;
  for (const ImDrawVert& vertex : list->VtxBuffer) count += vertex.col == packed(color) ? 1 : 0;
  return count;
}

const Theme& dark() {
  return theme_of(settings::Theme::dark);
}

std::vector<Chart> samples() {
  Chart stacked_quarters = sample_months(9, 3, true);
  stacked_quarters.intervals = {"Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3", "Q4", "Q1"};
  return {sample_years(),        sample_months(30, 3),       sample_months(30, 1),
          sample_months(24, 4),  sample_months(30, 3, true), stacked_quarters,
          sample_months(240, 4), sample_three_panels()};
}

TEST(SeveralSeriesView, FewWideBarsHaveTheirValuesAndNoAxis) {
  Staged staged(plan_with(sample_years()));
  EXPECT_EQ(staged.pages(), 1);
  for (const char* text :
       {"Each year", "Offences", "Not a whole year", "493", "510", "2021/22", "Apr to Jun 2023"}) {
    EXPECT_TRUE(staged.says(text)) << text;
  }
  EXPECT_FALSE(staged.says("200"));
  EXPECT_LT(staged.ink_of("531").bottom, staged.ink_of("493").top);
  EXPECT_EQ(corners(staged, dark().bar_in_focus) > 0, true);
}

TEST(SeveralSeriesView, ManyBarsHaveAnAxisAndTheLinesTheirLastValues) {
  Staged staged(plan_with(sample_months(30, 3)));
  EXPECT_TRUE(staged.says("40"));
  EXPECT_FALSE(staged.says("0.0"));
  const Chart content = sample_months(30, 3);
  for (const auto& line : content.panels[1].lines) {
    EXPECT_TRUE(staged.says(line.points.back().text)) << line.title;
  }
  EXPECT_TRUE(staged.says("Target 390"));
  EXPECT_TRUE(staged.says("Break in series"));
  EXPECT_TRUE(staged.says("National inquiry"));
  EXPECT_GT(staged.ink_of("Target 390").left, staged.ink_of("National inquiry").right);
}

TEST(SeveralSeriesView, BarsTooThinToTellApartAreLines) {
  Staged bars(plan_with(sample_months(60, 3)));
  Staged lines(plan_with(sample_months(240, 4)));
  EXPECT_GT(corners(bars, dark().bar), 59 * 4);
  EXPECT_EQ(corners(lines, dark().bar), 0);
  // Stacks stay stacks.
  Staged stacks(plan_with(sample_months(240, 4, true)));
  EXPECT_GE(corners(stacks, dark().bar), 239 * 4);
}

TEST(SeveralSeriesView, PartsOfAStackStandOnEachOther) {
  Chart chart = sample_months(6, 2, true);
  chart.panels[0].bars = {support::sample_series("A", {10, 20, 30, 40, 50, 50}),
                          support::sample_series("B", {50, 40, 30, 20, 10, 30})};
  Staged staged(plan_with(chart));
  const ImDrawList* list = staged.list_of(staged.show(0), "panel 1");
  ASSERT_TRUE(list);
  float lowest_of_upper = 0;
  float lowest_of_lower = 0;
  for (const ImDrawVert& vertex : list->VtxBuffer) {
    if (vertex.col == packed(dark().bar)) {
      lowest_of_upper = std::max(lowest_of_upper, vertex.pos.y);
    }
    if (vertex.col == packed(dark().bar_in_focus)) {
      lowest_of_lower = std::max(lowest_of_lower, vertex.pos.y);
    }
  }
  EXPECT_GT(lowest_of_upper, 0);
  EXPECT_LT(lowest_of_upper, lowest_of_lower);
}

TEST(SeveralSeriesView, WhatDoesNotFitHasAPageOfItsOwn) {
  Chart chart = sample_three_panels();
  support::lengthening::lengthen(chart, 3);
  Staged far(plan_with(chart), {{1280, 720}, settings::Theme::dark, 4.6});
  EXPECT_GT(far.pages(), 1);
  auto texts = far.texts_of_all_pages();
  // The bars and the line of per cent each have their page; neither is lost.
  EXPECT_GT(std::ranges::count(texts, "40"), 0);
  EXPECT_GT(std::ranges::count(texts, "70%"), 0);
  Staged near(plan_with(sample_three_panels()));
  EXPECT_EQ(near.pages(), 1);
}

TEST(SeveralSeriesView, SeriesAreNamedInEveryLook) {
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(plan_with(sample_months(30, 3)), look);
    auto texts = staged.texts_of_all_pages();
    for (const char* name : {"Aggravated crime", "Hate-flagged crime", "Hate incidents"}) {
      EXPECT_GT(std::ranges::count(texts, name), 0) << name;
    }
  }
}

TEST(SeveralSeriesView, VerticesStayFarBelowWhatShortIndicesReach) {
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, settings::PixelSize{3840, 2160},
                                   settings::PixelSize{1080, 1920}}) {
    for (int points : {12, 59, 61, 149, 151, 240, 1999, 2001, 10'000}) {
      for (bool stacked : {false, true}) {
        Chart chart = sample_months(points, 4, stacked);
        chart.panels[0].lines = chart.panels[0].bars;
        for (auto& bars : chart.panels[0].bars) {
          for (auto& point : bars.points) point.hollow = true;
        }
        Staged staged(plan_with(chart), {size});
        const ImDrawData& data = staged.show(0);
        for (int i = 0; i < data.CmdListsCount; ++i) {
          EXPECT_LT(data.CmdLists[i]->VtxBuffer.Size, 60'000) << points << " on " << size.width;
        }
      }
    }
  }
}

TEST(SeveralSeriesView, NothingToShowIsNoTrouble) {
  for (const Look& look : all_looks()) {
    Staged empty(plan_with(Chart{}), look);
    EXPECT_EQ(empty.pages(), 1);
    Chart hollow = sample_months(1, 1);
    hollow.panels[0].bars[0].points[0].value.reset();
    Staged one(plan_with(hollow), look);
    Chart bare;
    bare.panels.resize(1);
    Staged none(plan_with(bare), look);
  }
}

TEST(SeveralSeriesView, LateFiguresLoseTheirColour) {
  Chart chart = sample_months(30, 3);
  chart.age = support::sample_late_age();
  Staged staged(plan_with(chart));
  EXPECT_TRUE(staged.says("As at 31 March 2023"));
  EXPECT_EQ(corners(staged, dark().bar_in_focus), 0);
  EXPECT_EQ(corners(staged, dark().bar), 0);
}

TEST(SeveralSeriesView, NoTextLeavesItsBoxOrCoversAnother) {
  for (const Look& look : all_looks()) {
    for (int times : {1, 3}) {
      for (bool late : {false, true}) {
        int number = 0;
        for (Chart chart : samples()) {
          SCOPED_TRACE(name_of(look) + " times " + std::to_string(times) + (late ? " late" : "") +
                       " sample " + std::to_string(number++));
          if (late) chart.age = support::sample_late_age();
          support::lengthening::lengthen(chart, times);
          present::Plan plan = plan_with(Chart{});
          plan = support::lengthened(plan, times);
          plan.slides[0].content = chart;
          Staged staged(plan, look);
          expect_texts_apart(staged);
        }
      }
    }
  }
}

}  // namespace
}  // namespace view
