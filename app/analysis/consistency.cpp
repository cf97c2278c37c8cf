#include "analysis/consistency.h"

#include <cmath>
#include <cstdio>

namespace analysis {
namespace {

using model::Board;
using model::Kpi;
using model::Quantity;
using model::Unit;
using Is = model::Target::Is;

constexpr size_t kMost = 300;

const double* number_of(const Quantity& quantity) {
  return std::get_if<double>(&quantity.value);
}

// Half a unit of the last decimal that is printed: how far the true number may be from it.
double rounding_of(const Quantity& quantity) {
  int decimals = 0;
  if (quantity.decimals) {
    decimals = *quantity.decimals;
  } else if (const double* number = number_of(quantity)) {
    constexpr int kMostDecimals = 4;
    double scaled = std::abs(*number);
    while (decimals < kMostDecimals && std::abs(scaled - std::round(scaled)) > 1e-6) {
      scaled *= 10;
      ++decimals;
    }
  }
  return 0.5 * std::pow(10, -decimals);
}

bool differ_in_sign(const Quantity& one, const Quantity& other) {
  const double* a = number_of(one);
  const double* b = number_of(other);
  return a && b && ((*a < 0 && *b > 0) || (*a > 0 && *b < 0));
}

void doubt_signs(const Kpi& kpi, std::vector<Doubt>& doubts) {
  if (!kpi.also || !kpi.quantity.is_signed || !kpi.also->is_signed) return;
  if (!differ_in_sign(kpi.quantity, *kpi.also)) return;
  doubts.push_back({"/kpis",
                    "kpi " + kpi.id + ": " + in_words(*number_of(kpi.quantity)) + " beside " +
                        in_words(*number_of(*kpi.also)),
                    "both of the same sign"});
}

// The change that follows from two figures, and how much of it may be rounding; none if they do not
// say.
struct Follows {
  double change = 0;
  double rounding = 0;
};

std::optional<Follows> change_that_follows(const Kpi& kpi, Unit unit) {
  if (!kpi.previous || kpi.previous->quantity.unit != kpi.quantity.unit) return std::nullopt;
  const double* now = number_of(kpi.quantity);
  const double* before = number_of(kpi.previous->quantity);
  if (!now || !before) return std::nullopt;
  const double slack = rounding_of(kpi.quantity) + rounding_of(kpi.previous->quantity);
  const bool of_percentages = kpi.quantity.unit == Unit::percent;
  if (unit == kpi.quantity.unit || (of_percentages && unit == Unit::points)) {
    return Follows{*now - *before, slack};
  }
  if (unit != Unit::percent || of_percentages || *before == 0) return std::nullopt;
  const double share = (*now - *before) / std::abs(*before) * 100;
  // Counts are exact; only what is printed with decimals can have been rounded.
  const bool exact = kpi.quantity.unit == Unit::count;
  return Follows{share, exact ? 0 : slack / std::abs(*before) * (100 + std::abs(share))};
}

void doubt_change(const Kpi& kpi, const std::optional<Quantity>& change,
                  std::vector<Doubt>& doubts) {
  if (!change || !number_of(*change)) return;
  const auto follows = change_that_follows(kpi, change->unit);
  if (!follows) return;
  constexpr double kArithmetic = 1e-9;
  const double slack = follows->rounding + rounding_of(*change) + kArithmetic;
  if (std::abs(*number_of(*change) - follows->change) <= slack) return;
  doubts.push_back({"/kpis",
                    "kpi " + kpi.id + ": a printed change of " + in_words(*number_of(*change)) +
                        ", though " + in_words(*number_of(kpi.quantity)) + " against " +
                        in_words(*number_of(kpi.previous->quantity)) + " makes " +
                        in_words(follows->change),
                    "a change that follows from the two figures"});
}

void doubt_target(const Kpi& kpi, std::vector<Doubt>& doubts) {
  if (!kpi.target || kpi.target->is == Is::text) return;
  if (!kpi.good) {
    doubts.push_back({"/kpis", "kpi " + kpi.id + ": a target without a direction",
                      "\"good\": up, down or neither"});
    return;
  }
  const bool wants_more =
      kpi.target->is == Is::at_least || kpi.target->is == Is::above || kpi.target->is == Is::up;
  const bool wants_less =
      kpi.target->is == Is::at_most || kpi.target->is == Is::below || kpi.target->is == Is::down;
  // The best rank is the lowest number: "at least 3rd" wants less of it.
  if (kpi.quantity.unit == Unit::rank) return;
  if ((wants_more && *kpi.good == model::Good::down) ||
      (wants_less && *kpi.good == model::Good::up)) {
    doubts.push_back({"/kpis", "kpi " + kpi.id + ": a target against what is said to be good",
                      "a target on the good side"});
  }
}

}  // namespace

std::string in_words(double number) {
  constexpr double kFourDecimals = 1e4;
  char text[40];
  std::snprintf(text, sizeof text, "%.15g", std::round(number * kFourDecimals) / kFourDecimals);
  return text;
}

void doubt_figures(const Board& board, std::vector<Doubt>& doubts) {
  for (const Kpi& kpi : board.kpis) {
    doubt_signs(kpi, doubts);
    doubt_change(kpi, kpi.change, doubts);
    if (kpi.also && !kpi.quantity.is_signed) doubt_change(kpi, kpi.also, doubts);
    doubt_target(kpi, doubts);
  }
  for (const auto& area : board.areas) {
    if (!area.change || !area.percent) continue;
    if ((*area.change < 0 && *area.percent > 0) || (*area.change > 0 && *area.percent < 0)) {
      doubts.push_back({"/areas",
                        "area " + area.title + ": " + in_words(*area.percent) +
                            " per cent beside a change of " + in_words(*area.change),
                        "both of the same sign"});
    }
  }
}

std::vector<Doubt> doubts_about(const Board& board) {
  std::vector<Doubt> doubts;
  doubt_names(board, doubts);
  doubt_figures(board, doubts);
  doubt_totals(board, doubts);
  doubt_series(board, doubts);
  doubt_dates(board, doubts);
  if (doubts.size() > kMost) {
    const std::string rest = std::to_string(doubts.size() - kMost) + " more doubts";
    doubts.resize(kMost);
    doubts.push_back({"", rest, "figures that fit together"});
  }
  return doubts;
}

}  // namespace analysis
