#include "feed/feed_runner.h"

#include <functional>
#include <utility>

#include "base/log.h"

namespace feed {
namespace {

using model::FetchFailure;

constexpr size_t kMostLoggedComplaints = 20;
constexpr std::chrono::minutes kBetweenNotes{15};  // to the store, that nothing has changed

FetchFailure failure_of(Refusal::Kind kind) {
  switch (kind) {
    case Refusal::Kind::not_json:
      return FetchFailure::not_json;
    case Refusal::Kind::wrong_format:
      return FetchFailure::wrong_format;
    case Refusal::Kind::too_large:
      return FetchFailure::too_large;
    case Refusal::Kind::no_memory:
      return FetchFailure::no_memory;
  }
  return FetchFailure::wrong_format;
}

// A server with two addresses, or a count in the detail, must not fill the log; only with TLS does
// the detail say something that somebody has to act on differently.
bool same_trouble(const model::FetchAttempt& left, const model::FetchAttempt& right) {
  return left.failure == right.failure && left.http_status == right.http_status &&
         (left.failure != FetchFailure::tls || left.detail == right.detail);
}

// Puts a board into the snapshot as far as the screen may show it.
void show(model::Board board, const Release& release, model::FeedSnapshot& shown) {
  model::Released released =
      release ? release(std::move(board)) : model::Released{std::move(board), {}};
  shown.board = std::make_shared<const model::Board>(std::move(released.board));
  shown.withheld = std::move(released.withheld);
}

bool failed(const std::optional<model::FetchAttempt>& attempt) {
  return attempt && attempt->failure != FetchFailure::none;
}

// For the words about a round: none is worth the round, so what there is no memory for is left out.
template <class Words>
void as_memory_allows(Words say) noexcept {
  try {
    say();
  } catch (const std::exception&) {
  }
}

}  // namespace

LastGood load_last_good(const PolledFeed& feed, const Store& store) {
  LastGood good;
  good.shown.status = feed.status;
  const auto stored = store.load(feed.status.id);
  if (!stored) return good;
  auto decoded = decode(stored->body, feed.status.id, feed.limits);
  if (!decoded) {
    base::log_warning(
        "feed " + feed.status.id + ": the kept document cannot be read: " +
        (decoded.error().detail.empty() ? "not enough memory" : decoded.error().detail));
    return good;
  }
  good.complaints = std::move(decoded.value().complaints);
  show(std::move(decoded.value().board), feed.release, good.shown);
  good.shown.status.etag = stored->validators.etag;
  good.shown.status.last_modified = stored->validators.last_modified;
  good.shown.status.fetched_at = stored->fetched_at;
  good.shown.status.from_store = true;
  good.shown.status.complaints = good.complaints.size();
  return good;
}

FeedRunner::FeedRunner(PolledFeed& feed, model::FeedSnapshot shown, const Store& store,
                       const base::Clock& clock)
    : feed_(feed), store_(store), clock_(clock), shown_(std::move(shown)) {}

Outcome FeedRunner::round(std::stop_token stop) {
  Answer answer = feed_.source->fetch(validators(), stop);
  if (stop.stop_requested()) return {};
  note_clock();
  answer.attempt.at = clock_.now();
  if (answer.attempt.failure == FetchFailure::none) take_in(answer);
  const Outcome outcome{answer.attempt.failure != FetchFailure::none, answer.max_age,
                        answer.retry_after};
  end_round(std::move(answer.attempt));
  return outcome;
}

Outcome FeedRunner::give_up(const std::exception& error) noexcept {
  note_clock();
  model::FetchAttempt attempt;
  attempt.at = clock_.now();
  attempt.failure = FetchFailure::fetcher_failed;
  as_memory_allows(
      [&] { attempt.detail = std::string("the round was given up: ") + error.what(); });
  end_round(std::move(attempt));
  return {.failed = true, .max_age = {}, .retry_after = {}};
}

void FeedRunner::end_round(model::FetchAttempt attempt) noexcept {
  auto& status = shown_.status;
  if (!status.first_attempt_at) status.first_attempt_at = attempt.at;
  const auto before = std::exchange(status.last_attempt, std::move(attempt));
  status.failures_in_a_row = failed(status.last_attempt) ? status.failures_in_a_row + 1 : 0;
  as_memory_allows([&] { log_turn(before); });
}

// Before a time is noted: those of former rounds may be by another clock.
void FeedRunner::note_clock() {
  const auto offset = base::offset_of(clock_);
  model::follow_clock(shown_.status, offset);
  shown_.status.clock_offset = offset;
}

// Only for a document that is shown: "unchanged" must never be an answer to an empty screen.
Validators FeedRunner::validators() const {
  if (!shown_.board) return {};
  return {shown_.status.etag, shown_.status.last_modified};
}

void FeedRunner::take_in(Answer& answer) {
  if (answer.unchanged && !shown_.board) {
    answer.attempt.failure = FetchFailure::unexpected_status;
    answer.attempt.detail = "unchanged, though nothing was there to change";
    return;
  }
  if (answer.unchanged || is_shown_already(answer.body)) {
    current_again(answer);
    return;
  }
  auto decoded = decode(answer.body, shown_.status.id, feed_.limits);
  if (!decoded) {
    answer.attempt.failure = failure_of(decoded.error().kind);
    answer.attempt.detail = decoded.error().detail;
    return;
  }
  model::FeedSnapshot next{shown_.status};
  show(std::move(decoded.value().board), feed_.release, next);
  next.status.etag = answer.validators.etag;
  next.status.last_modified = answer.validators.last_modified;
  next.status.fetched_at = answer.attempt.at;
  next.status.from_store = false;
  next.status.complaints = decoded.value().complaints.size();
  Stored stored{std::move(answer.body), answer.validators, answer.attempt.at};
  // Nothing is thrown while these change: a board never has another's validators beside it, and
  // what is not saved now waits for the next answer.
  std::swap(shown_, next);
  complaints_ = std::move(decoded.value().complaints);
  document_ = fingerprint(stored.body);
  unsaved_ = std::move(stored);
  as_memory_allows([&] {
    log_complaints();
    log_withheld(next.withheld);
  });
  save();
}

FeedRunner::Fingerprint FeedRunner::fingerprint(const std::string& body) {
  return {body.size(), std::hash<std::string>{}(body)};
}

// A server without validators sends the same bytes again and again; they need neither decoding nor
// writing. After a start the store knows what the shown document's bytes were.
bool FeedRunner::is_shown_already(const std::string& body) {
  if (!shown_.board) return false;
  if (!document_) {
    const auto stored = store_.load(shown_.status.id);
    if (!stored) return false;
    document_ = fingerprint(stored->body);
  }
  return *document_ == fingerprint(body);
}

void FeedRunner::save() {
  const auto saved = store_.save(shown_.status.id, *unsaved_);
  if (saved) unsaved_.reset();
  kept_at_ = clock_.steady();
  as_memory_allows([&] { log_store(saved); });
}

void FeedRunner::current_again(const Answer& answer) {
  auto& status = shown_.status;
  Validators now = answer.validators;
  const bool moved = now.etag != status.etag || now.last_modified != status.last_modified;
  std::swap(status.etag, now.etag);
  std::swap(status.last_modified, now.last_modified);
  status.fetched_at = answer.attempt.at;
  status.from_store = false;
  if (unsaved_) {
    unsaved_->validators = answer.validators;
    unsaved_->fetched_at = answer.attempt.at;
    return save();
  }
  if (!moved && kept_at_ && clock_.steady() - *kept_at_ < kBetweenNotes) return;
  const auto noted = store_.touch(status.id, answer.attempt.at, answer.validators);
  kept_at_ = clock_.steady();
  as_memory_allows([&] { log_store(noted); });
}

void FeedRunner::log_turn(const std::optional<model::FetchAttempt>& before) {
  const auto& status = shown_.status;
  const auto& now = status.last_attempt;
  const std::string name = "feed " + status.id;
  if (failed(now) && !(failed(before) && same_trouble(*before, *now))) {
    std::string line = name + " (" + status.origin + "): ";
    line += to_words(now->failure);
    if (!now->detail.empty()) line += ": " + now->detail;
    base::log_warning(line + (shown_.board ? "; the last good board stays" : "; no board yet"));
  }
  if (!failed(now) && failed(before)) base::log_info(name + ": answers again");
}

void FeedRunner::log_complaints() {
  std::set<std::string> lines;
  size_t logged = 0;
  size_t passed_over = 0;
  for (const auto& complaint : complaints_) {
    auto line = to_line(complaint);
    if (!logged_complaints_.contains(line)) {
      if (logged < kMostLoggedComplaints) {
        const bool mere_note = complaint.severity == base::Severity::note;
        (mere_note ? base::log_info : base::log_warning)("feed " + line);
        ++logged;
      } else {
        ++passed_over;
      }
    }
    lines.insert(std::move(line));
  }
  if (passed_over > 0) {
    base::log_warning("feed " + shown_.status.id + ": and " + std::to_string(passed_over) +
                      " more; `bluelamp check` lists them all");
  }
  logged_complaints_ = std::move(lines);
}

// One line, for the whole list is what `bluelamp explain` is for.
void FeedRunner::log_withheld(const std::vector<model::Withheld>& before) {
  const auto& withheld = shown_.withheld;
  if (withheld == before) return;
  const std::string name = "feed " + shown_.status.id;
  if (withheld.empty()) return base::log_info(name + ": nothing is withheld any more");
  if (withheld.front().thing == model::Withheld::Thing::document) {
    return base::log_warning(name + ": the document is withheld: " + withheld.front().why +
                             "; `bluelamp explain` lists what is left of it");
  }
  base::log_info(name + ": " + std::to_string(withheld.size()) +
                 (withheld.size() == 1 ? " thing" : " things") +
                 " withheld; `bluelamp explain` lists them");
}

void FeedRunner::log_store(const base::Result<std::monostate, StoreError>& result) {
  const std::string trouble = result ? "" : result.error().detail;
  if (!trouble.empty() && trouble != logged_store_trouble_) {
    base::log_warning("feed " + shown_.status.id +
                      ": the last good document is not kept: " + trouble);
  }
  logged_store_trouble_ = trouble;
}

}  // namespace feed
