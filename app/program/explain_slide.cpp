#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

namespace {

const char* word_for(present::Move move) {
  switch (move) {
    case present::Move::unknown:
      return "unknown";
    case present::Move::improved:
      return "improved";
    case present::Move::worsened:
      return "worsened";
    case present::Move::same:
      return "no change";
  }
  return "";
}

}  // namespace

ordered_json json_of(const present::RatingPair& pair) {
  return {
      {"now", name_of(pair.now)}, {"before", name_of(pair.before)}, {"moved", word_for(pair.move)}};
}

ordered_json json_of(const present::Cell& cell) {
  return {{"arrow", to_json(cell.arrow)}, {"text", cell.text}};
}

ordered_json json_of(const std::vector<std::optional<double>>& values) {
  return list_of(values, [](const auto& value) {
    return value ? ordered_json(*value) : ordered_json(nullptr);
  });
}

ordered_json json_of(const present::Axis& axis) {
  return {{"low", axis.low},
          {"high", axis.high},
          {"ticks", list_of(axis.ticks, [](const auto& tick) { return ordered_json(tick.text); })}};
}

ordered_json json_of(const present::OverviewCard::Theme& theme) {
  return {{"title", theme.title}, {"rating", json_of(theme.rag)}};
}

ordered_json json_of(const present::Overview& overview) {
  return {{"kind", "overview"},
          {"cards", list_of(overview.cards, [](const auto& card) {
             return ordered_json{
                 {"number", card.number},
                 {"title", card.title},
                 {"themes", list_of(card.themes, [](const auto& theme) { return json_of(theme); })},
                 {"headlines", card.headlines},
                 {"age", to_json(card.age)}};
           })}};
}

ordered_json json_of(const present::Kpis& kpis) {
  return {{"kind", "kpis"}, {"cards", list_of(kpis.cards, [](const auto& card) {
                               return ordered_json{{"id", card.id},
                                                   {"title", card.title},
                                                   {"period", card.period},
                                                   {"value", card.figure.number},
                                                   {"unit", card.figure.unit},
                                                   {"change", to_json(card.change)},
                                                   {"target", card.target},
                                                   {"direction_words", card.direction_words},
                                                   {"rating", name_of(card.rating)},
                                                   {"sparkline", json_of(card.sparkline.values)},
                                                   {"icons", json_of(card.icons)},
                                                   {"age", to_json(card.age)}};
                             })}};
}

ordered_json json_of(const present::PriorityPage& page) {
  ordered_json json{{"kind", "priority"}};
  if (page.quote) {
    json["quote"] = {{"text", page.quote->text}, {"attribution", page.quote->attribution}};
  }
  json["periods"] = {{"now", page.now_label}, {"before", page.before_label}};
  json["themes"] = list_of(page.themes, [](const auto& theme) { return json_of(theme); });
  json["measures"] = list_of(page.measures, [](const auto& row) {
    return ordered_json{
        {"title", row.title}, {"target", json_of(row.target)}, {"current", json_of(row.current)}};
  });
  json["indicators"] = list_of(page.indicators, [](const auto& row) {
    return ordered_json{{"title", row.title},
                        {"value", row.value},
                        {"also", row.also},
                        {"direction", to_json(row.direction)},
                        {"direction_before", to_json(row.direction_before)},
                        {"rating", name_of(row.rating)}};
  });
  json["age"] = to_json(page.age);
  return json;
}

ordered_json json_of(const present::SideFigure& figure) {
  ordered_json json{{"caption", figure.caption}, {"value", figure.number}};
  json["rating"] = figure.rated ? ordered_json(name_of(figure.rating)) : ordered_json(nullptr);
  json["rated_by"] = figure.rated ? "rule" : "nothing";  // a feed rates no series
  json["direction"] = to_json(figure.direction);
  json["change"] = figure.change;
  json["word"] = figure.word;
  json["change_on"] = figure.change_on;
  json["target"] = figure.target;
  json["target_note"] = figure.target_note;
  return json;
}

ordered_json json_of(const present::Waiting& waiting) {
  return {{"kind", "waiting"}, {"feeds", list_of(waiting.feeds, [](const auto& feed) {
                                  return ordered_json{{"title", feed.title},
                                                      {"last_answer", feed.last_answer},
                                                      {"next_try", feed.next_try}};
                                })}};
}

const char* name_of(model::Rating rating) {
  switch (rating) {
    case model::Rating::none:
      return "none";
    case model::Rating::red:
      return "red";
    case model::Rating::amber_red:
      return "amber/red";
    case model::Rating::amber:
      return "amber";
    case model::Rating::amber_green:
      return "amber/green";
    case model::Rating::green:
      return "green";
    case model::Rating::complete:
      return "complete";
  }
  return "";
}

ordered_json to_json(const std::optional<model::Direction>& direction) {
  if (!direction) return nullptr;
  switch (*direction) {
    case model::Direction::up:
      return "up";
    case model::Direction::down:
      return "down";
    case model::Direction::level:
      return "level";
  }
  return nullptr;
}

ordered_json to_json(const present::KpiCard::Change& change) {
  return {
      {"direction", to_json(change.direction)}, {"amount", change.amount}, {"word", change.word}};
}

ordered_json to_json(const present::TileAge& age) {
  const char* state = age.state == present::TileAge::State::fresh  ? "fresh"
                      : age.state == present::TileAge::State::late ? "late"
                                                                   : "waiting";
  return {{"state", state}, {"as_at", age.as_at}, {"detail", age.detail}};
}

ordered_json to_json(const present::Slide& slide) {
  ordered_json json{{"id", slide.id}, {"badge", slide.badge}, {"title", slide.title}};
  json["subtitle"] = slide.subtitle;
  json["period"] = slide.period;
  json["marking"] = slide.marking;
  json["footer"] = slide.footer;
  json["dwell_seconds"] =
      slide.dwell ? ordered_json(slide.dwell->count()) : ordered_json("by reading time");
  json["content"] = std::visit([](const auto& content) { return json_of(content); }, slide.content);
  return json;
}

}  // namespace program
