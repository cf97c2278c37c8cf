#include "analysis/consistency.h"

namespace analysis {
namespace {

using model::Date;
using model::Period;

class Calendar {
 public:
  Calendar(const model::Board& board, std::vector<Doubt>& doubts) : doubts_(doubts) {
    if (board.generated_at) {
      generated_ = std::chrono::floor<std::chrono::days>(*board.generated_at);
    }
  }

  void period(const std::string& list, const std::string& owner, const Period& period) {
    if (period.from && period.to) order(list, owner + ": its period", *period.from, *period.to);
    not_after_generation(list, owner + ": its period ends", period.to);
  }

  void not_after_generation(const std::string& list, const std::string& what,
                            const std::optional<Date>& date) {
    if (!generated_ || !date || *date <= *generated_) return;
    doubts_.push_back({list,
                       what + " on " + base::format_date(*date) + ", after the feed was generated",
                       "a day up to " + base::format_date(*generated_)});
  }

  void order(const std::string& list, const std::string& what, Date from, Date to) {
    if (from <= to) return;
    doubts_.push_back({list,
                       what + " from " + base::format_date(from) + " to " + base::format_date(to),
                       "dates in order"});
  }

  const std::optional<Date>& generated() const { return generated_; }

 private:
  std::vector<Doubt>& doubts_;
  std::optional<Date> generated_;
};

void doubt_agenda(const model::Board& board, Calendar& calendar) {
  std::optional<Date> last;
  for (const auto& meeting : board.agenda) {
    if (!meeting.on) continue;
    if (last) calendar.order("/agenda", "meetings that follow each other", *last, *meeting.on);
    last = meeting.on;
  }
}

}  // namespace

void doubt_dates(const model::Board& board, std::vector<Doubt>& doubts) {
  Calendar calendar(board, doubts);
  calendar.period("/period", "the board", board.period);
  if (board.previous_period.to && board.period.from) {
    calendar.order("/previous_period", "the period before and this one", *board.previous_period.to,
                   *board.period.from);
  }
  if (calendar.generated() && board.next_due) {
    calendar.order("/next_due", "generation and next edition", *calendar.generated(),
                   *board.next_due);
  }
  for (const auto& priority : board.priorities) {
    if (!priority.spotlight) continue;
    calendar.not_after_generation("/priorities", "priority " + priority.id + ": its spotlight is",
                                  priority.spotlight->on);
  }
  for (const auto& kpi : board.kpis) calendar.period("/kpis", "kpi " + kpi.id, kpi.period);
  for (const auto& series : board.series) {
    for (const auto& target : series.targets) {
      if (!target.from || !target.to) continue;
      calendar.order("/series", "series " + series.id + ": a target", *target.from, *target.to);
    }
  }
  doubt_agenda(board, calendar);
  for (const auto& notice : board.notices) {
    if (!notice.from || *notice.from < notice.until) continue;
    doubts.push_back({"/notices", "notice " + notice.id + ": it ends before it begins",
                      "\"until\" after \"from\""});
  }
}

}  // namespace analysis
