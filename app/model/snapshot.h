// What the feed thread publishes: every feed's last good board together with how its fetching
// stands, so that data and age can never disagree.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/board.h"

namespace model {

// Why a round brought nothing. Each has its own words on the slide and the status.
enum class FetchFailure {
  none,
  refused,            // connection refused, reset or closed at once
  unreachable,        // no route, no network
  name_not_found,     // DNS says no, or says nothing
  timed_out,          // connect or whole deadline
  tls,                // certificate, host name, protocol
  not_http,           // what answered does not speak HTTP
  too_large,          // over the size limit, sent or inflated
  truncated,          // ended before it was whole
  redirect,           // too many, or to where we do not go
  unauthorised,       // 401
  forbidden,          // 403
  not_found,          // 404
  gone,               // 410
  busy,               // 429 or 503
  server_error,       // other 5xx
  unexpected_status,  // any other status that is not 200 or 304
  fetcher_failed,     // the fetch program crashed, was killed or answered nonsense
  credentials,        // token file or variable missing or unreadable
  file,               // a file feed that cannot be read
  not_json,           // a document that is refused whole
  wrong_format,
  no_memory,  // a document that there was no room to read
};

struct FetchAttempt {
  Timestamp at{};
  FetchFailure failure = FetchFailure::none;
  std::string detail;   // for a person: "certificate has expired", "HTTP 404 from …"; no secrets
  int http_status = 0;  // 0: no answer, or a file
  std::uint64_t bytes = 0;  // of the document, inflated; 0 for 304
  std::chrono::milliseconds took{0};

  bool operator==(const FetchAttempt&) const = default;
};

struct FeedStatus {
  Id id;
  std::string title;   // for people: "Contact handling"
  std::string origin;  // URL without credentials, or file path
  std::chrono::seconds cadence{0};
  std::chrono::seconds late_after{0};        // since the last answer; then its tiles are late
  std::optional<FetchAttempt> last_attempt;  // none: not tried yet
  std::optional<Timestamp> first_attempt_at;
  // When the server last said that this board is current (200 or 304), also across a restart.
  std::optional<Timestamp> fetched_at;
  std::optional<Timestamp> next_try_at;
  // System time less steady time when the times above were noted; none: not in this run.
  std::optional<std::chrono::seconds> clock_offset;
  std::string etag;
  std::string last_modified;
  bool from_store = false;  // shown from disk; no answer since this start
  int failures_in_a_row = 0;
  std::uint64_t complaints = 0;  // about the document that is shown

  bool operator==(const FeedStatus&) const = default;
};

// What a document gives and this screen does not show: a thing whose marking is too high, missing
// or unknown, or a number that is too small or would give such a number away.
struct Withheld {
  enum class Thing { document, kpi, series, table, area };

  Thing thing = Thing::document;  // document: its texts, priorities, commitments and the like
  Id id;                          // of the thing; of an area its title; empty for the document
  std::string part;               // "value", "change", "2013-04"; empty: the whole thing
  std::string why;                // "marked OFFICIAL-SENSITIVE, above PUBLIC", "count below 5"

  bool operator==(const Withheld&) const = default;
};

// A board as one screen may show it, and what was taken out of it.
struct Released {
  Board board;
  std::vector<Withheld> withheld;

  bool operator==(const Released&) const = default;
};

struct FeedSnapshot {
  FeedStatus status;
  std::shared_ptr<const Board> board = nullptr;  // null until the first good document
  std::vector<Withheld> withheld = {};           // from that board, before it came here
};

struct Snapshot {
  std::vector<FeedSnapshot> feeds;  // in the order of the settings
  std::uint64_t revision = 0;       // grows with each publication
};

// If the clock has been set since the times of this run were noted, moves them, so that they lie as
// far from now as they did; `offset` is today's clock_offset. What comes from disk stays.
void follow_clock(FeedStatus& status, std::chrono::seconds offset);

// The snapshot by today's clock; itself if nobody has set it.
std::shared_ptr<const Snapshot> by_clock(std::shared_ptr<const Snapshot> snapshot,
                                         std::chrono::seconds offset);

// Whether two offsets say that the clock has been set between them.
bool was_set(std::chrono::seconds offset, std::chrono::seconds later);

// "calls/999-10s" names the thing of one feed; a bare id matches in any feed, the first wins.
bool matches(std::string_view reference, std::string_view feed_id, std::string_view id);

// The place of a feed in words that a person can act on: "Refused", "Host not found".
std::string_view to_words(FetchFailure failure);

}  // namespace model
