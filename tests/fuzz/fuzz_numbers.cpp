// A file of numbers, as CSV and as JSON -> a series -> the control chart that is made of it, in
// words.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "program/analysis_report.h"
#include "program/number_file.h"

namespace {

using Parsed = base::Result<program::NumberFile, std::vector<std::string>>;

void judge(Parsed parsed, const analysis::XmrRule& rule) {
  if (!parsed) {
    // Whoever is refused must be told why.
    if (parsed.error().empty()) std::abort();
    return;
  }
  program::AnalysisReport report;
  report.numbers = std::move(parsed).value();
  report.rule = rule;
  report.question = {.good = model::Good::up, .target = 90};
  report.question.every = report.numbers.series.every;
  report.xmr = analysis::analyse(analysis::points_of(report.numbers.series), report.question, rule);
  if (report.xmr.marks.size() != report.numbers.series.points.size()) std::abort();
  (void)program::as_text(report);
  (void)program::as_json(report);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  judge(program::parse_csv(text), analysis::mdc());
  judge(program::parse_number_json(text), analysis::nhsr());
  return 0;
}
