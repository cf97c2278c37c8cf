#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

namespace {

ordered_json json_of(const std::vector<present::Statement>& items) {
  return list_of(items, [](const auto& item) {
    ordered_json json{{"text", item.text}};
    if (!item.detail.empty()) json["detail"] = item.detail;
    return json;
  });
}

}  // namespace

ordered_json json_of(const present::ThemePage& slide) {
  ordered_json json{{"kind", "theme"}};
  json["rating"] = json_of(slide.rag);
  json["rating_words"] = slide.rating_words;
  json["detail"] = slide.detail;
  json["lists"] = list_of(slide.lists, [](const auto& list) {
    return ordered_json{{"title", list.title}, {"items", json_of(list.items)}};
  });
  json["age"] = to_json(slide.age);
  return json;
}

ordered_json json_of(const present::Headlines& slide) {
  return {{"kind", "headlines"}, {"headlines", json_of(slide.items)}, {"age", to_json(slide.age)}};
}

ordered_json json_of(const present::Spotlight& slide) {
  return {{"kind", "spotlight"},
          {"text", slide.quote.text},
          {"attribution", slide.quote.attribution},
          {"age", to_json(slide.age)}};
}

}  // namespace program
