#include "model/snapshot.h"

namespace model {

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
