#include "present/dates.h"
#include "present/make_slides.h"

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
  if (!wanted.priority.empty()) {
    const auto priority = find_priority(context, wanted.priority);
    if (priority) return {{wanted.id, make_one(context, wanted, priority)}};
    return {{wanted.id, base::Failure{"no feed has priority " + wanted.priority}}};
  }
  ManyMade made;
  for (const auto& priority : all_priorities(context)) {
    settings::Slide one = wanted;
    one.id = wanted.id + "/" + priority->id;
    Made slide = make_one(context, one, priority);
    if (slide) made.push_back({one.id, std::move(slide)});
  }
  if (made.empty())
    made.push_back({wanted.id, base::Failure{std::string("no feed has a spotlight")}});
  return made;
}

}  // namespace present
