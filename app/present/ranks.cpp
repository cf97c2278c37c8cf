// Places among others: "3rd of 8 in the most similar group".
#include <algorithm>
#include <cmath>

#include "present/dates.h"
#include "present/kpi_text.h"
#include "present/make_slides.h"
#include "present/messages.h"
#include "present/numbers.h"
#include "present/wanted_kpis.h"

namespace present {
namespace {

using model::Direction;
using model::Rating;

constexpr int kMostPlacesShown = 43;  // the forces of England and Wales

std::optional<int> place_in(const model::Quantity& quantity) {
  constexpr double kLast = 9999;
  const double* value = std::get_if<double>(&quantity.value);
  if (!value || quantity.unit != model::Unit::rank) return std::nullopt;
  if (!(*value >= 1 && *value <= kLast) || *value != std::floor(*value)) return std::nullopt;
  return static_cast<int>(*value);
}

// Of a figure that is itself a place, the target is this place or a better one, whichever of its
// two ways the feed writes it: "≥ 3rd" counts upwards, "<= 3" by the number.
std::optional<model::Rank> rank_of(const model::Kpi& kpi) {
  if (kpi.rank) return kpi.rank;
  if (kpi.quantity.unit != model::Unit::rank) return std::nullopt;
  model::Rank rank;
  rank.place = place_in(kpi.quantity);
  if (kpi.previous) rank.before = place_in(kpi.previous->quantity);
  using Is = model::Target::Is;
  if (kpi.target && (kpi.target->is == Is::at_least || kpi.target->is == Is::at_most)) {
    rank.target = place_in({.value = kpi.target->value, .unit = model::Unit::rank, .decimals = {}});
  }
  return rank;
}

Rating rating_of(const Context& context, const model::Kpi& kpi, const model::Rank& rank) {
  return kpi.rag.now ? *kpi.rag.now : analysis::rate_rank(rank, context.rule);
}

std::string among(const model::Rank& rank) {
  std::string text = rank.of ? "of " + format_number(*rank.of) : "";
  if (!rank.group.empty()) text += (text.empty() ? "" : " ") + rank.group;
  return text;
}

// Up the ladder is a lower number.
KpiCard::Change move_of(const model::Rank& rank) {
  if (!rank.place || !rank.before) return {};
  const int up = *rank.before - *rank.place;
  if (up == 0) return {Direction::level, "same place", ""};
  const std::string places = amount_of(up, model::Unit::rank, std::nullopt);
  return up > 0 ? KpiCard::Change{Direction::up, "up " + places, ""}
                : KpiCard::Change{Direction::down, "down " + places, ""};
}

std::optional<Ranks::Ladder> ladder_of(const model::Rank& rank) {
  if (!rank.of || *rank.of < 2 || *rank.of > kMostPlacesShown) return std::nullopt;
  if (rank.place && *rank.place > *rank.of) return std::nullopt;  // the feed contradicts itself
  Ranks::Ladder ladder{.places = *rank.of,
                       .own = rank.place,
                       .before = {},
                       .target = {},
                       .best = ordinal(1),
                       .last = ordinal(*rank.of)};
  if (rank.before && *rank.before <= *rank.of) ladder.before = rank.before;
  if (rank.target && *rank.target <= *rank.of) ladder.target = rank.target;
  return ladder;
}

// What is said of the figure that is ranked: "2.7 points better on 2012/13".
std::string detail_of(const model::Kpi& kpi) {
  const KpiCard::Change change = change_of(kpi);
  if (!change.direction) return "";
  std::string text = change.amount;
  if (!change.word.empty()) {
    text += " " + change.word;
  } else if (*change.direction != Direction::level) {
    text += *change.direction == Direction::up ? " up" : " down";
  }
  if (kpi.previous && !kpi.previous->label.empty()) text += " on " + kpi.previous->label;
  return text;
}

Ranks::Card card_of_rank(const Context& context, const Found<model::Kpi>& kpi,
                         const model::Period& slide_period) {
  const model::Rank rank = rank_of(*kpi).value_or(model::Rank{});
  const KpiCard figure = card_of(context, kpi);
  Ranks::Card card;
  card.id = figure.id;
  card.title = figure.title;
  card.place_known = rank.place.has_value();
  card.place = rank.place ? ordinal(*rank.place) : "Place not reported";
  card.among = among(rank);
  card.ladder = ladder_of(rank);
  card.target = rank.target ? "Target ≥ " + ordinal(*rank.target) : "No target";
  if (rank.target) {
    card.met_by = "met by " + ordinal(1);
    if (*rank.target > 1) card.met_by += " to " + ordinal(*rank.target);
  }
  card.rating = rating_of(context, *kpi, rank);
  card.rating_words = rating_words(card.rating, rank.target.has_value());
  card.move = move_of(rank);
  if (kpi->quantity.unit != model::Unit::rank) {
    card.value = value_cell(*kpi).text;
    if (!card.value.empty()) card.detail = detail_of(*kpi);
  }
  if (kpi->period != slide_period) {
    const std::string when = brief_period(kpi->period);
    if (!when.empty()) card.detail += (card.detail.empty() ? "" : ", ") + when;
  }
  card.age = tile_age(context, kpi.feed, kpi->period);
  return card;
}

Ranks::Card missing_rank(const Context& context, const std::string& reference) {
  const KpiCard missing = missing_card(context, reference);
  Ranks::Card card;
  card.id = missing.id;
  card.title = missing.title;
  card.age = missing.age;
  return card;
}

std::string title_of(const Ranks& content) {
  std::vector<Rating> ratings;
  for (const auto& card : content.cards) ratings.push_back(card.rating);
  const std::string counted = count_met(ratings);
  if (!counted.empty()) return counted;
  const auto known = std::count_if(content.cards.begin(), content.cards.end(),
                                   [](const auto& card) { return card.place_known; });
  const auto all = static_cast<long>(content.cards.size());
  if (known == all) return "Places among others";
  return (known ? format_number(static_cast<double>(known)) : "None") + " of " +
         format_number(static_cast<double>(all)) + (all == 1 ? " place" : " places") + " reported";
}

std::string subtitle_of(const Context& context, const std::vector<Found<model::Kpi>>& kpis) {
  size_t by_feed = 0;
  size_t by_rule = 0;
  for (const auto& kpi : kpis) {
    const auto rank = rank_of(*kpi);
    if (!rank || rating_of(context, *kpi, *rank) == Rating::none) continue;
    ++(kpi->rag.now ? by_feed : by_rule);
  }
  if (by_rule == 0) return "1st is best.";
  std::string text = by_feed ? "Some ratings from targets." : "Ratings from targets.";
  if (const int places = context.rule.amber_within_places) {
    text += " Amber: within " + amount_of(places, model::Unit::rank, std::nullopt) + ".";
  }
  return text + " 1st is best.";
}

ReadingLoad load_of(const Ranks& content) {
  ReadingLoad load;
  for (const auto& card : content.cards) {
    load.words += words_in(card.title) + words_in(card.among) + words_in(card.move.amount) +
                  words_in(card.target) + words_in(card.met_by) + words_in(card.detail);
    load.numbers += 1 + !card.value.empty();
    load.charts += card.ladder.has_value();
    load.rag_cells += card.rating != Rating::none;
  }
  return load;
}

std::vector<NamedKpi> all_with_rank(const Context& context) {
  std::vector<NamedKpi> found;
  for (const auto& kpi : all_kpis(context)) {
    if (rank_of(*kpi)) found.push_back({kpi->id, kpi});
  }
  return found;
}

}  // namespace

Made make_ranks(const Context& context, const settings::Slide& wanted) {
  const auto named =
      wanted.kpis.empty() ? all_with_rank(context) : named_kpis(context, wanted.kpis);
  const auto found = those_found(named);
  if (found.empty()) {
    return base::Failure{std::string(wanted.kpis.empty() ? "no figure has a rank"
                                                         : "no feed has any of its figures")};
  }

  const model::Period& period = shared_period(context, found);
  Ranks content;
  std::vector<TileAge> ages;
  for (const auto& one : named) {
    content.cards.push_back(one.kpi ? card_of_rank(context, one.kpi, period)
                                    : missing_rank(context, one.reference));
    ages.push_back(content.cards.back().age);
  }
  Slide slide;
  slide.id = wanted.id;
  slide.title = !wanted.title.empty() ? wanted.title : title_of(content);
  slide.subtitle = subtitle_of(context, found);
  slide.period = whole_period(period);
  slide.footer = footer_of_tiles(ages);
  if (slide.footer.empty()) slide.footer = footer_of(context, found.front().feed, period);
  add_flags_key(slide, found);
  set_marking(slide, marking_of(context, found));
  slide.load = load_of(content);
  slide.content = std::move(content);
  return slide;
}

}  // namespace present
