// What must hold of every control chart, tried on thousands of generated series.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <vector>

#include "analysis/xmr.h"

namespace analysis {
namespace {

using model::Good;

constexpr unsigned kSeries = 4000;

// The engine's numbers are the same everywhere; the library's distributions are not.
class Drawn {
 public:
  explicit Drawn(unsigned seed) : engine_(seed) {}

  int up_to(int most) { return static_cast<int>(engine_() % static_cast<unsigned>(most + 1)); }
  bool one_in(int odds) { return up_to(odds - 1) == 0; }

 private:
  std::mt19937 engine_;
};

struct Sample {
  std::vector<XmrPoint> points;
  XmrQuestion question;
  XmrRule rule;
};

// Short steps between few values: ties, points on the mean and runs are then common.
Sample sample(unsigned seed) {
  Drawn draw(seed);
  Sample made;
  made.rule = draw.one_in(2) ? nhsr() : mdc();
  made.rule.two_sigma_counts_beyond_limit = draw.one_in(2);
  made.rule.rules_cross_rebase = draw.one_in(2);
  made.rule.trend_needs_side = draw.one_in(4);
  made.question.good = draw.one_in(2) ? Good::up : Good::down;
  made.question.target = draw.up_to(400) / 10.0;
  model::Date at = std::chrono::year{2010} / 4 / 1;
  int level = 200;
  for (int i = draw.up_to(50) + 2; i > 0; --i, at += std::chrono::months{1}) {
    if (draw.one_in(8)) level += draw.up_to(40) - 20;
    XmrPoint point{at, (level + draw.up_to(12) - 6) / 10.0, draw.one_in(20), draw.one_in(30)};
    if (draw.one_in(20)) point.value.reset();
    if (draw.one_in(20)) made.question.rebase.push_back(at);
    made.points.push_back(point);
  }
  if (draw.one_in(4)) made.question.baseline = 12;
  return made;
}

Xmr analyse(const Sample& made) {
  return analyse(made.points, made.question, made.rule);
}

Sample mapped(Sample made, const std::function<double(double)>& map) {
  for (XmrPoint& point : made.points) {
    if (point.value) point.value = map(*point.value);
  }
  made.question.target = map(*made.question.target);
  return made;
}

void expect_near(std::optional<double> left, std::optional<double> right) {
  ASSERT_EQ(left.has_value(), right.has_value());
  if (!left) return;
  EXPECT_NEAR(*left, *right, 1e-9 * std::max(1.0, std::abs(*right)));
}

// Lines go through the map, distances through its scale; everything else stays.
void expect_mapped(const Xmr& before, const Xmr& after, const std::function<double(double)>& map,
                   double scale) {
  ASSERT_EQ(before.sections.size(), after.sections.size());
  for (size_t i = 0; i < before.sections.size(); ++i) {
    const XmrSection& was = before.sections[i];
    const XmrSection& is = after.sections[i];
    expect_near(is.mean, was.mean ? std::optional(map(*was.mean)) : std::nullopt);
    ASSERT_EQ(was.limits.has_value(), is.limits.has_value());
    if (!was.limits) continue;
    expect_near(is.limits->lower, map(was.limits->lower));
    expect_near(is.limits->upper, map(was.limits->upper));
    expect_near(is.limits->lower_two_sigma, map(was.limits->lower_two_sigma));
    expect_near(is.limits->upper_two_sigma, map(was.limits->upper_two_sigma));
  }
  for (size_t i = 0; i < before.marks.size(); ++i) {
    EXPECT_EQ(before.marks[i].flags, after.marks[i].flags) << "point " << i;
    EXPECT_EQ(before.marks[i].cause, after.marks[i].cause) << "point " << i;
    const auto range = before.marks[i].moving_range;
    expect_near(after.marks[i].moving_range, range ? std::optional(*range * scale) : std::nullopt);
  }
  EXPECT_EQ(before.variation, after.variation);
  EXPECT_EQ(before.assurance, after.assurance);
  EXPECT_EQ(before.doubts, after.doubts);
}

XmrFlags swapped(const XmrFlags& flags) {
  return {flags.single_low, flags.single_high, flags.shift_low,     flags.shift_high,
          flags.trend_down, flags.trend_up,    flags.two_sigma_low, flags.two_sigma_high};
}

Cause swapped(Cause cause) {
  if (cause == Cause::improvement) return Cause::concern;
  return cause == Cause::concern ? Cause::improvement : cause;
}

Good opposite(Good good) {
  return good == Good::up ? Good::down : Good::up;
}

class XmrProperties : public testing::Test {
 protected:
  void SetUp() override { signals_ = 0; }
  void TearDown() override { EXPECT_GT(signals_, kSeries) << "the series say too little"; }

  void each(const std::function<void(const Sample&, const Xmr&)>& check) {
    for (unsigned seed = 0; seed < kSeries && !HasFailure(); ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      const Sample made = sample(seed);
      const Xmr xmr = analyse(made);
      for (const XmrMark& mark : xmr.marks) signals_ += mark.flags.any() ? 1 : 0;
      check(made, xmr);
    }
  }

 private:
  unsigned signals_ = 0;
};

TEST_F(XmrProperties, AConstantMovesTheLinesAndNoFlag) {
  for (const double constant : {0.1, -37.7, 1000.3}) {
    const auto map = [&](double value) { return value + constant; };
    each([&](const Sample& made, const Xmr& xmr) {
      expect_mapped(xmr, analyse(mapped(made, map)), map, 1);
    });
  }
}

TEST_F(XmrProperties, AFactorScales) {
  for (const double factor : {0.3, 7.0, 1e6}) {
    const auto map = [&](double value) { return value * factor; };
    each([&](const Sample& made, const Xmr& xmr) {
      expect_mapped(xmr, analyse(mapped(made, map)), map, factor);
    });
  }
}

TEST_F(XmrProperties, TheOtherGoodSwapsImprovementAndConcern) {
  each([](const Sample& made, const Xmr& xmr) {
    Sample other = made;
    other.question.good = opposite(made.question.good);
    if (made.rule.conflict == Conflict::improvement) other.rule.conflict = Conflict::concern;
    const Xmr reversed = analyse(other);
    for (size_t i = 0; i < xmr.marks.size(); ++i) {
      EXPECT_EQ(xmr.marks[i].flags, reversed.marks[i].flags) << "point " << i;
      EXPECT_EQ(xmr.marks[i].cause, swapped(reversed.marks[i].cause)) << "point " << i;
    }
    EXPECT_EQ(xmr.assurance == Assurance::hit_or_miss,
              reversed.assurance == Assurance::hit_or_miss);
  });
}

TEST_F(XmrProperties, AMirrorAboutTheMeanSwapsHighAndLow) {
  each([](const Sample& made, const Xmr& xmr) {
    const double mean = xmr.sections.front().mean.value_or(0);
    Sample other = mapped(made, [&](double value) { return 2 * mean - value; });
    other.question.good = opposite(made.question.good);
    const Xmr mirrored = analyse(other);
    for (size_t i = 0; i < xmr.marks.size(); ++i) {
      EXPECT_EQ(xmr.marks[i].flags, swapped(mirrored.marks[i].flags)) << "point " << i;
      EXPECT_EQ(xmr.marks[i].cause, mirrored.marks[i].cause) << "point " << i;
    }
    EXPECT_EQ(xmr.assurance, mirrored.assurance);
  });
}

TEST(XmrConstant, HasNoSpecialCause) {
  for (unsigned seed = 0; seed < kSeries; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Sample made = sample(seed);
    const double value = Drawn(seed).up_to(100000) / 1000.0;
    made = mapped(made, [&](double) { return value; });
    for (const XmrMark& mark : analyse(made).marks) ASSERT_FALSE(mark.flags.any());
  }
}

TEST(XmrRules, AreTheSameTwice) {
  for (unsigned seed = 0; seed < 100; ++seed)
    EXPECT_EQ(analyse(sample(seed)), analyse(sample(seed)));
}

}  // namespace
}  // namespace analysis
