#include "present/area_words.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "present/numbers.h"

namespace present {
namespace {

using Limits = model::Area::Limits;

std::string capitalised(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string verb(WrongWay way) {
  return way == WrongWay::rose ? "rose" : "fell";
}

// After "Three of eleven areas rose": ", one above its control limits".
std::string limits_clause(const std::vector<Exceptions::Area>& areas) {
  const auto count = [&](Limits limits) {
    return static_cast<long>(std::count_if(
        areas.begin(), areas.end(), [&](const auto& area) { return area.limits == limits; }));
  };
  const auto all = static_cast<long>(areas.size());
  if (all == 0 || count(Limits::unknown) > 0) return "";
  const long outside = count(Limits::above) + count(Limits::below);
  const std::string word = count(Limits::below) == 0   ? "above"
                           : count(Limits::above) == 0 ? "below"
                                                       : "outside";
  const auto clause = [&](long some, const std::string& where) {
    if (some == all) return (all == 1 ? ", " : ", all ") + where + " control limits";
    return ", " + in_words(some) + " " + where + (some == 1 ? " its limits" : " their limits");
  };
  if (outside > 0) return clause(outside, word);
  if (count(Limits::near) > 0) return clause(count(Limits::near), "near");
  return clause(all, "within");
}

constexpr std::array<std::string_view, 14> kCountable{
    "incidents",  "offences", "crimes", "calls",      "callers", "victims", "casualties",
    "burglaries", "breaks",   "thefts", "complaints", "reports", "cases",   "collisions"};

std::string last_word(const std::string& text) {
  const size_t space = text.rfind(' ');
  return space == std::string::npos ? text : text.substr(space + 1);
}

}  // namespace

std::optional<bool> went(WrongWay way, const model::Area& area) {
  const auto amount = area.change ? area.change : area.percent;
  if (!amount) return std::nullopt;
  return way == WrongWay::rose ? *amount > 0 : *amount < 0;
}

std::string in_words(long count) {
  constexpr std::array<const char*, 13> kWords{"none", "one",    "two",   "three", "four",
                                               "five", "six",    "seven", "eight", "nine",
                                               "ten",  "eleven", "twelve"};
  if (count >= 0 && count < static_cast<long>(kWords.size()))
    return kWords[static_cast<size_t>(count)];
  return format_number(static_cast<double>(count));
}

std::string areas_message(WrongWay way, const std::vector<Exceptions::Area>& exceptions,
                          std::optional<int> total) {
  const auto count = static_cast<long>(exceptions.size());
  std::string text = capitalised(in_words(count));
  const bool one = total ? *total == 1 : count == 1;
  if (total) text += " of " + in_words(*total);
  text += (one ? " area " : " areas ") + verb(way);
  return text + limits_clause(exceptions);
}

std::string others_message(WrongWay way, long others) {
  if (others <= 0) return "";
  const std::string not_so = way == WrongWay::rose ? " did not rise" : " did not fall";
  return others == 1 ? "The other area" + not_so
                     : "The other " + in_words(others) + " areas" + not_so;
}

std::string limits_words(Limits limits) {
  switch (limits) {
    case Limits::unknown:
      break;
    case Limits::within:
      return "Within limits";
    case Limits::near:
      return "Near limit";
    case Limits::above:
      return "Above limits";
    case Limits::below:
      return "Below limits";
  }
  return "";
}

std::string counted_by(const model::Kpi& kpi) {
  if (kpi.quantity.unit != model::Unit::count) return "";
  std::string title = kpi.short_title.empty() ? kpi.title : kpi.short_title;
  for (const std::string_view prefix : {"Total ", "All ", "Recorded "}) {
    if (title.starts_with(prefix)) title.erase(0, prefix.size());
  }
  if (title.empty()) return "";
  // An abbreviation keeps its capitals.
  const bool abbreviation = title.size() > 1 && std::isupper(static_cast<unsigned char>(title[1]));
  if (!abbreviation)
    title[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(title[0])));
  const std::string word = last_word(title);
  if (word == "crime") return title + "s";
  return std::find(kCountable.begin(), kCountable.end(), word) != kCountable.end() ? title : "";
}

}  // namespace present
