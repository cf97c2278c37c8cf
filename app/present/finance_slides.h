// Tables of money: lines and variances, shares of a whole, reserves from opening to closing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/board.h"
#include "present/parts.h"

namespace present {

struct Finance {
  enum class Form { rows, variance, shares, movement };
  // What a variance does to the budget; never derived from its sign alone.
  enum class Effect { none, favourable, adverse };
  using Weight = model::Row::Weight;

  struct Column {
    std::string title;
    std::string group;    // stands above neighbours of the same group
    bool strong = false;  // what the sheet is about: set in the heavier weight
    int dropped = 0;      // where there is no room: 1 goes first, 0 never goes

    bool operator==(const Column&) const = default;
  };
  struct Row {
    std::string title;
    std::string ref;  // of a note: "R1"
    Weight weight = Weight::line;
    std::vector<std::string> cells;  // one for each column; empty: the feed has none
    // For the bars, in the table's unit; only those of the sheet's form.
    std::optional<double> variance;
    Effect effect = Effect::none;
    std::optional<double> opening;
    std::optional<double> closing;

    bool operator==(const Row&) const = default;
  };
  struct Sheet {
    std::vector<Column> columns;
    std::vector<Row> rows;

    bool operator==(const Sheet&) const = default;
  };

  // A part of the stacked bar, the largest first; what is not told apart comes last.
  struct Share {
    enum class Kind { line, merged, not_shown };

    std::string title;
    std::string detail;  // of merged lines: which
    std::string amount;
    std::string percent;
    double share = 0;  // of the whole bar, above 0, at most 1
    Kind kind = Kind::line;

    bool operator==(const Share&) const = default;
  };

  struct Note {
    std::string ref;
    std::string text;

    bool operator==(const Note&) const = default;
  };
  struct Callout {
    model::Rating rating = model::Rating::none;
    std::string text;
    std::string detail;  // goes on after the text

    bool operator==(const Callout&) const = default;
  };

  Form form = Form::rows;
  std::vector<Sheet> sheets;  // of all forms but shares; several where there are several variances
  // Heads over the bars of a variance: left of zero and right of it. The one in brackets is the one
  // whose amounts stand in brackets.
  std::string below_zero;
  std::string below_zero_brief;  // the same where there is little room
  std::string above_zero;
  // Of the form movement: what the paler and the stronger bar of each pair are.
  std::string opening;
  std::string closing;
  std::vector<Share> shares;
  std::string whole;         // what the shares add up to: "Total"
  std::string whole_amount;  // "19,711"
  double whole_value = 0;    // the same, in the table's unit
  std::string remark;        // below the rows; may be empty
  std::vector<Note> notes;
  std::optional<Callout> callout;
  TileAge age;

  bool operator==(const Finance&) const = default;
};

}  // namespace present
