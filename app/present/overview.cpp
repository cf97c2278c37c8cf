#include "present/dates.h"
#include "present/make_slides.h"
#include "present/messages.h"

namespace present {
namespace {

std::string name_of(const std::string& short_title, const std::string& title) {
  return short_title.empty() ? title : short_title;
}

}  // namespace

RatingPair rating_pair(const model::NowBefore<model::Rating>& rag) {
  RatingPair pair;
  pair.now = rag.now.value_or(model::Rating::none);
  pair.before = rag.before.value_or(model::Rating::none);
  if (pair.now == model::Rating::none || pair.before == model::Rating::none) return pair;
  const int moved = analysis::rank(pair.now) - analysis::rank(pair.before);
  pair.move = moved > 0 ? Move::improved : moved < 0 ? Move::worsened : Move::same;
  return pair;
}

int words_in(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    if (c != ' ' && !inside) ++words;
    inside = c != ' ';
  }
  return words;
}

Made make_overview(const Context& context, const settings::Slide& wanted) {
  const auto priorities = all_priorities(context);
  if (priorities.empty()) return base::Failure{std::string("no feed has priorities")};

  Overview overview;
  Slide slide;
  std::vector<model::Rating> ratings;
  bool any_before = false;
  for (const auto& priority : priorities) {
    OverviewCard card;
    if (priority->number) card.number = std::to_string(*priority->number);
    card.title = name_of(priority->short_title, priority->title);
    for (const auto& headline : priority->headlines) card.headlines.push_back(headline.text);
    card.age =
        tile_age(context, priority.feed, context.snapshot.feeds[priority.feed].board->period);
    slide.load.words += words_in(card.title);
    for (const auto& theme : priority->themes) {
      card.themes.push_back({name_of(theme.short_title, theme.title), rating_pair(theme.rag)});
      ratings.push_back(card.themes.back().rag.now);
      any_before = any_before || card.themes.back().rag.move != Move::unknown;
      slide.load.words += words_in(card.themes.back().title);
      ++slide.load.rag_cells;
    }
    for (const auto& headline : card.headlines) slide.load.words += words_in(headline);
    overview.cards.push_back(std::move(card));
  }

  const size_t feed = priorities.front().feed;
  const model::Board& board = *context.snapshot.feeds[feed].board;
  if (any_before) {
    const std::string before = quarter_of(board.previous_period);
    overview.before_label = before.empty() ? "rating before" : "rating in " + before;
  }
  slide.id = wanted.id;
  slide.title = !wanted.title.empty() ? wanted.title : board.message;
  if (slide.title.empty()) slide.title = count_ratings(ratings, "theme");
  if (slide.title.empty()) slide.title = "Priorities and themes";
  slide.period = whole_period(board.period);
  slide.footer = footer_of(context, feed, board.period);
  std::vector<std::string> markings;
  for (const auto& priority : priorities)
    markings.push_back(marking_of(context, priority.feed, ""));
  set_marking(slide, highest_marking(context, markings));
  slide.content = std::move(overview);
  return slide;
}

}  // namespace present
