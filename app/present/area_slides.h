// Areas that are exceptions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"

namespace present {

struct Exceptions {
  using Limits = model::Area::Limits;

  // The last intervals of an area between its control limits, as the feed states them.
  struct Months {
    struct Point {
      std::string label;  // "A" for April
      std::optional<double> value;
      bool stands_out = false;  // the one because of which the area is near or outside

      bool operator==(const Point&) const = default;
    };
    std::vector<Point> points;  // six at most
    double upper = 0;
    double lower = 0;
    std::optional<double> mean;

    bool operator==(const Months&) const = default;
  };

  struct Area {
    std::string title;
    std::string note;
    std::string percent;  // "+12.3%"; empty: not known
    std::string change;   // "95 more"; empty: not known
    std::string counted;  // "crimes", after the change; empty where no true phrase comes out
    Limits limits = Limits::unknown;
    std::string limits_words;  // "Near control limit"; empty: not known
    model::Rating rating = model::Rating::none;
    std::optional<Months> months;
    bool went_down = false;  // so that it is the lower limit that it may be near

    bool operator==(const Area&) const = default;
  };

  std::vector<Area> exceptions;  // those that went the wrong way, by the largest per cent
  std::vector<Area> others;      // the same of all the rest that the feed names
  std::string others_line;       // "The other eight areas did not rise"; may be empty
  std::string areas;             // "Neighbourhood sections": head over the names
  TileAge age;

  bool operator==(const Exceptions&) const = default;
};

}  // namespace present
