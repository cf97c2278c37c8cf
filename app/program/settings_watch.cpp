#include "program/settings_watch.h"

#include <utility>

#include "base/log.h"

namespace program {

bool SettingsWatch::Stamp::operator==(const Stamp& other) const {
  return file == other.file && size == other.size && changed.tv_sec == other.changed.tv_sec &&
         changed.tv_nsec == other.changed.tv_nsec;
}

SettingsWatch::SettingsWatch(std::filesystem::path file, settings::Settings current)
    : file_(std::move(file)), current_(std::move(current)), seen_(stamp()) {}

bool SettingsWatch::has_new() {
  const Stamp now = stamp();
  if (now == seen_) return false;
  seen_ = now;
  trouble_.clear();
  const settings::Loaded loaded = settings::load(file_);
  if (loaded.settings) return *loaded.settings != current_;
  for (const auto& complaint : loaded.complaints) {
    if (complaint.severity != base::Severity::error) continue;
    if (trouble_.empty()) trouble_ = "settings not taken over: " + base::to_line(complaint);
    base::log_error("settings not taken over: " + base::to_line(complaint));
  }
  return false;
}

SettingsWatch::Stamp SettingsWatch::stamp() const {
  struct stat found = {};
  if (stat(file_.c_str(), &found) != 0) return {};
  return {found.st_ino, found.st_size, found.st_mtim};
}

}  // namespace program
