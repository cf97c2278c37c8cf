#include "present/dates.h"
#include "present/make_slides.h"
#include "present/messages.h"

namespace present {
namespace {

struct Place {
  Found<model::Priority> priority;
  size_t theme = 0;
};

bool says_something(const model::Theme& theme) {
  return !theme.detail.empty() || !theme.headlines.empty() || !theme.activities.empty() ||
         !theme.indicators.empty() || !theme.risks.empty() || !theme.commitments.empty();
}

std::string words_for(const RatingPair& rag, const model::NowBefore<model::Rating>& given,
                      const model::Period& before) {
  if (rag.now == model::Rating::none) return "";
  const std::string label = quarter_of(before);
  const std::string since = label.empty() ? "" : " since " + label;
  switch (rag.move) {
    case Move::improved:
      return "Improved" + since;
    case Move::worsened:
      return "Worsened" + since;
    case Move::same:
      return "No change" + since;
    case Move::unknown:
      break;
  }
  // That it was not rated before is known only if the feed says so.
  return given.before == model::Rating::none ? "New rating" : "Rated " + rating_word(rag.now);
}

void add(std::vector<TextList>& lists, std::string title, const std::vector<std::string>& texts) {
  TextList list{std::move(title), {}};
  for (const auto& text : texts) {
    if (!text.empty()) list.items.push_back({text, ""});
  }
  if (!list.items.empty()) lists.push_back(std::move(list));
}

std::vector<TextList> lists_of(const model::Theme& theme) {
  std::vector<TextList> lists;
  TextList headlines{"Headlines", {}, true};
  for (const auto& headline : theme.headlines) {
    headlines.items.push_back({headline.text, headline.detail});
  }
  if (!headlines.items.empty()) lists.push_back(std::move(headlines));
  add(lists, "Activities and achievements", theme.activities);
  add(lists, "Key indicators", theme.indicators);
  add(lists, "Risks and challenges", theme.risks);
  add(lists, "Key commitments", theme.commitments);
  return lists;
}

std::string subtitle_of(const model::Priority& priority, size_t theme) {
  std::string text = priority.title;
  if (priority.number) text = "Priority " + std::to_string(*priority.number) + ": " + text;
  if (priority.themes.size() < 2) return text;
  return text + "  ·  theme " + std::to_string(theme + 1) + " of " +
         std::to_string(priority.themes.size());
}

ReadingLoad load_of(const ThemePage& page) {
  ReadingLoad load;
  load.words = words_in(page.detail) + words_in(page.rating_words);
  for (const auto& list : page.lists) {
    load.words += words_in(list.title);
    for (const auto& item : list.items) load.words += words_in(item.text) + words_in(item.detail);
  }
  if (!page.rating_words.empty()) load.rag_cells = page.rag.move == Move::unknown ? 1 : 2;
  return load;
}

Made make_theme(const Context& context, const settings::Slide& wanted, const Place& place) {
  const auto& priority = *place.priority;
  const auto& theme = priority.themes[place.theme];
  const model::Board& board = *context.snapshot.feeds[place.priority.feed].board;
  ThemePage page;
  page.rag = rating_pair(theme.rag);
  page.rating_words = words_for(page.rag, theme.rag, board.previous_period);
  page.detail = theme.detail;
  page.lists = lists_of(theme);
  page.age = tile_age(context, place.priority.feed, board.period);
  Slide slide;
  slide.id = wanted.id;
  slide.title = !wanted.title.empty() ? wanted.title : theme.title;
  slide.subtitle = subtitle_of(priority, place.theme);
  slide.period = whole_period(board.period);
  slide.footer = footer_of(context, place.priority.feed, board.period);
  slide.load = load_of(page);
  set_marking(slide, board.marking);
  slide.content = std::move(page);
  return slide;
}

ManyMade nothing(const settings::Slide& wanted, std::string reason) {
  return {{wanted.id, base::Failure{std::move(reason)}}};
}

}  // namespace

ManyMade make_themes(const Context& context, const settings::Slide& wanted) {
  if (!wanted.priority.empty() && !find_priority(context, wanted.priority)) {
    return nothing(wanted, "no feed has priority " + wanted.priority);
  }
  ManyMade made;
  for (const auto& priority : all_priorities(context)) {
    const model::Id& feed = context.snapshot.feeds[priority.feed].status.id;
    if (!wanted.priority.empty() && !model::matches(wanted.priority, feed, priority->id)) continue;
    for (size_t i = 0; i < priority->themes.size(); ++i) {
      const auto& theme = priority->themes[i];
      if (!wanted.theme.empty()) {
        if (!model::matches(wanted.theme, feed, theme.id)) continue;
        if (!says_something(theme)) {
          return nothing(wanted, "theme " + wanted.theme + " has no lists and no detail");
        }
        return {{wanted.id, make_theme(context, wanted, {priority, i})}};
      }
      if (!says_something(theme)) continue;
      settings::Slide one = wanted;
      one.id = wanted.id + "/" + theme.id;
      made.push_back({one.id, make_theme(context, one, {priority, i})});
    }
  }
  if (!made.empty()) return made;
  if (!wanted.theme.empty()) {
    return nothing(wanted, wanted.priority.empty()
                               ? "no feed has theme " + wanted.theme
                               : "priority " + wanted.priority + " has no theme " + wanted.theme);
  }
  return nothing(wanted,
                 wanted.priority.empty()
                     ? std::string("no feed has themes with lists or a detail")
                     : "no theme of priority " + wanted.priority + " has lists or a detail");
}

}  // namespace present
