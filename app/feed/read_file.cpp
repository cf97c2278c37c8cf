#include "feed/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace feed {
namespace {

using Kind = FileError::Kind;

base::Failure<FileError> failure(const std::filesystem::path& path, int error) {
  return base::Failure{
      FileError{error == ENOENT || error == ENOTDIR ? Kind::missing : Kind::unreadable,
                path.string() + ": " + std::generic_category().message(error)}};
}

std::string identity_of(const struct stat& about) {
  return std::to_string(about.st_ino) + "-" + std::to_string(about.st_size) + "-" +
         std::to_string(about.st_mtim.tv_sec) + "." + std::to_string(about.st_mtim.tv_nsec);
}

}  // namespace

base::Result<std::string, FileError> file_identity(const std::filesystem::path& path) {
  struct stat about {};
  if (stat(path.c_str(), &about) < 0) return failure(path, errno);
  return identity_of(about);
}

base::Result<FileContents, FileError> read_file(const std::filesystem::path& path,
                                                std::uint64_t max_bytes) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) return failure(path, errno);
  struct Closer {
    int fd;
    ~Closer() { close(fd); }
  } const closer{fd};

  struct stat about {};
  if (fstat(fd, &about) < 0) return failure(path, errno);
  if (!S_ISREG(about.st_mode)) {
    return base::Failure{FileError{Kind::unreadable, path.string() + ": not a regular file"}};
  }
  const auto too_large = [&] {
    return base::Failure{FileError{Kind::too_large, path.string() + ": over the limit of " +
                                                        std::to_string(max_bytes) + " bytes"}};
  };
  if (static_cast<std::uint64_t>(about.st_size) > max_bytes) return too_large();
  FileContents contents;
  contents.identity = identity_of(about);
  std::array<char, 65536> buffer;
  while (true) {
    const ssize_t n = read(fd, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failure(path, errno);
    if (n == 0) return contents;
    // It may grow while it is read.
    if (static_cast<std::uint64_t>(n) > max_bytes - contents.bytes.size()) return too_large();
    contents.bytes.append(buffer.data(), static_cast<size_t>(n));
  }
}

}  // namespace feed
