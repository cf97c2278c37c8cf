// What every command needs: settings that hold, and feeds made from them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "feed/poller.h"
#include "program/exit_code.h"
#include "settings/settings.h"

namespace program {

// Loads settings and sets the time zone; warnings are logged. On failure every error has been
// printed to standard error, one line each, and the code says how to end.
base::Result<settings::Settings, ExitCode> load_settings(const std::filesystem::path& file);

// A source for each feed of the settings: the fetch program for a URL, the file itself for a file.
// What the screen must not show is taken out of their boards.
std::vector<feed::PolledFeed> make_feeds(const settings::Settings& settings);

// The same with everything that the documents say, for whoever checks them.
std::vector<feed::PolledFeed> make_unreleased_feeds(const std::vector<settings::Feed>& feeds);

// What of a board the screen may show: by marking, and without small numbers.
feed::Release release_for(const settings::Settings& settings);

// bluelamp-fetch beside the program that runs, where a build and a package both put it.
std::filesystem::path fetch_program();

// Of this machine, the same after every start; empty where there is none.
std::string machine_id();

// A clock that stands still, for pictures that must not change.
class StandingClock final : public base::Clock {
 public:
  explicit StandingClock(base::Timestamp now) : now_(now) {}
  base::Timestamp now() const override { return now_; }
  base::SteadyTime steady() const override { return {}; }

 private:
  base::Timestamp now_;
};

}  // namespace program
