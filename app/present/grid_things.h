// What a grid of ratings is made of: anything that a plan rates, and to whom it belongs.
#pragma once

#include <string>
#include <vector>

#include "present/context.h"
#include "present/grid_cells.h"
#include "present/slides.h"

namespace present {

struct Thing {
  RagGrid::Head head;
  std::string label;  // as a member: short
  model::NowBefore<model::Rating> rag;
  const model::Priority* priority = nullptr;  // borrowed from the snapshot; null: none
  const model::Theme* theme = nullptr;
  size_t feed = 0;
};

std::vector<Thing> rated_themes(const Context& context);
std::vector<Thing> rated_commitments(const Context& context);

// Those with a rating, now or before; a plan has many figures that nobody rates.
std::vector<Thing> rated_kpis(const Context& context);

model::Rating now_of(const model::NowBefore<model::Rating>& rag);
std::string short_name(const std::string& short_title, const std::string& title);

// Fills in the ratings and the feed: the first that is late, else the first. No ratings if none of
// the things has one.
void note_ratings(const Context& context, Gathered& gathered, const std::vector<Thing>& things);

// "Q4" and "Q1", as the feed calls them; "Before" and "Now" where it does not.
RagGrid::Head head_of_before(const model::Board& board);
RagGrid::Head head_of_now(const model::Board& board);

}  // namespace present
