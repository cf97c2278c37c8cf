// A small regular file, whole, with a limit.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace feed {

struct FileContents {
  std::string bytes;
  std::string identity;  // changes when the file does: inode, size, time of change
};

struct FileError {
  enum class Kind { missing, unreadable, too_large };

  Kind kind = Kind::unreadable;
  std::string detail;  // "/srv/feed.json: Permission denied"
};

// Follows links; refuses what is not a regular file, without waiting for one that would block.
base::Result<FileContents, FileError> read_file(const std::filesystem::path& path,
                                                std::uint64_t max_bytes);

// The identity alone, without reading.
base::Result<std::string, FileError> file_identity(const std::filesystem::path& path);

}  // namespace feed
