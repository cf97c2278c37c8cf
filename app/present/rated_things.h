// What carries a rating in a plan, wherever it stands: commitments and themes, to whom they belong,
// and how they stand.
#pragma once

#include <string>
#include <vector>

#include "present/context.h"
#include "present/slides.h"

namespace present {

std::vector<Found<model::Commitment>> all_commitments(const Context& context);

// Its own, else that of its theme; empty if neither says.
Found<model::Priority> priority_of(const Context& context,
                                   const Found<model::Commitment>& commitment);
Found<model::Priority> priority_of(const Context& context, const Found<model::Kpi>& kpi);

// Whether `reference`, as a thing of the feed `from` writes it, means this id of the feed `of`.
bool refers_to(const Context& context, const std::string& reference, size_t from, size_t of,
               const model::Id& id);

// What is done is complete, however it is rated.
model::NowBefore<model::Rating> rag_of(const model::Commitment& commitment);

std::string badge_of(const model::Priority& priority);  // its number; may be empty

// The feed whose age a slide shows that is one tile: the first that is late, else the first. Not
// of an empty list.
template <class T>
size_t feed_of(const Context& context, const std::vector<Found<T>>& things) {
  for (const auto& thing : things) {
    if (context.freshness[thing.feed].state == analysis::Freshness::State::late) return thing.feed;
  }
  return things.front().feed;
}

}  // namespace present
