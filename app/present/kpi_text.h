// What a key performance indicator says: change, target, direction, rating.
#pragma once

#include <string>

#include "present/context.h"
#include "present/slides.h"

namespace present {

std::string title_of(const model::Kpi& kpi);  // the short one if there is one
KpiCard::Change change_of(const model::Kpi& kpi);
std::string target_of(const model::Kpi& kpi);  // "Target ≥ 90%", "Target: fall", "No target"
Cell target_cell(const model::Kpi& kpi);       // "≥ 80%", an arrow, "ADQ."
Cell value_cell(const model::Kpi& kpi);        // arrow and value, either may be missing
std::string direction_words(const model::Kpi& kpi);

// The figure, with one more decimal where it would else round to the target that it misses.
model::Quantity told_from_target(const model::Kpi& kpi, model::Rating rating);

std::string rating_words(model::Rating rating, bool has_target);

// "[p]" and its like, as they are printed after a value; empty for none.
std::string flags_of(const std::vector<model::Flag>& flags);

KpiCard card_of(const Context& context, const Found<model::Kpi>& kpi);

}  // namespace present
