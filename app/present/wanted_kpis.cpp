#include "present/wanted_kpis.h"

#include <algorithm>

#include "present/dates.h"
#include "present/kpi_text.h"
#include "present/numbers.h"
#include "present/withheld.h"

namespace present {
namespace {

// The one feed that could still bring it, or nothing once all have answered.
const model::FeedStatus* feed_still_awaited(const Context& context, const std::string& reference) {
  for (const auto& feed : context.snapshot.feeds) {
    if (feed.board) continue;
    const bool names_feed = reference.starts_with(feed.status.id + "/");
    if (names_feed || reference.find('/') == std::string::npos) return &feed.status;
  }
  return nullptr;
}

}  // namespace

KpiCard missing_card(const Context& context, const std::string& reference) {
  KpiCard card;
  card.id = reference;
  card.title = reference;
  card.age = {TileAge::State::waiting, std::string(kUnknown), "No feed has this figure"};
  if (const auto* feed = feed_still_awaited(context, reference)) {
    card.age = {TileAge::State::waiting, "No data yet", "Awaiting " + feed->title};
  }
  return card;
}

std::vector<NamedKpi> named_kpis(const Context& context, const std::vector<model::Id>& references) {
  std::vector<NamedKpi> named;
  for (const auto& reference : references) {
    const auto kpi = find_kpi(context, reference);
    if (!kpi && !why_withheld(context, model::Withheld::Thing::kpi, reference).empty()) continue;
    named.push_back({reference, kpi});
  }
  return named;
}

std::vector<Found<model::Kpi>> those_found(const std::vector<NamedKpi>& named) {
  std::vector<Found<model::Kpi>> found;
  for (const auto& one : named) {
    if (one.kpi) found.push_back(one.kpi);
  }
  return found;
}

std::string how_rated(const Context& context, const std::vector<Found<model::Kpi>>& kpis) {
  size_t by_feed = 0;
  size_t by_rule = 0;
  std::vector<std::string> tolerances;  // of targets that are numbers, each once
  for (const auto& kpi : kpis) {
    const auto rated = analysis::rate(*kpi, context.rule);
    by_feed += rated.from == analysis::Rated::From::feed;
    by_rule += rated.from == analysis::Rated::From::rule;
    if (rated.from != analysis::Rated::From::rule || !analysis::meets_target(*kpi)) continue;
    const std::string tolerance = tolerance_of(*kpi, context.rule);
    if (!tolerance.empty() && !std::count(tolerances.begin(), tolerances.end(), tolerance)) {
      tolerances.push_back(tolerance);
    }
  }
  std::string text;
  if (by_rule) text = by_feed ? "Some ratings from targets." : "Ratings from targets.";
  for (size_t i = 0; i < tolerances.size(); ++i) {
    text += (i == 0 ? " Amber: within " : " or ") + tolerances[i];
  }
  if (!tolerances.empty()) text += ".";
  return text;
}

TileAge shared_lateness(const Context& context, const std::vector<TileAge>& ages,
                        const std::vector<Found<model::Kpi>>& kpis) {
  const bool all_late = std::all_of(ages.begin(), ages.end(), [](const TileAge& age) {
    return age.state == TileAge::State::late;
  });
  const bool one_feed = std::all_of(kpis.begin(), kpis.end(),
                                    [&](const auto& kpi) { return kpi.feed == kpis.front().feed; });
  if (!all_late || !one_feed) return {};
  return tile_age(context, kpis.front().feed, shared_period(context, kpis));
}

std::vector<std::string> footer_of_tiles(const std::vector<TileAge>& ages) {
  const auto count = [&](TileAge::State state) {
    return std::count_if(ages.begin(), ages.end(),
                         [&](const TileAge& age) { return age.state == state; });
  };
  const auto late = count(TileAge::State::late);
  const auto empty = count(TileAge::State::waiting);
  const auto unknown = std::count_if(ages.begin(), ages.end(),
                                     [](const TileAge& age) { return age.as_at == kUnknown; });
  if (late + empty == 0) return {};
  const auto number = [](auto value) { return format_number(static_cast<double>(value)); };
  const auto all = static_cast<long>(ages.size());
  std::vector<std::string> parts{number(all - late - empty) + " of " + number(all) +
                                 " figures up to date"};
  if (late) parts.push_back(number(late) + " late");
  if (empty > unknown) parts.push_back(number(empty - unknown) + " waiting");
  if (unknown) parts.push_back(number(unknown) + " not given");
  return parts;
}

const model::Period& shared_period(const Context& context,
                                   const std::vector<Found<model::Kpi>>& kpis) {
  const auto& first = kpis.front();
  const bool same = std::all_of(kpis.begin(), kpis.end(),
                                [&](const auto& kpi) { return kpi->period == first->period; });
  return same && !range(first->period).empty() ? first->period
                                               : context.snapshot.feeds[first.feed].board->period;
}

}  // namespace present
