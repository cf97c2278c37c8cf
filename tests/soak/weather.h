// What a feed's server does over months, one answer after the other: a cycle of good editions,
// "unchanged", and everything that goes wrong.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "feed/source.h"

namespace soak {

class Weather final : public feed::Source {
 public:
  // `reports` are good documents, at least one.
  explicit Weather(std::vector<std::string> reports);

  // Answers of one cycle. The next one differs in figures and letters; so many cycles differ.
  static constexpr int kCycle = 20;
  static constexpr int kEditions = 20;

  feed::Answer fetch(const feed::Validators& last, std::stop_token stop) override;

 private:
  std::string edition(std::size_t report) const;

  std::vector<std::string> reports_;
  std::string body_;  // answered last
  int asked_ = 0;
};

}  // namespace soak
