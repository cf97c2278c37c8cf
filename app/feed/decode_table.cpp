#include <optional>
#include <string>
#include <utility>

#include "feed/decode_parts.h"
#include "feed/decode_values.h"

namespace feed {
namespace {

using model::Column;
using model::Row;
using model::Table;

constexpr Word<Column::Kind> kKinds[] = {
    {"other", Column::Kind::other},       {"budget", Column::Kind::budget},
    {"actual", Column::Kind::actual},     {"forecast", Column::Kind::forecast},
    {"variance", Column::Kind::variance}, {"opening", Column::Kind::opening},
    {"closing", Column::Kind::closing},   {"transfer", Column::Kind::transfer},
};

constexpr Word<Column::Brackets> kBrackets[] = {
    {"negative", Column::Brackets::negative},
    {"adverse", Column::Brackets::adverse},
};

constexpr Word<Row::Weight> kWeights[] = {
    {"line", Row::Weight::line},
    {"subtotal", Row::Weight::subtotal},
    {"total", Row::Weight::total},
};

constexpr Word<Table::Variance> kVariances[] = {
    {"favourable-positive", Table::Variance::favourable_positive},
    {"adverse-positive", Table::Variance::adverse_positive},
};

// A column that cannot be read stays, without a name: the cells below it must not move.
std::optional<Column> read_column(const Node& node) {
  Fields fields(node);
  Column column;
  column.title = fields.text("title");
  column.kind = fields.word("kind", kKinds).value_or(Column::Kind::other);
  column.brackets = fields.word("brackets", kBrackets).value_or(Column::Brackets::negative);
  column.group = fields.text("group");
  fields.finish();
  return column;
}

std::optional<Row> read_row(const Node& node, size_t columns) {
  Fields fields(node);
  Row row;
  row.title = fields.required_text("title");
  fields.each("cells", columns, [&](const Node& cell) { row.cells.push_back(read_value(cell)); });
  row.cells.resize(columns);
  row.weight = fields.word("weight", kWeights).value_or(Row::Weight::line);
  row.ref = fields.name("ref");
  return fields.finish() ? std::optional(row) : std::nullopt;
}

std::optional<model::TableNote> read_table_note(const Node& node) {
  Fields fields(node);
  model::TableNote note;
  note.ref = fields.name("ref");
  note.text = fields.required_text("text");
  return fields.finish() ? std::optional(note) : std::nullopt;
}

std::optional<model::Callout> read_callout(Fields& table) {
  const auto node = table.find("callout");
  if (!node) return std::nullopt;
  Fields fields(*node);
  model::Callout callout;
  callout.rating = read_rating(fields, "rating").value_or(model::Rating::none);
  callout.text = fields.required_text("text");
  callout.detail = fields.text("detail");
  return fields.finish() ? std::optional(callout) : std::nullopt;
}

std::optional<Table> read_table(const Node& node, UniqueIds& ids) {
  const size_t items = node.findings().limits().items;
  Fields fields(node);
  Table table;
  table.id = fields.required_text("id");
  table.title = fields.required_text("title");
  table.message = fields.text("message");
  table.unit = read_unit(fields, model::Unit::count);
  table.variance = fields.word("variance", kVariances).value_or(Table::Variance::none);
  table.lines_left_out = fields.truth("lines_left_out");
  table.zero_in_brackets = fields.truth("zero_in_brackets");
  table.detail = fields.text("detail");
  table.callout = read_callout(fields);
  table.columns = fields.list<Column>("columns", items, read_column);
  table.rows = fields.list<Row>(
      "rows", items, [&](const Node& row) { return read_row(row, table.columns.size()); });
  table.notes = fields.list<model::TableNote>("notes", items, read_table_note);
  table.marking = fields.text("marking");
  if (!fields.finish() || !ids.add(node, table.id)) return std::nullopt;
  return table;
}

}  // namespace

std::vector<Table> read_tables(Fields& fields) {
  UniqueIds ids;
  return fields.list<Table>("tables", fields.node().findings().limits().items,
                            [&](const Node& node) { return read_table(node, ids); });
}

}  // namespace feed
