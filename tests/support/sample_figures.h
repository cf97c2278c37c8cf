// Response and ranks as present/ would hand them to view/: the contact figures of Dorset's quarter
// 1 of 2023/24, the satisfaction figures of quarter 2 of 2013/14. Places of the latter are made up.
#pragma once

#include <string>
#include <utility>

#include "support/sample_plan.h"

namespace support {

inline present::Bullet sample_bullet(double value, std::optional<double> target) {
  present::Bullet bullet;
  bullet.value = value;
  bullet.before = value - 6;
  bullet.target = target;
  bullet.axis = {0, 100, {{0, "0"}, {100, "100%"}}};
  if (target) {
    bullet.bands = {{0, *target * 0.95, Rating::red},
                    {*target * 0.95, *target, Rating::amber},
                    {*target, 100, Rating::green}};
  }
  return bullet;
}

inline present::Response sample_response() {
  using Change = present::KpiCard::Change;
  auto tile = [](std::string title, present::Figure figure, Change change, std::string target) {
    present::Response::Tile made;
    made.card.title = std::move(title);
    made.card.figure = std::move(figure);
    made.card.change = std::move(change);
    made.card.target = std::move(target);
    made.card.direction_words = "higher is better";
    made.card.rating_words = "No target set";
    made.compared = "on last year";
    return made;
  };
  present::Response response;
  response.tiles = {
      tile("999 answered in 10 s", {.number = "86.9", .unit = "%"},
           {Direction::up, "6.3 points", "better"}, "Target ≥ 90%"),
      tile("101 average answer", {.number = "13.1", .unit = "min"},
           {Direction::down, "4.4 min", "better"}, "No target"),
      tile("Grade 1 dispatched in 5 min", {.number = "87", .unit = "%"},
           {Direction::up, "6 points", "better"}, "No target"),
      tile("Grade 1 arrived in 15 min", {.number = "79", .unit = "%"},
           {Direction::up, "2 points", "better"}, "No target"),
      tile("999 calls", {.number = "53,623"}, {Direction::up, "13.8%", ""}, "No target")};
  response.tiles[0].card.rating = Rating::amber;
  response.tiles[0].card.rating_words = "Near target";
  response.tiles[0].bullet = sample_bullet(86.9, 90);
  response.tiles[2].bullet = sample_bullet(87, std::nullopt);
  response.tiles[3].bullet = sample_bullet(79, std::nullopt);
  response.tiles[4].when = "July 2023";
  return response;
}

inline present::Ranks sample_ranks() {
  auto card = [](std::string title, std::string place, std::string among, std::string value) {
    present::Ranks::Card made;
    made.title = std::move(title);
    made.place = std::move(place);
    made.place_known = true;
    made.among = std::move(among);
    made.target = "No target";
    made.rating_words = "No target set";
    made.value = std::move(value);
    made.detail = "1.1 points better on 2012/13";
    return made;
  };
  present::Ranks ranks;
  ranks.cards = {card("Police deal with local priorities", "3rd", "nationally", "69.6%"),
                 card("Victims satisfied with progress updates", "Place not reported",
                      "of 8 in the most similar group", "70.0%"),
                 card("Victims satisfied with the overall service", "4th",
                      "of 8 in the most similar group", "84.0%")};
  ranks.cards[1].place_known = false;
  ranks.cards[1].target = "Target ≥ 3rd";
  ranks.cards[1].met_by = "met by 1st to 3rd";
  ranks.cards[1].rating_words = "Not rated";
  ranks.cards[2].target = "Target ≥ 2nd";
  ranks.cards[2].rating = Rating::red;
  ranks.cards[2].rating_words = "Off target";
  ranks.cards[2].move = {Direction::up, "up 3 places", ""};
  ranks.cards[2].ladder = present::Ranks::Ladder{8, 4, 7, 2, "1st", "8th"};
  return ranks;
}

namespace lengthening {

inline void lengthen(present::Response& content, int times) {
  for (auto& tile : content.tiles) {
    for (std::string* text : {&tile.card.title, &tile.card.figure.number, &tile.card.change.amount,
                              &tile.card.change.word, &tile.card.target, &tile.card.direction_words,
                              &tile.card.rating_words, &tile.when, &tile.compared}) {
      lengthen(*text, times);
    }
    if (tile.bullet) {
      for (auto& tick : tile.bullet->axis.ticks) lengthen(tick.text, times);
    }
    lengthen(tile.card.age, times);
  }
}

inline void lengthen(present::Ranks& content, int times) {
  for (auto& card : content.cards) {
    for (std::string* text : {&card.title, &card.place, &card.among, &card.target, &card.met_by,
                              &card.rating_words, &card.move.amount, &card.value, &card.detail}) {
      lengthen(*text, times);
    }
    if (card.ladder) {
      lengthen(card.ladder->best, times);
      lengthen(card.ladder->last, times);
    }
    lengthen(card.age, times);
  }
}

}  // namespace lengthening

}  // namespace support
