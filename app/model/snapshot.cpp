#include "model/snapshot.h"

#include <algorithm>

namespace model {

bool was_set(std::chrono::seconds offset, std::chrono::seconds later) {
  constexpr std::chrono::seconds kRounding{2};
  return std::chrono::abs(later - offset) > kRounding;
}

void follow_clock(FeedStatus& status, std::chrono::seconds offset) {
  if (!status.clock_offset || !was_set(*status.clock_offset, offset)) return;
  const auto by = offset - *status.clock_offset;
  if (status.fetched_at && !status.from_store) *status.fetched_at += by;
  if (status.first_attempt_at) *status.first_attempt_at += by;
  if (status.last_attempt) status.last_attempt->at += by;
  if (status.next_try_at) *status.next_try_at += by;
  status.clock_offset = offset;
}

std::shared_ptr<const Snapshot> by_clock(std::shared_ptr<const Snapshot> snapshot,
                                         std::chrono::seconds offset) {
  const auto is_off = [&](const FeedSnapshot& feed) {
    return feed.status.clock_offset && was_set(*feed.status.clock_offset, offset);
  };
  if (std::ranges::none_of(snapshot->feeds, is_off)) return snapshot;
  auto moved = std::make_shared<Snapshot>(*snapshot);
  for (FeedSnapshot& feed : moved->feeds) follow_clock(feed.status, offset);
  return moved;
}

bool matches(std::string_view reference, std::string_view feed_id, std::string_view id) {
  if (reference == id) return true;
  return reference.size() == feed_id.size() + 1 + id.size() && reference.starts_with(feed_id) &&
         reference[feed_id.size()] == '/' && reference.ends_with(id);
}

std::string_view to_words(FetchFailure failure) {
  switch (failure) {
    case FetchFailure::none:
      return "Answered";
    case FetchFailure::refused:
      return "Connection refused";
    case FetchFailure::unreachable:
      return "Network unreachable";
    case FetchFailure::name_not_found:
      return "Host not found";
    case FetchFailure::timed_out:
      return "No answer in time";
    case FetchFailure::tls:
      return "Not a secure connection";
    case FetchFailure::not_http:
      return "Answer is not HTTP";
    case FetchFailure::too_large:
      return "Answer too large";
    case FetchFailure::truncated:
      return "Answer cut short";
    case FetchFailure::redirect:
      return "Redirected elsewhere";
    case FetchFailure::unauthorised:
      return "Access token not accepted (401)";
    case FetchFailure::forbidden:
      return "Access forbidden (403)";
    case FetchFailure::not_found:
      return "Feed not found (404)";
    case FetchFailure::gone:
      return "Feed withdrawn (410)";
    case FetchFailure::busy:
      return "Server busy";
    case FetchFailure::server_error:
      return "Server error";
    case FetchFailure::unexpected_status:
      return "Unexpected answer";
    case FetchFailure::fetcher_failed:
      return "Fetch program failed";
    case FetchFailure::credentials:
      return "Access token missing";
    case FetchFailure::file:
      return "File cannot be read";
    case FetchFailure::not_json:
      return "Answer is not JSON";
    case FetchFailure::wrong_format:
      return "Not a board feed";
    case FetchFailure::no_memory:
      return "Not enough memory";
  }
  return "";
}

}  // namespace model
