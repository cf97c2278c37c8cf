// How old a feed's board is, and whether that is late.
#pragma once

#include <chrono>
#include <optional>

#include "model/snapshot.h"

namespace analysis {

struct FreshnessRule {
  // Since the feed was generated; past it the board is late even when it is fetched on time.
  std::optional<std::chrono::seconds> generated_late_after;
};

struct Freshness {
  // unknown: from disk, and nobody can say how long it has been there.
  enum class State { waiting, fresh, late, unknown };
  enum class Cause { none, overdue_edition, frozen, not_answering };

  State state = State::waiting;
  Cause cause = Cause::none;
  std::chrono::seconds late_by{0};  // since it should have been renewed; 0 unless late
  // Since the server last said that the board is current. None if that is from disk and the clock
  // is not to be trusted so far back, or if it lies in the future: an age is never guessed and
  // never negative.
  std::optional<std::chrono::seconds> fetched_ago;

  // Late or unknown: not to be taken for today's.
  bool looks_late() const { return state == State::late || state == State::unknown; }

  bool operator==(const Freshness&) const = default;
};

// What the system time is worth.
enum class ClockTrust {
  none,         // it is not set: only what happened since the start has an age
  since_start,  // set, but it may have stood still while the power was off
  full,
};

// Three times, never mixed: the period of the figures, the generation of the feed, the fetch.
// Late if its next edition is overdue, it was generated too long ago (a frozen feed), or its server
// has not answered for longer than the feed allows; the longest delay is the one named. Without a
// clock only the last of these can be told. The times of the status are by the clock of `now`.
Freshness freshness(const model::FeedSnapshot& feed, model::Timestamp now, ClockTrust trust,
                    const FreshnessRule& rule);

// The next moment after `now` at which the feed may become late by itself; none if it is late, or
// waits, or nothing is due. For whoever must show it in time.
std::optional<model::Timestamp> next_lateness(const model::FeedSnapshot& feed, model::Timestamp now,
                                              ClockTrust trust, const FreshnessRule& rule);

}  // namespace analysis
