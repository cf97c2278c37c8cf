#include "settings/fields.h"

namespace settings {
namespace {

constexpr Word<ControlCharts::Profile> kProfiles[] = {
    {"mdc", ControlCharts::Profile::mdc},
    {"nhsr", ControlCharts::Profile::nhsr},
};

constexpr Word<ControlCharts::Conflict> kConflicts[] = {
    {"improvement", ControlCharts::Conflict::improvement},
    {"concern", ControlCharts::Conflict::concern},
    {"ranked", ControlCharts::Conflict::ranked},
};

void read_points(const Place& place, std::int64_t least, std::int64_t most,
                 std::optional<int>& out) {
  std::int64_t points = least;
  read_count(place, least, most, points);
  out = static_cast<int>(points);
}

void read_switch(const Place& place, std::optional<bool>& out) {
  bool on = false;
  read_flag(place, on);
  out = on;
}

constexpr Field<ControlCharts> kControlCharts[] = {
    {"profile", [](ControlCharts& c, const Place& p) { read_word(p, kProfiles, c.profile); }},
    {"shift_points",
     [](ControlCharts& c, const Place& p) { read_points(p, 6, 8, c.shift_points); }},
    {"trend_points",
     [](ControlCharts& c, const Place& p) { read_points(p, 5, 8, c.trend_points); }},
    {"min_points", [](ControlCharts& c, const Place& p) { read_points(p, 8, 50, c.min_points); }},
    {"conflict",
     [](ControlCharts& c, const Place& p) {
       ControlCharts::Conflict conflict = ControlCharts::Conflict::improvement;
       read_word(p, kConflicts, conflict);
       c.conflict = conflict;
     }},
    {"rules_cross_recalculation",
     [](ControlCharts& c, const Place& p) { read_switch(p, c.rules_cross_recalculation); }},
    {"two_sigma_counts_beyond_limit",
     [](ControlCharts& c, const Place& p) { read_switch(p, c.two_sigma_counts_beyond_limit); }},
};

}  // namespace

std::span<const Field<ControlCharts>> control_chart_fields() {
  return kControlCharts;
}

}  // namespace settings
