// Slides of words: a theme with its lists, headlines, a spotlight.
#pragma once

#include <string>
#include <vector>

#include "model/board.h"
#include "present/first_slides.h"
#include "present/parts.h"

namespace present {

// What is read first, and what goes with it; the detail may be empty.
struct Statement {
  std::string text;
  std::string detail;

  bool operator==(const Statement&) const = default;
};

struct TextList {
  std::string title;  // "Key commitments"
  std::vector<Statement> items;
  bool stands_out = false;  // read before the other lists

  bool operator==(const TextList&) const = default;
};

struct ThemePage {
  RatingPair rag;
  std::string rating_words;     // "Improved since Q4", "Rated green"; empty: not rated, no mark
  std::string detail;           // may be empty
  std::vector<TextList> lists;  // none is empty
  TileAge age;

  bool operator==(const ThemePage&) const = default;
};

struct Headlines {
  std::vector<Statement> items;
  TileAge age;

  bool operator==(const Headlines&) const = default;
};

struct Spotlight {
  Quote quote;
  TileAge age;

  bool operator==(const Spotlight&) const = default;
};

}  // namespace present
