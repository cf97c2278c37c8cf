// Titles that say something, made by rule where the feed gives none: counts, never a guess at
// causes.
#pragma once

#include <string>
#include <vector>

#include "model/board.h"

namespace present {

std::string rating_word(model::Rating rating);  // "green", "amber/green", "not rated"

// "15 themes green, 13 amber, none red"; `noun` is the singular. Ratings that nobody gave are left
// out, but for red: that there is none is worth saying. Empty without any rating.
std::string count_ratings(const std::vector<model::Rating>& ratings, const std::string& noun);

// "4 of 6 meet their target"; empty if none of them is rated.
std::string count_met(const std::vector<model::Rating>& ratings);

}  // namespace present
