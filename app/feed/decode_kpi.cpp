#include <optional>
#include <string>
#include <utility>

#include "feed/decode_parts.h"
#include "feed/decode_values.h"

namespace feed {
namespace {

using model::Kpi;
using model::Target;
using model::Unit;

constexpr Word<Kpi::Role> kRoles[] = {
    {"measure", Kpi::Role::measure},
    {"indicator", Kpi::Role::indicator},
    {"figure", Kpi::Role::figure},
};

constexpr Word<Target::Is> kTargets[] = {
    {">=", Target::Is::at_least},       {"<=", Target::Is::at_most},
    {">", Target::Is::above},           {"<", Target::Is::below},
    {"=", Target::Is::equal},           {"up", Target::Is::up},
    {"down", Target::Is::down},         {"level", Target::Is::level},
    {"≥", Target::Is::at_least, false}, {"≤", Target::Is::at_most, false},
};

constexpr Word<model::Area::Limits> kLimits[] = {
    {"within", model::Area::Limits::within},
    {"near", model::Area::Limits::near},
    {"above", model::Area::Limits::above},
    {"below", model::Area::Limits::below},
};

bool compares(Target::Is is) {
  return is == Target::Is::at_least || is == Target::Is::at_most || is == Target::Is::above ||
         is == Target::Is::below || is == Target::Is::equal;
}

std::optional<Target> read_target(Fields& kpi) {
  const auto node = kpi.find("target");
  if (!node) return std::nullopt;
  Target target;
  if (node->value().is_string()) {
    target.is = Target::Is::text;
    target.text = node->text().value_or("");
    return target.text.empty() ? std::nullopt : std::optional(target);
  }
  if (!node->value().is_object()) {
    node->wrong(R"(a text or an object such as {"is": ">=", "value": 90})");
    return std::nullopt;
  }
  Fields fields(*node);
  const auto is = fields.word("is", kTargets);
  fields.require(is.has_value(), "is", "one of >=, <=, >, <, =, up, down, level");
  target.is = is.value_or(target.is);
  const auto value = fields.number("value");
  if (is && compares(*is)) fields.require(value.has_value(), "value", "a number");
  target.value = value.value_or(0);
  target.decimals = read_decimals(fields);
  return fields.finish() ? std::optional(target) : std::nullopt;
}

// A label without a value still says what the change is on: "last year".
std::optional<model::Comparator> read_previous(Fields& kpi, Unit unit, bool is_signed) {
  const auto node = kpi.find("previous");
  if (!node) return std::nullopt;
  Fields fields(*node);
  model::Comparator previous;
  previous.quantity = read_quantity(fields, unit, is_signed);
  previous.label = fields.text("label");
  const bool is_empty =
      std::holds_alternative<std::monostate>(previous.quantity.value) && previous.label.empty();
  return fields.finish() && !is_empty ? std::optional(previous) : std::nullopt;
}

std::optional<model::Quantity> read_part(Fields& kpi, std::string_view key, Unit if_no_unit,
                                         bool if_not_signed) {
  const auto node = kpi.find(key);
  if (!node) return std::nullopt;
  Fields fields(*node);
  const model::Quantity quantity = read_quantity(fields, if_no_unit, if_not_signed);
  const bool is_whole = fields.finish();
  if (!is_whole || std::holds_alternative<std::monostate>(quantity.value)) return std::nullopt;
  return quantity;
}

std::optional<model::Rank> read_rank(Fields& kpi) {
  constexpr int kMost = 9999;
  const auto node = kpi.find("rank");
  if (!node) return std::nullopt;
  Fields fields(*node);
  model::Rank rank;
  rank.place = fields.whole("place", 1, kMost);
  rank.before = fields.whole("before", 1, kMost);
  rank.of = fields.whole("of", 1, kMost);
  rank.group = fields.text("group");
  rank.target = fields.whole("target", 1, kMost);
  return fields.finish() ? std::optional(rank) : std::nullopt;
}

std::optional<Kpi> read_kpi(const Node& node, UniqueIds& ids) {
  Fields fields(node);
  Kpi kpi;
  kpi.id = fields.required_text("id");
  kpi.title = fields.required_text("title");
  kpi.priority = fields.text("priority");
  kpi.theme = fields.text("theme");
  kpi.short_title = fields.text("short");
  kpi.role = fields.word("role", kRoles).value_or(Kpi::Role::figure);
  kpi.quantity = read_quantity(fields, Unit::count);
  const Unit unit = kpi.quantity.unit;
  const bool is_signed = kpi.quantity.is_signed;
  kpi.also = read_part(fields, "also", Unit::count, is_signed);
  kpi.good = read_good(fields);
  kpi.target = read_target(fields);
  kpi.previous = read_previous(fields, unit, is_signed);
  // A percentage changes by percentage points unless the feed says otherwise.
  const Unit unit_of_change = unit == Unit::percent ? Unit::points : unit;
  kpi.change = read_part(fields, "change", unit_of_change, true);
  kpi.rank = read_rank(fields);
  kpi.period = read_period(fields, "period");
  kpi.baseline = fields.name("baseline");
  kpi.rag = read_rag(fields);
  kpi.direction = read_direction(fields);
  kpi.parent = fields.text("parent");
  kpi.series = fields.text("series");
  if (const auto flags = fields.find("flags")) {
    if (flags->value().is_array()) {
      kpi.flags = read_flags(*flags, 0);
    } else {
      flags->wrong("a list");
    }
  }
  kpi.note = fields.text("note");
  kpi.source = fields.text("source");
  kpi.marking = fields.text("marking");
  if (!fields.finish() || !ids.add(node, kpi.id)) return std::nullopt;
  return kpi;
}

std::optional<model::Area> read_area(const Node& node) {
  Fields fields(node);
  model::Area area;
  area.title = fields.required_text("title");
  area.kpi = fields.text("kpi");
  area.change = fields.number("change");
  area.percent = fields.number("percent");
  area.limits = fields.word("limits", kLimits).value_or(model::Area::Limits::unknown);
  area.rag = read_rag(fields);
  area.series = fields.text("series");
  area.lower = fields.number("lower");
  area.mean = fields.number("mean");
  area.upper = fields.number("upper");
  area.note = fields.text("note");
  return fields.finish() ? std::optional(area) : std::nullopt;
}

std::optional<model::AreaGroup> read_area_group(const Node& node) {
  constexpr int kMostAreas = 9999;
  Fields fields(node);
  model::AreaGroup group;
  group.kpi = fields.text("kpi");
  group.title = fields.text("title");
  group.total = fields.whole("total", 0, kMostAreas);
  group.message = fields.text("message");
  group.detail = fields.text("detail");
  return fields.finish() ? std::optional(group) : std::nullopt;
}

}  // namespace

std::vector<Kpi> read_kpis(Fields& fields) {
  UniqueIds ids;
  return fields.list<Kpi>("kpis", fields.node().findings().limits().kpis,
                          [&](const Node& node) { return read_kpi(node, ids); });
}

std::vector<model::AreaGroup> read_area_groups(Fields& fields) {
  return fields.list<model::AreaGroup>("area_groups", fields.node().findings().limits().items,
                                       read_area_group);
}

std::vector<model::Area> read_areas(Fields& fields) {
  return fields.list<model::Area>("areas", fields.node().findings().limits().items, read_area);
}

}  // namespace feed
