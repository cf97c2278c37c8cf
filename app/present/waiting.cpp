#include "present/dates.h"
#include "present/make_slides.h"
#include "present/withheld.h"

namespace present {
namespace {

std::string answer_of(const model::FeedSnapshot& feed) {
  const model::FeedStatus& status = feed.status;
  if (!status.last_attempt) return "Not asked yet";
  const auto& attempt = *status.last_attempt;
  if (attempt.failure == model::FetchFailure::none) {
    const std::string withheld = why_withheld(feed);
    if (!withheld.empty()) return "Answered, " + withheld;
    return feed.board ? "Answered, with nothing for these slides" : "Answered";
  }
  std::string text(model::to_words(attempt.failure));
  if (!attempt.detail.empty()) text += ": " + attempt.detail;
  return text;
}

std::string when(const Context& context, const model::FeedStatus& status) {
  if (!status.next_try_at || !context.now.clock_trusted) return "soon";
  const auto wait = *status.next_try_at - context.now.time;
  if (wait <= std::chrono::seconds{0}) return "now";
  return wait < std::chrono::minutes{1} ? "within a minute" : "in " + duration(wait);
}

}  // namespace

Slide make_waiting(const Context& context) {
  Waiting content;
  bool answered = false;
  std::optional<model::Timestamp> first_try;
  for (const auto& feed : context.snapshot.feeds) {
    content.feeds.push_back({feed.status.title, answer_of(feed), when(context, feed.status)});
    answered = answered || feed.board;
    if (feed.status.first_attempt_at &&
        (!first_try || *feed.status.first_attempt_at < *first_try)) {
      first_try = feed.status.first_attempt_at;
    }
  }
  content.where = context.settings.screen.name;

  Slide slide;
  slide.id = "waiting";
  slide.title = "No figures to show yet";
  slide.subtitle = answered
                       ? "The feeds have nothing for the slides that this screen is set to show."
                       : "This screen fills itself as soon as the first feed answers.";
  slide.period = "Starting";
  slide.footer = {"No figures yet"};
  if (first_try && context.now.clock_trusted) {
    slide.footer.push_back("first try " + clock_time(*first_try));
  }
  slide.content = std::move(content);
  return slide;
}

}  // namespace present
