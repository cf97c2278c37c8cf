// What a key performance indicator says: change, target, direction, rating.
#pragma once

#include <string>
#include <vector>

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

// What they mean: "[p] provisional", each once, for the foot of a slide that shows them.
std::vector<std::string> flags_key(const std::vector<model::Flag>& seen);
void add_flags_key(Slide& slide, const std::vector<Found<model::Kpi>>& kpis);

// How far amber may miss the target of this figure: "5%", "2 points", "1 place"; empty for nothing.
std::string tolerance_of(const model::Kpi& kpi, const analysis::RatingRule& rule);

// The legend of ratings by rule: "Amber: misses its target by up to 5%", and what holds instead for
// percentages and ranks where that is set.
std::string tolerance_words(const analysis::RatingRule& rule);

// How a rating moved: "improved", "worsened", "no change", "new". Of a rating that there is.
std::string move_words(Move move);

KpiCard card_of(const Context& context, const Found<model::Kpi>& kpi);

}  // namespace present
