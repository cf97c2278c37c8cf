// What a careful analyst would see before a board is published: figures that contradict each other,
// totals that do not add up, names and dates that do not fit. Nothing of it is changed: what the
// feed says is shown.
#pragma once

#include <string>
#include <vector>

#include "model/board.h"

namespace analysis {

struct Doubt {
  std::string where;     // the list: "/kpis", "/tables"
  std::string found;     // "kpi domestic-abuse: −5 per cent beside a count of +45"
  std::string expected;  // "the same sign"

  bool operator==(const Doubt&) const = default;
};

// In the order of the board. Pure; at most a few hundred, the rest is one line with their number.
std::vector<Doubt> doubts_about(const model::Board& board);

// The parts, each for its own kind of doubt.
void doubt_figures(const model::Board& board, std::vector<Doubt>& doubts);
void doubt_totals(const model::Board& board, std::vector<Doubt>& doubts);
void doubt_names(const model::Board& board, std::vector<Doubt>& doubts);
void doubt_series(const model::Board& board, std::vector<Doubt>& doubts);
void doubt_dates(const model::Board& board, std::vector<Doubt>& doubts);

// A number in a doubt's words: as many decimals as it has, at most four.
std::string in_words(double number);

}  // namespace analysis
