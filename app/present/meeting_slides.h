// What comes and what interrupts: the forward plan of meetings, and notices.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"

namespace present {

struct ForwardPlan {
  TileAge age;

  bool operator==(const ForwardPlan&) const = default;
};

// A notice as it stands on the glass, over whatever slide is there.
struct NoticeTaken {
  model::Id id;
  model::Notice::Level level = model::Notice::Level::information;
  model::Notice::Style style = model::Notice::Style::banner;
  std::string text;
  std::string detail;
  std::vector<model::Line> lines;
  std::string until;    // "Shown until 15:10"
  std::string sent;     // "sent 14:20 by Facilities"; may be empty
  std::string marking;  // in capitals; stands on a full screen, which has no footer

  bool operator==(const NoticeTaken&) const = default;
};

}  // namespace present
