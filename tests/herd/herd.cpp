#include "herd/herd.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <string>
#include <utility>

namespace herd {
namespace {

using feed::Duration;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds kEnd = hours{14};  // nothing happens in the rest of the day that did not before
constexpr seconds kPowerFails = hours{6};
constexpr seconds kPowerBack = hours{6} + minutes{5};
constexpr seconds kServerGone = hours{12};
constexpr seconds kServerBack = hours{12} + minutes{10};

struct Screen {
  feed::Schedule schedule;
  std::optional<Duration> back;  // first good answer since the server's return
};

class Simulation {
 public:
  explicit Simulation(const Scenario& scenario)
      : scenario_(scenario), per_second_(static_cast<std::size_t>(kEnd.count()), 0) {}

  Day run() {
    start(seconds{0}, kPowerFails, true);
    start(kPowerBack, kEnd, scenario_.has_last_good);
    Day day;
    day.steady = load(hours{1}, hours{5});
    day.power = load(kPowerBack, kPowerBack + minutes{10});
    day.outage = load(kServerGone, kServerBack);
    day.recovery = load(kServerBack, kServerBack + minutes{10});
    std::vector<Duration> back;
    for (const Screen& screen : screens_) back.push_back(screen.back.value_or(kEnd) - kServerBack);
    std::sort(back.begin(), back.end());
    const auto at = [&](std::size_t count) {
      return std::chrono::ceil<seconds>(back[std::max<std::size_t>(count, 1) - 1]);
    };
    day.half_back = at(back.size() / 2);
    day.nearly_all_back = at(back.size() * 99 / 100);
    day.all_back = at(back.size());
    return day;
  }

 private:
  // Every screen is switched on at `from` and off at `to`.
  void start(seconds from, seconds to, bool has_last_good) {
    screens_.clear();
    using Due = std::pair<Duration, int>;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> due;
    for (int i = 0; i < scenario_.screens; ++i) {
      screens_.push_back(
          {feed::Schedule(scenario_.cadence,
                          feed::schedule_seed("screen " + std::to_string(i), "plan")),
           {}});
      due.push({from + screens_.back().schedule.first(has_last_good, {}), i});
    }
    while (!due.empty()) {
      const auto [now, i] = due.top();
      due.pop();
      if (now >= to) continue;
      Screen& screen = screens_[static_cast<std::size_t>(i)];
      const feed::Outcome outcome = ask(now);
      if (!outcome.failed && now >= kServerBack && !screen.back) screen.back = now;
      due.push({now + std::max(screen.schedule.next(outcome), Duration{1}), i});
    }
  }

  feed::Outcome ask(Duration now) {
    const int before =
        per_second_[static_cast<std::size_t>(std::chrono::floor<seconds>(now).count())]++;
    const bool gone = now >= kServerGone && now < kServerBack;
    const bool busy = scenario_.capacity && before >= *scenario_.capacity;
    if (!gone && !busy) return {};
    return {.failed = true, .max_age = {}, .retry_after = scenario_.retry_after};
  }

  Load load(seconds from, seconds to) const {
    Load load;
    for (auto second = from.count(); second < to.count(); ++second) {
      const int count = per_second_[static_cast<std::size_t>(second)];
      load.mean += count;
      load.peak = std::max(load.peak, count);
    }
    load.mean /= static_cast<double>((to - from).count());
    return load;
  }

  Scenario scenario_;
  std::vector<int> per_second_;
  std::vector<Screen> screens_;
};

}  // namespace

Day simulate(const Scenario& scenario) {
  return Simulation(scenario).run();
}

Wait after_one_failure(seconds cadence, int screens) {
  Wait wait;
  for (int i = 0; i < screens; ++i) {
    feed::Schedule schedule(cadence, feed::schedule_seed("screen " + std::to_string(i), "plan"));
    const std::chrono::duration<double> drawn =
        schedule.next({.failed = true, .max_age = {}, .retry_after = {}});
    wait.mean += drawn.count() / screens;
    wait.most = std::max(wait.most, drawn.count());
  }
  return wait;
}

}  // namespace herd
