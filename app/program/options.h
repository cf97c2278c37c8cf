// The command line.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/time.h"
#include "model/values.h"
#include "settings/settings.h"

namespace program {

struct RunOptions {
  std::filesystem::path config;
  bool windowed = false;
  bool offscreen = false;                       // draw into memory: no display is needed
  std::optional<std::chrono::seconds> seconds;  // then it ends by itself
  std::filesystem::path play_log;               // empty: none is written
};

struct RenderOptions {
  std::filesystem::path config;
  std::filesystem::path out;
  std::optional<settings::PixelSize> size;  // none: the settings'
  std::optional<base::Timestamp> now;       // none: the clock's
  std::string slide;                        // empty: every slide
};

struct CheckOptions {
  std::filesystem::path config;  // empty: only the feed file
  std::filesystem::path feed;    // empty: fetch what the settings name
  bool strict = false;
};

struct ExplainOptions {
  std::filesystem::path config;
  std::optional<base::Timestamp> now;
};

struct AnalyseOptions {
  enum class Profile { mdc, nhsr };

  std::filesystem::path file;
  model::Good good = model::Good::neither;
  std::optional<double> target;
  std::vector<base::Date> rebase;
  std::optional<size_t> baseline;
  Profile profile = Profile::mdc;
  bool json = false;
};

using Options =
    std::variant<RunOptions, RenderOptions, CheckOptions, ExplainOptions, AnalyseOptions>;

// What to print and how to end instead of doing anything: help, version, wrong usage.
struct Ended {
  int code = 0;
  std::string text;  // to standard output for code 0, else one line to standard error
};

// Without a command the first is meant: `bluelamp --config FILE` is `bluelamp run --config FILE`.
base::Result<Options, Ended> parse_options(int argc, const char* const* argv);

}  // namespace program
