#include <algorithm>

#include "analysis/rolling.h"
#include "base/utf8.h"
#include "present/numbers.h"
#include "program/analysis_report.h"

namespace program {
namespace {

constexpr const char* kNothing = "–";

std::string text_of(const std::optional<double>& value) {
  return value ? present::format_number(*value) : kNothing;
}

size_t width_of(const std::string& text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size(); ++width) base::next_code_point(text, at);
  return width;
}

std::string padding(const std::string& text, size_t width) {
  return std::string(width - std::min(width, width_of(text)), ' ');
}

using Row = std::vector<std::string>;

// The first column and those from `left_again` on begin at the left, numbers end at the right.
std::string aligned(const std::vector<Row>& rows, size_t left_again) {
  std::vector<size_t> widths(rows.front().size());
  for (const Row& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) {
      const bool left = i == 0 || i >= left_again;
      const std::string blank = padding(row[i], widths[i]);
      if (i > 0) line += "  ";
      line.append(left ? row[i] : blank).append(left ? blank : row[i]);
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string section_text(const AnalysisReport& report, size_t index) {
  const auto& section = report.xmr.sections[index];
  std::string text = "Section " + std::to_string(index + 1) + ": " +
                     key_of(report.numbers, section.first) + " to " +
                     key_of(report.numbers, section.last) + ", " + std::to_string(section.count) +
                     (section.count == 1 ? " point\n" : " points\n");
  text += "  mean " + text_of(section.mean) + ", average moving range " +
          text_of(section.average_range) + "\n";
  if (!section.limits) return text + "  no limits\n";
  const auto& limits = *section.limits;
  return text + "  limits " + text_of(limits.lower) + " to " + text_of(limits.upper) +
         ", two sigma " + text_of(limits.lower_two_sigma) + " to " +
         text_of(limits.upper_two_sigma) + "\n";
}

std::string table_of(const AnalysisReport& report) {
  const auto& series = report.numbers.series;
  const auto lengths = rolling_lengths(series.every);
  std::vector<Row> rows{{"point", "value", "range"}};
  for (size_t i = 0; i < series.points.size(); ++i) {
    const auto& mark = report.xmr.marks[i];
    rows.push_back(
        {key_of(report.numbers, i), text_of(series.points[i].value), text_of(mark.moving_range)});
  }
  for (const int length : lengths) {
    rows[0].push_back("rolling " + std::to_string(length));
    const auto totals = analysis::rolling_totals(series, length);
    for (size_t i = 0; i < totals.size(); ++i) rows[i + 1].push_back(text_of(totals[i]));
  }
  const size_t words = rows[0].size();
  rows[0].insert(rows[0].end(), {"cause", "rules"});
  for (size_t i = 0; i < series.points.size(); ++i) {
    const auto& mark = report.xmr.marks[i];
    rows[i + 1].insert(rows[i + 1].end(), {mark.counts ? word_for(mark.cause) : "missing",
                                           joined(words_for(mark.flags))});
  }
  return aligned(rows, words);
}

}  // namespace

std::string as_text(const AnalysisReport& report) {
  std::string text = report.file + ", profile " + report.profile + "\n";
  for (const auto& note : report.notes()) text += "Note: " + note + "\n";
  text += "\n";
  for (size_t i = 0; i < report.xmr.sections.size(); ++i) text += section_text(report, i);
  text += "Variation: " + word_for(report.xmr.variation) + "\n";
  text += "Assurance: " + word_for(report.xmr.assurance) +
          (report.question.target ? " of target " + text_of(report.question.target) : "") + "\n\n";
  return text + table_of(report);
}

}  // namespace program
