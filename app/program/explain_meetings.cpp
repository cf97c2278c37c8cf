#include "base/time.h"
#include "present/context.h"
#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

namespace {

const char* name_of(present::MeetingCard::State state) {
  using State = present::MeetingCard::State;
  switch (state) {
    case State::held:
      return "held";
    case State::next:
      return "next";
    case State::planned:
      return "planned";
    case State::undated:
      return "no date yet";
  }
  return "";
}

const char* name_of(model::Notice::Level level) {
  switch (level) {
    case model::Notice::Level::information:
      return "information";
    case model::Notice::Level::warning:
      return "warning";
    case model::Notice::Level::urgent:
      return "urgent";
  }
  return "";
}

const char* name_of(model::Notice::Style style) {
  return style == model::Notice::Style::full ? "full" : "banner";
}

const char* state_of(const model::Notice& notice, const present::Now& now, bool is_shown) {
  if (!now.clock_trusted) return "not shown: the clock is not set";
  if (notice.until <= now.time) return "over";
  if (notice.from && *notice.from > now.time) return "to come";
  return is_shown ? "shown" : "not shown: another goes before it";
}

}  // namespace

ordered_json json_of(const std::vector<model::Line>& lines) {
  return list_of(lines, [](const auto& line) {
    return ordered_json{{"label", line.label}, {"text", line.text}};
  });
}

ordered_json json_of(const present::ForwardPlan& slide) {
  return {{"kind", "forward-plan"},
          {"key", {{"number", slide.badge}, {"meaning", slide.badge_words}}},
          {"meetings", list_of(slide.meetings,
                               [](const auto& meeting) {
                                 return ordered_json{
                                     {"state", name_of(meeting.state)},
                                     {"day", meeting.day},
                                     {"month", meeting.month},
                                     {"when", meeting.when},
                                     {"title", meeting.title},
                                     {"items", list_of(meeting.items, [](const auto& item) {
                                        return ordered_json{{"priority", item.badge},
                                                            {"title", item.title},
                                                            {"note", item.note}};
                                      })}};
                               })},
          {"age", to_json(slide.age)}};
}

ordered_json to_json(const present::NoticeTaken& notice) {
  return {{"feed", notice.feed},
          {"id", notice.id},
          {"level", name_of(notice.level)},
          {"style", name_of(notice.style)},
          {"text", notice.text},
          {"detail", notice.detail},
          {"lines", json_of(notice.lines)},
          {"until", notice.until},
          {"sent", notice.sent},
          {"marking", notice.marking}};
}

ordered_json notices_of(const present::Context& context, const present::Plan& plan) {
  ordered_json json = ordered_json::array();
  for (const auto& feed : context.snapshot.feeds) {
    if (!feed.board) continue;
    for (const auto& notice : feed.board->notices) {
      const bool is_shown =
          plan.notice && plan.notice->feed == feed.status.id && plan.notice->id == notice.id;
      json.push_back({{"feed", feed.status.id},
                      {"id", notice.id},
                      {"level", name_of(notice.level)},
                      {"style", name_of(notice.style)},
                      {"text", notice.text},
                      {"from", notice.from ? ordered_json(base::format_timestamp(*notice.from))
                                           : ordered_json(nullptr)},
                      {"until", base::format_timestamp(notice.until)},
                      {"state", state_of(notice, context.now, is_shown)}});
    }
  }
  return json;
}

}  // namespace program
