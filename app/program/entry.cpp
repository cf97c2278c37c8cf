#include "program/entry.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

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

// The program as it was started: whoever reads a variable of the supervisor's takes it away.
class Start {
 public:
  explicit Start(const char* const* argv) : arguments_(copy(argv)), environment_(copy(environ)) {}

  // In this process and under its number, so that a supervisor sees no end. Returns only if the
  // system refuses.
  ExitCode again() {
    execve("/proc/self/exe", pointers(arguments_).data(), pointers(environment_).data());
    std::fprintf(stderr, "bluelamp: cannot start anew: %s\n", std::strerror(errno));
    return ExitCode::internal;
  }

 private:
  static std::vector<std::string> copy(const char* const* texts) {
    std::vector<std::string> copies;
    for (; *texts; ++texts) copies.emplace_back(*texts);
    return copies;
  }
  static std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> found;
    for (std::string& text : texts) found.push_back(text.data());
    found.push_back(nullptr);
    return found;
  }

  std::vector<std::string> arguments_;
  std::vector<std::string> environment_;
};

int perform(int argc, const char* const* argv) {
  Start start(argv);
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
  const ExitCode code = std::visit(Perform{}, options.value());
  return static_cast<int>(code == ExitCode::start_again ? start.again() : code);
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
