// Prints what a server sees of a herd of screens, as a table of Markdown.
//
//   herd [--screens N] [--check]     --check: exit status 1 if a load is above what is promised
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "herd/herd.h"

namespace {

using std::chrono::seconds;

struct Row {
  const char* what;
  herd::Scenario scenario;
};

std::string words(seconds time) {
  if (time < seconds{120}) return std::to_string(time.count()) + " s";
  return std::to_string((time.count() + 59) / 60) + " min";
}

// What RELIABILITY.md promises: a herd in trouble asks at most three times as often as on a good
// day, or as it would at one request a minute each where that is more, and is back within a cadence
// or a minute, after a wait that it was told.
bool holds(const herd::Scenario& scenario, const herd::Day& day) {
  constexpr double kScatter = 40;    // of one second's count about its mean
  constexpr double kEmptyGlass = 5;  // seconds within which an empty screen asks first
  const seconds wait = std::max(scenario.cadence, seconds{60});
  const double good = std::max(day.steady.mean, scenario.screens / 60.0);
  const double start = scenario.has_last_good ? 2 * good : 1.2 * scenario.screens / kEmptyGlass;
  // A server that can hardly keep up refuses some screens several times.
  const seconds back =
      wait * (scenario.capacity ? 4 : 1) + scenario.retry_after.value_or(seconds{0});
  return day.power.peak <= start + kScatter &&
         std::max(day.outage.peak, day.recovery.peak) <= 3 * good + kScatter &&
         day.all_back <= back;
}

}  // namespace

int main(int count, char** arguments) {
  int screens = 10'000;
  bool check = false;
  for (int i = 1; i < count; ++i) {
    const std::string word = arguments[i];
    if (word == "--check") {
      check = true;
    } else if (word == "--screens" && i + 1 < count && std::atoi(arguments[i + 1]) > 0) {
      screens = std::atoi(arguments[++i]);
    } else {
      std::fputs("Usage: herd [--screens N] [--check]\n", stderr);
      return 64;
    }
  }
  const auto of = [&](int cadence) {
    herd::Scenario scenario;
    scenario.screens = screens;
    scenario.cadence = seconds{cadence};
    return scenario;
  };
  herd::Scenario empty = of(60);
  empty.has_last_good = false;
  herd::Scenario told = of(60);
  told.retry_after = seconds{120};
  herd::Scenario tight = of(60);
  tight.capacity = screens / 60 * 5 / 4;
  const Row rows[] = {{"30 s", of(30)},
                      {"60 s", of(60)},
                      {"60 s, empty screens", empty},
                      {"60 s, 503 with Retry-After: 120", told},
                      {"60 s, server takes 125% of the mean", tight},
                      {"5 min", of(300)},
                      {"15 min", of(900)},
                      {"60 min", of(3600)}};
  std::printf(
      "| cadence | mean, requests/s | peak | after the power cut | server gone | server "
      "back | half back | 99%% back | all back | one failure: next try |\n"
      "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
  bool all_hold = true;
  for (const Row& row : rows) {
    const herd::Day day = herd::simulate(row.scenario);
    const herd::Wait wait = herd::after_one_failure(row.scenario.cadence);
    std::printf("| %s | %.0f | %d | %d | %d | %d | %s | %s | %s | %.0f s |\n", row.what,
                day.steady.mean, day.steady.peak, day.power.peak, day.outage.peak,
                day.recovery.peak, words(day.half_back).c_str(), words(day.nearly_all_back).c_str(),
                words(day.all_back).c_str(), wait.mean);
    if (check && !holds(row.scenario, day)) {
      std::fprintf(stderr, "herd: at %s the load is above what is promised\n", row.what);
      all_hold = false;
    }
  }
  return all_hold ? 0 : 1;
}
