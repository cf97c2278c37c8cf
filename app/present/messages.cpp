#include "present/messages.h"

#include <algorithm>
#include <cctype>

#include "analysis/rating.h"
#include "present/numbers.h"

namespace present {
namespace {

using model::Rating;

std::string number(long count) {
  return count == 0 ? "none" : format_number(static_cast<double>(count));
}

}  // namespace

std::string rating_word(Rating rating) {
  switch (rating) {
    case Rating::none:
      return "not rated";
    case Rating::red:
      return "red";
    case Rating::amber_red:
      return "amber/red";
    case Rating::amber:
      return "amber";
    case Rating::amber_green:
      return "amber/green";
    case Rating::green:
      return "green";
    case Rating::complete:
      return "complete";
  }
  return "";
}

std::string count_ratings(const std::vector<Rating>& ratings, const std::string& noun) {
  const auto count_of = [&](Rating rating) {
    return std::count(ratings.begin(), ratings.end(), rating);
  };
  if (static_cast<size_t>(count_of(Rating::none)) == ratings.size()) return "";
  std::string text;
  const auto& scale = analysis::all_ratings();
  for (auto rating = scale.rbegin(); rating != scale.rend(); ++rating) {
    const auto count = count_of(*rating);
    if (count == 0 && *rating != Rating::red) continue;
    if (text.empty()) {
      text = number(count) + " " + noun + (count == 1 ? " " : "s ") + rating_word(*rating);
    } else {
      text += ", " + number(count) + " " + rating_word(*rating);
    }
  }
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string count_met(const std::vector<Rating>& ratings) {
  const auto rated = std::count_if(ratings.begin(), ratings.end(),
                                   [](Rating rating) { return rating != Rating::none; });
  if (rated == 0) return "";
  const auto met = std::count_if(ratings.begin(), ratings.end(), [](Rating rating) {
    return rating == Rating::green || rating == Rating::complete;
  });
  const std::string all = format_number(static_cast<double>(rated));
  if (rated == 1)
    return met ? "The one rated figure meets its target" : "The one rated figure misses its target";
  if (met == rated) return "All " + all + " meet their target";
  std::string text = (met ? format_number(static_cast<double>(met)) : "None") + " of " + all;
  return text + (met <= 1 ? " meets its target" : " meet their target");
}

}  // namespace present
