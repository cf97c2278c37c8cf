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

std::vector<Due> dues_of(const model::FeedSnapshot& feed, const FreshnessRule& rule) {
  std::vector<Due> dues;
  if (feed.board->next_due) {
    dues.push_back({std::chrono::sys_days{*feed.board->next_due} + std::chrono::days{1},
                    Freshness::Cause::overdue_edition});
  }
  if (rule.generated_late_after && feed.board->generated_at) {
    dues.push_back(
        {*feed.board->generated_at + *rule.generated_late_after, Freshness::Cause::frozen});
  }
  if (feed.status.fetched_at && feed.status.late_after > seconds{0}) {
    dues.push_back(
        {*feed.status.fetched_at + feed.status.late_after, Freshness::Cause::not_answering});
  }
  return dues;
}

}  // namespace

Freshness freshness(const model::FeedSnapshot& feed, model::Timestamp now, bool clock_trusted,
                    const FreshnessRule& rule) {
  Freshness result;
  if (!feed.board) return result;
  result.state = Freshness::State::fresh;
  if (!clock_trusted) return result;

  if (feed.status.fetched_at && *feed.status.fetched_at <= now) {
    result.fetched_ago = now - *feed.status.fetched_at;
  }
  for (const Due& due : dues_of(feed, rule)) {
    const seconds late_by = now - due.at;
    if (due.cause == Freshness::Cause::not_answering && !result.fetched_ago) continue;
    if (late_by <= seconds{0} || late_by <= result.late_by) continue;
    result.state = Freshness::State::late;
    result.late_by = late_by;
    result.cause = due.cause;
  }
  return result;
}

std::optional<model::Timestamp> next_lateness(const model::FeedSnapshot& feed, model::Timestamp now,
                                              const FreshnessRule& rule) {
  std::optional<model::Timestamp> next;
  if (!feed.board) return next;
  for (const Due& due : dues_of(feed, rule)) {
    const model::Timestamp late_at = due.at + seconds{1};
    if (late_at > now && (!next || late_at < *next)) next = late_at;
  }
  return next;
}

}  // namespace analysis
