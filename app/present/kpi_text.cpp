#include "present/kpi_text.h"

#include <set>
#include <utility>

#include "analysis/change.h"
#include "present/dates.h"
#include "present/numbers.h"

namespace present {
namespace {

using model::Direction;
using Is = model::Target::Is;

std::string operator_of(Is is) {
  switch (is) {
    case Is::at_least:
      return "≥";
    case Is::at_most:
      return "≤";
    case Is::above:
      return ">";
    case Is::below:
      return "<";
    case Is::equal:
      return "=";
    default:
      return "";
  }
}

std::string word_for(analysis::Effect effect) {
  switch (effect) {
    case analysis::Effect::better:
      return "better";
    case analysis::Effect::worse:
      return "worse";
    case analysis::Effect::neither:
      return "";
  }
  return "";
}

KpiCard::Change change_text(double change, std::string amount, std::optional<model::Good> good) {
  if (change == 0) return {Direction::level, "no change", ""};
  return {change > 0 ? Direction::up : Direction::down, std::move(amount),
          word_for(analysis::effect_of(change, good))};
}

std::optional<Direction> wanted_direction(const model::Kpi& kpi) {
  if (!kpi.good) return std::nullopt;
  switch (*kpi.good) {
    case model::Good::up:
      return Direction::up;
    case model::Good::down:
      return Direction::down;
    case model::Good::neither:
      return std::nullopt;
  }
  return std::nullopt;
}

// What the figure is compared with: "on last year", "on 2019 baseline".
std::string compared_with(const model::Kpi& kpi) {
  if (kpi.previous && !kpi.previous->label.empty()) return "on " + kpi.previous->label;
  if (!kpi.baseline.empty()) return "on " + kpi.baseline + " baseline";
  return "";
}

struct FlagWords {
  const char* shorthand;
  const char* meaning;
};

// Of the Government Statistical Service.
FlagWords words_of(model::Flag flag) {
  switch (flag) {
    case model::Flag::provisional:
      return {"[p]", "provisional"};
    case model::Flag::revised:
      return {"[r]", "revised"};
    case model::Flag::estimated:
      return {"[e]", "estimated"};
    case model::Flag::break_in_series:
      return {"[b]", "break in series"};
    case model::Flag::confidential:
      return {"[c]", "confidential"};
    case model::Flag::low:
      return {"[low]", "low number"};
    case model::Flag::not_available:
      return {"[x]", "not available"};
    case model::Flag::not_applicable:
      return {"[z]", "not applicable"};
    case model::Flag::ghost:
      return {"[ghost]", "left out of the limits"};
  }
  return {"", ""};
}

std::string points(double amount) {
  return amount_of(amount, model::Unit::points, std::nullopt);
}

// From nothing there is a change, but no share of it.
bool came_from_nothing(const model::Quantity& now, const model::Quantity& before) {
  const double* to = std::get_if<double>(&now.value);
  const double* from = std::get_if<double>(&before.value);
  return to && from && now.unit == before.unit && *from == 0;
}

Sparkline sparkline_of(const Context& context, const Found<model::Kpi>& kpi) {
  constexpr size_t kMostPoints = 24;
  Sparkline sparkline;
  const auto series = series_of(context, kpi);
  if (!series) return sparkline;
  const auto& points = series->points;
  const size_t first = points.size() > kMostPoints ? points.size() - kMostPoints : 0;
  for (size_t i = first; i < points.size(); ++i) sparkline.values.push_back(points[i].value);
  if (kpi->target && !operator_of(kpi->target->is).empty()) sparkline.target = kpi->target->value;
  return sparkline;
}

}  // namespace

std::string title_of(const model::Kpi& kpi) {
  return kpi.short_title.empty() ? kpi.title : kpi.short_title;
}

KpiCard::Change change_of(const model::Kpi& kpi) {
  if (kpi.change) {
    if (const double* change = std::get_if<double>(&kpi.change->value)) {
      return change_text(*change, amount_of(*change, kpi.change->unit, kpi.change->decimals),
                         kpi.good);
    }
    if (const auto* text = std::get_if<std::string>(&kpi.change->value)) return {{}, *text, ""};
  }
  if (kpi.previous) {
    if (const auto change = analysis::change_between(kpi.quantity, kpi.previous->quantity)) {
      const auto decimals = change_decimals(change->unit);
      return change_text(change->amount, amount_of(change->amount, change->unit, decimals),
                         kpi.good);
    }
    if (came_from_nothing(kpi.quantity, kpi.previous->quantity)) {
      return change_text(std::get<double>(kpi.quantity.value), "n/a, from 0", kpi.good);
    }
  }
  const double* value = std::get_if<double>(&kpi.quantity.value);
  if (value && kpi.quantity.is_signed) {
    // The figure is itself a change; what is left to say is the count beside it, or since when.
    if (kpi.also) return change_text(*value, text_of(*kpi.also), kpi.good);
    if (*value != 0 && !kpi.baseline.empty()) {
      auto change = change_text(*value, *value > 0 ? "higher" : "lower", kpi.good);
      if (!change.word.empty()) change.amount = std::exchange(change.word, "");
      change.amount += " than in " + kpi.baseline;
      return change;
    }
  }
  if (kpi.direction.now) {
    const double sign = *kpi.direction.now == Direction::up     ? 1
                        : *kpi.direction.now == Direction::down ? -1
                                                                : 0;
    KpiCard::Change change = change_text(sign, sign > 0 ? "rising" : "falling", std::nullopt);
    return change;
  }
  return {{}, "No earlier figure", ""};
}

std::string target_of(const model::Kpi& kpi) {
  if (!kpi.target) return "No target";
  switch (kpi.target->is) {
    case Is::up:
      return "Target: rise";
    case Is::down:
      return "Target: fall";
    case Is::level:
      return "Target: hold";
    case Is::text:
      return "Target: " + kpi.target->text;
    default:
      return "Target " + target_cell(kpi).text;
  }
}

Cell target_cell(const model::Kpi& kpi) {
  if (!kpi.target) return {};
  switch (kpi.target->is) {
    case Is::up:
      return {Direction::up, ""};
    case Is::down:
      return {Direction::down, ""};
    case Is::level:
      return {Direction::level, ""};
    case Is::text:
      return {std::nullopt, kpi.target->text};
    default:
      break;
  }
  const model::Quantity quantity{.value = kpi.target->value,
                                 .unit = kpi.quantity.unit,
                                 .decimals = kpi.target->decimals,
                                 .is_signed = false};
  return {std::nullopt, operator_of(kpi.target->is) + " " + text_of(quantity)};
}

Cell value_cell(const model::Kpi& kpi) {
  // Whether it is met does not hang on the tolerance.
  const auto rating = analysis::rate(kpi, {}).rating;
  Cell cell{kpi.direction.now, text_of(told_from_target(kpi, rating))};
  const std::string flags = flags_of(kpi.flags);
  if (!flags.empty()) cell.text += " " + flags;
  return cell;
}

std::string direction_words(const model::Kpi& kpi) {
  if (!kpi.good) return "";
  switch (*kpi.good) {
    case model::Good::up:
      return "higher is better";
    case model::Good::down:
      return "lower is better";
    case model::Good::neither:
      return "neither good nor bad";
  }
  return "";
}

std::string rating_words(model::Rating rating, bool has_target) {
  switch (rating) {
    case model::Rating::none:
      return has_target ? "Not rated" : "No target set";
    case model::Rating::red:
      return "Off target";
    case model::Rating::amber_red:
      return "Well short of target";
    case model::Rating::amber:
      return "Near target";
    case model::Rating::amber_green:
      return "Close to target";
    case model::Rating::green:
      return "On target";
    case model::Rating::complete:
      return "Complete";
  }
  return "";
}

std::string flags_of(const std::vector<model::Flag>& flags) {
  std::string text;
  for (const model::Flag flag : flags) text += words_of(flag).shorthand;
  return text;
}

std::vector<std::string> flags_key(const std::vector<model::Flag>& seen) {
  std::vector<std::string> key;
  for (const model::Flag flag : std::set<model::Flag>(seen.begin(), seen.end())) {
    key.push_back(std::string(words_of(flag).shorthand) + " " + words_of(flag).meaning);
  }
  return key;
}

void add_flags_key(Slide& slide, const std::vector<Found<model::Kpi>>& kpis) {
  std::vector<model::Flag> seen;
  for (const auto& kpi : kpis) {
    seen.insert(seen.end(), kpi->flags.begin(), kpi->flags.end());
    // A number that would have given another away has its flag in its place.
    if (kpi->quantity.value == model::Value(flags_of({model::Flag::confidential}))) {
      seen.push_back(model::Flag::confidential);
    }
  }
  for (std::string& part : flags_key(seen)) slide.footer.push_back(std::move(part));
}

std::string tolerance_of(const model::Kpi& kpi, const analysis::RatingRule& rule) {
  if (!kpi.target) return "";
  const model::Unit unit = kpi.quantity.unit;
  const double tolerance = analysis::tolerance(kpi.target->value, rule, unit);
  if (tolerance == 0) return "";
  if (unit == model::Unit::rank) return amount_of(tolerance, unit, std::nullopt);
  const bool in_points = unit == model::Unit::percent || unit == model::Unit::points;
  if (in_points && rule.amber_within_points) return points(tolerance);
  if (kpi.target->value == 0) return amount_of(tolerance, unit, std::nullopt);
  return format_number(rule.amber_within_percent) + "%";
}

std::string tolerance_words(const analysis::RatingRule& rule) {
  std::string text =
      "Amber: misses its target by up to " + format_number(rule.amber_within_percent) + "%";
  std::vector<std::string> others;
  if (rule.amber_within_points)
    others.push_back("a percentage by " + points(*rule.amber_within_points));
  if (rule.amber_within_places > 0) {
    others.push_back("a rank by " +
                     amount_of(rule.amber_within_places, model::Unit::rank, std::nullopt));
  }
  for (const auto& other : others) text += ", " + other;
  return text;
}

std::string move_words(Move move) {
  switch (move) {
    case Move::unknown:
      return "new";
    case Move::improved:
      return "improved";
    case Move::worsened:
      return "worsened";
    case Move::same:
      return "no change";
  }
  return "";
}

model::Quantity told_from_target(const model::Kpi& kpi, model::Rating rating) {
  constexpr int kMostDecimals = 3;
  model::Quantity quantity = kpi.quantity;
  const double* value = std::get_if<double>(&quantity.value);
  if (!value || !kpi.target || operator_of(kpi.target->is).empty()) return quantity;
  const bool met = rating == model::Rating::green || rating == model::Rating::complete;
  if (met || rating == model::Rating::none || *value == kpi.target->value) return quantity;
  const auto looks_met = [&] {
    return format_number(*value, quantity.decimals) ==
           format_number(kpi.target->value, quantity.decimals);
  };
  while (quantity.decimals && *quantity.decimals < kMostDecimals && looks_met()) {
    ++*quantity.decimals;
  }
  return quantity;
}

KpiCard card_of(const Context& context, const Found<model::Kpi>& kpi) {
  KpiCard card;
  card.id = context.snapshot.feeds[kpi.feed].status.id + "/" + kpi->id;
  // The public is not to guess at abbreviations.
  const bool spelt_out = context.settings.screen.audience == settings::Audience::public_screen;
  card.title = spelt_out ? kpi->title : title_of(*kpi);
  card.period = brief_period(kpi->period);
  const std::string comparison = compared_with(*kpi);
  if (!comparison.empty()) {
    card.period =
        card.period.empty() ? "O" + comparison.substr(1) : card.period + ", " + comparison;
  }
  card.rating = analysis::rate(*kpi, context.rule).rating;
  card.figure = figure_of(told_from_target(*kpi, card.rating));
  if (card.figure.number.empty() && kpi->direction.now) {
    card.figure = {*kpi->direction.now == Direction::up     ? "Up"
                   : *kpi->direction.now == Direction::down ? "Down"
                                                            : "Level",
                   "", true};
  }
  const std::string flags = flags_of(kpi->flags);
  if (!flags.empty()) card.figure.unit += (card.figure.unit.empty() ? "" : " ") + flags;
  card.change = change_of(*kpi);
  card.target = target_of(*kpi);
  card.direction_words = direction_words(*kpi);
  card.wanted = wanted_direction(*kpi);
  card.rating_words = rating_words(card.rating, kpi->target.has_value());
  card.sparkline = sparkline_of(context, kpi);
  card.age = tile_age(context, kpi.feed, kpi->period);
  if (card.figure.number.empty()) card.age = not_given(context, kpi.feed, std::move(card.age));
  return card;
}

}  // namespace present
