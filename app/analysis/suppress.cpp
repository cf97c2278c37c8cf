#include "analysis/suppress.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/suppression.h"
#include "base/time.h"

namespace analysis {

using model::Flag;
using model::Withheld;

std::string small_text(int below) {
  return "<" + std::to_string(below);
}

std::vector<Withheld> suppress_small(model::Board& board, int below) {
  if (below < 2) return {};
  return Suppression(board, below).run();
}

bool names(const std::string& reference, const model::Id& id) {
  if (id.empty() || !reference.ends_with(id)) return false;
  const size_t before = reference.size() - id.size();
  return before == 0 || reference[before - 1] == '/';
}

bool is_same(double left, double right) {
  return std::abs(left - right) <= 1e-6 * std::max({1.0, std::abs(left), std::abs(right)});
}

std::vector<Withheld> Suppression::run() {
  add_series();
  add_kpis();
  add_tables();
  tie_families();
  tie_periods();
  hide_numbers();
  hide_what_follows();
  hide_areas();
  return std::move(withheld_);
}

bool Suppression::is_small(double count) const {
  const double size = std::abs(count);
  return size > 1e-9 && size < below_ - 1e-9;
}

size_t Suppression::add(const Where& where, double value, bool hidden) {
  where_.push_back(where);
  values_.push_back(value);
  return ties_.add(value, hidden);
}

// First what is small itself, then what would give it away.
void Suppression::hide_numbers() {
  const std::string small = "count below " + std::to_string(below_);
  for (size_t i = 0; i < where_.size(); ++i) {
    if (!ties_.is_hidden(i)) continue;
    withhold(where_[i].thing, id_of(where_[i]), part_of(where_[i]), small);
    hide(where_[i], true);
  }
  for (const auto& [number, protects] : ties_.protect()) {
    withhold(where_[number].thing, id_of(where_[number]), part_of(where_[number]),
             would_give_away(name_of(where_[protects])));
    hide(where_[number], false);
  }
}

void Suppression::hide(const Where& where, bool for_itself) {
  const std::string text = for_itself ? small_text(below_) : kConfidentialText;
  switch (where.thing) {
    case Thing::kpi: {
      model::Kpi& kpi = board_.kpis[where.index];
      if (where.row == kBefore) {
        kpi.previous->quantity.value = text;
      } else {
        kpi.quantity.value = text;
        if (for_itself) kpi.flags.push_back(Flag::low);
      }
      break;
    }
    case Thing::series: {
      model::Series& series = board_.series[where.index];
      series.points[where.row].value.reset();
      series.points[where.row].flags.push_back(Flag::confidential);
      clear_message(where.thing, series.id, series.message);
      break;
    }
    case Thing::table: {
      model::Table& table = board_.tables[where.index];
      table.rows[where.row].cells[where.column] = text;
      clear_message(where.thing, table.id, table.message);
      if (table.callout) withhold(where.thing, table.id, "callout", "may say a number withheld");
      table.callout.reset();
      break;
    }
    case Thing::document:
    case Thing::area:
      break;
  }
}

void Suppression::clear_message(Thing thing, const model::Id& id, std::string& message) {
  if (message.empty()) return;
  withhold(thing, id, "message", "may say a number withheld");
  message.clear();
}

void Suppression::withhold(Thing thing, const model::Id& id, std::string part, std::string why) {
  withheld_.push_back({thing, id, std::move(part), std::move(why)});
}

const model::Id& Suppression::id_of(const Where& where) const {
  if (where.thing == Thing::series) return board_.series[where.index].id;
  return where.thing == Thing::table ? board_.tables[where.index].id : board_.kpis[where.index].id;
}

std::string Suppression::part_of(const Where& where) const {
  if (where.thing == Thing::kpi) return where.row == kBefore ? "previous" : "value";
  if (where.thing == Thing::series) {
    return base::format_date(board_.series[where.index].points[where.row].at);
  }
  const model::Table& table = board_.tables[where.index];
  return table.rows[where.row].title + " / " + table.columns[where.column].title;
}

std::string Suppression::name_of(const Where& where) const {
  const char* kind = where.thing == Thing::kpi      ? "kpi "
                     : where.thing == Thing::series ? "series "
                                                    : "table ";
  return kind + id_of(where) + ", " + part_of(where);
}

std::string would_give_away(const std::string& what) {
  return "would give away " + what;
}

}  // namespace analysis
