// A file that is either the old one or the new one, whatever happens meanwhile.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace feed {

// Where a write that has not finished lies; what an interrupted one left behind may be removed.
std::filesystem::path temporary_of(const std::filesystem::path& file);

// Temporary file, fsync, rename, fsync of the folder. Nothing on success, else the reason in words
// ("/var/lib/bluelamp/x.feed: No space left on device"), and the old file still stands.
std::optional<std::string> write_durably(const std::filesystem::path& file,
                                         std::string_view contents);

}  // namespace feed
