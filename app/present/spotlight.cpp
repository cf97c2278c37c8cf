#include "present/dates.h"
#include "present/each_priority.h"

namespace present {
namespace {

Made make_one(const Context& context, const settings::Slide& wanted,
              const Found<model::Priority>& priority) {
  if (!priority->spotlight || priority->spotlight->text.empty()) {
    return base::Failure{std::string("the priority has no spotlight")};
  }
  const model::Board& board = *context.snapshot.feeds[priority.feed].board;
  Spotlight spotlight{quote_of(*priority->spotlight),
                      tile_age(context, priority.feed, board.period)};
  Slide slide;
  slide.id = wanted.id;
  if (priority->number) slide.badge = std::to_string(*priority->number);
  // The message of the priority is about its figures, and above somebody's words it would read like
  // a summary of them.
  slide.title = !wanted.title.empty() ? wanted.title : priority->title;
  slide.subtitle = priority->number ? "Priority " + slide.badge : "";
  if (!wanted.title.empty()) {
    slide.subtitle += (slide.subtitle.empty() ? "" : ": ") + priority->title;
  }
  slide.subtitle += slide.subtitle.empty() ? "Spotlight" : "  ·  spotlight";
  slide.period = whole_period(board.period);
  slide.footer = footer_of(context, priority.feed, board.period);
  slide.load.words = words_in(spotlight.quote.text) + words_in(spotlight.quote.attribution);
  set_marking(slide, board.marking);
  slide.content = std::move(spotlight);
  return slide;
}

}  // namespace

ManyMade make_spotlights(const Context& context, const settings::Slide& wanted) {
  return make_for_priorities(context, wanted, make_one, "no feed has a spotlight");
}

}  // namespace present
