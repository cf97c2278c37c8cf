#include "program/feed_words.h"

namespace program {

std::string_view state_of(const analysis::Freshness& freshness) {
  switch (freshness.state) {
    case analysis::Freshness::State::waiting:
      return "waiting";
    case analysis::Freshness::State::fresh:
      return "fresh";
    case analysis::Freshness::State::late:
      return "late";
    case analysis::Freshness::State::unknown:
      return "unknown";
  }
  return "";
}

std::string_view cause_of(const analysis::Freshness& freshness) {
  switch (freshness.cause) {
    case analysis::Freshness::Cause::none:
      return "none";
    case analysis::Freshness::Cause::overdue_edition:
      return "overdue edition";
    case analysis::Freshness::Cause::frozen:
      return "frozen feed";
    case analysis::Freshness::Cause::not_answering:
      return "server not answering";
  }
  return "";
}

const std::string& SupervisorStatus::line(const std::shared_ptr<const model::Snapshot>& snapshot) {
  if (snapshot == of_) return line_;
  of_ = snapshot;
  line_.clear();
  for (const auto& feed : snapshot->feeds) {
    const auto& attempt = feed.status.last_attempt;
    line_ += line_.empty() ? "feed " : "; feed ";
    line_ += feed.status.id + ": ";
    if (!attempt) {
      line_ += "not asked yet";
    } else if (attempt->failure == model::FetchFailure::none) {
      line_ += "answered";
    } else {
      line_ += to_words(attempt->failure);
      if (!attempt->detail.empty()) line_ += ": " + attempt->detail;
    }
    if (!feed.board) line_ += " (nothing to show)";
  }
  return line_;
}

}  // namespace program
