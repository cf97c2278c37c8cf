#include <algorithm>
#include <set>

#include "base/time.h"
#include "settings/fields.h"

namespace settings {
namespace {

using namespace std::chrono_literals;

constexpr Word<Slide::Kind> kKinds[] = {
    {"overview", Slide::Kind::overview},
    {"kpis", Slide::Kind::kpis},
    {"priority", Slide::Kind::priority},
    {"trend", Slide::Kind::trend},
};

// Keys that mean something for one kind only.
struct Special {
  std::string_view key;
  Slide::Kind kind;
};
constexpr Special kSpecial[] = {
    {"kpis", Slide::Kind::kpis},    {"priority", Slide::Kind::priority},
    {"series", Slide::Kind::trend}, {"from", Slide::Kind::trend},
    {"months", Slide::Kind::trend},
};

// Two seconds: a whole screen must not change more often.
void read_dwell(const Place& place, std::optional<std::chrono::seconds>& out) {
  const Json& json = place.json();
  if (json.kind == Json::Kind::text && json.text == "reading") {
    out.reset();
    return;
  }
  constexpr double kLeast = 2;
  constexpr double kMost = 86'400;
  const double seconds = json.number;
  if (json.kind != Json::Kind::number || !(seconds >= kLeast && seconds <= kMost) ||
      seconds != static_cast<double>(static_cast<int>(seconds))) {
    return place.refuse("a whole number of seconds from 2 to 86400, or \"reading\"");
  }
  out = std::chrono::seconds{static_cast<int>(seconds)};
}

void read_kpis(const Place& place, std::vector<model::Id>& out) {
  const Json& json = place.json();
  if (json.kind != Json::Kind::array || json.items.empty()) {
    return place.refuse("a list of KPI ids; leave the key out for all of role figure");
  }
  std::vector<model::Id> ids;
  std::set<model::Id> seen;
  for (size_t i = 0; i < json.items.size(); ++i) {
    model::Id id;
    read_reference(place.item(i), id);
    if (!id.empty() && !seen.insert(id).second) place.item(i).refuse("each KPI once");
    ids.push_back(std::move(id));
  }
  out = std::move(ids);
}

void read_month(const Place& place, std::optional<model::Date>& out) {
  constexpr size_t kLength = std::string_view("2013-04").size();
  const auto month = place.json().kind == Json::Kind::text && place.json().text.size() == kLength
                         ? base::parse_series_key(place.json().text)
                         : std::nullopt;
  if (!month) return place.refuse("a month such as \"2013-04\"");
  out = month;
}

constexpr Field<Slide> kSlide[] = {
    {"id", [](Slide& s, const Place& p) { read_own_id(p, s.id); }},
    {"kind", [](Slide& s, const Place& p) { read_word(p, kKinds, s.kind); }},
    {"seconds", [](Slide& s, const Place& p) { read_dwell(p, s.dwell); }},
    {"title", [](Slide& s, const Place& p) { read_text(p, s.title); }},
    {"kpis", [](Slide& s, const Place& p) { read_kpis(p, s.kpis); }},
    {"priority", [](Slide& s, const Place& p) { read_reference(p, s.priority); }},
    {"series", [](Slide& s, const Place& p) { read_reference(p, s.series); }},
    {"from", [](Slide& s, const Place& p) { read_month(p, s.from); }},
    {"months",
     [](Slide& s, const Place& p) {
       std::int64_t months = s.months;
       read_count(p, 12, 240, months);
       s.months = static_cast<int>(months);
     }},
};

bool is_known_kind(const Json& json) {
  return std::any_of(std::begin(kKinds), std::end(kKinds), [&](const Word<Slide::Kind>& word) {
    return json.kind == Json::Kind::text && json.text == word.word;
  });
}

}  // namespace

std::span<const Field<Slide>> slide_fields() {
  return kSlide;
}

std::string_view word_of(Slide::Kind kind) {
  return std::find_if(std::begin(kKinds), std::end(kKinds),
                      [&](const Word<Slide::Kind>& word) { return word.value == kind; })
      ->word;
}

void check_slide(const Slide& slide, const Place& place) {
  if (place.json().kind != Json::Kind::object) return;
  const auto kind = place.member("kind");
  if (!kind) {
    return place.miss("kind", "\"overview\", \"kpis\", \"priority\" or \"trend\"");
  }
  // Of an unknown kind nobody can say which keys it should have.
  if (!is_known_kind(kind->json())) return;
  for (const Special& special : kSpecial) {
    const auto given = place.member(special.key);
    if (given && special.kind != slide.kind) {
      given->refuse("this key on a slide of kind \"" + std::string(word_of(slide.kind)) + "\"",
                    "it only on one of kind \"" + std::string(word_of(special.kind)) + "\"");
    }
  }
  if (slide.kind != Slide::Kind::trend) return;
  if (!place.has("series")) place.miss("series", "the id of the series to show");
  const auto months = place.member("months");
  if (months && place.has("from")) {
    months->refuse("\"months\" beside \"from\"",
                   "only one of them: \"from\" runs to the newest month");
  }
}

}  // namespace settings
