// What the slides of every kind are made of: ratings, ages, figures, cells.
#pragma once

#include <optional>
#include <string>

#include "model/board.h"

namespace present {

// How a rating moved since the period before. `unknown`: there was none, nothing is drawn.
enum class Move { unknown, improved, worsened, same };

struct RatingPair {
  model::Rating now = model::Rating::none;
  model::Rating before = model::Rating::none;  // drawn only if move is not unknown
  Move move = Move::unknown;

  bool operator==(const RatingPair&) const = default;
};

// Red and amber, and their neighbours, ask for attention; green, complete and none do not.
bool needs_attention(model::Rating rating);

// Stands for a figure that its feed does not give.
inline constexpr std::string_view kUnknown = "Unknown";

// How a tile stands in time. Drawn by the tile itself.
struct TileAge {
  enum class State { fresh, late, waiting };

  State state = State::fresh;
  std::string as_at;   // late: "As at 31 March 2023"; waiting: "No data yet" or "Unknown"
  std::string detail;  // late: "6 weeks late, next try 14:47"; waiting: "Awaiting the contact feed"

  bool operator==(const TileAge&) const = default;
};

// A figure in the two sizes it is set in: "86.9" and "%", "13.1" and "min", "£594k" and nothing.
struct Figure {
  std::string number;
  std::string unit;
  bool is_text = false;  // "TBC": a text stands where a number would

  bool operator==(const Figure&) const = default;
};

// What stands in a table's cell: an arrow, a text, or both; empty is nothing.
struct Cell {
  std::optional<model::Direction> arrow;
  std::string text;

  bool operator==(const Cell&) const = default;
};

}  // namespace present
