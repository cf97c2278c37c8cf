#include "analysis/ties.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <utility>

namespace analysis {

size_t Ties::add(double value, bool hidden) {
  values_.push_back(value);
  hidden_.push_back(hidden);
  ties_of_.emplace_back();
  return values_.size() - 1;
}

void Ties::tie(std::vector<size_t> numbers) {
  for (const size_t number : numbers) ties_of_[number].push_back(ties_.size());
  ties_.push_back(std::move(numbers));
}

std::optional<size_t> Ties::sacrifice_of(const std::vector<size_t>& tie) const {
  std::optional<size_t> smallest;
  const auto cost = [&](size_t number) {
    const double size = std::abs(values_[number]);
    return std::pair(size == 0, size);
  };
  for (const size_t number : tie) {
    if (hidden_[number]) continue;
    if (!smallest || cost(number) < cost(*smallest)) smallest = number;
  }
  return smallest;
}

std::vector<Sacrifice> Ties::protect() {
  std::vector<Sacrifice> sacrifices;
  std::deque<size_t> to_look_at;
  for (size_t i = 0; i < ties_.size(); ++i) to_look_at.push_back(i);
  while (!to_look_at.empty()) {
    const auto& tie = ties_[to_look_at.front()];
    to_look_at.pop_front();
    const auto is_hidden = [&](size_t number) { return hidden_[number]; };
    if (std::count_if(tie.begin(), tie.end(), is_hidden) != 1) continue;
    const auto sacrifice = sacrifice_of(tie);
    if (!sacrifice) continue;
    sacrifices.push_back({*sacrifice, *std::find_if(tie.begin(), tie.end(), is_hidden)});
    hidden_[*sacrifice] = true;
    // Its other equations may lack exactly one now.
    to_look_at.insert(to_look_at.end(), ties_of_[*sacrifice].begin(), ties_of_[*sacrifice].end());
  }
  return sacrifices;
}

}  // namespace analysis
