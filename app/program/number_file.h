// A file of numbers that somebody wants judged, without a feed around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/board.h"

namespace program {

struct NumberFile {
  model::Series series;   // every: the widest interval that all dates keep to
  bool has_dates = true;  // else its points are months one after another, to be named by number

  bool operator==(const NumberFile&) const = default;
};

// CSV: a row for each point, "2023-04,12.5", the value empty where it is missing; a first row
// without a date is a header. JSON: a list of numbers, or of [date, number] pairs; null is missing.
// Dates as keys of a series in a feed, in order, each once. Else a line for each fault, with its
// place.
base::Result<NumberFile, std::vector<std::string>> parse_csv(std::string_view text);
base::Result<NumberFile, std::vector<std::string>> parse_number_json(std::string_view text);

}  // namespace program
