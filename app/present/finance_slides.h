// Tables of money: lines and variances, shares of a whole, reserves from opening to closing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"

namespace present {

struct Finance {
  TileAge age;

  bool operator==(const Finance&) const = default;
};

}  // namespace present
