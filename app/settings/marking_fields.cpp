#include <algorithm>
#include <cctype>

#include "base/utf8.h"
#include "settings/fields.h"

namespace settings {
namespace {

std::string in_capitals(std::string_view text) {
  std::string capitals = base::clean_line(text);
  for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return capitals;
}

constexpr const char* kAMarking = "a marking such as \"OFFICIAL\"";

// Compared in capitals, so that it does not matter how a person writes it.
void read_marking(const Place& place, std::string& out) {
  if (place.json().kind != Json::Kind::text || in_capitals(place.json().text).empty()) {
    return place.refuse(kAMarking);
  }
  out = in_capitals(place.json().text);
}

void read_levels(const Place& place, std::vector<std::string>& out) {
  const Json& json = place.json();
  if (json.kind != Json::Kind::array || json.items.empty()) {
    return place.refuse("a list of at least one marking, the lowest first");
  }
  std::vector<std::string> levels;
  for (size_t i = 0; i < json.items.size(); ++i) {
    std::string level;
    read_marking(place.item(i), level);
    if (!level.empty() && std::count(levels.begin(), levels.end(), level)) {
      place.item(i).refuse("each marking once");
    }
    levels.push_back(std::move(level));
  }
  out = std::move(levels);
}

void read_aliases(const Place& place, std::map<std::string, std::string>& out) {
  const Json& json = place.json();
  if (json.kind != Json::Kind::object) {
    return place.refuse("an object such as {\"NOT PROTECTIVELY MARKED\": \"OFFICIAL\"}");
  }
  for (size_t i = 0; i < json.names.size(); ++i) {
    const Place value = place.child(json.names[i], i);
    std::string level;
    read_marking(value, level);
    const std::string word = in_capitals(json.names[i]);
    if (word.empty()) {
      value.refuse("a marking before it that is not empty");
    } else if (!level.empty() && !out.emplace(word, level).second) {
      value.refuse("each marking once, however it is written");
    }
  }
}

constexpr Field<Marking> kMarking[] = {
    {"levels", [](Marking& m, const Place& p) { read_levels(p, m.levels); }},
    {"ceiling", [](Marking& m, const Place& p) { read_marking(p, m.ceiling); }},
    {"aliases", [](Marking& m, const Place& p) { read_aliases(p, m.aliases); }},
};

std::string known_levels(const Marking& marking) {
  return "one of the levels: " +
         alternatives(std::vector<std::string_view>(marking.levels.begin(), marking.levels.end()));
}

}  // namespace

std::span<const Field<Marking>> marking_fields() {
  return kMarking;
}

std::string ceiling_of(const Settings& settings) {
  if (!settings.marking.ceiling.empty()) return settings.marking.ceiling;
  switch (settings.screen.audience) {
    case Audience::public_screen:
      return "PUBLIC";
    case Audience::staff:
      return "OFFICIAL";
    case Audience::restricted:
      return "OFFICIAL-SENSITIVE";
  }
  return "";
}

int suppress_below(const Settings& settings) {
  constexpr int kOnPublicScreens = 5;
  const bool is_public = settings.screen.audience == Audience::public_screen;
  return settings.rules.suppress_below.value_or(is_public ? kOnPublicScreens : 0);
}

void check_marking(const Settings& settings, const Place& place) {
  const auto given = place.member("marking");
  if (!given || given->json().kind != Json::Kind::object) return;
  const Marking& marking = settings.marking;
  const auto is_level = [&](const std::string& word) {
    return std::count(marking.levels.begin(), marking.levels.end(), word) > 0;
  };
  const auto ceiling = given->member("ceiling");
  if (ceiling && !marking.ceiling.empty() && !is_level(marking.ceiling)) {
    ceiling->refuse(known_levels(marking));
  }
  // Without it nothing at all could be shown.
  if (!ceiling && !is_level(ceiling_of(settings))) {
    given->miss("ceiling", known_levels(marking) + " (this audience's " + ceiling_of(settings) +
                               " is none of them)");
  }
  const auto aliases = given->member("aliases");
  if (!aliases || aliases->json().kind != Json::Kind::object) return;
  const auto& names = aliases->json().names;
  for (size_t i = 0; i < names.size(); ++i) {
    const auto alias = marking.aliases.find(in_capitals(names[i]));
    if (alias == marking.aliases.end()) continue;
    if (!is_level(alias->second)) aliases->child(names[i], i).refuse(known_levels(marking));
    if (is_level(alias->first)) {
      aliases->child(names[i], i).refuse("another word before it: that one is a level itself");
    }
  }
}

}  // namespace settings
