#include <algorithm>
#include <array>
#include <cctype>

#include "present/dates.h"
#include "present/make_slides.h"
#include "present/numbers.h"
#include "present/rated_things.h"

namespace present {
namespace {

using model::Rating;

std::string word_of(Rating rating) {
  switch (rating) {
    case Rating::none:
      return "Not rated";
    case Rating::red:
      return "Late";
    case Rating::amber_red:
      return "At high risk";
    case Rating::amber:
      return "At risk";
    case Rating::amber_green:
      return "At low risk";
    case Rating::green:
      return "On track";
    case Rating::complete:
      return "Complete";
  }
  return "";
}

constexpr size_t kLongestTitle = 48;  // letters; what is longer would be set smaller

std::string number_in_words(long number) {
  constexpr std::array<const char*, 13> kWords = {"no",   "one",    "two",   "three", "four",
                                                  "five", "six",    "seven", "eight", "nine",
                                                  "ten",  "eleven", "twelve"};
  return number < static_cast<long>(kWords.size()) ? kWords[static_cast<size_t>(number)]
                                                   : format_number(static_cast<double>(number));
}

struct Count {
  long number;
  const char* what;
};

std::string sentence_of(const std::vector<Count>& counts, bool in_words) {
  std::string text;
  for (const auto& [number, what] : counts) {
    if (number == 0) continue;
    const std::string many =
        in_words ? number_in_words(number) : format_number(static_cast<double>(number));
    if (text.empty()) {
      text = many + (number == 1 ? " commitment " : " commitments ") + what;
    } else {
      text += ", " + many + " " + what;
    }
  }
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

// "Four commitments on track, two at risk, one late"; in digits where a number is above twelve or
// the sentence gets long. Those that are not rated are said only if they are all.
std::string count_commitments(const std::vector<Rating>& ratings) {
  const auto count = [&](std::initializer_list<Rating> of) {
    return static_cast<long>(std::count_if(ratings.begin(), ratings.end(), [&](Rating rating) {
      return std::find(of.begin(), of.end(), rating) != of.end();
    }));
  };
  std::vector<Count> counts = {
      {count({Rating::green}), "on track"},
      {count({Rating::amber_green, Rating::amber, Rating::amber_red}), "at risk"},
      {count({Rating::red}), "late"},
      {count({Rating::complete}), "complete"}};
  const bool none_rated = std::all_of(counts.begin(), counts.end(),
                                      [](const Count& counted) { return counted.number == 0; });
  if (none_rated) counts = {{count({Rating::none}), "not rated"}};
  const bool few = std::all_of(counts.begin(), counts.end(),
                               [](const Count& counted) { return counted.number <= 12; });
  std::string text = sentence_of(counts, few);
  return few && text.size() > kLongestTitle ? sentence_of(counts, false) : text;
}

bool is_number(const std::string& text) {
  constexpr size_t kMostDigits = 6;
  return !text.empty() && text.size() <= kMostDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "Commitments 068 to 074", if they are all of these; else how many there are.
std::string range_of(const std::vector<Found<model::Commitment>>& commitments) {
  const auto count = commitments.size();
  if (count == 1) {
    const std::string& number = commitments.front()->number;
    return number.empty() ? "1 commitment" : "Commitment " + number;
  }
  bool in_a_row = true;
  for (size_t i = 0; in_a_row && i < count; ++i) {
    in_a_row =
        is_number(commitments[i]->number) &&
        (i == 0 || std::stoi(commitments[i]->number) == std::stoi(commitments[i - 1]->number) + 1);
  }
  if (!in_a_row) return format_number(static_cast<double>(count)) + " commitments";
  return "Commitments " + commitments.front()->number + " to " + commitments.back()->number;
}

std::string subtitle_of(const std::vector<Found<model::Commitment>>& shown,
                        const model::Board& board, const std::string& named) {
  std::string text = named.empty() ? "" : named + ". ";
  text += range_of(shown) + ".";
  if (board.commitments_total) {
    text += " " + format_number(static_cast<double>(board.commitments.size())) + " of " +
            format_number(*board.commitments_total) + " in focus.";
  }
  return text;
}

Commitments::Row row_of(const model::Commitment& commitment) {
  Commitments::Row row;
  row.number = commitment.number;
  row.title = commitment.title;
  row.rag = rating_pair(rag_of(commitment));
  row.word = word_of(row.rag.now);
  return row;
}

// One for each priority, in the order of the plan; those without one stand last.
std::vector<Commitments::Group> groups_of(const Context& context,
                                          const std::vector<Found<model::Commitment>>& shown) {
  std::vector<Commitments::Group> groups;
  std::vector<const model::Priority*> owners;
  for (const auto& priority : all_priorities(context)) {
    Commitments::Group group{badge_of(*priority), priority->title, {}};
    for (const auto& commitment : shown) {
      if (priority_of(context, commitment).thing == priority.thing) {
        group.rows.push_back(row_of(*commitment));
      }
    }
    if (!group.rows.empty()) groups.push_back(std::move(group));
  }
  Commitments::Group rest{"", groups.empty() ? "" : "Other commitments", {}};
  for (const auto& commitment : shown) {
    if (!priority_of(context, commitment)) rest.rows.push_back(row_of(*commitment));
  }
  if (!rest.rows.empty()) groups.push_back(std::move(rest));
  if (groups.size() == 1) groups.front().badge = groups.front().title = "";
  return groups;
}

}  // namespace

Made make_commitments(const Context& context, const settings::Slide& wanted) {
  Found<model::Priority> priority;
  if (!wanted.priority.empty()) {
    priority = find_priority(context, wanted.priority);
    if (!priority) return base::Failure{"no feed has priority " + wanted.priority};
  }
  std::vector<Found<model::Commitment>> shown;
  for (const auto& commitment : all_commitments(context)) {
    if (!priority || priority_of(context, commitment).thing == priority.thing) {
      shown.push_back(commitment);
    }
  }
  if (shown.empty()) {
    return base::Failure{
        std::string(priority ? "the priority has no commitments" : "no feed has commitments")};
  }

  Slide slide;
  slide.id = wanted.id;
  Commitments content;
  content.groups = groups_of(context, shown);
  std::vector<Rating> ratings;
  for (const auto& group : content.groups) {
    slide.load.words += words_in(group.title);
    for (const auto& row : group.rows) {
      ratings.push_back(row.rag.now);
      slide.load.words += words_in(row.title) + words_in(row.word);
      slide.load.rag_cells += row.rag.move == Move::unknown ? 1 : 2;
    }
  }
  const size_t feed = feed_of(context, shown);
  const model::Board& board = *context.snapshot.feeds[feed].board;
  content.now_label = quarter_of(board.period);
  content.before_label = quarter_of(board.previous_period);
  if (content.now_label.empty()) content.now_label = "Now";
  if (content.before_label.empty()) content.before_label = "Before";
  content.age = tile_age(context, feed, board.period);
  if (priority) slide.badge = badge_of(*priority);
  slide.title = !wanted.title.empty() ? wanted.title : count_commitments(ratings);
  slide.subtitle = subtitle_of(shown, board, priority ? priority->title : "");
  slide.period = whole_period(board.period);
  slide.footer = footer_of(context, feed, board.period);
  std::vector<std::string> markings;
  for (const auto& commitment : shown) {
    markings.push_back(marking_of(context, commitment.feed, ""));
  }
  set_marking(slide, highest_marking(context, markings));
  slide.content = std::move(content);
  return slide;
}

}  // namespace present
