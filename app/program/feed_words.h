// How feeds stand, as the words that `explain`, the play log and the supervisor share.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analysis/freshness.h"
#include "model/snapshot.h"

namespace program {

// "waiting", "fresh" or "late".
std::string_view state_of(const analysis::Freshness& freshness);

// Why it is late: "overdue edition", "frozen feed", "server not answering"; "none" unless it is.
std::string_view cause_of(const analysis::Freshness& freshness);

// One line about all feeds for `systemctl status`: what came of the last request of each.
class SupervisorStatus {
 public:
  // Made anew only for another snapshot.
  const std::string& line(const std::shared_ptr<const model::Snapshot>& snapshot);

 private:
  std::shared_ptr<const model::Snapshot> of_;
  std::string line_;
};

}  // namespace program
