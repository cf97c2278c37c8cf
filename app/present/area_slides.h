// Areas that are exceptions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"

namespace present {

struct Exceptions {
  TileAge age;

  bool operator==(const Exceptions&) const = default;
};

}  // namespace present
