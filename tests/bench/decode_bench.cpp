// Decoding a feed beside parsing it alone and beside reading its bytes once.
#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>
#include <numeric>

#include "bench_board.h"
#include "feed/decode.h"

namespace {

std::string feed_of(std::int64_t bytes) {
  return bench::made_feed_of(static_cast<std::size_t>(bytes));
}

void count_bytes(benchmark::State& state, const std::string& feed) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(feed.size()));
}

void ReadBytes(benchmark::State& state) {
  const std::string feed = feed_of(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(std::accumulate(feed.begin(), feed.end(), 0u));
  }
  count_bytes(state, feed);
}

void ParseJson(benchmark::State& state) {
  const std::string feed = feed_of(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(nlohmann::json::parse(feed));
  count_bytes(state, feed);
}

void Decode(benchmark::State& state) {
  const std::string feed = feed_of(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(feed::decode(feed, "bench"));
  count_bytes(state, feed);
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(20'000)->Arg(1'000'000)->Arg(8'000'000)->Unit(benchmark::kMillisecond);
}
BENCHMARK(ReadBytes)->Apply(sizes);
BENCHMARK(ParseJson)->Apply(sizes);
BENCHMARK(Decode)->Apply(sizes);

}  // namespace
