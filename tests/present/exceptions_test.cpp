#include <gtest/gtest.h>

#include "present/area_words.h"
#include "present/make_slides.h"
#include "support/sample_money.h"

namespace present {
namespace {

using Limits = model::Area::Limits;

class ExceptionSlides : public testing::Test {
 protected:
  ManyMade make_all(const model::Board& board, const model::Id& kpi = "") {
    snapshot_.feeds = {support::fetched("plan", board)};
    auto wanted = support::slide(settings::Slide::Kind::exceptions, "areas");
    wanted.kpi = kpi;
    const Context context(settings_, snapshot_, {support::noon()});
    return make_exceptions(context, wanted);
  }
  Slide make(const model::Board& board) {
    const auto made = make_all(board);
    EXPECT_TRUE(made.at(0).made);
    return made.at(0).made ? made.at(0).made.value() : Slide{};
  }
  static const Exceptions& content(const Slide& slide) {
    return std::get<Exceptions>(slide.content);
  }

  settings::Settings settings_;
  model::Snapshot snapshot_;
};

TEST_F(ExceptionSlides, TheThreeSectionsThatRose) {
  const Slide slide = make(support::areas_board());
  EXPECT_EQ(slide.id, "areas/total-crime");
  EXPECT_EQ(slide.title, "Three of eleven areas rose, one near its limits");
  EXPECT_EQ(slide.subtitle, "Total crime, Apr to Sep 2013 against last year");
  const Exceptions& areas = content(slide);
  ASSERT_EQ(areas.exceptions.size(), 3u);
  EXPECT_EQ(areas.exceptions[0].title, "Purbeck");
  EXPECT_EQ(areas.exceptions[0].percent, "+12.3%");
  EXPECT_EQ(areas.exceptions[0].change, "95 more");
  EXPECT_EQ(areas.exceptions[0].counted, "crimes");
  EXPECT_EQ(areas.exceptions[0].limits_words, "Within limits");
  EXPECT_FALSE(areas.exceptions[0].months);
  EXPECT_EQ(areas.exceptions[2].title, "Bournemouth Central");
  EXPECT_EQ(areas.others_line, "The other eight areas did not rise");
  EXPECT_TRUE(areas.others.empty());
}

TEST_F(ExceptionSlides, TheLastSixMonthsBetweenTheirLimits) {
  const Slide slide = make(support::areas_board());
  const auto& months = content(slide).exceptions[2].months;
  ASSERT_TRUE(months);
  EXPECT_EQ(months->upper, 504);
  std::string labels;
  std::string out;
  for (const auto& point : months->points) {
    labels += point.label;
    if (point.stands_out) out += point.label;
  }
  EXPECT_EQ(labels, "AMJJAS");
  EXPECT_EQ(out, "A");
  EXPECT_TRUE(months->points[4].stands_out);
}

TEST_F(ExceptionSlides, NoPointsWithoutLimitsAndNoLimitsWithoutPoints) {
  model::Board board = support::areas_board();
  board.areas[0].upper.reset();
  EXPECT_FALSE(content(make(board)).exceptions[2].months);
  board = support::areas_board();
  board.series.clear();
  EXPECT_FALSE(content(make(board)).exceptions[2].months);
}

TEST_F(ExceptionSlides, AreasThatDidNotRiseComeBelow) {
  model::Board board = support::areas_board();
  board.areas.push_back({.title = "Poole", .kpi = "total-crime", .change = -12, .percent = -1.5});
  board.areas.push_back({.title = "Weymouth", .kpi = "total-crime", .change = 0, .percent = 0});
  const Slide slide = make(board);
  const auto& others = content(slide).others;
  ASSERT_EQ(others.size(), 2u);
  EXPECT_EQ(others[0].title, "Weymouth");
  EXPECT_EQ(others[0].change, "No change");
  EXPECT_EQ(others[0].percent, "0.0%");
  EXPECT_EQ(others[1].change, "12 fewer");
  EXPECT_EQ(others[1].percent, "−1.5%");
  EXPECT_TRUE(others[1].went_down);
}

TEST_F(ExceptionSlides, WhatIsNotKnownIsNotClaimed) {
  model::Board board = support::areas_board();
  board.areas.push_back({.title = "Poole", .kpi = "total-crime"});
  const Slide slide = make(board);
  EXPECT_EQ(content(slide).others_line, "");
  EXPECT_EQ(content(slide).others.at(0).percent, "");
  board = support::areas_board();
  board.areas[1].limits = Limits::unknown;
  EXPECT_EQ(make(board).title, "Three of eleven areas rose");
  board.area_groups.clear();
  EXPECT_EQ(make(board).title, "Three areas rose");
  EXPECT_EQ(content(make(board)).others_line, "");
}

TEST_F(ExceptionSlides, WhereUpIsGoodAFallIsTheException) {
  model::Board board = support::areas_board();
  board.kpis[0].good = model::Good::up;
  board.areas.push_back({.title = "Poole",
                         .kpi = "total-crime",
                         .change = -12,
                         .percent = -1.5,
                         .limits = Limits::below});
  const Slide slide = make(board);
  EXPECT_EQ(slide.title, "One of eleven areas fell, below control limits");
  EXPECT_EQ(content(slide).exceptions.at(0).title, "Poole");
  EXPECT_EQ(content(slide).others.size(), 3u);
}

TEST_F(ExceptionSlides, TheFeedsOwnWordsComeFirst) {
  model::Board board = support::areas_board();
  board.area_groups[0].message = "Crime rose in three sections";
  board.area_groups[0].detail = "Eight sections fell or held";
  const Slide slide = make(board);
  EXPECT_EQ(slide.title, "Crime rose in three sections");
  EXPECT_EQ(content(slide).others_line, "Eight sections fell or held");
}

TEST_F(ExceptionSlides, ASlideForEachKpiAndReasonsForNone) {
  model::Board board = support::areas_board();
  board.areas.push_back({.title = "Poole", .kpi = "asb", .change = 3});
  const auto all = make_all(board);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[1].id, "areas/asb");
  EXPECT_EQ(make_all(board, "plan/asb").at(0).id, "areas");
  EXPECT_EQ(make_all(board, "burglary").at(0).made.error(), "no feed has areas of burglary");
  board.areas.clear();
  EXPECT_EQ(make_all(board).at(0).made.error(), "no feed has areas");
}

TEST(AreasMessage, SaysHowTheyStandToTheirLimits) {
  struct Case {
    std::vector<Limits> limits;
    std::optional<int> total;
    const char* text;
  };
  constexpr auto kIn = Limits::within;
  constexpr auto kNear = Limits::near;
  constexpr auto kAbove = Limits::above;
  constexpr auto kBelow = Limits::below;
  for (const Case& one :
       {Case{{kIn, kIn, kIn}, 11, "Three of eleven areas rose, all within control limits"},
        Case{{kIn, kNear, kIn}, 11, "Three of eleven areas rose, one near its limits"},
        Case{{kNear, kNear}, 11, "Two of eleven areas rose, all near control limits"},
        Case{{kAbove, kNear}, 11, "Two of eleven areas rose, one above its limits"},
        Case{{kAbove, kAbove, kIn}, 11, "Three of eleven areas rose, two above their limits"},
        Case{{kAbove, kBelow, kIn}, 13, "Three of 13 areas rose, two outside their limits"},
        Case{{kIn}, 11, "One of eleven areas rose, within control limits"},
        Case{{kIn, Limits::unknown}, 11, "Two of eleven areas rose"},
        Case{{kIn}, {}, "One area rose, within control limits"},
        Case{{}, 11, "None of eleven areas rose"}}) {
    std::vector<Exceptions::Area> areas;
    for (const Limits limits : one.limits) areas.emplace_back().limits = limits;
    EXPECT_EQ(areas_message(WrongWay::rose, areas, one.total), one.text);
  }
}

TEST(CountedBy, OnlyWhereThePhraseIsTrue) {
  struct Case {
    const char* title;
    const char* counted;
  };
  for (const Case& one : {Case{"Total crime", "crimes"}, Case{"Vehicle crime", "vehicle crimes"},
                          Case{"ASB incidents", "ASB incidents"},
                          Case{"Domestic abuse incidents", "domestic abuse incidents"},
                          Case{"People killed or seriously injured (KSI)", ""},
                          Case{"Dwelling burglary", ""}, Case{"Total ", ""}}) {
    model::Kpi kpi;
    kpi.title = one.title;
    EXPECT_EQ(counted_by(kpi), one.counted);
  }
  model::Kpi rate;
  rate.title = "Repeat victims";
  rate.quantity.unit = model::Unit::percent;
  EXPECT_EQ(counted_by(rate), "");
}

}  // namespace
}  // namespace present
