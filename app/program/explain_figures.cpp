#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

namespace {

ordered_json number_or_null(std::optional<double> number) {
  return number ? ordered_json(*number) : ordered_json(nullptr);
}

ordered_json number_or_null(std::optional<int> number) {
  return number ? ordered_json(*number) : ordered_json(nullptr);
}

ordered_json to_json(const std::optional<present::Bullet>& bullet) {
  if (!bullet) return nullptr;
  return {{"value", bullet->value},
          {"before", number_or_null(bullet->before)},
          {"target", number_or_null(bullet->target)},
          {"bands", list_of(bullet->bands,
                            [](const auto& band) {
                              return ordered_json{{"from", band.from},
                                                  {"to", band.to},
                                                  {"rating", name_of(band.rating)}};
                            })},
          {"axis", json_of(bullet->axis)}};
}

ordered_json to_json(const std::optional<present::Ranks::Ladder>& ladder) {
  if (!ladder) return nullptr;
  return {{"places", ladder->places},
          {"own", number_or_null(ladder->own)},
          {"before", number_or_null(ladder->before)},
          {"target", number_or_null(ladder->target)},
          {"best", ladder->best},
          {"last", ladder->last}};
}

}  // namespace

ordered_json json_of(const present::Response& slide) {
  return {{"kind", "response"}, {"tiles", list_of(slide.tiles, [](const auto& tile) {
                                   const present::KpiCard& card = tile.card;
                                   return ordered_json{{"id", card.id},
                                                       {"title", card.title},
                                                       {"when", tile.when},
                                                       {"value", card.figure.number},
                                                       {"unit", card.figure.unit},
                                                       {"change", to_json(card.change)},
                                                       {"compared", tile.compared},
                                                       {"target", card.target},
                                                       {"direction_words", card.direction_words},
                                                       {"rating", name_of(card.rating)},
                                                       {"rating_words", card.rating_words},
                                                       {"bullet", to_json(tile.bullet)},
                                                       {"age", to_json(card.age)}};
                                 })}};
}

ordered_json json_of(const present::Ranks& slide) {
  return {{"kind", "rank"}, {"cards", list_of(slide.cards, [](const auto& card) {
                               return ordered_json{{"id", card.id},
                                                   {"title", card.title},
                                                   {"place", card.place},
                                                   {"place_known", card.place_known},
                                                   {"among", card.among},
                                                   {"move", to_json(card.move)},
                                                   {"ladder", to_json(card.ladder)},
                                                   {"target", card.target},
                                                   {"met_by", card.met_by},
                                                   {"rating", name_of(card.rating)},
                                                   {"rating_words", card.rating_words},
                                                   {"value", card.value},
                                                   {"detail", card.detail},
                                                   {"age", to_json(card.age)}};
                             })}};
}

}  // namespace program
