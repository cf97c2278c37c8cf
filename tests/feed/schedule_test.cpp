#include "feed/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace feed {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Outcome kSuccess{};
constexpr Outcome kFailure{.failed = true, .max_age = {}, .retry_after = {}};
constexpr int kDraws = 2000;

struct Spread {
  Duration least = Duration::max();
  Duration most = Duration::min();

  void add(Duration wait) {
    least = std::min(least, wait);
    most = std::max(most, wait);
  }
};

// What `draw` gives for many machines.
template <class Draw>
Spread over_machines(seconds cadence, Draw draw) {
  Spread spread;
  for (int i = 0; i < kDraws; ++i) {
    Schedule schedule(cadence, schedule_seed("machine " + std::to_string(i), "feed"));
    spread.add(draw(schedule));
  }
  return spread;
}

// Within the bounds, and using nearly all of what lies between them.
void expect_uniform(const Spread& spread, Duration least, Duration most) {
  const auto slack = (most - least) / 50;
  EXPECT_GE(spread.least, least);
  EXPECT_LE(spread.least, least + slack);
  EXPECT_LE(spread.most, most);
  EXPECT_GE(spread.most, most - slack);
}

TEST(Schedule, StartsSpreadOverTheCadence) {
  const auto with = [](bool has_last_good, std::optional<seconds> at_most) {
    return over_machines(seconds{300},
                         [&](Schedule& one) { return one.first(has_last_good, at_most); });
  };
  expect_uniform(with(true, {}), seconds{0}, seconds{300});
  expect_uniform(with(false, {}), seconds{0}, seconds{5});
  expect_uniform(with(true, seconds{20}), seconds{0}, seconds{20});
  expect_uniform(with(true, seconds{0}), seconds{0}, seconds{0});
}

TEST(Schedule, PollsAtItsCadenceGiveOrTakeATenth) {
  expect_uniform(over_machines(seconds{60}, [](Schedule& one) { return one.next(kSuccess); }),
                 seconds{54}, seconds{66});
}

TEST(Schedule, HonoursMaxAgeWithinLimits) {
  struct Row {
    seconds max_age;
    seconds base;
  };
  for (const auto& row : {Row{seconds{0}, seconds{100}}, Row{seconds{99}, seconds{100}},
                          Row{seconds{200}, seconds{200}}, Row{hours{24}, seconds{400}}}) {
    const Outcome outcome{.failed = false, .max_age = row.max_age, .retry_after = {}};
    expect_uniform(over_machines(seconds{100}, [&](Schedule& one) { return one.next(outcome); }),
                   row.base * 9 / 10, row.base * 11 / 10);
  }
}

TEST(Schedule, BacksOffFromTheCadenceToTheLongerOfCadenceAndAMinute) {
  struct Row {
    seconds cadence;
    int failures;
    seconds ceiling;
  };
  for (const auto& row : {Row{seconds{1}, 1, seconds{1}}, Row{seconds{5}, 1, seconds{5}},
                          Row{seconds{5}, 2, seconds{10}}, Row{seconds{5}, 5, seconds{60}},
                          Row{seconds{5}, 100, seconds{60}}, Row{seconds{60}, 1, seconds{60}},
                          Row{seconds{60}, 9, seconds{60}}, Row{seconds{300}, 1, seconds{60}},
                          Row{seconds{300}, 3, seconds{240}}, Row{seconds{300}, 4, seconds{300}},
                          Row{hours{168}, 1, seconds{60}}, Row{hours{168}, 1000, hours{168}}}) {
    expect_uniform(over_machines(row.cadence,
                                 [&](Schedule& one) {
                                   for (int i = 1; i < row.failures; ++i) one.next(kFailure);
                                   return one.next(kFailure);
                                 }),
                   seconds{0}, row.ceiling);
  }
}

TEST(Schedule, ASuccessEndsTheBackOff) {
  expect_uniform(over_machines(seconds{300},
                               [](Schedule& one) {
                                 for (int i = 0; i < 20; ++i) one.next(kFailure);
                                 one.next(kSuccess);
                                 return one.next(kFailure);
                               }),
                 seconds{0}, seconds{60});
}

TEST(Schedule, ObeysRetryAfterWithinLimitsAndSpreadsBehindIt) {
  struct Row {
    seconds cadence;
    seconds retry_after;
    seconds least;
    seconds most;
  };
  for (const auto& row : {Row{seconds{60}, seconds{120}, seconds{120}, seconds{180}},
                          Row{seconds{300}, seconds{90}, seconds{90}, seconds{180}},
                          Row{seconds{60}, hours{48}, hours{1}, seconds{3660}},
                          Row{hours{10}, hours{48}, hours{10}, hours{20}}}) {
    const Outcome outcome{.failed = true, .max_age = {}, .retry_after = row.retry_after};
    expect_uniform(over_machines(row.cadence, [&](Schedule& one) { return one.next(outcome); }),
                   row.least, row.most);
  }
}

TEST(Schedule, IsTheSameForTheSameSeed) {
  Schedule one(seconds{60}, 7);
  Schedule other(seconds{60}, 7);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(one.next(kFailure), other.next(kFailure));
}

TEST(ScheduleSeed, DiffersByMachineAndByFeed) {
  std::set<std::uint64_t> seen;
  for (int machine = 0; machine < 100; ++machine) {
    for (int feed = 0; feed < 10; ++feed) {
      seen.insert(schedule_seed(std::to_string(machine), std::to_string(feed)));
    }
  }
  EXPECT_EQ(seen.size(), 1000u);
  EXPECT_NE(schedule_seed("ab", "c"), schedule_seed("a", "bc"));
  EXPECT_EQ(schedule_seed("ab", "c"), schedule_seed("ab", "c"));
}

// Screens that all start in the same second, over the code that runs on one.
class Herd {
 public:
  explicit Herd(int screens, bool has_last_good) {
    for (int i = 0; i < screens; ++i) {
      Schedule schedule(kCadence, schedule_seed("screen " + std::to_string(i), "plan"));
      const auto due = schedule.first(has_last_good, {});
      screens_.push_back({std::move(schedule), due});
    }
  }

  // Requests in each second of `span`; the server answers at each time as `outcome` says.
  template <class Answer>
  std::vector<int> requests(seconds span, Answer outcome) {
    std::vector<int> per_second(static_cast<size_t>(span.count()));
    for (auto& screen : screens_) {
      while (screen.due < span) {
        const auto second = std::chrono::floor<seconds>(screen.due);
        ++per_second[static_cast<size_t>(second.count())];
        screen.due += std::max(Duration{1}, screen.schedule.next(outcome(second)));
      }
    }
    return per_second;
  }

  static constexpr seconds kCadence{60};

 private:
  struct Screen {
    Schedule schedule;
    Duration due;
  };
  std::vector<Screen> screens_;
};

int most(const std::vector<int>& per_second, int from, int to) {
  return *std::max_element(per_second.begin() + from, per_second.begin() + to);
}

// 5,000 screens a minute are 83 a second if they could not be spread better.
constexpr int kScreens = 5000;

TEST(Herd, AfterAPowerCutItIsSpreadOverTheCadence) {
  const auto counts = Herd(kScreens, true).requests(seconds{600}, [](seconds) { return kSuccess; });
  // Where the first round ends and the second begins, the jitter lays them over each other.
  EXPECT_LE(most(counts, 0, 70), 170);
  EXPECT_LE(most(counts, 70, 600), 130);
}

TEST(Herd, EmptyScreensComeAtOnceButDoNotStayTogether) {
  const auto counts =
      Herd(kScreens, false).requests(seconds{3600}, [](seconds) { return kSuccess; });
  EXPECT_LE(most(counts, 0, 6), 1150);
  EXPECT_LE(most(counts, 1800, 3600), 160);
}

TEST(Herd, AServerThatIsGoneForTenMinutesIsNotTrampledWhenItReturns) {
  const auto counts = Herd(kScreens, true).requests(seconds{1800}, [](seconds at) {
    return at >= seconds{300} && at < seconds{900} ? kFailure : kSuccess;
  });
  EXPECT_LE(most(counts, 0, 300), 170);
  // Never much more than twice what they ask on a good day, from the first second of the trouble.
  EXPECT_LE(most(counts, 300, 900), 240);
  EXPECT_LE(most(counts, 900, 1800), 240);
}

// By date, as a server says when its maintenance ends.
TEST(Herd, OneMomentForAllDoesNotBringThemBackInOneSecond) {
  const auto counts = Herd(kScreens, true).requests(seconds{1200}, [](seconds at) {
    return Outcome{.failed = at < seconds{600}, .max_age = {}, .retry_after = seconds{600} - at};
  });
  EXPECT_LE(most(counts, 0, 1200), 200);
}

TEST(Herd, OneRetryAfterForAllDoesNotBringThemBackInOneSecond) {
  const auto counts = Herd(kScreens, true).requests(seconds{1200}, [](seconds at) {
    return Outcome{.failed = at < seconds{300}, .max_age = {}, .retry_after = seconds{120}};
  });
  EXPECT_LE(most(counts, 0, 1200), 200);
}

}  // namespace
}  // namespace feed
