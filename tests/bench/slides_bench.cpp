// What a slide costs: presenting its board, building its draw lists, painting it at 1080p and 4K
// beside filling the same memory once, and painting what a minute changes.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "bench_board.h"
#include "platform/raster.h"
#include "present/plan.h"
#include "view/stage.h"

namespace {

using platform::Pixels;
using settings::PixelSize;

constexpr PixelSize kSizes[] = {{1920, 1080}, {3840, 2160}};

struct Report {
  settings::Settings settings;
  model::Snapshot snapshot;

  present::Plan plan(model::Timestamp now) const {
    return present::make_plan(settings, snapshot, {now, true});
  }
};

Report load(const bench::Report& report) {
  Report loaded{bench::load_settings(report), {}};
  loaded.snapshot.feeds.push_back(
      bench::fetched(bench::read_feed(report), loaded.settings.feeds.front().id));
  return loaded;
}

// One slide on its glass.
class Shown {
 public:
  Shown(const Report& report, std::size_t slide, PixelSize size)
      : size_(size),
        slide_(slide),
        pixels_(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height)) {
    auto stage = view::Stage::create(report.settings, size, 0);
    if (!stage) return;
    stage_ = std::move(stage).value();
    if (!stage_->set_plan(report.plan(bench::now()))) stage_.reset();
  }

  bool is_ready() const { return stage_ != nullptr; }
  view::Stage& stage() { return *stage_; }

  view::Frame build() {
    view::Frame frame = stage_->build({.position = {slide_, 0}, .progress = 0.3});
    const view::Atlas atlas = stage_->atlas();
    if (atlas.generation != generation_) {
      raster_.set_atlas({atlas.width, atlas.height, atlas.alpha});
      generation_ = atlas.generation;
    }
    return frame;
  }

  std::vector<Pixels> whole() const { return {{0, 0, size_.width, size_.height}}; }

  void paint(const view::Frame& frame, const std::vector<Pixels>& damage) {
    const view::Color ground = stage_->ground();
    raster_.paint(*frame.data, {ground.red, ground.green, ground.blue}, damage,
                  {pixels_.data(), size_.width, size_.height, size_.width});
    benchmark::DoNotOptimize(pixels_.data());
    benchmark::ClobberMemory();
  }

 private:
  PixelSize size_;
  std::size_t slide_;
  std::vector<std::uint32_t> pixels_;
  platform::Raster raster_;
  std::unique_ptr<view::Stage> stage_;
  std::uint64_t generation_ = 0;
};

void fill(benchmark::State& state, PixelSize size) {
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(size.width) *
                                    static_cast<std::size_t>(size.height));
  for (auto _ : state) {
    std::memset(pixels.data(), 0x42, pixels.size() * sizeof pixels[0]);
    benchmark::DoNotOptimize(pixels.data());
    benchmark::ClobberMemory();
  }
}

void present_board(benchmark::State& state, const Report* report) {
  for (auto _ : state) benchmark::DoNotOptimize(report->plan(bench::now()));
}

void build(benchmark::State& state, const Report* report, std::size_t slide, PixelSize size) {
  Shown shown(*report, slide, size);
  if (!shown.is_ready()) return state.SkipWithError("the slide cannot be shown");
  shown.build();
  for (auto _ : state) benchmark::DoNotOptimize(shown.build());
}

void paint(benchmark::State& state, const Report* report, std::size_t slide, PixelSize size) {
  Shown shown(*report, slide, size);
  if (!shown.is_ready()) return state.SkipWithError("the slide cannot be shown");
  const view::Frame frame = shown.build();
  const auto whole = shown.whole();
  for (auto _ : state) shown.paint(frame, whole);
}

// From the plan of the next minute to its pixels.
void paint_minute(benchmark::State& state, const Report* report, std::size_t slide,
                  PixelSize size) {
  Shown shown(*report, slide, size);
  if (!shown.is_ready()) return state.SkipWithError("the slide cannot be shown");
  shown.build();
  const auto plan = report->plan(bench::now() + std::chrono::minutes{1});
  if (!shown.stage().set_plan(plan)) return state.SkipWithError("the minute cannot be shown");
  const view::Frame frame = shown.build();
  std::vector<Pixels> damage;
  double area = 0;
  for (const auto& part : frame.damage) {
    damage.push_back({part.x, part.y, part.width, part.height});
    area += double{1} * part.width * part.height;
  }
  for (auto _ : state) shown.paint(frame, damage);
  state.counters["damage_%"] = area * 100 / size.width / size.height;
}

std::string name_of(PixelSize size) {
  return std::to_string(size.height).append("p");
}

// Each slide of each report, by name, so that a row says which slide it is.
[[maybe_unused]] const bool kRegistered = [] {
  static std::vector<std::unique_ptr<Report>> reports;  // for as long as the program runs
  for (const PixelSize size : kSizes) {
    benchmark::RegisterBenchmark(("Fill/" + name_of(size)).c_str(), fill, size)
        ->Unit(benchmark::kMicrosecond);
  }
  for (const bench::Report& from : bench::kReports) {
    reports.push_back(std::make_unique<Report>(load(from)));
    const Report* const report = reports.back().get();
    const std::string years = std::string(from.feed).substr(0, 7);
    benchmark::RegisterBenchmark(("Present/" + years).c_str(), present_board, report)
        ->Unit(benchmark::kMicrosecond);
    const auto slides = report->plan(bench::now()).slides;
    for (std::size_t i = 0; i < slides.size(); ++i) {
      const std::string slide = years + ":" + slides[i].id;
      for (const PixelSize size : kSizes) {
        std::string place = "/";
        place.append(name_of(size)).append("/").append(slide);
        const auto add = [&](const char* what, auto* measured) {
          benchmark::RegisterBenchmark((what + place).c_str(), measured, report, i, size)
              ->Unit(benchmark::kMicrosecond);
        };
        if (size.height == kSizes[0].height) add("Build", build);
        add("Paint", paint);
        add("Minute", paint_minute);
      }
    }
  }
  return true;
}();

}  // namespace
