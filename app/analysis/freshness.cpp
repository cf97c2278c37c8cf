#include "analysis/freshness.h"

#include <vector>

namespace analysis {

using std::chrono::seconds;

namespace {

// Until when the board counts as current, for each reason why it might not.
struct Due {
  model::Timestamp at;
  Freshness::Cause cause;
};

std::optional<seconds> fetched_ago(const model::FeedStatus& status, model::Timestamp now,
                                   ClockTrust trust) {
  if (!status.fetched_at || *status.fetched_at > now) return std::nullopt;
  if (status.from_store && trust != ClockTrust::full) return std::nullopt;
  return now - *status.fetched_at;
}

std::vector<Due> dues_of(const model::FeedSnapshot& feed, model::Timestamp now, ClockTrust trust,
                         const FreshnessRule& rule) {
  std::vector<Due> dues;
  if (trust != ClockTrust::none && feed.board->next_due) {
    dues.push_back({std::chrono::sys_days{*feed.board->next_due} + std::chrono::days{1},
                    Freshness::Cause::overdue_edition});
  }
  if (trust != ClockTrust::none && rule.generated_late_after && feed.board->generated_at) {
    dues.push_back(
        {*feed.board->generated_at + *rule.generated_late_after, Freshness::Cause::frozen});
  }
  if (fetched_ago(feed.status, now, trust) && feed.status.late_after > seconds{0}) {
    dues.push_back(
        {*feed.status.fetched_at + feed.status.late_after, Freshness::Cause::not_answering});
  }
  return dues;
}

}  // namespace

Freshness freshness(const model::FeedSnapshot& feed, model::Timestamp now, ClockTrust trust,
                    const FreshnessRule& rule) {
  Freshness result;
  if (!feed.board) return result;
  result.fetched_ago = fetched_ago(feed.status, now, trust);
  const bool is_known = result.fetched_ago || !feed.status.from_store;
  result.state = is_known ? Freshness::State::fresh : Freshness::State::unknown;
  for (const Due& due : dues_of(feed, now, trust, rule)) {
    const seconds late_by = now - due.at;
    if (late_by <= seconds{0} || late_by <= result.late_by) continue;
    result.state = Freshness::State::late;
    result.late_by = late_by;
    result.cause = due.cause;
  }
  return result;
}

std::optional<model::Timestamp> next_lateness(const model::FeedSnapshot& feed, model::Timestamp now,
                                              ClockTrust trust, const FreshnessRule& rule) {
  std::optional<model::Timestamp> next;
  if (!feed.board) return next;
  for (const Due& due : dues_of(feed, now, trust, rule)) {
    const model::Timestamp late_at = due.at + seconds{1};
    if (late_at > now && (!next || late_at < *next)) next = late_at;
  }
  return next;
}

}  // namespace analysis
