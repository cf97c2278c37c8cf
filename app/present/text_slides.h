// Slides of words: a theme with its lists, headlines, a spotlight.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"

namespace present {

struct ThemePage {
  TileAge age;

  bool operator==(const ThemePage&) const = default;
};

struct Headlines {
  TileAge age;

  bool operator==(const Headlines&) const = default;
};

struct Spotlight {
  TileAge age;

  bool operator==(const Spotlight&) const = default;
};

}  // namespace present
