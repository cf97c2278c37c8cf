#include "program/analyse.h"

#include <cstdio>

#include "feed/read_file.h"
#include "program/analysis_report.h"

namespace program {
namespace {

constexpr std::uint64_t kMaxBytes = 16 << 20;

base::Result<NumberFile, std::vector<std::string>> read(const std::filesystem::path& path) {
  auto contents = feed::read_file(path, kMaxBytes);
  if (!contents) return base::Failure{std::vector<std::string>{contents.error().detail}};
  const std::string& bytes = contents.value().bytes;
  auto parsed = path.extension() == ".json" ? parse_number_json(bytes) : parse_csv(bytes);
  if (parsed) return parsed;
  std::vector<std::string> faults = parsed.error();
  for (std::string& fault : faults) fault = path.string() + ": " + fault;
  return base::Failure{faults};
}

}  // namespace

ExitCode analyse(const AnalyseOptions& options) {
  auto numbers = read(options.file);
  if (!numbers) {
    for (const auto& fault : numbers.error()) std::fprintf(stderr, "bluelamp: %s\n", fault.c_str());
    return ExitCode::errors;
  }
  const bool is_mdc = options.profile == AnalyseOptions::Profile::mdc;
  AnalysisReport report;
  report.file = options.file.filename().string();
  report.profile = is_mdc ? "mdc" : "nhsr";
  report.numbers = std::move(numbers).value();
  report.question.good = options.good;
  report.question.target = options.target;
  report.question.rebase = options.rebase;
  report.question.baseline = options.baseline;
  report.question.every = report.numbers.series.every;
  report.rule = is_mdc ? analysis::mdc() : analysis::nhsr();
  report.xmr =
      analysis::analyse(analysis::points_of(report.numbers.series), report.question, report.rule);
  const std::string text = options.json ? as_json(report) : as_text(report);
  std::fputs(text.c_str(), stdout);
  return ExitCode::ok;
}

}  // namespace program
