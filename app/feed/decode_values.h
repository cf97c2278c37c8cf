// The small parts that many things of a board have in common. Private to the .cpp files of
// app/feed, like json_reader.h. A part that is wrong is complained about and left empty.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "feed/json_reader.h"
#include "model/board.h"

namespace feed {

model::NowBefore<model::Rating> read_rag(Fields& fields);
std::optional<model::Rating> read_rating(Fields& fields, std::string_view key);
model::NowBefore<model::Direction> read_direction(Fields& fields);
std::optional<model::Good> read_good(Fields& fields);
model::Unit read_unit(Fields& fields, model::Unit if_not_given);
std::optional<int> read_decimals(Fields& fields);

// {"label", "from", "to"}, or a text, which is the label.
model::Period read_period(Fields& fields, std::string_view key);

// A number, a text or null; an empty text is nothing.
model::Value read_value(const Node& node);

// The flags of a list, from element `first` on.
std::vector<model::Flag> read_flags(const Node& list, size_t first);

// The members "value", "unit", "decimals" and "signed" of an object that may have others. A number
// whose unit is wrong is nothing: nobody could say what it means.
model::Quantity read_quantity(Fields& fields, model::Unit if_no_unit, bool if_not_signed = false);

}  // namespace feed
