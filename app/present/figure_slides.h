// Large figures: against their target on a bar, and places among others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"

namespace present {

struct Response {
  TileAge age;

  bool operator==(const Response&) const = default;
};

struct Ranks {
  TileAge age;

  bool operator==(const Ranks&) const = default;
};

}  // namespace present
