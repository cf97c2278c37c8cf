#include <algorithm>
#include <array>
#include <cctype>

#include "present/dates.h"
#include "present/each_priority.h"

namespace present {
namespace {

constexpr size_t kLongestTitle = 46;  // characters: about one line of the slide

std::vector<Statement> headlines_of(const model::Priority& priority) {
  std::vector<Statement> items;
  const auto add = [&](const std::vector<model::Headline>& headlines) {
    for (const auto& headline : headlines) {
      Statement item{headline.text, headline.detail};
      // A plan that prints its themes' headlines at the priority, too, says them once here.
      if (std::ranges::count(items, item) == 0) items.push_back(std::move(item));
    }
  };
  add(priority.headlines);
  for (const auto& theme : priority.themes) add(theme.headlines);
  return items;
}

std::string counted(size_t headlines) {
  constexpr std::array kNames = {"one", "two",   "three", "four", "five",
                                 "six", "seven", "eight", "nine", "ten"};
  const std::string number =
      headlines <= kNames.size() ? kNames[headlines - 1] : std::to_string(headlines);
  return number + (headlines == 1 ? " headline" : " headlines");
}

std::string capitalised(std::string text) {
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

// "Five headlines: Rural crime" says both what it is and how much of it; of a longer name one half
// goes to the subtitle.
void set_titles(Slide& slide, const settings::Slide& wanted, const model::Priority& priority,
                const std::string& count) {
  const std::string& name = priority.short_title.empty() ? priority.title : priority.short_title;
  const std::string by_rule = capitalised(count) + ": " + name;
  if (priority.number) slide.badge = std::to_string(*priority.number);
  const std::string named =
      priority.number ? "Priority " + slide.badge + ": " + priority.title : priority.title;
  slide.title = !wanted.title.empty() ? wanted.title : priority.message;
  if (!slide.title.empty()) {
    slide.subtitle = named + "  ·  " + count;
  } else if (by_rule.size() <= kLongestTitle) {
    slide.title = by_rule;
    if (named != name) slide.subtitle = named;
  } else {
    slide.title = name;
    slide.subtitle = name == priority.title ? capitalised(count) : named;
  }
}

Made make_one(const Context& context, const settings::Slide& wanted,
              const Found<model::Priority>& priority) {
  const model::Board& board = *context.snapshot.feeds[priority.feed].board;
  Headlines headlines;
  headlines.items = headlines_of(*priority);
  if (headlines.items.empty()) {
    return base::Failure{std::string("the priority and its themes have no headlines")};
  }
  headlines.age = tile_age(context, priority.feed, board.period);
  Slide slide;
  slide.id = wanted.id;
  set_titles(slide, wanted, *priority, counted(headlines.items.size()));
  slide.period = whole_period(board.period);
  slide.footer = footer_of(context, priority.feed, board.period);
  for (const auto& item : headlines.items) {
    slide.load.words += words_in(item.text) + words_in(item.detail);
  }
  set_marking(slide, board.marking);
  slide.content = std::move(headlines);
  return slide;
}

}  // namespace

ManyMade make_headlines(const Context& context, const settings::Slide& wanted) {
  return make_for_priorities(context, wanted, make_one, "no feed has headlines");
}

}  // namespace present
