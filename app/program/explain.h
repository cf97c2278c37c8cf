// `bluelamp explain`: everything that the slides would say, computed, as one JSON document.
#pragma once

#include <string>

#include "model/snapshot.h"
#include "present/plan.h"
#include "program/exit_code.h"
#include "program/options.h"

namespace program {

ExitCode explain(const ExplainOptions& options);

// The document itself, for tests and, later, for the status of a running board. Two spaces a level.
std::string explanation(const settings::Settings& settings, const model::Snapshot& snapshot,
                        const present::Now& now, const base::Complaints& complaints);

}  // namespace program
