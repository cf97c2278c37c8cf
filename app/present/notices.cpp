#include <algorithm>

#include "present/dates.h"
#include "present/make_slides.h"

namespace present {
namespace {

using model::Notice;
using model::Timestamp;

bool has_begun(const Notice& notice, Timestamp now) {
  return !notice.from || *notice.from <= now;
}

bool stands(const Notice& notice, Timestamp now) {
  return has_begun(notice, now) && now < notice.until;
}

// The most urgent, then the newest; one without a beginning has always been there.
bool goes_before(const Notice& a, const Notice& b) {
  if (a.level != b.level) return a.level > b.level;
  return a.from > b.from;
}

// "15:10" of today; else "15:10 tomorrow", "15:10 on 13 March". The last moment of a day is
// "midnight" to people, though it is the first of the next.
std::string moment(Timestamp time, Timestamp now) {
  using std::chrono::days;
  using std::chrono::sys_days;
  const base::LocalTime at = base::to_local(time);
  sys_days day{at.date};
  std::string text = clock_time(time);
  if (at.hour == 0 && at.minute == 0 && at.second == 0) {
    text = "midnight";
    day -= days{1};
  }
  const auto away = day - sys_days{base::to_local(now).date};
  if (away == days{0}) return text;
  if (away == days{1}) return text + " tomorrow";
  if (away == days{-1}) return text + " yesterday";
  return text + " on " + day_month(model::Date{day});
}

std::string sent(const Notice& notice, Timestamp now) {
  std::string text;
  if (notice.from) text = "sent " + moment(*notice.from, now);
  if (!notice.by.empty()) text += (text.empty() ? "sent by " : " by ") + notice.by;
  return text;
}

NoticeTaken take(const Context& context, const Notice& notice, size_t feed) {
  const auto& from = context.snapshot.feeds[feed];
  NoticeTaken taken;
  taken.id = notice.id;
  taken.feed = from.status.id;
  taken.level = notice.level;
  taken.style = notice.style;
  taken.text = notice.text;
  taken.detail = notice.detail;
  taken.lines = notice.lines;
  taken.until = "Shown until " + moment(notice.until, context.now.time);
  taken.sent = sent(notice, context.now.time);
  Slide marked;
  set_marking(marked, from.board->marking);
  taken.marking = marked.marking;
  if (notice.style != Notice::Style::full) return taken;
  for (const auto& contact : contacts_of(context)) {
    const bool is_said = std::ranges::any_of(
        notice.lines, [&](const model::Line& line) { return line.text == contact.text; });
    if (!is_said) taken.lines.push_back(contact);
  }
  return taken;
}

}  // namespace

std::vector<model::Line> contacts_of(const Context& context) {
  if (context.settings.screen.audience != settings::Audience::public_screen) return {};
  for (const auto& feed : context.snapshot.feeds) {
    if (feed.board && !feed.board->contacts.empty()) return feed.board->contacts;
  }
  return {};
}

NoticeNow notice_now(const Context& context) {
  // A board that woke up without a clock cannot know what has begun or is over: an old "evacuate"
  // from its own disk would stand until somebody came. It shows none before the time is believable.
  if (!context.now.clock_trusted) return {};
  const Timestamp now = context.now.time;
  NoticeNow result;
  const Notice* chosen = nullptr;
  size_t chosen_feed = 0;
  const auto change_at = [&](Timestamp at) {
    if (at > now && (!result.next_change || at < *result.next_change)) result.next_change = at;
  };
  for (size_t feed = 0; feed < context.snapshot.feeds.size(); ++feed) {
    const auto& board = context.snapshot.feeds[feed].board;
    if (!board) continue;
    for (const Notice& notice : board->notices) {
      if (notice.from) change_at(*notice.from);
      change_at(notice.until);
      if (!stands(notice, now) || (chosen && !goes_before(notice, *chosen))) continue;
      chosen = &notice;
      chosen_feed = feed;
    }
  }
  if (chosen) result.notice = take(context, *chosen, chosen_feed);
  return result;
}

}  // namespace present
