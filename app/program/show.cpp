#include "program/show.h"

#include <algorithm>

#include "base/log.h"
#include "present/plan.h"

namespace program {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFade{400};
// A fade paints about ten whole frames; past this cost it would be seen as steps and heat a small
// board for nothing.
constexpr std::chrono::microseconds kAffordableFrame{12'000};
constexpr milliseconds kFadeStep{25};

std::int64_t minute_of(base::Timestamp time) {
  return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count();
}

}  // namespace

Show::Show(const settings::Settings& settings, const feed::Publication& published,
           const base::Clock& clock, platform::Window& window, view::Stage& stage)
    : settings_(settings),
      published_(published),
      clock_(clock),
      window_(window),
      stage_(stage),
      screen_(window, stage) {}

void Show::update_plan() {
  auto newest = published_.get();
  const base::Timestamp now = clock_.now();
  const auto offset = base::offset_of(clock_);
  const bool was_set = model::was_set(offset_, offset);
  const std::int64_t minute = minute_of(now);
  const auto& late_at = stage_.plan().next_change;
  if (newest == taken_ && !was_set && minute_ == minute && !(late_at && *late_at <= now)) return;
  if (newest != taken_ || was_set) {
    offset_ = offset;
    snapshot_ = model::by_clock(newest, offset);
    taken_ = std::move(newest);
  }
  minute_ = minute;
  const auto taken =
      stage_.set_plan(present::make_plan(settings_, *snapshot_, present::now_of(clock_)));
  if (!taken) base::log_error(taken.error());

  std::vector<view::Rotation::Stop> stops;
  const auto& slides = stage_.plan().slides;
  for (size_t i = 0; i < slides.size(); ++i) {
    const int pages = stage_.page_count(i);
    const milliseconds dwell = slides[i].dwell ? milliseconds(*slides[i].dwell)
                                               : present::reading_time(slides[i].load, pages);
    stops.push_back({slides[i].id, pages, dwell});
  }
  rotation_.set_stops(std::move(stops), clock_.steady());
  shown_ = rotation_.position();  // the same slide, though it may stand elsewhere now
}

bool Show::slide_is_hidden() const {
  const auto& notice = stage_.plan().notice;
  return notice && notice->style == model::Notice::Style::full;
}

bool Show::fade_is_affordable() const {
  if (settings_.screen.transition != settings::Transition::fade ||
      settings_.screen.reduced_motion) {
    return false;
  }
  return window_.is_accelerated() || screen_.whole_frame_cost() <= kAffordableFrame;
}

void Show::move_to_due_slide() {
  const base::SteadyTime now = clock_.steady();
  rotation_.advance(now);
  if (rotation_.position() == shown_) return;
  fade_.reset();
  if (fade_is_affordable() && !slide_is_hidden()) fade_ = Fade{shown_, now};
  shown_ = rotation_.position();
}

void Show::present() {
  update_plan();
  move_to_due_slide();
  const base::SteadyTime now = clock_.steady();
  view::Showing showing{.position = shown_,
                        .progress = rotation_.progress(now),
                        .paused = rotation_.is_paused(),
                        .opacity = 1};
  if (fade_) {
    const float part = std::chrono::duration<float>(now - fade_->began) / kFade;
    if (part >= 1) {
      fade_.reset();
    } else if (part < 0.5f) {
      showing.position = fade_->from;
      showing.opacity = 1 - 2 * part;
    } else {
      showing.opacity = 2 * part - 1;
    }
  }
  screen_.show(showing);
}

base::SteadyTime Show::due() const {
  const base::SteadyTime now = clock_.steady();
  if (fade_) return now + kFadeStep;
  // By the new time what the plan waits for may be years ago; no frame was missed for it.
  if (model::was_set(offset_, base::offset_of(clock_))) return now;
  const base::Timestamp time = clock_.now();
  base::Timestamp change = std::chrono::floor<std::chrono::minutes>(time) + std::chrono::minutes{1};
  if (const auto& late_at = stage_.plan().next_change) change = std::min(change, *late_at);
  return std::min(now + (change - time), rotation_.due(now));
}

bool Show::obey(const platform::Input& input) {
  if (input.resized) {
    const auto area = window_.area();
    const auto resized = stage_.resize({area.width, area.height}, window_.texture_limit());
    if (!resized) base::log_error(resized.error());
    minute_.reset();  // pages may break elsewhere
  }
  if (input.exposed) stage_.forget_glass();
  const base::SteadyTime now = clock_.steady();
  for (const platform::Key key : input.keys) {
    switch (key) {
      case platform::Key::pause:
        rotation_.toggle_pause(now);
        break;
      case platform::Key::next:
        rotation_.next(now);
        break;
      case platform::Key::previous:
        rotation_.previous(now);
        break;
      case platform::Key::first:
        rotation_.first(now);
        break;
      case platform::Key::toggle_fullscreen:
        window_.toggle_fullscreen();
        break;
      case platform::Key::leave:
        return false;
    }
  }
  return true;
}

}  // namespace program
