// Large figures: against their target on a bar, and places among others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/first_slides.h"
#include "present/parts.h"

namespace present {

// Stephen Few's bullet graph: a bar from zero to the value over bands of one hue, a line across at
// the target, a thin mark at the figure before. Everything lies on the axis.
struct Bullet {
  struct Band {
    double from = 0;
    double to = 0;
    model::Rating rating = model::Rating::none;  // what a value inside it is rated

    bool operator==(const Band&) const = default;
  };

  double value = 0;
  std::optional<double> before;
  std::optional<double> target;
  std::vector<Band> bands;  // from one end of the axis to the other; none without target
  Axis axis;                // from zero; its two ticks are its ends

  bool operator==(const Bullet&) const = default;
};

struct Response {
  struct Tile {
    KpiCard card;
    std::string when;      // its period where it is not the slide's; may be empty
    std::string compared;  // "on last year": what the change is from; may be empty
    std::optional<Bullet> bullet;

    bool operator==(const Tile&) const = default;
  };

  std::vector<Tile> tiles;

  bool operator==(const Response&) const = default;
};

struct Ranks {
  // The places from 1 to `places`, 1 is best.
  struct Ladder {
    int places = 0;
    std::optional<int> own;
    std::optional<int> before;
    std::optional<int> target;  // met by this place and better; at most `places`
    std::string best;           // "1st"
    std::string last;           // "8th"

    bool operator==(const Ladder&) const = default;
  };

  struct Card {
    model::Id id;
    std::string title;
    std::string place;  // "3rd", or "Place not reported"
    bool place_known = false;
    std::string among;             // "of 8 in the most similar group", "nationally"; may be empty
    std::optional<Ladder> ladder;  // none: unknown among how many, or among too many to show
    std::string target;            // "Target ≥ 3rd", "No target"
    std::string met_by;            // "met by 1st to 3rd"; may be empty
    model::Rating rating = model::Rating::none;
    std::string rating_words;  // "On target"
    KpiCard::Change move;      // of the place, up is better: "up 2 places"; may be empty
    std::string value;         // the figure that is ranked: "84.0%"; may be empty
    std::string detail;        // of that figure: "2.7 points up on 2012/13"; may be empty
    TileAge age;

    bool operator==(const Card&) const = default;
  };

  std::vector<Card> cards;

  bool operator==(const Ranks&) const = default;
};

}  // namespace present
