#include "view/rotation.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace view {

void Rotation::set_stops(std::vector<Stop> stops, base::SteadyTime now) {
  const std::vector<Stop> old = std::exchange(stops_, std::move(stops));
  if (old.empty() || stops_.empty()) return begin({}, now);
  for (size_t i = 0; i < old.size(); ++i) {
    const Stop& candidate = old[(position_.slide + i) % old.size()];
    const auto found = std::find_if(stops_.begin(), stops_.end(),
                                    [&](const Stop& stop) { return stop.id == candidate.id; });
    if (found == stops_.end()) continue;
    const auto slide = static_cast<size_t>(found - stops_.begin());
    if (i > 0) return begin({slide, 0}, now);
    position_ = {slide, std::min(position_.page, found->pages - 1)};
    return;
  }
  begin({}, now);
}

bool Rotation::moves() const {
  return stops_.size() > 1 || (stops_.size() == 1 && stops_[0].pages > 1);
}

Rotation::Duration Rotation::dwell() const {
  return std::max(stops_[position_.slide].dwell, Duration{1});
}

int Rotation::steps() const {
  return static_cast<int>(std::clamp<std::int64_t>(dwell() / std::chrono::seconds{1}, 1, 20));
}

Rotation::Duration Rotation::elapsed(base::SteadyTime now) const {
  if (paused_after_) return *paused_after_;
  return std::max(std::chrono::floor<Duration>(now - began_), Duration{0});
}

void Rotation::begin(Position position, base::SteadyTime now) {
  position_ = position;
  began_ = now;
  if (paused_after_) paused_after_ = Duration{0};
}

void Rotation::advance(base::SteadyTime now) {
  if (moves() && !is_paused() && elapsed(now) >= dwell()) step(+1, now);
}

void Rotation::step(int by, base::SteadyTime now) {
  if (!moves()) return;
  Position to = position_;
  to.page += by;
  if (to.page >= stops_[to.slide].pages) {
    to = {(to.slide + 1) % stops_.size(), 0};
  } else if (to.page < 0) {
    to.slide = (to.slide + stops_.size() - 1) % stops_.size();
    to.page = stops_[to.slide].pages - 1;
  }
  begin(to, now);
}

void Rotation::first(base::SteadyTime now) {
  if (moves()) begin({}, now);
}

void Rotation::toggle_pause(base::SteadyTime now) {
  if (!moves()) return;
  if (paused_after_) {
    began_ = now - *std::exchange(paused_after_, std::nullopt);
  } else {
    paused_after_ = std::min(elapsed(now), dwell());
  }
}

std::optional<double> Rotation::progress(base::SteadyTime now) const {
  if (!moves()) return std::nullopt;
  const auto passed = std::min(elapsed(now), dwell());
  return static_cast<double>(passed * steps() / dwell()) / steps();
}

base::SteadyTime Rotation::due(base::SteadyTime now) const {
  if (!moves() || is_paused()) return base::SteadyTime::max();
  const auto taken = std::min<std::int64_t>(elapsed(now) * steps() / dwell(), steps() - 1);
  // Rounded up: woken a moment early it would find nothing to do and ask again.
  const Duration next{(dwell().count() * (taken + 1) + steps() - 1) / steps()};
  return began_ + next;
}

}  // namespace view
