// Slides as JSON. Private to this room: only .cpp files include it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "present/slides.h"

namespace program {

const char* name_of(model::Rating rating);  // "green"; "none" for not rated
nlohmann::ordered_json to_json(const std::optional<model::Direction>& direction);
nlohmann::ordered_json to_json(const present::KpiCard::Change& change);
nlohmann::ordered_json to_json(const present::TileAge& age);
nlohmann::ordered_json to_json(const present::Slide& slide);

}  // namespace program
