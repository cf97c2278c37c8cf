// What every slide says, as texts, marks and numbers ready to be drawn. No geometry: what fits, and
// on how many pages, only the room that knows the fonts can tell.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/board.h"
#include "present/area_slides.h"
#include "present/chart_slides.h"
#include "present/control_slides.h"
#include "present/figure_slides.h"
#include "present/finance_slides.h"
#include "present/first_slides.h"
#include "present/meeting_slides.h"
#include "present/parts.h"
#include "present/table_slides.h"
#include "present/text_slides.h"

namespace present {

using Content = std::variant<Overview, Kpis, PriorityPage, Trend, ThemePage, Headlines, Spotlight,
                             KpiTable, Commitments, RagGrid, Exceptions, Finance, Response, Chart,
                             Ranks, ForwardPlan, ControlChart, ControlCharts, Waiting>;

// What must be read, for the dwell by reading time.
struct ReadingLoad {
  int words = 0;
  int numbers = 0;
  int charts = 0;
  int rag_cells = 0;

  bool operator==(const ReadingLoad&) const = default;
};

struct Slide {
  model::Id id;
  std::string badge;  // number of the priority, before the title; may be empty
  std::string title;
  std::string subtitle;  // may be empty
  std::string period;    // in the header
  std::string marking;   // in capitals; may be empty
  bool marking_in_header = false;
  std::vector<std::string> footer;  // parts of the age line; what is dropped first stands last
  std::optional<std::chrono::seconds> dwell;  // none: by reading time of what is on the page
  ReadingLoad load;                           // of all pages together
  Content content;

  bool operator==(const Slide&) const = default;
};

struct Skipped {
  model::Id id;
  std::string reason;

  bool operator==(const Skipped&) const = default;
};

// Everything that the screen would say at one moment. Never without a slide: with nothing to show
// there is one that says what is awaited.
struct Plan {
  std::string board_name;
  std::string clock;  // "14:32"; "Clock not set" while the time is not believable
  std::vector<Slide> slides;
  std::vector<Skipped> skipped;
  std::optional<NoticeTaken> notice;  // takes over the screen, or a part of it
  std::vector<model::Line> contacts;  // stand on every slide of a public screen
  // When a tile becomes late by itself, or a notice begins or ends; a new plan is due then, however
  // soon before the minute turns.
  std::optional<model::Timestamp> next_change;

  bool operator==(const Plan&) const = default;
};

}  // namespace present
