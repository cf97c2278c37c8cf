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
    {"theme", Slide::Kind::theme},
    {"headlines", Slide::Kind::headlines},
    {"spotlight", Slide::Kind::spotlight},
    {"kpi-table", Slide::Kind::kpi_table},
    {"commitments", Slide::Kind::commitments},
    {"rag-grid", Slide::Kind::rag_grid},
    {"exceptions", Slide::Kind::exceptions},
    {"finance", Slide::Kind::finance},
    {"response", Slide::Kind::response},
    {"chart", Slide::Kind::chart},
    {"rank", Slide::Kind::rank},
    {"forward-plan", Slide::Kind::forward_plan},
    {"control-chart", Slide::Kind::control_chart},
    {"control-charts", Slide::Kind::control_charts},
};

constexpr Word<Slide::Dimension> kDimensions[] = {
    {"priorities", Slide::Dimension::priorities},
    {"themes", Slide::Dimension::themes},
    {"commitments", Slide::Dimension::commitments},
    {"kpis", Slide::Dimension::kpis},
    {"areas", Slide::Dimension::areas},
    {"periods", Slide::Dimension::periods},
    {"ratings", Slide::Dimension::ratings},
};

constexpr Word<Slide::Form> kForms[] = {
    {"automatic", Slide::Form::automatic}, {"rows", Slide::Form::rows},
    {"variance", Slide::Form::variance},   {"shares", Slide::Form::shares},
    {"movement", Slide::Form::movement},
};

constexpr Word<Slide::Bars> kBars[] = {
    {"grouped", Slide::Bars::grouped},
    {"stacked", Slide::Bars::stacked},
};

constexpr Word<Slide::Axes> kAxes[] = {
    {"two-panels", Slide::Axes::two_panels},
    {"dual", Slide::Axes::dual},
};

// Keys that mean something for some kinds only.
struct Special {
  std::string_view key;
  std::initializer_list<Slide::Kind> kinds;
};
using enum Slide::Kind;
const Special kSpecial[] = {
    {"kpis", {kpis, kpi_table, response, rank, control_charts}},
    {"priority", {priority, theme, headlines, spotlight, kpi_table, commitments}},
    {"theme", {theme}},
    {"series", {trend, control_chart}},
    {"from", {trend, chart, control_chart}},
    {"months", {trend, chart, control_chart}},
    {"recalculate", {control_chart}},
    {"icons", {kpis, kpi_table}},
    {"rows", {rag_grid}},
    {"columns", {rag_grid}},
    {"kpi", {exceptions}},
    {"table", {finance}},
    {"form", {finance}},
    {"bars", {chart}},
    {"lines", {chart}},
    {"style", {chart}},
    {"rolling", {chart}},
    {"axes", {trend}},
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

// Ids of things of a feed, each once; `expected` in words.
void read_references(const Place& place, size_t most, const char* expected, const char* each_once,
                     std::vector<model::Id>& out) {
  const Json& json = place.json();
  if (json.kind != Json::Kind::array || json.items.empty() || json.items.size() > most) {
    return place.refuse(expected);
  }
  std::vector<model::Id> ids;
  std::set<model::Id> seen;
  for (size_t i = 0; i < json.items.size(); ++i) {
    model::Id id;
    read_reference(place.item(i), id);
    if (!id.empty() && !seen.insert(id).second) place.item(i).refuse(each_once);
    ids.push_back(std::move(id));
  }
  out = std::move(ids);
}

void read_kpis(const Place& place, std::vector<model::Id>& out) {
  constexpr size_t kMost = 2'000;
  read_references(place, kMost, "a list of KPI ids; leave the key out for all of role figure",
                  "each KPI once", out);
}

void read_rolling(const Place& place, std::vector<int>& out) {
  const Json& json = place.json();
  if (json.kind != Json::Kind::array || json.items.empty() || json.items.size() > 2) {
    return place.refuse("a list of one or two lengths, such as [6, 12]");
  }
  std::vector<int> lengths;
  for (size_t i = 0; i < json.items.size(); ++i) {
    std::int64_t length = 0;
    read_count(place.item(i), 2, 60, length);
    lengths.push_back(static_cast<int>(length));
  }
  out = std::move(lengths);
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
    {"recalculate", [](Slide& s, const Place& p) { read_flag(p, s.recalculate); }},
    {"icons", [](Slide& s, const Place& p) { read_flag(p, s.icons); }},
    {"theme", [](Slide& s, const Place& p) { read_reference(p, s.theme); }},
    {"rows", [](Slide& s, const Place& p) { read_word(p, kDimensions, s.rows); }},
    {"columns", [](Slide& s, const Place& p) { read_word(p, kDimensions, s.columns); }},
    {"kpi", [](Slide& s, const Place& p) { read_reference(p, s.kpi); }},
    {"table", [](Slide& s, const Place& p) { read_reference(p, s.table); }},
    {"form", [](Slide& s, const Place& p) { read_word(p, kForms, s.form); }},
    {"bars",
     [](Slide& s, const Place& p) {
       read_references(p, 4, "a list of one to four series ids", "each series once",
                       s.series_as_bars);
     }},
    {"lines",
     [](Slide& s, const Place& p) {
       read_references(p, 2, "a list of one or two series ids", "each series once",
                       s.series_as_lines);
     }},
    {"style", [](Slide& s, const Place& p) { read_word(p, kBars, s.bars); }},
    {"rolling", [](Slide& s, const Place& p) { read_rolling(p, s.rolling); }},
    {"axes", [](Slide& s, const Place& p) { read_word(p, kAxes, s.axes); }},
};

bool is_known_kind(const Json& json) {
  return std::any_of(std::begin(kKinds), std::end(kKinds), [&](const Word<Slide::Kind>& word) {
    return json.kind == Json::Kind::text && json.text == word.word;
  });
}

std::string kinds_in_words() {
  std::vector<std::string_view> words;
  for (const Word<Slide::Kind>& word : kKinds) words.push_back(word.word);
  return alternatives(words);
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
  if (!kind) return place.miss("kind", kinds_in_words());
  // Of an unknown kind nobody can say which keys it should have.
  if (!is_known_kind(kind->json())) return;
  for (const Special& special : kSpecial) {
    const auto given = place.member(special.key);
    if (given && std::ranges::count(special.kinds, slide.kind) == 0) {
      std::vector<std::string_view> words;
      for (const Slide::Kind one : special.kinds) words.push_back(word_of(one));
      given->refuse("this key on a slide of kind \"" + std::string(word_of(slide.kind)) + "\"",
                    "it only on one of kind " + alternatives(words));
    }
  }
  const bool of_one_series =
      slide.kind == Slide::Kind::trend || slide.kind == Slide::Kind::control_chart;
  if (of_one_series && !place.has("series")) {
    place.miss("series", "the id of the series to show");
  }
  if (slide.kind == Slide::Kind::chart && !place.has("bars") && !place.has("lines")) {
    place.miss("bars", "a list of one to four series ids");
  }
  if (slide.kind == Slide::Kind::rag_grid && slide.rows == slide.columns) {
    place.refuse("rows and columns of the same dimension", "two different dimensions");
  }
  const auto months = place.member("months");
  if (months && place.has("from")) {
    months->refuse("\"months\" beside \"from\"",
                   "only one of them: \"from\" runs to the newest month");
  }
}

}  // namespace settings
