// What a grid of ratings is filled with, for each pair of dimensions that has something in common:
//
// - themes, commitments or KPIs by periods: each with its rating before and now;
// - priorities, areas, KPIs or periods by ratings: how many have each;
// - areas by KPIs: the rating of each area for each KPI;
// - priorities or themes by what belongs to them: every member with its own rating.
//
// A priority has no rating of its own in any report, and none is made up for it here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "present/context.h"
#include "present/slides.h"

namespace present {

struct Gathered {
  RagGrid grid;
  std::string corner_if_turned;        // what its columns are: "Rating"
  std::vector<model::Rating> ratings;  // each thing once, as it stands now
  std::string noun;                    // what they are ratings of: "theme"
  std::string note;                    // how they came about; may be empty
  size_t feed = 0;                     // whose age the slide shows
  bool named_members = false;          // its columns mean nothing by themselves
};

// Nothing if these two have nothing in common this way round.
std::optional<Gathered> gather(const Context& context, settings::Slide::Dimension rows,
                               settings::Slide::Dimension columns);

}  // namespace present
