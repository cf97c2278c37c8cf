// A theme with its five lists, headlines and a spotlight as present/ would hand them to view/: the
// road safety theme of Dorset's quarter 2 of 2017/18.
#pragma once

#include <string>

#include "support/sample_plan.h"

namespace support {

inline present::ThemePage sample_theme_page() {
  present::ThemePage page;
  page.rag = {Rating::green, Rating::amber, Move::improved};
  page.rating_words = "Improved since Q1";
  page.lists = {
      {"Headlines",
       {{"Road safety website relaunches in January 2018", ""},
        {"Motorcycle first response promoted nationally", "Now offered to every force"}},
       true},
      {"Activities and achievements",
       {{"Riders learnt to help at the scene of a collision, in courses that other forces now "
         "copy.",
         ""},
        {"Lobbying for a lower drink-drive limit reached the national group of commissioners.", ""},
        {"Courses, advice and enforcement sites were gathered for the new website.", ""}}},
      {"Key indicators",
       {{"Killed or seriously injured: the rolling annual figure fell every month for a year", ""},
        {"TBC", ""}}},
      {"Risks and challenges",
       {{"Public opinion on speed enforcement", ""}, {"Demand rises while resources fall", ""}}},
      {"Key commitments",
       {{"Lower the drink-drive limit", ""}, {"Extend the driver awareness courses", ""}}},
  };
  return page;
}

inline present::Headlines sample_headlines() {
  return {.items = {{"Road safety website", "Relaunches in January 2018"},
                    {"Motorcycle first response", "Now promoted to forces nationally"},
                    {"Cyber and fraud portfolio", "National terms of reference agreed"},
                    {"Problem-solving forum", "First one held, on homelessness"},
                    {"Community capacity worker", "Funded for another year"}}};
}

inline present::Spotlight sample_spotlight() {
  return {.quote = {"Victims told us what helps. This quarter we funded it.",
                    "Commissioner, September 2017"}};
}

namespace lengthening {

inline void lengthen(std::vector<present::Statement>& items, int times) {
  for (auto& item : items) {
    lengthen(item.text, times);
    lengthen(item.detail, times);
  }
}

inline void lengthen(present::ThemePage& content, int times) {
  lengthen(content.rating_words, times);
  lengthen(content.detail, times);
  for (auto& list : content.lists) lengthen(list.items, times);
  lengthen(content.age, times);
}

inline void lengthen(present::Headlines& content, int times) {
  lengthen(content.items, times);
  lengthen(content.age, times);
}

inline void lengthen(present::Spotlight& content, int times) {
  lengthen(content.quote.text, times);
  lengthen(content.quote.attribution, times);
  lengthen(content.age, times);
}

}  // namespace lengthening

}  // namespace support
