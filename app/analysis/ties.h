// Numbers that give each other away: which more must be hidden so that none that is hidden can be
// worked out.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace analysis {

// One number of many, and the one that it would have given away.
struct Sacrifice {
  size_t number = 0;
  size_t protects = 0;

  bool operator==(const Sacrifice&) const = default;
};

// Numbers and the equations between them. Secondary suppression, as statisticians call it: a total
// minus its visible parts is the part that is hidden.
class Ties {
 public:
  // The number's index, from 0.
  size_t add(double value, bool hidden = false);

  // Any one of these can be worked out once all others are known. Those of an equation that cannot
  // be sacrificed, because the numbers are not there, are left out.
  void tie(std::vector<size_t> numbers);

  bool is_hidden(size_t number) const { return hidden_[number]; }

  // Hides further numbers until no equation lacks exactly one: of that equation the smallest that
  // is left, but 0 last, for it hides nothing. In the order in which they are hidden. Numbers that
  // only several equations together would give away are not looked for.
  std::vector<Sacrifice> protect();

 private:
  std::optional<size_t> sacrifice_of(const std::vector<size_t>& tie) const;

  std::vector<double> values_;
  std::vector<bool> hidden_;
  std::vector<std::vector<size_t>> ties_;
  std::vector<std::vector<size_t>> ties_of_;  // of each number
};

}  // namespace analysis
