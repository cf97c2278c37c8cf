#include "program/options.h"

#include <charconv>
#include <CLI/CLI.hpp>
#include <map>

#include "base/time.h"
#include "program/exit_code.h"

namespace program {
namespace {

constexpr const char* kDescription =
    "A wall display of performance figures: slides from a JSON feed, fullscreen, for months.";

std::optional<settings::PixelSize> parse_size(const std::string& text) {
  settings::PixelSize size;
  const char* const end = text.data() + text.size();
  const auto width = std::from_chars(text.data(), end, size.width);
  if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') return std::nullopt;
  const auto height = std::from_chars(width.ptr + 1, end, size.height);
  if (height.ec != std::errc{} || height.ptr != end) return std::nullopt;
  const auto fits = [](int side) { return side >= 320 && side <= 8190; };
  if (!fits(size.width) || !fits(size.height)) return std::nullopt;
  return size;
}

void require_config(CLI::App& command, std::filesystem::path& config) {
  command.add_option("--config", config, "The board's settings, a JSON file")
      ->required()
      ->type_name("FILE");
}

void add_now(CLI::App& command, std::optional<base::Timestamp>& now) {
  command
      .add_option_function<std::string>(
          "--now",
          [&now](const std::string& text) {
            now = base::parse_timestamp(text);
            if (!now) {
              throw CLI::ValidationError(
                  "--now", "\"" + text + "\" is not a time such as 2023-09-20T14:32:00Z");
            }
          },
          "Show the board as it would be at this time")
      ->type_name("TIME");
}

// One of a few words; what else is said is wrong usage.
template <class T>
CLI::Option* add_choice(CLI::App& command, const std::string& name, T& chosen,
                        const std::map<std::string, T>& choices, const std::string& description) {
  return command.add_option_function<std::string>(
      name,
      [name, &chosen, choices](const std::string& word) {
        const auto found = choices.find(word);
        if (found == choices.end())
          throw CLI::ValidationError(name, "does not know \"" + word + "\"");
        chosen = found->second;
      },
      description);
}

void add_rebase(CLI::App& command, std::vector<base::Date>& rebase) {
  command
      .add_option_function<std::vector<std::string>>(
          "--rebase",
          [&rebase](const std::vector<std::string>& texts) {
            for (const auto& text : texts) {
              const auto date = base::parse_series_key(text);
              if (!date) {
                throw CLI::ValidationError("--rebase",
                                           "\"" + text + "\" is not a date such as 2023-04");
              }
              rebase.push_back(*date);
            }
          },
          "First point of a new section; as often as needed")
      ->allow_extra_args(false)
      ->type_name("DATE");
}

void add_analyse(CLI::App& command, AnalyseOptions& analyse) {
  using model::Good;
  using Profile = AnalyseOptions::Profile;
  command
      .add_option("FILE", analyse.file,
                  "Rows of month,value (.csv), or a list of numbers or [month, value] (.json)")
      ->required()
      ->type_name("");
  add_choice<Good>(command, "--good", analyse.good,
                   {{"up", Good::up}, {"down", Good::down}, {"neither", Good::neither}},
                   "Which way is good; neither unless it is said")
      ->type_name("up|down|neither");
  command.add_option("--target", analyse.target, "What the process is to reach")->type_name("X");
  add_rebase(command, analyse.rebase);
  command.add_option("--baseline", analyse.baseline, "The first K points set mean and limits")
      ->check(CLI::Range(1, 1'000'000).description(""))
      ->type_name("K");
  add_choice<Profile>(command, "--profile", analyse.profile,
                      {{"mdc", Profile::mdc}, {"nhsr", Profile::nhsr}},
                      "NHS England's Making Data Count, or the R package NHSRplotthedots")
      ->type_name("mdc|nhsr");
  command.add_flag("--json", analyse.json, "One JSON document, unrounded, instead of text");
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

base::Result<Options, Ended> parse_options(int argc, const char* const* argv) {
  CLI::App app{kDescription, "bluelamp"};
  app.set_version_flag("--version", std::string("bluelamp ") + BLUELAMP_VERSION);
  app.require_subcommand(0, 1);

  RunOptions run;
  CLI::App* run_command = app.add_subcommand("run", "Show the board; the command meant by default");
  int seconds = 0;
  for (CLI::App* command : {static_cast<CLI::App*>(&app), run_command}) {
    command->add_option("--config", run.config, "The board's settings, a JSON file")
        ->type_name("FILE");
    command->add_flag("--windowed", run.windowed, "A window on a desk instead of the whole screen");
    command->add_flag("--offscreen", run.offscreen, "Draw into memory; needs no display");
    command->add_option("--seconds", seconds, "End after this long")
        ->type_name("N")
        ->check(CLI::Range(1, 100'000'000));
    command
        ->add_option("--play-log", run.play_log,
                     "Write a line of JSON for each slide shown and each answer of a feed")
        ->type_name("FILE");
  }
  run_command->footer(
      "Keys: Space pauses, Left and Right move, Home goes to the first slide, F or F11 toggles\n"
      "fullscreen, Esc or Q leaves unless the settings say keys_leave: false.\n\n"
      "A play log says what stood on the glass, when, and how late: at 32 MiB FILE becomes FILE.1\n"
      "and a new one begins. One that cannot be written is named in the log; the board goes on.");

  RenderOptions render;
  CLI::App* render_command =
      app.add_subcommand("render", "Write every slide as a PNG, without a display");
  require_config(*render_command, render.config);
  render_command->add_option("--out", render.out, "Folder for the pictures; made if missing")
      ->required()
      ->type_name("DIR");
  render_command
      ->add_option_function<std::string>(
          "--size",
          [&render](const std::string& text) {
            render.size = parse_size(text);
            if (!render.size) {
              throw CLI::ValidationError(
                  "--size", "\"" + text + "\" is not a size such as 1920x1080, sides 320 to 8190");
            }
          },
          "Pixels of the pictures instead of the settings'")
      ->type_name("WxH");
  add_now(*render_command, render.now);
  render_command->add_option("--slide", render.slide, "Only this one")->type_name("ID");

  CheckOptions check;
  CLI::App* check_command =
      app.add_subcommand("check", "Say everything that is wrong with settings and feed");
  check_command->add_option("--config", check.config, "The board's settings, a JSON file")
      ->type_name("FILE");
  check_command->add_option("--feed", check.feed, "A feed document in a file, instead of fetching")
      ->type_name("FILE");
  check_command->add_flag("--strict", check.strict, "Exit with 1 if there are warnings");
  check_command->footer("Exits with 0, 1 for warnings with --strict, 2 for errors.");

  ExplainOptions explain;
  CLI::App* explain_command = app.add_subcommand(
      "explain", "Print what every slide says and where it came from, as one JSON document");
  require_config(*explain_command, explain.config);
  add_now(*explain_command, explain.now);

  AnalyseOptions analyse;
  CLI::App* analyse_command =
      app.add_subcommand("analyse", "Print the control chart of a file of numbers");
  add_analyse(*analyse_command, analyse);

  const auto usage = [](const std::string& line) {
    return base::Failure{
        Ended{static_cast<int>(ExitCode::usage), "bluelamp: " + line + "; see bluelamp --help"}};
  };
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    return base::Failure{Ended{0, (chosen.empty() ? &app : chosen.front())->help()}};
  } catch (const CLI::CallForVersion&) {
    return base::Failure{Ended{0, std::string("bluelamp ") + BLUELAMP_VERSION + "\n"}};
  } catch (const CLI::ParseError& error) {
    return usage(first_line(error.what()));
  }
  if (seconds) run.seconds = std::chrono::seconds{seconds};

  if (*render_command) return Options{render};
  if (*explain_command) return Options{explain};
  if (*analyse_command) return Options{analyse};
  if (*check_command) {
    if (check.config.empty() && check.feed.empty()) return usage("check needs --config or --feed");
    return Options{check};
  }
  if (run.config.empty()) return usage("--config is required");
  return Options{run};
}

}  // namespace program
