#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

namespace {

ordered_json row_of(const present::KpiTable& table, const present::KpiTable::Row& row) {
  ordered_json json{{"id", row.id}, {"title", row.title}, {"child", row.is_child}};
  json["cells"] = ordered_json::array();
  for (size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
    json["cells"].push_back({{"head", table.columns[i].head},
                             {"arrow", to_json(row.cells[i].arrow)},
                             {"text", row.cells[i].text}});
  }
  json["word"] = row.word;
  json["rating"] = name_of(row.rating);
  json["icons"] = json_of(row.icons);
  json["rated_by"] = row.rating == model::Rating::none ? "nothing"
                     : row.rated_by_rule               ? "rule"
                                                       : "feed";
  json["notes"] =
      list_of(row.notes, [&](std::size_t note) { return ordered_json(table.notes[note].mark); });
  json["age"] = to_json(row.age);
  return json;
}

const char* kind_of(present::RagGrid::Cell::Is is) {
  using Is = present::RagGrid::Cell::Is;
  switch (is) {
    case Is::empty:
      return "empty";
    case Is::before:
      return "rating before";
    case Is::now:
      return "rating now";
    case Is::count:
      return "count";
    case Is::member:
      return "member";
  }
  return "";
}

ordered_json cell_of(const present::RagGrid::Cell& cell) {
  using Is = present::RagGrid::Cell::Is;
  ordered_json json{{"is", kind_of(cell.is)}};
  if (cell.is == Is::empty) return json;
  if (cell.is == Is::member) json["label"] = cell.label;
  if (cell.is == Is::count) {
    json["rating"] = name_of(cell.rag.now);
    json["count"] = cell.count;
  } else if (cell.is == Is::before) {
    json["rating"] = name_of(cell.rag.before);
  } else {
    json["rating"] = json_of(cell.rag);
  }
  return json;
}

ordered_json head_of(const present::RagGrid::Head& head) {
  return {{"badge", head.badge}, {"title", head.title}};
}

}  // namespace

ordered_json json_of(const present::KpiTable& table) {
  ordered_json json{{"kind", "kpi-table"}};
  json["columns"] =
      list_of(table.columns, [](const auto& column) { return ordered_json(column.head); });
  json["rows"] = list_of(table.rows, [&](const auto& row) { return row_of(table, row); });
  json["notes"] = list_of(table.notes, [](const auto& note) {
    return ordered_json{{"mark", note.mark}, {"text", note.text}};
  });
  json["age"] = to_json(table.age);
  return json;
}

ordered_json json_of(const present::Commitments& slide) {
  ordered_json json{{"kind", "commitments"}};
  json["before"] = slide.before_label;
  json["now"] = slide.now_label;
  json["groups"] = list_of(slide.groups, [](const auto& group) {
    return ordered_json{{"badge", group.badge},
                        {"title", group.title},
                        {"commitments", list_of(group.rows, [](const auto& row) {
                           return ordered_json{{"number", row.number},
                                               {"title", row.title},
                                               {"rating", json_of(row.rag)},
                                               {"word", row.word}};
                         })}};
  });
  json["age"] = to_json(slide.age);
  return json;
}

ordered_json json_of(const present::RagGrid& grid) {
  ordered_json json{{"kind", "rag-grid"}, {"corner", grid.corner}};
  json["columns"] = list_of(grid.columns, [](const auto& head) { return head_of(head); });
  json["groups"] = list_of(grid.groups, [](const auto& group) {
    return ordered_json{
        {"head", head_of(group.head)},
        {"rows", list_of(group.rows, [](auto& row) {
           return ordered_json{
               {"head", head_of(row.head)},
               {"cells", list_of(row.cells, [](auto& cell) { return cell_of(cell); })}};
         })}};
  });
  json["age"] = to_json(grid.age);
  return json;
}

}  // namespace program
