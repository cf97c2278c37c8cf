// What an analysis found, for a person at a desk and for a script.
#pragma once

#include <string>
#include <vector>

#include "analysis/xmr.h"
#include "program/number_file.h"

namespace program {

struct AnalysisReport {
  std::string file;
  std::string profile;  // "mdc"
  NumberFile numbers;
  analysis::XmrQuestion question;
  analysis::XmrRule rule;
  analysis::Xmr xmr;

  // What a reader must know first: "fewer than 13 points: mean and target only".
  std::vector<std::string> notes() const;
};

std::string as_text(const AnalysisReport& report);
std::string as_json(const AnalysisReport& report);  // unrounded

// "trend up", in the order single point, shift, trend, two of three.
std::vector<std::string> words_for(const analysis::XmrFlags& flags);
std::string word_for(analysis::Cause cause);
std::string word_for(analysis::Variation variation);
std::string word_for(analysis::Assurance assurance);

// The date of a point as the file names it; its number, from 1, where there are no dates.
std::string key_of(const NumberFile& numbers, size_t point);

// Half a year and a year of intervals; none where intervals do not divide a year.
std::vector<int> rolling_lengths(model::Interval every);

}  // namespace program
