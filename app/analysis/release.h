// What of a board one screen may show: markings first, then small numbers. It fails closed: what is
// marked above the ceiling, with an unknown word, or not at all, is withheld.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/snapshot.h"

namespace analysis {

// Markings are in capitals and trimmed, as canonical_marking gives them.
struct ReleaseRule {
  std::vector<std::string> levels;             // lowest first
  std::string ceiling;                         // one of them
  std::map<std::string, std::string> aliases;  // "NOT PROTECTIVELY MARKED" -> "OFFICIAL"
  int suppress_below = 0;                      // counts below it are suppressed; 0: none
};

// A KPI, a series or a table has its own marking, else its document's; areas follow their KPI,
// everything else the document. A figure that is marked lower than its document may be shown though
// the document is withheld, of which then only the periods, the times and the contacts are left:
// whom to call is written for the public, whatever else the document says.
//
// Of what is left, every figure has its marking written out, as a level; a document that is
// withheld has the highest of them.
model::Released release(model::Board board, const ReleaseRule& rule);

std::string canonical_marking(std::string_view marking);

// How high a marking is among the levels, from 0; none if it is not one of them.
std::optional<size_t> level_of(std::string_view marking, const std::vector<std::string>& levels);

}  // namespace analysis
