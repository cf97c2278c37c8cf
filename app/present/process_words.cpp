#include <algorithm>
#include <array>

#include "base/time.h"
#include "present/process.h"

namespace present {
namespace {

using analysis::Variation;
using analysis::XmrFlags;
using analysis::XmrMark;

// Counted points, newest first, that share something with the newest.
template <class Shares>
int run_length(const Process& process, Shares shares) {
  int length = 0;
  for (std::size_t back = process.points.size(); back-- > 0;) {
    if (!process.xmr.marks[back].counts) continue;
    if (!shares(back)) break;
    ++length;
  }
  return length;
}

// Consecutive points of which each goes on in the direction of the last step.
int steps_one_way(const Process& process, bool up) {
  int length = 0;
  std::optional<double> later;
  for (std::size_t back = process.points.size(); back-- > 0;) {
    if (!process.xmr.marks[back].counts) continue;
    const double value = *process.points[back].value;
    if (later && !(up ? value < *later : value > *later)) break;
    ++length;
    later = value;
    if (process.xmr.marks[back].after_break) break;
  }
  return length;
}

std::string beyond_limit(int points, const char* where) {
  constexpr std::array kNumbers = {"two", "three", "four", "five", "six", "seven", "eight", "nine"};
  if (points < 2) return std::string("last ") + where + " limit";
  const auto at = static_cast<std::size_t>(points) - 2;
  return (at < kNumbers.size() ? kNumbers[at] : std::to_string(points)) + " " + where + " limit";
}

// Which rules the last point is part of, and for how long; at most two of them.
std::string why_special(const Process& process, const XmrFlags& flags) {
  const auto flagged = [&](bool XmrFlags::*flag) {
    return run_length(process, [&](std::size_t i) { return process.xmr.marks[i].flags.*flag; });
  };
  const model::Interval every = process.series->every;
  std::vector<std::string> parts;
  if (flags.trend_up) parts.push_back(counted(steps_one_way(process, true), every) + " rising");
  if (flags.trend_down) parts.push_back(counted(steps_one_way(process, false), every) + " falling");
  if (flags.shift_high) {
    parts.push_back(counted(flagged(&XmrFlags::shift_high), every) + " above mean");
  }
  if (flags.shift_low) {
    parts.push_back(counted(flagged(&XmrFlags::shift_low), every) + " below mean");
  }
  if (flags.single_high) parts.push_back(beyond_limit(flagged(&XmrFlags::single_high), "above"));
  if (flags.single_low) parts.push_back(beyond_limit(flagged(&XmrFlags::single_low), "below"));
  if (flags.two_sigma_high) parts.push_back("two of three near upper limit");
  if (flags.two_sigma_low) parts.push_back("two of three near lower limit");
  // Two say enough; a point outside its limit is the stronger second.
  const bool outside = flags.single_high || flags.single_low;
  if (parts.size() > 2 && outside) parts.erase(parts.begin() + 1, parts.end() - 1);
  std::string text = parts.empty() ? "" : parts[0];
  if (parts.size() > 1) text += ", " + parts[1];
  return text;
}

std::optional<VariationIcon> variation_of(const Process& process) {
  using Is = VariationIcon::Is;
  const auto special = [&](Is is, model::Direction towards, const char* words) {
    const auto last = std::find_if(process.xmr.marks.rbegin(), process.xmr.marks.rend(),
                                   [](const XmrMark& mark) { return mark.counts; });
    return VariationIcon{is, towards, words, why_special(process, last->flags)};
  };
  constexpr const char* kImproving = "Special cause of improving nature";
  constexpr const char* kConcerning = "Special cause of concerning nature";
  constexpr const char* kNeither = "Special cause, neither good nor bad";
  switch (process.xmr.variation) {
    case Variation::none:
      return std::nullopt;
    case Variation::common:
      return VariationIcon{Is::common, std::nullopt, "Common cause", "No significant change"};
    case Variation::improvement_high:
      return special(Is::improvement, model::Direction::up, kImproving);
    case Variation::improvement_low:
      return special(Is::improvement, model::Direction::down, kImproving);
    case Variation::concern_high:
      return special(Is::concern, model::Direction::up, kConcerning);
    case Variation::concern_low:
      return special(Is::concern, model::Direction::down, kConcerning);
    case Variation::neither_high:
      return special(Is::neither, model::Direction::up, kNeither);
    case Variation::neither_low:
      return special(Is::neither, model::Direction::down, kNeither);
  }
  return std::nullopt;
}

std::optional<AssuranceIcon> assurance_of(const Process& process) {
  using Is = AssuranceIcon::Is;
  const bool up = process.question.good == model::Good::up;
  switch (process.xmr.assurance) {
    case analysis::Assurance::none:
      return std::nullopt;
    case analysis::Assurance::pass:
      return AssuranceIcon{Is::pass, up, "Will consistently pass",
                           up ? "Target below limits" : "Target above limits"};
    case analysis::Assurance::fail:
      return AssuranceIcon{Is::fail, !up, "Will consistently fail",
                           up ? "Target above limits" : "Target below limits"};
    case analysis::Assurance::hit_or_miss:
      return AssuranceIcon{Is::hit_or_miss, false, "Will not consistently pass or fail",
                           "Target within limits"};
  }
  return std::nullopt;
}

std::string doubt_in_words(const analysis::XmrDoubt& doubt) {
  using Is = analysis::XmrDoubt::Is;
  switch (doubt.is) {
    case Is::rebase_matches_no_point:
      return "no point at " + base::format_date(*doubt.at) + ": nothing is recalculated there";
    case Is::baseline_too_short:
      return "the baseline has too few points and is not applied";
    case Is::baseline_too_long:
      return "the baseline is longer than the first section and is not applied";
  }
  return "";
}

std::string short_section(const analysis::Xmr& xmr, std::size_t index,
                          const analysis::XmrRule& rule) {
  const bool alone = xmr.sections.size() == 1;
  const std::size_t least = index == 0 ? rule.min_points : rule.min_points_after_rebase;
  return (alone ? "" : "section " + std::to_string(index + 1) + " has ") + "fewer than " +
         std::to_string(std::max(least, rule.warn_below)) + " points: " +
         (xmr.sections[index].is_judged ? "do not rely on its limits" : "mean and target only");
}

}  // namespace

ProcessIcons icons_of(const Process& process) {
  return {variation_of(process), assurance_of(process)};
}

std::string sentence_of(const ProcessIcons& icons) {
  if (!icons.variation) return "";
  using Is = AssuranceIcon::Is;
  const std::string what = icons.variation->is == VariationIcon::Is::common
                               ? "Common cause variation"
                               : icons.variation->words;
  if (!icons.assurance) return what;
  switch (icons.assurance->is) {
    case Is::pass:
      return what + "; target will be met";
    case Is::fail:
      return what + "; target will be missed";
    case Is::hit_or_miss:
      break;
  }
  return what + "; target will be hit and missed";
}

std::string key_of(const std::vector<ProcessIcons>& icons) {
  const auto any = [&](auto has) { return std::any_of(icons.begin(), icons.end(), has); };
  std::string text;
  if (any([](const ProcessIcons& one) { return one.variation.has_value(); })) {
    text = "H, L: special cause, high or low.";
  }
  if (any([](const ProcessIcons& one) { return one.assurance.has_value(); })) {
    text += " P, F, ?: the target will be passed, failed, hit or missed.";
  }
  return text;
}

std::vector<std::string> doubts_about(const std::vector<analysis::XmrPoint>& points,
                                      const analysis::Xmr& xmr, const analysis::XmrRule& rule) {
  std::vector<std::string> doubts;
  for (const auto& doubt : xmr.doubts) doubts.push_back(doubt_in_words(doubt));
  std::vector<double> values;
  int gaps = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (xmr.marks[i].counts) values.push_back(*points[i].value);
    gaps += xmr.marks[i].after_gap;
  }
  if (values.size() < 2) {
    doubts.push_back("fewer than 2 points: nothing to compare");
    return doubts;
  }
  for (std::size_t i = 0; i < xmr.sections.size(); ++i) {
    if (xmr.sections[i].is_short) doubts.push_back(short_section(xmr, i, rule));
  }
  const bool all_equal = std::all_of(values.begin(), values.end(),
                                     [&](double value) { return value == values.front(); });
  if (all_equal) doubts.push_back("all values are equal");
  if (gaps > 0) {
    doubts.push_back(std::to_string(gaps) + (gaps == 1 ? " gap" : " gaps") +
                     ": missing points are skipped, their neighbours count as consecutive");
  }
  return doubts;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

}  // namespace present
