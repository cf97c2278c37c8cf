// How a feed stands, as the words that `explain` and the play log share.
#pragma once

#include <string_view>

#include "analysis/freshness.h"

namespace program {

// "waiting", "fresh" or "late".
std::string_view state_of(const analysis::Freshness& freshness);

// Why it is late: "overdue edition", "frozen feed", "server not answering"; "none" unless it is.
std::string_view cause_of(const analysis::Freshness& freshness);

}  // namespace program
