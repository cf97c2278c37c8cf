// A feed that lies in a file, written by something else on this machine or on a share.
#pragma once

#include <cstdint>
#include <filesystem>

#include "feed/source.h"

namespace feed {

class FileSource final : public Source {
 public:
  FileSource(std::filesystem::path file, std::uint64_t max_bytes);

  // The file's identity takes the place of an ETag: the same one is "unchanged".
  Answer fetch(const Validators& last, std::stop_token stop) override;

 private:
  std::filesystem::path file_;
  std::uint64_t max_bytes_;
};

}  // namespace feed
