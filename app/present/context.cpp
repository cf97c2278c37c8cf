#include "present/context.h"

#include <string_view>

#include "analysis/release.h"
#include "present/dates.h"

namespace present {
namespace {

constexpr std::string_view kSensitive = "OFFICIAL-SENSITIVE";

analysis::FreshnessRule freshness_rule(const settings::Settings& settings, const model::Id& feed) {
  for (const auto& known : settings.feeds) {
    if (known.id == feed) return {known.generated_late_after};
  }
  return {};
}

template <class T>
Found<T> find(const Context& context, const std::string& reference,
              std::vector<T> model::Board::*list) {
  for (size_t feed = 0; feed < context.snapshot.feeds.size(); ++feed) {
    const auto& from = context.snapshot.feeds[feed];
    if (!from.board) continue;
    for (const T& thing : (*from.board).*list) {
      if (model::matches(reference, from.status.id, thing.id)) return {&thing, feed};
    }
  }
  return {};
}

template <class T>
std::vector<Found<T>> all(const Context& context, std::vector<T> model::Board::*list) {
  std::vector<Found<T>> found;
  for (size_t feed = 0; feed < context.snapshot.feeds.size(); ++feed) {
    const auto& board = context.snapshot.feeds[feed].board;
    if (!board) continue;
    for (const T& thing : (*board).*list) found.push_back({&thing, feed});
  }
  return found;
}

}  // namespace

Context::Context(const settings::Settings& the_settings, const model::Snapshot& the_snapshot,
                 Now the_now)
    : settings(the_settings),
      snapshot(the_snapshot),
      now(the_now),
      rule{the_settings.rules.amber_within_percent, the_settings.rules.amber_within_points,
           the_settings.rules.amber_within_places,  the_settings.rules.amber_within_absolute,
           the_settings.rules.dead_band_percent,    the_settings.rules.dead_band_points} {
  using enum analysis::ClockTrust;
  const auto trust = !now.clock_trusted ? none : now.ran_without_power ? full : since_start;
  for (const auto& feed : snapshot.feeds) {
    const auto feed_rule = freshness_rule(settings, feed.status.id);
    freshness.push_back(analysis::freshness(feed, now.time, trust, feed_rule));
    const auto late_at = analysis::next_lateness(feed, now.time, trust, feed_rule);
    if (late_at && (!next_lateness || *late_at < *next_lateness)) next_lateness = late_at;
  }
}

Found<model::Kpi> find_kpi(const Context& context, const std::string& reference) {
  return find(context, reference, &model::Board::kpis);
}
Found<model::Priority> find_priority(const Context& context, const std::string& reference) {
  return find(context, reference, &model::Board::priorities);
}
Found<model::Series> find_series(const Context& context, const std::string& reference) {
  return find(context, reference, &model::Board::series);
}
Found<model::Series> series_of(const Context& context, const Found<model::Kpi>& kpi) {
  for (const auto& series : context.snapshot.feeds[kpi.feed].board->series) {
    if (series.id == kpi->series) return {&series, kpi.feed};
  }
  return {};
}
std::vector<Found<model::Kpi>> all_kpis(const Context& context) {
  return all(context, &model::Board::kpis);
}
std::vector<Found<model::Priority>> all_priorities(const Context& context) {
  return all(context, &model::Board::priorities);
}

std::string next_try(const Context& context, const model::FeedStatus& status) {
  if (!status.next_try_at || !context.now.clock_trusted) return "";
  if (*status.next_try_at <= context.now.time) return "trying now";
  const auto at = base::to_local(*status.next_try_at).date;
  const bool is_today = at == base::to_local(context.now.time).date;
  const std::string day = is_today ? "" : short_weekday(at) + " ";
  return "next try " + day + clock_time(*status.next_try_at);
}

TileAge tile_age(const Context& context, size_t feed, const model::Period& figures_for) {
  const auto& freshness = context.freshness[feed];
  const auto& from = context.snapshot.feeds[feed];
  TileAge age;
  switch (freshness.state) {
    case analysis::Freshness::State::fresh:
      break;
    case analysis::Freshness::State::waiting:
      age.state = TileAge::State::waiting;
      age.as_at = "No data yet";
      age.detail = "Awaiting " + from.status.title;
      break;
    case analysis::Freshness::State::late:
    case analysis::Freshness::State::unknown: {
      age.state = TileAge::State::late;
      if (figures_for.to) {
        age.as_at = "As at " + long_date(*figures_for.to);
      } else if (!figures_for.label.empty()) {
        age.as_at = "As at " + figures_for.label;
      } else if (from.board->generated_at) {
        age.as_at = "As at " + long_date(base::to_local(*from.board->generated_at).date);
      } else {
        age.as_at = "Last figures received";
      }
      const bool is_known = freshness.state == analysis::Freshness::State::late;
      age.detail = is_known ? duration(freshness.late_by) + " late" : "Age unknown";
      const std::string next = next_try(context, from.status);
      if (!next.empty()) age.detail += ", " + next;
      break;
    }
  }
  return age;
}

TileAge not_given(const Context& context, size_t feed, TileAge age) {
  if (age.state != TileAge::State::fresh) return age;
  return {TileAge::State::waiting, std::string(kUnknown),
          "Not given by " + context.snapshot.feeds[feed].status.title};
}

const model::Board* first_board(const Context& context) {
  for (const auto& feed : context.snapshot.feeds) {
    if (feed.board) return feed.board.get();
  }
  return nullptr;
}

std::vector<std::string> footer_of(const Context& context, size_t feed,
                                   const model::Period& figures_for) {
  const auto& freshness = context.freshness[feed];
  std::vector<std::string> parts;
  if (freshness.state == analysis::Freshness::State::late) {
    parts.push_back(duration(freshness.late_by) + " late");
  }
  if (freshness.fetched_ago) {
    parts.push_back("fetched " + ago(*freshness.fetched_ago));
  } else {
    parts.push_back("age unknown");
  }
  if (figures_for.to) parts.insert(parts.begin(), "Figures to " + short_date(*figures_for.to));
  return parts;
}

std::string marking_of(const Context& context, size_t feed, const std::string& own) {
  return own.empty() ? context.snapshot.feeds[feed].board->marking : own;
}

std::string marking_of(const Context& context, const std::vector<Found<model::Kpi>>& kpis) {
  std::vector<std::string> markings;
  for (const auto& kpi : kpis) markings.push_back(marking_of(context, kpi.feed, kpi->marking));
  return highest_marking(context, markings);
}

std::string highest_marking(const Context& context, const std::vector<std::string>& markings) {
  const auto& levels = context.settings.marking.levels;
  const auto height = [&](const std::string& marking) {
    return analysis::level_of(marking, levels).value_or(levels.size());
  };
  std::string highest;
  for (const auto& given : markings) {
    const std::string marking = analysis::canonical_marking(given);
    if (marking.empty()) continue;
    if (highest.empty() || height(marking) > height(highest)) highest = marking;
  }
  return highest;
}

void set_marking(Slide& slide, const std::string& marking) {
  slide.marking = analysis::canonical_marking(marking);
  slide.marking_in_header = slide.marking.starts_with(kSensitive);
}

void complete_marking(const Context& context, Slide& slide) {
  std::vector<std::string> markings{slide.marking};
  const model::Board* first = first_board(context);
  if (first && context.settings.title.empty() && !first->title.empty()) {
    markings.push_back(first->marking);
  }
  set_marking(slide, highest_marking(context, markings));
  const auto& levels = context.settings.marking.levels;
  const auto level = analysis::level_of(slide.marking, levels);
  const auto from = analysis::level_of(kSensitive, levels);
  if (level && from && *level >= *from) slide.marking_in_header = true;
}

}  // namespace present
