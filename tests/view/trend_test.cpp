#include "view/trends.h"

namespace view {
namespace {

TEST(Trend, SaysWhatTheFiguresAre) {
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, settings::PixelSize{1280, 720},
                                   settings::PixelSize{1080, 1920}}) {
    Staged staged(plan_with(sample_trend()), {size});
    EXPECT_EQ(staged.pages(), 1);
    for (const char* text :
         {"Each month", "Rolling 12 months", "1,500", "14,000", "1979", "1984", "Seat belts",
          "Target 14,900", "December 1984", "1,763", "16.5% worse", "on December 1983", "16,421",
          "5.9% over target", "(illustrative target)"}) {
      EXPECT_TRUE(staged.says(text)) << text << " " << size.width;
    }
  }
}

TEST(Trend, FiguresStandBesideTheChartAndBelowItInPortrait) {
  Staged wide(plan_with(sample_trend()));
  EXPECT_GE(wide.bounds_of("figure 1").left, wide.bounds_of("chart").right);
  EXPECT_GE(wide.bounds_of("figure 2").top, wide.bounds_of("figure 1").bottom);
  Staged tall(plan_with(sample_trend()), {{1080, 1920}});
  EXPECT_GE(tall.bounds_of("figure 1").top, tall.bounds_of("chart").bottom);
  EXPECT_GE(tall.bounds_of("figure 2").left, tall.bounds_of("figure 1").right);
}

TEST(Trend, ALongFigureGivesUpWordsNotItsNumber) {
  Trend trend = sample_trend();
  trend.figures[0].change_on = "on the month of December in the year 1983, as published then";
  trend.figures[1].target_note = "(an illustrative target that nobody has agreed to so far)";
  trend.figures[0].number = trend.figures[1].number = "1,234,567,890";
  Staged staged(plan_with(trend), {{1920, 1080}, settings::Theme::dark, 4.6});
  EXPECT_EQ(std::ranges::count(staged.texts(), "1,234,567,890"), 2);
  for (const auto& text : staged.texts()) {
    EXPECT_FALSE(text.starts_with("(an ill") || text.starts_with("on the month")) << text;
  }
}

TEST(Trend, SaysWhatIsNotSettledAndWhereTheSeriesBreaks) {
  for (bool with_dual : {false, true}) {
    Trend trend = with_dual ? dual(crowded()) : crowded();
    trend.events.clear();
    Staged staged(plan_with(trend));
    for (const char* text : {"Provisional", "Estimated", "With provisional months",
                             "With estimated months", "Break in series"}) {
      EXPECT_TRUE(staged.says(text)) << text << (with_dual ? " dual" : "");
    }
  }
}

TEST(Trend, LabelsTheLastPointsWhereTheyHideNothing) {
  Trend trend = sample_trend();
  trend.events.clear();  // their words would stand there
  trend.last_bar = "1,234";
  trend.last_line = "15,600";
  Staged staged(plan_with(trend));
  Box chart = staged.bounds_of("chart");
  for (const char* text : {"1,234", "15,600"}) {
    EXPECT_GT(staged.ink_of(text).right, chart.right - chart.width() / 12) << text;
  }
  expect_texts_apart(staged);
  // A neighbour that towers over the last bar leaves no place near it.
  trend.bars[70].value = 1850;
  trend.bars[71].value = 100;
  Staged hidden(plan_with(trend));
  EXPECT_FALSE(hidden.says("1,234"));
}

TEST(Trend, TwoAxesShareAPanelAndItsZero) {
  Trend trend = even(40, 50, 100);
  trend.line_title = "Rolling 12 months";
  trend.line.assign(40, {600});
  trend.line_axis = support::sample_axis(0, 1200, {{0, "0"}, {600, "600 a year"}});
  trend.last_line = "600";
  trend.dual = true;
  Staged staged(plan_with(trend));
  EXPECT_TRUE(staged.says("Each day"));
  EXPECT_TRUE(staged.says("Rolling 12 months"));
  // Twelve times the value of each bar: the line runs along their ends.
  auto line = corners(staged, chart_colors(dark(), {}).line);
  EXPECT_NEAR(highest(corners(staged, dark().bar)), (highest(line) + lowest(line)) / 2, 60);
  Box right = staged.ink_of("600");
  EXPECT_GT(right.left, staged.bounds_of("chart").right - 200);
  EXPECT_FALSE(staged.says("600 a year"));  // the last value stands there
}

TEST(Trend, AnAxisThatDoesNotBeginAtZeroShowsIt) {
  auto vertices = [](const Trend& trend) {
    Staged staged(plan_with(trend));
    return staged.list_of(staged.show(0), "chart")->VtxBuffer.Size;
  };
  Trend trend = sample_trend();
  trend.line_targets.clear();
  const int cut = vertices(trend);
  // The same ticks at the same places, but for what the axis begins with.
  for (auto& tick : trend.line_axis.ticks) tick.at -= 13000;
  for (auto& point : trend.line) {
    if (point.value) *point.value -= 13000;
  }
  trend.line_axis.low = 0;
  trend.line_axis.high -= 13000;
  EXPECT_LT(vertices(trend), cut);
}

TEST(Trend, TheYearSoFarGivesUpWordsForRoom) {
  Trend trend = sample_trend();
  trend.to_date = {"1984/85 to date 12,345, up 5.2%", "on the same part of 1983/84", ""};
  Staged wide(plan_with(trend));
  EXPECT_TRUE(wide.says("1984/85 to date 12,345, up 5.2% on the same part of 1983/84"));
  Staged large(plan_with(trend), {{1080, 1920}, settings::Theme::dark, 4.6});
  EXPECT_FALSE(large.says("1984/85 to date 12,345, up 5.2% on the same part of 1983/84"));
  expect_texts_apart(large);
}

TEST(Trend, WithoutALineTheBarsTakeItsRoom) {
  Trend trend = sample_trend();
  Staged both(plan_with(trend));
  trend.line.clear();
  trend.line_title.clear();
  Staged alone(plan_with(trend));
  EXPECT_FALSE(alone.says("14,000"));
  auto with_line = corners(both, dark().bar);
  auto without = corners(alone, dark().bar);
  EXPECT_FLOAT_EQ(highest(without), highest(with_line));
  EXPECT_GT(lowest(without), lowest(with_line) + 200);
}

TEST(Trend, WordsOfAnEventAtTheEdgeStandLeftOfItsLine) {
  Trend trend = sample_trend();
  trend.events = {{70, "Speed limits", ""}};
  Staged staged(plan_with(trend));
  Box chart = staged.bounds_of("chart");
  Box words = staged.ink_of("Speed limits");
  EXPECT_LT(words.right, chart.right - chart.width() / 72);
  EXPECT_GT(words.right, chart.right - chart.width() / 12);
  trend.events = {{20, "Speed limits", ""}};
  Staged early(plan_with(trend));
  EXPECT_GT(early.ink_of("Speed limits").left, chart.left + chart.width() / 4);
}

TEST(Trend, OlderEventsGiveUpTheirWords) {
  Trend trend = sample_trend();
  trend.events = {{20, "First", "detail of the first"},
                  {59, "Between", "its detail"},
                  {60, "Hemmed in", "its detail"},
                  {61, "Newest", "detail of the newest"}};
  Staged staged(plan_with(trend));
  EXPECT_TRUE(staged.says("Newest"));
  EXPECT_FALSE(staged.says("detail of the newest"));
  EXPECT_FALSE(staged.says("Hemmed in"));
  EXPECT_TRUE(staged.says("Between"));
  EXPECT_TRUE(staged.says("First"));
  EXPECT_TRUE(staged.says("detail of the first"));
  expect_texts_apart(staged);
}

TEST(Trend, YearsAreThinnedOutEvenly) {
  Trend trend = with_many_points(12 * 60);
  trend.events.clear();
  Staged staged(plan_with(trend), {{1080, 1920}});
  std::vector<int> years;
  for (const auto& text : staged.texts()) {
    if (text.size() == 4 && text.starts_with("12")) years.push_back(std::stoi(text));
  }
  std::ranges::sort(years);
  ASSERT_GT(years.size(), 3u);
  EXPECT_EQ(years.back(), 1259);
  for (size_t i = 2; i < years.size(); ++i) {
    EXPECT_EQ(years[i] - years[i - 1], years[1] - years[0]);
  }
}

TEST(Trend, LateFiguresLoseTheirColourAndSaySince) {
  Trend trend = sample_trend();
  trend.age = support::sample_late_age();
  Staged staged(plan_with(trend));
  EXPECT_TRUE(staged.says("As at 31 March 2023"));
  EXPECT_TRUE(corners(staged, dark().bar_in_focus).empty());
  EXPECT_TRUE(corners(staged, dark().red, "figure 2").empty());
}

TEST(Trend, NoTextLeavesItsBoxOrCoversAnother) {
  for (const Look& look : all_looks()) {
    for (int times : {1, 3}) {
      for (bool late : {false, true}) {
        for (Trend trend : {sample_trend(), crowded()}) {
          SCOPED_TRACE(name_of(look) + " times " + std::to_string(times) + (late ? " late" : "") +
                       " events " + std::to_string(trend.events.size()));
          if (late) trend.age = support::sample_late_age();
          Staged staged(support::lengthened(plan_with(trend), times), look);
          expect_texts_apart(staged);
        }
      }
    }
  }
}

TEST(Trend, TextsOfManyPointsStayApart) {
  for (const Look& look : all_looks()) {
    for (int points : {1, 2, 240, 10'000}) {
      SCOPED_TRACE(name_of(look) + " points " + std::to_string(points));
      Staged staged(plan_with(with_many_points(points)), look);
      expect_texts_apart(staged);
    }
  }
}

}  // namespace
}  // namespace view
