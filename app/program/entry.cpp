#include "program/entry.h"

#include <cstdio>
#include <exception>

#include "base/log.h"
#include "program/analyse.h"
#include "program/check.h"
#include "program/exit_code.h"
#include "program/explain.h"
#include "program/options.h"
#include "program/render.h"
#include "program/run.h"

namespace program {
namespace {

struct Perform {
  ExitCode operator()(const RunOptions& options) const { return run(options); }
  ExitCode operator()(const RenderOptions& options) const { return render(options); }
  ExitCode operator()(const CheckOptions& options) const { return check(options); }
  ExitCode operator()(const ExplainOptions& options) const { return explain(options); }
  ExitCode operator()(const AnalyseOptions& options) const { return analyse(options); }
};

int perform(int argc, const char* const* argv) {
  const auto options = parse_options(argc, argv);
  if (!options) {
    const Ended& ended = options.error();
    if (ended.code == 0) {
      std::fputs(ended.text.c_str(), stdout);
    } else {
      std::fprintf(stderr, "%s\n", ended.text.c_str());
    }
    return ended.code;
  }
  if (!std::holds_alternative<RunOptions>(options.value())) base::log_quietly();
  return static_cast<int>(std::visit(Perform{}, options.value()));
}

}  // namespace

int main_with(int argc, const char* const* argv) {
  try {
    return perform(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bluelamp: %s\n", error.what());
    return static_cast<int>(ExitCode::internal);
  }
}

}  // namespace program
