#include "feed/decode_values.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace feed {
namespace {

using model::Direction;
using model::Flag;
using model::Good;
using model::Rating;
using model::Unit;

constexpr Word<Rating> kRatings[] = {
    {"red", Rating::red},
    {"amber/red", Rating::amber_red},
    {"amber", Rating::amber},
    {"amber/green", Rating::amber_green},
    {"green", Rating::green},
    {"blue", Rating::complete},
    {"grey", Rating::none},
    {"complete", Rating::complete, false},
    {"none", Rating::none, false},
    {"r", Rating::red, false},
    {"a", Rating::amber, false},
    {"g", Rating::green, false},
    {"red/amber", Rating::amber_red, false},
    {"green/amber", Rating::amber_green, false},
};

// "none" says that no direction is given, which is not the same as level.
constexpr Word<std::optional<Direction>> kDirections[] = {
    {"up", Direction::up},
    {"down", Direction::down},
    {"level", Direction::level},
    {"none", std::nullopt},
};

constexpr Word<Good> kGoods[] = {
    {"up", Good::up},
    {"down", Good::down},
    {"neither", Good::neither},
};

constexpr Word<Unit> kUnits[] = {
    {"count", Unit::count},
    {"percent", Unit::percent},
    {"points", Unit::points},
    {"gbp", Unit::pounds},
    {"gbp-thousands", Unit::pounds_thousands},
    {"gbp-millions", Unit::pounds_millions},
    {"seconds", Unit::seconds},
    {"minutes", Unit::minutes},
    {"hours", Unit::hours},
    {"days", Unit::days},
    {"per-1000", Unit::per_1000},
    {"per-100000", Unit::per_100000},
    {"rank", Unit::rank},
    {"ratio", Unit::ratio},
};

constexpr Word<Flag> kFlags[] = {
    {"p", Flag::provisional},     {"r", Flag::revised},        {"e", Flag::estimated},
    {"b", Flag::break_in_series}, {"c", Flag::confidential},   {"low", Flag::low},
    {"x", Flag::not_available},   {"z", Flag::not_applicable}, {"ghost", Flag::ghost},
};

}  // namespace

std::optional<Rating> read_rating(Fields& fields, std::string_view key) {
  return fields.word(key, kRatings);
}

model::NowBefore<Rating> read_rag(Fields& fields) {
  model::NowBefore<Rating> rag;
  if (const auto node = fields.find("rag")) {
    Fields parts(*node);
    rag.now = parts.word("now", kRatings);
    rag.before = parts.word("before", kRatings);
    parts.finish();
  }
  return rag;
}

model::NowBefore<Direction> read_direction(Fields& fields) {
  model::NowBefore<Direction> direction;
  if (const auto node = fields.find("direction")) {
    Fields parts(*node);
    direction.now = parts.word("now", kDirections).value_or(std::nullopt);
    direction.before = parts.word("before", kDirections).value_or(std::nullopt);
    parts.finish();
  }
  return direction;
}

std::optional<Good> read_good(Fields& fields) {
  return fields.word("good", kGoods);
}

Unit read_unit(Fields& fields, Unit if_not_given) {
  return fields.word("unit", kUnits).value_or(if_not_given);
}

std::optional<int> read_decimals(Fields& fields) {
  constexpr int kMostDecimals = 6;
  return fields.whole("decimals", 0, kMostDecimals);
}

model::Period read_period(Fields& fields, std::string_view key) {
  model::Period period;
  const auto node = fields.find(key);
  if (!node) return period;
  if (node->value().is_string()) {
    period.label = node->text().value_or("");
  } else if (node->value().is_object()) {
    Fields parts(*node);
    period.label = parts.text("label");
    period.from = parts.date("from");
    period.to = parts.date("to");
    parts.finish();
  } else {
    node->wrong(R"(a text or an object with "label", "from" and "to")");
  }
  return period;
}

model::Value read_value(const Node& node) {
  if (node.value().is_null()) return {};
  if (node.value().is_number()) {
    const auto number = node.number();
    return number ? model::Value(*number) : model::Value();
  }
  if (node.value().is_string()) {
    std::string text = node.text().value_or("");
    return text.empty() ? model::Value() : model::Value(std::move(text));
  }
  node.wrong("a number, a text or null");
  return {};
}

std::vector<Flag> read_flags(const Node& list, size_t first) {
  std::vector<Flag> flags;
  for (size_t i = first; i < list.value().size() && i < first + std::size(kFlags); ++i) {
    const auto flag = Node(list.value()[i], list, i).word(kFlags);
    if (flag && std::find(flags.begin(), flags.end(), *flag) == flags.end()) flags.push_back(*flag);
  }
  return flags;
}

model::Quantity read_quantity(Fields& fields, Unit if_no_unit, bool if_not_signed) {
  model::Quantity quantity;
  if (const auto node = fields.find("value")) quantity.value = read_value(*node);
  const auto unit_node = fields.find("unit");
  const auto unit = fields.word("unit", kUnits);
  quantity.unit = unit.value_or(if_no_unit);
  if (unit_node && !unit && std::holds_alternative<double>(quantity.value)) quantity.value = {};
  quantity.decimals = read_decimals(fields);
  quantity.is_signed = fields.find("signed") ? fields.truth("signed") : if_not_signed;
  return quantity;
}

}  // namespace feed
