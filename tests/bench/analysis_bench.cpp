// How many points a second become control charts: 10,000 series of ten years' months.
#include <benchmark/benchmark.h>

#include <random>

#include "analysis/rolling.h"
#include "analysis/xmr.h"

namespace {

using namespace std::chrono;

model::Series months(std::uint32_t seed, int points) {
  std::mt19937 random(seed);
  std::normal_distribution<double> noise(1'000, 80);
  model::Series series;
  model::Date at = year{2015} / January / 1;
  for (int i = 0; i < points; ++i) {
    series.points.push_back({at, std::round(noise(random)), {}});
    at += std::chrono::months{1};
  }
  return series;
}

std::vector<model::Series> many(int count, int points) {
  std::vector<model::Series> all;
  for (int i = 0; i < count; ++i) all.push_back(months(static_cast<std::uint32_t>(i), points));
  return all;
}

analysis::XmrQuestion question_of(const model::Series& series) {
  analysis::XmrQuestion question;
  question.good = model::Good::down;
  question.target = 950;
  question.rebase = {series.points[series.points.size() / 2].at};
  return question;
}

void count_points(benchmark::State& state, const std::vector<model::Series>& all) {
  const auto points = static_cast<std::int64_t>(all.size() * all.front().points.size());
  state.SetItemsProcessed(state.iterations() * points);
}

void ControlCharts(benchmark::State& state) {
  const auto all = many(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  const auto rule = analysis::mdc();
  for (auto _ : state) {
    for (const auto& series : all) {
      const auto points = analysis::points_of(series);
      benchmark::DoNotOptimize(analysis::analyse(points, question_of(series), rule));
    }
  }
  count_points(state, all);
}
BENCHMARK(ControlCharts)->Args({10'000, 120})->Args({100, 12'000})->Unit(benchmark::kMillisecond);

void RollingYears(benchmark::State& state) {
  const auto all = many(1'000, 120);
  for (auto _ : state) {
    for (const auto& series : all) {
      benchmark::DoNotOptimize(analysis::rolling_totals(series, 12));
    }
  }
  count_points(state, all);
}
BENCHMARK(RollingYears)->Unit(benchmark::kMillisecond);

}  // namespace
