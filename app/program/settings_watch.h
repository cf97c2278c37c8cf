// Whether the settings file has come to say something else, while a board runs by what it said.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string>

#include "settings/settings.h"

namespace program {

// Main thread. Asking costs one look at the file's times.
class SettingsWatch {
 public:
  // `current` is what the board runs by.
  SettingsWatch(std::filesystem::path file, settings::Settings current);

  // True once the file holds other settings that are right. What is wrong with them is logged, once
  // for each time that the file changes; the board goes on by the old ones.
  bool has_new();

  // "settings not taken over: …" while the file is wrong; else empty.
  const std::string& trouble() const { return trouble_; }

 private:
  struct Stamp {
    ino_t file = 0;
    off_t size = 0;
    timespec changed = {};

    bool operator==(const Stamp& other) const;
  };

  Stamp stamp() const;  // zeros if there is no file

  std::filesystem::path file_;
  settings::Settings current_;
  Stamp seen_;
  std::string trouble_;
};

}  // namespace program
