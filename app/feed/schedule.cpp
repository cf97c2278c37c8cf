#include "feed/schedule.h"

#include <algorithm>

namespace feed {
namespace {

using std::chrono::seconds;

constexpr seconds kEmptyScreen{5};
constexpr seconds kMostFirstRetry{60};
constexpr seconds kLeastCeiling{60};  // of the back-off, however short the cadence
constexpr seconds kLeastSpread{60};   // behind a short Retry-After
constexpr seconds kLongestObeyed{3600};
constexpr int kMostOfCadence = 4;

}  // namespace

Schedule::Schedule(seconds cadence, std::uint64_t seed)
    : cadence_(std::max(cadence, seconds{1})), chance_(seed) {}

Duration Schedule::first(bool has_last_good, std::optional<seconds> at_most) {
  const seconds most = at_most ? std::max(*at_most, seconds{0})
                               : (has_last_good ? cadence_ : std::min(cadence_, kEmptyScreen));
  return uniform(Duration{0}, most);
}

Duration Schedule::next(const Outcome& outcome) {
  if (!outcome.failed) {
    failures_ = 0;
    const Duration asked =
        std::min(outcome.max_age.value_or(seconds{0}), kMostOfCadence * cadence_);
    const Duration base = std::max(Duration{cadence_}, asked);
    return uniform(base - base / 10, base + base / 10);
  }
  // Full jitter, not a jittered delay: after a server's restart the screens must not come back as
  // the herd that they left as.
  const Duration first = std::min(cadence_, kMostFirstRetry);
  const Duration ceiling = std::max(cadence_, kLeastCeiling);
  const Duration back_off = std::min(ceiling, first * (1 << std::min(failures_, 20)));
  ++failures_;
  const Duration drawn = uniform(Duration{0}, back_off);
  if (!outcome.retry_after) return drawn;
  const Duration obeyed =
      std::clamp(*outcome.retry_after, seconds{0}, std::max(kLongestObeyed, cadence_));
  // Every screen may have been told the same moment: it is the earliest, and they spread out behind
  // it over as much of their cadence as they would have without it.
  const Duration spread = std::min<Duration>(cadence_, std::max<Duration>(obeyed, kLeastSpread));
  return std::max(drawn, obeyed + uniform(Duration{0}, spread));
}

Duration Schedule::uniform(Duration least, Duration most) {
  return Duration{
      std::uniform_int_distribution<Duration::rep>(least.count(), most.count())(chance_)};
}

std::uint64_t schedule_seed(std::string_view machine_id, std::string_view feed_id) {
  // FNV-1a, then the finalizer of SplitMix64, so that neighbouring machine ids do not start alike.
  std::uint64_t hash = 0xCBF29CE484222325u;
  const auto mix = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001B3u; };
  for (char c : machine_id) mix(static_cast<unsigned char>(c));
  mix(0);
  for (char c : feed_id) mix(static_cast<unsigned char>(c));
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9u;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBu;
  return hash ^ (hash >> 31);
}

}  // namespace feed
