// Contact and response: large figures, each against its target on a bullet bar.
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

using Is = model::Target::Is;
using model::Rating;

bool has_numeric_target(const model::Kpi& kpi) {
  return kpi.target && kpi.target->is <= Is::equal && kpi.quantity.unit != model::Unit::rank;
}

// A number that a bar from zero can show.
std::optional<double> length_of(const model::Quantity& quantity) {
  const double* value = std::get_if<double>(&quantity.value);
  if (!value || !std::isfinite(*value) || *value < 0 || quantity.is_signed) return std::nullopt;
  if (quantity.unit == model::Unit::rank) return std::nullopt;
  return *value;
}

// The first number that people call round, at or above `most`.
double round_end(double most) {
  if (!(most > 0)) return 1;
  const double power = std::pow(10, std::floor(std::log10(most)));
  for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
    if (most <= step * power * (1 + 1e-9)) return step * power;
  }
  return 10 * power;
}

Axis axis_of(const Bullet& bullet, model::Unit unit) {
  constexpr double kBeyondTarget = 1.1;  // a target needs room on its other side
  const double target = bullet.target.value_or(0);
  const double figures = std::max(bullet.value, bullet.before.value_or(0));
  double high = round_end(std::max(figures, target * kBeyondTarget));
  // A large share is read against the whole; a small one would vanish on it.
  if (unit == model::Unit::percent && figures <= 100 && target <= 100 &&
      std::max(figures, target) > 50) {
    high = 100;
  }
  return {0, high, {{0, "0"}, {high, text_of({.value = high, .unit = unit, .decimals = {}})}}};
}

// Where ratings change along the axis. A rating that the feed gave follows rules of its own: then
// only met and missed are known apart.
std::vector<Bullet::Band> bands_of(const model::Target& target, double high, bool rated_by_feed,
                                   const analysis::RatingRule& rule, model::Unit unit) {
  const double at = target.value;
  const double tolerance = rated_by_feed ? 0 : analysis::tolerance(at, rule, unit);
  const Rating missed = rated_by_feed ? Rating::none : Rating::red;
  std::vector<Bullet::Band> bands;
  const auto add_up_to = [&](double to, Rating rating) {
    const double from = bands.empty() ? 0 : bands.back().to;
    to = std::min(to, high);
    if (to > from) bands.push_back({from, to, rating});
  };
  switch (target.is) {
    case Is::at_least:
    case Is::above:
      add_up_to(at - tolerance, missed);
      add_up_to(at, Rating::amber);
      add_up_to(high, Rating::green);
      break;
    case Is::at_most:
    case Is::below:
      add_up_to(at, Rating::green);
      add_up_to(at + tolerance, Rating::amber);
      add_up_to(high, missed);
      break;
    default:  // met on the line alone
      add_up_to(at - tolerance, missed);
      add_up_to(at + tolerance, Rating::amber);
      add_up_to(high, missed);
  }
  return bands;
}

// None for a figure that has nothing to stand against: neither target nor whole nor the figure
// before.
std::optional<Bullet> bullet_of(const model::Kpi& kpi, const analysis::RatingRule& rule) {
  const auto value = length_of(kpi.quantity);
  if (!value) return std::nullopt;
  Bullet bullet;
  bullet.value = *value;
  if (kpi.previous && kpi.previous->quantity.unit == kpi.quantity.unit) {
    bullet.before = length_of(kpi.previous->quantity);
  }
  if (has_numeric_target(kpi) && kpi.target->value >= 0) bullet.target = kpi.target->value;
  const bool is_share = kpi.quantity.unit == model::Unit::percent && *value <= 100;
  if (!bullet.target && !bullet.before && !is_share) return std::nullopt;
  bullet.axis = axis_of(bullet, kpi.quantity.unit);
  if (is_share && !bullet.target) {
    bullet.axis = {0, 100, {{0, "0"}, {100, "100%"}}};
  }
  if (bullet.target) {
    bullet.bands =
        bands_of(*kpi.target, bullet.axis.high, kpi.rag.now.has_value(), rule, kpi.quantity.unit);
  }
  return bullet;
}

Response::Tile tile_of(const Context& context, const Found<model::Kpi>& kpi,
                       const model::Period& slide_period) {
  Response::Tile tile;
  tile.card = card_of(context, kpi);
  if (kpi->period != slide_period) tile.when = brief_period(kpi->period);
  if (!kpi->baseline.empty() && kpi->quantity.is_signed) {
    tile.when += (tile.when.empty() ? "On " : ", on ") + kpi->baseline + " baseline";
  }
  if (kpi->previous && !kpi->previous->label.empty() && tile.card.change.direction) {
    tile.compared = "on " + kpi->previous->label;
  }
  tile.bullet = bullet_of(*kpi, context.rule);
  return tile;
}

// A verdict on a single rated figure names it; on several, counts them.
std::string title_of(const Response& content) {
  constexpr size_t kMostLetters = 46;
  std::vector<Rating> ratings;
  const KpiCard* rated = nullptr;
  for (const auto& tile : content.tiles) {
    ratings.push_back(tile.card.rating);
    if (tile.card.rating != Rating::none) rated = &tile.card;
  }
  if (std::count(ratings.begin(), ratings.end(), Rating::none) + 1 ==
      static_cast<long>(ratings.size())) {
    const bool met = rated->rating == Rating::green || rated->rating == Rating::complete;
    const std::string title = rated->title + (met ? " meets its target" : " misses its target");
    if (title.size() <= kMostLetters) return title;
  }
  const std::string counted = count_met(ratings);
  return counted.empty() ? "Contact and response" : counted;
}

std::vector<NamedKpi> all_with_target(const Context& context) {
  std::vector<NamedKpi> found;
  for (const auto& kpi : all_kpis(context)) {
    if (has_numeric_target(*kpi)) found.push_back({kpi->id, kpi});
  }
  return found;
}

std::string subtitle_of(const Context& context, const std::vector<Found<model::Kpi>>& kpis,
                        const Response& content) {
  std::string text = how_rated(context, kpis);
  const bool any_before =
      std::any_of(content.tiles.begin(), content.tiles.end(),
                  [](const auto& tile) { return tile.bullet && tile.bullet->before.has_value(); });
  if (any_before) text += std::string(text.empty() ? "" : " ") + "Thin mark: before.";
  return text;
}

ReadingLoad load_of(const Response& content) {
  ReadingLoad load;
  for (const auto& tile : content.tiles) {
    load.words += words_in(tile.card.title) + words_in(tile.when) + words_in(tile.compared) +
                  words_in(tile.card.target);
    load.numbers += 2;
    load.charts += tile.bullet.has_value();
    load.rag_cells += tile.card.rating != Rating::none;
  }
  return load;
}

}  // namespace

Made make_response(const Context& context, const settings::Slide& wanted) {
  const auto named =
      wanted.kpis.empty() ? all_with_target(context) : named_kpis(context, wanted.kpis);
  const auto found = those_found(named);
  if (found.empty()) {
    return base::Failure{std::string(wanted.kpis.empty() ? "no figure has a target by number"
                                                         : "no feed has any of its figures")};
  }

  const model::Period& period = shared_period(context, found);
  Response content;
  std::vector<TileAge> ages;
  for (const auto& one : named) {
    if (one.kpi) {
      content.tiles.push_back(tile_of(context, one.kpi, period));
    } else {
      content.tiles.emplace_back().card = missing_card(context, one.reference);
    }
    ages.push_back(content.tiles.back().card.age);
  }
  Slide slide;
  slide.id = wanted.id;
  slide.title = !wanted.title.empty() ? wanted.title : title_of(content);
  slide.subtitle = subtitle_of(context, found, content);
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
