// Several series in one chart.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"

namespace present {

struct Chart {
  TileAge age;

  bool operator==(const Chart&) const = default;
};

}  // namespace present
