#include "program/play_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/time.h"
#include "base/utf8.h"
#include "present/context.h"
#include "program/feed_words.h"

namespace program {
namespace {

using nlohmann::ordered_json;
using std::chrono::milliseconds;

constexpr std::size_t kLongestTitle = 120;

ordered_json time_or_null(const std::optional<base::Timestamp>& time) {
  return time ? ordered_json(base::format_timestamp(*time)) : ordered_json(nullptr);
}

ordered_json line(const char* event, const base::Clock& clock) {
  const auto monotonic = clock.steady().time_since_epoch();
  return {{"event", event},
          {"at", base::format_timestamp(clock.now())},
          {"monotonic_ms", std::chrono::duration_cast<milliseconds>(monotonic).count()}};
}

std::string text_of(const ordered_json& json) {
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

ordered_json stand_of(const model::FeedSnapshot& feed, const analysis::Freshness& freshness) {
  ordered_json json{{"id", feed.status.id}, {"state", state_of(freshness)}};
  if (freshness.state == analysis::Freshness::State::late) json["because"] = cause_of(freshness);
  json["generated_at"] = feed.board ? time_or_null(feed.board->generated_at) : nullptr;
  json["fetched_at"] = time_or_null(feed.status.fetched_at);
  return json;
}

ordered_json round_of(const model::FeedSnapshot& feed, const analysis::Freshness& freshness) {
  ordered_json json = stand_of(feed, freshness);
  if (const auto& attempt = feed.status.last_attempt) {
    json["asked_at"] = base::format_timestamp(attempt->at);
    json["outcome"] = model::to_words(attempt->failure);
    json["detail"] = attempt->detail;
    json["http_status"] = attempt->http_status;
    json["bytes"] = attempt->bytes;
    json["took_ms"] = attempt->took.count();
  }
  json["failures_in_a_row"] = feed.status.failures_in_a_row;
  json["next_try_at"] = time_or_null(feed.status.next_try_at);
  return json;
}

bool was_asked(const model::FeedSnapshot& feed, const model::Snapshot& since) {
  const auto same = std::find_if(since.feeds.begin(), since.feeds.end(), [&](const auto& other) {
    return other.status.id == feed.status.id;
  });
  return same == since.feeds.end() || same->status.last_attempt != feed.status.last_attempt ||
         same->status.failures_in_a_row != feed.status.failures_in_a_row;
}

}  // namespace

PlayReport::PlayReport(const settings::Settings& settings, const base::Clock& clock, Write write)
    : settings_(settings), clock_(clock), write_(std::move(write)) {}

void PlayReport::begin() {
  ordered_json json = line("start", clock_);
  json["program"] = std::string("bluelamp ") + BLUELAMP_VERSION;
  json["settings"] = settings_.file.string();
  json["screen"] = settings_.screen.name;
  write_(text_of(json));
}

void PlayReport::drawn(const DrawnFrame& frame) {
  const bool is_first = !told_;
  if (frame.late) {
    worst_late_ = std::max(worst_late_, *frame.late);
    worst_late_of_all_ = std::max(worst_late_of_all_, *frame.late);
  }
  if (!is_first && frame.snapshot != told_) report_feeds(frame);
  told_ = frame.snapshot;
  const std::string& slide = frame.plan.slides.at(frame.position.slide).id;
  if (!is_first && slide == slide_ && frame.position.page == page_) return;
  report_slide(frame, is_first ? "first" : frame.after_key ? "key" : frame.late ? "dwell" : "plan");
  slide_ = slide;
  page_ = frame.position.page;
}

void PlayReport::report_feeds(const DrawnFrame& frame) {
  const present::Now now = present::now_of(clock_);
  const present::Context context(settings_, *frame.snapshot, now);
  ordered_json json = line("feeds", clock_);
  json["slides"] = ordered_json::array();
  for (const auto& slide : frame.plan.slides) json["slides"].push_back(slide.id);
  json["skipped"] = ordered_json::array();
  for (const auto& skipped : frame.plan.skipped) json["skipped"].push_back(skipped.id);
  json["feeds"] = ordered_json::array();
  for (std::size_t i = 0; i < frame.snapshot->feeds.size(); ++i) {
    const auto& feed = frame.snapshot->feeds[i];
    if (was_asked(feed, *told_)) json["feeds"].push_back(round_of(feed, context.freshness[i]));
  }
  write_(text_of(json));
}

void PlayReport::report_slide(const DrawnFrame& frame, const char* because) {
  const present::Now now = present::now_of(clock_);
  const present::Context context(settings_, *frame.snapshot, now);
  const auto& slide = frame.plan.slides.at(frame.position.slide);
  ordered_json json = line("slide", clock_);
  json["slide"] = slide.id;
  json["page"] = frame.position.page + 1;
  json["pages"] = frame.pages;
  json["title"] = base::shorten(base::clean_line(slide.title), kLongestTitle);
  json["because"] = because;
  json["late_ms"] = frame.late ? ordered_json(frame.late->count()) : ordered_json(nullptr);
  json["worst_late_ms"] = std::exchange(worst_late_, milliseconds{0}).count();
  const auto& notice = frame.plan.notice;
  if (notice && notice->style == model::Notice::Style::full) json["beneath"] = "notice";
  json["clock_trusted"] = now.clock_trusted;
  json["feeds"] = ordered_json::array();
  for (std::size_t i = 0; i < frame.snapshot->feeds.size(); ++i) {
    json["feeds"].push_back(stand_of(frame.snapshot->feeds[i], context.freshness[i]));
  }
  write_(text_of(json));
}

void PlayReport::end() {
  ordered_json json = line("end", clock_);
  json["worst_late_ms"] = worst_late_of_all_.count();
  write_(text_of(json));
}

}  // namespace program
