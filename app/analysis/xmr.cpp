#include "analysis/xmr.h"

#include <algorithm>
#include <cmath>

#include "analysis/rolling.h"
#include "analysis/xmr_lines.h"
#include "analysis/xmr_rules.h"

namespace analysis {

using model::Direction;

namespace {

// What differs by less is the same number: the means of decimals are rarely whole binary fractions.
constexpr double kSamePart = 1e-12;

class Analysis {
 public:
  Analysis(std::span<const XmrPoint> points, const XmrQuestion& question, const XmrRule& rule)
      : points_(points), question_(question), rule_(rule) {}

  Xmr run() {
    xmr_.marks.resize(points_.size());
    cut_sections();
    count_points();
    draw_lines();
    judge();
    set_icons();
    return std::move(xmr_);
  }

 private:
  static bool has_value(const XmrPoint& point) {
    return point.value && std::isfinite(*point.value);
  }

  void cut_sections() {
    if (points_.empty()) {
      for (const model::Date& date : question_.rebase) doubt_rebase(date);
      return;
    }
    std::vector<size_t> firsts{0};
    for (const model::Date& date : question_.rebase) {
      const auto at = std::find_if(points_.begin(), points_.end(),
                                   [&](const XmrPoint& point) { return point.at == date; });
      if (at == points_.end()) {
        doubt_rebase(date);
      } else {
        firsts.push_back(static_cast<size_t>(at - points_.begin()));
      }
    }
    std::sort(firsts.begin(), firsts.end());
    firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());
    for (size_t i = 0; i < firsts.size(); ++i) {
      XmrSection section;
      section.first = firsts[i];
      section.last = (i + 1 < firsts.size() ? firsts[i + 1] : points_.size()) - 1;
      xmr_.sections.push_back(section);
    }
  }

  void doubt_rebase(const model::Date& date) {
    xmr_.doubts.push_back({XmrDoubt::Is::rebase_matches_no_point, date});
  }

  void count_points() {
    counted_.reserve(points_.size());
    const XmrPoint* shown_before = nullptr;
    bool shown_broken = false;    // since the last point with a value
    bool counted_broken = false;  // since the last point that counts
    for (size_t section = 0; section < xmr_.sections.size(); ++section) {
      for (size_t i = xmr_.sections[section].first; i <= xmr_.sections[section].last; ++i) {
        const XmrPoint& point = points_[i];
        XmrMark& mark = xmr_.marks[i];
        mark.section = section;
        shown_broken |= point.breaks;
        counted_broken |= point.breaks;
        if (!has_value(point)) continue;
        mark.after_break = shown_before != nullptr && shown_broken;
        mark.after_gap = shown_before != nullptr &&
                         intervals_between(shown_before->at, point.at, question_.every) != 1;
        shown_before = &point;
        shown_broken = false;
        if (point.is_ghost) continue;
        count(i, section, counted_broken);
        counted_broken = false;
      }
    }
  }

  void count(size_t i, size_t section, bool broken) {
    XmrCounted counted{i, section, *points_[i].value, std::nullopt, broken};
    const bool is_first = counted_.empty() || counted_.back().section != section;
    if (is_first && !rule_.rules_cross_rebase) counted.starts_chain = true;
    if (!is_first && !broken) counted.range = std::abs(counted.value - counted_.back().value);
    slack_ = std::max(slack_, kSamePart * std::abs(counted.value));
    xmr_.marks[i].counts = true;
    xmr_.marks[i].moving_range = counted.range;
    ++xmr_.sections[section].count;
    counted_.push_back(counted);
  }

  // How many points of the first section set its lines.
  size_t baseline_or(size_t count) {
    if (!question_.baseline) return count;
    if (*question_.baseline < rule_.min_baseline || *question_.baseline == 0) {
      xmr_.doubts.push_back({XmrDoubt::Is::baseline_too_short, {}});
      return count;
    }
    if (*question_.baseline > count) {
      xmr_.doubts.push_back({XmrDoubt::Is::baseline_too_long, {}});
      return count;
    }
    return *question_.baseline;
  }

  void draw_lines() {
    std::span<const XmrCounted> rest = counted_;
    for (size_t i = 0; i < xmr_.sections.size(); ++i) {
      XmrSection& section = xmr_.sections[i];
      const size_t least = i == 0 ? rule_.min_points : rule_.min_points_after_rebase;
      section.is_judged = section.count > 0 && section.count >= least;
      section.is_short = section.count < std::max(least, rule_.warn_below);
      const size_t used = i == 0 ? baseline_or(section.count) : section.count;
      if (section.count > 0) {
        const XmrLines lines = lines_of(rest.first(used), rule_, slack_);
        section.mean = lines.mean;
        if (section.is_judged) {
          section.average_range = lines.average_range;
          section.limits = lines.limits;
        }
      }
      rest = rest.subspan(section.count);
    }
  }

  XmrJudged placed(const XmrCounted& counted) const {
    const XmrSection& section = xmr_.sections[counted.section];
    XmrJudged judged;
    judged.value = counted.value;
    judged.side = side_of(counted.value, *section.mean, slack_);
    if (!section.limits) return judged;
    const XmrLimits& limits = *section.limits;
    judged.beyond_limit = beyond(counted.value, limits.lower, limits.upper, slack_);
    judged.beyond_two_sigma =
        beyond(counted.value, limits.lower_two_sigma, limits.upper_two_sigma, slack_);
    return judged;
  }

  void judge() {
    std::vector<XmrJudged> judged;
    judged.reserve(counted_.size());
    for (const XmrCounted& counted : counted_) judged.push_back(placed(counted));
    for (size_t first = 0, next = 0; first < counted_.size(); first = next) {
      const bool is_judged = xmr_.sections[counted_[first].section].is_judged;
      next = first + 1;
      while (next < counted_.size() && !counted_[next].starts_chain &&
             xmr_.sections[counted_[next].section].is_judged == is_judged)
        ++next;
      if (!is_judged) continue;
      const auto chain = std::span(judged).subspan(first, next - first);
      mark_single_points(chain);
      mark_shifts(chain, rule_.shift_points);
      mark_trends(chain, rule_.trend_points);
      mark_two_of_three(chain, rule_.two_sigma_counts_beyond_limit);
      for (size_t i = first; i < next; ++i) take(judged[i], xmr_.marks[counted_[i].point]);
    }
  }

  void take(const XmrJudged& judged, XmrMark& mark) const {
    mark.flags = judged.flags;
    XmrFlags meant = judged.flags;
    if (rule_.trend_needs_side) {
      meant.trend_up &= judged.side == Direction::up;
      meant.trend_down &= judged.side == Direction::down;
    }
    mark.towards = direction_of(meant, question_.good, rule_.conflict, judged.later_trend);
    mark.cause = cause_of(mark.towards, question_.good);
  }

  void set_icons() {
    if (counted_.empty()) return;
    const XmrMark& last = xmr_.marks[counted_.back().point];
    const XmrSection& section = xmr_.sections[last.section];
    xmr_.variation = variation_of(last.cause, last.towards);
    if (!section.is_judged || !question_.target || question_.good == model::Good::neither) return;
    xmr_.assurance = section.limits ? assurance_of(*section.limits, question_.target,
                                                   question_.good, rule_.target_on_limit, slack_)
                                    : rule_.without_limits;
  }

  std::span<const XmrPoint> points_;
  const XmrQuestion& question_;
  const XmrRule& rule_;
  std::vector<XmrCounted> counted_;
  double slack_ = 0;
  Xmr xmr_;
};

}  // namespace

XmrRule mdc() {
  return {};
}

XmrRule nhsr() {
  XmrRule rule;
  rule.screening = XmrRule::Screening::ranges;
  rule.min_points = 1;
  rule.min_points_after_rebase = 1;
  rule.warn_below = 12;
  rule.shift_points = 7;
  rule.trend_points = 7;
  rule.rules_cross_rebase = false;
  rule.conflict = Conflict::ranked;
  rule.target_on_limit = Edge::strict;
  rule.without_limits = Assurance::hit_or_miss;
  return rule;
}

Xmr analyse(std::span<const XmrPoint> points, const XmrQuestion& question, const XmrRule& rule) {
  return Analysis(points, question, rule).run();
}

std::vector<XmrPoint> points_of(const model::Series& series) {
  std::vector<XmrPoint> points;
  points.reserve(series.points.size());
  for (const model::Point& point : series.points) {
    const auto has = [&](model::Flag flag) {
      return std::find(point.flags.begin(), point.flags.end(), flag) != point.flags.end();
    };
    points.push_back(
        {point.at, point.value, has(model::Flag::ghost), has(model::Flag::break_in_series)});
  }
  return points;
}

}  // namespace analysis
