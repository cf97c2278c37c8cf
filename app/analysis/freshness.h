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
  enum class State { waiting, fresh, late };
  enum class Cause { none, overdue_edition, frozen, not_answering };

  State state = State::waiting;
  Cause cause = Cause::none;
  std::chrono::seconds late_by{0};  // since it should have been renewed; 0 unless late
  // Since the server last said that the board is current. None without a trusted clock, or when
  // that moment lies in the future: an age is never guessed and never negative.
  std::optional<std::chrono::seconds> fetched_ago;

  bool operator==(const Freshness&) const = default;
};

// Three times, never mixed: the period of the figures, the generation of the feed, the fetch.
// Late if its next edition is overdue, it was generated too long ago (a frozen feed), or its server
// has not answered for longer than the feed allows; the longest delay is the one named.
Freshness freshness(const model::FeedSnapshot& feed, model::Timestamp now, bool clock_trusted,
                    const FreshnessRule& rule);

// The next moment after `now` at which the feed may become late by itself; none if it is late, or
// waits, or nothing is due. For whoever must show it in time.
std::optional<model::Timestamp> next_lateness(const model::FeedSnapshot& feed, model::Timestamp now,
                                              const FreshnessRule& rule);

}  // namespace analysis
