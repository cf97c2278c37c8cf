#include <algorithm>

#include "present/dates.h"
#include "present/kpi_text.h"
#include "present/make_slides.h"
#include "present/messages.h"
#include "present/numbers.h"

namespace present {
namespace {

KpiCard awaited(const std::string& reference) {
  KpiCard card;
  card.id = reference;
  card.title = reference;
  card.age = {TileAge::State::waiting, "Unknown", "No feed has this figure"};
  return card;
}

// The one feed that could still bring it, or nothing once all have answered.
const model::FeedStatus* feed_still_awaited(const Context& context, const std::string& reference) {
  for (const auto& feed : context.snapshot.feeds) {
    if (feed.board) continue;
    const bool names_feed = reference.starts_with(feed.status.id + "/");
    if (names_feed || reference.find('/') == std::string::npos) return &feed.status;
  }
  return nullptr;
}

std::vector<std::string> footer_of_cards(const std::vector<KpiCard>& cards) {
  const auto count = [&](TileAge::State state) {
    return std::count_if(cards.begin(), cards.end(),
                         [&](const KpiCard& card) { return card.age.state == state; });
  };
  const auto late = count(TileAge::State::late);
  const auto waiting = count(TileAge::State::waiting);
  if (late + waiting == 0) return {};
  const auto number = [](auto value) { return format_number(static_cast<double>(value)); };
  const auto all = static_cast<long>(cards.size());
  std::vector<std::string> parts{number(all - late - waiting) + " of " + number(all) +
                                 " figures up to date"};
  if (late) parts.push_back(number(late) + " late");
  if (waiting) parts.push_back(number(waiting) + " waiting");
  return parts;
}

std::string subtitle_of(const Context& context, const std::vector<Found<model::Kpi>>& kpis,
                        const std::vector<KpiCard>& cards) {
  size_t by_feed = 0;
  size_t by_rule = 0;
  bool by_number = false;  // some target is a number, so that the tolerance matters
  for (const auto& kpi : kpis) {
    const auto rated = analysis::rate(*kpi, context.rule);
    by_feed += rated.from == analysis::Rated::From::feed;
    by_rule += rated.from == analysis::Rated::From::rule;
    by_number = by_number || (kpi->target && kpi->target->is <= model::Target::Is::equal &&
                              rated.from == analysis::Rated::From::rule);
  }
  std::string text;
  if (by_rule) text = by_feed ? "Some ratings from targets." : "Ratings from targets.";
  if (by_number) {
    text += " Amber: within " + format_number(context.rule.amber_within_percent) + "%.";
  }
  const bool any_line = std::any_of(cards.begin(), cards.end(), [](const KpiCard& card) {
    return card.sparkline.values.size() > 1 && card.sparkline.target;
  });
  if (any_line) text += std::string(text.empty() ? "" : " ") + "Dashed line: target.";
  return text;
}

}  // namespace

Made make_kpis(const Context& context, const settings::Slide& wanted) {
  Kpis content;
  std::vector<Found<model::Kpi>> found;
  if (wanted.kpis.empty()) {
    for (const auto& kpi : all_kpis(context)) {
      if (kpi->role == model::Kpi::Role::figure) found.push_back(kpi);
    }
    for (const auto& kpi : found) content.cards.push_back(card_of(context, kpi));
  } else {
    for (const auto& reference : wanted.kpis) {
      if (const auto kpi = find_kpi(context, reference)) {
        found.push_back(kpi);
        content.cards.push_back(card_of(context, kpi));
        continue;
      }
      content.cards.push_back(awaited(reference));
      if (const auto* feed = feed_still_awaited(context, reference)) {
        content.cards.back().age = {TileAge::State::waiting, "No data yet",
                                    "Awaiting " + feed->title};
      }
    }
  }
  if (found.empty()) return base::Failure{std::string("no feed has any of its figures")};

  Slide slide;
  slide.id = wanted.id;
  std::vector<model::Rating> ratings;
  for (const auto& card : content.cards) {
    ratings.push_back(card.rating);
    slide.load.words += words_in(card.title) + words_in(card.period) + words_in(card.target);
    slide.load.numbers += 2;
    slide.load.rag_cells += card.rating != model::Rating::none;
  }
  const size_t feed = found.front().feed;
  const model::Board& board = *context.snapshot.feeds[feed].board;
  const bool same_period = std::all_of(found.begin(), found.end(), [&](const auto& kpi) {
    return kpi->period == found.front()->period;
  });
  const model::Period& period =
      same_period && !range(found.front()->period).empty() ? found.front()->period : board.period;
  slide.title = !wanted.title.empty() ? wanted.title : count_met(ratings);
  if (slide.title.empty()) slide.title = "Key figures";
  slide.subtitle = subtitle_of(context, found, content.cards);
  slide.period = whole_period(period);
  slide.footer = footer_of_cards(content.cards);
  if (slide.footer.empty()) slide.footer = footer_of(context, feed, period);
  set_marking(slide, board.marking);
  slide.content = std::move(content);
  return slide;
}

}  // namespace present
