#include "program/explain.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "present/context.h"
#include "present/dates.h"
#include "present/kpi_text.h"
#include "present/numbers.h"
#include "program/board_parts.h"
#include "program/explain_slide.h"
#include "program/feed_words.h"

namespace program {
namespace {

using nlohmann::ordered_json;

ordered_json time_or_null(const std::optional<base::Timestamp>& time) {
  return time ? ordered_json(base::format_timestamp(*time)) : ordered_json(nullptr);
}

const char* word_for(model::Withheld::Thing thing) {
  switch (thing) {
    case model::Withheld::Thing::document:
      return "document";
    case model::Withheld::Thing::kpi:
      return "kpi";
    case model::Withheld::Thing::series:
      return "series";
    case model::Withheld::Thing::table:
      return "table";
    case model::Withheld::Thing::area:
      return "area";
  }
  return "";
}

ordered_json feed_to_json(const model::FeedSnapshot& feed, const analysis::Freshness& freshness) {
  const model::FeedStatus& status = feed.status;
  ordered_json json{{"id", status.id}, {"title", status.title}, {"origin", status.origin}};
  json["fetched_at"] = time_or_null(status.fetched_at);
  json["next_try_at"] = time_or_null(status.next_try_at);
  json["from_disk"] = status.from_store;
  json["failures_in_a_row"] = status.failures_in_a_row;
  json["etag"] = status.etag;
  json["last_modified"] = status.last_modified;
  json["complaints"] = status.complaints;
  if (status.last_attempt) {
    const auto& attempt = *status.last_attempt;
    json["last_attempt"] = {{"at", base::format_timestamp(attempt.at)},
                            {"result", model::to_words(attempt.failure)},
                            {"detail", attempt.detail},
                            {"http_status", attempt.http_status},
                            {"bytes", attempt.bytes},
                            {"milliseconds", attempt.took.count()}};
  } else {
    json["last_attempt"] = nullptr;
  }
  json["state"] = state_of(freshness);
  json["late_because"] = cause_of(freshness);
  json["late_by_seconds"] = freshness.late_by.count();
  json["fetched_seconds_ago"] =
      freshness.fetched_ago ? ordered_json(freshness.fetched_ago->count()) : ordered_json(nullptr);
  if (feed.board) {
    json["generated_at"] = time_or_null(feed.board->generated_at);
    json["next_due"] = feed.board->next_due ? ordered_json(base::format_date(*feed.board->next_due))
                                            : ordered_json(nullptr);
    json["period"] = present::whole_period(feed.board->period);
    json["priorities"] = feed.board->priorities.size();
    json["kpis"] = feed.board->kpis.size();
    json["series"] = feed.board->series.size();
  }
  json["withheld"] = list_of(feed.withheld, [](const auto& withheld) {
    return ordered_json{{"thing", word_for(withheld.thing)},
                        {"id", withheld.id},
                        {"part", withheld.part},
                        {"why", withheld.why}};
  });
  return json;
}

const char* origin_of(analysis::Rated::From from) {
  switch (from) {
    case analysis::Rated::From::nothing:
      return "nothing";
    case analysis::Rated::From::feed:
      return "feed";
    case analysis::Rated::From::rule:
      return "rule";
  }
  return "";
}

ordered_json rank_to_json(const present::Context& context, const model::Kpi& kpi) {
  const model::Rating by_rule = analysis::rate_rank(*kpi.rank, context.rule);
  const auto from = kpi.rag.now                      ? analysis::Rated::From::feed
                    : by_rule != model::Rating::none ? analysis::Rated::From::rule
                                                     : analysis::Rated::From::nothing;
  const auto or_null = [](const std::optional<int>& number) {
    return number ? ordered_json(*number) : ordered_json(nullptr);
  };
  return {{"place", or_null(kpi.rank->place)},
          {"before", or_null(kpi.rank->before)},
          {"of", or_null(kpi.rank->of)},
          {"group", kpi.rank->group},
          {"target", or_null(kpi.rank->target)},
          {"rating", {{"now", name_of(kpi.rag.now.value_or(by_rule))}, {"from", origin_of(from)}}}};
}

ordered_json kpi_to_json(const present::Context& context, const present::Found<model::Kpi>& kpi) {
  const present::KpiCard card = present::card_of(context, kpi);
  const analysis::Rated rated = analysis::rate(*kpi, context.rule);
  ordered_json json{{"id", card.id}, {"title", kpi->title}, {"label", card.title}};
  json["period"] = card.period;
  json["value"] = present::text_of(kpi->quantity);
  json["also"] = kpi->also ? present::text_of(*kpi->also) : "";
  json["flags"] = present::flags_of(kpi->flags);
  json["direction"] = to_json(kpi->direction.now);
  json["direction_before"] = to_json(kpi->direction.before);
  json["change"] = to_json(card.change);
  json["target"] = card.target;
  json["good"] = card.direction_words;
  json["rating"] = {{"now", name_of(rated.rating)},
                    {"before", name_of(kpi->rag.before.value_or(model::Rating::none))},
                    {"from", origin_of(rated.from)}};
  if (rated.from == analysis::Rated::From::rule) {
    json["rating"]["amber_within"] = present::tolerance_of(*kpi, context.rule);
  }
  if (kpi->rank) json["rank"] = rank_to_json(context, *kpi);
  json["age"] = to_json(card.age);
  json["note"] = kpi->note;
  json["source"] = kpi->source;
  return json;
}

}  // namespace

std::string explanation(const settings::Settings& settings, const model::Snapshot& snapshot,
                        const present::Now& now, const base::Complaints& complaints) {
  const present::Context context(settings, snapshot, now);
  const present::Plan plan = present::make_plan(settings, snapshot, now);
  ordered_json json;
  json["program"] = std::string("bluelamp ") + BLUELAMP_VERSION;
  json["settings"] = settings.file.string();
  json["now"] = base::format_timestamp(now.time);
  json["clock_trusted"] = now.clock_trusted;
  json["board"] = plan.board_name;
  json["clock"] = plan.clock;
  json["feeds"] = ordered_json::array();
  for (size_t i = 0; i < snapshot.feeds.size(); ++i) {
    json["feeds"].push_back(feed_to_json(snapshot.feeds[i], context.freshness[i]));
  }
  json["slides"] = ordered_json::array();
  for (const auto& slide : plan.slides) json["slides"].push_back(to_json(slide));
  json["notice"] = plan.notice ? to_json(*plan.notice) : ordered_json(nullptr);
  json["notices"] = notices_of(context, plan);
  json["contacts"] = json_of(plan.contacts);
  json["skipped"] = ordered_json::array();
  for (const auto& skipped : plan.skipped) {
    json["skipped"].push_back({{"id", skipped.id}, {"reason", skipped.reason}});
  }
  json["kpis"] = ordered_json::array();
  for (const auto& kpi : present::all_kpis(context)) {
    json["kpis"].push_back(kpi_to_json(context, kpi));
  }
  json["series"] = series_of(context);
  json["complaints"] = ordered_json::array();
  for (const auto& complaint : complaints) json["complaints"].push_back(base::to_line(complaint));
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

ExitCode explain(const ExplainOptions& options) {
  const auto loaded = load_settings(options.config);
  if (!loaded) return loaded.error();
  const settings::Settings& settings = loaded.value();
  const base::SystemClock clock;
  auto feeds = make_feeds(settings);
  base::Complaints complaints;
  const feed::Store store(settings.state_directory);
  const model::Snapshot snapshot = feed::fetch_once(feeds, store, clock, complaints);
  const base::Timestamp now = options.now.value_or(clock.now());
  const std::string text =
      explanation(settings, snapshot, {now, present::is_believable(now)}, complaints);
  std::printf("%s\n", text.c_str());
  return ExitCode::ok;
}

}  // namespace program
