// The forward plan: what comes, in order of date, with what has no date yet at the end.
#include <algorithm>

#include "present/dates.h"
#include "present/make_slides.h"

namespace present {
namespace {

using model::AgendaItem;
using model::Meeting;
using std::chrono::days;
using std::chrono::sys_days;
using State = MeetingCard::State;
using FoundMeetings = std::vector<Found<Meeting>>;

FoundMeetings all_meetings(const Context& context) {
  FoundMeetings found;
  for (size_t feed = 0; feed < context.snapshot.feeds.size(); ++feed) {
    const auto& board = context.snapshot.feeds[feed].board;
    if (!board) continue;
    for (const auto& meeting : board->agenda) found.push_back({&meeting, feed});
  }
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
    if (!a->on || !b->on) return a->on.has_value() && !b->on;
    return *a->on < *b->on;
  });
  return found;
}

// Days of the calendar from today; none without a date or a clock that can be trusted.
std::optional<int> days_ahead(const Context& context, const Meeting& meeting) {
  if (!meeting.on || !context.now.clock_trusted) return std::nullopt;
  const auto today = base::to_local(context.now.time).date;
  return static_cast<int>((sys_days{*meeting.on} - sys_days{today}).count());
}

// Leaves out what is over; if nothing with a date lies ahead, the last meeting stays.
FoundMeetings worth_showing(const Context& context, FoundMeetings meetings) {
  const auto is_over = [&](const Found<Meeting>& meeting) {
    const auto ahead = days_ahead(context, *meeting);
    return ahead && *ahead < 0;
  };
  auto ahead = std::ranges::find_if_not(meetings, is_over);
  const bool none_ahead = ahead == meetings.end() || !(*ahead)->on;
  if (none_ahead && ahead != meetings.begin()) --ahead;
  meetings.erase(meetings.begin(), ahead);
  return meetings;
}

// Meetings are planned in weeks: "18 weeks" says more to who prepares one than "4 months".
std::string distance(int length) {
  constexpr int kMostDays = 14;
  constexpr int kMostWeeks = 52;
  if (length >= kMostDays && length / 7 <= kMostWeeks) {
    return std::to_string(length / 7) + " weeks";
  }
  return duration(days{length});
}

std::string words_for(int ahead) {
  if (ahead == 0) return "today";
  if (ahead == 1) return "tomorrow";
  if (ahead == -1) return "held yesterday";
  if (ahead < 0) return "held " + distance(-ahead) + " ago";
  return "in " + distance(ahead);
}

const char* word_for(AgendaItem::Status status) {
  switch (status) {
    case AgendaItem::Status::unknown:
      return "";
    case AgendaItem::Status::proposed:
      return "proposed";
    case AgendaItem::Status::confirmed:
      return "confirmed";
  }
  return "";
}

// What all of them have; nothing if two differ.
template <class T, class Get>
std::optional<T> shared_by(const FoundMeetings& meetings, Get get) {
  std::optional<T> shared;
  bool differ = false;
  for (const auto& meeting : meetings) {
    get(*meeting, [&](const T& value) {
      differ = differ || (shared && *shared != value);
      shared = value;
    });
  }
  return differ ? std::nullopt : shared;
}

std::optional<AgendaItem::Status> shared_status(const FoundMeetings& meetings) {
  return shared_by<AgendaItem::Status>(meetings, [](const Meeting& meeting, auto take) {
    for (const auto& item : meeting.items) take(item.status);
  });
}

// Of those with a date; one without is known by its own title alone.
std::string shared_title(const FoundMeetings& meetings) {
  return shared_by<std::string>(meetings,
                                [](const Meeting& meeting, auto take) {
                                  if (meeting.on) take(meeting.title);
                                })
      .value_or("");
}

// The feed's own priority before that of another with the same id.
const model::Priority* priority_of(const Context& context, const AgendaItem& item, size_t feed) {
  if (item.priority.empty()) return nullptr;
  for (const auto& priority : context.snapshot.feeds[feed].board->priorities) {
    if (priority.id == item.priority) return &priority;
  }
  return find_priority(context, item.priority).thing;
}

void append(std::string& text, const std::string& part, const char* separator) {
  if (part.empty()) return;
  text += (text.empty() ? "" : separator) + part;
}

AgendaLine line_of(const Context& context, const AgendaItem& item, size_t feed, bool with_status) {
  AgendaLine line;
  line.title = item.title;
  if (with_status) line.note = word_for(item.status);
  if (const auto* priority = priority_of(context, item, feed)) {
    if (priority->number) {
      line.badge = std::to_string(*priority->number);
    } else {
      append(line.note, priority->short_title.empty() ? priority->title : priority->short_title,
             ", ");
    }
  }
  append(line.note, item.lead, ", ");
  return line;
}

MeetingCard card_of(const Context& context, const Found<Meeting>& meeting, bool with_title,
                    bool with_status) {
  MeetingCard card;
  if (with_title || !meeting->on) card.title = meeting->title;
  if (meeting->on) {
    card.day = std::to_string(static_cast<unsigned>(meeting->on->day()));
    card.month = month_year(*meeting->on);
  } else {
    card.month = "Date to be set";
    card.state = State::undated;
  }
  if (const auto ahead = days_ahead(context, *meeting)) {
    card.when = words_for(*ahead);
    if (*ahead < 0) card.state = State::held;
  }
  for (const auto& item : meeting->items) {
    card.items.push_back(line_of(context, item, meeting.feed, with_status));
  }
  if (card.items.empty()) card.items.push_back({.title = "No items yet", .is_absent = true});
  return card;
}

// All that are held on the first day that is not over.
void mark_next(const Context& context, const FoundMeetings& meetings, ForwardPlan& content) {
  std::optional<model::Date> next;
  for (size_t i = 0; i < meetings.size(); ++i) {
    const auto ahead = days_ahead(context, *meetings[i]);
    if (!ahead || *ahead < 0 || (next && *meetings[i]->on != *next)) continue;
    next = meetings[i]->on;
    content.meetings[i].state = State::next;
  }
}

std::string title_of(const Context& context, const FoundMeetings& meetings) {
  constexpr int kYearGoesWithoutSaying = 300;
  const Meeting& first = *meetings.front();
  if (!first.on) return "No meeting has a date yet";
  const auto ahead = days_ahead(context, first);
  if (!ahead) {
    const auto count = meetings.size();
    return "Forward plan: " + std::to_string(count) + (count == 1 ? " meeting" : " meetings");
  }
  if (*ahead < 0) {
    return meetings.size() > 1 ? "The next meeting has no date yet"
                               : "Last meeting: " + long_date(*first.on);
  }
  if (*ahead == 0) return "Meeting today, " + day_month(*first.on);
  if (*ahead == 1) return "Next meeting: tomorrow, " + day_month(*first.on);
  return "Next meeting: " +
         (*ahead > kYearGoesWithoutSaying ? long_date(*first.on) : day_month(*first.on)) + ", " +
         words_for(*ahead);
}

// What binds nobody yet comes first: a narrow glass cuts off the end.
std::string subtitle_of(const std::string& title, std::optional<AgendaItem::Status> status) {
  std::string text;
  if (status && *status != AgendaItem::Status::unknown) {
    text = std::string("All items ") + word_for(*status) + ".";
  }
  append(text, title.empty() ? "" : title + ".", " ");
  return text;
}

// "Meetings, Dec 2023 to Feb 2024"
std::string period_of(const FoundMeetings& meetings) {
  std::optional<model::Date> last;
  for (const auto& meeting : meetings) {
    if (meeting->on) last = meeting->on;
  }
  if (!last) return "";
  const std::string from = short_month_year(*meetings.front()->on);
  const std::string to = short_month_year(*last);
  return from == to ? "Meetings, " + from : "Meetings, " + from + " to " + to;
}

TileAge age_of(const Context& context, const FoundMeetings& meetings) {
  TileAge age;
  for (const auto& meeting : meetings) {
    age = tile_age(context, meeting.feed, {});
    if (age.state == TileAge::State::late) break;
  }
  return age;
}

std::vector<std::string> footer_for(const Context& context, size_t feed) {
  auto parts = footer_of(context, feed, {});
  const auto& generated = context.snapshot.feeds[feed].board->generated_at;
  if (generated) {
    parts.insert(parts.begin(), "Plan of " + short_date(base::to_local(*generated).date));
  }
  return parts;
}

void count_load(Slide& slide, const ForwardPlan& content) {
  for (const auto& meeting : content.meetings) {
    slide.load.numbers += !meeting.day.empty();
    slide.load.words += words_in(meeting.month) + words_in(meeting.when) + words_in(meeting.title);
    for (const auto& item : meeting.items) {
      slide.load.words += words_in(item.title) + words_in(item.note);
    }
  }
}

void explain_badge(ForwardPlan& content) {
  for (const auto& meeting : content.meetings) {
    for (const auto& item : meeting.items) {
      if (item.badge.empty()) continue;
      content.badge = item.badge;
      content.badge_words = "item of priority " + item.badge;
      return;
    }
  }
}

}  // namespace

Made make_forward_plan(const Context& context, const settings::Slide& wanted) {
  const FoundMeetings meetings = worth_showing(context, all_meetings(context));
  if (meetings.empty()) return base::Failure{std::string("no feed has meetings")};

  const std::string title = shared_title(meetings);
  const auto status = shared_status(meetings);
  ForwardPlan content;
  for (const auto& meeting : meetings) {
    content.meetings.push_back(card_of(context, meeting, title.empty(), !status));
  }
  mark_next(context, meetings, content);
  explain_badge(content);
  content.age = age_of(context, meetings);

  const size_t feed = meetings.front().feed;
  Slide slide;
  slide.id = wanted.id;
  slide.title = !wanted.title.empty() ? wanted.title : title_of(context, meetings);
  slide.subtitle = subtitle_of(title, status);
  slide.period = period_of(meetings);
  slide.footer = footer_for(context, feed);
  set_marking(slide, context.snapshot.feeds[feed].board->marking);
  count_load(slide, content);
  slide.content = std::move(content);
  return slide;
}

}  // namespace present
