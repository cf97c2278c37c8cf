#include "analysis/freshness.h"

namespace analysis {

using std::chrono::seconds;

Freshness freshness(const model::FeedSnapshot& feed, model::Timestamp now, bool clock_trusted,
                    const FreshnessRule& rule) {
  Freshness result;
  if (!feed.board) return result;
  result.state = Freshness::State::fresh;
  if (!clock_trusted) return result;

  if (feed.status.fetched_at && *feed.status.fetched_at <= now) {
    result.fetched_ago = now - *feed.status.fetched_at;
  }
  const auto consider = [&](seconds late_by, Freshness::Cause cause) {
    if (late_by <= seconds{0} || late_by <= result.late_by) return;
    result.state = Freshness::State::late;
    result.late_by = late_by;
    result.cause = cause;
  };
  if (feed.board->next_due) {
    const model::Timestamp end_of_day =
        std::chrono::sys_days{*feed.board->next_due} + std::chrono::days{1};
    consider(now - end_of_day, Freshness::Cause::overdue_edition);
  }
  if (rule.generated_late_after && feed.board->generated_at) {
    consider(now - (*feed.board->generated_at + *rule.generated_late_after),
             Freshness::Cause::frozen);
  }
  if (result.fetched_ago && feed.status.late_after > seconds{0}) {
    consider(*result.fetched_ago - feed.status.late_after, Freshness::Cause::not_answering);
  }
  return result;
}

}  // namespace analysis
