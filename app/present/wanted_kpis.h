// What slides of large figures share: tiles for figures that no feed has, how their ratings came
// about, and how many of them are up to date.
#pragma once

#include <string>
#include <vector>

#include "present/context.h"
#include "present/slides.h"

namespace present {

// The tile of a figure that the settings name and no feed has, or has yet.
KpiCard missing_card(const Context& context, const std::string& reference);

struct NamedKpi {
  std::string reference;
  Found<model::Kpi> kpi;  // without a thing: no feed has it
};

// What a slide names, in that order; without what this screen may not show.
std::vector<NamedKpi> named_kpis(const Context& context, const std::vector<model::Id>& references);

// Of these the figures that some feed has.
std::vector<Found<model::Kpi>> those_found(const std::vector<NamedKpi>& named);

// "Ratings from targets. Amber: within 5%."; empty if all of them came with the figures.
std::string how_rated(const Context& context, const std::vector<Found<model::Kpi>>& kpis);

// Where all rows of a sheet come late from one feed, the slide is one late tile; else a fresh age,
// and each row says its own. `ages` are those of the rows.
TileAge shared_lateness(const Context& context, const std::vector<TileAge>& ages,
                        const std::vector<Found<model::Kpi>>& kpis);

// "4 of 6 figures up to date", "1 late", "1 waiting"; nothing if all are up to date.
std::vector<std::string> footer_of_tiles(const std::vector<TileAge>& ages);

// The period of all of these figures if they share one with both its ends, else the board's. Not
// of an empty list.
const model::Period& shared_period(const Context& context,
                                   const std::vector<Found<model::Kpi>>& kpis);

}  // namespace present
