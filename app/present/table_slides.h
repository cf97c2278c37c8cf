// Slides of rows: KPIs against target and comparator, commitments, a grid of ratings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"

namespace present {

struct KpiTable {
  TileAge age;

  bool operator==(const KpiTable&) const = default;
};

struct Commitments {
  TileAge age;

  bool operator==(const Commitments&) const = default;
};

struct RagGrid {
  TileAge age;

  bool operator==(const RagGrid&) const = default;
};

}  // namespace present
