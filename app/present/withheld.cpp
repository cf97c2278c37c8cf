#include "present/withheld.h"

#include <utility>
#include <vector>

namespace present {
namespace {

using model::Withheld;
using Thing = model::Withheld::Thing;
using Kind = settings::Slide::Kind;

// What a kind of slide shows where its settings name nothing.
Thing shown_by(Kind kind) {
  switch (kind) {
    case Kind::kpis:
    case Kind::kpi_table:
    case Kind::response:
    case Kind::rank:
    case Kind::exceptions:
    case Kind::control_charts:
      return Thing::kpi;
    case Kind::trend:
    case Kind::chart:
    case Kind::control_chart:
      return Thing::series;
    case Kind::finance:
      return Thing::table;
    case Kind::overview:
    case Kind::priority:
    case Kind::theme:
    case Kind::headlines:
    case Kind::spotlight:
    case Kind::commitments:
    case Kind::rag_grid:
    case Kind::forward_plan:
      break;
  }
  return Thing::document;
}

std::string sentence(const Withheld& withheld) {
  return "withheld: " + withheld.why;
}

// The first thing of this sort that a feed withholds whole.
std::string any_withheld(const Context& context, Thing thing) {
  for (const auto& feed : context.snapshot.feeds) {
    for (const auto& withheld : feed.withheld) {
      if (withheld.thing == thing && withheld.part.empty()) return sentence(withheld);
    }
  }
  return "";
}

std::vector<std::pair<Thing, std::string>> named_by(const settings::Slide& wanted) {
  std::vector<std::pair<Thing, std::string>> named;
  const auto add = [&](Thing thing, const std::string& id) {
    if (!id.empty()) named.emplace_back(thing, id);
  };
  for (const auto& id : wanted.kpis) add(Thing::kpi, id);
  add(Thing::kpi, wanted.kpi);
  add(Thing::series, wanted.series);
  for (const auto& id : wanted.series_as_bars) add(Thing::series, id);
  for (const auto& id : wanted.series_as_lines) add(Thing::series, id);
  add(Thing::table, wanted.table);
  return named;
}

}  // namespace

std::string why_withheld(const Context& context, Thing thing, const std::string& reference) {
  for (const auto& feed : context.snapshot.feeds) {
    for (const auto& withheld : feed.withheld) {
      if (withheld.thing == thing && withheld.part.empty() &&
          model::matches(reference, feed.status.id, withheld.id)) {
        return sentence(withheld);
      }
    }
  }
  return "";
}

std::string why_withheld(const Context& context, const settings::Slide& wanted) {
  const auto named = named_by(wanted);
  for (const auto& [thing, reference] : named) {
    const std::string why = why_withheld(context, thing, reference);
    if (!why.empty()) return why;
  }
  if (!named.empty()) return "";
  const std::string why = any_withheld(context, shown_by(wanted.kind));
  return why.empty() ? any_withheld(context, Thing::document) : why;
}

std::string why_withheld(const model::FeedSnapshot& feed) {
  if (!feed.board || feed.withheld.empty()) return "";
  const bool any_left =
      !feed.board->kpis.empty() || !feed.board->series.empty() || !feed.board->tables.empty();
  const Withheld& first = feed.withheld.front();
  return first.thing == Thing::document && !any_left ? sentence(first) : "";
}

}  // namespace present
