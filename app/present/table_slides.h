// Slides of rows: KPIs against target and comparator, commitments, a grid of ratings.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"
#include "present/process_icons.h"

namespace present {

// Only columns that have something to say are there.
struct KpiTable {
  enum class Kind { period, target, before, now, change, share };  // share: per cent or points

  struct Column {
    Kind kind = Kind::now;
    std::string head;

    bool operator==(const Column&) const = default;
  };

  struct Row {
    model::Id id;
    std::string title;
    bool is_child = false;           // of the nearest row above it that is none
    std::vector<Cell> cells;         // one for each column
    std::string word;                // "better", "worse" or empty
    std::vector<std::size_t> notes;  // indices; in order
    model::Rating rating = model::Rating::none;
    bool has_target = false;  // one that is not rated shows so; a row without target needs no mark
    bool rated_by_rule = false;  // else the rating is the feed's
    ProcessIcons icons;          // of its series; none unless the slide is to show them
    TileAge age;

    bool operator==(const Row&) const = default;
  };

  // Stands on each page with a row that refers to it.
  struct Note {
    std::string mark;  // "1", raised behind the title; "[p]", printed behind the figure
    std::string text;
    bool is_flag = false;

    bool operator==(const Note&) const = default;
  };

  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Note> notes;
  bool rated = false;  // some row has a rating
  TileAge age;         // late if all rows are late together; else each row says its own

  bool operator==(const KpiTable&) const = default;
};

struct Commitments {
  struct Row {
    std::string number;  // "068"; may be empty
    std::string title;
    RatingPair rag;    // complete if done
    std::string word;  // "On track"

    bool operator==(const Row&) const = default;
  };

  // Of one priority. A single group has no head.
  struct Group {
    std::string badge;
    std::string title;
    std::vector<Row> rows;

    bool operator==(const Group&) const = default;
  };

  std::vector<Group> groups;
  std::string before_label;  // "Q1"
  std::string now_label;     // "Q2"
  TileAge age;

  bool operator==(const Commitments&) const = default;
};

// What two dimensions of a board have in common.
struct RagGrid {
  struct Cell {
    enum class Is { empty, before, now, count, member };

    Is is = Is::empty;
    RatingPair rag;     // before: its earlier half alone
    int count = 0;      // count: how many have this rating
    std::string label;  // member: whose rating it is

    bool operator==(const Cell&) const = default;
  };

  struct Head {
    std::string badge;  // number of a priority; may be empty
    std::string title;

    bool operator==(const Head&) const = default;
  };

  struct Row {
    Head head;
    std::vector<Cell> cells;                     // one for each column
    model::Rating rating = model::Rating::none;  // of the thing itself: its row may stand out

    bool operator==(const Row&) const = default;
  };

  // Rows that belong together; a single group without a title has no head.
  struct Group {
    Head head;
    std::vector<Row> rows;

    bool operator==(const Group&) const = default;
  };

  std::string corner;         // what the rows are: "Theme"
  std::vector<Head> columns;  // titles are empty where cells name their members
  std::vector<Group> groups;
  TileAge age;

  bool operator==(const RagGrid&) const = default;
};

}  // namespace present
