// What comes and what interrupts: the forward plan of meetings, and notices.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"

namespace present {

// A matter that a meeting is to deal with.
struct AgendaLine {
  std::string badge;  // number of the priority that it belongs to; empty: a dot stands there
  std::string title;
  std::string note;        // "confirmed, Chief Constable"; may be empty
  bool is_absent = false;  // nothing is known yet, and the title says so

  bool operator==(const AgendaLine&) const = default;
};

struct MeetingCard {
  // Held: before today. Without a clock nobody can tell: all are planned.
  enum class State { held, next, planned, undated };

  State state = State::planned;
  std::string day;    // "14"; empty without a date
  std::string month;  // "December 2023"; without a date "Date to be set"
  std::string when;   // "in 11 weeks", "tomorrow", "held 3 weeks ago"; may be empty
  std::string title;  // "after Quarter 4"; empty where the slide's subtitle says it for all
  std::vector<AgendaLine> items;  // never empty

  bool operator==(const MeetingCard&) const = default;
};

struct ForwardPlan {
  std::vector<MeetingCard> meetings;  // in order of date, those without one last
  // What a number before an item means, with one of the numbers: "5" and "item of priority 5";
  // empty where no item has one.
  std::string badge;
  std::string badge_words;
  TileAge age;

  bool operator==(const ForwardPlan&) const = default;
};

// A notice as it stands on the glass, over whatever slide is there.
struct NoticeTaken {
  model::Id id;
  model::Id feed;
  model::Notice::Level level = model::Notice::Level::information;
  model::Notice::Style style = model::Notice::Style::banner;
  std::string text;
  std::string detail;
  // Of a full one on a public screen also the contacts: they are never covered.
  std::vector<model::Line> lines;
  std::string until;    // "Shown until 15:10"
  std::string sent;     // "sent 14:20 by Facilities"; may be empty
  std::string marking;  // in capitals; stands on the notice where no footer says the same

  bool operator==(const NoticeTaken&) const = default;
};

}  // namespace present
