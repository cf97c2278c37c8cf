#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/suppression.h"

namespace analysis {

using model::Kpi;
using model::Quantity;
using model::Unit;

namespace {

const double* number_in(const Quantity& quantity) {
  return std::get_if<double>(&quantity.value);
}

const double* count_in(const Quantity& quantity) {
  return quantity.unit == Unit::count && !quantity.is_signed ? number_in(quantity) : nullptr;
}

// How much of its parent a rate is; nothing for figures that are no rates.
std::optional<double> share_of_parent(const Quantity& quantity) {
  const double* number = number_in(quantity);
  if (!number || quantity.is_signed) return std::nullopt;
  switch (quantity.unit) {
    case Unit::percent:
      return *number / 100;
    case Unit::ratio:
      return *number;
    default:
      return std::nullopt;
  }
}

bool is_rate(Unit unit) {
  return unit == Unit::percent || unit == Unit::ratio || unit == Unit::per_1000 ||
         unit == Unit::per_100000;
}

}  // namespace

void Suppression::add_kpis() {
  of_kpi_.resize(board_.kpis.size());
  for (size_t i = 0; i < board_.kpis.size(); ++i) {
    const Kpi& kpi = board_.kpis[i];
    if (const double* now = count_in(kpi.quantity)) {
      of_kpi_[i].now = add({Thing::kpi, i, kNow}, *now, is_small(*now));
    }
    if (!kpi.previous) continue;
    if (const double* before = count_in(kpi.previous->quantity)) {
      of_kpi_[i].before = add({Thing::kpi, i, kBefore}, *before, is_small(*before));
    }
  }
}

std::optional<size_t> Suppression::kpi_called(const std::string& reference) const {
  if (reference.empty()) return std::nullopt;
  for (size_t i = 0; i < board_.kpis.size(); ++i) {
    if (names(reference, board_.kpis[i].id)) return i;
  }
  return std::nullopt;
}

bool Suppression::is_hidden(const std::optional<size_t>& number) const {
  return number && ties_.is_hidden(*number);
}

// Where the children of a figure add up to it, it is a total.
void Suppression::tie_families() {
  std::map<size_t, std::vector<size_t>> families;
  for (size_t i = 0; i < board_.kpis.size(); ++i) {
    const auto parent = kpi_called(board_.kpis[i].parent);
    if (parent && *parent != i) families[*parent].push_back(i);
  }
  for (const auto& [parent, children] : families) {
    for (const auto part : {&KpiNumbers::now, &KpiNumbers::before}) {
      const auto& total = of_kpi_[parent].*part;
      std::vector<size_t> numbers;
      for (const size_t child : children) {
        if (const auto& number = of_kpi_[child].*part) numbers.push_back(*number);
      }
      if (!total || numbers.empty() || !is_same(sum_of(numbers), values_[*total])) continue;
      numbers.push_back(*total);
      ties_.tie(std::move(numbers));
    }
  }
}

// Whether a figure and its change, which may be the figure itself, come from a small earlier one.
bool Suppression::implies_small(const Quantity& figure, const Quantity& change) const {
  const double* by = number_in(change);
  if (!by || !change.is_signed) return false;
  const auto is_small_count = [&](double count) { return is_small(std::round(count)); };
  if (const double* now = count_in(figure)) {
    if (change.unit == Unit::count) return is_small_count(*now - *by);
    const double share = 1 + *by / 100;
    return change.unit == Unit::percent && share > 0 && is_small_count(*now / share);
  }
  // "-50% (-2)": both the earlier count and the present one can be worked out.
  const double* percent = number_in(figure);
  if (!percent || !figure.is_signed || figure.unit != Unit::percent || *percent == 0 ||
      change.unit != Unit::count) {
    return false;
  }
  const double before = *by / (*percent / 100);
  return is_small_count(before) || is_small_count(before + *by);
}

// The parts of a figure that would give it, or the earlier one, away.
void Suppression::hide_beside(size_t index) {
  Kpi& kpi = board_.kpis[index];
  const bool now = is_hidden(of_kpi_[index].now);
  const bool before = is_hidden(of_kpi_[index].before);
  if (!now && !before) return;
  const std::string name = "kpi " + kpi.id + (now ? ", value" : ", previous");
  if (kpi.change) {
    withhold(Thing::kpi, kpi.id, "change", would_give_away(name));
    kpi.change.reset();
  }
  if (kpi.also && (now || kpi.also->is_signed)) {
    withhold(Thing::kpi, kpi.id, "also", would_give_away(name));
    kpi.also.reset();
  }
  if (!kpi.note.empty()) {
    withhold(Thing::kpi, kpi.id, "note", "may say a number withheld");
    kpi.note.clear();
  }
}

// A figure whose changes alone tell a small count.
void Suppression::hide_changes(size_t index) {
  Kpi& kpi = board_.kpis[index];
  const std::string why = would_give_away("a count below " + std::to_string(below_));
  if (kpi.change) kpi.change->is_signed = true;  // a change is, whether or not a plus is printed
  if (kpi.change && implies_small(kpi.quantity, *kpi.change)) {
    withhold(Thing::kpi, kpi.id, "change", why);
    kpi.change.reset();
  }
  if (!kpi.also) return;
  const double* also = count_in(*kpi.also);
  const bool also_small = also && is_small(*also);
  if (!also_small && !implies_small(kpi.quantity, *kpi.also)) return;
  withhold(Thing::kpi, kpi.id, "also", also_small ? "count below " + std::to_string(below_) : why);
  if (number_in(kpi.quantity) && !count_in(kpi.quantity)) {
    withhold(Thing::kpi, kpi.id, "value", why);
    kpi.quantity.value = kConfidentialText;
    hide_points_of(kpi);
  }
  kpi.also.reset();
}

void Suppression::hide_rate(size_t index, size_t parent) {
  Kpi& rate = board_.kpis[index];
  const Kpi& count = board_.kpis[parent];
  const bool before = is_hidden(of_kpi_[parent].before);
  const double* whole = count_in(count.quantity);
  const auto share = share_of_parent(rate.quantity);
  const bool is_small_part = whole && share && is_small(std::round(*whole * *share));
  const bool now = is_hidden(of_kpi_[parent].now) || is_small_part;
  if (!now && !before) return;
  const std::string why = would_give_away(is_small_part ? "a count below " + std::to_string(below_)
                                                        : "kpi " + count.id + ", value");
  if (now && number_in(rate.quantity)) {
    withhold(Thing::kpi, rate.id, "value", why);
    rate.quantity.value = kConfidentialText;
    hide_points_of(rate);
  }
  if (before && rate.previous && number_in(rate.previous->quantity)) {
    withhold(Thing::kpi, rate.id, "previous", would_give_away("kpi " + count.id + ", previous"));
    rate.previous->quantity.value = kConfidentialText;
  }
  if (rate.change || rate.also) withhold(Thing::kpi, rate.id, "change", why);
  rate.change.reset();
  rate.also.reset();
  rate.note.clear();
}

void Suppression::hide_what_follows() {
  for (size_t i = 0; i < board_.kpis.size(); ++i) {
    hide_beside(i);
    hide_changes(i);
  }
  for (size_t i = 0; i < board_.kpis.size(); ++i) {
    const auto parent = kpi_called(board_.kpis[i].parent);
    if (!parent || *parent == i || !is_rate(board_.kpis[i].quantity.unit)) continue;
    hide_rate(i, *parent);
    hide_rates_of_points(board_.kpis[i], board_.kpis[*parent]);
  }
}

void Suppression::hide_areas() {
  for (model::Area& area : board_.areas) {
    const auto kpi = kpi_called(area.kpi);
    const Quantity change{.value = area.change.value_or(0), .is_signed = true};
    const Quantity percent{
        .value = area.percent.value_or(0), .unit = Unit::percent, .is_signed = true};
    const bool has_change = area.change || area.percent;
    const bool of_hidden = kpi && is_hidden(of_kpi_[*kpi].now) && has_change;
    if (of_hidden || (area.change && area.percent && implies_small(percent, change))) {
      withhold(Thing::area, area.title, "change",
               would_give_away(of_hidden ? "kpi " + board_.kpis[*kpi].id + ", value"
                                         : "a count below " + std::to_string(below_)));
      area.change.reset();
      area.percent.reset();
      area.note.clear();
    }
    if ((area.lower || area.mean || area.upper) && lacks_points(area.series)) {
      withhold(Thing::area, area.title, "limits", would_give_away("series " + area.series));
      area.lower = area.mean = area.upper = std::nullopt;
    }
  }
}

}  // namespace analysis
