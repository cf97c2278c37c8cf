#include "feed/fetched_source.h"

#include <signal.h>
#include <string.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "base/url.h"
#include "base/utf8.h"
#include "feed/fetch_process.h"
#include "feed/read_file.h"
#include "fetch/wire.h"

namespace feed {
namespace {

using model::FetchFailure;

constexpr std::uint64_t kLongestToken = 8u << 10;
constexpr size_t kLongestDetail = 300;
// The program ends itself at its deadline and says at what stage; this is for one that cannot.
constexpr std::chrono::milliseconds kGrace{1500};

FetchFailure failure_of(fetch::Failure failure) {
  switch (failure) {
    case fetch::Failure::none:
      return FetchFailure::none;
    case fetch::Failure::refused:
      return FetchFailure::refused;
    case fetch::Failure::unreachable:
      return FetchFailure::unreachable;
    case fetch::Failure::name_not_found:
      return FetchFailure::name_not_found;
    case fetch::Failure::timed_out:
      return FetchFailure::timed_out;
    case fetch::Failure::tls:
      return FetchFailure::tls;
    case fetch::Failure::not_http:
      return FetchFailure::not_http;
    case fetch::Failure::too_large:
      return FetchFailure::too_large;
    case fetch::Failure::truncated:
      return FetchFailure::truncated;
    case fetch::Failure::redirect:
      return FetchFailure::redirect;
    case fetch::Failure::bad_encoding:
      return FetchFailure::unexpected_status;
    case fetch::Failure::bad_request:
    case fetch::Failure::internal:
      return FetchFailure::fetcher_failed;
  }
  return FetchFailure::fetcher_failed;
}

FetchFailure failure_of_status(int status) {
  switch (status) {
    case 200:
    case 304:
      return FetchFailure::none;
    case 401:
      return FetchFailure::unauthorised;
    case 403:
      return FetchFailure::forbidden;
    case 404:
      return FetchFailure::not_found;
    case 410:
      return FetchFailure::gone;
    case 429:
    case 503:
      return FetchFailure::busy;
    default:
      return status >= 500 && status <= 599 ? FetchFailure::server_error
                                            : FetchFailure::unexpected_status;
  }
}

Answer failed(FetchFailure failure, std::string detail) {
  Answer answer;
  answer.attempt.failure = failure;
  answer.attempt.detail = std::move(detail);
  return answer;
}

std::string in_seconds(std::chrono::milliseconds time) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3g s", static_cast<double>(time.count()) / 1000);
  return text.data();
}

struct NoToken {
  std::string reason;  // never the token, nor a piece of it
};

// A token with a line break or another control character could smuggle a header in.
base::Result<std::string, NoToken> checked(std::string token, const std::string& where) {
  const auto last = token.find_last_not_of(" \t\r\n");
  token.erase(last == std::string::npos ? 0 : last + 1);
  if (token.empty()) return base::Failure{NoToken{where + " is empty"}};
  for (char c : token) {
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F) {
      return base::Failure{NoToken{where + " is not one line of text"}};
    }
  }
  return token;
}

base::Result<std::string, NoToken> read_token(const FetchOptions& options) {
  if (!options.token_file.empty()) {
    auto contents = read_file(options.token_file, kLongestToken);
    if (!contents) return base::Failure{NoToken{contents.error().detail}};
    return checked(std::move(contents).value().bytes, options.token_file.string());
  }
  const std::string where = "the environment variable " + options.token_environment;
  const char* value = std::getenv(options.token_environment.c_str());
  if (!value) return base::Failure{NoToken{where + " is not set"}};
  return checked(value, where);
}

Answer from_answer(fetch::Answer got, const Validators& last, const std::string& origin) {
  Answer answer;
  auto& attempt = answer.attempt;
  attempt.http_status = got.http_status;
  attempt.took = got.took;
  attempt.failure = failure_of(got.failure);
  attempt.detail = base::shorten(base::clean_line(got.detail), kLongestDetail);
  answer.max_age = got.max_age;
  answer.retry_after = got.retry_after;
  if (attempt.failure != FetchFailure::none) return answer;
  attempt.failure = failure_of_status(got.http_status);
  if (attempt.failure != FetchFailure::none) {
    attempt.detail = "HTTP " + std::to_string(got.http_status) + " from " + origin;
    return answer;
  }
  if (got.http_status == 304) {
    if (last == Validators{}) {
      attempt.failure = FetchFailure::unexpected_status;
      attempt.detail = "HTTP 304 from " + origin + ", though nothing was asked for";
      return answer;
    }
    answer.unchanged = true;
    // RFC 9110, 15.4.5: a 304 repeats the ETag; where it is left out, the old one still holds.
    answer.validators = last;
    if (!got.etag.empty()) answer.validators.etag = got.etag;
    if (!got.last_modified.empty()) answer.validators.last_modified = got.last_modified;
    return answer;
  }
  answer.validators = {got.etag, got.last_modified};
  attempt.bytes = got.body.size();
  answer.body = std::move(got.body);
  return answer;
}

Answer from_outcome(ProcessOutcome outcome, const FetchOptions& options, const Validators& last) {
  using End = ProcessOutcome::End;
  switch (outcome.end) {
    case End::timed_out:
      return failed(FetchFailure::timed_out, "nothing within " + in_seconds(options.timeout));
    case End::stopped:
      return failed(FetchFailure::timed_out, "stopped");
    case End::not_started:
      return failed(FetchFailure::fetcher_failed, "cannot be started: " + outcome.reason);
    case End::too_talkative:
      return failed(FetchFailure::fetcher_failed, "said more than was allowed");
    case End::crashed:
      return failed(FetchFailure::fetcher_failed, "ended by signal " +
                                                      std::to_string(outcome.status) + " (" +
                                                      std::string(strsignal(outcome.status)) + ")");
    case End::exited:
      break;
  }
  auto answer = fetch::decode_answer(outcome.output, options.max_bytes);
  if (!answer) {
    return failed(FetchFailure::fetcher_failed,
                  "exit status " + std::to_string(outcome.status) + ", " + answer.error().detail);
  }
  return from_answer(std::move(answer).value(), last, origin_for_display(options.url));
}

}  // namespace

FetchedSource::FetchedSource(FetchOptions options) : options_(std::move(options)) {}

Answer FetchedSource::fetch(const Validators& last, std::stop_token stop) {
  const auto start = std::chrono::steady_clock::now();
  fetch::Request request;
  request.url = options_.url;
  request.etag = last.etag;
  request.last_modified = last.last_modified;
  request.connect_timeout = options_.connect_timeout;
  request.deadline = options_.timeout;
  request.max_bytes = options_.max_bytes;
  request.ca_file = options_.ca_file.string();
  if (!options_.token_file.empty() || !options_.token_environment.empty()) {
    auto token = read_token(options_);
    if (!token) return failed(FetchFailure::credentials, token.error().reason);
    request.header_name = options_.token_header;
    request.header_value = options_.token_prefix + token.value();
  }
  const ProcessLimits limits{options_.timeout + kGrace, options_.max_bytes + 2 * fetch::kOverhead};
  Answer answer = from_outcome(
      run_process(options_.fetch_program, fetch::encode(request), limits, stop), options_, last);
  answer.attempt.took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);
  return answer;
}

std::string origin_for_display(std::string_view url) {
  return base::display(url);
}

}  // namespace feed
