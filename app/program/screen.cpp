#include "program/screen.h"

#include "base/log.h"

namespace program {

void Screen::show(const view::Showing& showing) {
  const view::Frame frame = stage_.build(showing);
  const view::Atlas atlas = stage_.atlas();
  if (atlas.generation != atlas_generation_) {
    const auto taken = window_.set_atlas({atlas.width, atlas.height, atlas.alpha});
    if (!taken) base::log_error(taken.error());
    atlas_generation_ = atlas.generation;
  }
  if (frame.damage.empty()) return;
  std::vector<platform::Pixels> damage;
  long long area = 0;
  for (const auto& part : frame.damage) {
    damage.push_back({part.x, part.y, part.width, part.height});
    area += static_cast<long long>(part.width) * part.height;
  }
  const view::Color ground = stage_.ground();
  const auto begin = std::chrono::steady_clock::now();
  window_.paint(*frame.data, {ground.red, ground.green, ground.blue}, damage);
  const auto whole = static_cast<long long>(window_.area().width) * window_.area().height;
  if (area * 10 >= whole * 9) {
    whole_frame_cost_ = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);
  }
}

}  // namespace program
