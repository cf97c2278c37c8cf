#include "program/board_parts.h"

#include <cstdio>
#include <fstream>
#include <utility>

#include "analysis/release.h"
#include "base/log.h"
#include "base/time.h"
#include "feed/fetched_source.h"
#include "feed/file_source.h"

namespace program {

base::Result<settings::Settings, ExitCode> load_settings(const std::filesystem::path& file) {
  settings::Loaded loaded = settings::load(file);
  for (const auto& complaint : loaded.complaints) {
    if (complaint.severity == base::Severity::error) {
      std::fprintf(stderr, "bluelamp: %s\n", base::to_line(complaint).c_str());
    } else {
      base::log_warning(base::to_line(complaint));
    }
  }
  if (!loaded.settings) {
    return base::Failure{loaded.is_unread ? ExitCode::no_input : ExitCode::settings};
  }
  base::set_time_zone(loaded.settings->screen.time_zone);
  return std::move(*loaded.settings);
}

std::filesystem::path fetch_program() {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path("bluelamp-fetch") : self.parent_path() / "bluelamp-fetch";
}

std::string machine_id() {
  std::ifstream file("/etc/machine-id");
  std::string id;
  std::getline(file, id);
  return id;
}

feed::Release release_for(const settings::Settings& settings) {
  const analysis::ReleaseRule rule{.levels = settings.marking.levels,
                                   .ceiling = settings::ceiling_of(settings),
                                   .aliases = settings.marking.aliases,
                                   .suppress_below = settings::suppress_below(settings)};
  return [rule](model::Board board) { return analysis::release(std::move(board), rule); };
}

std::vector<feed::PolledFeed> make_feeds(const settings::Settings& settings) {
  auto feeds = make_unreleased_feeds(settings.feeds);
  const feed::Release release = release_for(settings);
  for (auto& feed : feeds) feed.release = release;
  return feeds;
}

std::vector<feed::PolledFeed> make_unreleased_feeds(const std::vector<settings::Feed>& feeds) {
  std::vector<feed::PolledFeed> made;
  for (const auto& from : feeds) {
    feed::PolledFeed polled;
    polled.status.id = from.id;
    polled.status.title = from.title.empty() ? from.id : from.title;
    polled.status.cadence = from.every;
    polled.status.late_after = from.late_after.count() ? from.late_after : 3 * from.every;
    polled.first_after = from.first_after;
    polled.limits.bytes = from.max_bytes;
    if (from.url.empty()) {
      polled.status.origin = from.file;
      polled.source = std::make_unique<feed::FileSource>(from.file, from.max_bytes);
    } else {
      polled.status.origin = feed::origin_for_display(from.url);
      polled.source = std::make_unique<feed::FetchedSource>(
          feed::FetchOptions{.url = from.url,
                             .connect_timeout = from.connect_timeout,
                             .timeout = from.timeout,
                             .max_bytes = from.max_bytes,
                             .ca_file = from.ca_file,
                             .token_file = from.token_file,
                             .token_environment = from.token_environment,
                             .token_header = from.token_header,
                             .token_prefix = from.token_prefix,
                             .fetch_program = fetch_program()});
    }
    made.push_back(std::move(polled));
  }
  return made;
}

}  // namespace program
