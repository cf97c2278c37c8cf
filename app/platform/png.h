// Pictures as PNG files.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "base/result.h"
#include "platform/window.h"

namespace platform {

// Without alpha; the same picture gives the same bytes. Written beside `path` and then renamed, so
// that a reader finds the old file or the new one, never half of it. The failure is in words, with
// the path.
base::Result<std::monostate, std::string> write_png(const std::filesystem::path& path,
                                                    const Image& image);

// The failure is in words, with the path.
base::Result<Image, std::string> read_png(const std::filesystem::path& path);

}  // namespace platform
