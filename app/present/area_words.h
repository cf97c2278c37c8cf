// What is said of areas by rule: how many went the wrong way, and how that stands to their limits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/area_slides.h"

namespace present {

// Which way is wrong for the figure: up, unless up is good.
enum class WrongWay { rose, fell };

// How an area moved; none where the feed gives neither change nor per cent.
std::optional<bool> went(WrongWay way, const model::Area& area);

// "eleven"; digits above twelve.
std::string in_words(long count);

// "Three of eleven areas rose, all within control limits". `total`: of areas there are, where it is
// known. Nothing is said of limits while those of one area are unknown.
std::string areas_message(WrongWay way, const std::vector<Exceptions::Area>& exceptions,
                          std::optional<int> total);

// "The other eight areas did not rise"; empty for none.
std::string others_message(WrongWay way, long others);

std::string limits_words(model::Area::Limits limits);

// What a count of this KPI counts, as it follows "95 more": "crimes". Only where the title makes a
// true phrase: it ends in a word of the list of countable things.
std::string counted_by(const model::Kpi& kpi);

}  // namespace present
