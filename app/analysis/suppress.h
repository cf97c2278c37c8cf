// Small numbers: a count of one to four people may tell who they are [Government Statistical
// Service]. They are taken out of a board together with whatever would give them away.
#pragma once

#include <string>
#include <vector>

#include "model/snapshot.h"

namespace analysis {

// What stands where a small count stood ("<5"), and where a number stood that would have given one
// away. The latter is its own flag: none is added.
std::string small_text(int below);
constexpr const char* kConfidentialText = "[c]";

// Counts above 0 and below `below` (2 or more; at less nothing is done) become small_text with flag
// low, points of series lose their value, flag confidential. What goes with them:
// - of a KPI: its change, the figure beside it, its note, and the earlier figure where that is the
//   small one; a change that would let a small earlier figure be worked out;
// - rates below it (Kpi::parent), and a rate whose share of its parent is a small count; the same
//   months of their series;
// - one more part of every total that can be added up: children of a KPI, the months of its period,
//   rows and columns of a table;
// - the change of an area, and the limits of an area whose months are not all shown;
// - the message of a series or table, for it may say the number.
// A change, which is signed, is no count. A rating of the feed stays, one by rule loses its figure.
// Free texts of priorities, themes and the board are not searched for numbers.
std::vector<model::Withheld> suppress_small(model::Board& board, int below);

// "plan/asb" and "asb" both name asb: from within a document the feed's own name is not known.
bool names(const std::string& reference, const model::Id& id);

}  // namespace analysis
