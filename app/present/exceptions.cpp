// Areas that are exceptions: those that went the wrong way, and how that stands to their limits.
#include <algorithm>
#include <cmath>
#include <utility>

#include "present/area_words.h"
#include "present/dates.h"
#include "present/make_slides.h"
#include "present/numbers.h"

namespace present {
namespace {

using Limits = model::Area::Limits;

constexpr size_t kMonths = 6;

// All areas that one feed gives for one KPI.
struct Group {
  size_t feed = 0;
  model::Id kpi;  // as the areas name it; may be empty
  std::vector<const model::Area*> areas;
};

std::vector<Group> groups_of(const Context& context, const model::Id& wanted) {
  std::vector<Group> groups;
  for (size_t feed = 0; feed < context.snapshot.feeds.size(); ++feed) {
    const auto& from = context.snapshot.feeds[feed];
    if (!from.board) continue;
    for (const auto& area : from.board->areas) {
      if (!wanted.empty() && !model::matches(wanted, from.status.id, area.kpi)) continue;
      auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& known) {
        return known.feed == feed && known.kpi == area.kpi;
      });
      if (group == groups.end()) group = groups.insert(group, {feed, area.kpi, {}});
      group->areas.push_back(&area);
    }
  }
  return groups;
}

const model::Kpi* kpi_of(const Context& context, const Group& group) {
  if (group.kpi.empty()) return nullptr;
  for (const auto& kpi : context.snapshot.feeds[group.feed].board->kpis) {
    if (kpi.id == group.kpi) return &kpi;
  }
  return find_kpi(context, group.kpi).thing;
}

const model::Series* series_of(const Context& context, size_t feed, const model::Id& id) {
  if (id.empty()) return nullptr;
  for (const auto& series : context.snapshot.feeds[feed].board->series) {
    if (series.id == id) return &series;
  }
  return find_series(context, id).thing;
}

std::string label_of(model::Date at, model::Interval every) {
  switch (every) {
    case model::Interval::day:
    case model::Interval::week:
      return std::to_string(static_cast<unsigned>(at.day()));
    case model::Interval::month:
      return month_year(at).substr(0, 1);
    case model::Interval::quarter: {
      const unsigned month = static_cast<unsigned>(at.month());
      return "Q" + std::to_string((month + 8) % 12 / 3 + 1);  // of the year from April
    }
    case model::Interval::year:
      return short_month_year(at).substr(6);
  }
  return "";
}

// How far out a point lies between mean and limit; 1 is the limit itself.
double reach(double value, const Exceptions::Months& months) {
  const double middle = months.mean.value_or((months.upper + months.lower) / 2);
  const double room = value >= middle ? months.upper - middle : middle - months.lower;
  return room > 0 ? std::abs(value - middle) / room : 0;
}

void mark_what_stands_out(Exceptions::Months& months, Limits limits) {
  if (limits == Limits::unknown || limits == Limits::within) return;
  Exceptions::Months::Point* farthest = nullptr;
  for (auto& point : months.points) {
    if (!point.value) continue;
    if (!farthest || reach(*point.value, months) > reach(*farthest->value, months)) {
      farthest = &point;
    }
  }
  if (farthest) farthest->stands_out = true;
}

// Only where the feed gives points as well as limits: nothing is drawn that is not known.
std::optional<Exceptions::Months> months_of(const Context& context, size_t feed,
                                            const model::Area& area) {
  const model::Series* series = series_of(context, feed, area.series);
  if (!series || !area.upper || !area.lower || !(*area.upper > *area.lower)) return std::nullopt;
  Exceptions::Months months{{}, *area.upper, *area.lower, area.mean};
  const auto& points = series->points;
  const size_t first = points.size() > kMonths ? points.size() - kMonths : 0;
  long known = 0;
  for (size_t i = first; i < points.size(); ++i) {
    const auto value = points[i].value;
    known += value.has_value();
    months.points.push_back({label_of(points[i].at, series->every), value, false});
  }
  if (known < 2) return std::nullopt;
  mark_what_stands_out(months, area.limits);
  return months;
}

Exceptions::Area area_of(const Context& context, size_t feed, const model::Area& area,
                         const model::Kpi* kpi) {
  Exceptions::Area made;
  made.title = area.title;
  made.note = area.note;
  if (area.percent) made.percent = format_number(*area.percent, 1, Sign::always) + "%";
  if (area.change) {
    made.change = *area.change == 0 ? "No change"
                                    : format_number(std::abs(*area.change)) +
                                          (*area.change > 0 ? " more" : " fewer");
    const bool several = std::abs(*area.change) != 1 && *area.change != 0;
    if (kpi && several) made.counted = counted_by(*kpi);
  }
  made.limits = area.limits;
  made.limits_words = limits_words(area.limits);
  made.rating = area.rag.now.value_or(model::Rating::none);
  made.months = months_of(context, feed, area);
  made.went_down = area.change.value_or(area.percent.value_or(0)) < 0;
  return made;
}

std::string subtitle_of(const model::Kpi* kpi, const model::AreaGroup* group,
                        const model::Board& board) {
  std::string text = kpi ? kpi->title : group ? group->title : "";
  if (text.empty()) return "";
  const std::string months = range(kpi && kpi->period.to ? kpi->period : board.period);
  if (!months.empty()) text += ", " + months;
  if (kpi && kpi->previous && !kpi->previous->label.empty()) {
    text += " against " + kpi->previous->label;
  }
  return text;
}

// Largest per cent first; areas of which it is not known come last.
bool is_before(const model::Area* left, const model::Area* right) {
  if (left->percent && right->percent) return *left->percent > *right->percent;
  if (left->percent || right->percent) return left->percent.has_value();
  return left->change.value_or(-HUGE_VAL) > right->change.value_or(-HUGE_VAL);
}

Slide make_one(const Context& context, const settings::Slide& wanted, model::Id id, Group group) {
  const model::Board& board = *context.snapshot.feeds[group.feed].board;
  const model::Kpi* kpi = kpi_of(context, group);
  const auto known = std::find_if(board.area_groups.begin(), board.area_groups.end(),
                                  [&](const auto& one) { return one.kpi == group.kpi; });
  const model::AreaGroup* whole = known == board.area_groups.end() ? nullptr : &*known;
  const bool up_is_good = kpi && kpi->good == model::Good::up;
  const WrongWay way = up_is_good ? WrongWay::fell : WrongWay::rose;

  Exceptions content;
  Slide slide;
  std::stable_sort(group.areas.begin(), group.areas.end(), is_before);
  if (up_is_good) std::reverse(group.areas.begin(), group.areas.end());
  bool all_known = true;
  std::vector<std::string> markings{board.marking, kpi ? kpi->marking : ""};
  for (const model::Area* area : group.areas) {
    const auto wrong = went(way, *area);
    all_known = all_known && wrong;
    auto& list = wrong.value_or(false) ? content.exceptions : content.others;
    list.push_back(area_of(context, group.feed, *area, kpi));
    const auto& made = list.back();
    slide.load.words += words_in(made.title) + words_in(made.note);
    slide.load.numbers += !made.percent.empty() + !made.change.empty();
    slide.load.charts += made.months.has_value();
    if (!made.months) continue;
    if (const auto* series = series_of(context, group.feed, area->series)) {
      markings.push_back(series->marking);
    }
  }

  // A feed may name no more than the exceptions; then only the group knows how many there are.
  std::optional<int> total;
  if (whole && whole->total) total = std::max(*whole->total, static_cast<int>(group.areas.size()));
  if (!total && !content.others.empty()) total = static_cast<int>(group.areas.size());
  const long others = total ? *total - static_cast<long>(content.exceptions.size()) : 0;
  if (whole) content.others_line = whole->detail;
  if (content.others_line.empty() && all_known && !content.exceptions.empty()) {
    content.others_line = others_message(way, others);
  }
  content.areas = whole && !whole->title.empty() ? whole->title : "Areas";
  content.age = tile_age(context, group.feed, board.period);

  slide.id = std::move(id);
  slide.title = !wanted.title.empty() ? wanted.title : whole ? whole->message : "";
  if (slide.title.empty()) slide.title = areas_message(way, content.exceptions, total);
  slide.subtitle = subtitle_of(kpi, whole, board);
  slide.period = whole_period(board.period);
  slide.footer = footer_of(context, group.feed, board.period);
  slide.load.words += words_in(content.others_line);
  set_marking(slide, highest_marking(context, markings));
  slide.content = std::move(content);
  return slide;
}

}  // namespace

ManyMade make_exceptions(const Context& context, const settings::Slide& wanted) {
  auto groups = groups_of(context, wanted.kpi);
  if (groups.empty()) {
    return {{wanted.id, base::Failure{wanted.kpi.empty() ? std::string("no feed has areas")
                                                         : "no feed has areas of " + wanted.kpi}}};
  }
  if (!wanted.kpi.empty()) groups.resize(1);
  ManyMade made;
  for (auto& group : groups) {
    const bool alone = !wanted.kpi.empty() || group.kpi.empty();
    model::Id id = alone ? wanted.id : wanted.id + "/" + group.kpi;
    made.push_back({id, make_one(context, wanted, id, std::move(group))});
  }
  return made;
}

}  // namespace present
